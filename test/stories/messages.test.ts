import { beginEach } from '../support/beginEach';
import { sleepUntil } from '../support/crashes';
import { openStory, type Story } from '../support/story';
import { KASI, OPENING, OWNER, VILLAGES } from '../support/threeVillages';

let story: Story;

beginEach(async () => {
  story = await openStory();
  await sleepUntil(story, '2026-08-03T09:14');
  return story;
});

const wrong = { answers: { closingMale: OPENING.male + 28 } };
const outbox = (): Record<string, string>[] => story.records('Surat dan Surel', ['Keadaan', 'Judul']);
const mailsTo = (address: string): string[] =>
  story.mails.filter((mail) => mail.to.includes(address)).map((mail) => mail.subject);

const twinOf = (stage: string): string =>
  story
    .rows('Kirim WA')
    .find((row) => (row[0] ?? '').includes(stage))
    ?.join(' | ') ?? '';

test('a correction leaves at once, its twin stands in Kirim WA, and what came in is told once in the evening', async () => {
  await story.submit('balang', wrong);
  expect(mailsTo(VILLAGES.balang.operator).at(-1)).toContain('Perlu perbaikan');
  expect(story.rows('Kirim WA').flat().join('\n')).toContain('hitungan kami 610');
  await story.submit('balang', {});
  const before = story.mails.length;
  await story.advance('2026-08-03T18:10');
  expect(mailsTo(VILLAGES.balang.operator).at(-1)).toContain('Sudah diterima: 1 laporan Desa Balang');
  expect(story.mails.slice(before).map((mail) => mail.subject)).toHaveLength(1);
  await story.advance('2026-08-03T23:10');
  expect(story.mails.length).toBe(before + 1);
});

test('what is still to be sent by hand stands on top in the morning, corrections first', async () => {
  await story.submit('other', {});
  await story.advance('2026-08-03T18:10');
  await story.submit('balang', wrong);
  const rows = (): string[][] => story.rows('Kirim WA').filter((row) => row[0]?.includes('|'));
  const headers = story.rows('Kirim WA')[0] ?? [];
  const [sent, kept] = [rows().at(-2) ?? [], rows().at(-1) ?? []];
  expect([sent[0], kept[0]].map((key) => key?.split('|')[3])).toEqual(['receipt', 'correction']);
  await story.type('Kirim WA', rows().length, headers.indexOf('Sudah dikirim') + 1, 'TRUE', KASI);
  const before = rows().length;
  await story.advance('2026-08-04T01:10');
  expect(rows()).toHaveLength(before);
  expect(rows()[0]?.[0]).toBe(kept[0]);
  expect(rows().at(-1)?.slice(2, 8)).toEqual(sent.slice(2, 8));
  expect(rows().map((row) => row[headers.indexOf('Sudah dikirim')] === 'TRUE')).toEqual(
    rows().map((_row, at) => at === before - 1),
  );
  await story.submit('balang', { type: 'readiness', answers: { trained: 99 } });
  await story.advance('2026-08-05T01:10');
  expect(
    rows()
      .slice(0, 2)
      .every((row) => row[0]?.includes('correction')),
  ).toBe(true);
});

test('without quota messages wait, visible, and leave when there is quota again', async () => {
  story.workspace.faults.set({ mailQuota: 0, until: 'cleared' });
  await story.submit('balang', wrong);
  expect(outbox().at(-1)).toMatchObject({ Keadaan: '… Menunggu dikirim' });
  const home = (): string => story.rows('Beranda').flat().join('\n');
  expect(home()).toContain('1 pesan menunggu jatah email; terkirim sendiri begitu ada.');
  story.workspace.faults.clear();
  await story.advance('PT2H');
  expect(outbox().at(-1)?.['Keadaan']).toBe('✓ Terkirim');
  expect(home()).not.toContain('jatah email');
});

