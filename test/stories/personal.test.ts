import type { Snapshot } from '../../local/host/api';
import { grid, tab } from '../sample/sheet';
import { sleepUntil } from '../support/crashes';
import { change } from '../support/received';
import { openStory, type Story, type Told } from '../support/story';
import { type VillageId } from '../support/threeVillages';

jest.setTimeout(300_000);

let story: Story;
let start: Snapshot;

beforeAll(async () => {
  story = await openStory({
    reportTypes: ['Kependudukan', 'Kegiatan', 'Rekap Linmas', 'Peristiwa', 'Anggota Linmas'],
  });
  await story.pass('2026-07-14T09:00');
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

const stateOf = (number: string): string =>
  history().find((row) => row['Nomor laporan'] === number)?.['Keadaan'] ?? '';
const found = (number: string): string =>
  history().find((row) => row['Nomor laporan'] === number)?.['Yang ditemukan'] ?? '';
const rowsWaiting = (village: VillageId): number => {
  const { form } = JSON.parse(story.registry(village)[11] ?? '{}') as { form: string };
  const book = story.workspace.store.get('spreadsheet', fileNamed('Respons Pribadi'));
  const sheet = story.form(village, 'events').destination?.sheetId;
  expect(form).not.toBe('');
  const rows = book?.sheets.find((one) => one.sheetId === sheet)?.rows ?? [];
  return rows.slice(1).filter((row) => (row?.values ?? []).some((value) => value !== null && value !== ''))
    .length;
};
const BALANG_FIRST = '2005-260714-090000';

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
  expect(stateOf(BALANG_FIRST)).toBe('✓ Diterima');
  expect(story.villageRows('balang', 'Laporan Kami').flat().join('\n')).toContain('NIK: 631106**********');
});

test('the same person told by two villages counts once, and the older report wins however late it is read', async () => {
  const { workspace } = story;
  workspace.switches.submitEvents = 'lost';
  await tell('balang');
  workspace.switches.submitEvents = 'normal';
  await story.advance('PT10M');
  await tell('other');
  const later = '2006-260714-091000';
  expect(stateOf(later)).toBe('✓ Diterima');
  await story.advance('PT4H');
  expect(stateOf(BALANG_FIRST)).toBe('✓ Diterima');
  expect(stateOf(later)).toBe('· Ganda');
  expect(found(later)).toContain(BALANG_FIRST);
  expect(register().map((row) => [row['Nomor laporan'], row['No']])).toEqual([
    [BALANG_FIRST, '1'],
    [later, ''],
  ]);
  await story.decide([BALANG_FIRST], 'Tolak', 'salah desa').catch(() => undefined);
});

test('a departure and an arrival elsewhere are linked, both count', async () => {
  await tell('balang', { kind: 'Pindah', destination: 'Desa lain', origin: [] });
  await story.advance('PT10M');
  await tell('other', { eventDate: '2026-07-13' });
  const arrival = history()[1]?.['Nomor laporan'] ?? '';
  expect(arrival).toMatch(/^2006-/);
  expect(found(BALANG_FIRST)).toContain(
    `Tertaut: orang yang sama datang di desa/kelurahan lain, laporan nomor ${arrival}`,
  );
  expect(found(arrival)).toContain(BALANG_FIRST);
  expect([BALANG_FIRST, arrival].map(stateOf)).toEqual(['✓ Diterima', '✓ Diterima']);
});

test.each([
  ['NIK and sex contradict each other', { sex: 'Perempuan' }, 'Jenis kelamin berbeda dari NIK'],
  ['a date that cannot be in a NIK', { nik: '6311063208909999' }, 'bukan tanggal lahir yang mungkin'],
  ['no NIK and no reason', { nik: [] }, 'NIK kosong'],
  ['an event before birth', { eventDate: '1990-08-14' }, 'sebelum tanggal lahir'],
  ['an age above 120', { nik: [], nikMissingReason: 'Menyusul', birthDate: '1890-08-15' }, '120 tahun'],
  ['no place where one is asked', { origin: [] }, 'Datang dari belum diisi'],
])('%s has to be corrected, in words that tell no number', async (_what, answers, words) => {
  await tell('balang', answers);
  const told = history()
    .map((row) => row['Yang ditemukan'])
    .join('\n');
  expect(told).toContain(words);
  expect(history()[0]?.['Keadaan']).toContain('Perlu Perbaikan');
  const mails = story.mails.map((mail) => JSON.stringify(mail)).join('\n');
  expect(mails).toContain(words);
  expect(told + mails).not.toMatch(/\d{16}|15 Agustus 1990|1990-08-15/);
});

