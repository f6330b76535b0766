import { inflateSync } from 'node:zlib';
import { cleanUp, openBound } from '../support/localProject';

afterEach(cleanUp);

function runF(body: string) {
  const { workspace, projectId } = openBound(
    `function f() { var sheet = SpreadsheetApp.getActive().getSheets()[0]; ${body} }`,
  );
  const run = workspace.runNow({ projectId, functionName: 'f' });
  return run.error ? run.error.message : run.result;
}

/** Size and number of pixels of each color of a PNG without filters, as a script got it. */
function readPng(result: unknown): { width: number; height: number; colors: Map<string, number> } {
  const bytes = Buffer.from(Uint8Array.from(result as number[], (byte) => byte & 255));
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const data = inflateSync(bytes.subarray(41, 41 + bytes.readUInt32BE(33)));
  const colors = new Map<string, number>();
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const at = row * (width * 3 + 1) + 1 + column * 3;
      const color = data.subarray(at, at + 3).toString('hex');
      colors.set(color, (colors.get(color) ?? 0) + 1);
    }
  }
  return { width, height, colors };
}

const DATA = `var data = Charts.newDataTable().addColumn(Charts.ColumnType.STRING, 'Desa').addColumn(Charts.ColumnType.NUMBER, 'Jiwa')
  .addRow(['A', 10]).addRow(['B', 30]).build();`;

describe('Charts (reference, Charts service): a chart as a picture', () => {
  test.each([
    'newColumnChart',
    'newBarChart',
    'newPieChart',
    'newLineChart',
    'newAreaChart',
    'newScatterChart',
  ])('%s draws its data in its color', (builder) => {
    const bytes = runF(
      `${DATA} return Charts.${builder}().setDataTable(data).setTitle('Jiwa').setColors(['#123456', '#654321']).setDimensions(300, 200).build().getAs('image/png').getBytes();`,
    );
    const { width, height, colors } = readPng(bytes);
    expect([width, height]).toEqual([300, 200]);
    expect(colors.get('123456')).toBeGreaterThan(50);
  });

  test('columns are as high as their values: three times the value, three times the color', () => {
    const area = (value: number): number => {
      const bytes =
        runF(`var data = Charts.newDataTable().addColumn(Charts.ColumnType.STRING, 'a').addColumn(Charts.ColumnType.NUMBER, 'b')
        .addRow(['x', ${String(value)}]).addRow(['y', 30]).build();
        return Charts.newColumnChart().setDataTable(data).setColors(['#123456']).setLegendPosition(Charts.Position.NONE).setDimensions(400, 300).build().getBlob().getBytes();`);
      return readPng(bytes).colors.get('123456') ?? 0;
    };
    const base = area(0);
    expect((area(30) - base) / (area(10) - base)).toBeCloseTo(3, 0);
  });

  test('a table of text, and options that can be read again', () => {
    expect(
      readPng(
        runF(`${DATA} return Charts.newTableChart().setDataTable(data).build().getBlob().getBytes();`),
      ).colors.get('222222'),
    ).toBeGreaterThan(20);
    expect(
      runF(`${DATA} var style = Charts.newTextStyle().setFontSize(20).setColor('#ff0000').build();
        var chart = Charts.newColumnChart().setDataTable(data).setTitleTextStyle(style).useLogScale().setRange(1, 9).build();
        return [chart.getOptions().get('titleTextStyle').fontSize, chart.getOptions().get('vAxis.logScale'), chart.getOptions().get('vAxis.viewWindow.max'), style.getColor()];`),
    ).toEqual([20, true, 9, '#ff0000']);
  });

  test.each([
    ['no data', 'Charts.newPieChart().build()', /needs data/],
    [
      'a row that does not fit',
      `${DATA} Charts.newDataTable().addColumn(Charts.ColumnType.NUMBER, 'a').addRow([1, 2])`,
      /Row has 2 values/,
    ],
    [
      'a text among numbers',
      `Charts.newDataTable().addColumn(Charts.ColumnType.NUMBER, 'a').addRow(['x'])`,
      /does not match the column type NUMBER/,
    ],
    [
      'another kind of picture',
      `${DATA} Charts.newPieChart().setDataTable(data).build().getAs('image/jpeg')`,
      /image\/jpeg is not supported by the local workspace/,
    ],
    ['a pie has no axes', 'Charts.newPieChart().setXAxisTitle("x")', /setXAxisTitle is not a function/],
    [
      'data of an address',
      'Charts.newPieChart().setDataSourceUrl("https://contoh.id")',
      /PieChartBuilder.setDataSourceUrl is not supported/,
    ],
  ])('%s is refused', (_, code, message) => expect(runF(`${code};`)).toMatch(message));
});

describe('charts of a sheet as pictures', () => {
  const CHART = `sheet.getRange('A1:B3').setValues([['Desa', 'Jiwa'], ['A', 1], ['B', 3]]);
    var chart = sheet.newChart().asColumnChart().addRange(sheet.getRange('A1:B3')).setColors(['#123456']).setOption('width', 320).setOption('height', 240).setPosition(5, 1, 0, 0)
      .setMergeStrategy(Charts.ChartMergeStrategy.MERGE_ROWS).setTransposeRowsAndColumns(false).build();
    sheet.insertChart(chart);`;
  test('getAs draws what the ranges hold', () => {
    const { width, height, colors } = readPng(
      runF(`${CHART} return sheet.getCharts()[0].getAs('image/png').getBytes();`),
    );
    expect([width, height]).toEqual([320, 240]);
    expect(colors.get('123456')).toBeGreaterThan(500);
  });
  test('it can be sent, and its settings are kept', () => {
    expect(
      runF(`${CHART} MailApp.sendEmail({ to: 'a@contoh.id', subject: 's', htmlBody: '<img src="cid:c">', inlineImages: { c: sheet.getCharts()[0].getBlob() } });
        return [String(sheet.getCharts()[0].getMergeStrategy()), String(sheet.getCharts()[0].getHiddenDimensionStrategy()), sheet.getCharts()[0].getTransposeRowsAndColumns()];`),
    ).toEqual(['MERGE_ROWS', 'IGNORE_BOTH', false]);
  });
  test('it moves with its cell', () => {
    expect(
      runF(
        `${CHART} sheet.insertRowsBefore(1, 3); var place = sheet.getCharts()[0].getContainerInfo(); return [place.getAnchorRow(), place.getAnchorColumn(), sheet.getCharts()[0].getRanges()[0].getA1Notation()];`,
      ),
    ).toEqual([8, 1, 'A4:B6']);
  });
});
