import { FormApp } from '../../local/services/forms/formApp';
import { applyStyle, internValidation } from '../../local/state/sheetStyles';
import { newSheet, putFormula, putValue, ensureRow } from '../../local/state/sheetCells';
import { rect } from '../../local/state/rect';
import { MIME } from '../../local/state/file';
import type { FormState } from '../../local/state/form';
import type { CellValue, Rect, SheetState, SpreadsheetState } from '../../local/state/spreadsheet';
import { enumValue } from '../../local/services/served';
import type { Runtime } from '../../local/services/runtime';
import { pagesDocument, SQUARE } from './pagesDocument';

export const OWNER = 'owner@example.com';
export const RESPONDER = 'sari@example.com';
export const STRANGER = 'stranger@example.com';

/** What the tests of the pages look at: a folder, a spreadsheet, forms of every kind, mail. */
export interface PagesContent {
  folderId: string;
  spreadsheetId: string;
  /** A letter with everything that a document holds here. */
  documentId: string;
  /** Three sections with navigation, one rule, verified addresses, responders only. */
  form: FormState;
  /** Every item type on one page, typed address, open to all. */
  everyItem: FormState;
}

/** Makes the content through one runtime of the owner; `runtime.store` holds it afterwards. */
export function pagesContent(runtime: Runtime): PagesContent {
  const folderId = makeFile(runtime, 'Arsip', MIME.folder);
  const spreadsheetId = makeSpreadsheet(runtime, folderId);
  return {
    folderId,
    spreadsheetId,
    documentId: pagesDocument(runtime),
    form: sectionsForm(runtime),
    everyItem: everyItemForm(runtime),
  };
}

function makeFile(runtime: Runtime, name: string, mimeType: string, parentId = 'root'): string {
  const id = runtime.newId('file');
  const now = runtime.now();
  runtime.store.put('file', id, {
    id,
    name,
    mimeType,
    parentId,
    owner: OWNER,
    editors: [],
    viewers: [RESPONDER],
    link: 'private',
    trashed: false,
    description: '',
    created: now,
    updated: now,
  });
  return id;
}

function put(sheet: SheetState, row: number, values: CellValue[]): void {
  const target = ensureRow(sheet, row);
  values.forEach((value, column) => putValue(target, column, value));
}

/** A tab with frozen panes, formats, a checkbox, a list, a note, a link, a merge, a colour rule, a protection. */
function makeSpreadsheet(runtime: Runtime, folderId: string): string {
  const id = makeFile(runtime, 'Buku induk', MIME.spreadsheet, folderId);
  const sheet = newSheet(0, 'Daftar');
  sheet.frozenRows = 1;
  sheet.frozenColumns = 1;
  put(sheet, 0, ['Nama', 'Jumlah', 'Tanggal', 'Selesai', 'Pilihan', 'Tautan', 'Keterangan']);
  for (let row = 1; row <= 260; row++)
    put(sheet, row, [`Baris ${row}`, row * 1234.5, 46_235 + row, row % 2 === 0, 'satu']);
  applyStyle(sheet, rect(0, 0, 1, 7), { background: '#3b4a63', color: '#ffffff', bold: true });
  applyStyle(sheet, rect(1, 1, 300, 1), { numberFormat: '#,##0.00' });
  applyStyle(sheet, rect(1, 2, 300, 1), { numberFormat: 'd mmmm yyyy' });
  const box = internValidation(sheet, { type: 'CHECKBOX', values: [], allowInvalid: false });
  const list = internValidation(sheet, {
    type: 'VALUE_IN_LIST',
    values: ['satu', 'dua'],
    allowInvalid: false,
    showDropdown: true,
  });
  applyStyle(sheet, rect(1, 3, 260, 1), { validation: box });
  applyStyle(sheet, rect(1, 4, 260, 1), { validation: list });
  const first = ensureRow(sheet, 1);
  first.notes = { 0: 'Catatan <b>pertama</b>' };
  putValue(first, 5, 'Buka formulir');
  first.richText = {
    5: [
      { text: 'Buka ', bold: true },
      { text: 'formulir', link: 'https://docs.google.com/forms/d/abc/edit' },
    ],
  };
  putValue(first, 6, '<script>alert(1)</script>');
  putFormula(ensureRow(sheet, 2), 6, '=SUM(B2:B3)');
  put(sheet, 3, ['Gabungan', 'lebar']);
  sheet.merges.push(rect(3, 0, 1, 2));
  sheet.columnWidths = { 0: 120, 6: 220 };
  sheet.conditionalFormats.push({
    rects: [rect(1, 1, 260, 1)],
    condition: { type: 'NUMBER_LESS_THAN', values: [3000] },
    style: { background: '#fde8e8', color: '#a11d1d' },
  });
  sheet.groups = [
    { dimension: 'rows', start: 4, count: 3, depth: 1, collapsed: false },
    { dimension: 'columns', start: 4, count: 1, depth: 1, collapsed: false },
  ];
  sheet.protections.push({
    id: 'p1',
    kind: 'range',
    rect: rect(0, 0, 1, 7),
    description: 'Judul kolom',
    warningOnly: false,
    editors: [],
  });
  const charts = chartsTab();
  const looks = looksTab();
  const secret = newSheet(77, 'Registri');
  secret.hidden = true;
  const state: SpreadsheetState = {
    id,
    locale: 'in_ID',
    timeZone: 'Asia/Makassar',
    sheets: [sheet, newSheet(12, 'Kosong', 100, 8), charts, looks, secret],
    namedRanges: [],
    nextSheetNumber: 4,
  };
  runtime.store.put('spreadsheet', id, state);
  return id;
}

