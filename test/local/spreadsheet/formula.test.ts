import { customFormula } from '../../../local/services/spreadsheet/formula/compute';
import { NotComputed } from '../../../local/services/spreadsheet/formula/read';
import { SpreadsheetApp } from '../../../local/services/spreadsheet/spreadsheetApp';
import { localRuntime } from '../../support/localRuntime';

/** Villages, numbers, dates, an empty row, a formula; the clock of the runtime says what today is. */
function tested(locale = 'en_US') {
  const runtime = localRuntime();
  const book = new SpreadsheetApp(runtime).create('Buku');
  book.setSpreadsheetLocale(locale);
  const sheet = book.getSheets()[0];
  if (!sheet) throw new Error('no tab');
  const dates = [new Date(runtime.now() - 86_400_000), new Date(runtime.now() + 86_400_000)];
  sheet.getRange(1, 1, 5, 4).setValues([
    ['Desa', 'Jumlah', 'Batas', 'Ada'],
    ['Balang', 3, dates[0], true],
    ['sawahan', 0, dates[1], false],
    ['Balang', 5, '', ''],
    ['', '', '', ''],
  ]);
  sheet.getRange('E2').setFormula('=B2+1');
  return { runtime, tab: sheet.tab };
}

/** Numbers of the rows (as in the sheet) that the formula, written for row 2, is met in. */
function met(formula: string, locale?: string): number[] {
  const { runtime, tab } = tested(locale);
  const test = customFormula(runtime, tab, formula, { row: 1, column: 0 });
  return [2, 3, 4, 5].filter((row) => test(row - 1, 0));
}
function piece(formula: string, locale?: string): string {
  try {
    met(formula, locale);
  } catch (error) {
    if (error instanceof NotComputed) return error.piece;
    throw error;
  }
  return 'computed';
}

describe('a custom formula of a colour rule (Google’s help: Use conditional formatting rules; function list)', () => {
  test.each<[formula: string, rows: number[]]>([
    ['=$B2>2', [2, 4]],
    ['$B2>2', [2, 4]],
    ['=$B$2>2', [2, 3, 4, 5]],
    ['=B2=0', [3, 5]],
    ['=$A2=""', [5]],
    ['=$A2="balang"', [2, 4]],
    ['=$A2<>"Balang"', [3, 5]],
    ['=EXACT($A2,"balang")', []],
    ['=$D2', [2]],
    ['=$B2', [2, 4]],
    ['=$A2', []],
    ['=AND($B2>0,$A2="Balang",$B2<5)', [2]],
    ['=OR($B2=3,$B2=5)', [2, 4]],
    ['=NOT(ISBLANK($A2))', [2, 3, 4]],
    ['=ISBLANK($C2)', [4, 5]],
    ['=$C2<TODAY()', [2, 4, 5]],
    ['=AND(ISNUMBER($C2),$C2<TODAY())', [2]],
    ['=INT($C2)-TODAY()=1', [3]],
    ['=COUNTIF($A$2:$A$5,$A2&"")>1', [2, 4]],
    ['=COUNTIF($A:$A,"b*")=2', [2, 3, 4, 5]],
    ['=COUNTIF($B$2:$B$5,">=3")=2', [2, 3, 4, 5]],
    ['=COUNTIF($A$2:$A$5,"<>")=3', [2, 3, 4, 5]],
    ['=COUNTIFS($A$2:$A$5,"Balang",$B$2:$B$5,">3")=1', [2, 3, 4, 5]],
    ['=COUNTA($A2:$D2)<4', [4, 5]],
    ['=COUNTBLANK($A2:$D2)=4', [5]],
    ['=SUM($B$2:$B2)>=8', [4, 5]],
    ['=$B2=MAX($B$2:$B$5)', [4]],
    ['=MOD(ROW(),2)=0', [2, 4]],
    ['=ISEVEN(ROW())', [2, 4]],
    ['=IF($B2>2,$A2="Balang",$A2="sawahan")', [2, 3, 4]],
    ['=IFERROR(10/$B2>3,TRUE)', [2, 3, 5]],
    ['=10/$B2>3', [2]],
    ['=LEN($A2)=6', [2, 4]],
    ['=LEFT($A2,3)="saw"', [3]],
    ['=ISNUMBER(SEARCH("LANG",$A2))', [2, 4]],
    ['=ISNUMBER(FIND("LANG",$A2))', []],
    ['=-$B2<0', [2, 4]],
    ['=2+3*2^2=14', [2, 3, 4, 5]],
    ['=("a"&"b")="AB"', [2, 3, 4, 5]],
    ['=WEEKDAY(DATE(2026,11,22))=1', [2, 3, 4, 5]],
    ['=ROUND(2.345,2)=2.35', [2, 3, 4, 5]],
    ['=$A1="Desa"', [2]],
    ['=A$1="Desa"', [2, 3, 4, 5]],
  ])('%s', (formula, rows) => {
    expect(met(formula)).toEqual(rows);
  });

  test.each<[formula: string, rows: number[]]>([
    ['=$B2*50%>1,2', [2, 4]],
    ['=AND($B2>=0,5;$A2="Balang")', [2, 4]],
  ])('%s in Indonesian', (formula, rows) => {
    expect(met(formula, 'in_ID')).toEqual(rows);
  });

  test.each([
    ['=REGEXMATCH($A2,"x")', 'REGEXMATCH'],
    ["='Lain'!A1>1", "'Lain'!A1"],
    ['=SUM(Lain!$A$1:B2)>1', 'Lain!$A$1:B2'],
    ['=jumlah>1', 'jumlah'],
    ['=SUM({1,2})>1', '{1,2})>1'],
    ['=$A$2:$A$5=1', '$A$2:$A$5 as one value'],
    ['=$E2>1', 'E2: =B2+1'],
    ['=AND($A2,TRUE)', '"Balang" as a condition'],
    ['=$B2>', 'an unfinished formula'],
    ['=IF()', 'IF with 0 arguments'],
    ['=COUNTIF($A$2:$A$5,$A$5)>1', 'an empty cell as a criterion'],
  ])('%s is not computed, and told by name', (formula, name) => {
    expect(piece(formula)).toBe(name);
  });

  test('under a decimal comma a comma separates nothing', () => {
    expect(piece('=AND($B2>0,$A2="x")', 'in_ID')).not.toBe('computed');
  });
});
