import { beginEach } from '../support/beginEach';
import { crashEverywhere, everyKth, tellPoints, sleepUntil } from '../support/crashes';
import { differenceOf, storyState } from '../support/storyState';
import { openStory, type Story } from '../support/story';
import { KASI, OPENING, OWNER, type VillageId } from '../support/threeVillages';

jest.setTimeout(300_000);

let story: Story;

beginEach(async () => {
  story = await openStory();
  await sleepUntil(story, '2026-08-03T09:14');
  return story;
});

const titles = (village: VillageId): string[] => story.form(village).items.map((item) => item.title);
const answered = (type: string): string =>
  story
    .rows('Riwayat')
    .filter((row) => row.join(' ').includes(type))
    .at(-1)
    ?.join(' ') ?? '';
const only = { reason: 'hanya yang berbeda' };

async function preview(person = OWNER): Promise<string> {
  const outcome = await story.clickItem('Perbarui formulir…', person);
  expect(outcome.status).toBe('completed');
  return story.workspace.whatIsShown(story.fileId).dialog?.html ?? '';
}

/** What a person did to the form of Balang in the editor. */
function spoil(): void {
  const form = story.form('balang');
  const at = (title: string): number => form.items.findIndex((item) => item.title === title);
  form.items.splice(at('Kelahiran laki-laki (WNI)'), 1);
  const renamed = form.items[at('Kelahiran perempuan (WNI)')];
  if (renamed !== undefined) renamed.title = 'Bayi perempuan';
  const [moved] = form.items.splice(at('Jumlah KK akhir bulan'), 1);
  if (moved !== undefined) form.items.splice(4, 0, moved);
  story.workspace.store.touch('form', form.id);
}

test('right after set-up every form is as it should be', async () => {
  expect(await preview()).toContain('Semua formulir sesuai dengan pengaturan');
  expect((await story.command('updateForms', only)).text).toContain('tidak ada yang perlu diubah');
});

test('what a person changed in a form is named, put back on request, and reports come in again', async () => {
  const whole = titles('balang');
  spoil();
  await story.command('health');
  const told = story.rows('Beranda').flat().join('\n');
  expect(told).toContain('Formulir Desa Balang berbeda dari pengaturan');
  const shown = await preview();
  expect(shown).toContain('Desa Balang: tambah 1 butir: “Kelahiran laki-laki (WNI)”');
  expect(shown).toContain('kembalikan judul “Kelahiran perempuan (WNI)”');
  expect(shown).not.toContain('Kalahiang');
  expect((await story.command('updateForms', only)).text).toContain('1 formulir sudah diperbarui');
  expect(titles('balang')).toEqual(whole);
  expect((await story.command('updateForms', only)).text).toContain('tidak ada yang perlu diubah');
  await story.submit('balang', { answers: { birthsMale: 2, closingMale: OPENING.male + 2 } });
  expect(answered('Kependudukan')).toContain('Diterima');
});

test('a rule that a person took out comes back when all rules are set anew', async () => {
  const form = story.form('balang');
  const births = form.items.find((item) => item.title === 'Kelahiran laki-laki (WNI)');
  if (births !== undefined) delete births.validation;
  story.workspace.store.touch('form', form.id);
  expect((await story.command('updateForms', only)).text).toContain('tidak ada yang perlu diubah');
  await story.command('updateForms', { reason: 'juga semua aturan isian' });
  const refused = await story.submit('balang', { answers: { birthsMale: 'dua' } });
  expect(refused.accepted).toBe(false);
});

test('answers whose question was deleted are not lost with it', async () => {
  const tabs = (): string[] =>
    storyState(story, false).filter((line) => !/\/(Log|Perintah|Beranda)\/|^(property|form) /.test(line));
  await story.submit('balang', { answers: { birthsMale: 2, closingMale: OPENING.male + 2 } });
  await story.submit('balang', { type: 'activities' });
  const before = tabs();
  spoil();
  const head = story.form('balang').items;
  head.splice(
    head.findIndex((item) => item.title === 'Bulan laporan'),
    1,
  );
  await story.command('rebuild');
  expect(differenceOf(before, tabs())).toEqual([]);
  await story.command('updateForms', only);
  await story.submit('balang', {
    period: '2026-07',
    answers: { birthsMale: 3, closingMale: OPENING.male + 3 },
  });
  const corrected = tabs();
  expect(differenceOf(before, corrected)).not.toEqual([]);
  await story.command('rebuild');
  expect(differenceOf(corrected, tabs()).filter((line) => !line.includes('Registri'))).toEqual([]);
});

test('a question that a person added is left alone and named', async () => {
  const form = story.form('balang');
  const spare = form.items.find((item) => item.type === 'TEXT');
  if (spare === undefined) throw new Error('The form has no text item.');
  form.items.push({ ...spare, id: 77, entryIds: [7777], title: 'Nama ibu', required: false });
  story.workspace.store.touch('form', form.id);
  expect(await story.health()).toContain('pertanyaan tambahan: “Nama ibu”');
  await story.command('updateForms', only);
  expect(titles('balang')).toContain('Nama ibu');
});

