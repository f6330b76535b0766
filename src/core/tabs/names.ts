/** Names of the tabs, as people read them. */
export const TAB = {
  home: 'Beranda',
  compliance: 'Kepatuhan',
  queue: 'Antrean Tinjau',
  population: 'Rekap Penduduk',
  linmas: 'Rekap Linmas',
  whatsapp: 'Kirim WA',
  welfare: 'Rekap Ekonomi',
  neighbourhoods: 'Rekap RT',
  members: 'Rekap Anggota',
  consultation: 'Konsultasi',
  coaching: 'Pembinaan',
  history: 'Riwayat',
  differences: 'Selisih',
  decisions: 'Keputusan',
  commands: 'Perintah',
  log: 'Log',
  outbox: 'Surat dan Surel',
  index: 'Indeks',
  registry: 'Registri',
  status: 'Status',
  ownReports: 'Laporan Kami',
  traces: 'Jejak',
} as const;

/** Names of the settings tabs; all else about them stands in `core/settingsTabs`. */
export const SETTINGS_NAME = {
  settings: 'Pengaturan',
  villages: 'Desa',
  operators: 'Operator',
  openings: 'Saldo Awal',
  mandatory: 'Program Wajib',
  holidays: 'Libur',
  neighbourhoods: 'RT',
  announcements: 'Pengumuman',
  basis: 'Dasar Hukum',
} as const;
