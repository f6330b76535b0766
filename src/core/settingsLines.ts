import { AIDS, LISTS } from './aids';
import { RETENTION_MONTHS } from './personal';
import type { AidId, OfficeList } from './report';
import type { SenderMode } from './settings';

/** A line of `Pengaturan`. */
export interface SettingsLine {
  readonly id: string;
  /** Column A. */
  readonly label: string;
  /** Column C. */
  readonly help: string;
  readonly required: boolean;
  readonly choices?: readonly string[];
  /** What set-up writes into column B where it knows nothing better; also what an empty cell means. */
  readonly initial: string;
  readonly example: string;
}

function line(
  id: string,
  label: string,
  initial: string,
  example: string,
  help: string,
  more: Partial<SettingsLine> = {},
): SettingsLine {
  return { id, label, initial, example, help, required: true, ...more };
}

/** How the settings tabs name the two ways of knowing who sent. */
export const SENDER_MODES: Readonly<Record<SenderMode, string>> = {
  account: 'akun Google terdaftar',
  pin: 'PIN desa',
};

const optional = { required: false } as const;
const YES_OR_NO = { choices: ['Ya', 'Tidak'] } as const;

/** Lines of `Pengaturan`; `settingsCheck` knows them by id. */
export const SETTINGS_LINES: readonly SettingsLine[] = [
  line(
    'profile',
    'Profil',
    'kudapanmas',
    'kudapanmas',
    'Paket laporan yang dipakai. Diisi saat menyiapkan.',
    {
      choices: ['kudapanmas', 'sinar-linmas', 'pilihan sendiri'],
    },
  ),
  line('programme', 'Nama program', 'KUDAPANMAS', 'KUDAPANMAS', 'Tampil di menu, judul email, dan formulir.'),
  line(
    'subdistrictCode',
    'Kode kecamatan',
    '',
    '63.11.06',
    'Kode wilayah Kemendagri, tiga bagian dengan titik.',
  ),
  line('subdistrictName', 'Nama kecamatan', '', 'Paringin', 'Tanpa kata Kecamatan.'),
  line('regency', 'Kabupaten/Kota', '', 'Kabupaten Balangan', 'Lengkap dengan kata Kabupaten atau Kota.'),
  line('zone', 'Zona waktu', 'WITA', 'WITA', 'Semua tenggat dihitung menurut zona waktu ini.', {
    choices: ['WIB', 'WITA', 'WIT'],
  }),
  line(
    'owner',
    'Akun pemilik',
    '',
    'kudapanmas.paringin@gmail.com',
    'Akun Google kantor yang memiliki semua berkas dan mengirim email.',
  ),
  line(
    'kasiName',
    'Nama Kasi Trantib',
    '',
    'H. Contoh Nama',
    'Tampil di pesan kepada operator. Boleh diisi nanti.',
    optional,
  ),
  line(
    'kasiEmail',
    'Email Kasi Trantib',
    '',
    'kasi.contoh@gmail.com',
    'Menerima pesan pagi bila ada yang perlu ditindaklanjuti. Boleh diisi nanti.',
    optional,
  ),
  line(
    'kasiWhatsapp',
    'WhatsApp Kasi Trantib',
    '',
    '081234567890',
    'Nomor tempat operator bertanya. Boleh diisi nanti.',
    optional,
  ),
  line(
    'reviewers',
    'Email peninjau',
    '',
    'peninjau1@gmail.com, peninjau2@gmail.com',
    'Yang boleh menyetujui dan mengembalikan laporan, selain pemilik dan Kasi. Pisahkan dengan koma.',
    optional,
  ),
  line(
    'reportTypes',
    'Laporan yang dipakai',
    '',
    'Kependudukan, Kegiatan, Rekap Linmas',
    'Pisahkan dengan koma. Kosong berarti laporan bawaan programnya. Peristiwa dan Anggota Linmas memuat data pribadi dan memakai formulir tersendiri; jalankan Pasang sesudah menambahkannya.',
    optional,
  ),
  line(
    'goLive',
    'Mulai berlaku',
    '',
    'Juli 2026',
    'Bulan pertama yang wajib dilaporkan. Tulis seperti Juli 2026.',
  ),
  line('dueDay', 'Tanggal tenggat', '5', '5', 'Tanggal di bulan berikutnya, 1–28. Hari libur digeser maju.'),
  line(
    'lockDay',
    'Tanggal kunci',
    '20',
    '20',
    'Sesudah tanggal ini di bulan berikutnya, laporan menunggu pembukaan kunci. 1–28, tidak sebelum tenggat.',
  ),
  line(
    'interimDay',
    'Mulai terima laporan sementara',
    '25',
    '25',
    'Mulai tanggal ini laporan bulan berjalan diterima sebagai sementara. 1–28.',
  ),
  line(
    'trialFrom',
    'Uji coba sejak',
    '',
    '08/07/2026',
    'Selama uji coba laporan diperiksa, tidak ada yang terlambat, dan hanya jawaban kepada pengirim yang dikirim. Kosong berarti tanpa uji coba.',
    optional,
  ),
  line('trialUntil', 'Uji coba sampai', '', '31/07/2026', 'Hari terakhir uji coba.', optional),
  line(
    'trialData',
    'Data uji coba',
    'dipakai',
    'dipakai',
    'Setelah uji coba: laporannya tetap dipakai, atau dibuang. Ubah lewat menu Masa uji coba.',
    { choices: ['dipakai', 'dibuang'] },
  ),
  line(
    'senderMode',
    'Cara mengenali pengirim',
    'akun Google terdaftar',
    'akun Google terdaftar',
    'Akun Google terdaftar: hanya akun di tab Operator yang dapat mengisi. PIN desa: siapa pun yang punya link dapat membuka formulir, dan PIN dari tab Operator membuktikan pengirimnya. Tiap desa dapat berbeda: tab Desa. Sesudah diubah, jalankan Perbarui formulir.',
    { choices: Object.values(SENDER_MODES) },
  ),
  line(
    'emailsVerified',
    'Email pengirim diverifikasi',
    'otomatis',
    'otomatis',
    'Hanya perlu diisi bila Google tidak memberi tahu setelan formulir. Ya: semua formulir desa sudah disetel Diverifikasi dengan tangan.',
    { choices: ['otomatis', 'Ya', 'Tidak'] },
  ),
  line(
    'statusPageOpen',
    'Halaman status terbuka',
    'Tidak',
    'Tidak',
    'Ya: siapa pun yang punya link dapat membuka halaman status desa.',
    YES_OR_NO,
  ),
  line(
    'welfareEvery',
    'Laporan ekonomi',
    'tiap triwulan',
    'tiap triwulan',
    'Tiap triwulan: dikirim bersama laporan Maret, Juni, September, dan Desember.',
    { choices: ['tiap triwulan', 'tiap bulan'] },
  ),
  line(
    'missingPeople',
    'Penduduk hilang',
    'Tidak',
    'Tidak',
    'Ya: laporan kependudukan juga menanyakan penduduk yang dilaporkan hilang; di B.3 dihitung dalam Pindah dan disebut di kolom 33. Sesudah diubah, jalankan Perbarui formulir.',
    YES_OR_NO,
  ),
  line(
    'groupNames',
    'Nama desa di teks grup',
    'Tidak',
    'Tidak',
    'Ya: teks untuk grup WhatsApp menyebut desa yang belum lengkap.',
    YES_OR_NO,
  ),
  line(
    'sharedRecap',
    'Rekap Bersama',
    'Tidak',
    'Tidak',
    'Ya: kelengkapan, B.3, dan Linmas semua desa dapat dibaca semua operator dan pengawas; diperbarui tiap malam.',
    YES_OR_NO,
  ),
  line('letterAddress', 'Alamat kantor', '', 'Jl. Contoh No. 1, Paringin', 'Tampil di kop surat.', optional),
  line('signTitle', 'Jabatan penanda tangan', 'Camat', 'Camat', 'Tampil di akhir surat.'),
  line('signName', 'Nama penanda tangan', '', 'Contoh Nama, S.Sos.', 'Lengkap dengan gelar.', optional),
  line('signRank', 'Pangkat penanda tangan', '', 'Pembina Tk. I', 'Boleh diisi nanti.', optional),
  line(
    'signNumber',
    'NIP penanda tangan',
    '',
    '198001012005011001',
    '18 angka. Boleh diisi nanti.',
    optional,
  ),
  line(
    'letterCopies',
    'Tembusan surat',
    '',
    'Bupati Balangan; Inspektur',
    'Pisahkan dengan titik koma.',
    optional,
  ),
  line('paper', 'Ukuran kertas', 'F4', 'F4', 'Kertas untuk surat.', { choices: ['F4', 'A4'] }),
  ...(Object.keys(AIDS) as AidId[]).map((aid) =>
    line(
      `aid.${aid}`,
      `Nama bantuan ${AIDS[aid]}`,
      AIDS[aid],
      AIDS[aid],
      'Ubah bila nama programnya berganti; urutannya tetap.',
    ),
  ),
  line(
    'retentionMonths',
    'Lama simpan data pribadi (bulan)',
    String(RETENTION_MONTHS),
    '60',
    'Laporan data pribadi yang lebih lama dari ini dapat dihapus dengan Hapus data pribadi lama. 12–240.',
  ),
  ...(Object.keys(LISTS) as OfficeList[]).map((list) =>
    line(
      `list.${list}`,
      list === 'positions' ? 'Jabatan Satlinmas' : 'Regu Satlinmas',
      LISTS[list].join(', '),
      LISTS[list].join(', '),
      'Pilihan di formulir; pisahkan dengan koma. Sesudah diubah, jalankan Perbarui formulir.',
    ),
  ),
];
