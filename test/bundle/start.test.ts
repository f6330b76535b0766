import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { clear } from '../sample/clear';
import { startOptions, USAGE } from '../sample/options';

jest.setTimeout(120_000);

const root = path.join(__dirname, '../..');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'start-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** What `npm start` runs once everything is built, without a terminal. */
function start(...args: string[]): { status: number | null; said: string } {
  const ran = spawnSync(
    process.execPath,
    ['local/run.mjs', 'test/sample/start.ts', '--sekali-saja', '--port', '0', ...args],
    { cwd: root, encoding: 'utf8' },
  );
  return { status: ran.status, said: ran.stdout + ran.stderr };
}

const masterIn = (said: string): string => /spreadsheets\/d\/([\w-]+)/.exec(said)?.[1] ?? '';

test('--kosong starts with one empty sheet in the named folder; the next start opens the same one', () => {
  const data = path.join(folder, 'kantor');
  const first = start('--kosong', '--data', data);
  expect(first).toMatchObject({ status: 0 });
  expect(first.said).toContain(`Berkas di komputer:  ${data}`);
  expect(first.said).not.toContain('Tiga bulan');
  expect(masterIn(first.said)).not.toBe('');
  const again = start('--data', data);
  expect(again).toMatchObject({ status: 0 });
  expect(masterIn(again.said)).toBe(masterIn(first.said));
  // Nobody is there to say yes.
  const unasked = start('--bersihkan', '--data', data);
  expect(unasked.said).toContain('Tidak ada yang dihapus.');
  expect(existsSync(path.join(data, 'state'))).toBe(true);
});

test('what an interrupted start left behind is not opened but made anew', () => {
  const data = path.join(folder, 'kantor');
  const left = path.join(folder, 'kantor.belum-selesai', 'state');
  mkdirSync(left, { recursive: true });
  writeFileSync(path.join(left, 'sisa.json'), '{');
  const { status, said } = start('--kosong', '--data', data);
  expect(status).toBe(0);
  expect(said).toContain('dimulai lagi dari awal');
  expect(masterIn(said)).not.toBe('');
  expect(existsSync(path.dirname(left))).toBe(false);
  expect(existsSync(path.join(data, 'state', 'sisa.json'))).toBe(false);
});

test('--bersihkan asks, naming the folder, and removes it only then', async () => {
  const data = path.join(folder, 'kantor');
  mkdirSync(path.join(data, 'state'), { recursive: true });
  const asked: string[] = [];
  const answering = (answer: boolean) => (question: string) => {
    asked.push(question);
    return Promise.resolve(answer);
  };
  expect(await clear(data, answering(false))).toBe(false);
  expect(existsSync(data)).toBe(true);
  expect(await clear(data, answering(true))).toBe(true);
  expect(existsSync(data)).toBe(false);
  expect(asked).toHaveLength(2);
  expect(asked[0]).toContain(data);
  expect(await clear(data, answering(false))).toBe(true);
});

test('--bersihkan leaves a folder alone that is no workspace', async () => {
  writeFileSync(path.join(folder, 'surat.txt'), 'penting');
  await expect(clear(folder, () => Promise.resolve(true))).rejects.toThrow('bukan folder workspace');
  expect(existsSync(path.join(folder, 'surat.txt'))).toBe(true);
});

test.each([
  [['--port', 'abc'], '--port: tertulis "abc", yang diminta angka 0 sampai 65535.'],
  [['--port', '70000'], '--port: tertulis "70000"'],
  [['--profil', 'lain'], '--profil: tertulis "lain", yang ada kudapanmas, sinar-linmas.'],
  [['--kecamatan', 'Paringin'], '--kecamatan: tertulis "Paringin", yang diminta kode seperti 63.11.01.'],
  [['--kosongkan'], '--kosongkan'],
])('%j is refused by name', (args, words) => {
  expect(() => startOptions(args, root)).toThrow(words);
});

test('the options that are not given have the values that the usage names', () => {
  expect(startOptions([], '/kantor')).toEqual({
    profile: 'kudapanmas',
    subdistrict: '63.11.06',
    data: path.resolve('/kantor', '.workspace'),
    port: 4310,
    empty: false,
    reset: false,
    once: false,
  });
  for (const words of ['bawaan: 63.11.06', 'bawaan: .workspace', 'bawaan: 4310', 'kudapanmas (bawaan)'])
    expect(USAGE).toContain(words);
});
