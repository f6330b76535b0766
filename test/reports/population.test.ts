import { checkRules } from '../../src/core/check';
import type { Finding, RuleContext, Value } from '../../src/core/report';
import { population } from '../../src/reports/population';

const quiet: Readonly<Record<string, Value>> = {
  birthsMale: 0,
  birthsFemale: 0,
  deathsMale: 0,
  deathsFemale: 0,
  arrivalsMale: 0,
  arrivalsFemale: 0,
  departuresMale: 0,
  departuresFemale: 0,
  householdsClosing: 351,
  householdsNew: null,
  householdsLost: null,
  closingMale: 610,
  closingFemale: 592,
  differenceReason: null,
  notes: null,
  foreignerChanges: 'Tidak',
};
const opening = {
  citizensMale: 610,
  citizensFemale: 592,
  foreignersMale: 0,
  foreignersFemale: 0,
  households: 351,
};
const context: RuleContext = {
  period: '2026-07',
  sentOn: '2026-08-03',
  kind: 'desa',
  opening,
  previous: undefined,
  earlier: [],
  activeMembers: undefined,
  known: undefined,
  neighbourhoods: [],
  member: { active: undefined, leaders: [] },
  sameMonth: {},
};

function findings(values: Record<string, Value>, more: Partial<RuleContext> = {}): readonly Finding[] {
  return checkRules(population, { ...quiet, ...values }, [], { ...context, ...more });
}
const told = (found: readonly Finding[]): string[] => found.map((one) => `${one.severity} ${one.rule}`);

test('a month in which nothing happened breaks no rule', () => {
  expect(findings({})).toEqual([]);
});

test('the control total tells the arithmetic', () => {
  const [one, ...rest] = findings({
    birthsMale: 3,
    arrivalsMale: 2,
    deathsMale: 1,
    departuresMale: 2,
    closingMale: 640,
  });
  expect(rest).toEqual([]);
  expect(one).toMatchObject({
    rule: 'population.controlTotalMale',
    severity: 'error',
    question: 'closingMale',
    sent: '640',
    expected: '612',
  });
  expect(one?.message).toBe(
    'Tertulis 640, hitungan kami 612: 610 (awal bulan) + 3 lahir + 2 datang − 1 meninggal − 2 pindah = 612. ' +
      'Mohon periksa angka lahir, meninggal, datang, dan pindah, lalu kirim ulang. Bila memang berbeda karena ' +
      'pencocokan data, pilih Alasan selisih di laporan yang sama.',
  );
});

test.each([
  ['a reason makes a difference legitimate', { closingMale: 640, differenceReason: 'Lainnya' }, {}, []],
  ['without an opening the control total is not judged', { closingMale: 640 }, { opening: undefined }, []],
  [
    'foreigners count in the control total',
    { foreignerChanges: 'Ya', foreignArrivalsMale: 2, closingMale: 612 },
    {},
    [],
  ],
  [
    'deaths above the opening',
    { deathsMale: 611, closingMale: 0 },
    {},
    ['error population.deathsMaleAboveOpening', 'error population.controlTotalMale'],
  ],
  [
    'fewer than nobody left',
    { departuresFemale: 593, closingFemale: 0 },
    {},
    ['error population.departuresFemaleAboveStock', 'error population.controlTotalFemale'],
  ],
  [
    'foreigners that are not there cannot die',
    { foreignDeathsMale: 1, closingMale: 609 },
    {},
    ['error population.foreignDeathsMaleAboveOpening'],
  ],
  [
    '300 births in a village of 1,202',
    { birthsMale: 300, closingMale: 910 },
    {},
    ['warning population.birthsMaleMany'],
  ],
  ['births up to 1 % of the people, 10 at least', { birthsMale: 12, closingMale: 622 }, {}, []],
  ['13 are more than 1 %', { birthsMale: 13, closingMale: 623 }, {}, ['warning population.birthsMaleMany']],
  [
    'arrivals above 5 %',
    { arrivalsFemale: 61, closingFemale: 653 },
    {},
    ['warning population.arrivalsFemaleMany'],
  ],
  [
    'more KK than people',
    { householdsClosing: 1203 },
    {},
    ['error population.householdsAbovePeople', 'warning population.householdsChanged'],
  ],
  ['no KK with people', { householdsClosing: 0 }, {}, ['error population.householdsNone']],
  [
    'KK changed by more than a tenth',
    { householdsClosing: 387 },
    {},
    ['warning population.householdsChanged'],
  ],
  ['KK changed by a tenth', { householdsClosing: 386 }, {}, []],
  [
    'KK new and lost do not add up',
    { householdsNew: 2, householdsClosing: 352 },
    {},
    ['warning population.householdsBalance'],
  ],
  ['KK new and lost add up', { householdsNew: 2, householdsLost: 1, householdsClosing: 352 }, {}, []],
  [
    'men and women swapped',
    { closingMale: 592, closingFemale: 610 },
    {},
    [
      'error population.controlTotalMale',
      'error population.controlTotalFemale',
      'warning population.sexesSwapped',
    ],
  ],
  [
    'the same changes as last month',
    { birthsMale: 1, closingMale: 611 },
    { previous: { ...quiet, birthsMale: 1 } },
    ['warning population.sameAsLastMonth'],
  ],
  ['nothing twice is not a copy', {}, { previous: quiet, earlier: [quiet] }, []],
  [
    'nothing for three months',
    {},
    { previous: quiet, earlier: [quiet, quiet] },
    ['warning population.quietThreeMonths'],
  ],
])('%s', (_what, values: Record<string, Value>, more: Partial<RuleContext>, expected: string[]) => {
  expect(told(findings(values, more)).sort()).toEqual([...expected].sort());
});
