import type { Snapshot } from '../../local/host/api';
import { sleepUntil } from '../support/crashes';
import {
  complianceOf,
  lastState,
  line,
  openMoreReports,
  rebuildsTheSame,
  shown,
  THREE_RT,
} from '../support/moreReports';
import { expectReceived, expectStopped, removeRules } from '../support/received';
import type { Story, Told } from '../support/story';
import { KASI, VILLAGES } from '../support/threeVillages';

/** Rows 8, 9, 13–15, 19, 21, 24 and 25 of the table of input (reports.md §6), for Ekonomi, RT and Konsultasi. */
let story: Story;
let begun: Snapshot;

beforeAll(async () => {
  story = await openMoreReports();
  await sleepUntil(story, '2026-10-02T09:14');
  begun = story.workspace.snapshot();
}, 240_000);

beforeEach(() => {
  story.workspace.restore(begun);
});

const WELFARE = { type: 'welfare', period: '2026-09' } as const;
const RT = { type: 'neighbourhoods', period: '2026-09', answers: { lines: THREE_RT } } as const;
const QUESTION = { type: 'questions' } as const;
const POOR = 'KK prasejahtera/miskin menurut desa/kelurahan';
const ask = (question: string): Told => ({ type: 'questions', answers: { question } });

/** The Kasi answers the first question. */
async function answered(words: string): Promise<void> {
  const titles = story.rows('Konsultasi')[0] ?? [];
  const write = (title: string, text: string) =>
    story.type('Konsultasi', 2, titles.indexOf(title) + 1, text, KASI);
  await write('Jawaban', words);
  await write('Kirim', 'TRUE');
}

test.each([
  ['welfare', WELFARE, 'Data Ekonomi'],
  ['neighbourhoods', RT, 'Data RT'],
] as const)('rows 8 and 9, %s: sent twice, one row counts', async (_type, told, tab) => {
  await story.submit('balang', told);
  await story.advance('2026-10-02T10:00');
  await expectReceived(story, 'balang', told, { state: 'Diterima' });
  expect(story.rows(tab).filter((row) => row[1] === VILLAGES.balang.code)).toHaveLength(1);
});

test.each([
  ['welfare', WELFARE, 'Ekonomi'],
  ['neighbourhoods', RT, 'RT'],
] as const)(
  'rows 13 and 14, %s: the last second of the due day, and after the lock',
  async (_t, told, title) => {
    await story.pass('2026-10-05T23:59');
    await expectReceived(story, 'balang', told, { state: 'Diterima' });
    expect(complianceOf(story)[title]).toContain('Tepat Waktu');
    await story.pass('2026-10-24T09:00');
    await expectReceived(story, 'balang', told, {
      state: 'Menunggu Pembukaan Kunci',
      mail: ['Ditahan'],
    });
    expect(complianceOf(story)[title]).toContain('Tepat Waktu');
  },
);

test.each(['-1', '1,5', '12 orang', 'nihil'])('row 15, Ekonomi: "%s" is no figure', async (text) => {
  const told = { ...WELFARE, answers: { poorHouseholds: text } };
  await expectStopped(story, 'balang', told, 'Tulis angka saja, tanpa titik: 1204');
  removeRules(story, 'balang');
  await expectReceived(story, 'balang', told, {
    state: 'Perlu Perbaikan',
    found: [POOR],
    mail: [`${POOR}. Tertulis "${text}". Mohon tulis angka saja`],
    status: ['perlu perbaikan'],
  });
});

test.each([
  ['a letter for a digit', 'KK 117, L 20O, P 197', 'L 20O'],
  ['more families than people', 'KK 500, L 204, P 197', 'KK 500'],
])('rows 15 and 19, RT: %s is quoted with its line', async (_name, second, quoted) => {
  const lines = [line(1), line(2, second), line(3)].join('\n');
  const told = { ...RT, answers: { lines } };
  await expectReceived(story, 'balang', told, {
    state: 'Perlu Perbaikan',
    found: [quoted],
    mail: [quoted],
    status: [quoted],
  });
});

test.each([
  ['welfare', WELFARE],
  ['neighbourhoods', RT],
  ['questions', QUESTION],
] as const)(
  'row 21, %s: by somebody whom nobody knows it is held until the Kasi releases it',
  async (_t, told) => {
    const form = story.workspace.store.get('file', story.form('balang').id);
    if (form === undefined) throw new Error('The form has no file.');
    form.publishedReaders = [...(form.publishedReaders ?? []), 'orang.lain@contoh.id'];
    await story.submit('balang', { ...told, person: 'orang.lain@contoh.id' });
    expect(lastState(story)).toContain('Ditahan: pengirim tidak dikenal');
    await story.decide(['Balang'], 'Lepas');
    expect(lastState(story)).toContain('Diterima');
    await rebuildsTheSame(story);
  },
);

test.each(['=IMPORTXML("http://x.contoh","//a")', '+62 812', '@SUM(A1)', '＝1+1'])(
  'row 24: %s in a question is text wherever it stands',
  async (text) => {
    await expectReceived(story, 'balang', ask(`${text} itu apa?`), { state: 'Diterima' });
    const cells = story.tab('Konsultasi').sheet.rows.flatMap((row) => Object.values(row?.formulas ?? {}));
    expect(cells).toEqual([]);
    expect(shown(story.rows('Konsultasi'))).toContain(text);
  },
);

test('row 25: markup, WhatsApp’s signs and a very long question change nothing but their own cell', async () => {
  const text = '<script>alert(1)</script> *tebal* _miring_ 🙏';
  await expectReceived(story, 'balang', ask(`${text} ${'panjang '.repeat(400)}`), {
    state: 'Diterima',
    tidied: ['Teks dipotong pada 1000 huruf.'],
  });
  expect(shown(story.rows('Konsultasi'))).toContain('<script>');
  await answered('Cukup tulis nama RT-nya.');
  const html = story.mails.at(-1)?.html ?? '';
  expect(html).toContain('&lt;script&gt;');
  expect(html).not.toContain('<script>');
});
