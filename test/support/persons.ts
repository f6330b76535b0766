import type { FormResponseState } from '../../local/state/form';
import { formatDate } from '../../src/core/dates';
import { elsewhere, recordsIn } from './personalStory';
import { PLAIN } from './plainAnswers';
import { expectReceived, type Wanted } from './received';
import type { Story, Told } from './story';
import type { VillageId } from './threeVillages';

/** Numbers shorter than this are nobody's. */
const SHORTEST = 9;

const textOf = (answer: unknown): string => (typeof answer === 'string' ? answer : '');

/** Ways in which a number could stand somewhere: as it was written, and its digits. */
function numberForms(written: string): readonly string[] {
  const digits = written.normalize('NFKC').replace(/\D/g, '');
  return [written, digits, digits.replace(/^0/, '62')].filter((one) => one.length >= SHORTEST);
}

/** Ways in which a date could stand somewhere. */
function dateForms(date: string): readonly string[] {
  const [year, month, day] = date.split('-');
  return date === '' ? [] : [date, formatDate(date), [day, month, year].join('/')];
}

/** What of a report about a person may stand in its form, `Respons Pribadi` and `Register` only. */
export function secretsOf({ type = 'events', answers = {} }: Told): readonly string[] {
  const all = { ...PLAIN[type], ...answers };
  const text = (id: string): string => textOf(all[id]);
  return [
    ...['nik', 'householdNumber', 'phone'].flatMap((id) => numberForms(text(id))),
    ...dateForms(text('birthDate')),
    ...(text('name').length < SHORTEST ? [] : [text('name')]),
    ...(text('notes').length < SHORTEST ? [] : [text('notes')]),
  ];
}

const TABS = { events: 'Peristiwa', members: 'Anggota Linmas' } as const;

/** Rows of `Register` about reports of that type. */
export function registerOf(story: Story, type: keyof typeof TABS): Record<string, string>[] {
  return recordsIn(story, 'Register', TABS[type]).filter((row) => row['Keadaan'] !== '');
}

/** Sends a report about a person; beside all that is promised of any report, nothing of the person is elsewhere. */
export async function expectPerson(
  story: Story,
  village: VillageId,
  told: Told,
  wanted: Wanted,
): Promise<FormResponseState> {
  const response = await expectReceived(story, village, told, wanted);
  expectHidden(story, told);
  return response;
}

/** Nothing of these persons stands outside of the three places. */
export function expectHidden(story: Story, ...all: readonly Told[]): void {
  const text = elsewhere(story);
  expect(all.flatMap(secretsOf).filter((secret) => text.includes(secret))).toEqual([]);
}

/** What is written as a NIK and is none (rows 1 and 3 of reports.md §6), and what the operator reads. */
export const NO_NIK = [
  [
    'events',
    '631106150890999',
    'NIK. Tertulis "631106*********". Isinya 15 tanda. Mohon tulis tepat 16 angka seperti di KTP',
  ],
  ['events', '63110615O8909999', 'NIK. Tertulis "631106**********". Isinya 16 tanda. Mohon tulis tepat 16'],
  ['events', 'Contoh Warga Lain', 'NIK. Isinya 15 tanda. Mohon tulis tepat 16 angka seperti di KTP atau KK'],
  [
    'events',
    '6.31106E+15',
    'NIK. Nomor rusak karena format angka di lembar kerja. Mohon salin lagi dari KTP',
  ],
  [
    'members',
    '63110610038599991',
    'NIK. Tertulis "631106***********". Isinya 17 tanda. Mohon tulis tepat 16',
  ],
  ['members', '15-08-1990', 'NIK. Isinya 8 tanda. Mohon tulis tepat 16 angka seperti di KTP atau KK'],
  [
    'members',
    '6,31106E+15',
    'NIK. Nomor rusak karena format angka di lembar kerja. Mohon salin lagi dari KTP',
  ],
] as const;

/** A NIK with signs beside its digits (row 2); it is that of `PLAIN.members`. */
export const SIGNED_NIK = [
  ['events', "'6311.0610-0385.9999"],
  ['events', '６３１１０６１００３８５９９９９'],
  ['members', '6311 0610 0385 9999'],
  ['members', '6311\u00a00610\u00a00385\u00a09999'],
] as const;

const AREA = ['Tulis angkanya saja, misalnya 001', 'Mohon tulis angkanya saja, misalnya 001.'] as const;
const COUNT = ['Tulis angka saja, tanpa titik: 1204', 'Mohon tulis angka saja'] as const;

/** What is no figure (row 15): question, what is written, its label, the form's words and those of the mail. */
export const NO_FIGURE = [
  ['events', 'rt', 'lima', 'RT', ...AREA],
  ['events', 'rw', '-1', 'RW', ...AREA],
  ['members', 'trainingYear', 'dua', 'Tahun pelatihan', ...COUNT],
  ['members', 'trainingYear', '1.999', 'Tahun pelatihan', ...COUNT],
  [
    'members',
    'phone',
    '12 orang',
    'No. HP',
    'Tulis nomor HP, misalnya 081234567890',
    'Mohon tulis nomor HP, misalnya',
  ],
] as const;
