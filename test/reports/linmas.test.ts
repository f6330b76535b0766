import { checkRules } from '../../src/core/check';
import type { Finding, ReportType, RuleContext, Value } from '../../src/core/report';
import { activities } from '../../src/reports/activities';
import { readiness } from '../../src/reports/readiness';

const context: RuleContext = {
  period: '2026-07',
  sentOn: '2026-08-03',
  kind: 'desa',
  opening: undefined,
  previous: undefined,
  earlier: [],
  activeMembers: 12,
  known: undefined,
  neighbourhoods: [],
  member: { active: undefined, leaders: [] },
  sameMonth: {},
};
const patrol: Readonly<Record<string, Value>> = {
  kind: 'Siskamling/ronda',
  performedBy: 'Linmas',
  times: null,
  description: 'Ronda malam bergilir, aman.',
  date: '2026-07-31',
  startTime: '22:00',
  endTime: '04:00',
  location: 'Poskamling RT 001',
  squads: null,
  personnel: 8,
  leader: 'Contoh Danru',
  partners: null,
  photo: 'Tidak ada',
  photoUrl: null,
  corrects: null,
  notes: null,
  incident: 'Tidak',
};
const strength: Readonly<Record<string, Value>> = {
  anyActivity: 'Ya',
  unsentActivities: null,
  activeMale: 10,
  activeFemale: 2,
  registeredSim: 12,
  withCard: 6,
  trained: 4,
  posts: 5,
  activePosts: 4,
  flashlights: null,
  batons: null,
  radios: null,
  uniforms: null,
  disturbances: null,
  notes: null,
};

function told(
  type: ReportType,
  record: Readonly<Record<string, Value>>,
  more: Partial<RuleContext>,
): string[] {
  const found: readonly Finding[] = checkRules(type, record, [], { ...context, ...more });
  return found.map((one) => `${one.severity} ${one.rule.split('.')[1] ?? ''}`);
}

test.each([
  ['a night patrol past midnight', {}, {}, []],
  ['17 hours', { startTime: '05:00', endTime: '22:00' }, {}, ['warning longActivity']],
  ['16 hours', { startTime: '06:00', endTime: '22:00' }, {}, []],
  ['no end: hours are not counted', { endTime: null }, {}, ['information hoursNotCounted']],
  ['200 of 12 members', { personnel: 200 }, {}, ['warning personnelAboveMembers']],
  ['what the RT does alone is not measured by Linmas', { personnel: 200, performedBy: 'RT' }, {}, []],
  ['members not known', { personnel: 200 }, { activeMembers: undefined }, []],
  ['a link was promised', { photo: 'Tautan' }, {}, ['warning photoLinkMissing']],
  [
    'the recap says Nihil',
    {},
    { sameMonth: { readiness: [{ ...strength, anyActivity: 'Nihil' }] } },
    ['warning nihilReported'],
  ],
])(
  'activities: %s',
  (_what, values: Record<string, Value>, more: Partial<RuleContext>, expected: string[]) => {
    expect(told(activities, { ...patrol, ...values }, more)).toEqual(expected);
  },
);

test.each([
  ['all in order', {}, {}, []],
  ['fewer than ten', { activeMale: 7, registeredSim: 9 }, {}, ['warning fewMembers']],
  ['six more than before', {}, { previous: { activeMale: 4, activeFemale: 2 } }, ['warning membersChanged']],
  ['five more than before', {}, { previous: { activeMale: 5, activeFemale: 2 } }, []],
  ['more trained than active', { trained: 13 }, {}, ['error trainedAboveActive']],
  ['more in SIM Linmas than active', { registeredSim: 13 }, {}, ['error registeredSimAboveActive']],
  ['more with a card than active', { withCard: 13 }, {}, ['error withCardAboveActive']],
  ['more active posts than posts', { activePosts: 6 }, {}, ['error activePostsAbovePosts']],
  ['Nihil with unsent ones', { anyActivity: 'Nihil', unsentActivities: 2 }, {}, ['warning nihilWithUnsent']],
  [
    'Nihil with reports',
    { anyActivity: 'Nihil' },
    { sameMonth: { activities: [patrol] } },
    ['warning nihilWithActivities'],
  ],
])(
  'readiness: %s',
  (_what, values: Record<string, Value>, more: Partial<RuleContext>, expected: string[]) => {
    expect(told(readiness, { ...strength, ...values }, more)).toEqual(expected);
  },
);
