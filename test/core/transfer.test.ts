import {
  addressProblem,
  looksPersonal,
  mayStillRun,
  standingOf,
  transferToDos,
  type Standing,
  type Transfer,
} from '../../src/core/transfer';
import { SETTINGS } from '../support/drawings';

const HOUR = 3_600_000;
const at = Date.parse('2026-08-03T09:00:00+08:00');
const begun: Transfer = { from: 'lama@contoh.id', to: 'baru@contoh.id', at, step: 'shared', after: '' };
const taken: Transfer = { ...begun, step: 'taken', takenAt: at, left: 0 };

test.each([
  ['kantor.camat@gmail.com', false],
  ['kecparingin@gmail.com', false],
  ['kudapanmas.2026@gmail.com', false],
  ['Paringin.Linmas@gmail.com', false],
  ['siti.aminah88@gmail.com', true],
  ['b.santoso@gmail.com', true],
])('%s looks like a person’s: %s', (address, expected) => {
  expect(looksPersonal(address, SETTINGS)).toBe(expected);
});

test.each([
  ['', 'Tertulis ""'],
  ['kantor@', 'Tertulis "kantor@"'],
  ['Lama.Kantor@contoh.id', 'sudah akun kantor'],
  ['siti.aminah@contoh.id', 'tampak seperti akun pribadi'],
])('%s is refused: %s', (address, words) => {
  expect(addressProblem(address, 'lama.kantor@contoh.id', SETTINGS, false)).toContain(words);
});

test('a person’s address is taken by who insists, an office’s at once', () => {
  expect(addressProblem('siti@contoh.id', 'lama@contoh.id', SETTINGS, true)).toBeUndefined();
  expect(addressProblem('kantor@contoh.id', 'lama@contoh.id', SETTINGS, false)).toBeUndefined();
});

test.each<[string, string, Transfer | undefined, Standing]>([
  ['lama@contoh.id', 'LAMA@contoh.id', begun, 'office'],
  ['baru@contoh.id', 'lama@contoh.id', begun, 'heir'],
  ['kasi@contoh.id', 'lama@contoh.id', begun, 'stranger'],
  ['baru@contoh.id', 'lama@contoh.id', undefined, 'stranger'],
  ['baru@contoh.id', 'baru@contoh.id', taken, 'office'],
  ['lama@contoh.id', 'baru@contoh.id', taken, 'former'],
  ['lama@contoh.id', '', taken, 'former'],
])('%s beside the office %s: %#', (user, office, transfer, expected) => {
  expect(standingOf(user, office, transfer)).toBe(expected);
});

test('what hangs is told: nobody takes up, sharing stands still, files of the old account', () => {
  expect(transferToDos(begun, at + 71 * HOUR)).toEqual([]);
  expect(transferToDos(begun, at + 72 * HOUR).join()).toContain('baru@contoh.id belum menekan Ambil alih');
  const half: Transfer = { ...begun, step: 'sharing' };
  expect(transferToDos(half, at + 72 * HOUR).join()).toContain('pembagian berkas belum selesai');
  expect(transferToDos(taken, at + 900 * HOUR)).toEqual([]);
  expect(transferToDos({ ...taken, left: 3 }, at).join()).toContain('3 berkas masih milik lama@contoh.id');
  expect(transferToDos(undefined, at)).toEqual([]);
});

test('an old account that says nothing for two days runs no more', () => {
  expect(mayStillRun(begun, at)).toBe(false);
  expect(mayStillRun(taken, at + 47 * HOUR)).toBe(true);
  expect(mayStillRun(taken, at + 48 * HOUR)).toBe(false);
  expect(mayStillRun({ ...taken, retired: at + HOUR }, at + 2 * HOUR)).toBe(false);
});
