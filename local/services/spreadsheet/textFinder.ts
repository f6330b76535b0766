import { rowAt } from '../../state/sheetCells';
import { attributeReader } from '../../state/sheetStyles';
import type { Rect } from '../../state/spreadsheet';
import type { Runtime } from '../runtime';
import { Served } from '../served';
import type { Tab } from './document';
import { displayText } from './displayText';
import type { Members } from './members';
import { Range } from './range';
import { writeMatrix } from './writeCells';

/** A part of the spreadsheet that a search goes through. */
export interface SearchArea {
  tab: Tab;
  rect: Rect;
}
interface Found {
  tab: Tab;
  row: number;
  column: number;
  text: string;
}

// prettier-ignore
type FinderMember =
  | 'findAll' | 'findNext' | 'findPrevious' | 'getCurrentMatch' | 'ignoreDiacritics' | 'matchCase' | 'matchEntireCell'
  | 'matchFormulaText' | 'replaceAllWith' | 'replaceWith' | 'startFrom' | 'useRegularExpression';

/**
 * Searches the texts that cells show, row by row. `findNext` goes on from the last match and starts over at the
 * top, as on Google; null = nothing at all.
 */
export class TextFinder
  extends Served
  implements Pick<Members<GoogleAppsScript.Spreadsheet.TextFinder>, FinderMember>
{
  static override readonly gas = 'Spreadsheet.TextFinder';
  private caseMatters = false;
  private entireCell = false;
  private inFormulas = false;
  private plainLetters = false;
  private regularExpression = false;
  private current: Found | undefined;
  private start: { sheetId: number; row: number; column: number } | undefined;

  constructor(
    runtime: Runtime,
    private readonly areas: readonly SearchArea[],
    private readonly wanted: string,
  ) {
    super(runtime);
  }

  ignoreDiacritics(ignoreDiacritics: boolean): this {
    this.plainLetters = ignoreDiacritics;
    return this;
  }
  matchCase(matchCase: boolean): this {
    this.caseMatters = matchCase;
    return this;
  }
  matchEntireCell(matchEntireCell: boolean): this {
    this.entireCell = matchEntireCell;
    return this;
  }
  matchFormulaText(matchFormulaText: boolean): this {
    this.inFormulas = matchFormulaText;
    return this;
  }
  useRegularExpression(useRegEx: boolean): this {
    this.regularExpression = useRegEx;
    return this;
  }
  startFrom(startRange: Range): this {
    const { row, column } = startRange.rect;
    this.start = { sheetId: startRange.sheet.sheetId, row, column };
    this.current = undefined;
    return this;
  }

  findAll(): Range[] {
    return this.matches().map((found) => this.range(found));
  }
  findNext(): Range | null {
    return this.step(1);
  }
  findPrevious(): Range | null {
    return this.step(-1);
  }
  getCurrentMatch(): Range | null {
    return this.current ? this.range(this.current) : null;
  }

  /** Number of places that were changed. */
  replaceAllWith(replaceText: string): number {
    return this.matches().reduce((sum, found) => sum + this.replace(found, replaceText), 0);
  }
  replaceWith(replaceText: string): number {
    return this.current ? this.replace(this.current, replaceText) : 0;
  }

  private range(found: Found): Range {
    return new Range(this.runtime, found.tab, { row: found.row, column: found.column, rows: 1, columns: 1 });
  }

  private fold(text: string): string {
    const plain = this.plainLetters ? text.normalize('NFD').replace(/\p{M}/gu, '') : text;
    return this.caseMatters || this.regularExpression ? plain : plain.toLowerCase();
  }
  private pattern(flags: string): RegExp {
    const source = this.regularExpression
      ? this.wanted
      : this.fold(this.wanted).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return new RegExp(this.entireCell ? `^(?:${source})$` : source, flags + (this.caseMatters ? '' : 'i'));
  }

  /** Everything that matches, in the order of the page. */
  private matches(): Found[] {
    const matcher = this.matcher();
    const found: Found[] = [];
    for (const { tab, rect } of this.areas) {
      const { sheet, state } = tab;
      const formatOf = attributeReader(sheet, rect, 'numberFormat');
      const end = Math.min(rect.row + rect.rows, sheet.rows.length);
      for (let row = rect.row; row < end; row++) {
        const stored = rowAt(sheet, row);
        if (!stored) continue;
        const last = Math.min(rect.column + rect.columns, stored.values.length);
        for (let column = rect.column; column < last; column++) {
          const value = stored.values[column] ?? null;
          if (value === null) continue;
          const formula = stored.formulas?.[column];
          if (formula !== undefined && !this.inFormulas) continue;
          const numberFormat = typeof value === 'number' ? formatOf(stored, row, column) : undefined;
          const text = displayText(this.runtime.platform, state.locale, { value, formula, numberFormat });
          if (matcher(text)) found.push({ tab, row, column, text });
        }
      }
    }
    return found;
  }
  private matcher(): (text: string) => boolean {
    if (this.regularExpression) {
      const pattern = this.pattern('u');
      return (text) => pattern.test(this.fold(text));
    }
    const wanted = this.fold(this.wanted);
    return this.entireCell
      ? (text) => this.fold(text) === wanted
      : (text) => this.fold(text).includes(wanted);
  }

  private step(direction: 1 | -1): Range | null {
    const all = this.matches();
    if (all.length === 0) {
      this.current = undefined;
      return null;
    }
    const order = direction === 1 ? all : [...all].reverse();
    const next = order.find((found) => this.liesBeyond(found, direction)) ?? order[0];
    this.current = next;
    this.start = undefined;
    return next ? this.range(next) : null;
  }
  private liesBeyond(found: Found, direction: 1 | -1): boolean {
    const from = this.current
      ? { sheetId: this.current.tab.sheet.sheetId, row: this.current.row, column: this.current.column }
      : this.start;
    if (!from) return true;
    const place = (sheetId: number): number =>
      this.areas.findIndex((area) => area.tab.sheet.sheetId === sheetId);
    const difference =
      place(found.tab.sheet.sheetId) - place(from.sheetId) ||
      found.row - from.row ||
      found.column - from.column;
    return difference * direction > 0;
  }

  private replace(found: Found, replaceText: string): number {
    const pattern = this.pattern('gu');
    const folded = this.plainLetters ? this.fold(found.text) : found.text;
    const count = folded.match(pattern)?.length ?? 0;
    const text = this.regularExpression
      ? folded.replace(pattern, replaceText)
      : folded.replace(pattern, () => replaceText);
    const cell = { row: found.row, column: found.column, rows: 1, columns: 1 };
    if (count > 0) writeMatrix(this.runtime, found.tab, cell, [[text]]);
    return count;
  }
}
