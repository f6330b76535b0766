import { overlaps } from '../../state/rect';
import type { BandingState, Rect } from '../../state/spreadsheet';
import { keyOf } from '../boundary';
import type { Runtime } from '../runtime';
import type { EnumValue } from '../served';
import { GoogleError, Served } from '../served';
import { cssColor } from './colors';
import type { Tab } from './document';
import { requireEdit, touchSheet } from './document';
import type { Members } from './members';
import { Range } from './range';

type G = Members<GoogleAppsScript.Spreadsheet.Banding>;
type Part = keyof NonNullable<BandingState['rows']>;
/** Header, first, second and footer color of Google's themes. */
const THEMES: Record<string, [header: string, first: string, second: string, footer: string]> = {
  LIGHT_GREY: ['#bdbdbd', '#ffffff', '#f3f3f3', '#dedede'],
  CYAN: ['#4dd0e1', '#ffffff', '#e0f7fa', '#a2e8f1'],
  GREEN: ['#63d297', '#ffffff', '#e7f9ef', '#afe9ca'],
  YELLOW: ['#f7cb4d', '#ffffff', '#fef8e3', '#fce8b2'],
  ORANGE: ['#f46524', '#ffffff', '#ffe6dd', '#ffccbc'],
  BLUE: ['#5b95f9', '#ffffff', '#e8f0fe', '#acc9fe'],
  TEAL: ['#26a69a', '#ffffff', '#ddf2f0', '#8cd3cd'],
  GREY: ['#78909c', '#ffffff', '#ebeff1', '#bbc8ce'],
  BROWN: ['#cca677', '#ffffff', '#f8f2eb', '#e6d3ba'],
  LIGHT_GREEN: ['#8bc34a', '#ffffff', '#eef7e3', '#c4e2a0'],
  INDIGO: ['#8989eb', '#ffffff', '#e8e7fc', '#c4c3f7'],
  PINK: ['#e91d63', '#ffffff', '#fddce8', '#f68ab0'],
};

/** Alternating colors of a range: by rows, by columns, or both. Cells keep their own colors. */
export class Banding extends Served implements Pick<G, keyof G> {
  static override readonly gas = 'Spreadsheet.Banding';
  constructor(
    runtime: Runtime,
    private readonly tab: Tab,
    private readonly banding: BandingState,
  ) {
    super(runtime);
  }

  private color(lines: 'rows' | 'columns', part: Part): string | null {
    return this.banding[lines]?.[part] ?? null;
  }
  private paint(lines: 'rows' | 'columns', part: Part, color: string | null): this {
    requireEdit(this.runtime, this.tab, this.banding.rect);
    const colors = (this.banding[lines] ??= {});
    if (color === null) delete colors[part];
    else colors[part] = cssColor(color) ?? color;
    touchSheet(this.runtime, this.tab);
    return this;
  }

  getRange(): Range {
    return new Range(this.runtime, this.tab, this.banding.rect);
  }
  setRange(range: Range): this {
    requireFree(this.tab, range.rect, this.banding);
    requireEdit(this.runtime, this.tab, range.rect);
    this.banding.rect = range.rect;
    touchSheet(this.runtime, this.tab);
    return this;
  }
  /** The same colors on another range, of any tab. */
  copyTo(range: Range): Banding {
    return addBanding(this.runtime, range.tab, { ...this.banding, rect: range.rect });
  }
  remove(): void {
    requireEdit(this.runtime, this.tab, this.banding.rect);
    this.tab.sheet.bandings = (this.tab.sheet.bandings ?? []).filter((each) => each !== this.banding);
    touchSheet(this.runtime, this.tab);
  }
  getHeaderRowColor(): string | null {
    return this.color('rows', 'header');
  }
  setHeaderRowColor(color: string | null): this {
    return this.paint('rows', 'header', color);
  }
  getFirstRowColor(): string | null {
    return this.color('rows', 'first');
  }
  setFirstRowColor(color: string | null): this {
    return this.paint('rows', 'first', color);
  }
  getSecondRowColor(): string | null {
    return this.color('rows', 'second');
  }
  setSecondRowColor(color: string | null): this {
    return this.paint('rows', 'second', color);
  }
  getFooterRowColor(): string | null {
    return this.color('rows', 'footer');
  }
  setFooterRowColor(color: string | null): this {
    return this.paint('rows', 'footer', color);
  }
  getHeaderColumnColor(): string | null {
    return this.color('columns', 'header');
  }
  setHeaderColumnColor(color: string | null): this {
    return this.paint('columns', 'header', color);
  }
  getFirstColumnColor(): string | null {
    return this.color('columns', 'first');
  }
  setFirstColumnColor(color: string | null): this {
    return this.paint('columns', 'first', color);
  }
  getSecondColumnColor(): string | null {
    return this.color('columns', 'second');
  }
  setSecondColumnColor(color: string | null): this {
    return this.paint('columns', 'second', color);
  }
  getFooterColumnColor(): string | null {
    return this.color('columns', 'footer');
  }
  setFooterColumnColor(color: string | null): this {
    return this.paint('columns', 'footer', color);
  }
}

const ALREADY =
  'You cannot add alternating background colors to a range that already has alternating background colors.';

function requireFree(tab: Tab, rect: Rect, own?: BandingState): void {
  const taken = (tab.sheet.bandings ?? []).some((each) => each !== own && overlaps(each.rect, rect));
  if (taken) throw new GoogleError(ALREADY);
}

function addBanding(runtime: Runtime, tab: Tab, banding: BandingState): Banding {
  requireEdit(runtime, tab, banding.rect);
  requireFree(tab, banding.rect);
  const made = JSON.parse(JSON.stringify(banding)) as BandingState;
  (tab.sheet.bandings ??= []).push(made);
  touchSheet(runtime, tab);
  return new Banding(runtime, tab, made);
}

/** Colors of one of Google's themes, light grey by default, with a header and without a footer unless told. */
export function applyBanding(
  runtime: Runtime,
  range: Range,
  lines: 'rows' | 'columns',
  theme?: EnumValue,
  showHeader = true,
  showFooter = false,
): Banding {
  const [header, first, second, footer] = THEMES[keyOf(theme)] ?? [
    '#bdbdbd',
    '#ffffff',
    '#f3f3f3',
    '#dedede',
  ];
  const colors = { first, second, ...(showHeader ? { header } : {}), ...(showFooter ? { footer } : {}) };
  return addBanding(runtime, range.tab, { rect: range.rect, [lines]: colors });
}

/** The bandings of a tab that touch the rectangle; all without one. */
export function bandingsOf(runtime: Runtime, tab: Tab, rect?: Rect): Banding[] {
  return (tab.sheet.bandings ?? [])
    .filter((each) => rect === undefined || overlaps(each.rect, rect))
    .map((each) => new Banding(runtime, tab, each));
}
