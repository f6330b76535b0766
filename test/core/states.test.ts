import type { Decision, StateId, Submission } from '../../src/core/book';
import {
  decisionProblem,
  MARKS,
  mayDecide,
  STATE_ORDER,
  STATES,
  stateText,
  TRANSITIONS,
} from '../../src/core/states';
import {
  at,
  BALANG,
  decision,
  envOf,
  KASI,
  report,
  someSettings,
  VillageStory,
} from '../support/villageStory';

const july = (more = {}, day = '2026-08-03', submission = {}) =>
  report('population', '2026-07', at(day), more, submission);
const lastState = (facts: readonly (Submission | Decision)[], story = new VillageStory()): string => {
  for (const fact of facts) story.arrive(fact);
  const last = facts[facts.length - 1];
  return last ? story.state(last) : '';
};

describe('the first state that applies', () => {
  const stranger = { sender: 'siapa@example.id' };

  test.each<[string, string, ReturnType<typeof july>]>([
    [
      'a question nobody knows',
      'quarantined',
      july({}, '2026-08-03', { unknown: ['Pertanyaan baru'], ...stranger }),
    ],
    ['a choice nobody knows', 'quarantined', july({ foreignerChanges: 'Entah' })],
    [
      'an unknown sender, however wrong the answers',
      'senderUnknown',
      july({ birthsMale: 'dua' }, '2026-08-03', stranger),
    ],
    ['no address', 'senderUnknown', july({}, '2026-08-03', { sender: '' })],
    ['wrong answers, however late', 'toCorrect', july({ birthsMale: 'dua' }, '2026-09-25')],
    ['a month before go-live', 'beforeGoLive', report('population', '2026-06', at('2026-08-03'), {}, {})],
    ['after the lock day', 'awaitingUnlock', july({}, '2026-08-21')],
    ['on time', 'accepted', july()],
    [
      'the running month before the interim day',
      'toCorrect',
      report('population', '2026-08', at('2026-08-24')),
    ],
    [
      'the running month from the interim day',
      'accepted interim awaitingPreviousMonth',
      report('population', '2026-08', at('2026-08-25')),
    ],
    ['a month to come', 'toCorrect', report('population', '2026-09', at('2026-08-25'))],
    ['a typed address', 'accepted addressNotVerified', july({}, '2026-08-03', { proof: 'typed' })],
  ])('%s: %s', (_what, state, submission) => {
    expect(lastState([submission])).toBe(state);
  });

  test('somebody of the office counts, marked; the note says where the figures come from', () => {
    expect(lastState([july({}, '2026-08-03', { sender: KASI })])).toBe('toCorrect byReviewer');
    expect(lastState([july({ notes: 'foto WA' }, '2026-08-03', { sender: KASI })])).toBe(
      'accepted byReviewer',
    );
  });

  test('an operator counts within the days of validity, and for each village that lists the mailbox', () => {
    const operators = [
      {
        village: BALANG,
        name: 'Contoh',
        email: 'Baru@Example.id',
        whatsapp: '',
        from: '2026-08-02',
        until: '2026-08-03',
      },
    ];
    const story = () => new VillageStory(envOf([{ at: 0, settings: someSettings({ operators }) }]));
    const sender = { sender: 'baru@example.id' };
    expect(lastState([july({}, '2026-08-01', sender)], story())).toBe('senderUnknown');
    expect(lastState([july({}, '2026-08-03', sender)], story())).toBe('accepted');
    expect(lastState([july({}, '2026-08-04', sender)], story())).toBe('senderUnknown');
  });

  test('a report that is switched off, or a village that is not there, is held', () => {
    const off = envOf([{ at: 0, settings: someSettings({ reportTypes: ['activities'] }) }]);
    expect(lastState([july()], new VillageStory(off))).toBe('quarantined');
    const gone = envOf([
      {
        at: 0,
        settings: someSettings({
          villages: [{ code: BALANG, name: 'Balang', kind: 'desa', until: '2026-06' }],
        }),
      },
    ]);
    expect(lastState([july()], new VillageStory(gone))).toBe('beforeGoLive');
  });

  test('what has the month of its sending is taken from a village that has ended until its last month is locked', () => {
    const villages = [{ code: BALANG, name: 'Balang', kind: 'desa', until: '2026-07' } as const];
    const asks = (day: string): string => {
      const settings = someSettings({ villages, reportTypes: ['population', 'activities', 'questions'] });
      const question = { topic: 'Lainnya', question: 'Bagaimana sesudah digabung?' };
      const sent = report('questions', undefined, at(day), question);
      return lastState([sent], new VillageStory(envOf([{ at: 0, settings }])));
    };
    expect([asks('2026-08-20'), asks('2026-08-21')]).toEqual(['accepted', 'beforeGoLive']);
    const ended = envOf([{ at: 0, settings: someSettings({ villages }) }]);
    const patrol = report('activities', undefined, at('2026-08-10'), { date: '2026-08-09' });
    expect(lastState([patrol], new VillageStory(ended))).toBe('beforeGoLive');
    const told = new VillageStory(ended);
    told.arrive(patrol);
    expect(JSON.stringify(told.book().months['2026-08'])).toContain('Desa Balang tercatat sampai Juli 2026.');
  });

  test('before go-live a question and a member are taken as sent, a happening waits with words of its own', () => {
    const early = (type: 'questions' | 'activities' | 'members', answers = {}): [string, string] => {
      const settings = someSettings({ reportTypes: ['population', 'activities', 'questions', 'members'] });
      const story = new VillageStory(envOf([{ at: 0, settings }]));
      const sent = report(type, undefined, at('2026-06-20'), answers);
      story.arrive(sent);
      return [story.state(sent), story.version(sent).findings.at(-1)?.message ?? ''];
    };
    expect(early('questions', { topic: 'Lainnya', question: 'Mulai kapan?' })[0]).toBe('accepted');
    expect(early('members')[1]).not.toContain('mulai');
    const [state, words] = early('activities', { date: '2026-06-19' });
    expect([state, words]).toEqual([
      'beforeGoLive',
      expect.stringContaining('Tanggalnya dalam Juni 2026, sebelum pencatatan mulai berlaku (Juli 2026).'),
    ]);
  });

  test('reports of one second have numbers of their own, in the order of sending, however they came', () => {
    const asks = (time: string) =>
      report('questions', undefined, at('2026-08-03', time), { topic: 'Lainnya', question: time });
    const sent = ['09:14:02', '09:14:02', '09:14:02', '09:14:03'].map(asks);
    const settings = someSettings({ reportTypes: ['population', 'questions'] });
    const [together, apart] = [0, 1].map(() => new VillageStory(envOf([{ at: 0, settings }])));
    together?.arrive(...sent);
    for (const one of [...sent].reverse()) apart?.arrive(one);
    const numbers = (story = together) => sent.map((one) => story?.version(one).number);
    const first = '2005-260803-091402';
    expect(numbers()).toEqual([first, `${first}-2`, `${first}-3`, '2005-260803-091403']);
    expect(numbers(apart)).toEqual(numbers());
    expect(apart?.book().head).toEqual(together?.book().head);
  });

  test('each response is judged by the settings of its own time', () => {
    const env = envOf([
      { at: 0, settings: someSettings() },
      { at: at('2026-08-10'), settings: someSettings({ operators: [] }) },
    ]);
    const story = new VillageStory(env);
    const [early, late] = [july({}, '2026-08-09'), july({}, '2026-08-11')];
    story.arrive(late);
    story.arrive(early);
    expect([story.state(early), story.state(late)]).toEqual(['accepted', 'senderUnknown']);
  });
});

