import type { Switches } from '../../local/services/runtime';
import { sleepUntil } from './crashes';
import { type Story, type Told } from './story';
import { OPENING, type VillageId } from './threeVillages';

/** One thing that happens, at a local time without seconds; times lie clear of the hourly runs. */
type Happening = readonly [at: string, act: (story: Story) => Promise<unknown>];

const sends =
  (village: VillageId, told: Told = {}) =>
  (story: Story): Promise<unknown> =>
    story.submit(village, told);

/** Population figures that follow from the opening by so many births and arrivals. */
const grown = (births: number, arrivals: number): NonNullable<Told['answers']> => ({
  birthsMale: births,
  arrivalsFemale: arrivals,
  closingMale: OPENING.male + births,
  closingFemale: OPENING.female + arrivals,
});
const miscounted = { closingMale: OPENING.male - 7 };
const ronda = (date: string, personnel: number): Told => ({
  type: 'activities',
  answers: { kind: 'Siskamling/ronda', date, personnel },
});
const august: Told = { period: '2026-08' };

/** Opens July again for a village whose report comes after that of August. */
const openJuly = async (story: Story): Promise<void> => {
  const order = { Perintah: 'Buka kunci', Desa: 'Desa Kalahiang', Bulan: 'Juli 2026' };
  await story.order({ ...order, Alasan: 'contoh', Sampai: '10 September 2026' });
};

/**
 * Days of three villages: right, wrong and corrected reports, the same twice, several activities, months out of
 * order, a locked month, decisions. Decisions come in the morning, when every answer has been read.
 */
const HAPPENINGS: readonly Happening[] = [
  ['2026-08-31T08:20', openJuly],
  ['2026-08-31T09:20', sends('kelurahan', { ...august, answers: miscounted })],
  ['2026-08-31T09:22', sends('balang', ronda('2026-08-03', 4))],
  ['2026-08-31T09:24', sends('other', { ...august, answers: grown(2, 1) })],
  ['2026-08-31T09:26', sends('balang', ronda('2026-08-10', 5))],
  ['2026-08-31T09:40', sends('other', ronda('2026-08-12', 3))],
  ['2026-08-31T10:20', sends('kelurahan', { ...august, answers: grown(1, 0) })],
  ['2026-08-31T10:22', sends('kelurahan', { ...august, answers: grown(1, 0) })],
  ['2026-08-31T13:20', sends('other', { answers: grown(0, 3) })],
  ['2026-08-31T13:30', sends('balang', { type: 'readiness', period: '2026-08' })],
  ['2026-08-31T15:20', sends('balang', { type: 'readiness', period: '2026-08', answers: { trained: 10 } })],
  ['2026-09-01T08:20', (story) => story.decide(['Paringin Timur', 'Kependudukan', '✓ Diterima'], 'Setujui')],
  ['2026-09-01T09:20', sends('balang', { ...august, answers: grown(0, 2) })],
  ['2026-09-01T09:22', sends('kelurahan', ronda('2026-08-05', 6))],
  ['2026-09-01T09:24', sends('kelurahan', ronda('2026-08-06', 6))],
  ['2026-09-01T09:26', sends('kelurahan', { type: 'readiness', period: '2026-08' })],
  [
    '2026-09-01T11:20',
    sends('other', { ...august, answers: { ...grown(2, 1), closingFemale: OPENING.female } }),
  ],
  [
    '2026-09-01T12:20',
    sends('other', { type: 'readiness', period: '2026-08', answers: { anyActivity: 'Nihil' } }),
  ],
  ['2026-09-01T12:40', sends('other', ronda('2026-08-20', 2))],
  ['2026-09-01T14:20', sends('balang', { answers: grown(1, 1) })],
  ['2026-09-01T14:22', sends('balang', ronda('2026-08-22', 2))],
  ['2026-09-02T08:20', (story) => story.decide(['Kalahiang', 'Kependudukan'], 'Kembalikan', 'contoh')],
  [
    '2026-09-02T09:20',
    sends('other', { ...august, answers: { ...grown(2, 4), closingFemale: OPENING.female + 4 } }),
  ],
  [
    '2026-09-02T09:22',
    sends('kelurahan', { type: 'activities', answers: { date: '2026-08-09', startTime: '', endTime: '' } }),
  ],
  [
    '2026-09-02T09:24',
    sends('balang', {
      ...august,
      answers: { ...grown(0, 2), birthsFemale: 1, closingFemale: OPENING.female + 3 },
    }),
  ],
  ['2026-09-02T16:20', sends('kelurahan', { ...ronda('2026-08-30', 7) })],
];

/** How many answers the week has. */
export const SUBMISSIONS = HAPPENINGS.length - 3;

/** Goes to where the week begins, after the lock day of July, of which one village has reported in time. */
export async function beforeWeek(story: Story): Promise<void> {
  await story.advance('PT1H');
  await sleepUntil(story, '2026-08-04T09:30');
  await story.submit('kelurahan', {});
  await sleepUntil(story, '2026-08-30T20:30');
  await story.pass('2026-08-31T08:19');
}

/** Plays the week with submit events in that manner, and the night after it. */
export async function playWeek(story: Story, manner: Switches['submitEvents']): Promise<void> {
  story.workspace.faults.set({ submitEvents: manner });
  for (const [at, act] of HAPPENINGS) {
    await story.advance(at);
    await act(story);
  }
  await story.advance('2026-09-03T00:40');
  story.workspace.faults.clear();
}
