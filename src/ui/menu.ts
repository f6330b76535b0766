import { COMMAND } from '../flows/handlers';

/** The custom menu. Runs with every opening, LIMITED: nothing is read here but the name that is handed in. */
export function showMenu(programme: string): void {
  SpreadsheetApp.getUi()
    .createMenu(programme)
    .addItem('Buat rekap bulan…', COMMAND.recap)
    .addItem('Kirim pengingat sekarang…', COMMAND.remind)
    .addItem('Ambil laporan yang tertinggal', COMMAND.sweep)
    .addSeparator()
    .addItem('Buka kunci…', COMMAND.unlock)
    .addItem('Koreksi saldo…', COMMAND.adjust)
    .addItem('Saldo awal…', COMMAND.openings)
    .addItem('Tetapkan saldo akhir…', COMMAND.fixClosing)
    .addItem('Batalkan saldo akhir…', COMMAND.unfixClosing)
    .addItem('Perbarui formulir…', COMMAND.updateForms)
    .addItem('Bangun ulang…', COMMAND.rebuild)
    .addSeparator()
    .addItem('Serah terima operator…', COMMAND.handOver)
    .addItem('Buat teks grup WhatsApp…', COMMAND.group)
    .addItem('Buat konsep surat teguran…', COMMAND.warn)
    .addSeparator()
    .addItem('Periksa kesehatan', COMMAND.health)
    .addItem('Masa uji coba…', COMMAND.trial)
    .addItem('Siapkan pengaturan…', COMMAND.prepare)
    .addItem('Pasang…', COMMAND.install)
    .addToUi();
}