test('settings that stand in the words of the forms reach them', async () => {
  const row = story.rows('Pengaturan').findIndex((line) => line[0] === 'Tanggal tenggat');
  await story.type('Pengaturan', row + 1, 2, '7');
  expect(await preview()).toContain('judul dan keterangan formulir disesuaikan');
  await story.command('updateForms', only);
  expect(story.form('other').description).toContain('tanggal 7 bulan berikutnya');
});

test('a report that is switched off and on again finds its questions', async () => {
  const row = story.rows('Pengaturan').findIndex((line) => line[0] === 'Laporan yang dipakai');
  const before = story.rows('Pengaturan')[row]?.[1] ?? '';
  await story.type('Pengaturan', row + 1, 2, 'Kependudukan, Kegiatan');
  await story.command('updateForms', only);
  const choices = (): readonly string[] | undefined =>
    story.form('balang').items[0]?.choices?.map((choice) => choice.value);
  expect(choices()).toEqual(['Kependudukan', 'Kegiatan']);
  await story.type('Pengaturan', row + 1, 2, before);
  await story.command('updateForms', only);
  expect(choices()).toHaveLength(3);
  await story.submit('balang', { type: 'readiness' });
  expect(answered('Rekap Linmas')).toContain('Diterima');
});

test('a report that is switched on later gets its tabs and its questions, and can be sent', async () => {
  const row = story.rows('Pengaturan').findIndex((line) => line[0] === 'Laporan yang dipakai');
  const before = story.rows('Pengaturan')[row]?.[1] ?? '';
  await story.type('Pengaturan', row + 1, 2, `${before}, Konsultasi, Ekonomi, RT, Peristiwa`);
  await story.advance('2026-08-04T01:10');
  await story.command('updateForms', only);
  await story.submit('balang', { type: 'questions' });
  expect(answered('Konsultasi')).toContain('Diterima');
  // Kepatuhan has more columns now.
  expect(await story.health()).not.toMatch(/kolom ke|Angka hitungan/);
  // A report about persons has a form of its own, which only *Pasang* makes.
  expect((await story.command('updateForms', only)).text).toContain('Formulir data pribadi belum ada');
  story.install();
  await story.submit('balang', { type: 'events', answers: { eventDate: '2026-08-03' } });
  expect(answered('Peristiwa')).toContain('Diterima');
  const health = await story.health();
  expect(health).toContain('✓ Pemicu lengkap.');
  expect(health).not.toContain('Pasang');
});

