import { cleanUp, openBound } from '../../support/localProject';

afterEach(cleanUp);

const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';

function runF(body: string): unknown {
  const { workspace, projectId } = openBound(
    `function f() { var book = SpreadsheetApp.getActive(), sheet = book.getSheets()[0]; ${body} }`,
  );
  const run = workspace.runNow({ projectId, functionName: 'f' });
  return run.error ? run.error.message : run.result;
}
const BLOB = `Utilities.newBlob(Utilities.base64Decode('${PIXEL}'), 'image/png')`;

describe('alternating colors (reference, Class Banding)', () => {
  test.each<[string, string, unknown]>([
    [
      'a theme with its header',
      "var b = sheet.getRange('A1:C9').applyRowBanding(SpreadsheetApp.BandingTheme.BLUE); return [b.getHeaderRowColor(), b.getFirstRowColor(), b.getSecondRowColor(), b.getFooterRowColor(), b.getFirstColumnColor(), b.getRange().getA1Notation()];",
      ['#5b95f9', '#ffffff', '#e8f0fe', null, null, 'A1:C9'],
    ],
    [
      'light grey when nothing is said, a footer when asked',
      "var b = sheet.getRange('A1:C9').applyColumnBanding(SpreadsheetApp.BandingTheme.LIGHT_GREY, false, true); return [b.getHeaderColumnColor(), b.getFooterColumnColor()];",
      [null, '#dedede'],
    ],
    [
      'colors are changed and taken away',
      "var b = sheet.getRange('A1:C9').applyRowBanding(); b.setSecondRowColor('red').setHeaderRowColor(null); return [b.getSecondRowColor(), b.getHeaderRowColor()];",
      ['#ff0000', null],
    ],
    [
      'found by tab and by range',
      "sheet.getRange('A1:C9').applyRowBanding(); return [sheet.getBandings().length, sheet.getRange('B2').getBandings().length, sheet.getRange('F2').getBandings().length, book.getBandings().length];",
      [1, 1, 0, 1],
    ],
    [
      'cells keep their own color',
      "sheet.getRange('A1:C9').applyRowBanding(); return sheet.getRange('A1').getBackground();",
      '#ffffff',
    ],
    [
      'it moves with its rows, and goes',
      "var b = sheet.getRange('A2:C9').applyRowBanding(); sheet.insertRowBefore(1); var a1 = sheet.getBandings()[0].getRange().getA1Notation(); sheet.getBandings()[0].remove(); return [a1, sheet.getBandings().length];",
      ['A3:C10', 0],
    ],
    [
      'two do not overlap',
      "sheet.getRange('A1:C9').applyRowBanding(); sheet.getRange('B2:D3').applyRowBanding();",
      'You cannot add alternating background colors to a range that already has alternating background colors.',
    ],
    [
      'copied to another range',
      "return sheet.getRange('A1:B2').applyRowBanding().copyTo(sheet.getRange('D1:E2')).getRange().getA1Notation();",
      'D1:E2',
    ],
  ])('%s', (_, body, expected) => expect(runF(body)).toEqual(expected));
});

