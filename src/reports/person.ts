import { formatDate } from '../core/dates';
import { bornOn, parseNik } from '../core/identity';
import { NOTE } from '../core/head';
import type { AsRead, PersonalRule, Question, Value } from '../core/report';
import { NOTES, CORRECTS } from './head';

/** Questions about a person that both personal reports ask. */
export const PERSON = {
  name: { id: 'name', kind: 'text', label: 'Nama lengkap', minimum: 2, maximum: 80, seen: 'initials' },
  nik: {
    id: 'nik',
    kind: 'identity',
    label: 'NIK',
    help: '16 angka seperti di KTP, KIA, atau KK.',
    seen: 'masked',
  },
  sex: {
    id: 'sex',
    kind: 'choice',
    label: 'Jenis kelamin',
    choices: ['Laki-laki', 'Perempuan'],
    seen: 'whole',
  },
  birthPlace: { id: 'birthPlace', kind: 'text', label: 'Tempat lahir', maximum: 80, seen: 'never' },
  birthDate: { id: 'birthDate', kind: 'date', label: 'Tanggal lahir', seen: 'never' },
  corrects: { ...CORRECTS, seen: 'whole' },
  notes: { ...NOTES, help: 'Boleh dikosongkan. Hanya dibaca petugas kecamatan di Register.', seen: 'never' },
} as const satisfies Record<string, Question>;

/** The answers that both have. */
export interface PersonRecord {
  readonly name: string;
  readonly nik: string | null;
  readonly sex: string | null;
  readonly birthDate: string | null;
  readonly notes: string | null;
}

/** Equal for one person: by the NIK; where there is none by name and birth date. */
export function personOf(record: AsRead<PersonRecord>): string {
  const { nik, name, birthDate } = record;
  if (nik !== null) return `nik|${nik}`;
  const plain = (name ?? '')
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();
  return plain === '' || birthDate === null ? '' : `nama|${plain}|${birthDate}`;
}

/** That there is a note may be known; the note itself stands in `Register`. */
export function noteOf({ notes }: AsRead<PersonRecord>): Readonly<Record<string, Value>> {
  return { [NOTE]: (notes ?? '') === '' ? null : 'ada, lihat Register' };
}

/** `3 Juli 2026`; '' where it could not be read. */
export const dateText = (date: string | null): string => (date === null ? '' : formatDate(date));

const MOST_YEARS = 120;

/** A date `years` before or after another, as text that sorts. */
export const yearsFrom = (date: string, years: number): string =>
  String(Number(date.slice(0, 4)) + years).padStart(4, '0') + date.slice(4);

/** What the NIK says against what is stated, and the age. */
export const PERSON_RULES: readonly PersonalRule<PersonRecord>[] = [
  {
    id: 'field.nikDate',
    question: 'nik',
    broken: ({ nik }) =>
      nik === null || parseNik(nik) !== undefined
        ? undefined
        : [
            'error',
            'Angka ke-7 sampai ke-12 pada NIK bukan tanggal lahir yang mungkin. Mohon periksa NIK di KTP atau KK, lalu kirim ulang.',
          ],
  },
  {
    id: 'field.nikSex',
    question: 'sex',
    broken: ({ nik, sex, notes }) => {
      const read = nik === null ? undefined : parseNik(nik);
      if (read === undefined || sex === null || (read.sex === 'female') === (sex === 'Perempuan'))
        return undefined;
      // The operator says in the note that it is so all the same: then the Kasi decides.
      return (notes ?? '').length >= 5
        ? ['warning', 'Jenis kelamin berbeda dari NIK; penjelasannya di Catatan. Kasi memeriksanya.']
        : [
            'error',
            'Jenis kelamin berbeda dari NIK (tanggal lahir perempuan dalam NIK ditambah 40). Mohon periksa keduanya, lalu kirim ulang. Bila memang begitu, jelaskan di Catatan.',
          ];
    },
  },
  {
    id: 'field.nikBirth',
    question: 'birthDate',
    broken: ({ nik, birthDate }) => {
      const read = nik === null ? undefined : parseNik(nik);
      return read === undefined || birthDate === null || bornOn(read, birthDate)
        ? undefined
        : [
            'warning',
            'Tanggal lahir berbeda dari NIK. Laporan tetap dihitung. Bila keliru, mohon kirim ulang.',
          ];
    },
  },
  {
    id: 'field.nikRegion',
    question: 'nik',
    broken: ({ nik }, { settings }) => {
      const read = nik === null ? undefined : parseNik(nik);
      return read === undefined || read.region === settings.subdistrict.code
        ? undefined
        : ['information', `NIK pertama kali terbit di wilayah lain (${read.region}).`];
    },
  },
  {
    id: 'field.age',
    question: 'birthDate',
    broken: ({ birthDate }, { sentOn }) =>
      birthDate !== null && birthDate < yearsFrom(sentOn, -MOST_YEARS - 1)
        ? [
            'error',
            `Umurnya lebih dari ${String(MOST_YEARS)} tahun. Mohon periksa tahun lahirnya, lalu kirim ulang.`,
          ]
        : undefined,
  },
];
