import { sleepUntil } from '../support/crashes';
import type { DialogSpec } from '../../src/flows/dialog';
import type { Progress } from '../../src/flows/steps';
import { beginEach } from '../support/beginEach';
import { openStory, type Story } from '../support/story';
import { mailsSince, tabsOf } from '../support/received';
import { differenceOf } from '../support/storyState';
import { NOTE } from '../../src/core/head';
import { population } from '../../src/reports/population';
import { KASI, OPENING, OWNER, VILLAGES } from '../support/threeVillages';

let story: Story;

beginEach(async () => {
  story = await openStory();
  await sleepUntil(story, '2026-08-03T09:14');
  await story.submit('balang', {});
  return story;
});

/** All tabs, apart from the number of the tab that a link leads to and from what `Log` says of the mending. */
const figures = (): string[] =>
  tabsOf(story)
    .map((line) => line.replace(/#gid=\d+/g, ''))
    .filter((line) => !line.includes('Tab dibuat lagi'));
const home = (): string => story.rows('Beranda').flat().join('\n');
/** A person deletes a tab of the master: what Sheets does, without a word to the script. */
function deleteTab(name: string): void {
  const book = story.workspace.store.get('spreadsheet', story.fileId);
  const at = book?.sheets.findIndex((sheet) => sheet.name === name) ?? -1;
  if (book === undefined || at < 0) throw new Error(`No tab ${name}.`);
  book.sheets.splice(at, 1);
  story.workspace.store.touch('spreadsheet', story.fileId);
}
function unpublish(): void {
  const form = story.form('other');
  form.published = false;
  story.workspace.store.touch('form', form.id);
}

/** *Pasang* once more, to its end. */
function install(): void {
  let progress = story.run('pageStartSetUp', ['install', {}]).result as Progress;
  while (!progress.finished) progress = story.run('pageContinueSetUp').result as Progress;
}

describe('the check of the day', () => {
  test('finds nothing where nothing is wrong, and says so to whoever asks', async () => {
    await story.pass('2026-08-04T09:00');
    expect(home()).not.toContain('lihat Periksa kesehatan');
    const { dialog } = await openHealth(KASI);
    expect(dialog.introduction).toContain('Semua baik, diperiksa 4 Agustus 2026');
  });

  test('tells the Kasi in the morning, on Beranda, and with a button for what helps', async () => {
    unpublish();
    const before = story.mails.length;
    await story.pass('2026-08-04T09:00');
    const sentence = 'Formulir Desa Kalahiang belum dipublikasikan. Jalankan Pasang.';
    expect(home()).toContain(sentence);
    expect(mailsSince(story, before, KASI).join('\n')).toContain(sentence);
    const { dialog } = await openHealth(KASI);
    expect(dialog.lines[0]).toEqual({
      text: `! ${sentence}`,
      buttons: [{ call: 'menuInstall', label: 'Pasang' }],
    });
    expect(await story.health()).toContain(sentence);
    install();
    expect(await story.health()).not.toContain('!');
    expect(home()).not.toContain(sentence);
  });

  test('names a question that somebody deleted, until it is back', async () => {
    await story.pass('2026-08-04T09:00');
    const form = story.form('other');
    const item = form.items.find(({ title }) => title === 'Kelahiran laki-laki (WNI)');
    const change = { kind: 'delete' as const, itemId: item?.id ?? 0 };
    expect(await story.workspace.editForm({ formId: form.id, person: OWNER, change })).toBeUndefined();
    const sentence = 'Formulir Desa Kalahiang berbeda dari pengaturan. Jalankan Perbarui formulir';
    for (const day of ['2026-08-05T09:00', '2026-08-06T09:00']) {
      await story.pass(day);
      expect(home()).toContain(sentence);
    }
    await story.command('updateForms', { reason: 'hanya yang berbeda' });
    expect(home()).not.toContain(sentence);
    await story.pass('2026-08-07T09:00');
    expect(home()).not.toContain(sentence);
  });

  test('that has not run for two days is the first thing that the dialog says', async () => {
    await story.pass('2026-08-04T09:00');
    story.workspace.store.get('project', story.master.projectId)?.triggers.splice(0);
    await story.advance('2026-08-06T09:00');
    const { dialog } = await openHealth(KASI);
    expect(JSON.stringify(dialog.lines[0])).toContain(`Mohon jalankan Pasang dari akun ${OWNER}`);
  });
});

describe('a tab that somebody deleted', () => {
  test.each(['Riwayat', 'Indeks', 'Rekap Penduduk', 'Data Kependudukan', 'Antrean Tinjau'])(
    '%s is made anew by the next report, with all that stood in it',
    async (name) => {
      const begun = story.workspace.snapshot();
      const other = { answers: { birthsMale: 1, closingMale: 611 } };
      await story.submit('other', other);
      const whole = figures();
      story.workspace.restore(begun);
      deleteTab(name);
      await story.submit('other', other);
      expect(differenceOf(whole, figures())).toEqual([]);
      expect(story.rows('Log').flat()).toContain('Tab dibuat lagi');
    },
  );

  test('with the decisions is never made anew: it is named, with the way back', async () => {
    deleteTab('Keputusan');
    expect(await story.health()).toContain(
      'Tab Keputusan hilang. Kembalikan lewat File → Histori versi; bila tidak dapat, jalankan Pasang.',
    );
  });
});

test('a figure changed by hand is noticed, shown old and new, and written again on request', async () => {
  const rows = story.rows('Rekap Penduduk');
  const row = rows.findIndex((line) => line[1] === 'Balang');
  const column = rows[row]?.lastIndexOf('1202') ?? -1;
  await story.type('Rekap Penduduk', row + 1, column + 1, '1300', OWNER);
  await story.pass('2026-08-04T09:00');
  const told = 'Balang): tertulis 1.300, hitungan 1.202';
  expect(home()).toContain(told);
  const { dialog } = await openHealth(KASI);
  expect(JSON.stringify(dialog.lines[0])).toContain('"menuRestore"');
  expect(JSON.stringify(dialog.lines[0])).toContain('"menuCorrect"');
  const before = story.rows('Rekap Penduduk')[row];
  expect(before?.[column]).toBe('1300');
  const result = await story.order({ Perintah: 'Kembalikan angka' });
  expect(result).toContain('1 sel dikembalikan ke hitungannya.');
  expect(result).toContain(told);
  expect(story.rows('Rekap Penduduk')[row]).toEqual(rows[row]);
  expect(story.rows('Log').flat()).toContain('Angka dikembalikan');
  expect((await story.command('restore')).text).toContain('tidak ada yang diubah');
  expect(await story.health()).toContain('✓ Angka di tab hitungan sesuai.');
});

describe('Jadikan koreksi', () => {
  const label = (id: string): string => population.questions.find((one) => one.id === id)?.label ?? id;
  /** Somebody at the office's account types over an answer in `Data Kependudukan`. */
  async function typed(id: string, value: string): Promise<void> {
    const rows = story.rows('Data Kependudukan');
    const row = rows.findIndex((cells: readonly string[] | undefined) => cells?.includes('Balang') === true);
    await story.type('Data Kependudukan', row + 1, (rows[0] ?? []).indexOf(label(id)) + 1, value, OWNER);
  }
  const answers = (...ids: string[]): unknown => {
    const record = story
      .records('Data Kependudukan', ['Desa/Kelurahan', 'Keadaan', ...ids.map(label)])
      .find((row) => row['Desa/Kelurahan'] === 'Balang');
    return [record?.['Keadaan'], ...ids.map((id) => record?.[label(id)])];
  };
  const corrected = (Alasan: string): Promise<string> =>
    story.order({ Perintah: 'Jadikan koreksi', ...(Alasan === '' ? {} : { Alasan }) });

  test('what stands there becomes a report of its own, the village is told, and it can be refused again', async () => {
    const whole = figures();
    await typed('birthsMale', '1');
    expect(await corrected('salah ketik')).toContain('Belum dapat dijadikan koreksi.');
    await typed('closingMale', String(OPENING.male + 1));
    const sent = story.mails.length;
    const said = await corrected('operator salah ketik, lewat telepon');
    expect(said).toContain('✓ 1 laporan Juli 2026 dikoreksi.');
    expect(said).toContain(`Kependudukan Balang: ${label('birthsMale')} 0 → 1`);
    expect(answers('birthsMale', 'closingMale', NOTE)).toEqual([
      '✓ Diterima (dikoreksi kecamatan)',
      '1',
      String(OPENING.male + 1),
      'Koreksi kecamatan: operator salah ketik, lewat telepon',
    ]);
    expect(mailsSince(story, sent, VILLAGES.balang.operator).join('\n')).toContain(
      `${label('birthsMale')}: 0 → 1`,
    );
    expect(await story.health()).toContain('✓ Angka di tab hitungan sesuai.');
    const before = figures();
    await story.command('rebuild');
    expect(differenceOf(before, figures())).toEqual([]);
    const back = story.mails.length;
    await story.decide(['Balang', 'Kependudukan', 'dikoreksi'], 'Kembalikan', 'mohon dicek lagi');
    expect(mailsSince(story, back, VILLAGES.balang.operator).join()).toContain('mohon dicek lagi');
    const number = story.records('Keputusan', ['Keputusan', 'Kiriman']).at(-1)?.['Kiriman'] ?? '';
    const undo = async (): Promise<string> => {
      const version = story.records('Riwayat', ['Nomor laporan']).find((row) => row['Kunci'] === number);
      const Alasan = `${version?.['Nomor laporan'] ?? ''}; ternyata benar`;
      return story.order({ Perintah: 'Batalkan keputusan', Alasan });
    };
    expect(await undo()).toContain('Dibatalkan: Kembalikan');
    expect(await undo()).toContain('Dibatalkan: Jadikan koreksi');
    expect(answers('birthsMale', 'closingMale')).toEqual(['✓ Diterima', '0', String(OPENING.male)]);
    const kept = (lines: readonly string[]): readonly string[] =>
      lines.filter((line) => line.includes('/Data Kependudukan/') || line.includes('/Rekap Penduduk/'));
    expect(differenceOf(kept(whole), kept(figures()))).toEqual([]);
  });

  test.each<[string, readonly [string, string], string, string]>([
    ['no reason', ['birthsMale', '1'], '', 'Mohon isi alasannya'],
    ['what is no answer', ['birthsMale', 'dua'], 'telepon', 'Mohon tulis angka saja'],
    ['an empty cell', ['birthsMale', ''], 'telepon', 'Sel itu kosong'],
    ['where nothing was changed', ['birthsMale', '0'], 'telepon', 'Tidak ada jawaban yang diubah'],
  ])('refuses %s and changes nothing', async (_name, [id, value], reason, words) => {
    await typed(id, value);
    const before = story.records('Keputusan', ['Keputusan']).length;
    expect(await corrected(reason)).toContain(words);
    expect(story.records('Keputusan', ['Keputusan'])).toHaveLength(before);
  });
});

test('a column that somebody renamed is named with what stood there', async () => {
  await story.type('Kirim WA', 1, 3, 'Catatan saya', OWNER);
  expect(await story.health()).toMatch(/Tab Kirim WA: kolom ke-3 seharusnya “.+”, sekarang “Catatan saya”/);
});

async function openHealth(person: string): Promise<{ readonly dialog: DialogSpec }> {
  await story.clickItem('Periksa kesehatan', person);
  const html = story.workspace.whatIsShown(story.fileId).dialog?.html ?? '';
  const data = /var spec = (.*);\n/.exec(html)?.[1] ?? '{}';
  return { dialog: JSON.parse(data) as DialogSpec };
}
