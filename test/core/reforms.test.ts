import type { VillageMonth } from '../../src/core/book';
import { proposeReformed, reformsOf, reformToDo } from '../../src/core/reformBalances';
import { endedWords, isOver } from '../../src/core/reforms';
import { isUntouched } from '../../src/core/proposal';
import type { OpeningBalance, Settings, Village } from '../../src/core/settings';
import { someSettings, stock } from '../support/villageStory';

const village = (name: string, more: Partial<Village> = {}): Village => ({
  code: `63.11.06.2${name.padStart(3, '0')}`,
  name,
  kind: 'desa',
  ...more,
});
const code = (name: string): string => village(name).code;
const settingsOf = (villages: readonly Village[], openings: readonly OpeningBalance[] = []): Settings =>
  someSettings({ villages, openings });
const balance = (name: string, ...figures: Parameters<typeof stock>): OpeningBalance => ({
  village: code(name),
  period: '2026-07',
  ...stock(...figures),
  source: '',
});

/** What villages had at the end of July, and koreksi saldo that they have in August. */
const monthsOf =
  (
    closings: Record<string, ReturnType<typeof stock>>,
    added: Record<string, ReturnType<typeof stock>> = {},
  ) =>
  ({ name, code: own }: Village, period: string): VillageMonth => {
    const amount = period === '2026-08' ? added[name] : undefined;
    const closing = period === '2026-07' ? closings[name] : undefined;
    return {
      village: own,
      period,
      reports: {},
      unlocks: [],
      ledger: {
        adjustment: amount ?? stock(0, 0, 0),
        adjustments: amount ? [{ id: 'k', at: 0, amount, reason: 'contoh' }] : [],
        judged: true,
        ...(closing ? { closing } : {}),
      },
    };
  };
const only = (settings: Settings) => {
  const [reform] = reformsOf(settings);
  if (reform === undefined) throw new Error('no reform');
  return reform;
};
const toDo = (settings: Settings, months: ReturnType<typeof monthsOf>): string | undefined =>
  reformToDo(settings, only(settings), '2026-08', months);

const merged = [
  village('1', { until: '2026-07' }),
  village('2', { until: '2026-07' }),
  village('3', { from: '2026-08', origins: [code('1'), code('2')] }),
];

test('two villages become a new one: its first balance is their sum, with foreigners', () => {
  const settings = settingsOf(merged);
  const months = monthsOf({ 1: stock(10, 20, 9, [1, 0]), 2: stock(30, 5, 12) });
  const proposal = proposeReformed(settings, only(settings), months);
  expect(proposal).toMatchObject({ village: code('3'), period: '2026-07', stock: stock(40, 25, 21, [1, 0]) });
  expect(proposal?.source).toBe(
    'Usulan dari saldo akhir Juli 2026 Desa 1 dan Desa 2: 41 L, 25 P, 21 KK (WNA 1 L, 0 P)',
  );
  expect(isUntouched(proposal?.source ?? '', stock(40, 25, 21, [1, 0]))).toBe(true);
  expect(isUntouched(proposal?.source ?? '', stock(41, 25, 21))).toBe(false);
  expect(proposeReformed(settings, only(settings), monthsOf({ 1: stock(10, 20, 9) }))).toBeUndefined();
});

test('a balance that does not add up is told with the difference', () => {
  const settings = settingsOf(merged, [balance('3', 41, 25, 21)]);
  const months = monthsOf({ 1: stock(10, 20, 9), 2: stock(30, 5, 12) });
  expect(toDo(settings, months)).toContain(
    'Desa 3 (akhir Juli 2026) berbeda WNI L +1 dari saldo akhir Desa 1',
  );
  expect(toDo(settingsOf(merged, [balance('3', 40, 25, 21)]), months)).toBeUndefined();
});

test('one village takes another in: a koreksi saldo of what that had, until there is one', () => {
  const settings = settingsOf([village('1', { until: '2026-07' }), village('2', { origins: [code('1')] })]);
  expect(only(settings).period).toBe('2026-08');
  const closings = { 1: stock(10, 20, 9), 2: stock(30, 5, 12) };
  expect(toDo(settings, monthsOf(closings))).toBe(
    'Koreksi saldo Agustus 2026 untuk Desa 2 belum dicatat: WNI L +10, WNI P +20, KK +9 ' +
      '(saldo akhir Juli 2026 Desa 1 belum masuk).',
  );
  expect(toDo(settings, monthsOf(closings, { 2: stock(10, 20, 9) }))).toBeUndefined();
  expect(toDo(settings, monthsOf(closings, { 2: stock(10, 2, 9) }))).toContain('belum dicatat');
});

test('a village splits and goes on: what the new one has leaves it', () => {
  const villages = [village('1'), village('2', { from: '2026-08', origins: [code('1')] })];
  const closings = { 1: stock(100, 90, 40) };
  expect(
    proposeReformed(settingsOf(villages), only(settingsOf(villages)), monthsOf(closings)),
  ).toBeUndefined();
  const settings = settingsOf(villages, [balance('2', 30, 20, 10)]);
  expect(toDo(settings, monthsOf(closings))).toContain(
    'untuk Desa 1 belum dicatat: WNI L −30, WNI P −20, KK −10 (warganya sudah dihitung di Desa 2)',
  );
  expect(toDo(settings, monthsOf(closings, { 1: stock(-30, -20, -10) }))).toBeUndefined();
});

test('a village splits in two and ends: the second new one has what is left', () => {
  const villages = [
    village('1', { until: '2026-07' }),
    village('2', { from: '2026-08', origins: [code('1')] }),
    village('3', { from: '2026-08', origins: [code('1')] }),
  ];
  const settings = settingsOf(villages, [balance('2', 30, 20, 10)]);
  const found = proposeReformed(settings, only(settings), monthsOf({ 1: stock(100, 90, 40) }));
  expect(found).toMatchObject({ village: code('3'), stock: stock(70, 70, 30) });
  expect(found?.source).toContain('sesudah dikurangi Desa 2');
  const less = proposeReformed(settings, only(settings), monthsOf({ 1: stock(10, 90, 40) }));
  expect(less?.doubt).toContain('lebih dari saldo akhir');
});

test('an ended village says who reports now, and is over when its last month is locked', () => {
  const settings = settingsOf([
    village('1', { until: '2026-07' }),
    village('2', { origins: [code('1')] }),
    village('3', { until: '2026-07' }),
  ]);
  const [first, second, third] = settings.villages;
  if (!first || !second || !third) throw new Error('three villages');
  expect(endedWords(settings, first)).toBe(
    'Desa 1 tercatat sampai Juli 2026. Sejak Agustus 2026 laporannya dikirim Desa 2.',
  );
  expect(endedWords(settings, second)).toBe('');
  expect(endedWords(settings, third)).toContain('tidak ada lagi yang dilaporkan');
  expect(isOver(settings, first, '2026-08-20')).toBe(false);
  expect(isOver(settings, first, '2026-08-21')).toBe(true);
});
