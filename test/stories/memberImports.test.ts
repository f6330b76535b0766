import type { DialogSpec } from '../../src/flows/dialog';
import type { Snapshot } from '../../local/host/api';
import { everyKth, tellPoints } from '../support/crashes';
import { ALL_BELUM, crashMemberImport, listed, listOf, manyMembers } from '../support/memberList';
import { elsewhere, recordsIn } from '../support/personalStory';
import { NIK, openPersonalStory } from '../support/removal';
import type { Story } from '../support/story';
import { differenceOf, storyState } from '../support/storyState';
import { KASI, OWNER } from '../support/threeVillages';

jest.setTimeout(240_000);

let story: Story;
let start: Snapshot;

beforeAll(async () => {
  story = await openPersonalStory();
  start = story.workspace.snapshot();
});

beforeEach(() => {
  story.workspace.restore(start);
});

const members = (): Record<string, string>[] =>
  recordsIn(story, 'Register', 'Anggota Linmas').filter((row) => row['Keadaan'] !== '');
const byNik = (): Record<string, string>[] =>
  members().sort((a, b) => ((a['NIK'] ?? '') < (b['NIK'] ?? '') ? -1 : 1));
const memberStates = (): string[] =>
  members().map((row) => `${row['Perubahan'] ?? ''} ${row['Keadaan'] ?? ''}`);
/** Men, women and all of Balang in `Rekap Anggota`. */
const roster = (): string[] =>
  (story.rows('Rekap Anggota').find((row) => row[1] === 'Balang') ?? []).slice(2, 5);

/** *Bangun ulang* gives the same tabs, cell for cell. */
async function expectSameByRebuild(): Promise<void> {
  const state = (): string[] =>
    storyState(story, false).filter((text) => !/\/(Log|Perintah)\/|^property /.test(text));
  const before = state();
  expect((await story.command('rebuild')).done).toBe(true);
  expect(differenceOf(before, state())).toEqual([]);
}

async function dialogOf(person: string): Promise<string> {
  await story.clickItem('Impor anggota Linmas…', person);
  return JSON.stringify(story.workspace.whatIsShown(story.fileId).dialog ?? {});
}

