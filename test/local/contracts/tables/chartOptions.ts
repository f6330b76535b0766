import type { Case } from '../../../support/contracts';
import { membersOf } from '../../../support/members';

type Setter = [args: string, options: Record<string, unknown>];

const style = { color: '#123456', fontName: 'Arial', fontSize: 9 };
const STYLE = "Charts.newTextStyle().setColor('#123456').setFontName('Arial').setFontSize(9).build()";
const window = (axis: string) => ({ [`${axis}.viewWindow.min`]: 1, [`${axis}.viewWindow.max`]: 9 });

/** The option that each setter stands for: the guide's chart configuration options. */
const setters = (kind: string): Record<string, Setter> => {
  const [values, categories] = kind === 'Bar' ? ['hAxis', 'vAxis'] : ['vAxis', 'hAxis'];
  return {
    setTitle: ["'Jiwa'", { title: 'Jiwa' }],
    setTitleTextStyle: [STYLE, { titleTextStyle: style }],
    setColors: ["['#ff0000', 'blue']", { colors: ['#ff0000', 'blue'] }],
    setBackgroundColor: ["'#eeeeee'", { backgroundColor: '#eeeeee' }],
    setLegendPosition: ['Charts.Position.BOTTOM', { 'legend.position': 'bottom' }],
    setLegendTextStyle: [STYLE, { 'legend.textStyle': style }],
    setStacked: ['', { isStacked: 'true' }],
    reverseCategories: [
      '',
      kind === 'Pie' ? { reverseCategories: true } : { [`${categories}.direction`]: -1 },
    ],
    reverseDirection: ['', { [`${values}.direction`]: -1 }],
    setRange: ['1, 9', window(values)],
    useLogScale: ['', { [`${values}.logScale`]: true }],
    setCurveStyle: ['Charts.CurveStyle.SMOOTH', { curveType: 'function' }],
    setPointStyle: ['Charts.PointStyle.LARGE', { pointSize: 10 }],
    set3D: ['', { is3D: true }],
    setXAxisTitle: ["'Desa'", { 'hAxis.title': 'Desa' }],
    setXAxisTitleTextStyle: [STYLE, { 'hAxis.titleTextStyle': style }],
    setXAxisTextStyle: [STYLE, { 'hAxis.textStyle': style }],
    setXAxisRange: ['1, 9', window('hAxis')],
    setXAxisLogScale: ['', { 'hAxis.logScale': true }],
    setYAxisTitle: ["'Jiwa'", { 'vAxis.title': 'Jiwa' }],
    setYAxisTitleTextStyle: [STYLE, { 'vAxis.titleTextStyle': style }],
    setYAxisTextStyle: [STYLE, { 'vAxis.textStyle': style }],
    setYAxisRange: ['1, 9', window('vAxis')],
    setYAxisLogScale: ['', { 'vAxis.logScale': true }],
    enablePaging: ['5, 2', { page: 'enable', pageSize: 5, startPage: 2 }],
    enableSorting: ['false', { sort: 'disable' }],
    enableRtlTable: ['true', { rtlTable: true }],
    setFirstRowNumber: ['3', { firstRowNumber: 3 }],
    setInitialSortingAscending: ['1', { sortColumn: 1, sortAscending: true }],
    setInitialSortingDescending: ['1', { sortColumn: 1, sortAscending: false }],
    showRowNumberColumn: ['true', { showRowNumber: true }],
    useAlternatingRowStyle: ['false', { alternatingRowStyle: false }],
    setOption: ["'legend.alignment', 'end'", { 'legend.alignment': 'end' }],
  };
};

/** For every setter that the builder's class has: what `builder` sets is what its chart's options say. */
export function optionCases(gas: string, kind: string, builder: string): Case[] {
  const own = setters(kind);
  return membersOf(gas).flatMap((member): Case[] => {
    const setter = own[member];
    if (!setter) return [];
    const [args, options] = setter;
    const names = JSON.stringify(Object.keys(options));
    return [
      [
        `var options = ${builder}.${member}(${args}).build().getOptions(); return ${names}.map(function (name) { return options.get(name); });`,
        Object.values(options),
      ],
    ];
  });
}
