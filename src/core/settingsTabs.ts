import { SETTINGS_NAME } from './tabs/names';
import { SENDER_MODES, SETTINGS_LINES, type SettingsLine } from './settingsLines';

export type { SettingsLine } from './settingsLines';

/** A column of a settings tab. */
export interface SettingsColumn {
  readonly id: string;
  /** Header, row 1. */
  readonly header: string;
  /** Note on the header. */
  readonly help: string;
  readonly required: boolean;
  readonly choices?: readonly string[];
  /** Pixels. */
  readonly width: number;
  readonly example: string;
}

export type SettingsTabId = keyof typeof SETTINGS_NAME;

export interface SettingsTab {
  readonly id: SettingsTabId;
  /** Name of the tab. */
  readonly name: string;
  /** One sentence: what stands here; shown when the tab is empty. */
  readonly purpose: string;
  readonly columns: readonly SettingsColumn[];
  /** Of `Pengaturan` only: its lines from row 2 on; there the columns are label, value, help. */
  readonly lines?: readonly SettingsLine[];
  /** An office that was set up before this tab existed has none: nothing is listed then. */
  readonly mayMiss?: true;
}

function column(
  id: string,
  header: string,
  help: string,
  example: string,
  more: Partial<SettingsColumn> = {},
): SettingsColumn {
  return { id, header, help, example, required: true, width: 160, ...more };
}

const optional = { required: false } as const;

const MONTH_HELP = 'Tulis seperti Juli 2026.';
const DATE_HELP = 'Tulis seperti 17/08/2026.';
const COUNT_HELP = 'Angka saja, tanpa titik: 1204.';

const villageCode = column(
  'village',
  'Kode desa',
  'Kode wilayah Kemendagri, empat bagian.',
  '63.11.06.2005',
  {
    width: 130,
  },
);
const villageName = column(
  'villageName',
  'Desa/Kelurahan',
  'Untuk dibaca saja; yang dipakai kodenya.',
  'Balang',
  {
    ...optional,
  },
);

/** Of a line of `Saldo Awal`: proposed out of the first report and not in force, or confirmed. Empty = in force. */
export const OPENING_STATUS = ['usulan', 'dikonfirmasi'] as const;

