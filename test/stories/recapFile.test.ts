import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { grid, spreadsheet } from '../sample/sheet';
import { sleepUntil } from '../support/crashes';
import { openStory, type Story } from '../support/story';

jest.setTimeout(120_000);

const PERIOD = '2026-07';
const RECAP = 'Rekap Juli 2026 Kecamatan Paringin';
type Tabs = Record<string, string[][]>;

/** Rows without the empty cells at their ends, without empty rows at the end. */
function trimmed(rows: readonly (readonly string[])[]): string[][] {
  const lines = rows.map((row) => {
    let end = row.length;
    while (end > 0 && (row[end - 1] ?? '') === '') end -= 1;
    return row.slice(0, end);
  });
  while (lines.length > 0 && lines[lines.length - 1]?.length === 0) lines.pop();
  return lines;
}

async function withRecap(): Promise<Story> {
  const story = await openStory();
  await sleepUntil(story, '2026-08-02T09:00');
  const births = { birthsMale: 3, birthsFemale: 1, closingMale: 613, closingFemale: 593 };
  await story.submit('balang', { answers: births });
  await story.submit('kelurahan', { answers: { deathsFemale: 2, closingFemale: 590 } });
  await story.submit('balang', { type: 'activities', answers: { description: '=1+1 ronda <b>malam</b>' } });
  await story.submit('balang', { type: 'readiness' });
  const made = await story.command('recap', { period: PERIOD });
  expect(made.done).toBe(true);
  return story;
}

function fileNamed(story: Story, name: string): string {
  const { store } = story.workspace;
  const found = store.ids('file').filter((id) => {
    const file = store.get('file', id);
    return file?.name === name && !file.trashed;
  });
  expect(found).toHaveLength(1);
  return found[0] ?? '';
}

function sheetsOf(story: Story): Tabs {
  const fileId = fileNamed(story, RECAP);
  const { sheets } = spreadsheet(story.workspace, fileId);
  return Object.fromEntries(sheets.map((sheet) => [sheet.name, trimmed(grid({ fileId, sheet }))]));
}

const xlsxOf = (story: Story): Buffer =>
  Buffer.from(story.workspace.store.get('file', fileNamed(story, `${RECAP}.xlsx`))?.content ?? '', 'base64');

test('the recap of a month holds the figures of the recap tab, and its XLSX the same', async () => {
  const story = await withRecap();
  const tabs = sheetsOf(story);
  expect(Object.keys(tabs)).toEqual(['B.3', 'Linmas', 'Data']);
  const line = (rows: readonly (readonly string[])[], name: string) =>
    rows.find((row) => row[1] === name)?.slice(2, 32);
  const shown = story.rows('Rekap Penduduk');
  for (const name of ['Balang', 'Paringin Timur']) {
    expect(line(tabs['B.3'] ?? [], name)?.length).toBe(30);
    expect(line(tabs['B.3'] ?? [], name)).toEqual(line(shown, name));
  }
  // Akhir bulan of Balang: WNI L, WNI P, KK, anggota, jiwa.
  expect(line(tabs['B.3'] ?? [], 'Balang')?.slice(25)).toEqual(['613', '593', '351', '855', '1206']);
  const book = await readXlsx(xlsxOf(story));
  const read = Object.fromEntries(
    book.sheets.map((sheet) => [
      sheet.name,
      trimmed(
        sheet.rows.map((row) => row.map((cell) => (cell === null || cell === undefined ? '' : String(cell)))),
      ),
    ]),
  );
  expect(read).toEqual(tabs);
});

test('made again it stands in the place of the first one', async () => {
  const story = await withRecap();
  const again = await story.command('recap', { period: PERIOD });
  expect(again.text).toContain('Tidak ada angka yang berubah sejak rekap sebelumnya.');
  expect(fileNamed(story, RECAP)).not.toBe('');
  expect(fileNamed(story, `${RECAP}.xlsx`)).not.toBe('');
});

test('made again after a correction it says what changed, each time a line', async () => {
  const story = await withRecap();
  await story.submit('balang', {
    answers: { birthsMale: 4, birthsFemale: 1, closingMale: 614, closingFemale: 593 },
  });
  const again = await story.command('recap', { period: PERIOD });
  expect(again.text).toContain('isian berubah sejak rekap sebelumnya');
  expect(again.lines).toContain('Balang: lahir WNI L 3 → 4');
  await story.submit('balang', {
    answers: { birthsMale: 5, birthsFemale: 1, closingMale: 615, closingFemale: 593 },
  });
  await story.command('recap', { period: PERIOD });
  const told = sheetsOf(story)['Perubahan'] ?? [];
  expect(told[0]).toEqual(['Desa/Kelurahan', 'Yang berubah', 'Semula', 'Menjadi', 'Rekap dibuat lagi']);
  const jiwa = told.filter((row) => row[1] === 'akhir jiwa').map((row) => row.slice(0, 4));
  expect(jiwa).toEqual([
    ['Balang', 'akhir jiwa', '1.206', '1.207'],
    ['Balang', 'akhir jiwa', '1.207', '1.208'],
  ]);
  expect(told.slice(1).every((row) => row[4]?.includes('Agustus 2026 pukul'))).toBe(true);
});

const hasLibreOffice = ((): boolean => {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    console.warn('LibreOffice is not on this machine: its reading of the XLSX is not compared.');
    return false;
  }
})();

(hasLibreOffice ? test : test.skip)('LibreOffice reads the same figures out of the XLSX', async () => {
  const story = await withRecap();
  const folder = mkdtempSync(path.join(tmpdir(), 'rekap-'));
  try {
    writeFileSync(path.join(folder, 'rekap.xlsx'), xlsxOf(story));
    const csv = 'csv:Text - txt - csv (StarCalc):124,0,76,1,,0,false,false,false,false,false,-1';
    execFileSync(
      'soffice',
      [
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        '--convert-to',
        csv,
        '--outdir',
        folder,
        `${folder}/rekap.xlsx`,
      ],
      { stdio: 'ignore' },
    );
    const files = readdirSync(folder).filter((name) => name.endsWith('.csv'));
    const tabs = sheetsOf(story);
    expect(files.sort()).toEqual(
      Object.keys(tabs)
        .map((name) => `rekap-${name}.csv`)
        .sort(),
    );
    for (const [name, rows] of Object.entries(tabs)) {
      const text = readFileSync(path.join(folder, `rekap-${name}.csv`), 'utf8');
      expect(trimmed(text.split(/\r?\n/).map((line) => line.split('|')))).toEqual(rows);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});
