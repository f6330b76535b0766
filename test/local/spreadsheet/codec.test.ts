import { spreadsheetCodec } from '../../../local/state/spreadsheetCodec';
import type { SpreadsheetState } from '../../../local/state/spreadsheet';
import { SpreadsheetApp } from '../../../local/services/spreadsheet/spreadsheetApp';
import { localRuntime } from '../../support/localRuntime';

function rebuilt(state: SpreadsheetState, parts: string[], from?: SpreadsheetState): SpreadsheetState {
  let document = from;
  for (const part of parts) {
    const json: unknown = JSON.parse(JSON.stringify(spreadsheetCodec.read(state, part) ?? null));
    document = spreadsheetCodec.write(document, part, json);
  }
  if (!document) throw new Error('nothing');
  return document;
}
/** Holes and missing ends do not count. */
function plain(state: SpreadsheetState): unknown {
  const copy = JSON.parse(JSON.stringify(state)) as SpreadsheetState;
  for (const sheet of copy.sheets) while (sheet.rows.length > 0 && !sheet.rows.at(-1)) sheet.rows.pop();
  return copy;
}

test('a spreadsheet is the sum of its parts', () => {
  const runtime = localRuntime();
  const book = new SpreadsheetApp(runtime).create('Buku');
  const sheet = book.insertSheet('Data');
  sheet.getRange('A1:B100').setValues(Array.from({ length: 100 }, (_, row) => [row, `baris ${row}`]));
  sheet.getRange('A:B').setBackground('red');
  sheet.getRange('C3').setFormula('=A1').setNote('n');
  expect(plain(rebuilt(book.state, spreadsheetCodec.parts(book.state)))).toEqual(plain(book.state));
});

test('the touched parts carry every change, in small pieces', () => {
  const runtime = localRuntime();
  const app = new SpreadsheetApp(runtime);
  const book = app.create('Buku');
  const data = book.insertSheet('Data');
  const gone = book.insertSheet('Sementara');
  data.getRange('A1:C200').setValues(Array.from({ length: 200 }, (_, row) => [row, `baris ${row}`, '']));
  const steps: (() => unknown)[] = [
    () => data.getRange('A150:B150').setValues([['x', '2026-08-01']]),
    () => data.appendRow(['akhir']),
    () => data.deleteRows(5, 40),
    () => data.insertRowsAfter(20, 3),
    () => data.insertColumnBefore(1),
    () => data.getRange('B2:D9').setNumberFormat('@').protect(),
    () => data.getRange('B1:D50').sort(3),
    () => data.clearContents(),
    () => data.getRange('A1').setNote('n').setBackground('red'),
    () => data.getRange('A1:B2').merge().setBorder(true, true, true, true, true, true),
    () => data.getRange('C1:C9').insertCheckboxes(),
    () => book.deleteSheet(gone),
    () => book.setNamedRange('nama', data.getRange('A1')),
    () => data.copyTo(book),
    () => data.setFrozenRows(1),
    () => data.getRange('A1:D4').createFilter(),
    () => data.hideRows(3),
    () => data.getRange('A1:C3').removeDuplicates(),
    () =>
      data
        .getRange('A1')
        .setRichTextValue(app.newRichTextValue().setText('a').setLinkUrl('https://a.example').build()),
    () => data.moveRows(data.getRange('A1:A2'), 8),
    () => data.getRange('A1:B2').moveTo(data.getRange('F1')),
    () => book.insertSheet('Salinan', { template: data }),
    () => book.moveActiveSheet(1),
  ];
  const prefix = `spreadsheet/${book.getId()}/`;
  for (const step of steps) {
    const before = JSON.parse(JSON.stringify(book.state)) as SpreadsheetState;
    runtime.store.touched.length = 0;
    step();
    const parts = runtime.store.touched
      .filter((part) => part.startsWith(prefix))
      .map((part) => part.slice(prefix.length));
    expect([step.toString(), plain(rebuilt(book.state, parts, before))]).toEqual([
      step.toString(),
      plain(book.state),
    ]);
  }
});
