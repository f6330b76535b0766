import { SETTINGS_NAME, TAB } from './names';

/** What stands in each tab that a person may want to open, in the order of use. */
export const TAB_WORDS: Readonly<Record<string, string>> = {
  [TAB.compliance]: 'siapa sudah mengirim apa',
  [TAB.queue]: 'laporan yang menunggu keputusan',
  [TAB.population]: 'penduduk sebulan, B.3',
  [TAB.linmas]: 'kegiatan dan kekuatan Linmas sebulan',
  [TAB.whatsapp]: 'teks WhatsApp yang siap dikirim',
  [SETTINGS_NAME.settings]: 'tenggat, Kasi, peninjau, dan pilihan kantor',
  [SETTINGS_NAME.villages]: 'desa dan kelurahan dengan pengawasnya',
  [SETTINGS_NAME.operators]: 'siapa yang melapor, dengan PIN-nya',
  [SETTINGS_NAME.openings]: 'saldo awal penduduk',
  [SETTINGS_NAME.mandatory]: 'kegiatan Linmas yang wajib',
  [SETTINGS_NAME.neighbourhoods]: 'daftar RT tiap desa',
  [SETTINGS_NAME.holidays]: 'hari libur kantor',
  [SETTINGS_NAME.announcements]: 'kalimat di halaman status semua desa',
  [SETTINGS_NAME.basis]: 'dasar hukum surat teguran',
  [TAB.commands]: 'perintah dari ponsel dan peninjau',
  [TAB.consultation]: 'pertanyaan operator dan jawabannya',
  [TAB.coaching]: 'pembinaan tiap desa',
  [TAB.welfare]: 'keadaan ekonomi dan penerima bantuan',
  [TAB.neighbourhoods]: 'laporan RT sebulan',
  [TAB.members]: 'anggota Linmas tiap regu',
  [TAB.yearly]: 'penduduk setahun',
  [TAB.yearlyLinmas]: 'Linmas setahun',
  [TAB.evidence]: 'angka untuk Indeks Inovasi Daerah',
  [TAB.history]: 'semua kiriman',
  [TAB.differences]: 'selisih saldo yang belum selesai',
  [TAB.decisions]: 'keputusan peninjau',
  [TAB.outbox]: 'email yang sudah dan belum terkirim',
  [TAB.log]: 'catatan kejadian',
};

/** Tabs that may be opened; those of the program itself (`Indeks`, `Registri`, `Jejak`) are not among them. */
export const OFFERED_TABS: readonly string[] = Object.keys(TAB_WORDS);

/** The choice that hides all but the six. */
export const TIDY = 'Rapikan tab';

export const NO_SUCH_TAB = 'Tab itu tidak ada di sini. Mohon pilih dari daftar.';
