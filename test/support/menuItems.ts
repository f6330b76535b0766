import type { COMMANDS } from '../../src/core/tabs/stores';
import { VILLAGES } from './threeVillages';

/** A command of the menu. */
export type Command = (typeof COMMANDS)[number]['id'];

/** An item of the menu, what its dialog is given, and what a person reads then. */
export interface Item {
  readonly item: string;
  readonly command: Command;
  readonly values: Readonly<Record<string, string>>;
  /** What a person reads when it is done. */
  readonly said: string;
  /** Done by the owner before. */
  readonly first?: readonly [Command, Readonly<Record<string, string>>];
  /** Field that names the decision which was made before. */
  readonly decided?: string;
  /** Typed into `Pengaturan` before, by label. */
  readonly typed?: Readonly<Record<string, string>>;
}

const other = VILLAGES.other.code;
const closing = { village: other, period: 'Juli 2026', reason: 'laporan tidak akan ada' };
const figures = { citizensMale: '612', citizensFemale: '592', foreignersMale: '', households: '351' };
const PAST =
  'Desa;Bulan;Lahir L;Lahir P;Mati L;Mati P;Datang L;Datang P;Pindah L;Pindah P;KK akhir;Akhir L;Akhir P\n' +
  'Kalahiang;Juni 2026;0;0;0;0;0;0;0;0;351;610;592';

