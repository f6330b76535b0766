import type { Snapshot } from '../../local/host/api';
import { grid, tab } from '../sample/sheet';
import { crashEverywhere, everyKth, sleepUntil, tellPoints } from '../support/crashes';
import { fileNamed, recordsIn } from '../support/personalStory';
import { NIK, openPersonalStory, removalScene, SECOND, tellPersons } from '../support/removal';
import { type Story, type Told } from '../support/story';
import { KASI, OWNER, VILLAGES, type VillageId } from '../support/threeVillages';

jest.setTimeout(300_000);

let story: Story;
let start: Snapshot;

beforeAll(async () => {
  story = await openPersonalStory();
  start = story.workspace.snapshot();
});

beforeEach(() => {
  story.workspace.restore(start);
});

const FIRST = '2005-260726-090000';
/** Reports of a tab of `Register`, without the sentence of an empty one. */
const filled = (tab: string): Record<string, string>[] =>
  recordsIn(story, 'Register', tab).filter((row) => row['Keadaan'] !== '');
const register = (): Record<string, string>[] => filled('Peristiwa');
const history = (): Record<string, string>[] => story.records('Riwayat', ['Nomor laporan', 'Keadaan']);
const found = (number: string): string =>
  history().find((row) => row['Nomor laporan'] === number)?.['Yang ditemukan'] ?? '';
const member = (village: VillageId, answers: Told['answers'] = {}): ReturnType<Story['submit']> =>
  story.submit(village, { type: 'members', answers });
const members = (): Record<string, string>[] => filled('Anggota Linmas');
const memberStates = (): string[] =>
  members().map((row) => `${row['Perubahan'] ?? ''} ${row['Keadaan'] ?? ''}`);
const memberFound = (at: number): string => members()[at]?.['Yang ditemukan'] ?? '';
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
  const sent = await member('balang', { position: 'Danru', squad: 'Dapur Umum' });
  expect(sent.executions.map((one) => one.remoteCalls)).toEqual([expect.any(Number)]);
  expect(sent.executions[0]?.remoteCalls).toBeLessThanOrEqual(30);
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