test('a correction takes the place of the report that it names', async () => {
  await tell('balang');
  await story.advance('PT10M');
  await tell('balang', { corrects: BALANG_FIRST, eventDate: '2026-07-11' });
  expect(stateOf(BALANG_FIRST)).toContain('sudah diganti perbaikannya');
  expect(register().map((row) => [row['No'], row['Tanggal datang']])).toEqual([
    ['', '12 Juli 2026'],
    ['1', '11 Juli 2026'],
  ]);
});

test('events fill the link of the monthly report and are compared with it', async () => {
  await tell('balang');
  await story.pass('2026-07-26T09:00');
  await tell('balang', {
    nik: '6311065508909999',
    sex: 'Perempuan',
    kind: 'Meninggal',
    placeOfDeath: 'Rumah',
  });
  const link = story.workspace.store
    .get('spreadsheet', story.registry('balang')[8] ?? '')
    ?.sheets[0]?.rows.flatMap((row) => Object.values(row?.richText ?? {}).flat())
    .map((run) => run.link ?? '')
    .find((address) => address.includes('Kependudukan'));
  expect(link?.match(/=1(&|$)/g)).toHaveLength(2);
  await story.submit('balang', { answers: { arrivalsMale: 1, closingMale: 611 } });
  const row = history().find((one) => one['Laporan'] === 'Kependudukan');
  expect(row?.['Keadaan']).toContain('Diterima');
  expect(row?.['Yang ditemukan']).toContain('meninggal P tertulis 0, Peristiwa 1');
  await story.advance('PT1H');
  await story.submit('balang', {
    answers: { arrivalsMale: 1, deathsFemale: 1, closingMale: 611, closingFemale: 591 },
  });
  expect(
    history()
      .filter((one) => one['Laporan'] === 'Kependudukan')
      .pop()?.['Yang ditemukan'],
  ).not.toContain('Peristiwa');
});

test('at night the rows of Respons Pribadi leave, those that are not in Register stay; nobody is told of a deletion', async () => {
  await tell('balang');
  story.workspace.switches.submitEvents = 'lost';
  await tell('other', { nik: '6311065508909999', sex: 'Perempuan' });
  story.workspace.switches.submitEvents = 'normal';
  expect([rowsWaiting('balang'), rowsWaiting('other')]).toEqual([1, 1]);
  await story.advance('2026-07-15T02:00');
  expect([rowsWaiting('balang'), rowsWaiting('other')]).toEqual([0, 0]);
  expect(register()).toHaveLength(2);
  expect(story.rows('Log').flat().join('\n')).not.toContain('terhapus');
  await tell('balang', { eventDate: '2026-07-01' });
  expect(register()).toHaveLength(3);
  await story.advance('2026-07-16T02:00');
  expect(rowsWaiting('balang')).toBe(0);
  expect(story.rows('Log').flat().join('\n')).not.toContain('terhapus');
});

test('Bangun ulang gives the same tabs and the same Register', async () => {
  await tell('balang');
  await story.advance('PT10M');
  await tell('other');
  await story.advance('PT10M');
  await tell('other', {
    kind: 'Pindah',
    destination: 'Kota',
    eventDate: '2026-07-13',
    nik: '6311065508909999',
    sex: 'Perempuan',
  });
  const state = (): string =>
    JSON.stringify([
      register(),
      history(),
      story.rows('Jejak'),
      story.rows('Indeks').filter((row) => row[0] !== ''),
    ]);
  const before = state();
  expect((await story.command('rebuild')).done).toBe(true);
  expect(state()).toBe(before);
});

const member = (village: VillageId, answers: Told['answers'] = {}): ReturnType<Story['submit']> =>
  story.submit(village, { type: 'members', answers });
const members = (): Record<string, string>[] => recordsIn('Register', 'Anggota Linmas');
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
  await sleepUntil(story, '2026-07-26T09:00');
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
    corrects: '2005-260726-090000',
    nik: '6311062203809999',
    birthDate: '1980-03-22',
  });
  expect([memberFound(4), memberFound(6)].join('\n').match(/tidak berpengaruh/g)).toHaveLength(2);
  expect(roster('Balang').slice(0, 3)).toEqual(['1', '0', '1']);
  await expectSameByRebuild();
});