/** Every item that carries out a command. */
export const ITEMS: readonly Item[] = [
  {
    item: 'Buat rekap bulan…',
    command: 'recap',
    values: { period: 'Juli 2026' },
    said: 'Rekap Juli 2026 selesai dibuat.',
  },
  {
    item: 'Kirim pengingat sekarang…',
    command: 'remind',
    values: {},
    said: '3 pengingat terkirim lewat email; teks WhatsApp-nya ada di tab Kirim WA.',
  },
  {
    item: 'Ambil laporan yang tertinggal',
    command: 'sweep',
    values: {},
    said: 'tidak ada laporan yang tertinggal',
  },
  {
    item: 'Lihat laporan…',
    command: 'showReport',
    values: { reason: '2005-260803-091400' },
    said: 'Kependudukan Juli 2026, Desa Balang, nomor 2005-260803-091400',
  },
  {
    item: 'Setujui sebulan…',
    command: 'approveMonth',
    values: { period: 'Juli 2026', reason: 'juga yang bercatatan' },
    said: 'laporan Juli 2026 disetujui.',
  },
  {
    item: 'Buka kunci…',
    command: 'unlock',
    values: { village: other, period: 'Juli 2026', reason: 'operator sakit', until: '2026-08-30' },
    said: 'Kunci Juli 2026 Desa Kalahiang terbuka sampai 30 Agustus 2026 pukul 23.59 WITA.',
  },
  {
    item: 'Batalkan keputusan…',
    command: 'undo',
    values: { why: 'salah bulan' },
    decided: 'which',
    said: 'Juli 2026 Desa Kalahiang dikunci lagi.',
    first: ['unlock', { village: other, period: 'Juli 2026', reason: 'operator sakit', until: '2026-08-30' }],
  },
  {
    item: 'Koreksi saldo…',
    command: 'adjustBalance',
    values: {
      village: VILLAGES.balang.code,
      period: 'Agustus 2026',
      citizensMale: '2',
      households: '-1',
      reason: 'SIAK',
    },
    said: 'Saldo Agustus 2026 Desa Balang dikoreksi: WNI L +2, KK −1.',
  },
  {
    item: 'Saldo awal…',
    command: 'openings',
    values: { reason: 'tulis usulan' },
    said: 'Tidak ada usulan baru.',
  },
  {
    item: 'Tetapkan saldo akhir…',
    command: 'fixClosing',
    values: { ...closing, ...figures },
    said: 'Saldo akhir Juli 2026 Desa Kalahiang ditetapkan: 612 L, 592 P, 351 KK.',
  },
  {
    item: 'Batalkan saldo akhir…',
    command: 'unfixClosing',
    values: closing,
    said: 'Saldo akhir Juli 2026 Desa Kalahiang dibatalkan.',
    first: ['fixClosing', { ...closing, ...figures }],
  },
  {
    item: 'Tempel daftar operator…',
    command: 'operators',
    values: { reason: 'Kalahiang\tOperator Kedua\tkedua.kalahiang@contoh.id\t081200000009' },
    said: '1 operator ditambahkan. Izinnya diatur sesudah ini.',
  },
  {
    item: 'Impor bulan lalu…',
    command: 'importMonths',
    values: { reason: PAST },
    said: '1 laporan Kependudukan dari teks CSV diimpor untuk Desa Kalahiang.',
  },
  {
    item: 'Batalkan impor…',
    command: 'undoImport',
    values: {},
    said: '1 laporan dibatalkan.',
    first: ['importMonths', { reason: PAST }],
  },
  {
    item: 'Masa uji coba…',
    command: 'trial',
    values: { reason: 'buat laporan' },
    said: 'Laporan uji coba selesai dibuat.',
    typed: { 'Uji coba sejak': '01/06/2026', 'Uji coba sampai': '05/06/2026' },
  },
  { item: 'Perbarui formulir…', command: 'updateForms', values: {}, said: 'tidak ada yang perlu diubah' },
  { item: 'Kembalikan angka…', command: 'restore', values: {}, said: 'tidak ada yang diubah' },
  { item: 'Bangun ulang…', command: 'rebuild', values: {}, said: 'Bangun ulang selesai' },
  { item: 'Buat dokumen inovasi', command: 'innovation', values: {}, said: 'sudah dibuat di folder Surat.' },
  { item: 'Perbarui rekap tahunan dan bersama', command: 'refresh', values: {}, said: 'sudah diperbarui.' },
  {
    item: 'Serah terima operator…',
    command: 'handOver',
    values: {
      village: other,
      name: 'Contoh Pengganti',
      email: 'pengganti@contoh.id',
      whatsapp: '081200000009',
      until: '2026-08-24',
    },
    said: 'Contoh Pengganti (pengganti@contoh.id) mulai 25 Agustus 2026.',
  },
  {
    item: 'Ganti PIN…',
    command: 'changePin',
    values: { village: other },
    said: 'PIN Desa Kalahiang sudah diganti; yang lama tidak berlaku lagi.',
    typed: { 'Cara mengenali pengirim': 'PIN desa' },
  },
  {
    item: 'Buat teks grup WhatsApp…',
    command: 'group',
    values: { period: 'Juli 2026' },
    said: 'Teksnya ada di tab Kirim WA',
  },
  {
    item: 'Buat konsep surat teguran…',
    command: 'warn',
    values: { period: 'Juli 2026' },
    said: '2 konsep surat teguran Juli 2026 dibuat. Program tidak mengirimnya.',
  },
  {
    item: 'Tutup buku tahunan…',
    command: 'closeYear',
    values: {},
    said: 'Belum ada yang ditutup. Tahun 2026 belum dapat ditutup buku.',
  },
  { item: 'Periksa kesehatan', command: 'health', values: {}, said: 'Semua baik' },
];

const unlock = { village: other, period: 'Juli 2026', reason: 'operator sakit', until: '2026-08-30' };
const adjust = { village: other, period: 'Agustus 2026', reason: 'SIAK', citizensMale: '2' };
const without = (
  values: Readonly<Record<string, string>>,
  ...ids: readonly string[]
): Record<string, string> => Object.fromEntries(Object.entries(values).filter(([id]) => !ids.includes(id)));

