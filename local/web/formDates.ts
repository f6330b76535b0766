import { html } from 'hono/html';
import type { FormItem } from '../state/form';
import { entryName, first, ties } from './formControl';
import type { Fields, ItemView } from './formControl';
import type { Markup } from './markup';
import type { Word } from './words';

/** A date without a year has no control of the browser's own. */
export function inParts(item: FormItem): boolean {
  return (item.type === 'DATE' || item.type === 'DATETIME') && item.includesYear === false;
}

type Part = [which: string, word: Word, min: number, max: number];
const dayParts: Part[] = [
  ['day', 'day', 1, 31],
  ['month', 'month', 1, 12],
];
const timeParts: Part[] = [
  ['hour', 'hour', 0, 23],
  ['minute', 'minute', 0, 59],
];
const durationParts: Part[] = [
  ['hour', 'hour', 0, 72],
  ['minute', 'minute', 0, 59],
  ['second', 'second', 0, 59],
];

/** The browser's own date and time controls; number fields for a date without a year. */
export function dateControl(view: ItemView): Markup {
  const { item, fields } = view;
  const name = entryName(item);
  if (inParts(item)) {
    return partsControl(view, item.type === 'DATE' ? dayParts : [...dayParts, ...timeParts], [
      'month',
      'day',
      'hour',
      'minute',
    ]);
  }
  const type = item.type === 'DATE' ? 'date' : item.type === 'TIME' ? 'time' : 'datetime-local';
  const value = first(fields, name) || joined(fields, name, type);
  return html`<input
    class="box"
    type="${type}"
    name="${name}"
    value="${value.replace(' ', 'T')}"
    ${ties(view, true)}
  />`;
}

/** The value of a browser's date control from parts that a program sent: `_year`, `_month` …; '' without parts. */
function joined(fields: Fields, name: string, type: 'date' | 'time' | 'datetime-local'): string {
  const part = (which: string): string => first(fields, `${name}_${which}`).padStart(2, '0');
  const date = `${first(fields, `${name}_year`)}-${part('month')}-${part('day')}`;
  const time = `${part('hour')}:${part('minute')}`;
  if (type === 'time') return /^\d\d:\d\d$/.test(time) && first(fields, `${name}_hour`) ? time : '';
  if (!first(fields, `${name}_year`)) return '';
  return type === 'date' ? date : `${date}T${time}`;
}

/** Hours, minutes and seconds. */
export function durationControl(view: ItemView): Markup {
  return partsControl(view, durationParts, ['hour', 'minute', 'second']);
}

/** Number fields for the parts of a date or a time; a whole value (`07-05`, `01:30:00`) is spread over them. */
function partsControl(view: ItemView, parts: Part[], order: string[]): Markup {
  const { fields, item, words } = view;
  const name = entryName(item);
  const whole = first(fields, name).split(/[^0-9]+/);
  return html`<div class="parts">
    ${parts.map(([which, word, min, max]) => {
      const value = first(fields, `${name}_${which}`) || (whole[order.indexOf(which)] ?? '');
      return html`<label class="field"
        ><span>${words.say(word)}</span
        ><input
          class="box"
          type="number"
          inputmode="numeric"
          min="${min}"
          max="${max}"
          name="${name}_${which}"
          value="${value}"
      /></label>`;
    })}
  </div>`;
}
