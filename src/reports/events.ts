import { daysBetween, periodOf } from '../core/dates';
import { defineReport } from '../core/define';
import { dueDate } from '../core/due';
import type { AsRead, Question, RecordOf } from '../core/report';
import { DECLARATION } from './head';
import { dateText, noteOf, PERSON, PERSON_RULES, personOf } from './person';

/** Kinds of event, and which place each asks for. */
const PLACES = { Meninggal: 'placeOfDeath', Datang: 'origin', Pindah: 'destination' } as const;
const place = { kind: 'text', page: 'branch', required: false, maximum: 150, seen: 'never' } as const;
const number = { kind: 'area', required: false, seen: 'never' } as const;

const questions = [
  PERSON.name,
  {
    ...PERSON.nik,
    required: false,
    help: `${PERSON.nik.help} Kosongkan bila belum ada, lalu pilih alasannya.`,
  },
  {
    id: 'nikMissingReason',
    kind: 'list',
    label: 'Alasan NIK kosong',
    help: 'Hanya bila NIK dikosongkan.',
    required: false,
    choices: ['Belum terbit', 'Menyusul', 'WNA tanpa NIK'],
    seen: 'whole',
  },
  {
    id: 'householdNumber',
    kind: 'identity',
    label: 'No. KK',
    help: '16 angka. Boleh dikosongkan.',
    required: false,
    seen: 'never',
  },
  PERSON.sex,
  PERSON.birthPlace,
  PERSON.birthDate,
  { id: 'citizenship', kind: 'choice', label: 'Kewarganegaraan', choices: ['WNI', 'WNA'], seen: 'whole' },
  {
    id: 'eventDate',
    kind: 'date',
    label: 'Tanggal peristiwa',
    help: 'Tanggal lahir, meninggal, datang, atau pindah.',
    seen: 'never',
  },
  { ...number, id: 'rt', label: 'RT' },
  { ...number, id: 'rw', label: 'RW' },
  PERSON.corrects,
  PERSON.notes,
  {
    id: 'kind',
    kind: 'choice',
    label: 'Jenis peristiwa',
    choices: ['Lahir', 'Meninggal', 'Datang', 'Pindah'],
    branchOn: ['Meninggal', 'Datang', 'Pindah'],
    seen: 'whole',
  },
  { ...place, id: 'origin', label: 'Datang dari', help: 'Hanya untuk yang datang.' },
  { ...place, id: 'destination', label: 'Pindah ke', help: 'Hanya untuk yang pindah.' },
  { ...place, id: 'placeOfDeath', label: 'Tempat meninggal', help: 'Hanya untuk yang meninggal.' },
] as const satisfies readonly Question[];

export type ResidentEvent = RecordOf<typeof questions>;
type Read = AsRead<ResidentEvent>;

const isOf = (record: Read, kind: string, text: string | null): string =>
  record.kind === kind ? (text ?? '') : '';
const dateOf = (record: Read, kind: string): string =>
  record.kind === kind ? dateText(record.eventDate) : '';

/**
 * Days from the event to its report. Of a birth in whole weeks, rounded up: with the time of the report the days
 * would give the birth date, which stands in no other file.
 */
function delayOf({ kind, eventDate }: Read, sentOn: string): number | null {
  if (eventDate === null || eventDate > sentOn) return null;
  const days = daysBetween(eventDate, sentOn);
  return kind === 'Lahir' ? Math.ceil(days / 7) * 7 : days;
}

