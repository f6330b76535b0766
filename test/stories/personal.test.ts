import { sleepUntil } from '../support/crashes';
import type { Snapshot } from '../../local/host/api';
import { pinsElsewhere, postPin, typeMode } from '../support/pins';
import { change } from '../support/received';
import { elsewhere, fileNamed, recordsIn } from '../support/personalStory';
import { openStory, type Story, type Told } from '../support/story';
import { VILLAGES, type VillageId } from '../support/threeVillages';

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

const register = (): Record<string, string>[] => recordsIn(story, 'Register', 'Peristiwa');
const history = (): Record<string, string>[] => story.records('Riwayat', ['Nomor laporan', 'Keadaan']);

const tell = (village: VillageId, answers: Told['answers'] = {}): ReturnType<Story['submit']> =>
  story.submit(village, { type: 'events', answers });

const member = (village: VillageId, answers: Told['answers'] = {}): ReturnType<Story['submit']> =>
  story.submit(village, { type: 'members', answers });
const SECOND = { name: 'Contoh Anggota Dua', sex: 'Perempuan', birthDate: '1990-07-01' } as const;

const stateOf = (number: string): string =>
  history().find((row) => row['Nomor laporan'] === number)?.['Keadaan'] ?? '';
const found = (number: string): string =>
  history().find((row) => row['Nomor laporan'] === number)?.['Yang ditemukan'] ?? '';
const rowsWaiting = (village: VillageId): number => {
  const { form } = JSON.parse(story.registry(village)[11] ?? '{}') as { form: string };
  const book = story.workspace.store.get('spreadsheet', fileNamed(story, 'Respons Pribadi'));
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
  await sleepUntil(story, '2026-07-20T10:00');
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
  await sleepUntil(story, '2026-09-06T18:00');
  await tell('other', { birthDate: '1990-08-16', eventDate: '2026-09-01' });
  await story.command('rebuild');
  await story.pass('2026-09-08T10:00');
  const text = elsewhere(story);
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

test('with a PIN persons are reported without an account, and the PIN goes no further than the answers', async () => {
  await typeMode(story, 'balang', 'PIN desa');
  await story.command('updateForms', { reason: 'hanya yang berbeda' });
  const [headers = [], ...lines] = story.rows('Operator');
  const row = lines.findIndex((line) => line[0] === VILLAGES.balang.code) + 2;
  await story.type('Operator', row, headers.indexOf('PIN') + 1, '7391');
  expect((await postPin(story, 'balang', '', { type: 'events' })).status).toBeGreaterThanOrEqual(400);
  await postPin(story, 'balang', '7391', { type: 'events' });
  await postPin(story, 'balang', '5913', { type: 'members', answers: SECOND });
  const proofs = (): string[] =>
    story.records('Riwayat', ['Keadaan', 'Bukti pengirim']).map((one) => one['Bukti pengirim'] ?? '');
  expect(proofs()).toEqual(['PIN desa', 'PIN keliru']);
  expect(history()[0]?.['Keadaan']).toBe('✓ Diterima');
  await story.advance('2026-07-15T02:00');
  expect(rowsWaiting('balang')).toBe(0);
  expect((await story.command('rebuild')).done).toBe(true);
  expect(proofs()).toEqual(['PIN desa', 'PIN keliru']);
  expect(pinsElsewhere(story, ['7391', '5913'])).toEqual([]);
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
  // What was read of either answer goes from Keputusan too, where the person's data is removed.
  expect(master()).toContain('C. W. B.');
  for (const reason of [`${BALANG_FIRST} minta data dihapus`, `hapus ${BALANG_FIRST} atas permintaan`])
    expect((await story.command('erasePerson', { reason })).text).toContain('Belum ada yang dihapus.');
  const removed = await story.command('erasePerson', { reason: `HAPUS ${BALANG_FIRST} permintaan sendiri` });
  expect(removed.text).toContain('2 laporan sudah dihapus');
  expect([register().filter((row) => row['NIK'] !== ''), form.responses]).toEqual([[], []]);
  expect(['C. W. B.', 'C. W. L.', '631106*'].filter((one) => master().includes(one))).toEqual([]);
});
