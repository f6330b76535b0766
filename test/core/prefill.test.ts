import { HEAD } from '../../src/core/head';
import {
  correctionLink,
  latestVersion,
  oldestOwed,
  reportLink,
  tooLongEncoded,
} from '../../src/core/prefill';
import { CATALOGUE } from '../../src/reports/index';
import { activity, at, BALANG, contextAt, lampid, month, strength, version } from '../support/drawings';

const context = contextAt(at('08-04'));
const type = (id: string): (typeof CATALOGUE)[number] => {
  const found = CATALOGUE.find((one) => one.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};

/** Answers of a link by question id, head questions by their own names. */
function answers(link: string, id: string): Record<string, string> {
  const query = new URL(link).searchParams;
  const entries = context.addresses[BALANG]?.entries ?? {};
  return Object.fromEntries(
    Object.entries(entries)
      .filter(([key]) => !key.includes('.') || key.startsWith(`${id}.`))
      .flatMap(([key, entry]) => {
        const values = query.getAll(`entry.${entry}`);
        return values.length === 0 ? [] : [[key.replace(`${id}.`, ''), values.join('; ')]];
      }),
  );
}

describe('the link of a report', () => {
  it('brings the month, the name and the stocks along, nothing else', () => {
    const last = version('readiness', at('07-03'), strength(10, 2, 3, 2, { disturbances: 'Tidak ada' }));
    expect(answers(reportLink(context, BALANG, 'readiness', '2026-07', last), 'readiness')).toEqual({
      [HEAD.reportType]: 'Rekap Linmas',
      period: 'Juli 2026',
      reporter: 'Aminah',
      activeMale: '10',
      activeFemale: '2',
      registeredSim: '5',
      withCard: '4',
      trained: '3',
      posts: '3',
      activePosts: '2',
    });
  });

  it('of an activity names no month', () => {
    expect(answers(reportLink(context, BALANG, 'activities', undefined, undefined), 'activities')).toEqual({
      [HEAD.reportType]: 'Kegiatan',
      period: 'bukan laporan bulanan',
    });
  });

  it('is empty while the form is not ready', () => {
    const bare = { ...context, addresses: {} };
    expect(reportLink(bare, BALANG, 'readiness', '2026-07', undefined)).toBe('');
  });
});

describe('Perbaiki', () => {
  it('brings everything that was sent but the control questions', () => {
    const sent = version(
      'population',
      at('08-03'),
      lampid([3, 0], [1, 0], [2, 0], [2, 0], 351, {
        closingMale: 640,
        closingFemale: 590,
        differenceReason: 'Lainnya',
        notes: 'Lahir & datang: 5 = "benar" +1?',
      }),
    );
    const link = correctionLink(context, BALANG, sent, '2026-07');
    const found = answers(link, 'population');
    const control = type('population').questions.filter((question) => question.control === true);
    expect(control.map((question) => question.id)).toEqual([
      'closingMale',
      'closingFemale',
      'differenceReason',
    ]);
    for (const question of control) expect(found).not.toHaveProperty(question.id);
    expect(found).toMatchObject({
      period: 'Juli 2026',
      birthsMale: '3',
      deathsFemale: '0',
      householdsClosing: '351',
    });
    expect(found['notes']).toBe('Lahir & datang: 5 = "benar" +1?');
    expect(link).not.toMatch(/[ "<>]/);
  });

  it('of an activity names the report that it corrects, and each squad', () => {
    const sent = version(
      'activities',
      at('07-21'),
      activity('Patroli', '2026-07-20', 4, { squads: ['Pengamanan', 'Dapur Umum'], startTime: '22:00' }),
    );
    expect(answers(correctionLink(context, BALANG, sent, '2026-07'), 'activities')).toMatchObject({
      period: 'bukan laporan bulanan',
      corrects: sent.number,
      squads: 'Pengamanan; Dapur Umum',
      date: '2026-07-20',
      startTime: '22:00',
    });
  });
});

describe('the oldest owed month', () => {
  const accepted = month(BALANG, {
    reports: { readiness: [version('readiness', at('08-03'), strength(1, 1, 1, 1))] },
  });
  it.each<[string, string, readonly (typeof accepted)[], string | undefined]>([
    ['the month past', '08-03', [], '2026-07'],
    ['none where it is accepted', '08-03', [accepted], undefined],
    ['the running month from the interim day on', '08-25', [accepted], '2026-08'],
    ['no locked month', '08-22', [], undefined],
    [
      'a locked month that was opened',
      '08-22',
      [month(BALANG, { unlocks: [{ id: 'k1', at: at('08-21'), until: at('08-23'), reason: '' }] })],
      '2026-07',
    ],
    ['nothing before the first month', '07-10', [], undefined],
  ])('%s', (_case, day, months, expected) => {
    expect(oldestOwed(contextAt(at(day)), BALANG, 'readiness', months)).toBe(expected);
  });
});

it('takes stocks from the newest month that has a counted report', () => {
  const [june, july] = [
    version('readiness', at('07-03'), strength(9, 1, 1, 1)),
    version('readiness', at('08-03'), {}),
  ];
  const months = [
    month(BALANG, { reports: { readiness: [{ ...july, state: 'toCorrect' }] } }),
    month(BALANG, { period: '2026-06', reports: { readiness: [june] } }),
  ];
  expect(latestVersion(months, 'readiness')?.id).toBe(june.id);
});

it('measures a text as it stands in an address', () => {
  expect(tooLongEncoded('a'.repeat(2000))).toBe(false);
  expect(tooLongEncoded('é'.repeat(400))).toBe(true);
});
