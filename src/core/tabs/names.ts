/** Names of the tabs, as people read them. */
export const TAB = {
  home: 'Beranda',
  compliance: 'Kepatuhan',
  queue: 'Antrean Tinjau',
  population: 'Rekap Penduduk',
  linmas: 'Rekap Linmas',
  whatsapp: 'Kirim WA',
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
} as const;
