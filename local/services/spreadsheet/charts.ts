import type { ChartState } from '../../state/spreadsheet';
import type { Blob } from '../blob';
import { keyOf } from '../boundary';
import { ChartOptions } from '../charts/chartOptions';
import { chartBlob } from '../charts/charts';
import { ChartSetters } from '../charts/chartSetters';
import { tableOfCells, type ChartTable } from '../charts/dataTable';
import type { Runtime } from '../runtime';
import type { EnumValue } from '../served';
import { enumValue, GoogleError, Served } from '../served';
import type { Tab } from './document';
import { requireEdit, touchSheet } from './document';
import type { Members } from './members';
import { Range } from './range';

// prettier-ignore
type ChartMember = 'getAs' | 'getBlob' | 'getChartId' | 'getContainerInfo' | 'getHiddenDimensionStrategy' | 'getMergeStrategy'
  | 'getNumHeaders' | 'getOptions' | 'getRanges' | 'getTransposeRowsAndColumns' | 'modify';

/** A chart in a tab: its kind, ranges, place and options are kept; drawing it is the page's. */
export class EmbeddedChart
  extends Served
  implements Pick<Members<GoogleAppsScript.Spreadsheet.EmbeddedChart>, ChartMember>
{
  static override readonly gas = 'Spreadsheet.EmbeddedChart';
  constructor(
    runtime: Runtime,
    readonly tab: Tab,
    readonly chart: ChartState,
  ) {
    super(runtime);
  }

  getChartId(): number | null {
    return this.chart.id === 0 ? null : this.chart.id;
  }
  getContainerInfo(): ContainerInfo {
    return new ContainerInfo(this.runtime, this.chart.position);
  }
  getNumHeaders(): number {
    return this.chart.headers;
  }
  getMergeStrategy(): EnumValue {
    return enumValue('Charts.ChartMergeStrategy', this.chart.merge ?? 'MERGE_COLUMNS');
  }
  getHiddenDimensionStrategy(): EnumValue {
    return enumValue('Charts.ChartHiddenDimensionStrategy', this.chart.hidden ?? 'IGNORE_BOTH');
  }
  getTransposeRowsAndColumns(): boolean {
    return this.chart.transposed ?? false;
  }
  /** A picture of what the ranges hold now. */
  getAs(contentType: string): Blob {
    const { type, options } = this.chart;
    const table = chartTable(this.getRanges(), this.chart);
    const pixels = (name: string, otherwise: number): number => Number(options[name] ?? otherwise);
    const size = { width: pixels('width', 600), height: pixels('height', 371) };
    return chartBlob(this.runtime, { type, table, options, ...size }, contentType);
  }
  getBlob(): Blob {
    return this.getAs('image/png');
  }
  getOptions(): ChartOptions {
    return new ChartOptions(this.runtime, this.chart.options);
  }
  getRanges(): Range[] {
    return this.chart.ranges.map((area) => new Range(this.runtime, this.tab, area));
  }
  modify(): EmbeddedChartBuilder {
    return new EmbeddedChartBuilder(
      this.runtime,
      this.tab,
      JSON.parse(JSON.stringify(this.chart)) as ChartState,
    );
  }
}

export class ContainerInfo
  extends Served
  implements
    Pick<
      Members<GoogleAppsScript.Spreadsheet.ContainerInfo>,
      'getAnchorColumn' | 'getAnchorRow' | 'getOffsetX' | 'getOffsetY'
    >
{
  static override readonly gas = 'Spreadsheet.ContainerInfo';
  constructor(
    runtime: Runtime,
    private readonly position: ChartState['position'],
  ) {
    super(runtime);
  }

  getAnchorColumn(): number {
    return this.position.column;
  }
  getAnchorRow(): number {
    return this.position.row;
  }
  getOffsetX(): number {
    return this.position.offsetX;
  }
  getOffsetY(): number {
    return this.position.offsetY;
  }
}

