import { Blob } from '../blob';
import type { Runtime } from '../runtime';
import { GoogleError, Served, type ServedClass, type ServiceEntry } from '../served';
import type { Members } from '../spreadsheet/members';
import { ChartOptions } from './chartOptions';
import { ChartSetters } from './chartSetters';
import { DataTable, DataTableBuilder, tableOf, type ChartTable } from './dataTable';
import { TextStyle, TextStyleBuilder } from './textStyle';

/** A chart as it is to be drawn; sizes are pixels, options have Google's dotted names. */
export interface ChartDrawing {
  /** Key of `Charts.ChartType`. */
  type: string;
  table: ChartTable;
  options: Readonly<Record<string, unknown>>;
  width: number;
  height: number;
}

/** The picture of a chart as PNG, the one kind of picture that can be made here. */
export function chartBlob(runtime: Runtime, drawing: ChartDrawing, contentType: string): Blob {
  if (contentType !== 'image/png') {
    throw new GoogleError(`A chart as ${contentType} is not supported by the local workspace`);
  }
  return new Blob(runtime, runtime.platform.drawChart(drawing), contentType, 'chart.png');
}

/** A finished chart that hangs on no sheet: for mails and dialogs. */
export class Chart
  extends Served
  implements Pick<Members<GoogleAppsScript.Charts.Chart>, 'getAs' | 'getBlob' | 'getOptions'>
{
  static override readonly gas = 'Charts.Chart';
  constructor(
    runtime: Runtime,
    private readonly drawing: ChartDrawing,
  ) {
    super(runtime);
  }
  getAs(contentType: string): Blob {
    return chartBlob(this.runtime, this.drawing, contentType);
  }
  getBlob(): Blob {
    return this.getAs('image/png');
  }
  getOptions(): ChartOptions {
    return new ChartOptions(this.runtime, this.drawing.options);
  }
}

/** What all builders of the Charts service have; `setDataSourceUrl` and views are refused by name. */
abstract class ChartBuilder extends ChartSetters {
  protected abstract readonly type: string;
  private table: ChartTable = { columns: [], rows: [] };
  private readonly options: Record<string, unknown> = {};
  private size = { width: 600, height: 400 };

  override setOption(option: string, value: unknown): this {
    this.options[option] = value;
    return this;
  }
  protected override kind(): string {
    return this.type;
  }
  setDataTable(table: unknown): this {
    this.table = tableOf(table);
    return this;
  }
  setDimensions(width: number, height: number): this {
    this.size = { width, height };
    return this;
  }
  build(): Chart {
    const { type, table, options, size } = this;
    if (table.columns.length === 0) throw new GoogleError('A chart needs data: call setDataTable first.');
    return new Chart(this.runtime, { type, table, options: { ...options }, ...size });
  }
}
class AreaChartBuilder extends ChartBuilder {
  static override readonly gas = 'Charts.AreaChartBuilder';
  protected readonly type = 'AREA';
}
class BarChartBuilder extends ChartBuilder {
  static override readonly gas = 'Charts.BarChartBuilder';
  protected readonly type = 'BAR';
}
class ColumnChartBuilder extends ChartBuilder {
  static override readonly gas = 'Charts.ColumnChartBuilder';
  protected readonly type = 'COLUMN';
}
class LineChartBuilder extends ChartBuilder {
  static override readonly gas = 'Charts.LineChartBuilder';
  protected readonly type = 'LINE';
}
class PieChartBuilder extends ChartBuilder {
  static override readonly gas = 'Charts.PieChartBuilder';
  protected readonly type = 'PIE';
}
class ScatterChartBuilder extends ChartBuilder {
  static override readonly gas = 'Charts.ScatterChartBuilder';
  protected readonly type = 'SCATTER';
}
class TableChartBuilder extends ChartBuilder {
  static override readonly gas = 'Charts.TableChartBuilder';
  protected readonly type = 'TABLE';
}

type G = Members<GoogleAppsScript.Charts.Charts>;

/** The global `Charts`: charts without a sheet. */
export class Charts extends Served implements Pick<G, Exclude<keyof G, 'newDataViewDefinition' | EnumNames>> {
  static override readonly gas = 'Charts.Charts';

  newAreaChart(): AreaChartBuilder {
    return new AreaChartBuilder(this.runtime);
  }
  newBarChart(): BarChartBuilder {
    return new BarChartBuilder(this.runtime);
  }
  newColumnChart(): ColumnChartBuilder {
    return new ColumnChartBuilder(this.runtime);
  }
  newLineChart(): LineChartBuilder {
    return new LineChartBuilder(this.runtime);
  }
  newPieChart(): PieChartBuilder {
    return new PieChartBuilder(this.runtime);
  }
  newScatterChart(): ScatterChartBuilder {
    return new ScatterChartBuilder(this.runtime);
  }
  newTableChart(): TableChartBuilder {
    return new TableChartBuilder(this.runtime);
  }
  newDataTable(): DataTableBuilder {
    return new DataTableBuilder(this.runtime);
  }
  newTextStyle(): TextStyleBuilder {
    return new TextStyleBuilder(this.runtime);
  }
}
type EnumNames =
  | 'ChartHiddenDimensionStrategy'
  | 'ChartMergeStrategy'
  | 'ChartType'
  | 'ColumnType'
  | 'CurveStyle'
  | 'PointStyle'
  | 'Position';

const classes: readonly ServedClass[] = [
  Charts,
  Chart,
  ChartOptions,
  DataTable,
  DataTableBuilder,
  TextStyle,
  TextStyleBuilder,
  AreaChartBuilder,
  BarChartBuilder,
  ColumnChartBuilder,
  LineChartBuilder,
  PieChartBuilder,
  ScatterChartBuilder,
  TableChartBuilder,
  Blob,
];

export const chartsService: ServiceEntry = {
  global: 'Charts',
  gas: 'Charts.Charts',
  create: (runtime) => new Charts(runtime),
  classes,
};
