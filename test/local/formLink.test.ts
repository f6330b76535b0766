import { DriveApp } from '../../local/services/drive/driveApp';
import { createFile } from '../../local/services/drive/createFile';
import { FormApp } from '../../local/services/forms/formApp';
import { editResponse, submitResponse } from '../../local/services/forms/submit';
import type { Switches } from '../../local/services/runtime';
import { enumValue } from '../../local/services/served';
import { newSheet } from '../../local/state/sheetCells';
import type { FormState } from '../../local/state/form';
import { MIME } from '../../local/state/file';
import type { SheetState, SpreadsheetState } from '../../local/state/spreadsheet';
import { localRuntime } from '../support/localRuntime';

const OWNER = 'owner@example.com';
const SPREADSHEET = enumValue('Forms.DestinationType', 'SPREADSHEET') as never;

function linked(switches: Partial<Switches> = {}) {
  const runtime = localRuntime({ switches, now: Date.UTC(2026, 6, 5, 1, 2, 3) });
  const file = createFile(runtime, { name: 'Respons', mimeType: MIME.spreadsheet });
  const book: SpreadsheetState = {
    id: file.id,
    locale: 'in_ID',
    timeZone: 'Asia/Makassar',
    sheets: [newSheet(0, 'Sheet1')],
    namedRanges: [],
    nextSheetNumber: 2,
  };
  runtime.store.put('spreadsheet', book.id, book);
  const app = new FormApp(runtime);
  const form = app.create('F');
  const text = form.addTextItem().setTitle('Nama');
  const number = form.addTextItem().setTitle('Jumlah');
  const boxes = form.addCheckboxItem().setTitle('Kotak').setChoiceValues(['A', 'B']);
  const state = runtime.store.get('form', form.getId()) as FormState;
  const entries = state.items.map((item) => `entry.${item.entryIds[0]}`);
  const entry = (index: number): string => entries[index] ?? '';
  const send = (name: string, count = '1') =>
    submitResponse(runtime, state, {
      person: OWNER,
      entries: { [entry(0)]: name, [entry(1)]: count, [entry(2)]: ['A', 'B'] },
    });
  const tabs = (): SheetState[] => book.sheets.filter((sheet) => sheet.formId === form.getId());
  return { runtime, app, book, form, state, entry, send, tabs, text, number, boxes };
}

describe('linking (google.md section 2)', () => {
  const cases: [Switches['language'], string, string[]][] = [
    ['en', 'Form Responses 1', ['Timestamp', 'Nama', 'Jumlah', 'Kotak']],
    ['id', 'Jawaban Formulir 1', ['Stempel waktu', 'Nama', 'Jumlah', 'Kotak']],
  ];
  test.each(cases)('%s: a localized tab that shows up late', (language, name, headers) => {
    const { form, book, tabs, runtime } = linked({ language });
    form.setDestination(SPREADSHEET, book.id);
    expect(form.getDestinationId()).toBe(book.id);
    const [tab] = tabs();
    expect([tab?.name, tab?.rows[0]?.values]).toEqual([name, headers]);
    expect(tab?.visibleFrom).toBe(runtime.now() + 1000);
  });

  test('again = one more tab with all answers; the old one is a plain tab that keeps its rows', () => {
    const { form, book, send, tabs } = linked();
    send('satu');
    form.setDestination(SPREADSHEET, book.id);
    const [first] = tabs();
    expect(first?.rows[1]?.values.slice(1)).toEqual(['satu', 1, 'A, B']);
    send('dua');
    form.setDestination(SPREADSHEET, book.id);
    expect(book.sheets).toHaveLength(3);
    const [second] = tabs();
    expect(tabs()).toHaveLength(1);
    expect(second?.sheetId).not.toBe(first?.sheetId);
    expect([first, second].map((tab) => tab?.rows.length)).toEqual([3, 3]);
  });

  test('the event: strings in column order, by title, and the row', () => {
    const { form, book, send } = linked();
    form.setDestination(SPREADSHEET, book.id);
    const { linked: event } = send('=1+1', '08123');
    expect(event?.row).toBe(2);
    expect(event?.values.slice(1)).toEqual(['=1+1', expect.any(String), 'A, B']);
    expect(event?.values.every((value) => typeof value === 'string')).toBe(true);
    expect(event?.namedValues).toMatchObject({ Nama: ['=1+1'], Kotak: ['A, B'] });
    expect(Object.keys(event?.namedValues ?? {})).toContain('Timestamp');
  });

  test('collected e-mail has the second column', () => {
    const { form, book, state, runtime, tabs } = linked();
    form.setCollectEmail(true).setDestination(SPREADSHEET, book.id);
    const { linked: event } = submitResponse(runtime, state, { person: OWNER, email: 'a@b.id', entries: {} });
    expect(tabs()[0]?.rows[0]?.values.slice(0, 2)).toEqual(['Timestamp', 'Email Address']);
    expect(event?.values.slice(1)).toEqual(['a@b.id', '', '', '']);
  });

  test('deleted questions keep their column, new ones come at the right, titles follow', () => {
    const { form, book, send, tabs, text } = linked();
    form.setDestination(SPREADSHEET, book.id);
    form.deleteItem(form.getItemById(text.getId()));
    form.addTextItem().setTitle('Baru');
    form.getItems()[0]?.setTitle('Banyak');
    expect(tabs()[0]?.rows[0]?.values).toEqual(['Timestamp', 'Nama', 'Banyak', 'Kotak', 'Baru']);
    const { linked: event } = send('x');
    expect(event?.values).toHaveLength(5);
    expect(event?.values[1]).toBe('');
  });

  test('a grid has a column a row', () => {
    const { form, book, tabs } = linked();
    form.addGridItem().setTitle('G').setRows(['r1', 'r2']).setColumns(['c']);
    form.setDestination(SPREADSHEET, book.id);
    expect(tabs()[0]?.rows[0]?.values.slice(4)).toEqual(['G [r1]', 'G [r2]']);
  });

  test('deleted responses and an ended link leave the rows', () => {
    const { form, book, send, tabs } = linked();
    form.setDestination(SPREADSHEET, book.id);
    send('a');
    form.deleteAllResponses();
    const [tab] = tabs();
    form.removeDestination();
    expect([tab?.formId, tab?.rows[1]?.values[1]]).toEqual([undefined, 'a']);
    expect(() => form.getDestinationId()).toThrow();
    expect(send('b').linked).toBeUndefined();
  });

  test('a spreadsheet that is not there, or not one’s own', () => {
    const { form, runtime, app, book } = linked();
    expect(() => form.setDestination(SPREADSHEET, 'x')).toThrow('Invalid argument: id');
    const stranger = runtime.as({ effectiveUser: 'x@example.com' });
    const own = new FormApp(stranger).create('G');
    expect(() => own.setDestination(SPREADSHEET, book.id)).toThrow('Invalid argument: id');
    expect(app.openById(form.getId()).getItems()).toHaveLength(3);
  });
});