/** Peristiwa Kependudukan: one response a person; rows of B.2 (Permendagri 47/2016) in `Register`. */
export const events = defineReport({
  id: 'events',
  title: 'Peristiwa Kependudukan',
  shortTitle: 'Peristiwa',
  dataTab: 'Peristiwa',
  frequency: 'event',
  dateQuestion: 'eventDate',
  introduction: `Satu laporan untuk satu orang yang lahir, meninggal, datang, atau pindah. ${DECLARATION}`,
  questions,
  rules: [],
  personal: {
    person: personOf,
    remains: ['kind', 'sex', 'citizenship'],
    same: ({ kind, eventDate }) => `${kind ?? ''}|${eventDate ?? ''}`,
    yields: (record, { sentOn }) => ({ ...noteOf(record), delay: delayOf(record, sentOn) }),
    rules: [
      ...PERSON_RULES,
      {
        id: 'field.nikMissing',
        question: 'nik',
        broken: ({ nik, nikMissingReason }) =>
          nik === null && nikMissingReason === null
            ? [
                'error',
                'NIK kosong. Mohon isi NIK, atau pilih alasannya di Alasan NIK kosong, lalu kirim ulang.',
              ]
            : undefined,
      },
      {
        id: 'field.beforeBirth',
        question: 'eventDate',
        broken: ({ kind, eventDate, birthDate }) => {
          if (eventDate < birthDate)
            return [
              'error',
              'Tanggal peristiwa sebelum tanggal lahir. Mohon periksa keduanya, lalu kirim ulang.',
            ];
          return kind === 'Lahir' && eventDate !== birthDate
            ? [
                'error',
                'Untuk yang lahir, tanggal peristiwa sama dengan tanggal lahir. Mohon periksa, lalu kirim ulang.',
              ]
            : undefined;
        },
      },
      {
        id: 'field.late',
        question: 'eventDate',
        broken: ({ eventDate }, { sentOn, settings }) =>
          sentOn > dueDate(settings, periodOf(eventDate))
            ? [
                'warning',
                'Terlambat dilaporkan: tenggat bulan peristiwanya sudah lewat. Laporan tetap dihitung.',
              ]
            : undefined,
      },
      {
        id: 'field.placeMissing',
        question: 'kind',
        broken: (record) => {
          const asked = PLACES[record.kind as keyof typeof PLACES];
          if (asked === undefined || (record[asked] ?? '') !== '') return undefined;
          const label = questions.find((one) => one.id === asked)?.label ?? '';
          return ['error', `${label} belum diisi. Mohon lengkapi, lalu kirim ulang.`];
        },
      },
    ],
    register: [
      { header: 'Nama lengkap/panggilan', cell: (record) => record.name ?? '' },
      { header: 'Tempat lahir', cell: (record) => record.birthPlace ?? '' },
      { header: 'Tanggal lahir', cell: (record) => dateText(record.birthDate) },
      { header: 'Jenis kelamin', cell: (record) => record.sex ?? '' },
      { header: 'Kewarganegaraan', cell: (record) => record.citizenship ?? '' },
      { header: 'Datang dari', cell: (record) => isOf(record, 'Datang', record.origin) },
      { header: 'Tanggal datang', cell: (record) => dateOf(record, 'Datang') },
      { header: 'Pindah ke', cell: (record) => isOf(record, 'Pindah', record.destination) },
      { header: 'Tanggal pindah', cell: (record) => dateOf(record, 'Pindah') },
      { header: 'Meninggal di', cell: (record) => isOf(record, 'Meninggal', record.placeOfDeath) },
      { header: 'Tanggal meninggal', cell: (record) => dateOf(record, 'Meninggal') },
      // B.2 has no column for a birth.
      {
        header: 'Ket.',
        cell: (record) =>
          [record.kind === 'Lahir' ? `lahir ${dateOf(record, 'Lahir')}` : '', record.notes ?? '']
            .filter((part) => part !== '')
            .join('; '),
      },
      { header: 'NIK', cell: (record) => record.nik ?? record.nikMissingReason ?? '' },
      { header: 'No. KK', cell: (record) => record.householdNumber ?? '' },
      { header: 'RT/RW', cell: ({ rt, rw }) => [rt, rw].map((one) => one ?? '–').join('/') },
    ],
  },
});
