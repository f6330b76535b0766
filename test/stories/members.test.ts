import type { Snapshot } from '../../local/host/api';
import { sleepUntil } from '../support/crashes';
import { recordsIn } from '../support/personalStory';
import { openStory, type Story, type Told } from '../support/story';
import { type VillageId } from '../support/threeVillages';

jest.setTimeout(300_000);

let story: Story;
let start: Snapshot;

beforeAll(async () => {
  story = await openStory({
    reportTypes: ['Kegiatan', 'Rekap Linmas', 'Peristiwa', 'Anggota Linmas'],
  });
  await sleepUntil(story, '2026-07-26T09:00');
  start = story.workspace.snapshot();
});

beforeEach(() => {
  story.workspace.restore(start);
});

const FIRST = '2005-260726-090000';
const register = (): Record<string, string>[] => recordsIn(story, 'Register', 'Peristiwa');
const history = (): Record<string, string>[] => story.records('Riwayat', ['Nomor laporan', 'Keadaan']);
const found = (number: string): string =>
  history().find((row) => row['Nomor laporan'] === number)?.['Yang ditemukan'] ?? '';
const member = (village: VillageId, answers: Told['answers'] = {}): ReturnType<Story['submit']> =>
  story.submit(village, { type: 'members', answers });
const members = (): Record<string, string>[] => recordsIn(story, 'Register', 'Anggota Linmas');
const memberStates = (): string[] =>
  members().map((row) => `${row['Perubahan'] ?? ''} ${row['Keadaan'] ?? ''}`);
const memberFound = (at: number): string => members()[at]?.['Yang ditemukan'] ?? '';
const SECOND = {
  name: 'Contoh Anggota Dua',
  nik: '6311064107909999',
  sex: 'Perempuan',
  birthDate: '1990-07-01',
} as const;
/** Who leaves: the other questions stand on a page that is not reached. */
const LEAVES = {
  kind: 'Berhenti',
  reasonLeft: 'Pindah',
  ...Object.fromEntries(
    ['sex', 'birthPlace', 'birthDate', 'education', 'marriage', 'position', 'squad', 'registered'].map(
      (question) => [question, []],
    ),
  ),
};
/** The village's line of `Rekap Anggota`: L, P, all, lacking, KTA, SIM Linmas, trained, by readiness. */
const roster = (name: string): string[] =>
  (story.rows('Rekap Anggota').find((row) => row[1] === name) ?? []).slice(2, 10);

test('members come, change and leave: each report is held against what was known before', async () => {
  await member('balang', { position: 'Danru', squad: 'Dapur Umum' });
  await story.advance('PT10M');
  await member('balang', {
    ...SECOND,
    position: 'Danru',
    squad: 'Dapur Umum',
    card: 'KTA-01',
    training: 'Dasar',
    education: 'SD',
    birthDate: '2010-07-01',
    nik: '6311064107109999',
    marriage: 'Belum kawin',
  });
  await story.advance('PT10M');
  await member('balang');
  await story.advance('PT10M');
  await member('other', LEAVES);
  await story.advance('PT10M');
  await member('balang', { kind: 'Ubah', position: 'Anggota' });
  expect(memberStates()).toEqual([
    'Tambah ✓ Diterima',
    'Tambah ✓ Diterima',
    'Tambah ! Perlu Perbaikan',
    'Berhenti ! Perlu Perbaikan',
    'Ubah ✓ Diterima',
  ]);
  expect(memberFound(1)).toMatch(/sudah punya Danru \(laporan nomor 2005-260726-090000\)/);
  expect(memberFound(1)).toMatch(/paling muda 18 tahun/);
  expect(memberFound(1)).toMatch(/paling rendah SLTP/);
  expect(memberFound(2)).toContain(
    'sudah tercatat sebagai anggota aktif dengan laporan nomor 2005-260726-090000',
  );
  expect(memberFound(3)).toContain('tidak tercatat sebagai anggota aktif di sini');
  expect(roster('Balang')).toEqual(['1', '1', '2', '8', '50,0 %', '100,0 %', '50,0 %', '–']);
  expect(story.villageRows('balang', 'Status').flat().join('\n')).toContain(
    'Anggota Linmas menurut Data Anggota: 2 aktif (1 L, 1 P), kurang 8 dari 10',
  );
  await story.advance('PT10M');
  await member('balang', { ...LEAVES, reasonLeft: [] });
  await member('balang', LEAVES);
  expect(memberStates().slice(5)).toEqual(['Berhenti ! Perlu Perbaikan', 'Berhenti ✓ Diterima']);
  expect(roster('Balang').slice(0, 3)).toEqual(['0', '1', '1']);
  // Refused afterwards: what came later fits no more, and says so.
  await story.decide([members()[1]?.['Nomor laporan'] ?? ''], 'Tolak', 'keliru');
  expect(roster('Balang').slice(0, 3)).toEqual(['0', '0', '0']);
  await story.advance('PT10M');
  // The first report was about somebody else: what followed it has nobody to be about.
  await member('balang', {
    corrects: FIRST,
    nik: '6311062203809999',
    birthDate: '1980-03-22',
  });
  expect([memberFound(4), memberFound(6)].join('\n').match(/tidak berpengaruh/g)).toHaveLength(2);
  expect(roster('Balang').slice(0, 3)).toEqual(['1', '0', '1']);
  await expectSameByRebuild();
});

