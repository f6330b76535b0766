import type { Runtime } from '../services/runtime';
import { cellText } from '../services/spreadsheet/displayText';
import type { Tab } from '../services/spreadsheet/document';
import { rowAt } from '../state/sheetCells';
import type { ChartState } from '../state/spreadsheet';

/** A chart's numbers: one label a place, and rows of values beside them; null = no number there. */
export interface ChartData {
  labels: string[];
  series: { name: string; values: (number | null)[] }[];
}

interface Cell {
  text: string;
  value: number | null;
}

/** Ranges of a chart stand side by side, as with Google's default way to merge them. */
function cellsOf(runtime: Runtime, { state, sheet }: Tab, chart: ChartState): Cell[][] {
  const rows = Math.max(0, ...chart.ranges.map((area) => area.rows));
  return Array.from({ length: rows }, (_, at) =>
    chart.ranges.flatMap((area) =>
      Array.from({ length: area.columns }, (_column, place) => {
        const [row, column] = [area.row + at, area.column + place];
        const stored = at < area.rows ? rowAt(sheet, row)?.values[column] : undefined;
        return {
          text: at < area.rows ? cellText(runtime.platform, state, sheet, row, column) : '',
          value: typeof stored === 'number' ? stored : null,
        };
      }),
    ),
  );
}

/**
 * What a chart draws. Header rows as it says, or the first row where nothing in it is a number; the first column
 * gives the labels where another one is beside it.
 */
export function chartData(runtime: Runtime, tab: Tab, chart: ChartState): ChartData {
  const cells = cellsOf(runtime, tab, chart);
  const [first = []] = cells;
  const guessed = first.length > 0 && first.every(({ value }) => value === null) ? 1 : 0;
  const headers = chart.headers >= 0 ? chart.headers : guessed;
  const rows = cells.slice(headers).filter((row) => row.some(({ text }) => text !== ''));
  const width = first.length;
  const from = width > 1 ? 1 : 0;
  return {
    labels: rows.map((row, at) => (from === 1 ? (row[0]?.text ?? '') : String(at + 1))),
    series: Array.from({ length: width - from }, (_, place) => ({
      name: headers > 0 ? (cells[headers - 1]?.[place + from]?.text ?? '') : '',
      values: rows.map((row) => row[place + from]?.value ?? null),
    })),
  };
}
