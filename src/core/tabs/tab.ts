import { COLOUR, HEADING, TONES } from '../looks';

/** A column of a tab. */
export interface TabColumn {
  readonly header: string;
  /** What stands above several headers: written over the first column that names it. */
  readonly group?: string;
  /** Pixels. */
  readonly width: number;
  /** `@` = text, `#,##0` = figure. A figure's column may hold `–` as well. */
  readonly format: '@' | '#,##0' | '#,##0.0';
  readonly hidden?: true;
  /** Allowed entries, from the first row below the headers on; `villages` and `months` are filled in at set-up. */
  readonly list?: readonly string[] | 'villages' | 'months';
  readonly checkbox?: true;
  /** A person writes here; all else of the tab is protected. */
  readonly editable?: true;
  readonly wrap?: true;
}

/** The look of cells whose text begins with a sign; becomes a rule of conditional formatting. */
export interface SignLook {
  readonly startsWith: string;
  readonly text: string;
  readonly ground?: string;
  readonly bold?: true;
}

/**
 * A tab, declared once.
 * `keyed`: key and order in columns 1 and 2, rows appended, replaced by key. `placed`: a row has its place by month
 * and village. `page`: drawn whole from A1, headers included. `log`: only appended. `form`: people fill the rows.
 */
export interface Tab {
  readonly name: string;
  readonly layout: 'keyed' | 'placed' | 'page' | 'log' | 'form';
  readonly shown: boolean;
  readonly columns: readonly TabColumn[];
  /** Row of the headers; 0 = none. Where a column has a group, the groups stand in the row above. */
  readonly headerRow: number;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  /** Rows to make room for at set-up; the writer adds more when they are used up. */
  readonly rows: number;
  readonly looks: readonly SignLook[];
  /** Who may write: the owner alone, or reviewers too in the editable columns and the cells with a list. */
  readonly protection: 'owner' | 'reviewers';
  /** Cell with the list of months that says which one the page shows. */
  readonly monthCell?: { readonly row: number; readonly column: number };
  /** Cell with the list of the file's tabs, one of which is opened by choosing it. */
  readonly tabCell?: { readonly row: number; readonly column: number };
  /** What will stand here and how it comes: in the first visible data cell of a keyed tab that is empty, for
   *  other layouts a note on the first header. */
  readonly empty?: string;
}

/** Colours of states and headings, wherever a cell begins with their sign. */
export const STATE_LOOKS: readonly SignLook[] = [
  ...(['good', 'late', 'wrong', 'waiting'] as const).map((tone) => ({
    startsWith: `${TONES[tone].sign} `,
    text: TONES[tone].text,
    ground: TONES[tone].ground,
  })),
  { startsWith: `${TONES.open.sign} `, text: TONES.open.text },
  { startsWith: HEADING.trim(), text: COLOUR.own, ground: COLOUR.ownTint, bold: true },
];

/** The row of sums in a table. Not among `STATE_LOOKS`: Google does not tell `JUMLAH` from the first word of a sentence. */
export const SUM_LOOK: SignLook = { startsWith: 'JUMLAH', text: COLOUR.text, bold: true };

/** A column of text. */
export function text(header: string, width: number, more: Partial<TabColumn> = {}): TabColumn {
  return { header, width, format: '@', ...more };
}

/** A column of whole figures. */
export function figure(header: string, width: number, more: Partial<TabColumn> = {}): TabColumn {
  return { header, width, format: '#,##0', ...more };
}

/** Key and order, the first two columns of every keyed tab. */
export const KEY_COLUMNS: readonly TabColumn[] = [
  text('Kunci', 120, { hidden: true }),
  text('Urutan', 120, { hidden: true }),
];

/** Number (from 1) of the column with that header; throws where the tab has none. */
export function columnOf(tab: Tab, header: string): number {
  const at = tab.columns.findIndex((column) => column.header === header);
  if (at < 0) throw new Error(`Tab ${tab.name} has no column ${header}.`);
  return at + 1;
}