test('a member in two villages counts in the first, and in the next as soon as that one lets go', async () => {
  await member('balang');
  await story.advance('PT10M');
  await member('other');
  const later = members()[1]?.['Nomor laporan'] ?? '';
  const otherName = members()[1]?.['Desa/Kelurahan'] ?? '';
  expect(memberStates()).toEqual(['Tambah ✓ Diterima', 'Tambah · Ganda']);
  expect(found(later)).toContain(
    'masih anggota aktif di desa/kelurahan lain (laporan nomor 2005-260726-090000)',
  );
  expect(found(FIRST)).toContain(later);
  expect(roster('Balang').slice(0, 3)).toEqual(['1', '0', '1']);
  expect(roster(otherName).slice(0, 3)).toEqual(['0', '0', '0']);
  expect(story.rows('Antrean Tinjau').flat().join('\n')).toContain('Anggota aktif di dua desa/kelurahan');
  expect(story.villageRows('other', 'Status').flat().join('\n')).toContain('belum dihitung di sini');
  await story.advance('PT10M');
  await member('balang', LEAVES);
  expect(memberStates()).toEqual(['Tambah ✓ Diterima', 'Tambah ✓ Diterima', 'Berhenti ✓ Diterima']);
  expect([roster('Balang'), roster(otherName)].map((row) => row.slice(0, 3))).toEqual([
    ['0', '0', '0'],
    ['1', '0', '1'],
  ]);
  await expectSameByRebuild();
});

test('the strength of the monthly report is compared with the members and told once, on the due day', async () => {
  await member('balang');
  await member('balang', SECOND);
  await story.submit('balang', { type: 'activities', answers: { personnel: 3 } });
  expect(history().at(-1)?.['Yang ditemukan']).toContain('anggota Linmas aktif yang tercatat 2');
  await story.pass('2026-08-03T09:00');
  await story.submit('balang', { type: 'readiness' });
  const said = (): string =>
    history().find((row) => row['Laporan'] === 'Rekap Linmas')?.['Yang ditemukan'] ?? '';
  expect(said()).toContain('Tertulis 12 L dan 3 P, menurut Data Anggota Satlinmas 1 L dan 1 P');
  const told = (): number =>
    story.mails.filter((mail) => mail.text.includes('Data Anggota Satlinmas 1 L')).length;
  expect(told()).toBe(0);
  await story.pass('2026-08-06T09:00');
  expect(told()).toBe(1);
  await story.submit('balang', {
    type: 'readiness',
    answers: { activeMale: 1, activeFemale: 1, registeredSim: 2, withCard: 0, trained: 0 },
  });
  expect(
    history()
      .filter((row) => row['Laporan'] === 'Rekap Linmas')
      .at(-1)?.['Yang ditemukan'],
  ).not.toContain('Data Anggota');
});

/** *Bangun ulang* gives the same tabs, cell for cell. */
async function expectSameByRebuild(): Promise<void> {
  const state = (): string =>
    JSON.stringify([
      register(),
      members(),
      history(),
      story.rows('Jejak'),
      story.rows('Rekap Anggota'),
      story.rows('Indeks').filter((row) => row[0] !== ''),
    ]);
  const before = state();
  expect((await story.command('rebuild')).done).toBe(true);
  expect(state()).toBe(before);
}