describe('pictures over the cells (reference, Class OverGridImage)', () => {
  test.each<[string, string, unknown]>([
    [
      'of a blob',
      `var i = sheet.insertImage(${BLOB}, 2, 3, 4, 5); return [i.getAnchorCell().getA1Notation(), i.getAnchorCellXOffset(), i.getAnchorCellYOffset(), i.getWidth(), i.getInherentHeight(), i.getUrl()];`,
      ['B3', 4, 5, 1, 1, null],
    ],
    [
      'of an address, which nobody fetches',
      "var i = book.insertImage('https://contoh.id/a.png', 1, 1); return [i.getUrl(), i.getSheet().getName()];",
      ['https://contoh.id/a.png', 'Lembar1'],
    ],
    [
      'sizes, words and a function',
      `var i = sheet.insertImage(${BLOB}, 1, 1).setWidth(80).setHeight(40).setAltTextTitle('Logo').setAltTextDescription('Lambang').assignScript('go'); var j = sheet.getImages()[0]; return [j.getWidth(), j.getHeight(), j.getAltTextTitle(), j.getAltTextDescription(), j.getScript(), i.resetSize().getWidth()];`,
      [80, 40, 'Logo', 'Lambang', 'go', 1],
    ],
    [
      'moved, replaced, removed',
      `var i = sheet.insertImage(${BLOB}, 1, 1).setAnchorCell(sheet.getRange('C4')); sheet.insertRowBefore(1); var a1 = sheet.getImages()[0].getAnchorCell().getA1Notation(); sheet.getImages()[0].replace('https://contoh.id/b.png'); var url = sheet.getImages()[0].getUrl(); sheet.getImages()[0].remove(); return [a1, url, sheet.getImages().length];`,
      ['C5', 'https://contoh.id/b.png', 0],
    ],
    ['what is no picture', "sheet.insertImage(Utilities.newBlob('x'), 1, 1);", 'Invalid image data.'],
  ])('%s', (_, body, expected) => expect(runF(body)).toEqual(expected));
});

describe('pictures in cells (reference, Class CellImage)', () => {
  const IMAGE =
    "var image = SpreadsheetApp.newCellImage().setSourceUrl('https://contoh.id/a.png').setAltTextTitle('Logo').setAltTextDescription('Lambang').build();";

  test.each<[string, string, unknown]>([
    [
      'is built with its address and texts',
      'return [image.getUrl(), image.getAltTextTitle(), image.toBuilder().setAltTextTitle("Lain").build().getAltTextTitle(), String(image)];',
      ['https://contoh.id/a.png', 'Logo', 'Lain', 'CellImage'],
    ],
    [
      'is the value of its cell, without text, and keeps its texts',
      "var r = sheet.getRange('B2').setValue(image), v = r.getValue(); return [String(v), v.getAltTextDescription(), v.getUrl(), v.getContentUrl(), r.getDisplayValue(), r.isBlank(), sheet.getLastRow()];",
      ['CellImage', 'Lambang', null, 'https://contoh.id/a.png', '', false, 2],
    ],
    [
      'is copied, moved by an inserted column, replaced and cleared',
      "sheet.getRange('A1:B1').setValues([[1, image]]); sheet.getRange('B1').copyTo(sheet.getRange('C1')); sheet.insertColumnBefore(1); var row = sheet.getRange('A1:D1').getValues()[0].map(String); sheet.getRange('C1').setValue('x'); sheet.getRange('D1').clearContent(); return [row, sheet.getRange('A1:D1').getValues()[0]];",
      [
        ['', '1', 'CellImage', 'CellImage'],
        ['', 1, 'x', ''],
      ],
    ],
    [
      'goes back in as it came out',
      "sheet.getRange('A1').setValue(image); sheet.getRange('A2').setValues(sheet.getRange('A1').getValues()); return sheet.getRange('A2').getValue().getAltTextTitle();",
      'Logo',
    ],
  ])('%s', (_, body, expected) => {
    expect(runF(IMAGE + body)).toEqual(expected);
  });

  test.each([
    ["SpreadsheetApp.newCellImage().setSourceUrl('gambar')", 'Invalid argument: gambar'],
    ['SpreadsheetApp.newCellImage().build()', 'The image needs a source URL.'],
    [
      'image.getContentUrl()',
      'CellImage.getContentUrl of a picture in no cell is not supported by the local workspace',
    ],
  ])('%s is refused', (code, message) => {
    expect(runF(`${IMAGE}${code}`)).toBe(message);
  });
});

