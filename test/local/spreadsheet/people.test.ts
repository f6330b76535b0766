import { enumValue } from '../../../local/services/served';
import { PROTECTED_MESSAGE } from '../../../local/services/spreadsheet/document';
import {
  appendResponseRow,
  createResponseTab,
  updateResponseRow,
} from '../../../local/services/spreadsheet/linked';
import { editCellAsPerson } from '../../../local/services/spreadsheet/person';
import { SpreadsheetApp } from '../../../local/services/spreadsheet/spreadsheetApp';
import { localRuntime } from '../../support/localRuntime';

const KASI = 'kasi@example.com';

function fresh() {
  const runtime = localRuntime();
  const app = new SpreadsheetApp(runtime);
  const book = app.create('Buku');
  book.addEditor(KASI).addViewer('tamu@example.com');
  const sheet = book.getSheetByName('Sheet1');
  if (!sheet) throw new Error('no tab');
  const kasi = runtime.as({ effectiveUser: KASI, activeUser: KASI });
  const asKasi = new SpreadsheetApp(kasi).openById(book.getId()).getSheetByName('Sheet1');
  if (!asKasi) throw new Error('no tab');
  const edit = (a1: string, text: string | string[][], person = kasi) =>
    editCellAsPerson(person, { spreadsheetId: book.getId(), sheetId: 0, a1, text });
  return { runtime, app, book, sheet, kasi, asKasi, edit };
}

describe('sharing', () => {
  test('editors and viewers are hierarchical and know the owner (google.md section 8)', () => {
    const { book } = fresh();
    const emails = (people: { getEmail(): string }[]) => people.map((person) => person.getEmail()).sort();
    expect(emails(book.getEditors())).toEqual([KASI, 'owner@example.com']);
    expect(emails(book.getViewers())).toEqual([KASI, 'owner@example.com', 'tamu@example.com']);
    expect(book.getOwner()?.getEmail()).toBe('owner@example.com');
  });

  test('a viewer may look and not write, a stranger may not look', () => {
    const { runtime, book } = fresh();
    const guest = new SpreadsheetApp(runtime.as({ effectiveUser: 'tamu@example.com' })).openById(
      book.getId(),
    );
    expect(guest.getSheets()).toHaveLength(1);
    expect(() => guest.getSheets()[0]?.getRange('A1').setValue(1)).toThrow('Action not allowed');
    const stranger = new SpreadsheetApp(runtime.as({ effectiveUser: 'orang@example.com' }));
    expect(() => stranger.openById(book.getId())).toThrow(
      'You do not have permission to access the requested document.',
    );
  });
});

describe('protection (google.md section 4)', () => {
  test('mirrors the editors of the file until it is changed; the owner is not among them', () => {
    const { sheet, asKasi } = fresh();
    const protection = sheet.getRange('A1:B2').protect().setDescription('Kunci');
    expect(protection.getEditors().map((person) => person.getEmail())).toEqual([KASI]);
    asKasi.getRange('A1').setValue(1);
    protection.removeEditors(protection.getEditors());
    expect(() => asKasi.getRange('A1').setValue(2)).toThrow(PROTECTED_MESSAGE);
    expect(asKasi.getRange('A1').canEdit()).toBe(false);
    asKasi.getRange('C1').setValue(2);
    sheet.getRange('A1').setValue(3);
    protection.addEditor(KASI);
    asKasi.getRange('A1').setValue(4);
    protection.removeEditor(KASI).setWarningOnly(true);
    asKasi.getRange('A1').setValue(5);
  });

  test('a protected tab with open ranges', () => {
    const { sheet, asKasi, edit } = fresh();
    const protection = sheet.protect();
    protection.removeEditors([KASI]);
    protection.setUnprotectedRanges([sheet.getRange('B2:B5')]);
    asKasi.getRange('B3').setValue('ya');
    expect(() => asKasi.getRange('B2:C2').setValues([[1, 2]])).toThrow(PROTECTED_MESSAGE);
    expect(() => asKasi.setName('Lain')).toThrow(PROTECTED_MESSAGE);
    expect(() => edit('A1', 'x')).toThrow(PROTECTED_MESSAGE);
    expect(edit('B4', 'x').range).toBe('B4');
    const [known] = asKasi.getProtections(enumValue('Spreadsheet.ProtectionType', 'SHEET'));
    expect(() => known?.remove()).toThrow(PROTECTED_MESSAGE);
    protection.remove();
    expect(edit('A1', 'x').value).toBe('x');
  });

  test('nobody shuts herself out', () => {
    const { asKasi, sheet } = fresh();
    const protection = asKasi.getRange('A1').protect();
    protection.removeEditors(protection.getEditors());
    expect(protection.getEditors().map((person) => person.getEmail())).toEqual([KASI]);
    sheet.getRange('A1').setValue(1);
  });
});