describe('decisions', () => {
  const about = (action: Parameters<typeof decision>[0], id: string, day: string) =>
    decision(action, at(day), { period: '2026-07', responseId: id });

  test('a release passes one hold and is judged again from the top, by the time and settings of the release', () => {
    const story = new VillageStory();
    const sent = july({}, '2026-08-03', { sender: 'siapa@example.id' });
    story.arrive(sent);
    story.arrive(about('release', sent.id, '2026-08-25'));
    expect(story.state(sent)).toBe('awaitingUnlock');
    story.arrive(about('release', sent.id, '2026-08-26'));
    expect(story.version(sent)).toMatchObject({
      state: 'accepted',
      qualified: true,
      before: ['senderUnknown', 'awaitingUnlock'],
    });
    story.arrive(about('cancel', sent.id, '2026-08-27'));
    story.arrive(about('cancel', sent.id, '2026-08-28'));
    expect(story.version(sent)).toMatchObject({ state: 'senderUnknown', qualified: false });
    expect(story.ledger('2026-07')).toBeUndefined();
  });

  test('what was wrong stays wrong after a release', () => {
    const story = new VillageStory();
    const sent = july({ birthsMale: 'dua' }, '2026-08-03', { sender: 'siapa@example.id' });
    story.arrive(sent);
    story.arrive(about('release', sent.id, '2026-08-04'));
    expect(story.state(sent)).toBe('toCorrect');
  });

  test('return keeps the punctuality, refusal takes it away, both can be undone', () => {
    const story = new VillageStory();
    const sent = july();
    story.arrive(sent);
    story.arrive(about('return', sent.id, '2026-08-04'));
    expect(story.version(sent)).toMatchObject({ state: 'toCorrect', qualified: true });
    story.arrive(about('cancel', sent.id, '2026-08-05'));
    story.arrive(about('reject', sent.id, '2026-08-06'));
    expect(story.version(sent)).toMatchObject({ state: 'rejected', qualified: false });
    story.arrive(about('cancel', sent.id, '2026-08-07'));
    expect(story.version(sent)).toMatchObject({ state: 'accepted', qualified: true });
  });

  test('a decision that means nothing for the state has no effect', () => {
    const story = new VillageStory();
    const sent = july({ birthsMale: 'dua' });
    story.arrive(sent);
    story.arrive(about('approve', sent.id, '2026-08-04'));
    story.arrive(about('release', sent.id, '2026-08-05'));
    expect(story.version(sent).state).toBe('toCorrect');
    expect(decisionProblem(story.version(sent), 'approve', '')).toMatch(/Perlu Perbaikan/);
    expect(decisionProblem(story.version(sent), 'cancel', '')).toMatch(/Belum ada tindakan/);
  });

  test('refusing and returning ask for a reason', () => {
    const story = new VillageStory();
    const sent = july();
    story.arrive(sent);
    expect(decisionProblem(story.version(sent), 'reject', ' ')).toMatch(/Alasan/);
    expect(decisionProblem(story.version(sent), 'reject', 'data desa lain')).toBeUndefined();
    expect(mayDecide(story.version(sent), 'approve')).toBe(true);
  });

  test('opening a month judges what waited for it, and lets reports in until its end', () => {
    const story = new VillageStory();
    const [waiting, wrong] = [july({}, '2026-08-21'), july({ closingMale: 700 }, '2026-08-22')];
    story.arrive(waiting, wrong);
    const changes = story.arrive(
      decision('unlock', at('2026-08-23'), { period: '2026-07', until: at('2026-08-24', '23:59:59') }),
    );
    expect(changes).toMatchObject([
      { id: waiting.id, from: 'awaitingUnlock', to: 'accepted', cause: 'unlock' },
    ]);
    const [within, after] = [july({ birthsMale: 1, closingMale: 611 }, '2026-08-24'), july({}, '2026-08-25')];
    story.arrive(within, after);
    expect([story.state(within), story.state(after)]).toEqual(['accepted', 'awaitingUnlock']);
  });

  test('a stray has no month: it is kept, and can be refused', () => {
    const story = new VillageStory();
    const sent = { ...july(), answers: { report: 'Laporan lama', period: 'Juli 2026' } };
    story.arrive(sent);
    expect(story.version(sent)).toMatchObject({ state: 'quarantined', type: '', named: 'Juli 2026' });
    story.arrive(decision('reject', at('2026-08-04'), { responseId: sent.id }));
    expect(story.version(sent).state).toBe('rejected');
    expect(story.book().head.strays).toHaveLength(1);
  });
});

test('every state has its words, every mark too; transitions name known states', () => {
  const ids = Object.keys(STATES) as StateId[];
  expect(STATE_ORDER.every((id) => ids.includes(id))).toBe(true);
  for (const { label, operator, office } of Object.values(STATES))
    expect([label, operator, office].every((text) => text.length > 4)).toBe(true);
  for (const transition of TRANSITIONS) expect(transition.from.every((id) => ids.includes(id))).toBe(true);
  expect(stateText('accepted', ['interim', 'awaitingOpening'])).toBe(
    'Diterima (sementara, menunggu saldo awal)',
  );
  expect(Object.keys(MARKS)).toHaveLength(9);
});