describe('formulas as seen from a cell (reference, Range.setFormulaR1C1)', () => {
  test.each([
    ['B2', '=A1+$C$3', '=R[-1]C[-1]+R3C3'],
    ['A1', '=SUM(A2:A9;B$1)', '=SUM(R[1]C[0]:R[8]C[0];R1C[1])'],
    ['C5', '=\'Lembar A1\'!B5&"A1"&LOG10(5)', '=\'Lembar A1\'!R[0]C[-1]&"A1"&LOG10(5)'],
    ['Z10', '=Y$10*2', '=R10C[-1]*2'],
  ])('%s: %s is %s, and back', (cell, a1, r1c1) => {
    expect(runF(`return sheet.getRange('${cell}').setFormula(${JSON.stringify(a1)}).getFormulaR1C1();`)).toBe(
      r1c1,
    );
    expect(
      runF(`return sheet.getRange('${cell}').setFormulaR1C1(${JSON.stringify(r1c1)}).getFormula();`),
    ).toBe(a1);
  });
  test('one formula for a whole range looks at each cell’s own neighbours; a bare R or C is its own', () => {
    expect(runF("return sheet.getRange('B2:C3').setFormulaR1C1('=RC[-1]+R[-1]C').getFormulas();")).toEqual([
      ['=A2+B1', '=B2+C1'],
      ['=A3+B2', '=B3+C2'],
    ]);
    expect(
      runF(
        "sheet.getRangeList(['A1', 'B5']).setFormulaR1C1('=R[1]C'); return sheet.getRange('B5').getFormula();",
      ),
    ).toBe('=B6');
  });
});

describe('groups', () => {
  const GROUPS =
    "sheet.getRange('A2:A9').shiftRowGroupDepth(1); sheet.getRange('A3:A5').shiftRowGroupDepth(1);";
  test('fold up to a depth, or within a range', () => {
    expect(
      runF(
        `${GROUPS} sheet.expandRowGroupsUpToDepth(1); return [sheet.getRowGroup(2, 1).isCollapsed(), sheet.getRowGroup(3, 2).isCollapsed()];`,
      ),
    ).toEqual([false, true]);
    expect(
      runF(
        `${GROUPS} sheet.getRange('A3:A5').collapseGroups(); var out = [sheet.getRowGroup(2, 1).isCollapsed(), sheet.getRowGroup(3, 2).isCollapsed()]; sheet.getRange('A1:A20').expandGroups(); return out.concat(sheet.getRowGroup(3, 2).isCollapsed());`,
      ),
    ).toEqual([false, true, false]);
  });
  test('a folded group hides its lines, an unfolded one shows what no other hides', () => {
    const hidden = `function hidden() {
      var rows = [];
      for (var row = 1; row <= 10; row++) if (sheet.isRowHiddenByUser(row)) rows.push(row);
      return rows.join();
    }`;
    expect(
      runF(
        `${hidden} ${GROUPS} sheet.hideRows(10); var out = [];
         sheet.getRowGroup(3, 2).collapse(); out.push(hidden());
         sheet.getRowGroup(2, 1).collapse(); out.push(hidden());
         sheet.getRowGroup(2, 1).expand(); out.push(hidden());
         sheet.expandRowGroupsUpToDepth(0); out.push(hidden());
         sheet.expandAllRowGroups(); out.push(hidden());
         sheet.getRange('B:C').shiftColumnGroupDepth(1); sheet.collapseAllColumnGroups();
         return out.concat(sheet.isColumnHiddenByUser(2), sheet.isColumnHiddenByUser(4), hidden());`,
      ),
    ).toEqual(['3,4,5,10', '2,3,4,5,6,7,8,9,10', '3,4,5,10', '2,3,4,5,6,7,8,9,10', '10', true, false, '10']);
  });
  test('their buttons stand after them unless told', () => {
    expect(
      runF(
        'var before = String(sheet.getRowGroupControlPosition()); sheet.setRowGroupControlPosition(SpreadsheetApp.GroupControlTogglePosition.BEFORE); return [before, String(sheet.getRowGroupControlPosition()), String(sheet.getColumnGroupControlPosition())];',
      ),
    ).toEqual(['AFTER', 'BEFORE', 'AFTER']);
  });
});