describe('an edited response (google.md section 2)', () => {
  test('its row changes, row count does not, unedited answers are empty in the event', () => {
    const { form, book, send, state, runtime, entry, tabs } = linked();
    form.setAllowResponseEdits(true).setDestination(SPREADSHEET, book.id);
    const { response } = send('a', '5');
    send('b');
    runtime.sleep(60000);
    const { linked: event } = editResponse(runtime, state, {
      person: OWNER,
      entries: { [entry(0)]: 'c', [entry(1)]: '5', [entry(2)]: ['A', 'B'] },
      editToken: response.editToken,
    });
    expect([event?.row, event?.values.slice(1)]).toEqual([2, ['c', '', '']]);
    expect(tabs()[0]?.rows).toHaveLength(3);
    expect(tabs()[0]?.rows[1]?.values.slice(1)).toEqual(['c', 5, 'A, B']);
    expect(form.getResponses()).toHaveLength(2);
    expect(response.timestamp).toBe(runtime.now());
  });

  test('found again when rows above it were deleted; a deleted row comes back at the end', () => {
    const { form, book, send, state, runtime, entry, tabs } = linked();
    form.setAllowResponseEdits(true).setDestination(SPREADSHEET, book.id);
    send('a');
    runtime.sleep(60000);
    const { response } = send('b');
    tabs()[0]?.rows.splice(1, 1);
    const edit = (name: string) =>
      editResponse(runtime, state, {
        person: OWNER,
        entries: { [entry(0)]: name, [entry(1)]: '1', [entry(2)]: ['A', 'B'] },
        editToken: response.editToken,
      }).linked;
    expect(edit('c')?.row).toBe(2);
    runtime.sleep(60000);
    tabs()[0]?.rows.splice(1, 1);
    expect(edit('d')).toMatchObject({ row: 2, values: [expect.any(String), 'd', '1', 'A, B'] });
  });

  test('refused where edits are off', () => {
    const { send, state, runtime } = linked();
    const { response } = send('a');
    const edit = () =>
      editResponse(runtime, state, { person: OWNER, entries: {}, editToken: response.editToken });
    expect(edit).toThrow(/Editing is disabled/);
  });
});

describe('copying a linked spreadsheet (google.md section 2)', () => {
  test('copies its form into the form’s folder, unpublished, linked to the copy', () => {
    const { runtime, form, book, app } = linked();
    const drive = new DriveApp(runtime);
    const folder = drive.createFolder('Formulir');
    drive.getFileById(form.getId()).moveTo(folder);
    form.setDestination(SPREADSHEET, book.id);
    const copy = drive.getFileById(book.id).makeCopy('Salinan');
    const forms = folder.getFiles();
    const ids: string[] = [];
    while (forms.hasNext()) ids.push(forms.next().getId());
    const copied = app.openById(ids.find((id) => id !== form.getId()) ?? '');
    expect([ids.length, copied.isPublished(), copied.getDestinationId()]).toEqual([2, false, copy.getId()]);
    expect(form.getDestinationId()).toBe(book.id);
  });
});
