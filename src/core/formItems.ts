import type { FormItem } from './formLayout';
import type { ItemSpec } from './kinds/kind';
import { ofBothKinds } from './villageKind';

/** An item as a form has it: Google's type name, in the form's order. */
export interface ActualItem {
  readonly id: string;
  readonly title: string;
  readonly type: string;
}

/** Which item of a form is which of the layout. */
export interface MatchedItems {
  /** Item id → key, page breaks among them. */
  readonly items: Readonly<Record<string, string>>;
  /** Keys of the layout that the form does not have. */
  readonly missing: readonly string[];
  /** Items that the layout does not know. */
  readonly unknown: readonly ActualItem[];
}

/** Google's name of the item's type. */
export function typeOf(item: FormItem): string {
  return item.item === 'page' ? 'PAGE_BREAK' : item.spec.item;
}

/** Title of the item on the form. */
export function titleOf(item: FormItem): string {
  return item.item === 'page' ? item.title : item.spec.title;
}

/**
 * Finds the items of a layout in a form by title, type and order: the same title may come in several sections, so
 * each is looked for behind the one before it. A title in the words of the other kind of village is the same.
 */
export function matchItems(layout: readonly FormItem[], actual: readonly ActualItem[]): MatchedItems {
  const items: Record<string, string> = {};
  const missing: string[] = [];
  let from = 0;
  for (const wanted of layout) {
    const at = actual.findIndex(
      (one, index) =>
        index >= from &&
        one.type === typeOf(wanted) &&
        ofBothKinds(one.title) === ofBothKinds(titleOf(wanted)),
    );
    const found = actual[at];
    if (found === undefined) {
      missing.push(wanted.key);
    } else {
      items[found.id] = wanted.key;
      from = at + 1;
    }
  }
  return { items, missing, unknown: actual.filter((one) => items[one.id] === undefined) };
}

/** One question answered for a probe: with what to answer so that its number can be told from the link. */
export interface Probe {
  readonly key: string;
  readonly type: ItemSpec['item'];
  readonly value: string;
}

/** Questions of one probe link; a long link would be cut. */
const AT_ONCE = 10;

/**
 * Answers that make Google tell the numbers of all questions in its links: texts several in one link, each with
 * its own value; choices, dates and times alone, choices with a choice that exists.
 */
export function probesFor(layout: readonly FormItem[]): readonly (readonly Probe[])[] {
  const texts: Probe[] = [];
  const alone: (readonly Probe[])[] = [];
  for (const item of layout) {
    if (item.item === 'page') continue;
    const type = item.spec.item;
    if (type === 'TEXT' || type === 'PARAGRAPH_TEXT') {
      texts.push({ key: item.key, type, value: probeText(item.spec, 101 + texts.length) });
    } else {
      const value = item.spec.choices?.[0] ?? (type === 'DATE' ? '2020-01-02' : '03:04');
      alone.push([{ key: item.key, type, value }]);
    }
  }
  const groups: (readonly Probe[])[] = [];
  for (let at = 0; at < texts.length; at += AT_ONCE) groups.push(texts.slice(at, at + AT_ONCE));
  return [...groups, ...alone];
}

/** Two questions that tell whether a copy has the numbers of its template. */
export function checkProbe(layout: readonly FormItem[]): readonly Probe[] {
  const texts = probesFor(layout)
    .flat()
    .filter((probe) => probe.type === 'TEXT');
  const first = texts[0];
  const last = texts[texts.length - 1];
  return first === undefined || last === undefined || first === last ? texts.slice(0, 1) : [first, last];
}

/** A text that the question's own rule takes and that no other question of the probe has. */
function probeText(spec: ItemSpec, serial: number): string {
  const pattern = spec.validation?.pattern ?? '';
  const figure = [serial, 1000 + serial].map(String).find((one) => new RegExp(pattern).test(one));
  if (pattern !== '' && figure !== undefined) return figure;
  if (/https/.test(pattern)) return `https://drive.google.com/file/d/${String(serial)}/view`;
  return `percobaan ${String(serial)}`;
}

/** Numbers of the questions out of a prefilled link; throws where the link does not show one. */
export function entriesFromLink(link: string, probes: readonly Probe[]): Readonly<Record<string, string>> {
  const given = link
    .slice(link.indexOf('?') + 1)
    .split('&')
    .flatMap((part) => {
      const found = /^entry\.(\d+)[^=]*=(.*)$/.exec(part);
      if (found === null) return [];
      const [, number = '', value = ''] = found;
      return [{ number, value: decodeURIComponent(value.replace(/\+/g, ' ')) }];
    });
  const entries: Record<string, string> = {};
  for (const probe of probes) {
    const found = probes.length === 1 ? given[0] : given.find((one) => one.value === probe.value);
    if (found === undefined) throw new Error(`The prefilled link does not show the question ${probe.key}.`);
    entries[probe.key] = found.number;
  }
  return entries;
}
