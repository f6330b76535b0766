import { COMPLIANCE_ORDER, COMPLIANCE_WORDS } from '../../src/core/compliance';
import { KINDS } from '../../src/core/kinds';
import { toned, TONES, TONE_WORDS, type Tone } from '../../src/core/looks';
import type { Question, ReportType } from '../../src/core/report';
import { SETTINGS_TABS, type SettingsTab } from '../../src/core/settingsTabs';
import { MARKS, STATE_ORDER, STATES, TRANSITIONS } from '../../src/core/states';
import { COMMANDS } from '../../src/core/tabs/stores';
import type { StateId } from '../../src/core/book';
import { behind } from '../../src/core/formLayout';
import { HEAD_QUESTIONS } from '../../src/reports/head';
import { CATALOGUE } from '../../src/reports/index';

type Row = readonly string[];

/** Text as a cell of a table holds it. */
const cell = (text: string): string => text.replace(/\|/g, '\\|').replace(/\n/g, ' ').trim();

function table(headers: Row, rows: readonly Row[]): string {
  const line = (cells: Row): string => `| ${cells.map(cell).join(' | ')} |`;
  return [line(headers), line(headers.map(() => '---')), ...rows.map(line)].join('\n');
}

/** What the question takes, in the words of its kind, and what its help says. */
function questionRow(question: Question, at: number): Row {
  const only =
    question.option !== undefined
      ? ' (hanya bila dinyalakan kantor)'
      : question.only === undefined
        ? ''
        : ` (${question.only} saja)`;
  const must = question.required === false ? 'boleh kosong' : 'wajib';
  return [
    String(at + 1),
    question.label + only,
    must,
    KINDS[question.kind].manual(question),
    question.help ?? '',
  ];
}

const QUESTION_HEADERS: Row = ['No', 'Pertanyaan', 'Wajib', 'Diisi dengan', 'Keterangan'];

/** The first page's table: the choice of the report and the months are filled in by set-up. */
function headTable(): string {
  const rows = HEAD_QUESTIONS.map((question: Question): Row => [
    question.label,
    'choices' in question || question.kind === 'choice' || question.kind === 'list'
      ? 'pilihan'
      : KINDS[question.kind].manual(question),
    question.help ?? '',
  ]);
  return table(['Pertanyaan', 'Diisi dengan', 'Keterangan'], rows);
}

/** In the order of the form: a branch's questions after the one that leads to them. */
function questionTable(type: ReportType): string {
  const first = behind(type.questions.filter((question) => question.page !== 'branch'));
  const branch = type.questions.filter((question) => question.page === 'branch');
  const asking = first.find((question) => question.branchOn !== undefined);
  const parts = [table(QUESTION_HEADERS, first.map(questionRow))];
  if (asking !== undefined && branch.length > 0)
    parts.push(
      `Hanya bila _${asking.label}_ dijawab _${[asking.branchOn ?? []].flat().join('_, _')}_:`,
      table(
        QUESTION_HEADERS,
        branch.map((question, at) => questionRow(question, first.length + at)),
      ),
    );
  return parts.join('\n\n');
}

const GIVEN_BY_PEOPLE: readonly StateId[] = ['approved', 'rejected'];
const ALL_STATES: readonly StateId[] = [...STATE_ORDER, ...GIVEN_BY_PEOPLE];

const stateName = (id: StateId): string => toned(STATES[id].tone, STATES[id].label);

function officeStates(): string {
  const rows = ALL_STATES.map((id): Row => {
    const actions = TRANSITIONS.filter((one) => one.from.includes(id) && one.action !== 'cancel').map(
      (one) => one.word,
    );
    return [
      stateName(id),
      STATES[id].counts ? 'ya' : 'tidak',
      STATES[id].office,
      actions.length === 0 ? '–' : actions.join(', '),
    ];
  });
  return table(['Keadaan', 'Dihitung', 'Artinya untuk kantor', 'Tindakan yang dapat dipilih'], rows);
}

function operatorStates(): string {
  return table(
    ['Keadaan', 'Artinya'],
    ALL_STATES.map((id) => [stateName(id), STATES[id].operator]),
  );
}

function actionTable(): string {
  const rows = TRANSITIONS.map((one): Row => [
    `**${one.word}**`,
    one.explanation,
    one.reasonRequired ? 'wajib' : 'boleh kosong',
    'pemilik dan peninjau',
  ]);
  return table(['Tindakan', 'Yang terjadi', 'Alasan', 'Siapa yang boleh'], rows);
}

function settingsTable(tab: SettingsTab): string {
  if (tab.lines !== undefined)
    return table(
      ['Baris', 'Keterangan', 'Isi awal', 'Contoh', 'Pilihan'],
      tab.lines.map((line) => [
        line.label + (line.required ? '' : ' (boleh kosong)'),
        line.help,
        line.initial,
        line.example,
        (line.choices ?? []).join(', '),
      ]),
    );
  return table(
    ['Kolom', 'Keterangan', 'Contoh'],
    tab.columns.map((column) => [
      column.header + (column.required ? '' : ' (boleh kosong)'),
      column.help,
      column.example,
    ]),
  );
}

const allSettings = (): string =>
  SETTINGS_TABS.map((tab) => `#### Tab \`${tab.name}\`\n\n${tab.purpose}\n\n${settingsTable(tab)}`).join(
    '\n\n',
  );

