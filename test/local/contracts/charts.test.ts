import type { Case } from '../../support/contracts';
import { testMembers } from '../../support/members';
import { optionCases } from './tables/chartOptions';

const DATA =
  "var data = Charts.newDataTable().addColumn(Charts.ColumnType.STRING, 'Desa').addColumn(Charts.ColumnType.NUMBER, 'Jiwa').addRow(['A', 10]).addRow(['B', 30]);";
/** Width and height that a PNG says in its head. */
const SIZE =
  'function size(blob) { return [18, 22].map(function (at) { var b = blob.getBytes().slice(at, at + 2); return ((b[0] + 256) % 256) * 256 + ((b[1] + 256) % 256); }); }';
const KINDS = ['Area', 'Bar', 'Column', 'Line', 'Pie', 'Scatter', 'Table'];

const builders = KINDS.flatMap((kind): Case[] => {
  const builder = `Charts.new${kind}Chart().setDataTable(data)`;
  return [
    [`String(Charts.new${kind}Chart())`, `${kind}ChartBuilder`],
    [
      `var chart = ${builder}.setDimensions(120, 90).build(), blob = chart.getBlob(); return [size(blob), size(chart.getAs('image/png')), blob.getContentType()];`,
      [[120, 90], [120, 90], 'image/png'],
    ],
    [
      `String(tried(function () { return Charts.new${kind}Chart().build(); }))`,
      'Exception: A chart needs data: call setDataTable first.',
    ],
    ...optionCases(`Charts.${kind}ChartBuilder`, kind, builder),
  ];
});

const data: Case[] = [
  [
    "String(Charts.newDataTable().addColumn(Charts.ColumnType.STRING, 'Desa').addRow(['A']).build())",
    'DataTable',
  ],
  [
    'var bytes = function (table) { return String(Charts.newColumnChart().setDataTable(table).setDimensions(200, 150).build().getBlob().getBytes()); }; return bytes(data.build()) === bytes(data) && bytes(data) !== bytes(data.setValue(0, 1, 20).build());',
    true,
  ],
  [
    "String(tried(function () { return data.setValue(0, 1, 'x'); }))",
    'Exception: Value x does not match the column type NUMBER.',
  ],
  [
    "var style = Charts.newTextStyle().setColor('red').setFontName('Lora').setFontSize(12).build(); return [style.getColor(), style.getFontName(), style.getFontSize()];",
    ['red', 'Lora', 12],
  ],
  [
    'var style = Charts.newTextStyle().build(); return [style.getColor(), style.getFontName(), style.getFontSize()];',
    [null, null, null],
  ],
  ["Charts.newPieChart().setDataTable(data).build().getOptions().get('title')", null],
];

const setup = `${SIZE} ${DATA}`;
testMembers('Charts', { 'builders of charts': { setup, cases: builders }, data: { setup, cases: data } });
