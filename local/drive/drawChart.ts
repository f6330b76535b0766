import type { ChartDrawing } from '../services/charts/charts';
import { Bitmap, rgbOf, textWidth, type Rgb } from './bitmap';

/** Colors of series in Google's order. */
const COLORS = ['#3366cc', '#dc3912', '#ff9900', '#109618', '#990099', '#0099c6', '#dd4477', '#66aa00'];
const BLACK: Rgb = [34, 34, 34];
const GREY: Rgb = [204, 204, 204];
const WHITE: Rgb = [255, 255, 255];

interface Plot {
  left: number;
  top: number;
  width: number;
  height: number;
}
interface Series {
  label: string;
  values: number[];
  color: Rgb;
}

const textOf = (value: unknown): string =>
  value instanceof Date
    ? value.toISOString().slice(0, 10)
    : value === null || value === undefined
      ? ''
      : String(value as string | number);
const short = (text: string, letters: number): string =>
  text.length > letters ? text.slice(0, Math.max(0, letters)) : text;

/** A round step so that some four of them reach the top. */
function niceStep(top: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(top, 1e-9) / 4));
  return power * ([1, 2, 5, 10].find((each) => top / (power * each) <= 5) ?? 10);
}

class Drawer {
  private readonly map: Bitmap;
  private readonly series: Series[];
  private readonly categories: string[];

  constructor(private readonly drawing: ChartDrawing) {
    const { options, table, width, height } = drawing;
    this.map = new Bitmap(
      Math.max(40, Math.round(width)),
      Math.max(40, Math.round(height)),
      rgbOf(options['backgroundColor'], WHITE),
    );
    const colors = Array.isArray(options['colors']) ? (options['colors'] as unknown[]) : COLORS;
    this.categories = table.rows.map((row) => textOf(row[0]));
    this.series = table.columns.slice(1).map((column, at) => ({
      label: column.label,
      values: table.rows.map((row) => (typeof row[at + 1] === 'number' ? (row[at + 1] as number) : 0)),
      color: rgbOf(colors[at % colors.length], rgbOf(COLORS[at % COLORS.length], BLACK)),
    }));
  }

  draw(): Uint8Array {
    const { type, options, table } = this.drawing;
    const title = options['title'];
    const top = typeof title === 'string' && title !== '' ? this.title(title) : 10;
    if (type === 'PIE')
      this.pie(
        top,
        table.rows.map((row) => Math.max(0, Number(row[1]) || 0)),
      );
    else if (type === 'TABLE') this.table(top);
    else if (type === 'BAR') this.bars(this.frame(top, 90));
    else this.upright(this.frame(top, 50));
    if (type !== 'PIE' && type !== 'TABLE' && options['legend.position'] !== 'none') {
      this.legend(this.series.map(({ label, color }) => [label, color]));
    }
    return this.map.png();
  }

  private title(text: string): number {
    this.map.text(short(text, Math.floor(this.map.width / 12)), 10, 10, BLACK, 3);
    return 34;
  }
  private frame(top: number, left: number): Plot {
    return { left, top, width: this.map.width - left - 10, height: this.map.height - top - 44 };
  }
  private legend(entries: readonly (readonly [label: string, color: Rgb])[]): void {
    let x = 10;
    for (const [label, color] of entries) {
      this.map.fill(x, this.map.height - 16, 10, 10, color);
      this.map.text(label, x + 14, this.map.height - 16, BLACK);
      x += textWidth(label) + 28;
    }
  }