test('a list of members: looked at, what is wrong named without a name, brought in, taken back, brought in again', async () => {
  expect(await dialogOf(KASI)).toContain('Link lembar daftar anggota');
  await story.submit('balang', { type: 'members' });
  await story.advance('PT10M');
  const mails = story.mails.length;
  const link = await listOf(story, 'Daftar Linmas', [
    listed(1, { 7: '81355550001' }),
    listed(2, { 8: 'Komandan Regu' }),
    listed(3, { 2: '631106030780999' }),
    listed(3, { 4: 'P' }),
    listed(4, { 2: NIK, 3: 'Paringin, 10 Maret 1985' }),
    listed(5, { 3: 'Balang, 05-07-80' }),
    ['', 'JUMLAH', '6'],
  ]);
  const look = async (reason: string): Promise<DialogSpec> => {
    const answer = await story.command('lookAtMembers', { reason });
    if (answer.next === undefined) throw new Error(answer.text);
    return answer.next;
  };
  const first = await look(link);
  expect(first.introduction).toContain('0 anggota dapat diimpor, 6 hal perlu dilihat');
  expect(first.lines[0]).toMatch(
    /^Baris 3 \(Balang\): C\. T\. B\., NIK 631106\*+: kosong .*: Terdaftar di SIM Linmas\?\.$/,
  );
  const lists = first.fields.map(({ label, value }) => `${label} = ${value ?? ''}`);
  expect(lists).toContain('Jabatan "Komandan Regu" adalah = ');
  expect(lists).toContain('Terdaftar di SIM Linmas?, bila kosong = ditolak');
  expect(lists).toContain('Kolom D: TTL = Tempat dan tanggal lahir');
  const reason = [link, 'Pilihan:', ALL_BELUM, 'Isi Jabatan Komandan Regu = Danru'].join('\n');
  const second = await look(reason);
  expect(second.action).toBe('Impor 2 anggota');
  const said = second.lines.map(String);
  expect(said.slice(0, 4)).toEqual([
    expect.stringMatching(/^Baris 5 \(Balang\): C\. T\. D\., NIK 631106\*+: NIK: .*16/),
    expect.stringMatching(/^Baris 6 .*Jenis kelamin berbeda dari NIK/),
    expect.stringMatching(/^Baris 7 .*sudah tercatat sebagai anggota aktif/),
    expect.stringMatching(/^Baris 8 .*tempat dan tanggal lahir tidak terbaca/),
  ]);
  expect(said).toContain('No. HP: angka 0 di depan hilang karena format angka, dibaca dengan 0 (1 baris).');
  expect(said.join() + JSON.stringify(second.fields)).not.toMatch(/\d{9}|Terdaftar [A-J]|1980/);

  const done = await story.command('importMembers', { reason });
  expect(done.text).toContain('2 anggota Linmas diimpor untuk Desa Balang.');
  expect(done.text).toContain('hapus lembar itu');
  expect(memberStates()).toEqual([
    'Tambah ✓ Diterima',
    'Tambah ✓ Diterima (dari impor)',
    'Tambah ✓ Diterima (dari impor)',
  ]);
  expect(byNik().slice(0, 2)).toMatchObject([
    {
      'Nama lengkap': 'Contoh Terdaftar B',
      NIK: '6311060107809999',
      'No. HP': '6281355550001',
      Pendidikan: 'SLTA',
    },
    { Jabatan: 'Danru', 'Tanggal lahir': '2 Juli 1980', 'SIM Linmas': 'Belum' },
  ]);
  expect(roster()).toEqual(['3', '0', '3']);
  expect(story.records('Hasil impor', ['Baris'])).toHaveLength(4);
  expect(story.records('Keputusan', ['Keputusan']).slice(-2)).toMatchObject([
    { Keputusan: 'Impor anggota', Alasan: 'Impor anggota dari Daftar Linmas', Oleh: OWNER },
    { Keputusan: 'Impor anggota', Pengaturan: '' },
  ]);
  const outside = elsewhere(story)
    .split('\n')
    .filter((part) => !part.includes('DAFTAR ANGGOTA LINMAS'))
    .join('\n');
  for (const known of [
    'Contoh Terdaftar',
    '07809999',
    '0780999',
    '2 Juli 1980',
    '1980-07',
    '081355550',
    '6281355550',
  ])
    expect([known, outside.includes(known)]).toEqual([known, false]);
  await expectSameByRebuild();
  await story.advance('PT1H');
  const again = await story.command('importMembers', { reason });
  expect(again.text).toContain('Tidak ada anggota yang dapat diimpor.');
  expect((await story.command('undoImport', {})).text).toMatch(
    /Impor anggota dari Daftar Linmas.*2 laporan dibatalkan/,
  );
  expect(roster()).toEqual(['1', '0', '1']);
  await story.advance('PT20H');
  expect(story.mails.slice(mails).filter((mail) => mail.text.includes('C. T.'))).toEqual([]);
  expect((await story.command('importMembers', { reason })).text).toContain('2 anggota Linmas diimpor');
  expect(roster()).toEqual(['3', '0', '3']);
  const number = byNik()[0]?.['Nomor laporan'] ?? '';
  const erased = await story.command('erasePerson', { reason: `HAPUS ${number} permintaan sendiri` });
  expect(erased.text).toContain('2 laporan sudah dihapus');
  await expectSameByRebuild();
});

test('a list of members only as a file of its own; not where members are not reported', async () => {
  const pasted = 'Nama;NIK\nContoh;6311060107809999';
  const before = story.rows('Perintah').flat();
  for (const person of [OWNER, KASI]) {
    expect((await story.command('lookAtMembers', { reason: pasted }, person)).text).toContain(
      'link-nya di sini',
    );
    expect((await story.command('importMembers', { reason: pasted }, person)).text).toContain(
      'Data tidak berubah',
    );
  }
  expect(story.rows('Perintah').flat()).toEqual(before);
  const row = story.rows('Pengaturan').findIndex((cells) => cells[0] === 'Laporan yang dipakai');
  await story.type('Pengaturan', row + 1, 2, 'Kegiatan, Rekap Linmas');
  expect(await dialogOf(OWNER)).toContain('Nyalakan di tab Pengaturan, baris Laporan yang dipakai');
});

test('more persons in one run than are looked up one by one', async () => {
  const done = await story.command('importMembers', { reason: await manyMembers(story, 8) });
  expect(done.text).toContain('8 anggota Linmas diimpor untuk Desa Balang.');
  expect(roster()).toEqual(['8', '0', '8']);
});

test('an import of members that is interrupted anywhere ends the same, nobody is in twice', async () => {
  const tried = await crashMemberImport(story, everyKth(13, 0));
  tellPoints('an import of members', tried);
  expect(tried.wrong).toEqual({});
});
