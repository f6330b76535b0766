/**
 * A spreadsheet as Google keeps it. A cell's date is a serial number (days since 30 December 1899 in the
 * spreadsheet's zone) under a date format, as on Google.
 */
export interface SpreadsheetState {
  id: string;
  /** Google's code after normalisation, e.g. `in_ID`, `en_US`. */
  locale: string;
  timeZone: string;
  sheets: SheetState[];
  namedRanges: { name: string; sheetId: number; range: string }[];
  metadata?: { key: string; value: string; visibility: string; id: number }[];
  nextSheetNumber: number;
}

export type CellValue = string | number | boolean | null;

export interface SheetState {
  sheetId: number;
  name: string;
  hidden: boolean;
  tabColor?: string;
  rowCount: number;
  columnCount: number;
  frozenRows: number;
  frozenColumns: number;
  /** Sparse: rows that were never written are missing. Index 0 = row 1. */
  rows: (RowState | undefined)[];
  columnWidths: Record<number, number>;
  rowHeights: Record<number, number>;
  hiddenRows: number[];
  hiddenColumns: number[];
  merges: { row: number; column: number; rows: number; columns: number }[];
  protections: ProtectionState[];
  conditionalFormats: unknown[];
  /** Styles that whole rectangles carry; later entries win; cells' own styles are in their row. */
  charts: unknown[];
  filter?: unknown;
  groups?: unknown[];
  /** A tab that takes the answers of a form. */
  formId?: string;
  /** Virtual time from which the tab can be seen (a fresh linked tab shows up late). */
  visibleFrom?: number;
}

export interface RowState {
  values: CellValue[];
  /** Keyed by column index from 0. */
  formulas?: Record<number, string>;
  styles?: Record<number, CellStyle>;
  notes?: Record<number, string>;
  validations?: Record<number, unknown>;
  richText?: Record<number, RichRun[]>;
}

export interface RichRun {
  text: string;
  link?: string;
  bold?: boolean;
  italic?: boolean;
  color?: string;
}

export interface CellStyle {
  numberFormat?: string;
  background?: string;
  color?: string;
  bold?: boolean;
  italic?: boolean;
  underline?: boolean;
  strikethrough?: boolean;
  fontSize?: number;
  fontFamily?: string;
  horizontal?: 'left' | 'center' | 'right';
  vertical?: 'top' | 'middle' | 'bottom';
  wrap?: 'WRAP' | 'OVERFLOW' | 'CLIP';
  border?: Partial<Record<'top' | 'left' | 'bottom' | 'right', { style: string; color: string }>>;
}

export interface ProtectionState {
  id: string;
  kind: 'sheet' | 'range';
  range?: string;
  unprotected?: string[];
  description: string;
  warningOnly: boolean;
  editors: string[];
}