// prettier-ignore
type BuilderMember =
  | 'setHiddenDimensionStrategy' | 'setMergeStrategy' | 'setTransposeRowsAndColumns' | 'addRange' | 'build' | 'clearRanges' | 'getChartType' | 'getContainer' | 'getRanges' | 'removeRange'
  | 'setChartType' | 'setNumHeaders' | 'setOption' | 'setPosition' | 'asAreaChart' | 'asBarChart' | 'asColumnChart'
  | 'asComboChart' | 'asHistogramChart' | 'asLineChart' | 'asPieChart' | 'asScatterChart' | 'asTableChart';

/** `Sheet.newChart()`: a title is an option here, as on Google (google.md section 4). */
export class EmbeddedChartBuilder
  extends ChartSetters
  implements Pick<Members<GoogleAppsScript.Spreadsheet.EmbeddedChartBuilder>, BuilderMember>
{
  static override readonly gas: string = 'Spreadsheet.EmbeddedChartBuilder';
  constructor(
    runtime: Runtime,
    protected readonly tab: Tab,
    protected readonly chart: ChartState,
  ) {
    super(runtime);
  }

  addRange(range: Range): this {
    this.chart.ranges.push(range.rect);
    return this;
  }
  clearRanges(): this {
    this.chart.ranges = [];
    return this;
  }
  removeRange(range: Range): this {
    const gone = JSON.stringify(range.rect);
    this.chart.ranges = this.chart.ranges.filter((area) => JSON.stringify(area) !== gone);
    return this;
  }
  getRanges(): Range[] {
    return this.chart.ranges.map((area) => new Range(this.runtime, this.tab, area));
  }
  getContainer(): ContainerInfo {
    return new ContainerInfo(this.runtime, this.chart.position);
  }
  getChartType(): EnumValue {
    return enumValue('Charts.ChartType', this.chart.type);
  }
  setChartType(type: EnumValue): this {
    this.chart.type = keyOf(type);
    return this;
  }
  setNumHeaders(headers: number): this {
    this.chart.headers = headers;
    return this;
  }
  setMergeStrategy(mergeStrategy: EnumValue): this {
    this.chart.merge = keyOf(mergeStrategy);
    return this;
  }
  setHiddenDimensionStrategy(strategy: EnumValue): this {
    this.chart.hidden = keyOf(strategy);
    return this;
  }
  setTransposeRowsAndColumns(transpose: boolean): this {
    this.chart.transposed = transpose;
    return this;
  }
  override setOption(option: string, value: unknown): this {
    this.chart.options[option] = value;
    return this;
  }
  protected override kind(): string {
    return this.chart.type;
  }
  setPosition(anchorRowPos: number, anchorColPos: number, offsetX: number, offsetY: number): this {
    this.chart.position = { row: anchorRowPos, column: anchorColPos, offsetX, offsetY };
    return this;
  }
  build(): EmbeddedChart {
    return new EmbeddedChart(this.runtime, this.tab, JSON.parse(JSON.stringify(this.chart)) as ChartState);
  }

  asAreaChart(): TypedChartBuilder {
    return this.typed('AREA');
  }
  asBarChart(): TypedChartBuilder {
    return this.typed('BAR');
  }
  asColumnChart(): TypedChartBuilder {
    return this.typed('COLUMN');
  }
  asComboChart(): TypedChartBuilder {
    return this.typed('COMBO');
  }
  asHistogramChart(): TypedChartBuilder {
    return this.typed('HISTOGRAM');
  }
  asLineChart(): TypedChartBuilder {
    return this.typed('LINE');
  }
  asPieChart(): TypedChartBuilder {
    return this.typed('PIE');
  }
  asScatterChart(): TypedChartBuilder {
    return this.typed('SCATTER');
  }
  asTableChart(): TypedChartBuilder {
    return this.typed('TABLE');
  }
  private typed(type: string): TypedChartBuilder {
    this.chart.type = type;
    return new (TYPED[type] ?? EmbeddedColumnChartBuilder)(this.runtime, this.tab, this.chart);
  }
}

/** A builder of one kind of chart: the setters that its page names are options under names of their own. */
export abstract class TypedChartBuilder extends EmbeddedChartBuilder {}

