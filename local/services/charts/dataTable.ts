import { keyOf } from '../boundary';
import type { Runtime } from '../runtime';
import { GoogleError, Served, type EnumValue } from '../served';
import type { Members } from '../spreadsheet/members';

/** Columns of a chart's data: the first one names the categories, the others are series. */
export interface ChartTable {
  columns: { type: string; label: string }[];
  rows: unknown[][];
}

/** Data of a chart; a script can only hand it on. */
export class DataTable extends Served {
  static override readonly gas = 'Charts.DataTable';
  constructor(
    runtime: Runtime,
    readonly table: ChartTable,
  ) {
    super(runtime);
  }
}

type G = Members<GoogleAppsScript.Charts.DataTableBuilder>;

export class DataTableBuilder extends Served implements Pick<G, keyof G> {
  static override readonly gas = 'Charts.DataTableBuilder';
  private readonly table: ChartTable = { columns: [], rows: [] };

  addColumn(type: EnumValue, label: string): this {
    this.table.columns.push({ type: keyOf(type), label });
    return this;
  }
  addRow(values: unknown[]): this {
    const { columns, rows } = this.table;
    if (values.length !== columns.length) {
      throw new GoogleError(`Row has ${values.length} values, but the table has ${columns.length} columns.`);
    }
    values.forEach((value, at) => this.check(columns[at]?.type, value));
    rows.push([...values]);
    return this;
  }
  setValue(row: number, column: number, value: unknown): this {
    this.check(this.table.columns[column]?.type, value);
    while (this.table.rows.length <= row) this.table.rows.push([]);
    const line = this.table.rows[row];
    if (line) line[column] = value;
    return this;
  }
  private check(type: string | undefined, value: unknown): void {
    if (type === undefined) throw new GoogleError('Invalid column index.');
    const fits =
      value === null ||
      value === undefined ||
      (type === 'NUMBER' ? typeof value === 'number' : type === 'DATE' ? value instanceof Date : true);
    if (!fits) throw new GoogleError(`Value ${String(value)} does not match the column type ${type}.`);
  }
  build(): DataTable {
    return new DataTable(this.runtime, JSON.parse(JSON.stringify(this.table)) as ChartTable);
  }
}

/** The data that a script named: a table, its builder, or a range. */
export function tableOf(source: unknown): ChartTable {
  if (source instanceof DataTable) return source.table;
  if (source instanceof DataTableBuilder) return source.build().table;
  if (source instanceof Served && 'getDataTable' in source && typeof source.getDataTable === 'function') {
    return tableOf(source.getDataTable(true));
  }
  throw new GoogleError('Invalid argument: dataTable');
}

/** A matrix of cells as data; headers are its first row where they are wanted, else the letters of the columns. */
export function tableOfCells(cells: readonly (readonly unknown[])[], hasHeader: boolean): ChartTable {
  const body = hasHeader ? cells.slice(1) : cells;
  const columns = (cells[0] ?? []).map((first, at) => {
    const values = body.map((row) => row[at]).filter((value) => value !== '' && value !== null);
    const isDate = values.length > 0 && values.every((value) => value instanceof Date);
    const isNumber = values.length > 0 && values.every((value) => typeof value === 'number');
    const type = isNumber ? 'NUMBER' : isDate ? 'DATE' : 'STRING';
    return { type, label: hasHeader ? String(first) : '' };
  });
  return { columns, rows: body.map((row) => [...row]) };
}
