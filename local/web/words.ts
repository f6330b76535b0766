import { faultWords } from './faultWords';
import { formEditWords } from './formEditWords';

/** Everything the pages say by themselves, Indonesian first, English second. Google's own words stay as Google has them. */
const dictionary = {
  workspace: ['Workspace lokal', 'Local workspace'],
  skip: ['Langsung ke isi', 'Skip to content'],
  drive: ['Drive', 'Drive'],
  mail: ['Email', 'Mail'],
  executions: ['Eksekusi', 'Executions'],
  triggers: ['Pemicu', 'Triggers'],
  properties: ['Properti', 'Properties'],
  clock: ['Jam', 'Clock'],
  faults: ['Gangguan', 'Faults'],
  card: ['Kartu', 'Card'],
  pages: ['Halaman', 'Pages'],
  none: ['Belum ada.', 'None yet.'],
  back: ['Kembali', 'Back'],
  next: ['Berikutnya', 'Next'],
  submit: ['Kirim', 'Submit'],
  save: ['Simpan', 'Save'],
  cancel: ['Batal', 'Cancel'],
  close: ['Tutup', 'Close'],
  show: ['Tampilkan', 'Show'],
  all: ['semua', 'all'],
  yes: ['ya', 'yes'],
  no: ['tidak', 'no'],

  whoAmI: ['Siapa Anda', 'Who you are'],
  signedInAs: ['Masuk sebagai', 'Signed in as'],
  notSignedIn: ['Belum masuk', 'Not signed in'],
  signIn: ['Masuk', 'Sign in'],
  signOut: ['Keluar', 'Sign out'],
  switchAccount: ['Ganti akun', 'Switch account'],
  emailAddress: ['Alamat email', 'Email address'],
  signInHint: [
    'Pilih atau ketik alamat siapa pun. Tidak ada kata sandi: ini hanya di komputer ini.',
    'Pick or type any address. There is no password: this stays on this computer.',
  ],
  invalidAddress: ['Alamat email tidak valid.', 'This is not an e-mail address.'],
  knownPeople: ['Orang yang dikenal', 'Known people'],

  emptyDrive: [
    'Drive masih kosong. File muncul di sini begitu sebuah skrip atau orang membuatnya.',
    'Drive is empty. Files appear here as soon as a script or a person makes them.',
  ],
  name: ['Nama', 'Name'],
  kind: ['Jenis', 'Kind'],
  trashed: ['di sampah', 'in the bin'],
  folder: ['folder', 'folder'],
  spreadsheet: ['spreadsheet', 'spreadsheet'],
  form: ['formulir', 'form'],
  document: ['dokumen', 'document'],
  documentContent: ['Isi dokumen {0}', 'Content of document {0}'],
  pageHeader: ['Kepala halaman', 'Page header'],
  pageFooter: ['Kaki halaman', 'Page footer'],
  pageBreak: ['Halaman baru', 'Page break'],
  table: ['Tabel', 'Table'],
  picture: ['Gambar', 'Picture'],
  pictures: ['Gambar', 'Pictures'],
  file: ['file', 'file'],
  download: ['unduh', 'download'],
  published: ['diterbitkan', 'published'],
  unpublished: ['belum diterbitkan', 'not published'],
  answers: ['{0} jawaban', '{0} answers'],
  unread: ['{0} pesan', '{0} messages'],
  lastExecutions: ['Eksekusi terakhir', 'Latest executions'],

  charts: ['Grafik', 'Charts'],
  chart: ['Grafik', 'Chart'],
  chartAt: ['di {0}', 'at {0}'],
  chartEmpty: ['Belum ada angka untuk digambar.', 'There are no numbers to draw yet.'],
  chartNumbers: ['Angkanya sebagai tabel', 'The numbers as a table'],
  seriesNumber: ['Deret {0}', 'Series {0}'],

  ...formEditWords,

  requiredLegend: ['* Menunjukkan pertanyaan yang wajib diisi', '* Indicates required question'],
  required: ['wajib diisi', 'required'],
  yourAnswer: ['Jawaban Anda', 'Your answer'],
  choose: ['Pilih', 'Choose'],
  otherOption: ['Yang lain', 'Other'],
  otherAnswer: ['Jawaban lain', 'Other response'],
  clearChoice: ['Kosongkan pilihan', 'Clear selection'],
  pageOf: ['Halaman {0} dari {1}', 'Page {0} of {1}'],
  errorSummary: ['Ada {0} isian yang perlu diperiksa', '{0} answers need attention'],
  emailField: ['Email', 'Email'],
  yourEmail: ['Email Anda', 'Your email'],
  recordEmail: [
    '{0} dicatat sebagai email Anda bersama jawaban ini',
    'Record {0} as the email to be included with my response',
  ],
  recorded: ['Jawaban Anda telah direkam.', 'Your response has been recorded.'],
  submitAnother: ['Kirim jawaban lain', 'Submit another response'],
  editAnswer: ['Edit jawaban Anda', 'Edit your response'],
  month: ['Bulan', 'Month'],
  day: ['Tanggal', 'Day'],
  hour: ['Jam', 'Hour'],
  minute: ['Menit', 'Minute'],
  second: ['Detik', 'Second'],
  date: ['Tanggal', 'Date'],
  time: ['Waktu', 'Time'],
  neverPassword: [
    'Jangan pernah mengirim kata sandi melalui formulir.',
    'Never submit passwords through forms.',
  ],
  formOfDesk: ['Formulir di workspace lokal', 'A form of the local workspace'],

  sheets: ['Lembar', 'Sheets'],
  foldRows: ['Lipat baris {0}–{1}', 'Collapse rows {0}–{1}'],
  unfoldRows: ['Buka baris {0}–{1}', 'Expand rows {0}–{1}'],
  foldColumns: ['Lipat kolom {0}–{1}', 'Collapse columns {0}–{1}'],
  unfoldColumns: ['Buka kolom {0}–{1}', 'Expand columns {0}–{1}'],
  hiddenSheets: ['Lembar tersembunyi', 'Hidden sheets'],
  rowsOf: ['Baris {0}–{1} dari {2}', 'Rows {0}–{1} of {2}'],
  previousRows: ['Baris sebelumnya', 'Previous rows'],
  nextRows: ['Baris berikutnya', 'Next rows'],
  note: ['Catatan', 'Note'],
  cell: ['Sel', 'Cell'],
  cellValue: ['Isi sel', 'Cell content'],
  protectedSheet: ['Lembar terlindungi', 'Protected sheet'],
  protectedRanges: ['Rentang terlindungi', 'Protected ranges'],
  warningOnly: ['hanya peringatan', 'warning only'],
  editorsAre: ['Dapat diubah oleh: {0}', 'Editable by: {0}'],
  exportAs: ['Unduh sebagai', 'Download as'],
  onlyRead: ['Hanya lihat', 'View only'],
  noAccess: ['Anda memerlukan akses', 'You need access'],
  noAccessText: [
    'Buka dengan akun yang diberi akses, atau minta akses kepada pemilik file ({0}).',
    'Open with an account that has access, or ask the owner of the file ({0}).',
  ],
  menus: ['Menu skrip', 'Script menus'],
  running: ['Menjalankan skrip… {0} d', 'Running script… {0} s'],
  finished: [
    'Skrip selesai ({0} d menurut jam workspace).',
    'Script finished ({0} s by the workspace clock).',
  ],
  failed: ['Skrip gagal', 'Script failed'],
  seeExecution: ['Lihat eksekusi', 'See execution'],
  sheetOf: ['Isi lembar {0}', 'Content of sheet {0}'],
  rulesNotDrawn: ['Aturan warna yang tidak digambar', 'Colour rules that are not drawn'],
  notComputed: ['Tidak dihitung di sini: {0}', 'Not computed here: {0}'],
  truncatedColumns: ['Kolom sampai {0} dari {1}', 'Columns up to {0} of {1}'],
  unreachable: [
    'Workspace tidak menjawab. Perubahan terakhir mungkin belum tersimpan.',
    'The workspace does not answer. The last change may not be saved.',
  ],
  buttonOk: ['Oke', 'OK'],
  buttonYes: ['Ya', 'Yes'],
  buttonNo: ['Tidak', 'No'],

  inbox: ['Kotak surat', 'Mailbox'],
  everyone: ['Semua orang', 'Everyone'],
  from: ['Dari', 'From'],
  to: ['Kepada', 'To'],
  cc: ['Cc', 'Cc'],
  bcc: ['Bcc', 'Bcc'],
  replyTo: ['Balas ke', 'Reply to'],
  sentAt: ['Dikirim', 'Sent'],
  draft: ['draf', 'draft'],
  noSubject: ['(tanpa subjek)', '(no subject)'],
  attachments: ['Lampiran', 'Attachments'],
  messageBody: ['Isi pesan', 'Message'],
  plainText: ['Teks polos', 'Plain text'],
  emptyMail: [
    'Belum ada pesan. Email yang dikirim skrip muncul di sini; tidak ada yang keluar dari komputer ini.',
    'No messages yet. Mail that a script sends appears here; nothing leaves this computer.',
  ],
  newestFirst: ['terbaru di atas', 'newest first'],

  function: ['Fungsi', 'Function'],
  trigger: ['Pemicu', 'Trigger'],
  user: ['Akun', 'Account'],
  startedAt: ['Mulai', 'Started'],
  status: ['Status', 'Status'],
  modelledTime: ['Waktu (model)', 'Time (modelled)'],
  wallTime: ['Waktu nyata', 'Wall time'],
  remoteCalls: ['Panggilan jauh', 'Remote calls'],
  cellsRead: ['Sel dibaca', 'Cells read'],
  cellsWritten: ['Sel ditulis', 'Cells written'],
  calls: ['Panggilan', 'Calls'],
  member: ['Metode', 'Method'],
  count: ['Kali', 'Times'],
  log: ['Log', 'Log'],
  error: ['Galat', 'Error'],
  noLog: ['Tidak ada yang dicatat.', 'Nothing was logged.'],
  completed: ['selesai', 'completed'],
  failedStatus: ['gagal', 'failed'],
  crashed: ['terhenti', 'crashed'],
  timedOut: ['waktu habis', 'timed out'],
  filter: ['Saring', 'Filter'],
  shownOf: ['{0} dari {1} ditampilkan', '{0} of {1} shown'],
  modelledHint: [
    'Waktu model dihitung dari tabel biaya per panggilan; itu asumsi untuk membandingkan, bukan ukuran Google.',
    'Modelled time adds assumed costs per call; it serves comparison and is no measurement of Google.',
  ],
  emptyExecutions: [
    'Belum ada eksekusi. Setiap kali sebuah fungsi berjalan, ia muncul di sini.',
    'No executions yet. Every run of a function appears here.',
  ],
  project: ['Proyek', 'Project'],
  runFunction: ['Jalankan fungsi', 'Run a function'],
  run: ['Jalankan', 'Run'],

  handler: ['Fungsi', 'Function'],
  creator: ['Pembuat', 'Creator'],
  source: ['Sumber', 'Source'],
  nextFiring: ['Berikutnya', 'Next'],
  spent: ['sudah terpakai', 'spent'],
  onEvent: ['saat terjadi', 'on event'],
  schedule: ['Jadwal', 'Schedule'],
  emptyTriggers: [
    'Belum ada pemicu. Skrip membuatnya dengan ScriptApp.newTrigger.',
    'No triggers. A script makes them with ScriptApp.newTrigger.',
  ],
  triggerCount: ['{0} dari 20 untuk {1}', '{0} of 20 for {1}'],

  scriptProperties: ['Properti skrip', 'Script properties'],
  documentProperties: ['Properti dokumen', 'Document properties'],
  userPropertiesOf: ['Properti akun {0}', 'User properties of {0}'],
  key: ['Kunci', 'Key'],
  value: ['Nilai', 'Value'],
  characters: ['{0} karakter', '{0} characters'],

  nowIs: ['Sekarang', 'Now'],
  clockHint: [
    'Jam ini milik workspace. Saat dimajukan, pemicu yang jatuh waktunya berjalan berurutan.',
    'This clock belongs to the workspace. When it moves on, due triggers fire in order.',
  ],
  plusHour: ['+1 jam', '+1 hour'],
  plusDay: ['+1 hari', '+1 day'],
  plusWeek: ['+7 hari', '+7 days'],
  setTo: ['Setel ke', 'Set to'],
  setClock: ['Setel jam', 'Set clock'],
  clockNotBack: ['Jam tidak dapat dimundurkan.', 'The clock cannot be turned back.'],
  clockBadTime: ['Waktu tidak dikenali.', 'Not a time that the clock understands.'],
  caused: ['{0} eksekusi berjalan', '{0} executions ran'],

  ...faultWords,

  webApp: ['Aplikasi web', 'Web app'],
  webAppBy: ['Aplikasi ini dibuat oleh {0}.', 'This application was created by {0}.'],
  webAppDenied: ['Anda memerlukan izin', 'You need access'],
  webAppDeniedText: ['Aplikasi web ini tidak terbuka untuk {0}.', 'This web app is not open to {0}.'],
  webAppSignIn: ['Masuk untuk membuka aplikasi web ini.', 'Sign in to open this web app.'],
  noCard: [
    'Proyek ini tidak punya kartu beranda (addOns di appsscript.json).',
    'This project has no home card (addOns in appsscript.json).',
  ],
  notFound: ['Tidak ditemukan', 'Not found'],
  notFoundText: ['Tidak ada apa-apa di alamat ini.', 'There is nothing at this address.'],
  somethingWrong: ['Ada yang tidak beres', 'Something went wrong'],
  importXlsx: ['Ambil dari xlsx…', 'Import from xlsx…'],
  importTitle: ['Ambil ke {0}', 'Import into {0}'],
  importHint: [
    'Pilih file .xlsx yang diubah di Excel atau LibreOffice. Perbedaannya ditampilkan dulu; isi spreadsheet baru berubah setelah Anda mengambilnya.',
    'Choose the .xlsx file that was changed in Excel or LibreOffice. You see the differences first; the spreadsheet changes only when you take them over.',
  ],
  importFile: ['File .xlsx', '.xlsx file'],
  importCompare: ['Lihat perbedaan', 'Show differences'],
  importNoFile: ['Pilih satu file .xlsx, paling besar 50 MB.', 'Choose one .xlsx file of at most 50 MB.'],
  importUnreadable: ['File ini tidak dapat dibaca sebagai .xlsx.', 'This file cannot be read as .xlsx.'],
  importSame: [
    '{0} berisi sama: tidak ada yang perlu diambil.',
    '{0} says the same: there is nothing to take over.',
  ],
  importDifferences: ['{0} perbedaan dalam {1}:', '{0} differences in {1}:'],
  importMore: ['dan {0} lagi', 'and {0} more'],
  importTake: ['Ambil {0} perbedaan', 'Take over {0} differences'],
  importDone: ['{0} perbedaan diambil', '{0} differences taken over'],
} as const satisfies Record<string, readonly [string, string]>;