const signTable = (): string =>
  table(
    ['Tanda', 'Artinya'],
    (Object.keys(TONE_WORDS) as Tone[]).map((tone) => [TONES[tone].sign, TONE_WORDS[tone]]),
  );

/** What has to be filled in beside the order in a row of `Perintah`. */
const ORDER_NEEDS: Readonly<Record<(typeof COMMANDS)[number]['id'], string>> = {
  recap: 'Bulan',
  refresh: '–',
  innovation: '–',
  printUnits: 'Bulan: kosong berarti bulan ini; Desa: kosong berarti semua',
  handOver:
    'Desa, Alasan: nama; email; WhatsApp operator baru (email boleh kosong di desa dengan PIN; dan “menggantikan email atau nama lama” bila ada beberapa), Sampai: hari terakhir operator lama (kosong: kemarin)',
  changePin: 'Desa; untuk PIN kecamatan: Desa kosong, Alasan: “kecamatan”',
  note: 'Desa, Alasan: pertanyaannya',
  group: 'Bulan',
  warn: 'Bulan; Desa boleh kosong (semua yang belum lengkap)',
  remind: '–',
  sweep: '–',
  showReport: 'Alasan: nomor laporan',
  approveMonth: 'Bulan; Desa: kosong berarti semua; Alasan: kosong, atau “juga yang bercatatan”',
  unlock: 'Desa, Bulan, Alasan, Sampai',
  undo: 'Alasan: nomor laporan atau nomor keputusan; alasannya',
  correct: 'Alasan',
  adjustBalance: 'Desa, Bulan, Alasan, dan angka di WNI L … KK (tambah 2, kurang -2)',
  fixClosing: 'Desa, Bulan, Alasan, dan saldo akhir di WNI L … KK (WNA kosong berarti 0)',
  unfixClosing: 'Desa, Bulan, Alasan',
  openings: 'Alasan: “tulis usulan”, “konfirmasi”, atau “batalkan konfirmasi”; Desa: kosong berarti semua',
  checkImport: 'Alasan: sumbernya (nama tab, link lembar, atau isi CSV), pilihan di bawahnya',
  importMonths: 'Alasan: sumbernya (nama tab, link lembar, atau isi CSV), pilihan di bawahnya',
  importMembers: 'Alasan: link lembar daftar anggota, pilihan di bawahnya',
  undoImport: 'Alasan: kosong (impor terakhir), atau nama sumbernya',
  operators: 'Alasan: daftarnya, satu baris satu orang',
  trial: 'Alasan: “buat laporan”, “buang data”, atau “pakai lagi data”',
  updateForms: 'Alasan: kosong, atau “juga semua aturan isian”',
  restore: '–',
  rebuild: '–',
  copyPerson: 'Alasan: nomor laporan',
  erasePerson:
    'Alasan: nomor laporan dan alasannya; diawali “HAPUS” baru dihapus, tanpa itu hanya ditunjukkan',
  eraseOld: 'Alasan: “HAPUS”, tanpa itu hanya ditunjukkan',
  closeYear: 'Alasan: “TUTUP” dan tahunnya; kosong: hanya ditunjukkan',
  health: '–',
};

/** Printed parts of the manuals, by the name in their marker. */
export function manualParts(): Readonly<Record<string, string>> {
  return {
    'halaman pertama': headTable(),
    ...Object.fromEntries(CATALOGUE.map((type) => [`pertanyaan ${type.id}`, questionTable(type)])),
    tanda: signTable(),
    'keadaan untuk operator': operatorStates(),
    'catatan keadaan': table(
      ['Catatan', 'Artinya'],
      Object.values(MARKS).map((mark) => [mark.label, mark.operator]),
    ),
    'keadaan untuk kantor': officeStates(),
    tindakan: actionTable(),
    kepatuhan: table(
      ['Kata', 'Tanda'],
      COMPLIANCE_ORDER.map((word) => [COMPLIANCE_WORDS[word].words, TONES[COMPLIANCE_WORDS[word].tone].sign]),
    ),
    perintah: table(
      ['Perintah', 'Yang diisi'],
      COMMANDS.map((command) => [command.words, ORDER_NEEDS[command.id]]),
    ),
    pengaturan: allSettings(),
  };
}

const MARKED = /<!-- cetak: ([^>]+?) -->\n[\s\S]*?<!-- akhir cetak -->/g;

/** Names of the parts that the document asks for. */
export function partsIn(document: string): readonly string[] {
  return [...document.matchAll(MARKED)].map((match) => match[1] ?? '');
}

/** The document with its printed parts brought up to date; throws on a marker that names no part. */
export function withParts(document: string): string {
  const parts = manualParts();
  return document.replace(MARKED, (_whole, name: string) => {
    const text = parts[name];
    if (text === undefined)
      throw new Error(`No part is called ${name}; there are ${Object.keys(parts).join(', ')}.`);
    return [
      `<!-- cetak: ${name} -->`,
      '<!-- prettier-ignore-start -->',
      '',
      text,
      '',
      '<!-- prettier-ignore-end -->',
      '<!-- akhir cetak -->',
    ].join('\n');
  });
}

/** The documents with printed parts. */
export const MANUALS = ['panduan-operator.md', 'panduan-kasi.md'] as const;
