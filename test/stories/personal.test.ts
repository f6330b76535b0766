import type { Snapshot } from '../../local/host/api';
import { grid, tab } from '../sample/sheet';
import { openStory, type Story, type Told, type VillageId } from '../support/story';

jest.setTimeout(300_000);

let story: Story;
let start: Snapshot;

beforeAll(async () => {
  story = await openStory({
    reportTypes: ['Kependudukan', 'Kegiatan', 'Rekap Linmas', 'Peristiwa'],
  });
  await story.advance('2026-07-14T09:00');
  start = story.workspace.snapshot();
});

beforeEach(() => {
  story.workspace.restore(start);
});

const fileNamed = (name: string): string => {
  const { store } = story.workspace;
  const id = store.ids('spreadsheet').find((one) => store.get('file', one)?.name === name);
  if (id === undefined) throw new Error(`There is no spreadsheet ${name}.`);
  return id;
};

/** A tab of another spreadsheet as records by its headers. */
const recordsIn = (file: string, name: string): Record<string, string>[] => {
  const [titles = [], ...rows] = grid(tab(story.workspace, fileNamed(file), name));
  return rows
    .filter((row) => row.some((cell) => cell !== ''))
    .map((row) => Object.fromEntries(titles.map((title, at) => [title, row[at] ?? ''])));
};
const register = (): Record<string, string>[] => recordsIn('Register', 'Peristiwa');
const history = (): Record<string, string>[] => story.records('Riwayat', ['Nomor laporan', 'Keadaan']);

const tell = (village: VillageId, answers: Told['answers'] = {}): ReturnType<Story['submit']> =>
  story.submit(village, { type: 'events', answers });

test('whole answers stand in Register, the master knows number, masked NIK and initials', async () => {
  const sent = await tell('balang');
  expect(sent.executions.map((one) => [one.function, one.status])).toEqual([
    ['onPersonalSubmit', 'completed'],
  ]);
  expect(sent.executions[0]?.remoteCalls).toBeLessThanOrEqual(30);
  expect(register()).toEqual([
    expect.objectContaining({
      Keadaan: '✓ Diterima',
      No: '1',
      'Nama lengkap/panggilan': 'Contoh Warga Baru',
      'Tanggal lahir': '15 Agustus 1990',
      NIK: '6311061508909999',
      'Datang dari': 'Banjarmasin',
      'Tanggal datang': '12 Juli 2026',
    }),
  ]);
  expect(history()).toHaveLength(1);
});