describe('residents who are reported missing', () => {
  const turn = async (text: string): Promise<void> => {
    const row = story.rows('Pengaturan').findIndex((line) => line[0] === 'Penduduk hilang');
    await story.type('Pengaturan', row + 1, 2, text);
  };
  const july = (name: string): Record<string, string> =>
    story.records('Rekap Penduduk', ['No', 'Ket.']).find((row) => row['Desa/Kelurahan']?.startsWith(name)) ??
    {};
  const figures = (name: string): string[] =>
    story.rows('Rekap Penduduk').find((row) => row[1] === name) ?? [];
  const tabs = (): string[] =>
    storyState(story, false).filter(
      (line) => !/\/(Log|Perintah|Beranda|Registri)\/|^(property|form) /.test(line),
    );
  const rebuiltTheSame = async (): Promise<void> => {
    const before = tabs();
    await story.command('rebuild');
    expect(differenceOf(before, tabs())).toEqual([]);
  };
  const ASKED = 'Penduduk hilang laki-laki (WNI)';
  const foreign = ['Births', 'Deaths', 'Arrivals', 'Departures'].flatMap((flow) => [
    `foreign${flow}Male`,
    `foreign${flow}Female`,
  ]);
  const nobody = { foreignerChanges: 'Ya', ...Object.fromEntries(foreign.map((id) => [id, 0])) };

  test('asked where the office wants it, counted like a departure, named; left aside again with what was answered', async () => {
    const [plain, headers] = [titles('balang'), story.rows('Data Kependudukan')[0]];
    expect(plain).not.toContain(ASKED);
    await turn('Ya');
    expect(story.rows('Beranda').flat().join()).toContain('Formulir belum mengikuti pengaturan yang baru');
    expect((await story.command('updateForms', only)).text).toContain('formulir sudah diperbarui');
    const asked = titles('balang');
    expect(asked[asked.indexOf('Pindah keluar perempuan (WNI)') + 1]).toBe(ASKED);
    expect(asked.at(asked.indexOf('Pindah keluar perempuan (WNA)') + 1)).toBe(
      'Penduduk hilang laki-laki (WNA)',
    );
    expect(story.rows('Data Kependudukan')[0]?.slice(headers?.length)).toContain(ASKED);
    const ids = story.form('balang').items.map(({ id, title }) => [title, id]);

    await story.submit('balang', { answers: { missingMale: 1 } });
    expect(answered('Kependudukan')).toContain('Perlu Perbaikan');
    expect(story.mails.at(-1)?.text).toContain('610 (awal bulan) − 1 hilang = 609');
    const entry = story.form('balang').items.find(({ title }) => title === ASKED)?.entryIds[0];
    expect(story.mails.at(-1)?.text).toContain(`entry.${String(entry)}=1`);
    await story.submit('balang', { answers: { missingMale: 700, closingMale: 0 } });
    expect(story.mails.at(-1)?.text).toContain('Tertulis 700 hilang, padahal penduduk laki-laki (WNI)');
    await story.submit('kelurahan', { answers: { ...nobody, foreignMissingMale: 1 } });
    expect(story.mails.at(-1)?.text).toContain('Tertulis 1 hilang, padahal penduduk laki-laki (WNA)');
    await story.submit('balang', {
      answers: { missingMale: 1, departuresMale: 2, closingMale: OPENING.male - 3 },
    });
    expect(answered('Kependudukan')).toContain('Diterima');
    expect(figures('Balang')[23]).toBe('3');
    expect(july('Balang')['Ket.']).toContain('Pindah termasuk 1 hilang');
    expect(july('JUMLAH')['Ket.']).toBe('Pindah termasuk 1 hilang');
    expect(story.rows('Beranda').flat()).toContain('0, 0, 0, 3 (termasuk 1 hilang)');
    await story.command('refresh');
    for (const rows of [story.rows('Rekap Tahunan'), story.villageRows('balang', 'B.3 Tahun Ini')])
      expect(rows.flat()).toContain('Pindah termasuk 1 hilang');
    const { links = [] } = await story.command('recap', { period: 'Juli 2026' });
    const recap = links.map(({ url }) => /\/d\/([^/]+)\//.exec(url)?.[1] ?? '').find((id) => id !== '') ?? '';
    expect(JSON.stringify(story.workspace.store.get('spreadsheet', recap)?.sheets)).toContain(
      'termasuk 1 hilang',
    );
    await story.clickItem('Dasbor');
    expect(story.workspace.whatIsShown(story.fileId).dialog?.html).toContain('"termasuk 1 hilang"');
    await rebuiltTheSame();

    await turn('Tidak');
    await story.submit('other', { answers: { missingMale: 1 } });
    expect(answered('Kependudukan')).toMatch(/Diterima.*tidak dipakai di kecamatan ini, jadi tidak dihitung/);
    await story.command('updateForms', only);
    expect(titles('balang').indexOf(ASKED)).toBeGreaterThan(titles('balang').indexOf('Tidak dipakai lagi'));
    expect(story.rows('Data Kependudukan')[0]).toEqual(headers);
    expect([figures('Balang')[23], july('Balang')['Ket.']]).toEqual([
      '3',
      expect.stringContaining('1 hilang'),
    ]);
    expect(await story.health()).not.toMatch(/berbeda dari pengaturan|kolom ke/);
    await story.submit('kelurahan', {});
    expect(answered('Kependudukan')).toContain('Diterima');
    await rebuiltTheSame();

    await turn('Ya');
    await story.command('updateForms', only);
    const again = story.form('balang').items.map(({ id, title }) => [title, id]);
    expect(again.filter(([title]) => title !== 'Tidak dipakai lagi')).toEqual(ids);
    await rebuiltTheSame();
  });
});

test('as the Kasi: a row of Perintah, ticked', async () => {
  spoil();
  expect(await story.order({ Perintah: 'Perbarui formulir' }, KASI)).toContain('1 formulir sudah diperbarui');
});

test('interrupted anywhere, the next run comes to the same forms', async () => {
  spoil();
  const head = story.rows('Perintah')[0] ?? [];
  await story.type('Perintah', 2, head.indexOf('Perintah') + 1, 'Perbarui formulir', KASI);
  const scene = {
    acts: [(of: Story) => of.type('Perintah', 2, head.indexOf('Jalankan') + 1, 'TRUE', KASI)],
    heal: async (of: Story) => {
      await of.advance('2026-08-03T12:20');
      await of.submit('balang', { answers: { birthsMale: 1, closingMale: OPENING.male + 1 } });
    },
  };
  const tried = await crashEverywhere(story, scene, everyKth(3, 0));
  tellPoints('Perbarui formulir', tried);
  // How many forms the last run changed is history: the answer of the order and the log say it.
  const isHistory = (line: string): boolean => /\/(Perintah|Log)\//.test(line);
  const wrong = Object.values(tried.wrong)
    .flat()
    .filter((line) => !isHistory(line));
  expect(wrong).toEqual([]);
});
