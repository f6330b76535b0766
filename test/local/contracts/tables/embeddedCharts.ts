import type { Case } from '../../../support/contracts';
import { optionCases } from './chartOptions';

const KINDS = ['Area', 'Bar', 'Column', 'Combo', 'Histogram', 'Line', 'Pie', 'Scatter', 'Table'];

/** What every builder of a tab's charts has, typed or not. */
function common(builder: string): Case[] {
  const own = `var chart = ${builder}`;
  return [
    ...KINDS.map((kind): Case => {
      const typed = `${builder}.as${kind}Chart()`;
      return [
        `var typed = ${typed}; return [String(typed), String(typed.getChartType())];`,
        [`Embedded${kind}ChartBuilder`, kind.toUpperCase()],
      ];
    }),
    [
      `${own}.addRange(range).addRange(sheet.getRange('D1:D2')); return chart.getRanges().map(a1);`,
      ['A1:B2', 'D1:D2'],
    ],
    [
      `${own}.addRange(range).addRange(sheet.getRange('D1:D2')).removeRange(range); return chart.build().getRanges().map(a1);`,
      ['D1:D2'],
    ],
    [`${own}.addRange(range).clearRanges(); return chart.getRanges();`, []],
    [
      `${own}.setPosition(5, 2, 10, 20); var place = chart.getContainer(); return [String(place), place.getAnchorRow(), place.getAnchorColumn(), place.getOffsetX(), place.getOffsetY()];`,
      ['ContainerInfo', 5, 2, 10, 20],
    ],
    [`String(${builder}.setChartType(Charts.ChartType.LINE).getChartType())`, 'LINE'],
    [`${builder}.setNumHeaders(2).build().getNumHeaders()`, 2],
    [
      `String(${builder}.setMergeStrategy(Charts.ChartMergeStrategy.MERGE_ROWS).build().getMergeStrategy())`,
      'MERGE_ROWS',
    ],
    [
      `String(${builder}.setHiddenDimensionStrategy(Charts.ChartHiddenDimensionStrategy.SHOW_BOTH).build().getHiddenDimensionStrategy())`,
      'SHOW_BOTH',
    ],
    [`${builder}.setTransposeRowsAndColumns(true).build().getTransposeRowsAndColumns()`, true],
    [`String(${builder}.build())`, 'EmbeddedChart'],
  ];
}

const CHART =
  "var inserted = sheet.newChart().asColumnChart().addRange(range).setTitle('Jiwa').setPosition(5, 2, 3, 4).setOption('width', 60).setOption('height', 40).build(); sheet.insertChart(inserted); var chart = sheet.getCharts()[0];";

const charts: Case[] = [
  [
    `${CHART} return [inserted.getChartId(), chart.getChartId() > 0, sheet.getCharts().length];`,
    [null, true, 1],
  ],
  [
    `${CHART} sheet.updateChart(chart.modify().setOption('title', 'Lain').setPosition(9, 1, 0, 0).build()); var now = sheet.getCharts(); return [now.length, now[0].getOptions().get('title'), now[0].getContainerInfo().getAnchorRow(), now[0].getChartId() === chart.getChartId()];`,
    [1, 'Lain', 9, true],
  ],
  [`${CHART} sheet.removeChart(chart); return sheet.getCharts();`, []],
  [
    `${CHART} var info = chart.getContainerInfo(); return [info.getAnchorRow(), info.getAnchorColumn(), info.getOffsetX(), info.getOffsetY()];`,
    [5, 2, 3, 4],
  ],
  [
    `${CHART} return [chart.getRanges().map(a1), chart.getNumHeaders(), String(chart.getMergeStrategy()), String(chart.getHiddenDimensionStrategy()), chart.getTransposeRowsAndColumns()];`,
    [['A1:B2'], 0, 'MERGE_COLUMNS', 'IGNORE_BOTH', false],
  ],
  [
    `${CHART} return [chart.getBlob().getContentType(), chart.getAs('image/png').getBytes().slice(1, 4)];`,
    ['image/png', [80, 78, 71]],
  ],
];

export const embeddedCharts = {
  setup: `var sheet = SpreadsheetApp.getActive().insertSheet(), range = sheet.getRange('A1:B2'); range.setValues([['a', 1], ['b', 2]]); function a1(r) { return r.getA1Notation(); }`,
  cases: [
    ...charts,
    ...common('sheet.newChart()'),
    ...optionCases('Spreadsheet.EmbeddedChartBuilder', '', 'sheet.newChart()'),
    ...KINDS.flatMap((kind) => {
      const builder = `sheet.newChart().as${kind}Chart()`;
      return [...common(builder), ...optionCases(`Spreadsheet.Embedded${kind}ChartBuilder`, kind, builder)];
    }),
  ],
};