test('a village that ends lets its members go; who waited for that counts, and is told as moved', async () => {
  await member('balang');
  await member('balang', SECOND);
  await story.advance('PT10M');
  await member('other');
  const other = members()[2];
  const [name = '', moved = ''] = [other?.['Desa/Kelurahan'], other?.['Nomor laporan']];
  expect(memberStates()[2]).toBe('Tambah · Ganda');
  const villages = story.rows('Desa');
  const row = villages.findIndex((line) => line[0] === VILLAGES.balang.code);
  const column = (villages[0] ?? []).indexOf('Ada sampai');
  await story.type('Desa', row + 1, column + 1, 'Juli 2026', OWNER);
  await story.advance('PT20M');
  expect(memberStates()[2]).toBe('Tambah ✓ Diterima');
  expect(found(moved)).toContain(`Pindah dari desa/kelurahan yang sudah berakhir (laporan nomor ${FIRST}).`);
  expect(found(FIRST)).toContain(
    'Keanggotaan di sini berakhir bersama desa/kelurahannya. Sekarang tercatat di',
  );
  expect(story.rows('Antrean Tinjau').flat().join('\n')).not.toContain('Anggota aktif di dua');
  // After its form is closed nobody there can send Berhenti any more.
  await sleepUntil(story, '2026-08-25T09:00');
  await member('other', SECOND);
  expect(memberStates()[3]).toBe('Tambah ✓ Diterima');
  expect(roster(name).slice(0, 3)).toEqual(['1', '1', '2']);
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
  const state = (): string[] =>
    [
      ...[register(), members(), history()].flat(),
      ...['Jejak', 'Rekap Anggota', 'Indeks'].flatMap((name) => story.rows(name)),
    ]
      .map((row) => JSON.stringify(row))
      .filter((row) => !/^\[("",?)*\]$/.test(row));
  const before = state();
  expect((await story.command('rebuild')).done).toBe(true);
  expect(state()).toEqual(before);
}

const ORDER = 'Hapus data satu orang';
const tell = (village: VillageId, answers: Told['answers'] = {}): ReturnType<Story['submit']> =>
  story.submit(village, { type: 'events', answers });
/** Tabs that must hold nothing of a person whose data was removed, whole as they stand. */
const traces = (): string =>
  ['Keputusan', 'Jejak', 'Riwayat', 'Indeks', 'Antrean Tinjau']
    .map((name) => JSON.stringify(story.rows(name)))
    .concat(JSON.stringify(story.villageRows('balang', 'Laporan Kami')))
    .join('\n');
const answersOfForms = (): string[] =>
  (['balang', 'other'] as const).map((village) => JSON.stringify(story.form(village, 'events').responses));

test('one person is removed on request: a tombstone is counted, nothing of the person is left', async () => {
  await tellPersons(story);
  await story.type('Rekap Anggota', 1, 2, 'Juli 2026');
  const [balang, other] = answersOfForms();
  expect([balang, other].join()).toContain(NIK);
  const seal = story.rows('Jejak').find((row) => (row[2] ?? '').includes('2005-'))?.[0] ?? '';
  const before = roster('Balang').slice(0, 3);
  const order = (reason: string): Promise<string> => story.order({ Perintah: ORDER, Alasan: reason });
  expect(await order('permintaan keluarga')).toContain('Mohon tulis nomor laporannya');
  expect(await order(FIRST)).toContain('Mohon tulis juga alasannya');
  expect(await order('2005-260726-111111 permintaan keluarga')).toContain('Data tidak berubah');
  const preview = await order(`${FIRST} permintaan keluarga`);
  expect(preview).toContain('Belum ada yang dihapus. Yang akan dihapus: 3 laporan');
  expect(preview).toMatch(/Desa Balang: 1 laporan Peristiwa, Juli 2026/);
  expect(answersOfForms()).toEqual([balang, other]);
  expect(await order(`HAPUS ${FIRST} permintaan keluarga`)).toContain('Data pribadi 3 laporan sudah dihapus');

  expect(answersOfForms()[0]).toBe('[]');
  expect(story.form('other', 'events').responses).toHaveLength(1);
  expect(register()).toEqual([]);
  expect(members().map((row) => row['NIK'])).toEqual([SECOND.nik]);
  const left = traces();
  const isThere = (text: string): boolean => left.includes(text);
  expect([seal, NIK, 'C. A. S.', 'Contoh Anggota Satu'].filter(isThere)).toEqual([]);
  const erased = history().filter((row) => (row['Yang ditemukan'] ?? '').includes('sudah dihapus'));
  expect(erased.map((row) => row['Keadaan'])).toEqual(['✓ Diterima', '✓ Diterima', '✓ Diterima']);
  expect(roster('Balang').slice(0, 3)).toEqual(before);
  // Remarks, and men and women of *Regu lain*: the removed one counts as a member of no squad.
  const removed = story.rows('Rekap Anggota').find((row) => row[1] === 'Balang') ?? [];
  expect(removed[10]).toContain('1 anggota tanpa regu (datanya sudah dihapus)');
  expect(removed.slice(21, 23)).toEqual(['0', '0']);
  const stones = story
    .records('Keputusan', ['Nomor', 'Keputusan'])
    .filter((row) => row['Keputusan'] === 'Data pribadi dihapus');
  expect(stones.map((row) => [row['Oleh'], row['Alasan'], row['Bulan']])).toEqual(
    Array.from({ length: 3 }, () => [KASI, 'permintaan keluarga', '2026-07']),
  );
  expect(story.rows('Log').flat().join('\n')).toContain('3 laporan: permintaan keluarga');
  await expectSameByRebuild();
  expect(story.rows('Log').flat().join('\n')).not.toContain('Jawaban terhapus');
  expect(await order(`HAPUS ${FIRST} permintaan keluarga`)).toContain('Data pribadi 3 laporan sudah dihapus');
  await story.advance('2026-07-27T02:00');
  expect(story.rows('Log').flat().join('\n')).not.toContain('terhapus dari');
});

test("everything about one person is copied into Register, and goes with the person's data", async () => {
  await tellPersons(story);
  const served = {
    performedBy: 'Linmas',
    leader: 'Bpk. CONTOH Anggota  Satu (Danru)',
    description: 'Ronda bersama Dua dan Tiga',
  };
  await story.submit('balang', {
    type: 'activities',
    answers: { ...served, kind: 'Patroli', date: '2026-07-24' },
  });
  await story.advance('2026-07-27T00:30');
  const duty = (): string[] =>
    recordsIn(story, 'Register', 'Bertugas')
      .filter((row) => row['Tanggal'] !== '')
      .map((row) => [row['Tanggal'], row['Kegiatan'], row['Nama anggota'], row['Regu']].join(' '));
  expect(duty()).toEqual(['24 Juli 2026 Patroli Contoh Anggota Satu Pengamanan']);
  const copied = await story.command('copyPerson', { reason: FIRST });
  expect(copied.text).toContain('Salinan data dari 3 laporan');
  const copy = (): string =>
    JSON.stringify(grid(tab(story.workspace, fileNamed(story, 'Register'), 'Salinan Data')));
  for (const known of [NIK, 'Contoh Anggota Satu', '10 Maret 1985', 'Kota', 'SLTA', 'Patroli'])
    expect(copy()).toContain(known);
  expect(copy()).not.toContain(SECOND.nik);
  expect((await story.command('copyPerson', { reason: 'tanpa nomor' })).done).toBe(false);
  expect((await story.command('erasePerson', { reason: `HAPUS ${FIRST} permintaan sendiri` })).done).toBe(
    true,
  );
  expect(copy()).not.toContain(NIK);
  expect(duty()).toEqual([]);
});

test('what is older than its time is removed after a look, out of an archive too; who is a member still is kept', async () => {
  await story.type('Pengaturan', settingRow('Lama simpan data pribadi (bulan)'), 2, '12');
  await tellPersons(story);
  const first = (await story.command('eraseOld', { reason: 'HAPUS' })).text;
  expect(first).toContain('Tidak ada laporan data pribadi yang lebih lama dari 26 Juli 2025');
  await sleepUntil(story, '2027-08-02T09:00');
  await story.command('health');
  expect(story.rows('Beranda').flat().join('\n')).toContain('2 laporan data pribadi melewati masa simpannya');
  // The Kasi sees the same, and presses the button of a dialog that fills a row of Perintah.
  for (const person of [OWNER, KASI]) {
    expect(await dialogOf('Hapus data pribadi lama…', person)).toMatch(
      /sekarang sejak 2 Agustus 2026\. 2 laporan lebih lama dan akan dihapus/,
    );
    expect(await dialogOf('Hapus data satu orang…', person)).toContain('tidak dapat dibatalkan');
    expect(await dialogOf('Salin data satu orang…', person)).toContain('diserahkan kepada yang bersangkutan');
  }
  const number = register()[0]?.['Nomor laporan'] ?? '';
  const asked = await story.command('copyPerson', { reason: number }, KASI);
  expect(asked.text).toContain('Centang kotak Jalankan');
  expect(await story.order({ Perintah: 'Salin data satu orang', Alasan: number })).toContain('3 laporan');
  expect((await story.command('eraseOld', { reason: 'periksa' })).lines).toEqual([
    'Desa Balang: 1 laporan Peristiwa, Juli 2026',
    expect.stringMatching(/: 1 laporan Peristiwa, Juli 2026$/),
  ]);
  expect((await story.command('closeYear', { reason: 'TUTUP 2026' })).text).toContain('sudah ditutup buku');
  const archive = (): string =>
    JSON.stringify(story.workspace.store.get('spreadsheet', fileNamed(story, 'Arsip 2026')));
  expect(archive().split('C. A. S.')).toHaveLength(4);
  expect(archive()).not.toContain(NIK);
  expect((await story.command('eraseOld', { reason: 'HAPUS' })).text).toContain('2 laporan sudah dihapus');
  // What is left is the member's report.
  expect(archive().split('C. A. S.')).toHaveLength(2);
  expect(register()).toEqual([]);
  expect(members()).toHaveLength(2);
  await member('balang', LEAVES);
  expect((await story.command('eraseOld', { reason: 'HAPUS' })).text).toContain('Tidak ada laporan');
  await sleepUntil(story, '2028-08-04T09:00');
  expect((await story.command('eraseOld', { reason: 'HAPUS' })).text).toContain('2 laporan sudah dihapus');
  expect(members().map((row) => row['NIK'])).toEqual([SECOND.nik]);
  await expectSameByRebuild();
});

test('a question deleted in a form for personal data is named and put back; answers to it stay in Register', async () => {
  await tell('balang');
  const form = story.form('balang', 'events');
  for (const words of ['Contoh Kasi', OWNER, 'Buku Mutasi Penduduk', 'anggota Satlinmas', '60 bulan'])
    expect(form.description).toContain(words);
  form.items.splice(
    form.items.findIndex((item) => item.title === 'Datang dari'),
    1,
  );
  story.workspace.store.touch('form', form.id);
  await story.command('health');
  expect(story.rows('Beranda').flat().join('\n')).toContain('Formulir Data Pribadi Desa Balang berbeda');
  expect(await dialogOf('Perbarui formulir…', KASI)).toContain('disebut oleh Periksa kesehatan');
  expect(await dialogOf('Perbarui formulir…', OWNER)).toContain(
    'Desa Balang (data pribadi): tambah 1 butir: “Datang dari”',
  );
  const updated = await story.command('updateForms', { reason: 'hanya yang berbeda' });
  expect(updated.text).toContain('1 formulir sudah diperbarui');
  expect((await story.command('rebuild')).done).toBe(true);
  await story.advance('PT10M');
  await tell('balang', { nik: '6311061508909998', origin: 'Amuntai' });
  expect(register().map((row) => row['Datang dari'])).toEqual(['Banjarmasin', 'Amuntai']);
  expect((await story.command('rebuild')).done).toBe(true);
  expect(register().map((row) => row['Datang dari'])).toEqual(['Banjarmasin', 'Amuntai']);
  await story.type('Pengaturan', settingRow('Regu Satlinmas'), 2, 'Pengamanan, Regu Inti');
  await story.type('Pengaturan', settingRow('Lama simpan data pribadi (bulan)'), 2, '24');
  await story.command('updateForms', { reason: 'hanya yang berbeda' });
  const squads = form.items.find((item) => item.title === 'Regu')?.choices?.map((choice) => choice.value);
  expect(squads).toEqual(['Pengamanan', 'Regu Inti']);
  expect(form.description).toContain('24 bulan');
  await member('balang', { squad: 'Regu Inti', position: 'Danru' });
  expect(members().map((row) => [row['Regu'], row['Keadaan']])).toEqual([['Regu Inti', '✓ Diterima']]);
  await story.type('Pengaturan', settingRow('Regu Satlinmas'), 2, 'Pengamanan, pengamanan');
  expect(story.rows('Beranda').flat().join('\n')).toContain('tertulis dua kali');
});

test('a removal that is interrupted anywhere ends the same', async () => {
  await tellPersons(story);
  const tried = await crashEverywhere(story, await removalScene(story), everyKth(9, 0));
  tellPoints('a removal', tried);
  expect(tried.wrong).toEqual({});
});

/** What the dialog of a menu item says, as its page gets it. */
async function dialogOf(item: string, person: string): Promise<string> {
  await story.clickItem(item, person);
  return JSON.stringify(story.workspace.whatIsShown(story.fileId).dialog ?? {});
}

const settingRow = (label: string): number =>
  story.rows('Pengaturan').findIndex((row) => row[0] === label) + 1;