export class EmbeddedAreaChartBuilder extends TypedChartBuilder {
  static override readonly gas = 'Spreadsheet.EmbeddedAreaChartBuilder';
}
export class EmbeddedBarChartBuilder extends TypedChartBuilder {
  static override readonly gas = 'Spreadsheet.EmbeddedBarChartBuilder';
}
export class EmbeddedColumnChartBuilder extends TypedChartBuilder {
  static override readonly gas = 'Spreadsheet.EmbeddedColumnChartBuilder';
}
export class EmbeddedComboChartBuilder extends TypedChartBuilder {
  static override readonly gas = 'Spreadsheet.EmbeddedComboChartBuilder';
}
export class EmbeddedHistogramChartBuilder extends TypedChartBuilder {
  static override readonly gas = 'Spreadsheet.EmbeddedHistogramChartBuilder';
}
export class EmbeddedLineChartBuilder extends TypedChartBuilder {
  static override readonly gas = 'Spreadsheet.EmbeddedLineChartBuilder';
}
export class EmbeddedPieChartBuilder extends TypedChartBuilder {
  static override readonly gas = 'Spreadsheet.EmbeddedPieChartBuilder';
}
export class EmbeddedScatterChartBuilder extends TypedChartBuilder {
  static override readonly gas = 'Spreadsheet.EmbeddedScatterChartBuilder';
}
export class EmbeddedTableChartBuilder extends TypedChartBuilder {
  static override readonly gas = 'Spreadsheet.EmbeddedTableChartBuilder';
}
const TYPED: Record<string, new (runtime: Runtime, tab: Tab, chart: ChartState) => TypedChartBuilder> = {
  AREA: EmbeddedAreaChartBuilder,
  BAR: EmbeddedBarChartBuilder,
  COLUMN: EmbeddedColumnChartBuilder,
  COMBO: EmbeddedComboChartBuilder,
  HISTOGRAM: EmbeddedHistogramChartBuilder,
  LINE: EmbeddedLineChartBuilder,
  PIE: EmbeddedPieChartBuilder,
  SCATTER: EmbeddedScatterChartBuilder,
  TABLE: EmbeddedTableChartBuilder,
};

export function newChart(runtime: Runtime, tab: Tab): EmbeddedChartBuilder {
  const position = { row: 1, column: 1, offsetX: 0, offsetY: 0 };
  return new EmbeddedChartBuilder(runtime, tab, {
    id: 0,
    type: 'COLUMN',
    ranges: [],
    position,
    options: {},
    headers: 0,
  });
}
export function chartsOf(runtime: Runtime, tab: Tab): EmbeddedChart[] {
  return tab.sheet.charts.map((chart) => new EmbeddedChart(runtime, tab, chart));
}
export function insertChart(runtime: Runtime, tab: Tab, chart: EmbeddedChart): void {
  requireEdit(runtime, tab);
  tab.sheet.charts.push({ ...chart.chart, id: Number(runtime.newId('sheet').slice(0, 9)) });
  touchSheet(runtime, tab);
}
export function updateChart(runtime: Runtime, tab: Tab, chart: EmbeddedChart): void {
  requireEdit(runtime, tab);
  const place = tab.sheet.charts.findIndex((known) => known.id === chart.chart.id);
  if (place < 0) throw new GoogleError('The chart does not exist in this sheet.');
  tab.sheet.charts[place] = { ...chart.chart };
  touchSheet(runtime, tab);
}
export function removeChart(runtime: Runtime, tab: Tab, chart: EmbeddedChart): void {
  requireEdit(runtime, tab);
  tab.sheet.charts = tab.sheet.charts.filter((known) => known.id !== chart.chart.id);
  touchSheet(runtime, tab);
}

/** The values of a chart's ranges side by side; without told headers a first row of texts counts as one. */
function chartTable(ranges: readonly Range[], chart: ChartState): ChartTable {
  const blocks = ranges.map((range) => range.getValues());
  const height = Math.max(0, ...blocks.map((block) => block.length));
  const cells = Array.from({ length: height }, (_, row) => blocks.flatMap((block) => block[row] ?? []));
  const lines = chart.transposed ? (cells[0] ?? []).map((_, at) => cells.map((row) => row[at])) : cells;
  const isText = (lines[0] ?? []).slice(1).every((value) => typeof value === 'string');
  return tableOfCells(lines, chart.headers > 0 || (isText && lines.length > 1));
}