/** The settings tabs in their order: set-up writes them, `settingsCheck` reads them. All columns are text (`@`). */
export const SETTINGS_TABS: readonly SettingsTab[] = [
  {
    id: 'settings',
    name: SETTINGS_NAME.settings,
    purpose: 'Pengaturan kecamatan. Ubah kolom Isi saja.',
    columns: [
      column('label', 'Pengaturan', 'Jangan diubah.', 'Tanggal tenggat', { width: 240 }),
      column('value', 'Isi', 'Boleh diubah.', '5', { width: 320, ...optional }),
      column('help', 'Keterangan', 'Penjelasan.', '', { width: 560, ...optional }),
    ],
    lines: SETTINGS_LINES,
  },
  {
    id: 'villages',
    name: SETTINGS_NAME.villages,
    purpose: 'Satu baris satu desa atau kelurahan.',
    columns: [
      column('code', 'Kode', 'Kode wilayah Kemendagri, empat bagian. Jangan diubah.', '63.11.06.2005', {
        width: 130,
      }),
      column('name', 'Nama', 'Ejaan setempat. Tanpa kata Desa atau Kelurahan.', 'Balang'),
      column(
        'from',
        'Ada sejak',
        `Bulan pertama desa ini ada. Kosong berarti sejak awal. ${MONTH_HELP}`,
        '',
        optional,
      ),
      column(
        'until',
        'Ada sampai',
        `Bulan terakhir desa ini ada. Kosong berarti seterusnya. ${MONTH_HELP}`,
        '',
        optional,
      ),
      column('supervisorName', 'Nama pengawas', 'Boleh kosong.', 'Contoh Nama', optional),
      column('supervisorEmail', 'Email pengawas', 'Boleh kosong.', 'pengawas@gmail.com', {
        ...optional,
        width: 220,
      }),
      column('supervisorWhatsapp', 'WhatsApp pengawas', 'Boleh kosong.', '081234567890', optional),
      column(
        'senderMode',
        'Cara mengenali pengirim',
        'Kosong berarti seperti di Pengaturan. Sesudah diubah, jalankan Perbarui formulir.',
        SENDER_MODES.pin,
        { ...optional, width: 190, choices: Object.values(SENDER_MODES) },
      ),
      column(
        'origins',
        'Berasal dari',
        'Hanya untuk desa hasil pemekaran atau penggabungan: nama atau kode desa asalnya, pisahkan dengan koma. Isi juga Ada sejak desa ini, atau Ada sampai desa asalnya.',
        'Balang',
        { ...optional, width: 200 },
      ),
    ],
  },
  {
    id: 'operators',
    name: SETTINGS_NAME.operators,
    purpose:
      'Siapa yang melapor untuk tiap desa. Satu email boleh untuk beberapa desa: satu baris tiap desa.',
    columns: [
      villageCode,
      villageName,
      column('name', 'Nama operator', 'Nama orangnya.', 'Contoh Nama'),
      column(
        'email',
        'Email',
        'Akun Google yang dipakai mengisi formulir. Boleh kosong bila desanya memakai PIN.',
        'operator@gmail.com',
        { width: 220 },
      ),
      column(
        'whatsapp',
        'WhatsApp',
        'Boleh kosong; pesan WhatsApp lalu tidak dapat disiapkan.',
        '081234567890',
        optional,
      ),
      column('from', 'Berlaku sejak', `Kosong berarti sejak awal. ${DATE_HELP}`, '', optional),
      column('until', 'Berlaku sampai', `Kosong berarti seterusnya. ${DATE_HELP}`, '', optional),
      column(
        'pin',
        'PIN',
        'Terisi sendiri bila desanya memakai PIN. Sampaikan langsung atau lewat telepon, jangan di grup. Untuk menggantinya jalankan Ganti PIN.',
        '',
        { ...optional, width: 80 },
      ),
    ],
  },
  {
    id: 'neighbourhoods',
    mayMiss: true,
    name: SETTINGS_NAME.neighbourhoods,
    purpose: 'Semua RT tiap desa. Laporan RT yang belum masuk diketahui dari sini.',
    columns: [
      villageCode,
      villageName,
      column('rt', 'RT', 'Nomor RT saja: 1. Beberapa sekaligus: 1-5.', '1-5', { width: 90 }),
      column('rw', 'RW', 'Boleh kosong bila nomor RT tidak berulang.', '', { ...optional, width: 90 }),
      column('head', 'Ketua RT', 'Boleh kosong; tampil di lembar RT yang dicetak.', 'Contoh Nama', optional),
    ],
  },
  {
    id: 'openings',
    name: SETTINGS_NAME.openings,
    purpose: 'Jumlah penduduk pada akhir satu bulan, sebagai awal hitungan tiap desa.',
    columns: [
      villageCode,
      villageName,
      column(
        'period',
        'Akhir bulan',
        `Bulan yang akhir bulannya dicatat di sini. ${MONTH_HELP}`,
        'Juni 2026',
      ),
      column('citizensMale', 'WNI laki-laki', COUNT_HELP, '610', { width: 110 }),
      column('citizensFemale', 'WNI perempuan', COUNT_HELP, '592', { width: 110 }),
      column('foreignersMale', 'WNA laki-laki', `${COUNT_HELP} Kosong berarti 0.`, '0', {
        ...optional,
        width: 110,
      }),
      column('foreignersFemale', 'WNA perempuan', `${COUNT_HELP} Kosong berarti 0.`, '0', {
        ...optional,
        width: 110,
      }),
      column('households', 'Jumlah KK', COUNT_HELP, '351', { width: 110 }),
      column('source', 'Sumber', 'Dari mana angka ini.', 'Dukcapil, Juni 2026', { ...optional, width: 220 }),
      column(
        'status',
        'Status',
        'Kosong atau dikonfirmasi: dipakai. Usulan: dihitung dari laporan pertama atau dari desa asalnya, belum dipakai; ubah angkanya bila perlu, lalu pilih dikonfirmasi.',
        'dikonfirmasi',
        { ...optional, width: 120, choices: [...OPENING_STATUS] },
      ),
      column('confirmedBy', 'Dikonfirmasi oleh', 'Terisi sendiri.', '', { ...optional, width: 200 }),
      column('confirmedOn', 'Tanggal konfirmasi', 'Terisi sendiri.', '', { ...optional, width: 140 }),
    ],
  },
  {
    id: 'mandatory',
    name: SETTINGS_NAME.mandatory,
    purpose: 'Kegiatan Linmas yang wajib tiap bulan, sama untuk semua desa.',
    columns: [
      column('kind', 'Jenis kegiatan', 'Seperti pilihan di Laporan Kegiatan.', 'Siskamling/ronda', {
        width: 260,
      }),
      column('minimum', 'Paling sedikit sebulan', 'Berapa kali, 1–31.', '4'),
      column('period', 'Hanya bulan', `Kosong berarti setiap bulan. ${MONTH_HELP}`, '', optional),
    ],
  },
  {
    id: 'holidays',
    name: SETTINGS_NAME.holidays,
    purpose: 'Hari libur nasional dan cuti bersama: tenggat dan pesan tidak jatuh pada hari ini.',
    columns: [
      column('date', 'Tanggal', DATE_HELP, '17/08/2026'),
      column('name', 'Nama hari libur', 'Untuk dibaca saja.', 'Hari Kemerdekaan', {
        ...optional,
        width: 320,
      }),
    ],
  },
  {
    id: 'announcements',
    mayMiss: true,
    name: SETTINGS_NAME.announcements,
    purpose: 'Tampil di halaman status semua desa selama tanggalnya berlaku.',
    columns: [
      column('text', 'Pengumuman', 'Paling panjang 300 huruf.', 'Rapat operator Senin pukul 09.00.', {
        width: 460,
      }),
      column('from', 'Tampil sejak', `Kosong berarti sekarang. ${DATE_HELP}`, '', optional),
      column('until', 'Tampil sampai', `Kosong berarti seterusnya. ${DATE_HELP}`, '', optional),
    ],
  },
  {
    id: 'basis',
    mayMiss: true,
    name: SETTINGS_NAME.basis,
    purpose: 'Dasar hukum yang disebut dalam surat, satu baris satu peraturan, menurut urutannya.',
    columns: [
      column('text', 'Dasar hukum', 'Nama peraturan selengkapnya.', 'Keputusan Camat …', { width: 620 }),
    ],
  },
];

/** The tab with that id. */
export function settingsTab(id: SettingsTabId): SettingsTab {
  const found = SETTINGS_TABS.find((tab) => tab.id === id);
  if (!found) throw new Error(`No settings tab ${id} is declared.`);
  return found;
}
