import { keyOf } from '../boundary';
import { Served, type EnumValue } from '../served';
import { TextStyle } from './textStyle';

const POINTS: Record<string, number> = { NONE: 0, TINY: 2, MEDIUM: 7, LARGE: 10, HUGE: 15 };

/**
 * The setters of chart builders: each stands for an option (Google's chart configuration options), under its dotted
 * name. A builder's own page says which of them it has; the stubs show a script no others.
 */
export abstract class ChartSetters extends Served {
  abstract setOption(option: string, value: unknown): this;
  /** Key of `Charts.ChartType`. */
  protected abstract kind(): string;

  /** The axis of the values: the horizontal one where bars lie. */
  private valueAxis(): string {
    return this.kind() === 'BAR' ? 'hAxis' : 'vAxis';
  }
  private categoryAxis(): string {
    return this.kind() === 'BAR' ? 'vAxis' : 'hAxis';
  }

  private style(option: string, style: TextStyle): this {
    return this.setOption(option, { ...style.values });
  }
  private range(axis: string, start: number, end: number): this {
    return this.setOption(`${axis}.viewWindow.min`, start).setOption(`${axis}.viewWindow.max`, end);
  }

  setTitle(title: string): this {
    return this.setOption('title', title);
  }
  setTitleTextStyle(textStyle: TextStyle): this {
    return this.style('titleTextStyle', textStyle);
  }
  setColors(colors: string[]): this {
    return this.setOption('colors', colors);
  }
  setBackgroundColor(color: string): this {
    return this.setOption('backgroundColor', color);
  }
  setLegendPosition(position: EnumValue): this {
    return this.setOption('legend.position', keyOf(position).toLowerCase());
  }
  setLegendTextStyle(textStyle: TextStyle): this {
    return this.style('legend.textStyle', textStyle);
  }
  setStacked(): this {
    return this.setOption('isStacked', 'true');
  }
  /** A pie has no axis: its slices go the other way round. */
  reverseCategories(): this {
    if (this.kind() === 'PIE') return this.setOption('reverseCategories', true);
    return this.setOption(`${this.categoryAxis()}.direction`, -1);
  }
  reverseDirection(): this {
    return this.setOption(`${this.valueAxis()}.direction`, -1);
  }
  setRange(start: number, end: number): this {
    return this.range(this.valueAxis(), start, end);
  }
  useLogScale(): this {
    return this.setOption(`${this.valueAxis()}.logScale`, true);
  }
  setCurveStyle(style: EnumValue): this {
    return this.setOption('curveType', keyOf(style) === 'SMOOTH' ? 'function' : 'none');
  }
  setPointStyle(style: EnumValue): this {
    return this.setOption('pointSize', POINTS[keyOf(style)] ?? 0);
  }
  set3D(): this {
    return this.setOption('is3D', true);
  }

  setXAxisTitle(title: string): this {
    return this.setOption('hAxis.title', title);
  }
  setXAxisTitleTextStyle(textStyle: TextStyle): this {
    return this.style('hAxis.titleTextStyle', textStyle);
  }
  setXAxisTextStyle(textStyle: TextStyle): this {
    return this.style('hAxis.textStyle', textStyle);
  }
  setXAxisRange(start: number, end: number): this {
    return this.range('hAxis', start, end);
  }
  setXAxisLogScale(): this {
    return this.setOption('hAxis.logScale', true);
  }
  setYAxisTitle(title: string): this {
    return this.setOption('vAxis.title', title);
  }
  setYAxisTitleTextStyle(textStyle: TextStyle): this {
    return this.style('vAxis.titleTextStyle', textStyle);
  }
  setYAxisTextStyle(textStyle: TextStyle): this {
    return this.style('vAxis.textStyle', textStyle);
  }
  setYAxisRange(start: number, end: number): this {
    return this.range('vAxis', start, end);
  }
  setYAxisLogScale(): this {
    return this.setOption('vAxis.logScale', true);
  }

  enablePaging(...given: (boolean | number)[]): this {
    const [size, start] = given.filter((each): each is number => typeof each === 'number');
    this.setOption('page', given[0] === false ? 'disable' : 'enable');
    if (size !== undefined) this.setOption('pageSize', size);
    return start === undefined ? this : this.setOption('startPage', start);
  }
  enableSorting(enable: boolean): this {
    return this.setOption('sort', enable ? 'enable' : 'disable');
  }
  enableRtlTable(enable: boolean): this {
    return this.setOption('rtlTable', enable);
  }
  setFirstRowNumber(number: number): this {
    return this.setOption('firstRowNumber', number);
  }
  setInitialSortingAscending(column: number): this {
    return this.setOption('sortColumn', column).setOption('sortAscending', true);
  }
  setInitialSortingDescending(column: number): this {
    return this.setOption('sortColumn', column).setOption('sortAscending', false);
  }
  showRowNumberColumn(show: boolean): this {
    return this.setOption('showRowNumber', show);
  }
  useAlternatingRowStyle(alternate: boolean): this {
    return this.setOption('alternatingRowStyle', alternate);
  }
}
