import { sleepUntil, type Scene } from './crashes';
import { openStory, type Story } from './story';
import { KASI } from './threeVillages';

export const NIK = '6311061003859999';
export const SECOND = {
  name: 'Contoh Anggota Dua',
  nik: '6311064107909999',
  sex: 'Perempuan',
  birthDate: '1990-07-01',
} as const;
/** The same person as a member and as somebody who moved, in two villages. */
const SAME_PERSON = {
  name: 'Contoh Anggota Satu',
  nik: NIK,
  birthDate: '1985-03-10',
  sex: 'Laki-laki',
} as const;
const ORDER = 'Hapus data satu orang';
/** Number of Balang's first report. */
const FIRST = '2005-260726-090000';

/** A sub-district with both kinds of report about persons, in the days in which the running month is collected. */
export async function openPersonalStory(): Promise<Story> {
  const story = await openStory({ reportTypes: ['Kegiatan', 'Rekap Linmas', 'Peristiwa', 'Anggota Linmas'] });
  await sleepUntil(story, '2026-07-26T09:00');
  return story;
}

/** Three reports about one person in two villages, one about another. */
export async function tellPersons(story: Story): Promise<void> {
  await story.submit('balang', { type: 'members' });
  await story.advance('PT10M');
  await story.submit('balang', { type: 'events', answers: { ...SAME_PERSON, eventDate: '2026-07-20' } });
  await story.submit('other', { type: 'members', answers: SECOND });
  await story.advance('PT10M');
  const leaves = { kind: 'Pindah', destination: 'Kota', origin: [], eventDate: '2026-07-21' };
  await story.submit('other', { type: 'events', answers: { ...SAME_PERSON, ...leaves } });
}

/** Fills the Kasi's order to remove that person; what is interrupted is its tick. */
export async function removalScene(story: Story): Promise<Scene> {
  const columns = story.rows('Perintah')[0] ?? [];
  const type = (of: Story, title: string, text: string) =>
    of.type('Perintah', 2, columns.indexOf(title) + 1, text, KASI);
  await type(story, 'Perintah', ORDER);
  await type(story, 'Alasan', `HAPUS ${FIRST} permintaan keluarga`);
  return {
    acts: [(of) => type(of, 'Jalankan', 'TRUE')],
    heal: (of) => of.advance('PT2H'),
    // Who comes first says when it was removed: the interrupted run, or the next one.
    telling: { withoutRunTimes: true, runTabs: ['Keputusan'] },
  };
}
