import type { Tab } from '../services/spreadsheet/document';
import { customFormula } from '../services/spreadsheet/formula/compute';
import { NotComputed } from '../services/spreadsheet/formula/read';
import { passesRule } from '../services/spreadsheet/validationCheck';
import type { Runtime } from '../services/runtime';
import { rectToA1 } from '../state/a1';
import { holds } from '../state/rect';
import { formulaAt, valueAt } from '../state/sheetCells';
import type { CellStyle, ConditionalFormatState, GradientPoint, Rect } from '../state/spreadsheet';

type Gradient = NonNullable<ConditionalFormatState['gradient']>;

/** A rule with a formula that is not computed here, and which piece of it is to blame. */
export interface NotDrawn {
  where: string;
  formula: string;
  piece: string;
}

/** Colours that depend on content, worked out for one tab. */
export interface Conditional {
  /** Rules in order, the first that fits wins. */
  styleOf(row: number, column: number, text: string): CellStyle | undefined;
  /** What the cells that were asked for could not be coloured by. */
  notDrawn(): NotDrawn[];
}

type Test = (row: number, column: number, text: string) => CellStyle | undefined;

export function conditionalStyles(runtime: Runtime, tab: Tab): Conditional {
  const missing = new Map<ConditionalFormatState, NotDrawn>();
  const rules = tab.sheet.conditionalFormats.map((rule) => ({
    rule,
    test: testOf(runtime, tab, rule, (piece) => missing.set(rule, notDrawn(rule, piece))),
  }));
  return {
    styleOf(row, column, text) {
      for (const { rule, test } of rules) {
        if (missing.has(rule) || !rule.rects.some((area) => holds(area, row, column))) continue;
        const style = test(row, column, text);
        if (style) return style;
      }
      return undefined;
    },
    notDrawn: () => [...missing.values()],
  };
}

function notDrawn(rule: ConditionalFormatState, piece: string): NotDrawn {
  const where = rule.rects.map(rectToA1).join(', ');
  return { where, formula: String(rule.condition?.values[0] ?? ''), piece };
}

function testOf(
  runtime: Runtime,
  tab: Tab,
  rule: ConditionalFormatState,
  miss: (piece: string) => void,
): Test {
  const { condition, gradient, rects, style = {} } = rule;
  if (gradient) {
    const scale = gradientScale(tab, rects, gradient);
    return (row, column) => {
      const value = valueAt(tab.sheet, row, column);
      const background = typeof value === 'number' ? scale(value) : undefined;
      return background === undefined ? undefined : { background };
    };
  }
  if (condition?.type === 'CUSTOM_FORMULA') {
    const met = formulaTest(runtime, tab, rule, miss);
    return (row, column) => (met(row, column) ? style : undefined);
  }
  return (row, column, text) =>
    condition && meets(runtime, tab, condition, row, column, text) ? style : undefined;
}

/** A rule that meets something not computed here colours nothing from then on, and is told by name. */
function formulaTest(
  runtime: Runtime,
  tab: Tab,
  rule: ConditionalFormatState,
  miss: (piece: string) => void,
): (row: number, column: number) => boolean {
  const guarded = <T>(work: () => T, otherwise: T): T => {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof NotComputed)) throw error;
      miss(error.piece);
      return otherwise;
    }
  };
  const never = (): boolean => false;
  const met = guarded(
    () => customFormula(runtime, tab, String(rule.condition?.values[0] ?? ''), anchorOf(rule.rects)),
    never,
  );
  return (row, column) => guarded(() => met(row, column), false);
}

/** The cell that the formula is written for; which one that is for scattered ranges is nowhere published. */
function anchorOf(rects: readonly Rect[]): { row: number; column: number } {
  const [first] = rects;
  const isCorner = first && rects.every((area) => area.row >= first.row && area.column >= first.column);
  if (!isCorner) throw new NotComputed(rects.map(rectToA1).join(', '));
  return { row: first.row, column: first.column };
}

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