describe('validation', () => {
  test('a rule that refuses meets scripts and people', () => {
    const { app, sheet, edit } = fresh();
    const rule = app.newDataValidation().requireValueInList(['setujui', 'tolak']).setAllowInvalid(false);
    sheet.getRange('A:A').setDataValidation(rule.build());
    sheet.getRange('A1').setValue('tolak').setValue('');
    expect(() => sheet.getRange('A1:A2').setValues([['tolak'], ['lain']])).toThrow(
      'The data you entered in cell A2 violates the data validation rules set on this cell.',
    );
    expect(sheet.getRange('A1').isBlank()).toBe(true);
    expect(() => edit('A3', 'lain')).toThrow('Please enter one of the following values: setujui, tolak.');
    sheet.getRange('A:A').setDataValidation(rule.setHelpText('Pilih dari daftar.').build());
    expect(() => edit('A3', 'lain')).toThrow('Pilih dari daftar.');
    sheet.getRange('A:A').setDataValidation(rule.setAllowInvalid(true).build());
    expect(edit('A3', 'lain')).toEqual({ range: 'A3', oldValue: undefined, value: 'lain' });
    expect(sheet.getRange('A3').getDataValidation()?.getCriteriaValues()).toEqual([
      ['setujui', 'tolak'],
      true,
    ]);
  });

  test('dates, numbers, ranges', () => {
    const { app, sheet } = fresh();
    const rules = [
      app.newDataValidation().requireNumberBetween(1, 5),
      app.newDataValidation().requireDateOnOrAfter(new Date('2026-08-01T00:00:00+07:00')),
      app.newDataValidation().requireValueInRange(sheet.getRange('Z1:Z2')),
    ].map((rule) => rule.setAllowInvalid(false).build());
    sheet.getRange('Z1:Z2').setValues([['Balang'], [7]]);
    sheet.getRange('A1:C1').setDataValidations([rules]);
    const tryOut = (a1: string, value: unknown) => () => sheet.getRange(a1).setValue(value);
    for (const [a1, good, bad] of [
      ['A1', '5', 6],
      ['B1', '2026-08-01', '2026-07-31'],
      ['C1', 'Balang', 'Lok'],
      ['C1', 7, 8],
    ] as const) {
      expect(tryOut(a1, bad)).toThrow('violates');
      expect(tryOut(a1, good)).not.toThrow();
    }
    expect(sheet.getRange('B1').getDataValidation()?.getCriteriaValues()).toEqual([
      new Date('2026-08-01T00:00:00+07:00'),
    ]);
  });

  test('a custom formula, written for the first cell of its range (reference, requireFormulaSatisfied)', () => {
    const { app, sheet, edit } = fresh();
    sheet.getParent().setSpreadsheetLocale('en_US');
    const rule = (formula: string) =>
      app.newDataValidation().requireFormulaSatisfied(formula).setAllowInvalid(false).build();
    sheet.getRange('B2:C5').setDataValidation(rule('=AND(B2>$A2,COUNTIF(B$2:B$5,B2)=1)'));
    sheet.getRange('A2:A4').setValues([[1], [5], [9]]);
    sheet.getRange('B2:C3').setValues([
      [2, 3],
      [6, 7],
    ]);
    const refused = (a1: string): string =>
      `The data you entered in cell ${a1} violates the data validation rules set on this cell.`;
    expect(() => sheet.getRange('B3').setValue(4)).toThrow(refused('B3'));
    expect(() => edit('C4', '9')).toThrow(refused('C4'));
    expect(() => sheet.getRange('B4:C4').setValues([[10, 7]])).toThrow(refused('C4'));
    expect(sheet.getRange('A2:C4').getValues()).toEqual([
      [1, 2, 3],
      [5, 6, 7],
      [9, '', ''],
    ]);
    sheet.getRange('A3:B3').setValues([[3, 4]]);
    sheet.getRange('A1').setValue('anywhere else');
    sheet.getRange('B4').setDataValidation(rule('=REGEXMATCH(B4,"x")'));
    expect(() => sheet.getRange('B4').setValue('x')).toThrow(
      'REGEXMATCH is not computed by the local workspace',
    );
    const each = ['=A7="ya"', '=B7="ya"'].map((formula) => [rule(formula)]);
    sheet.getRange('A7:A8').setDataValidations(each);
    expect(() => sheet.getRange('A7').setValue('tidak')).toThrow(refused('A7'));
    sheet.getRange('B7').setValue('ya');
    sheet.getRange('A8').setValue('each rule of a list is written for its own cell');
  });

  test('a tick is the text TRUE', () => {
    const { sheet, edit } = fresh();
    sheet.getRange('A1:A3').insertCheckboxes();
    expect(sheet.getRange('A1:A3').getValues().flat()).toEqual([false, false, false]);
    expect(edit('A2', 'TRUE')).toEqual({ range: 'A2', oldValue: 'FALSE', value: 'TRUE' });
    expect([sheet.getRange('A2').isChecked(), sheet.getRange('A1:A2').isChecked()]).toEqual([true, null]);
    expect(() => edit('A1', 'ya')).toThrow('violates');
    sheet.getRange('A1:A3').check();
    expect(sheet.getRange('A1:A3').isChecked()).toBe(true);
  });
});