/** What is refused: the command, its values, the words. */
export const WRONG: readonly (readonly [string, Command, Record<string, string>, string])[] = [
  ['a report without a number', 'showReport', {}, 'Mohon tulis nomor laporannya'],
  [
    'a report that is none',
    'showReport',
    { reason: '2005-260101-000000' },
    'Laporan nomor 2005-260101-000000 tidak ditemukan',
  ],
  ['a recap of no month', 'recap', {}, 'Mohon pilih bulannya.'],
  ['a recap of a word', 'recap', { period: 'bulan lalu' }, 'Mohon pilih bulannya.'],
  ['a recap of a month to come', 'recap', { period: 'Januari 2031' }, 'Januari 2031 belum berjalan.'],
  [
    'Buka kunci without a village',
    'unlock',
    without(unlock, 'village'),
    'Mohon pilih desa atau kelurahannya.',
  ],
  ['Buka kunci without a month', 'unlock', without(unlock, 'period'), 'Mohon pilih bulannya.'],
  ['Buka kunci without a reason', 'unlock', without(unlock, 'reason'), 'Mohon isi alasannya.'],
  ['Buka kunci without an end', 'unlock', without(unlock, 'until'), 'Mohon isi sampai tanggal berapa'],
  [
    'Buka kunci until a day gone by',
    'unlock',
    { ...unlock, until: '2026-08-01' },
    'Tanggal 1 Agustus 2026 sudah lewat.',
  ],
  ['Koreksi saldo without a reason', 'adjustBalance', without(adjust, 'reason'), 'Mohon isi alasannya.'],
  [
    'Koreksi saldo of nothing',
    'adjustBalance',
    without(adjust, 'citizensMale'),
    'Mohon isi berapa yang dikoreksi.',
  ],
  [
    'Koreksi saldo of words',
    'adjustBalance',
    { ...adjust, citizensMale: 'dua' },
    'Mohon isi WNI L dengan angka saja',
  ],
  [
    'Tetapkan saldo akhir without a figure',
    'fixClosing',
    { ...closing, citizensMale: '612' },
    'Mohon isi WNI P akhir bulan dengan angka saja, misalnya 612.',
  ],
  [
    'Tetapkan saldo akhir of a month with a report',
    'fixClosing',
    { ...closing, ...figures, village: VILLAGES.balang.code },
    'Juli 2026 Desa Balang sudah punya laporan dan saldo akhir; pakai Koreksi saldo.',
  ],
  [
    'Batalkan saldo akhir of nothing',
    'unfixClosing',
    closing,
    'Saldo akhir Juli 2026 Desa Kalahiang tidak pernah ditetapkan.',
  ],
  ['Masa uji coba where there is none', 'trial', { reason: 'buat laporan' }, 'Masa uji coba belum diatur.'],
  [
    'a list of operators in an unknown village',
    'operators',
    { reason: 'Balai;A;a@contoh.id' },
    'Baris 1 ("Balai A a@contoh.id"): nama atau kode desanya tidak dikenal.',
  ],
  ['an import of nothing', 'importMonths', {}, 'Mohon isi sumbernya'],
  [
    'an import from nowhere',
    'importMonths',
    { reason: 'Tab Khayal' },
    'Sumber "Tab Khayal" tidak ditemukan.',
  ],
  [
    'a list of members where they are not reported',
    'importMembers',
    { reason: 'Daftar Linmas' },
    'Laporan Anggota Linmas tidak dipakai di sini.',
  ],
  [
    'taking back what was never imported',
    'undoImport',
    {},
    'Tidak ada impor seperti itu yang dapat dibatalkan.',
  ],
  [
    'closing a year that is not over',
    'closeYear',
    { reason: 'TUTUP 2026' },
    'Tahun 2026 belum dapat ditutup buku. Desember 2026 baru dikunci setelah 20 Januari 2027.',
  ],
  [
    'closing another year',
    'closeYear',
    { reason: 'TUTUP 2025' },
    'Untuk menutup tahun 2026, tulis TUTUP 2026 (huruf besar) di Alasan',
  ],
  ['Ganti PIN where nobody has one', 'changePin', { village: other }, 'Belum ada desa yang memakai PIN'],
  ['Saldo awal without what to do', 'openings', {}, 'Mohon tulis di Alasan yang dikerjakan'],
  [
    'Koreksi saldo of a month to come',
    'adjustBalance',
    { ...adjust, period: 'Desember 2026' },
    'Desember 2026 belum berjalan.',
  ],
];