export type Language = 'id' | 'en';
export type Word = keyof typeof dictionary;

/** The dictionary of one language; `say('pageOf', 1, 5)` fills the numbered places. */
export interface Words {
  readonly language: Language;
  say(word: Word, ...values: (string | number)[]): string;
}

function wordsIn(language: Language): Words {
  const index = language === 'id' ? 0 : 1;
  return {
    language,
    say: (word, ...values) =>
      dictionary[word][index].replace(/\{(\d)\}/g, (_, place: string) => String(values[Number(place)] ?? '')),
  };
}
const both: Record<Language, Words> = { id: wordsIn('id'), en: wordsIn('en') };

/** Indonesian or English, whichever the browser prefers; `otherwise` where it wants neither or says nothing. */
export function wordsFor(acceptLanguage: string | undefined, otherwise: Language): Words {
  const wishes = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters.map((p) => /^\s*q=([\d.]+)/.exec(p)?.[1]).find((q) => q !== undefined);
      return { tag, quality: quality === undefined ? 1 : Number(quality) };
    })
    .sort((a, b) => b.quality - a.quality);
  for (const { tag } of wishes) {
    if (/^(id|in)(-|$)/.test(tag)) return both.id;
    if (/^en(-|$)/.test(tag)) return both.en;
  }
  return both[otherwise];
}
