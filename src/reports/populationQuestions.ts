import type { Question, RecordOf } from '../core/report';
import { NOTES } from './head';

const change = { kind: 'count', help: 'Tulis angka saja, tanpa titik. Tulis 0 bila tidak ada.' } as const;
const foreignChange = { ...change, page: 'branch' } as const;
const control = {
  kind: 'count',
  control: true,
  help: 'Semua penduduk, WNI dan WNA, menurut catatan desa/kelurahan. Tulis angka saja, tanpa titik: 1204',
} as const;
/** A line of the villages' monthly LAMPID reports that B.3 has no column for; off unless the office has it asked. */
const missing = {
  kind: 'count',
  option: 'missingPeople',
  required: false,
  help: 'Yang dilaporkan hilang bulan ini. Tulis angka saja. Boleh dikosongkan bila tidak ada.',
} as const;
const households = { kind: 'count', required: false, help: 'Tulis angka saja. Boleh dikosongkan.' } as const;

/**
 * What the villages are asked about their people; those that few offices use stand last, so that tables keep their
 * columns.
 */
export const POPULATION_QUESTIONS = [
  { ...change, id: 'birthsMale', label: 'Kelahiran laki-laki (WNI)' },
  { ...change, id: 'birthsFemale', label: 'Kelahiran perempuan (WNI)' },
  { ...change, id: 'deathsMale', label: 'Kematian laki-laki (WNI)' },
  { ...change, id: 'deathsFemale', label: 'Kematian perempuan (WNI)' },
  { ...change, id: 'arrivalsMale', label: 'Pendatang laki-laki (WNI)' },
  { ...change, id: 'arrivalsFemale', label: 'Pendatang perempuan (WNI)' },
  { ...change, id: 'departuresMale', label: 'Pindah keluar laki-laki (WNI)' },
  { ...change, id: 'departuresFemale', label: 'Pindah keluar perempuan (WNI)' },
  {
    id: 'householdsClosing',
    kind: 'count',
    stock: true,
    label: 'Jumlah KK akhir bulan',
    help: 'Tulis angka saja, tanpa titik: 351',
  },
  { ...households, id: 'householdsNew', label: 'KK baru' },
  { ...households, id: 'householdsLost', label: 'KK berkurang' },
  { ...control, id: 'closingMale', label: 'Jumlah seluruh penduduk akhir bulan, laki-laki' },
  { ...control, id: 'closingFemale', label: 'Jumlah seluruh penduduk akhir bulan, perempuan' },
  {
    id: 'differenceReason',
    kind: 'list',
    control: true,
    label: 'Alasan selisih',
    help: 'Hanya bila jumlah penduduk memang berbeda dari hitungan awal bulan + lahir + datang − meninggal − pindah.',
    optionHelp: {
      option: 'missingPeople',
      help: 'Hanya bila jumlah penduduk memang berbeda dari hitungan awal bulan + lahir + datang − meninggal − pindah − hilang.',
    },
    required: false,
    choices: ['Pencocokan data dengan Dukcapil', 'Perbaikan data lama', 'Lainnya'],
  },
  NOTES,
  {
    id: 'foreignerChanges',
    kind: 'choice',
    label: 'Ada mutasi WNA?',
    help: 'Pilih Ya bila ada warga negara asing yang lahir, meninggal, datang, atau pindah bulan ini.',
    optionHelp: {
      option: 'missingPeople',
      help: 'Pilih Ya bila ada warga negara asing yang lahir, meninggal, datang, pindah, atau hilang bulan ini.',
    },
    choices: ['Ya', 'Tidak'],
    branchOn: 'Ya',
  },
  { ...foreignChange, id: 'foreignBirthsMale', label: 'Kelahiran laki-laki (WNA)' },
  { ...foreignChange, id: 'foreignBirthsFemale', label: 'Kelahiran perempuan (WNA)' },
  { ...foreignChange, id: 'foreignDeathsMale', label: 'Kematian laki-laki (WNA)' },
  { ...foreignChange, id: 'foreignDeathsFemale', label: 'Kematian perempuan (WNA)' },
  { ...foreignChange, id: 'foreignArrivalsMale', label: 'Pendatang laki-laki (WNA)' },
  { ...foreignChange, id: 'foreignArrivalsFemale', label: 'Pendatang perempuan (WNA)' },
  { ...foreignChange, id: 'foreignDeparturesMale', label: 'Pindah keluar laki-laki (WNA)' },
  { ...foreignChange, id: 'foreignDeparturesFemale', label: 'Pindah keluar perempuan (WNA)' },
  { ...missing, after: 'departuresFemale', id: 'missingMale', label: 'Penduduk hilang laki-laki (WNI)' },
  { ...missing, after: 'departuresFemale', id: 'missingFemale', label: 'Penduduk hilang perempuan (WNI)' },
  { ...missing, page: 'branch', id: 'foreignMissingMale', label: 'Penduduk hilang laki-laki (WNA)' },
  { ...missing, page: 'branch', id: 'foreignMissingFemale', label: 'Penduduk hilang perempuan (WNA)' },
] as const satisfies readonly Question[];

/** A record of them. */
export type Population = RecordOf<typeof POPULATION_QUESTIONS>;