/** Numbers of four months and a chart of each common kind. */
function chartsTab(): SheetState {
  const sheet = newSheet(21, 'Grafik', 100, 12);
  put(sheet, 0, ['Bulan', 'Masuk', 'Terlambat <b>']);
  put(sheet, 1, ['Januari', 13, 3]);
  put(sheet, 2, ['Februari', 15, 1]);
  put(sheet, 3, ['Maret', 9, -2]);
  put(sheet, 4, ['April', 16, 0]);
  const kinds = ['COLUMN', 'BAR', 'LINE', 'AREA', 'PIE', 'TABLE', 'SCATTER'];
  sheet.charts = kinds.map((type, at) => ({
    id: at + 1,
    type,
    ranges: [rect(0, 0, 5, type === 'PIE' ? 2 : 3)],
    position: { row: 2, column: 5, offsetX: 0, offsetY: 0 },
    options: { title: `Laporan (${type})`, ...(type === 'BAR' ? { isStacked: true } : {}) },
    headers: type === 'LINE' ? 1 : -1,
  }));
  return sheet;
}

/** Bands, pictures in and over cells, rules with formulas of which one is not computed here. */
function looksTab(): SheetState {
  const sheet = newSheet(31, 'Rupa', 100, 8);
  put(sheet, 0, ['Desa', 'Laporan', 'Batas', 'Foto']);
  put(sheet, 1, ['Balang', 3, 46_200, '']);
  put(sheet, 2, ['Sawahan', 0, 46_300, '']);
  put(sheet, 3, ['Balang', 5, null, '']);
  put(sheet, 4, ['Jumlah', 8]);
  sheet.bandings = [
    {
      rect: rect(0, 0, 5, 3),
      rows: { header: '#bdbdbd', first: '#ffffff', second: '#f3f3f3', footer: '#dedede' },
    },
  ];
  ensureRow(sheet, 1).images = { 3: { url: `data:image/png;base64,${SQUARE}`, title: 'Balai desa' } };
  ensureRow(sheet, 2).images = { 3: { url: 'https://example.com/foto.png', title: 'Foto <jauh>' } };
  putFormula(ensureRow(sheet, 3), 3, `=IMAGE("data:image/png;base64,${SQUARE}"; 4; 20; 30)`);
  sheet.images = [
    {
      id: 1,
      content: SQUARE,
      contentType: 'image/png',
      row: 2,
      column: 5,
      offsetX: 0,
      offsetY: 0,
      width: 40,
      height: 40,
      inherent: { width: 8, height: 8 },
      altTitle: 'Lambang',
    },
  ];
  const formula = (text: string, at: Rect, background: string): void => {
    const condition = { type: 'CUSTOM_FORMULA', values: [text] };
    sheet.conditionalFormats.push({ rects: [at], condition, style: { background } });
  };
  formula('=COUNTIF($A$2:$A$4;$A2)>1', rect(1, 0, 3, 1), '#fff1dc');
  formula('=AND($B2=0;NOT(ISBLANK($C2));$C2<=TODAY()+200)', rect(1, 1, 3, 2), '#fde8e8');
  formula('=REGEXMATCH($A2;"^S")', rect(1, 0, 3, 1), '#e3f3e8');
  return sheet;
}

function stateOf(runtime: Runtime, id: string): FormState {
  const state = runtime.store.get('form', id);
  if (!state) throw new Error(`The form ${id} is not in the store`);
  return state;
}

