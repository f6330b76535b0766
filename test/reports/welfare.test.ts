import { checkRules } from '../../src/core/check';
import type { ReportType, RuleContext, Value } from '../../src/core/report';
import { neighbourhoods } from '../../src/reports/neighbourhoods';
import { welfare } from '../../src/reports/welfare';

type Values = Readonly<Record<string, Value>>;

const context: RuleContext = {
  period: '2026-09',
  sentOn: '2026-10-02',
  kind: 'desa',
  opening: undefined,
  previous: undefined,
  earlier: [],
  activeMembers: undefined,
  known: { period: '2026-09', people: 1204, households: 351 },
  neighbourhoods: [],
  member: { active: undefined, leaders: [] },
  sameMonth: {},
};
const plain: Values = {
  poorHouseholds: 60,
  decile12: 40,
  decile34: null,
  decile5: null,
  family: 35,
  food: 48,
  health: 500,
  village: 20,
  recipientsDied: 0,
  recipientsMoved: 0,
  recipientsAble: 0,
  proposals: 0,
  jobsLost: 0,
  notes: null,
};
const line = (rt: string, more = 'KK 45, L 80, P 77'): string =>
  `RT ${rt}: ${more}, lahir 1, meninggal 0, datang 0, pindah 0, ronda 4`;
const units: Values = {
  lines: [line('001'), line('002')].join('\n'),
  events: null,
  communalWork: 1,
  notes: null,
};
const twoUnits = { period: '2026-09', people: 314, households: 90 };

const told = (type: ReportType, record: Values, more: Partial<RuleContext>): string[] =>
  checkRules(type, record, [], { ...context, ...more }).map(
    (one) => `${one.severity} ${one.rule.split('.')[1] ?? ''}`,
  );

test.each<[string, Values, Partial<RuleContext>, string[]]>([
  ['everything fits', {}, {}, []],
  ['as many as there are', { poorHouseholds: 351, family: 351, health: 1204 }, {}, []],
  ['one household more', { poorHouseholds: 352 }, {}, ['error poorHouseholdsAbovePopulation']],
  ['PKH above the households', { family: 400 }, {}, ['error familyAbovePopulation']],
  ['Sembako above the households', { food: 400 }, {}, ['error foodAbovePopulation']],
  ['PBI is measured by people', { health: 1205 }, {}, ['error healthAbovePopulation']],
  ['BLT above the households', { village: 352 }, {}, ['error villageAbovePopulation']],
  ['a kelurahan has no BLT', { village: null }, { kind: 'kelurahan' }, []],
  ['deciles together', { decile12: 200, decile34: 100, decile5: 52 }, {}, ['error decilesAbovePopulation']],
  ['deciles that fit exactly', { decile12: 200, decile34: 100, decile5: 51 }, {}, []],
  [
    'no population has come: nothing is an error',
    { family: 9000, decile12: 9000 },
    { known: undefined },
    ['information notChecked'],
  ],
  [
    'a third more than before',
    { family: 50 },
    { previous: { ...plain, family: 35 } },
    ['warning familyChanged'],
  ],
  ['a few more than before', { family: 40 }, { previous: { ...plain, family: 35 } }, []],
])('welfare: %s', (_what, values, more, expected) => {
  expect(told(welfare, { ...plain, ...values }, more)).toEqual(expected);
});

test('welfare: what is above says what was sent, the limit and its month', () => {
  const [found] = checkRules(welfare, { ...plain, family: 1400 }, [], context);
  expect(found?.message).toBe(
    'Tertulis 1.400, padahal KK akhir September 2026 351. Mohon periksa, lalu kirim ulang.',
  );
});

test.each<[string, Values, Partial<RuleContext>, string[]]>([
  ['nothing is listed, nothing to compare', {}, {}, []],
  ['all of the registry', {}, { neighbourhoods: ['001', '002'] }, []],
  ['one is missing', {}, { neighbourhoods: ['001', '002', '003'] }, ['warning unitsMissing']],
  ['one is not listed', {}, { neighbourhoods: ['001'] }, ['warning unitsUnknown']],
  ['the sum is that of the month', {}, { known: twoUnits, sameMonth: { population: [{}] } }, []],
  [
    'the sum differs',
    {},
    { known: { ...twoUnits, people: 320 }, sameMonth: { population: [{}] } },
    ['warning peopleDiffer'],
  ],
  [
    'the population of an older month is no measure',
    {},
    { known: { ...twoUnits, period: '2026-08', people: 320 }, sameMonth: { population: [{}] } },
    [],
  ],
  ['the same as before', {}, { previous: units }, ['information sameAsLastMonth']],
])('neighbourhoods: %s', (_what, values, more, expected) => {
  expect(told(neighbourhoods, { ...units, ...values }, more)).toEqual(expected);
});

test('neighbourhoods: the missing are named', () => {
  const [found] = checkRules(neighbourhoods, units, [], {
    ...context,
    neighbourhoods: ['001', '002', '003', '004/002'],
  });
  expect(found?.message).toBe(
    'Belum ada RT 003, RT 004/RW 002. Laporan tetap dihitung. Bila sudah ada, mohon kirim ulang dengan semua RT.',
  );
});
