import type { ReportType } from './report';

/** A column of a tab. */
export interface TabColumn {
  readonly header: string;
  /** Pixels. */
  readonly width: number;
  /** `@` = text, `#,##0` = figure. */
  readonly format: '@' | '#,##0' | '#,##0.0';
  readonly align?: 'left' | 'center' | 'right';
  readonly hidden?: true;
  /** Allowed entries, from the first row below the headers on. */
  readonly list?: readonly string[];
  readonly checkbox?: true;
  /** A person writes here; all else is protected. */
  readonly editable?: true;
  readonly wrap?: true;
}

/** A colour by the sign at the head of a cell's text. */
export interface SignColour {
  readonly startsWith: string;
  readonly text: string;
  readonly ground?: string;
  readonly bold?: true;
}

/** A tab, declared once. */
export interface Tab {
  readonly name: string;
  readonly shown: boolean;
  readonly columns: readonly TabColumn[];
  /** Rows of header (0 = none), the last of which is `headerRow`; data follow below it. */
  readonly headerRow: number;
  /** Further rows above the headers, written once (row 1 first). */
  readonly head?: readonly (readonly (string | number)[])[];
  readonly frozenRows: number;
  readonly frozenColumns: number;
  /** `keyed`: key and order in columns 1 and 2; `placed`: rows by month and village; `page`: drawn whole; `log`: appended. */
  readonly layout: 'keyed' | 'placed' | 'page' | 'log';
  readonly rows: number;
  readonly colours: readonly SignColour[];
  /** Who may write: nobody but the owner, the reviewers in the editable columns, or nobody at all. */
  readonly protection: 'owner' | 'reviewers';
  /** Stands in the first data cell while the tab is empty. */
  readonly empty?: string;
  /** A single cell with a list, e.g. the month in the head of a recap. */
  readonly monthCell?: { readonly row: number; readonly column: number };
}

/** Tabs of the master in their order, settings tabs left out. */
export declare function masterTabs(catalogue: readonly ReportType[]): readonly Tab[];
/** Tabs of a village's Sheet in their order. */
export declare function villageTabs(catalogue: readonly ReportType[]): readonly Tab[];