function sectionsForm(runtime: Runtime): FormState {
  const form = new FormApp(runtime).create('Laporan bulanan', true);
  form
    .setTitle('Laporan bulanan')
    .setDescription('Satu laporan setiap bulan. Petunjuk: https://example.com/petunjuk');
  form.setConfirmationMessage('Terima kasih. Periksa https://example.com/status bila perlu.');
  form.setProgressBar(true);
  const kind = form.addListItem().setTitle('Laporan mana?').setRequired(true);
  const people = form.addPageBreakItem().setTitle('Penduduk').setHelpText('Angka akhir bulan');
  const number = form.addTextItem().setTitle('Jumlah jiwa').setRequired(true);
  number.setValidation(
    new FormApp(runtime)
      .createTextValidation()
      .requireWholeNumber()
      .setHelpText('Isi dengan bilangan bulat')
      .build(),
  );
  const work = form.addPageBreakItem().setTitle('Kegiatan');
  form.addParagraphTextItem().setTitle('Uraian kegiatan').setRequired(true);
  // What follows the page of people is the end, not the page of work.
  stateOf(runtime, form.getId());
  kind.setChoices([kind.createChoice('Penduduk', people), kind.createChoice('Kegiatan', work)]);
  work.setGoToPage(enumValue('Forms.PageNavigationType', 'SUBMIT') as never);
  const state = stateOf(runtime, form.getId());
  state.collectEmail = 'verified';
  const file = runtime.store.get('file', state.id);
  if (file) file.publishedReaders = [RESPONDER];
  return state;
}

function everyItemForm(runtime: Runtime): FormState {
  const app = new FormApp(runtime);
  const form = app.create('Semua jenis pertanyaan', true);
  form.setTitle('Semua jenis pertanyaan').setAllowResponseEdits(true);
  form.addTextItem().setTitle('Teks pendek').setHelpText('Bantuan untuk teks').setRequired(true);
  form.addParagraphTextItem().setTitle('Teks panjang');
  form.addSectionHeaderItem().setTitle('Pilihan').setHelpText('Beberapa macam');
  form.addMultipleChoiceItem().setTitle('Satu pilihan').setChoiceValues(['A', 'B']).showOtherOption(true);
  form.addCheckboxItem().setTitle('Beberapa pilihan').setChoiceValues(['X', 'Y', 'Z']).showOtherOption(true);
  form.addListItem().setTitle('Daftar').setChoiceValues(['Satu', 'Dua']);
  form.addScaleItem().setTitle('Skala').setBounds(1, 5).setLabels('buruk', 'baik');
  form.addRatingItem().setTitle('Bintang');
  form.addGridItem().setTitle('Kisi').setRows(['Baris 1', 'Baris 2']).setColumns(['Kol 1', 'Kol 2']);
  form
    .addCheckboxGridItem()
    .setTitle('Kisi centang')
    .setRows(['Pagi', 'Sore'])
    .setColumns(['Senin', 'Selasa']);
  form.addDateItem().setTitle('Tanggal');
  form.addDateItem().setTitle('Tanggal tanpa tahun').setIncludesYear(false);
  form.addTimeItem().setTitle('Waktu');
  form.addDateTimeItem().setTitle('Tanggal dan waktu');
  form.addDurationItem().setTitle('Lama');
  const state = stateOf(runtime, form.getId());
  state.collectEmail = 'typed';
  const file = runtime.store.get('file', state.id);
  if (file) file.publishedReaders = ['*'];
  return state;
}

/** One plain mail and one with markup, an attachment and something that tries to run. */
export function pagesMail(runtime: Runtime): void {
  runtime.store.put('mailbox', 'mail', {
    messages: [
      {
        id: 'm1',
        from: OWNER,
        to: [RESPONDER],
        cc: [],
        bcc: [],
        subject: 'Pengingat',
        text: 'Mohon isi https://docs.google.com/forms/d/e/xyz/viewform.',
        attachments: [],
        sentAt: runtime.now(),
        draft: false,
      },
      {
        id: 'm2',
        from: OWNER,
        fromName: 'Kantor',
        to: [STRANGER],
        cc: [RESPONDER],
        bcc: [],
        subject: '',
        text: 'Teks',
        html: '<p>Halo <a href="https://docs.google.com/forms/d/e/xyz/viewform">isi</a></p><script>document.title="x"</script>',
        attachments: [
          { name: 'rekap <1>.csv', mimeType: 'text/csv', content: Buffer.from('a,b').toString('base64') },
        ],
        sentAt: runtime.now() + 60_000,
        draft: true,
      },
    ],
  });
}