test('a member in two villages counts in the first, and in the next as soon as that one lets go', async () => {
  await sleepUntil(story, '2026-07-26T09:00');
  await member('balang');
  await story.advance('PT10M');
  await member('other');
  const later = members()[1]?.['Nomor laporan'] ?? '';
  const otherName = members()[1]?.['Desa/Kelurahan'] ?? '';
  expect(memberStates()).toEqual(['Tambah ✓ Diterima', 'Tambah · Ganda']);
  expect(found(later)).toContain(
    'masih anggota aktif di desa/kelurahan lain (laporan nomor 2005-260726-090000)',
  );
  expect(found('2005-260726-090000')).toContain(later);
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

/** Everything that stands outside the three permitted places. */
function elsewhere(): string {
  const { store } = story.workspace;
  const parts: string[] = [];
  for (const id of store.ids('spreadsheet')) {
    const name = store.get('file', id)?.name ?? '';
    if (name === 'Register' || name === 'Respons Pribadi') continue;
    parts.push(JSON.stringify(store.get('spreadsheet', id)));
  }
  parts.push(JSON.stringify(store.get('project', story.master.projectId)));
  parts.push(JSON.stringify(story.mails));
  parts.push(JSON.stringify(story.workspace.executions.map(({ log, error }) => [log, error])));
  for (const id of store.ids('file')) parts.push(JSON.stringify(store.get('file', id)));
  for (const id of store.ids('form')) {
    const form = store.get('form', id);
    if (form !== undefined && !form.title.includes('Data Pribadi')) parts.push(JSON.stringify(form));
  }
  return parts.join('\n');
}

test('of a played quarter no NIK, KK, birth date or telephone is anywhere but in the forms, Respons Pribadi and Register', async () => {
  await tell('balang', {
    householdNumber: '6311061207169999',
    rt: '001',
    notes: 'NIK 6311061508909999, HP 081299990001',
  });
  await tell('other', { nik: '631106150890999' }).catch(() => undefined);
  await member('balang', {
    phone: '081299990002',
    decreeNumber: 'SK/9/2026',
    decreeDate: '2026-05-04',
    card: 'KTA-9999',
    notes: 'lahir 10 Maret 1985',
  });
  await member('other', { phone: '081299990002' });
  await member('other', { ...SECOND, nik: '631106410790999' }).catch(() => undefined);
  await story.pass('2026-07-20T10:00');
  await tell('balang', {
    name: 'Bayi Contoh',
    nik: [],
    nikMissingReason: 'Belum terbit',
    kind: 'Lahir',
    birthDate: '2026-07-06',
    eventDate: '2026-07-06',
    origin: [],
  });
  await tell('balang', { sex: 'Perempuan', eventDate: '2026-07-19' });
  await story.pass('2026-08-04T18:00');
  await tell('other', { kind: 'Meninggal', placeOfDeath: 'Rumah', origin: [], eventDate: '2026-07-30' });
  await story.pass('2026-09-07T18:00');
  await tell('other', { birthDate: '1990-08-16', eventDate: '2026-09-01' });
  await story.command('rebuild');
  await story.pass('2026-09-08T10:00');
  const text = elsewhere();
  const secrets = [
    '6311061508909999',
    '631106150890999',
    '150890',
    '6311061207169999',
    '081299990001',
    '1990-08-15',
    '15 Agustus 1990',
    '15/08/1990',
    '2026-07-06',
    ' 6 Juli 2026',
    '1990-08-16',
    'Contoh Warga Baru',
    'Bayi Contoh',
    'Contoh Anggota',
    '6311061003859999',
    '631106410790999',
    '1985-03-10',
    '10 Maret 1985',
    '6281299990002',
    '081299990002',
    'SK/9/2026',
    '2026-05-04',
    'KTA-9999',
  ];
  for (const secret of secrets) {
    const at = text.indexOf(secret);
    expect(at < 0 ? '' : text.slice(Math.max(0, at - 200), at + 60)).toBe('');
  }
  expect(JSON.stringify(register())).toContain('lahir 6 Juli 2026');
});

test('an answer changed in the form: both stand in Register, and nothing of a person in the master', async () => {
  await tell('balang');
  const form = story.form('balang', 'events');
  const [first] = form.responses;
  if (first === undefined) throw new Error('The form kept nothing.');
  await story.advance('2026-07-15T09:00');
  form.allowResponseEdits = true;
  story.workspace.store.touch('form', form.id);
  const answers = { name: 'Contoh Warga Lain', nik: '6311061508909998' };
  expect((await change(story, 'balang', first, { type: 'events', answers })).status).toBe(200);
  const rows = (): string[] =>
    register().map((row) => [row['Keadaan'], row['Nama lengkap/panggilan'], row['NIK']].join(' '));
  const both = [
    '✓ Diterima, sudah diganti perbaikannya Contoh Warga Baru 6311061508909999',
    '✓ Diterima Contoh Warga Lain 6311061508909998',
  ];
  expect(rows()).toEqual(both);
  expect(form.allowResponseEdits).toBe(false);
  const told = story.mails.at(-1);
  expect(told?.subject).toContain('Jawaban diubah di formulir');
  const master = (): string => JSON.stringify(story.workspace.store.get('spreadsheet', story.fileId));
  for (const secret of ['6311061508909998', '6311061508909999', 'Warga Lain', 'Warga Baru']) {
    expect(master()).not.toContain(secret);
    expect(told?.text).not.toContain(secret);
  }
  expect((await story.command('rebuild')).done).toBe(true);
  expect(rows()).toEqual(both);
  await story.advance('2026-07-16T01:10');
  expect(rowsWaiting('balang')).toBe(0);
});