  private highest(): number {
    const { options } = this.drawing;
    const stacked = options['isStacked'] !== undefined && options['isStacked'] !== false;
    const sums = this.categories.map((_, at) => {
      const values = this.series.map((each) => each.values[at] ?? 0);
      return stacked ? values.reduce((sum, each) => sum + Math.max(0, each), 0) : Math.max(0, ...values);
    });
    // Google widens a range that was told until all points are inside (reference, setRange).
    const axis = this.drawing.type === 'BAR' ? 'hAxis' : 'vAxis';
    return Math.max(1e-9, Number(options[`${axis}.viewWindow.max`] ?? 0) || 0, ...sums);
  }
  private upright(plot: Plot): void {
    const { type, options } = this.drawing;
    const step = niceStep(this.highest());
    const top = Math.ceil(this.highest() / step) * step;
    const y = (value: number): number => plot.top + plot.height * (1 - Math.max(0, value) / top);
    for (let value = 0; value <= top + step / 2; value += step) {
      this.map.line(plot.left, y(value), plot.left + plot.width, y(value), GREY);
      const label = String(Math.round(value * 1e6) / 1e6);
      this.map.text(label, Math.max(0, plot.left - textWidth(label) - 4), y(value) - 5, BLACK);
    }
    const slot = plot.width / Math.max(1, this.categories.length);
    this.categories.forEach((name, at) => {
      const fitting = short(name, Math.floor((slot - 2) / 8));
      this.map.text(
        fitting,
        plot.left + slot * (at + 0.5) - textWidth(fitting) / 2,
        plot.top + plot.height + 6,
        BLACK,
      );
    });
    if (type === 'COLUMN' || type === 'COMBO' || type === 'HISTOGRAM') {
      this.columns(plot, slot, y, options['isStacked'] !== undefined && options['isStacked'] !== false);
    } else this.lines(plot, slot, y, type);
  }
  private columns(plot: Plot, slot: number, y: (value: number) => number, stacked: boolean): void {
    const width = (slot * 0.7) / (stacked ? 1 : Math.max(1, this.series.length));
    this.categories.forEach((_, at) => {
      let below = 0;
      this.series.forEach(({ values, color }, place) => {
        const value = values[at] ?? 0;
        const x = plot.left + slot * at + slot * 0.15 + (stacked ? 0 : place * width);
        const top = y(below + value);
        this.map.fill(x, top, Math.max(1, width - 1), y(below) - top, color);
        if (stacked) below += value;
      });
    });
  }
  private lines(plot: Plot, slot: number, y: (value: number) => number, type: string): void {
    const x = (at: number): number => plot.left + slot * (at + 0.5);
    for (const { values, color } of this.series) {
      values.forEach((value, at) => {
        if (type === 'SCATTER') this.map.fill(x(at) - 3, y(value) - 3, 6, 6, color);
        else if (at > 0) {
          if (type === 'AREA') this.area(x(at - 1), y(values[at - 1] ?? 0), x(at), y(value), plot, color);
          this.map.line(x(at - 1), y(values[at - 1] ?? 0), x(at), y(value), color, 2);
        }
      });
    }
  }
  private area(fromX: number, fromY: number, toX: number, toY: number, plot: Plot, color: Rgb): void {
    const pale: Rgb = [(color[0] + 510) / 3, (color[1] + 510) / 3, (color[2] + 510) / 3];
    for (let x = fromX; x < toX; x += 1) {
      const y = fromY + ((toY - fromY) * (x - fromX)) / Math.max(1, toX - fromX);
      this.map.fill(x, y, 1, plot.top + plot.height - y, pale);
    }
  }
  private bars(plot: Plot): void {
    const top = this.highest();
    const slot = plot.height / Math.max(1, this.categories.length);
    const height = (slot * 0.7) / Math.max(1, this.series.length);
    this.map.line(plot.left, plot.top, plot.left, plot.top + plot.height, GREY);
    this.categories.forEach((name, at) => {
      const fitting = short(name, 10);
      this.map.text(fitting, plot.left - textWidth(fitting) - 4, plot.top + slot * (at + 0.5) - 5, BLACK);
      this.series.forEach(({ values, color }, place) => {
        const y = plot.top + slot * at + slot * 0.15 + place * height;
        this.map.fill(
          plot.left,
          y,
          (plot.width * Math.max(0, values[at] ?? 0)) / top,
          Math.max(1, height - 1),
          color,
        );
      });
    });
  }
  private pie(top: number, values: readonly number[]): void {
    const sum = values.reduce((total, each) => total + each, 0);
    const { map } = this;
    const radius = Math.floor(Math.min(map.width, map.height - top - 30) / 2) - 4;
    const given = Array.isArray(this.drawing.options['colors'])
      ? (this.drawing.options['colors'] as unknown[])
      : COLORS;
    let angle = 0;
    const entries = values.map((value, at) => {
      const color = rgbOf(given[at % given.length], rgbOf(COLORS[at % COLORS.length], BLACK));
      const next = angle + (sum > 0 ? (value / sum) * 2 * Math.PI : 0);
      map.slice(map.width / 2, top + radius, radius, angle, next, color);
      angle = next;
      return [this.categories[at] ?? '', color] as const;
    });
    this.legend(entries);
  }
  private table(top: number): void {
    const { table } = this.drawing;
    const width = (this.map.width - 20) / Math.max(1, table.columns.length);
    const lines = [table.columns.map((column) => column.label), ...table.rows.map((row) => row.map(textOf))];
    lines.forEach((line, row) => {
      const y = top + row * 18;
      if (row === 0) this.map.fill(10, y - 4, this.map.width - 20, 18, [238, 238, 238]);
      line.forEach((text, column) => {
        this.map.text(short(text, Math.floor(width / 8)), 14 + column * width, y, BLACK);
      });
      this.map.line(10, y + 14, this.map.width - 10, y + 14, GREY);
    });
  }
}

/** `Platform.drawChart`: columns, bars, lines, areas, points, pies and tables, plain but to scale. */
export function drawChart(drawing: ChartDrawing): Uint8Array {
  return new Drawer(drawing).draw();
}
