import { drawHome, type HomeFacts } from '../../../src/core/draw/home';
import {
  at,
  BALANG,
  contextAt,
  KOTA,
  lampid,
  ledger,
  LETTERS,
  linesOf,
  month,
  stock,
  strength,
  version,
} from '../../support/drawings';

const nothing: HomeFacts = { waiting: 0, toDos: [] };
const report = version('population', at('08-03'), lampid([2, 1], [1, 0], [1, 2], [0, 1], 301));
const months = [
  month(KOTA, {
    reports: { population: [report], readiness: [version('readiness', at('08-03'), strength(10, 2, 3, 2))] },
    ledger: ledger(stock(500, 480, 300), stock(502, 482, 301), report.id),
  }),
  month(BALANG, { reports: { readiness: [version('readiness', at('08-03'), strength(10, 2, 3, 2))] } }),
];

describe('Beranda', () => {
  it('reads from top to bottom as the Kasi sees it', () => {
    const facts: HomeFacts = {
      waiting: 2,
      toDos: [{ text: '1 pesan mungkin sudah terkirim.', link: 'https://docs.google.com/x' }],
    };
    expect(linesOf(drawHome(contextAt(at('08-04')), '2026-07', months, facts))).toEqual([
      'KUDAPANMAS Kecamatan Paringin',
      'Kabupaten Balangan',
      'Buka tab (pilih di sebelah kanan)',
      '',
      '▌ Laporan Juli 2026',
      '· Desa/kelurahan yang lengkap | 1 dari 3',
      'Tenggat | Rabu, 5 Agustus 2026',
      'Kependudukan: kelengkapan, ketepatan waktu | 1 dari 3, 1 dari 3',
      'Rekap Linmas: kelengkapan, ketepatan waktu | 2 dari 3, 2 dari 3',
      'Penduduk akhir bulan (1 dari 3) | 984 jiwa, 301 KK',
      'Lahir, datang, meninggal, pindah | 3, 3, 1, 1',
      'Kegiatan Linmas | 0 kali, 0 jam-orang',
      '',
      '▌ Yang perlu dikerjakan',
      '! 2 laporan menunggu ditinjau. | Buka →',
      '! 1 pesan mungkin sudah terkirim. | Buka →',
      '',
      '▌ Belum lengkap',
      'Balang | Kependudukan',
      'Lamida | Kependudukan, Rekap Linmas',
      '',
      '▌ Semua tab',
      'Tab yang tersembunyi: pilih namanya di baris Buka tab di atas, atau lewat menu Buka tab. Sesudah itu tetap tampil.',
      'Antrean Tinjau | Buka →',
    ]);
  });

  it('says what set-up is doing, and what the settings lack', () => {
    const context = contextAt(at('07-01'), {
      operators: [],
      openings: [],
      kasi: { name: '', email: '', whatsapp: '' },
      letters: { ...LETTERS, address: '', name: '', basis: [] },
    });
    const lines = linesOf(
      drawHome(context, '2026-07', [], {
        ...nothing,
        setUp: { done: 45, of: 120, now: 'Formulir Desa Balang' },
      }),
    );
    expect(lines).toEqual(
      expect.arrayContaining([
        '… 45 dari 120 langkah selesai | Formulir Desa Balang',
        '! Email atau nomor WhatsApp Kasi belum diisi.',
        '! Operator belum terdaftar: Paringin Kota, Balang, Lamida.',
        '! Saldo awal belum diisi: Paringin Kota, Balang, Lamida.',
        '! Untuk surat teguran belum diisi: alamat kantor dan nama penanda tangan.',
        '! Dasar hukum surat teguran belum diisi.',
        'Penduduk akhir bulan | belum ada (0 dari 3)',
      ]),
    );
  });

  it('says so where nothing waits', () => {
    expect(linesOf(drawHome(contextAt(at('08-04')), '2026-07', months, nothing))).toContain(
      '✓ Tidak ada yang menunggu tindak lanjut.',
    );
  });
});
