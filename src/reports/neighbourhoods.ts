import { formatNumber, formatPeriod } from '../core/dates';
import { defineReport } from '../core/define';
import { particulars } from '../core/figures';
import { linesOf, lineSum, unitName } from '../core/lines';
import type { LineFigure, Question, RecordOf } from '../core/report';
import { DECLARATION, NOTES } from './head';

/** Figures of one RT, in the order of the paper sheet. */
export const RT_FIGURES: readonly LineFigure[] = [
  { id: 'households', word: 'KK', also: ['kepala keluarga'], label: 'KK', stock: true },
  { id: 'male', word: 'L', also: ['lk', 'laki', 'laki laki', 'pria'], label: 'Laki-laki', stock: true },
  { id: 'female', word: 'P', also: ['pr', 'prp', 'perempuan', 'wanita'], label: 'Perempuan', stock: true },
  { id: 'births', word: 'lahir', also: ['lhr', 'kelahiran'], label: 'Lahir' },
  {
    id: 'deaths',
    word: 'meninggal',
    also: ['mgl', 'md', 'mati', 'wafat', 'kematian', 'meninggal dunia'],
    label: 'Meninggal',
  },
  { id: 'arrivals', word: 'datang', also: ['dtg', 'masuk', 'pendatang'], label: 'Datang' },
  { id: 'departures', word: 'pindah', also: ['pdh', 'keluar', 'pindah keluar'], label: 'Pindah' },
  { id: 'patrols', word: 'ronda', also: ['rnd', 'siskamling', 'ronda malam'], label: 'Ronda (kali)' },
  { id: 'elderly', word: 'lansia', label: 'Lansia', required: false, stock: true },
  {
    id: 'disabled',
    word: 'disabilitas',
    also: ['difabel'],
    label: 'Disabilitas',
    required: false,
    stock: true,
  },
  {
    id: 'pregnant',
    word: 'hamil',
    also: ['bumil', 'ibu hamil'],
    label: 'Hamil',
    required: false,
    stock: true,
  },
  { id: 'toddlers', word: 'balita', label: 'Balita', required: false, stock: true },
];

const questions = [
  {
    id: 'lines',
    kind: 'lines',
    label: 'Laporan tiap RT, satu baris satu RT',
    help:
      'Contoh: RT 001: KK 45, L 80, P 77, lahir 1, meninggal 0, datang 0, pindah 0, ronda 4. Baris bulan lalu sudah ' +
      'terisi; ubah angkanya. Teks WA ketua RT boleh ditempel. Boleh ditambah: lansia, disabilitas, hamil, balita.',
    stock: true,
    line: RT_FIGURES,
    maximum: 12000,
  },
  {
    id: 'events',
    kind: 'longText',
    label: 'Kejadian penting di RT',
    help: 'Apa, di RT berapa, kapan. Tanpa NIK dan nomor KK. Kosongkan bila tidak ada.',
    required: false,
    maximum: 1000,
  },
  {
    id: 'communalWork',
    kind: 'count',
    label: 'Gotong royong bulan ini (kali)',
    help: 'Tulis angka saja. Tulis 0 bila tidak ada.',
    maximum: 200,
  },
  NOTES,
] as const satisfies readonly Question[];

type Neighbourhoods = RecordOf<typeof questions>;

const names = (keys: readonly string[]): string => keys.map(unitName).join(', ');

/** Laporan Bulanan RT: one response for the village, a line for each of its RT. */
export const neighbourhoods = defineReport({
  id: 'neighbourhoods',
  title: 'Laporan Bulanan RT',
  shortTitle: 'RT',
  dataTab: 'Data RT',
  frequency: 'monthly',
  introduction: `Laporan semua RT satu bulan dalam satu kiriman. RT yang terlambat boleh disusulkan: kirim lagi dengan semua barisnya. ${DECLARATION}`,
  questions,
  rules: [
    {
      id: 'unitsMissing',
      severity: 'warning',
      question: 'lines',
      broken: ({ lines }: Neighbourhoods, context) => {
        const sent = linesOf(lines, RT_FIGURES).map((line) => line.key);
        const missing = context.neighbourhoods.filter((key) => !sent.includes(key));
        if (missing.length === 0) return undefined;
        return particulars(
          `${sent.length} RT`,
          names(missing),
          `Belum ada ${names(missing)}. Laporan tetap dihitung. Bila sudah ada, mohon kirim ulang dengan semua RT.`,
        );
      },
    },
    {
      id: 'unitsUnknown',
      severity: 'warning',
      question: 'lines',
      broken: ({ lines }, context) => {
        const known = context.neighbourhoods;
        const unknown = linesOf(lines, RT_FIGURES).filter((line) => !known.includes(line.key));
        if (known.length === 0 || unknown.length === 0) return undefined;
        const said = names(unknown.map((line) => line.key));
        return particulars(
          said,
          names(known),
          `${said} belum ada di daftar RT kecamatan. Laporan tetap dihitung. Bila nomornya keliru, mohon kirim ulang.`,
        );
      },
    },
    {
      id: 'peopleDiffer',
      severity: 'warning',
      question: 'lines',
      compares: true,
      broken: ({ lines }, context) => {
        const population = context.sameMonth.population?.[0];
        const { known } = context;
        if (!population || known?.period !== context.period) return undefined;
        const all = linesOf(lines, RT_FIGURES);
        const people = lineSum(all, 'male') + lineSum(all, 'female');
        const households = lineSum(all, 'households');
        if (people === known.people && households === known.households) return undefined;
        const sum = `${formatNumber(people)} jiwa, ${formatNumber(households)} KK`;
        const expected = `${formatNumber(known.people)} jiwa, ${formatNumber(known.households)} KK`;
        return particulars(
          sum,
          expected,
          `Jumlah semua RT ${sum}, sedangkan Laporan Kependudukan ${formatPeriod(context.period)} ${expected}. ` +
            'Keduanya tetap dihitung. Bila salah satunya keliru, mohon kirim ulang yang keliru.',
        );
      },
    },
    {
      id: 'sameAsLastMonth',
      severity: 'information',
      question: 'lines',
      broken: ({ lines }, context) =>
        typeof context.previous?.['lines'] === 'string' && context.previous['lines'] === lines
          ? particulars(
              'sama dengan bulan lalu',
              'angka bulan ini',
              'Semua baris sama persis dengan bulan lalu.',
            )
          : undefined,
    },
  ],
});
