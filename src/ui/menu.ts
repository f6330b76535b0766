import { COMMAND, type CommandId } from '../flows/handlers';

type Item = readonly [caption: string, command: CommandId];
interface Group {
  readonly title: string;
  readonly items: readonly Item[];
}

/** What is used each week stands open; the rest lies in drawers. */
const MENU: readonly (Item | Group | 'line')[] = [
  ['Dasbor', 'dashboard'],
  ['Buka tab…', 'openTab'],
  ['Buat rekap bulan…', 'recap'],
  ['Kirim pengingat sekarang…', 'remind'],
  ['Ambil laporan yang tertinggal', 'sweep'],
  ['Lihat laporan…', 'showReport'],
  ['Setujui sebulan…', 'approveMonth'],
  ['Buka kunci…', 'unlock'],
  ['Batalkan keputusan…', 'undo'],
  'line',
  {
    title: 'Saldo penduduk',
    items: [
      ['Koreksi saldo…', 'adjust'],
      ['Saldo awal…', 'openings'],
      ['Tetapkan saldo akhir…', 'fixClosing'],
      ['Batalkan saldo akhir…', 'unfixClosing'],
    ],
  },
  {
    title: 'Impor',
    items: [
      ['Impor bulan lalu…', 'importMonths'],
      ['Impor anggota Linmas…', 'importMembers'],
      ['Batalkan impor…', 'undoImport'],
    ],
  },
  {
    title: 'Pesan dan surat',
    items: [
      ['Buat teks grup WhatsApp…', 'group'],
      ['Buat konsep surat teguran…', 'warn'],
      ['Cetak lembar RT…', 'printUnits'],
      ['Catat pertanyaan…', 'note'],
      ['Buat dokumen inovasi', 'innovation'],
    ],
  },
  {
    title: 'Operator',
    items: [
      ['Serah terima operator…', 'handOver'],
      ['Tempel daftar operator…', 'operators'],
      ['Ganti PIN…', 'changePin'],
    ],
  },
  {
    title: 'Data pribadi',
    items: [
      ['Salin data satu orang…', 'copyPerson'],
      ['Hapus data satu orang…', 'erasePerson'],
      ['Hapus data pribadi lama…', 'eraseOld'],
    ],
  },
  'line',
  ['Periksa kesehatan', 'health'],
  {
    title: 'Pemeliharaan',
    items: [
      ['Perbarui rekap tahunan dan bersama', 'refresh'],
      ['Perbarui formulir…', 'updateForms'],
      ['Kembalikan angka…', 'restore'],
      ['Jadikan koreksi…', 'correct'],
      ['Bangun ulang…', 'rebuild'],
      ['Masa uji coba…', 'trial'],
      ['Tutup buku tahunan…', 'closeYear'],
    ],
  },
  {
    title: 'Akun kantor',
    items: [
      ['Serah terima akun…', 'giveAccount'],
      ['Ambil alih…', 'takeAccount'],
      ['Bongkar…', 'dismantle'],
    ],
  },
  'line',
  ['Siapkan pengaturan…', 'prepare'],
  ['Pasang…', 'install'],
];

type Menu = GoogleAppsScript.Base.Menu;

function add(menu: Menu, entry: (typeof MENU)[number]): Menu {
  if (entry === 'line') return menu.addSeparator();
  if ('title' in entry) {
    const drawer = SpreadsheetApp.getUi().createMenu(entry.title);
    return menu.addSubMenu(entry.items.reduce(add, drawer));
  }
  const [caption, command] = entry;
  return menu.addItem(caption, COMMAND[command]);
}

/** The custom menu. Runs with every opening, LIMITED: nothing is read here but the name that is handed in. */
export function showMenu(programme: string): void {
  MENU.reduce(add, SpreadsheetApp.getUi().createMenu(programme)).addToUi();
}
