import { sleepUntil } from '../support/crashes';
import { openStory, type Story } from '../support/story';
import { KASI, OPENING, OWNER, VILLAGES } from '../support/threeVillages';

jest.setTimeout(240_000);

let story: Story;

beforeAll(async () => {
  story = await openStory();
  await sleepUntil(story, '2026-08-03T09:14');
  await story.submit('balang', {});
});

const told = (): string[] =>
  story.mails
    .filter((mail) => mail.to.includes(VILLAGES.balang.operator) && mail.subject.includes('Mohon diperiksa'))
    .map((mail) => mail.text ?? '');
const front = (): string => story.rows('Beranda').flat().join('\n');

/** Types the men of Balang at the end of June. */
async function openWith(men: number): Promise<void> {
  const rows = story.rows('Saldo Awal');
  const row = rows.findIndex((line) => line.join(' ').includes(VILLAGES.balang.code));
  const column = rows[row]?.indexOf(rows[row]?.find((cell) => /^6\d\d$/.test(cell)) ?? '') ?? 0;
  await story.type('Saldo Awal', row + 1, column + 1, String(men), OWNER);
}

test('an opening that changes under an accepted report is told to the village and to the Kasi, once each', async () => {
  expect(told()).toHaveLength(0);
  expect(front()).not.toContain('tidak lagi cocok');
  await openWith(OPENING.male + 2);
  expect(told()).toHaveLength(1);
  expect(told()[0]).toContain('berubah dari 610 L, 592 P, 351 KK menjadi 612 L, 592 P, 351 KK');
  expect(told()[0]).toContain('tetap dihitung');
  expect(told()[0]).toContain('Tertulis 610, hitungan kami 612');
  expect(story.rows('Kirim WA').flat().join('\n')).toContain('jumlah awal Juli 2026 Desa Balang berubah');
  expect(story.rows('Kepatuhan').flat().join(' ')).toContain('Tepat Waktu');
  expect(front()).toContain('Jumlah akhir Juli 2026 tidak lagi cocok sejak jumlah awalnya berubah: Balang');
  await openWith(OPENING.male + 3);
  expect(told()).toHaveLength(2);
  await openWith(OPENING.male + 2);
  expect(told()).toHaveLength(2);
  await story.advance('2026-08-04T08:30');
  const morning = story.mails.filter((mail) => mail.to.includes(KASI)).at(-1);
  expect(morning?.text).toContain('tidak lagi cocok');
});

test('a report that fits again takes the to-do away', async () => {
  await story.submit('balang', { answers: { closingMale: OPENING.male + 2 } });
  expect(front()).not.toContain('tidak lagi cocok');
  expect(told()).toHaveLength(2);
});
