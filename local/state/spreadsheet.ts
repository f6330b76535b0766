/** A rectangle of cells, counted from 0. */
export interface Rect {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

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
  namedRanges: { name: string; sheetId: number; rect: Rect }[];
  metadata?: MetadataState[];
  /** Number in the name of the next unnamed tab. */
  nextSheetNumber: number;
  /** Settings that are kept and shown but have no effect here. */
  settings?: Record<string, string | number | boolean>;
}

/** '' marks a cell that holds a formula; null = empty. */
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
  rows: (RowState | null | undefined)[];
  /** Distinct full styles of single cells; a row's `styles` are places in this list. */
  styleTable: CellStyle[];
  /** Styles that whole rectangles carry, later entries win; a cell's own style wins over all of them. */
  styleAreas: StyleArea[];
  /** Distinct validation rules; `CellStyle.validation` is a place in this list. */
  validations: ValidationState[];
  /** Pixels by place from 0. */
  columnWidths: Record<number, number>;
  rowHeights: Record<number, number>;
  hiddenRows: number[];
  hiddenColumns: number[];
  merges: Rect[];
  protections: ProtectionState[];
  conditionalFormats: ConditionalFormatState[];
  charts: ChartState[];
  bandings?: BandingState[];
  images?: ImageState[];
  /** On which side the buttons of groups stand: keys of `GroupControlTogglePosition`. */
  groupControls?: { rows?: string; columns?: string };
  filter?: FilterState;
  groups?: GroupState[];
  rightToLeft?: boolean;
  hiddenGridlines?: boolean;
  /** A tab that takes the answers of a form. */
  formId?: string;
  /** Virtual time from which scripts can see the tab (a fresh linked tab shows up late). */
  visibleFrom?: number;
}

export interface RowState {
  /** No empty cells at the end. */
  values: CellValue[];
  /** Keyed by column from 0; the text begins with `=`. */
  formulas?: Record<number, string>;
  /** Places in the sheet's `styleTable`. */
  styles?: Record<number, number>;
  notes?: Record<number, string>;
  richText?: Record<number, RichRun[]>;
  /** Pictures that are the cells' values; the value itself is ''. */
  images?: Record<number, CellImageState>;
}

export interface CellImageState {
  /** Address on the web or `data:`. */
  url: string;
  title?: string;
  description?: string;
}

/** A piece of a cell's text; what is left out follows the cell. */
export interface RichRun {
  text: string;
  link?: string;
  bold?: boolean;
  italic?: boolean;
  underline?: boolean;
  strikethrough?: boolean;
  color?: string;
  fontSize?: number;
  fontFamily?: string;
}

export type BorderSide = 'top' | 'left' | 'bottom' | 'right';

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
  horizontal?: string;
  vertical?: string;
  wrap?: 'WRAP' | 'OVERFLOW' | 'CLIP';
  rotation?: number;
  verticalText?: boolean;
  direction?: string;
  borderTop?: Border;
  borderLeft?: Border;
  borderBottom?: Border;
  borderRight?: Border;
  /** Place in the sheet's `validations`. */
  validation?: number;
}

export interface Border {
  /** Key of `SpreadsheetApp.BorderStyle`. */
  style: string;
  color: string;
}

/** null takes the attribute away. */
export type StylePatch = { [K in keyof CellStyle]?: CellStyle[K] | null };
export interface StyleArea {
  rect: Rect;
  style: StylePatch;
}

/** A criterion's argument: a date as wall-clock serial, a range, or the plain value. */
export type CriterionValue =
  | string
  | number
  | boolean
  | null
  | { date: number }
  | { sheetId: number; rect: Rect }
  | { relative: string };

export interface ValidationState {
  /** Key of `SpreadsheetApp.DataValidationCriteria`. */
  type: string;
  values: CriterionValue[];
  allowInvalid: boolean;
  helpText?: string;
  /** Lists: the little arrow. */
  showDropdown?: boolean;
  /** Custom formulas: the cell that they are written for, from 0; their references move along from there. */
  anchor?: { row: number; column: number };
}

export interface ProtectionState {
  id: string;
  kind: 'sheet' | 'range';
  /** undefined = the whole tab. */
  rect?: Rect;
  rangeName?: string;
  unprotected?: Rect[];
  description: string;
  warningOnly: boolean;
  /** Without the owner of the file, who may always edit; undefined = whoever may edit the file. */
  editors?: string[];
  domainEdit?: boolean;
}

export interface ConditionalFormatState {
  rects: Rect[];
  condition?: { type: string; values: CriterionValue[] };
  style?: CellStyle;
  gradient?: { min: GradientPoint; mid?: GradientPoint; max: GradientPoint };
}
export interface GradientPoint {
  color: string;
  /** Key of `SpreadsheetApp.InterpolationType`. */
  type: string;
  value: string;
}

export interface ChartState {
  id: number;
  /** Key of `Charts.ChartType`. */
  type: string;
  ranges: Rect[];
  /** 1-based cell and offset in pixels. */
  position: { row: number; column: number; offsetX: number; offsetY: number };
  options: Record<string, unknown>;
  headers: number;
  /** Keys of `ChartMergeStrategy` and `ChartHiddenDimensionStrategy`. */
  merge?: string;
  hidden?: string;
  transposed?: boolean;
}

/** Alternating colors of a range; what is left out has none. */
export interface BandingState {
  rect: Rect;
  rows?: BandColors;
  columns?: BandColors;
}
export type BandColors = Partial<Record<'header' | 'first' | 'second' | 'footer', string>>;

/** A picture over the cells. Sizes and offsets are pixels, the cell is counted from 1. */
export interface ImageState {
  id: number;
  /** Base64 of the picture, or the address it came from. */
  content?: string;
  contentType?: string;
  url?: string;
  row: number;
  column: number;
  offsetX: number;
  offsetY: number;
  width: number;
  height: number;
  /** Its own size. */
  inherent: { width: number; height: number };
  alt?: string;
  altTitle?: string;
  /** Function that a click runs. */
  script?: string;
}

export interface FilterState {
  rect: Rect;
  criteria: Record<number, { type?: string; values: CriterionValue[]; hidden: string[] }>;
}

export interface GroupState {
  dimension: 'rows' | 'columns';
  start: number;
  count: number;
  depth: number;
  collapsed: boolean;
}

export interface MetadataState {
  id: number;
  key: string;
  value: string | null;
  visibility: string;
  location: {
    kind: 'SPREADSHEET' | 'SHEET' | 'ROW' | 'COLUMN';
    sheetId?: number;
    start?: number;
    count?: number;
  };
}
