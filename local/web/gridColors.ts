import type { Tab } from '../services/spreadsheet/document';
import { passesRule } from '../services/spreadsheet/validationCheck';
import type { Runtime } from '../services/runtime';
import { holds } from '../state/rect';
import { formulaAt, valueAt } from '../state/sheetCells';
import type { CellStyle, ConditionalFormatState, GradientPoint, Rect } from '../state/spreadsheet';

type Gradient = NonNullable<ConditionalFormatState['gradient']>;

/** Colours that depend on content, worked out for one tab: rules in order, the first that fits wins. */
export function conditionalStyles(
  runtime: Runtime,
  tab: Tab,
): (row: number, column: number, text: string) => CellStyle | undefined {
  const rules = tab.sheet.conditionalFormats.map((rule) => ({
    rule,
    scale: rule.gradient ? gradientScale(tab, rule.rects, rule.gradient) : undefined,
  }));
  return (row, column, text) => {
    for (const { rule, scale } of rules) {
      if (!rule.rects.some((area) => holds(area, row, column))) continue;
      const value = valueAt(tab.sheet, row, column);
      if (scale) {
        const background = typeof value === 'number' ? scale(value) : undefined;
        if (background !== undefined) return { background };
      } else if (rule.condition && meets(runtime, tab, rule.condition, row, column, text)) {
        return rule.style ?? {};
      }
    }
    return undefined;
  };
}

/** A custom formula cannot be computed here: such a rule colours nothing. */
function meets(
  runtime: Runtime,
  tab: Tab,
  condition: NonNullable<ConditionalFormatState['condition']>,
  row: number,
  column: number,
  text: string,
): boolean {
  const wanted = String(condition.values[0] ?? '').toLowerCase();
  const shown = text.toLowerCase();
  switch (condition.type) {
    case 'CELL_EMPTY':
      return text === '';
    case 'CELL_NOT_EMPTY':
      return text !== '';
    case 'TEXT_STARTS_WITH':
      return shown.startsWith(wanted);
    case 'TEXT_ENDS_WITH':
      return shown.endsWith(wanted);
    case 'TEXT_CONTAINS':
      return shown.includes(wanted);
    case 'TEXT_DOES_NOT_CONTAIN':
      return !shown.includes(wanted);
    case 'TEXT_EQUAL_TO':
      return shown === wanted;
    case 'CUSTOM_FORMULA':
      return false;
  }
  const value = valueAt(tab.sheet, row, column);
  if (value === null || formulaAt(tab.sheet, row, column) !== undefined) return false;
  return passesRule(runtime, tab, { ...condition, allowInvalid: false }, { value });
}

function numbersIn(tab: Tab, areas: readonly Rect[]): number[] {
  const numbers: number[] = [];
  for (const area of areas) {
    const end = Math.min(area.row + area.rows, tab.sheet.rows.length);
    for (let row = area.row; row < end; row++) {
      const values = tab.sheet.rows[row]?.values ?? [];
      for (let column = area.column; column < Math.min(area.column + area.columns, values.length); column++) {
        const value = values[column];
        if (typeof value === 'number') numbers.push(value);
      }
    }
  }
  return numbers.sort((a, b) => a - b);
}

function pointValue(point: GradientPoint, sorted: readonly number[]): number {
  const low = sorted[0] ?? 0;
  const high = sorted[sorted.length - 1] ?? 0;
  const given = Number(point.value);
  switch (point.type) {
    case 'MIN':
      return low;
    case 'MAX':
      return high;
    case 'PERCENT':
      return low + ((high - low) * given) / 100;
    case 'PERCENTILE':
      return sorted[Math.round(((sorted.length - 1) * given) / 100)] ?? 0;
    default:
      return given;
  }
}

function gradientScale(
  tab: Tab,
  areas: readonly Rect[],
  gradient: Gradient,
): (value: number) => string | undefined {
  const sorted = numbersIn(tab, areas);
  const points = [gradient.min, ...(gradient.mid ? [gradient.mid] : []), gradient.max].flatMap((point) => {
    const rgb = rgbOf(point.color);
    return rgb ? [{ at: pointValue(point, sorted), rgb }] : [];
  });
  return (value) => {
    const above = points.findIndex((point) => value <= point.at);
    const to = points[above < 0 ? points.length - 1 : above];
    const from = points[Math.max(0, (above < 0 ? points.length : above) - 1)];
    if (!to || !from) return undefined;
    const part = to.at === from.at ? 1 : Math.min(1, Math.max(0, (value - from.at) / (to.at - from.at)));
    return `#${to.rgb.map((end, i) => hex((from.rgb[i] ?? end) + (end - (from.rgb[i] ?? end)) * part)).join('')}`;
  };
}

function rgbOf(color: string): number[] | undefined {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color);
  return match?.slice(1).map((part) => parseInt(part, 16));
}

function hex(part: number): string {
  return Math.round(part).toString(16).padStart(2, '0');
}