describe('people at the keyboard', () => {
  test('typed input, old value, pasted blocks', () => {
    const { sheet, edit } = fresh();
    expect(edit('B2', '12')).toEqual({ range: 'B2', oldValue: undefined, value: '12' });
    expect(edit('B2', '')).toEqual({ range: 'B2', oldValue: '12', value: undefined });
    const pasted = [['a', '1'], ['b']];
    expect(edit('A1', pasted)).toEqual({ range: 'A1:B2', oldValue: undefined, value: undefined });
    expect(sheet.getRange('A1:B2').getValues()).toEqual([
      ['a', 1],
      ['b', ''],
    ]);
  });
});

describe('tabs of forms (google.md section 2)', () => {
  test('the tab shows up after a while or a flush', () => {
    const { runtime, app, book } = fresh();
    const make = () => createResponseTab(runtime, book.state, 'form', ['Timestamp', 'Desa'], 1500);
    const tab = make();
    expect(book.getNumSheets()).toBe(1);
    expect(book.getSheetById(tab.sheetId)).toBeNull();
    runtime.sleep(1500);
    expect(book.getSheetById(tab.sheetId)?.getName()).toBe('Form Responses 1');
    make();
    expect(book.getNumSheets()).toBe(2);
    app.flush();
    expect(book.getSheets().map((sheet) => sheet.getName())).toEqual([
      'Form Responses 2',
      'Form Responses 1',
      'Sheet1',
    ]);
    expect(book.getSheets()[0]?.getFormUrl()).toContain('form');
  });

  test('answers are literal texts, numbers and dates; an edit leaves the rest empty in the event', () => {
    const { runtime, book } = fresh();
    const tab = createResponseTab(runtime, book.state, 'form', ['Timestamp', 'a', 'b', 'c'], 0);
    const time = Date.UTC(2026, 7, 1, 1, 2, 3, 456);
    const first = appendResponseRow(runtime, book.state, tab.sheetId, { time, cells: ['=1+1', '12', ''] });
    expect(first).toEqual({ row: 2, values: ['8/1/2026 8:02:03', '=1+1', '12', ''] });
    const edited = updateResponseRow(runtime, book.state, tab.sheetId, 2, {
      time,
      cells: [null, '13', null],
    });
    expect(edited.values).toEqual(['8/1/2026 8:02:03', '', '13', '']);
    const sheet = book.getSheetById(tab.sheetId);
    expect(sheet?.getRange('B2:D2').getValues()).toEqual([['=1+1', 13, '']]);
    expect(sheet?.getRange('A2').getValue()).toEqual(new Date(Date.UTC(2026, 7, 1, 1, 2, 3)));
    sheet?.deleteRows(3, 98);
    expect(appendResponseRow(runtime, book.state, tab.sheetId, { time, cells: ['x'] }).row).toBe(3);
  });
});

describe('Ui', () => {
  test('menus, questions and dialogs reach the page', () => {
    const { runtime, book } = fresh();
    const bound = runtime.as({ containerId: book.getId() });
    const ui = new SpreadsheetApp(bound).getUi();
    ui.createMenu('KUDAPANMAS')
      .addItem('Pasang', 'install')
      .addSeparator()
      .addSubMenu(ui.createMenu('Lain').addItem('Periksa', 'check'))
      .addToUi();
    expect(runtime.shown.at(-1)).toEqual({
      kind: 'menu',
      fileId: book.getId(),
      caption: 'KUDAPANMAS',
      items: [
        { caption: 'Pasang', functionName: 'install' },
        { caption: '', separator: true },
        { caption: 'Lain', items: [{ caption: 'Periksa', functionName: 'check' }] },
      ],
    });
    runtime.answers.push({ button: 'YES' }, { button: 'OK', text: 'Juli' });
    expect(ui.alert('Judul', 'Lanjut?', enumValue('Base.ButtonSet', 'YES_NO')).key).toBe('YES');
    expect(ui.prompt('Bulan?').getResponseText()).toBe('Juli');
    expect(() =>
      new SpreadsheetApp(runtime.as({ containerId: book.getId(), trigger: 'clock' })).getUi(),
    ).toThrow('Cannot call SpreadsheetApp.getUi() from this context.');
  });
});
