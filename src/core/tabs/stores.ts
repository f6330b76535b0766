import { INDEX_COLUMNS } from '../indexRow';
import { TAB } from './names';
import { figure, STATE_LOOKS, text, type Tab, type TabColumn } from './tab';

const plain = {
  shown: false,
  headerRow: 1,
  frozenRows: 1,
  frozenColumns: 0,
  rows: 200,
  looks: [],
  protection: 'owner',
} as const;

/** Headers of `Keputusan`, in the order of its cells. */
export const DECISION_HEADERS = [
  'Nomor',
  'Waktu',
  'Oleh',
  'Keputusan',
  'Kode desa',
  'Bulan',
  'Kiriman',
  'Alasan',
  'Sampai',
  'Jumlah',
  'Pengaturan',
  'Lanjutan pengaturan',
] as const;

/** `Keputusan`: what people decided, and each snapshot of the settings; only appended, the truth beside the forms. */
export function decisionsTab(): Tab {
  const widths: Partial<Record<(typeof DECISION_HEADERS)[number], number>> = { Waktu: 190, Alasan: 320 };
  return {
    ...plain,
    name: TAB.decisions,
    layout: 'log',
    columns: DECISION_HEADERS.map((header) => text(header, widths[header] ?? 130)),
    empty: 'Setiap keputusan peninjau dan setiap perubahan pengaturan, satu baris. Tidak pernah dihapus.',
  };
}

/** What a person can order in `Perintah`, in the order of its list. */
export const COMMANDS = [
  { id: 'recap', words: 'Buat rekap bulan' },
  { id: 'remind', words: 'Kirim pengingat sekarang' },
  { id: 'sweep', words: 'Ambil laporan yang tertinggal' },
  { id: 'showReport', words: 'Lihat laporan' },
  { id: 'approveMonth', words: 'Setujui sebulan' },
  { id: 'unlock', words: 'Buka kunci' },
  { id: 'undo', words: 'Batalkan keputusan' },
  { id: 'adjustBalance', words: 'Koreksi saldo' },
  { id: 'fixClosing', words: 'Tetapkan saldo akhir' },
  { id: 'unfixClosing', words: 'Batalkan saldo akhir' },
  { id: 'openings', words: 'Saldo awal' },
  { id: 'trial', words: 'Masa uji coba' },
  { id: 'operators', words: 'Tempel daftar operator' },
  { id: 'checkImport', words: 'Periksa impor' },
  { id: 'importMonths', words: 'Impor bulan lalu' },
  { id: 'importMembers', words: 'Impor anggota Linmas' },
  { id: 'undoImport', words: 'Batalkan impor' },
  { id: 'updateForms', words: 'Perbarui formulir' },
  { id: 'restore', words: 'Kembalikan angka' },
  { id: 'correct', words: 'Jadikan koreksi' },
  { id: 'rebuild', words: 'Bangun ulang' },
  { id: 'copyPerson', words: 'Salin data satu orang' },
  { id: 'erasePerson', words: 'Hapus data satu orang' },
  { id: 'eraseOld', words: 'Hapus data pribadi lama' },
  { id: 'health', words: 'Periksa kesehatan' },
  { id: 'warn', words: 'Buat konsep surat teguran' },
  { id: 'note', words: 'Catat pertanyaan' },
  { id: 'group', words: 'Buat teks grup WhatsApp' },
  { id: 'printUnits', words: 'Cetak lembar RT' },
  { id: 'innovation', words: 'Buat dokumen inovasi' },
  { id: 'refresh', words: 'Perbarui rekap tahunan dan bersama' },
  { id: 'handOver', words: 'Serah terima operator' },
  { id: 'closeYear', words: 'Tutup buku tahunan' },
  { id: 'changePin', words: 'Ganti PIN' },
] as const;

const write = { editable: true } as const;

/** `Perintah`: a wish is a row that a hand fills in and ticks; the owner's trigger does it and answers in *Hasil*. */
export function commandsTab(): Tab {
  return {
    ...plain,
    name: TAB.commands,
    layout: 'form',
    columns: [
      text('Perintah', 205, { ...write, list: COMMANDS.map((command) => command.words) }),
      text('Desa', 180, { ...write, list: 'villages' }),
      text('Bulan', 110, { ...write, list: 'months' }),
      text('Alasan', 190, { ...write, wrap: true }),
      text('Sampai', 105, write),
      figure('WNI L', 60, write),
      figure('WNI P', 60, write),
      figure('WNA L', 60, write),
      figure('WNA P', 60, write),
      figure('KK', 60, write),
      text('Jalankan', 80, { ...write, checkbox: true }),
      text('Hasil', 420, { wrap: true }),
      text('Waktu', 230),
      // Filled in by the menu for whoever gave the order: Google does not tell a trigger.
      text('Oleh', 200, write),
    ],
    looks: STATE_LOOKS,
    protection: 'reviewers',
    empty:
      'Pilih perintah, isi yang perlu, lalu centang Jalankan. Hasilnya muncul di kolom Hasil dalam beberapa menit.',
  };
}

/** `Log`: what happened, when, by whom, old → new and why; only appended, never rebuilt. */
export function logTab(): Tab {
  return {
    ...plain,
    name: TAB.log,
    layout: 'log',
    columns: [
      text('Waktu', 230),
      text('Pelaku', 200),
      text('Kejadian', 220),
      text('Desa/Kelurahan', 170),
      text('Bulan', 120),
      text('Lama', 200, { wrap: true }),
      text('Baru', 200, { wrap: true }),
      text('Alasan', 360, { wrap: true }),
    ],
    empty: 'Catatan kejadian: penerimaan, keputusan, pengiriman, pemeriksaan. Bertambah dengan sendirinya.',
  };
}

/** `Indeks`: one JSON row a village and month, at its place; read and written by runs only. */
export function indexTab(): Tab {
  const spare = Array.from({ length: INDEX_COLUMNS - 1 }, (_unused, at) =>
    text(`Isi ${String(at + 1)}`, 100),
  );
  return { ...plain, name: TAB.index, layout: 'placed', columns: [text('Kunci', 220), ...spare] };
}

const REGISTRY_HEADERS = [
  'Kode',
  'Nama',
  'Map',
  'Formulir',
  'Alamat formulir',
  'Nomor isian',
  'Nomor butir',
  'Tab respons',
  'Lembar',
  'Catatan',
  'Alamat status',
  'Formulir data pribadi',
];

/** `Registri`: whom this file belongs to (row 1) and one row a village from row 3; in one read. */
export function registryTab(): Tab {
  const columns: readonly TabColumn[] = REGISTRY_HEADERS.map((header) => text(header, 160));
  return { ...plain, name: TAB.registry, layout: 'log', columns, headerRow: 2, frozenRows: 2, rows: 60 };
}
