import type { LocalWorkspace } from '../../../local/host/workspace';
import type { MenuEntry } from '../../../local/services/runtime';
import { styleAt } from '../../../local/state/sheetStyles';
import { OWNER } from '../../support/localProject';
import type { Case } from '../../support/contracts';
import { testMembers, type Table } from '../../support/members';

const BLOB = "var blob = Utilities.newBlob('isi', 'text/plain', 'a.txt');";
const blobs: Case[] = [
  [
    `${BLOB} return [blob.getName(), blob.getContentType(), blob.getDataAsString(), blob.getDataAsString('UTF-8'), blob.getBytes(), blob.isGoogleType(), blob.getBlob().getName(), blob.getAllBlobs().length, blob.getAllBlobs()[0].getDataAsString()];`,
    ['a.txt', 'text/plain', 'isi', 'isi', [105, 115, 105], false, 'a.txt', 1, 'isi'],
  ],
  [
    `${BLOB} var copy = blob.copyBlob().setName('b.csv').setContentTypeFromExtension().setDataFromString('lain'); return [copy.getName(), copy.getContentType(), copy.getDataAsString(), blob.getName(), blob.getDataAsString(), copy.setContentType('text/html').getContentType(), copy.setBytes([65, -61, -92]).getDataAsString()];`,
    ['b.csv', 'text/csv', 'lain', 'a.txt', 'isi', 'text/html', 'Aä'],
  ],
  [
    `${BLOB} return [blob.getAs('application/pdf').getName(), blob.getAs('application/pdf').getBytes().slice(0, 4), tried(function () { return blob.getAs('image/png'); })];`,
    ['a.pdf', [37, 80, 68, 70], 'Exception: Converting from text/plain to image/png is not supported.'],
  ],
  ["Utilities.newBlob('', 'application/vnd.google-apps.document').isGoogleType()", true],
  ['var user = Session.getEffectiveUser(); return [user.getEmail(), user.getUserLoginId()];', [OWNER, OWNER]],
  [
    "var c = SpreadsheetApp.newColor().setRgbColor('#102030').build().asRgbColor(); return [c.getRed(), c.getGreen(), c.getBlue(), c.asHexString(), String(c.getColorType())];",
    [16, 32, 48, '#102030', 'RGB'],
  ],
];

/** Every question is answered with its first button and the word `Juli`. */
const questions: Case[] = [
  ["String(ui.alert('Lanjut?'))", 'OK'],
  ["ui.alert('Lanjut?', ui.ButtonSet.YES_NO) === ui.Button.YES", true],
  ["String(ui.alert('Judul', 'Lanjut?', ui.ButtonSet.OK_CANCEL))", 'OK'],
  [
    "var p = ui.prompt('Judul', 'Bulan?', ui.ButtonSet.OK_CANCEL); return [p.getResponseText(), String(p.getSelectedButton()), ui.prompt('Bulan?').getResponseText()];",
    ['Juli', 'OK', 'Juli'],
  ],
];

const page = "HtmlService.createHtmlOutput('<p>isi</p>').setTitle('Samping').setWidth(300).setHeight(200)";
/** What a person sees then. */
const shown: Case[] = [
  [
    "ui.createMenu('Alat').addItem('Jalankan', 'f0').addSeparator().addSubMenu(ui.createMenu('Lagi').addItem('Dua', 'f0')).addToUi(); return 'Alat';",
    ['Jalankan', '-', ['Lagi', ['Dua']]],
  ],
  ["ui.createAddonMenu().addItem('Mulai', 'f0').addToUi(); return 'Add-ons';", ['Mulai']],
  ["book.addMenu('Tua', [{ name: 'Satu', functionName: 'f0' }, null]); return 'Tua';", ['Satu', '-']],
  [
    "book.addMenu('Ganti', [{ name: 'Satu', functionName: 'f0' }]); book.updateMenu('Ganti', [{ name: 'Dua', functionName: 'f0' }]); return 'Ganti';",
    ['Dua'],
  ],
  [
    "book.toast('Selesai', 'Judul', 3); return 'toast';",
    { kind: 'toast', title: 'Judul', text: 'Selesai', seconds: 3 },
  ],
  [
    "sheet.getRange('B2').setBorder(true, null, false, null, null, null, 'red', SpreadsheetApp.BorderStyle.DASHED); return [sheet.getSheetId(), 1, 1];",
    { borderTop: { color: '#ff0000', style: 'DASHED' } },
  ],
  [
    "sheet.getRangeList(['B2', 'D4']).setBorder(true, true, true, true, null, null); return [sheet.getSheetId(), 3, 3];",
    Object.fromEntries(
      ['Top', 'Left', 'Bottom', 'Right'].map((side) => [
        `border${side}`,
        { color: '#000000', style: 'SOLID' },
      ]),
    ),
  ],
];

const captions = (items: readonly MenuEntry[]): unknown[] =>
  items.map((item) =>
    item.items ? [item.caption, captions(item.items)] : item.separator ? '-' : item.caption,
  );

/** The look of a cell by tab, row and column from 0; the newest toast; a menu by its caption; a page by its kind. */
function seen(workspace: LocalWorkspace, given: unknown): unknown {
  const fileId = workspace.store.ids('spreadsheet')[0] ?? '';
  const { menus, toasts, sidebar, dialog } = workspace.whatIsShown(fileId);
  if (Array.isArray(given)) {
    const [sheetId, row, column] = given as [number, number, number];
    const sheet = workspace.store.get('spreadsheet', fileId)?.sheets.find((one) => one.sheetId === sheetId);
    return sheet && styleAt(sheet, row, column);
  }
  if (given === 'toast') return { ...toasts.at(-1), fileId: undefined };
  const opened = given === 'sidebar' ? sidebar : given === 'dialog' ? dialog : undefined;
  if (opened) return [opened.kind, opened.title, opened.html, opened.width, opened.height];
  return captions(menus.find((menu) => menu.caption === given)?.items ?? []);
}

const setup =
  'var book = SpreadsheetApp.getActive(), sheet = book.insertSheet(), ui = SpreadsheetApp.getUi();';
const opens = (call: string, kind: string, title: string, where: string): Table => ({
  setup,
  look: seen,
  cases: [[`ui.${call}; return '${where}';`, [kind, title, '<p>isi</p>', 300, 200]]],
});
testMembers('Base', {
  'blobs, people, colors': { setup: '', cases: blobs },
  questions: {
    setup,
    cases: questions,
    before: (workspace) =>
      workspace.answerDialogs((question) => ({ button: question.buttons[0] ?? 'OK', text: 'Juli' })),
  },
  'the open page': { setup, cases: shown, look: seen },
  sidebar: opens(`showSidebar(${page})`, 'sidebar', 'Samping', 'sidebar'),
  dialog: opens(`showModalDialog(${page}, 'Kotak')`, 'modal', 'Kotak', 'dialog'),
  'dialog beside the work': opens(`showModelessDialog(${page}, 'Lepas')`, 'modeless', 'Lepas', 'dialog'),
});