test('a receipt that finds no quota for three days is given up, told in Log, and its text stays in Kirim WA', async () => {
  story.workspace.faults.set({ mailQuota: 0, until: 'cleared' });
  await story.submit('balang', {});
  await story.advance('2026-08-03T18:10');
  const twin = (): string[] | undefined =>
    story.rows('Kirim WA').find((row) => (row[0] ?? '').endsWith('2026-08-03|-|receipt'));
  const before = twin();
  expect(before?.join(' ')).toContain('1 laporan Desa Balang sudah kami terima');
  await sleepUntil(story, '2026-08-06T19:10');
  const receipt = outbox().find((row) => row['Judul']?.includes('Sudah diterima') === true);
  expect(receipt?.['Keadaan']).toContain('Tidak dikirim');
  expect(twin()).toEqual(before);
  const log = (): string[] => story.rows('Log').map((row) => row.join(' ').trim());
  const told = log().filter((row) => row.includes('tiga hari tidak ada jatah email'));
  expect(told).toEqual([expect.stringContaining('Sudah diterima: 1 laporan Desa Balang')]);
  const lines = log().filter((row) => row !== '').length;
  await story.submit('other', {});
  expect(log().filter((row) => told.includes(row))).toEqual(told);
  expect(log().filter((row) => row !== '')).toHaveLength(lines + 1);
});

test('a correction that waited is not sent once the report has been put right', async () => {
  story.workspace.faults.set({ mailQuota: 0, until: 'cleared' });
  await story.submit('balang', wrong);
  await story.submit('balang', {});
  story.workspace.faults.clear();
  const before = story.mails.length;
  await story.advance('PT2H');
  expect(story.mails.length).toBe(before);
  expect(outbox().at(-1)?.['Keadaan']).toContain('Tidak dikirim');
  expect(twinOf('correction')).toContain('Tidak perlu dikirim lagi: keadaannya sudah berubah. |  |');
});

test('the message in flight at a crash stands as mungkin sudah terkirim; a tick sends it again', async () => {
  const sent = story.mails.length;
  story.workspace.faults.set({
    failMember: 'MailApp.sendEmail',
    message: 'Service timed out.',
    until: 'next',
  });
  await story.submit('balang', wrong);
  expect(outbox().at(-1)?.['Keadaan']).toContain('Mungkin sudah terkirim');
  expect(story.mails.length).toBe(sent);
  await story.advance('PT2H');
  expect(story.mails.length).toBe(sent);
  const rows = story.rows('Surat dan Surel');
  const row = rows.findIndex((line) => line.join(' ').includes('Mungkin sudah terkirim'));
  const column = rows[0]?.indexOf('Kirim ulang') ?? 0;
  await story.type('Surat dan Surel', row + 1, column + 1, 'TRUE', KASI);
  expect(story.mails.length).toBe(sent + 1);
  expect(outbox().at(-1)).toMatchObject({ Keadaan: '✓ Terkirim', 'Kirim ulang': 'false' });
});

test('what hangs in doubt is a to-do of the Kasi', async () => {
  story.workspace.faults.set({
    failMember: 'MailApp.sendEmail',
    message: 'Service timed out.',
    until: 'next',
  });
  await story.submit('balang', wrong);
  await story.advance('2026-08-04T01:10');
  const front = (): string => story.rows('Beranda').flat().join('\n');
  expect(front()).toMatch(/1 pesan mungkin sudah terkirim: .*Perlu perbaikan.*Desa Balang/);
  const rows = story.rows('Surat dan Surel');
  const row = rows.findIndex((line) => line.join(' ').includes('Mungkin sudah terkirim'));
  await story.type('Surat dan Surel', row + 1, (rows[0]?.indexOf('Kirim ulang') ?? 0) + 1, 'TRUE', KASI);
  expect(front()).not.toMatch(/mungkin sudah terkirim/);
});

test('every key stands once', async () => {
  await story.pass('2026-08-12T12:00');
  const keys = story
    .rows('Surat dan Surel')
    .slice(1)
    .map((row) => row[0] ?? '')
    .filter((key) => key !== '');
  expect(keys.length).toBeGreaterThan(5);
  expect(new Set(keys).size).toBe(keys.length);
  expect(OWNER).not.toBe('');
});
