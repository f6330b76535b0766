import { FormApp } from '../../local/services/forms/formApp';
import { checkAnswers, pagesOf, prefill, submitResponse } from '../../local/services/forms/submit';
import type { Switches } from '../../local/services/runtime';
import { enumValue } from '../../local/services/served';
import type { FormState } from '../../local/state/form';
import { localRuntime, type LocalRuntime } from '../support/localRuntime';

const OWNER = 'owner@example.com';
const SUBMIT = enumValue('Forms.PageNavigationType', 'SUBMIT') as never;
const RESTART = enumValue('Forms.PageNavigationType', 'RESTART') as never;
type GForm = GoogleAppsScript.Forms.Form;

interface Built {
  runtime: LocalRuntime;
  form: GForm;
  state: FormState;
  app: FormApp;
  /** `entry.N` of the item with that title; of a grid, of one of its rows. */
  entry(title: string, row?: number): string;
}

function build(switches: Partial<Switches> = {}): Built {
  const runtime = localRuntime({ switches });
  const app = new FormApp(runtime);
  const form = app.create('Laporan', true);
  const state = runtime.store.get('form', form.getId());
  if (!state) throw new Error('no form');
  const entry = (title: string, row = 0): string =>
    `entry.${state.items.find((item) => item.title === title)?.entryIds[row]}`;
  return { runtime, form, state, app, entry };
}

function openToAll({ runtime, form }: Built): void {
  const file = runtime.store.get('file', form.getId());
  if (file) file.publishedReaders = ['*'];
}

const errorsOf = ({ runtime, state }: Built, entries: Record<string, string | string[]>): string[] =>
  checkAnswers(runtime, state, { person: OWNER, entries }).errors.map((error) => error.message);

describe('who may answer (google.md section 3)', () => {
  const published = (form: GForm): unknown => form.setPublished(true);
  const verified = enumValue('Forms.EmailCollectionType', 'VERIFIED') as never;
  const cases: [string, (built: Built) => unknown, string, RegExp | undefined][] = [
    ['the owner', ({ form }) => published(form), OWNER, undefined],
    ['a stranger', ({ form }) => published(form), 'x@example.com', /permission/],
    ['nobody signed in', ({ form }) => published(form), '', /Sign in/],
    ['a responder', ({ form }) => form.addPublishedReader('x@example.com'), 'x@example.com', undefined],
    [
      'a responder in other letters',
      ({ form }) => form.addPublishedReader('x@example.com'),
      'X@Example.com',
      undefined,
    ],
    ['an unpublished form', ({ form }) => form.setPublished(false), OWNER, /not published/],
    ['a closed form', ({ form }) => form.setAcceptingResponses(false), OWNER, /no longer accepting/],
    [
      'a closed form with its own words',
      ({ form }) => form.setAcceptingResponses(false).setCustomClosedFormMessage('Tutup.'),
      OWNER,
      /^Tutup\.$/,
    ],
    ['anyone with the link', (built) => openToAll(built), '', undefined],
    [
      'anyone, but verified addresses are collected',
      (built) => {
        openToAll(built);
        built.form.setEmailCollectionType(verified);
      },
      '',
      /Sign in/,
    ],
  ];
  test.each(cases)('%s', (_, prepare, person, refused) => {
    const built = build();
    prepare(built);
    const result = checkAnswers(built.runtime, built.state, { person, entries: {} });
    if (refused) expect(result.refused).toMatch(refused);
    else expect(result.refused).toBeUndefined();
  });

  test('a legacy form is open to all', () => {
    const built = build({ responderPermissions: false });
    expect(checkAnswers(built.runtime, built.state, { person: '', entries: {} }).refused).toBeUndefined();
  });

  test('one response a person', () => {
    const built = build();
    built.form.setLimitOneResponsePerUser(true);
    submitResponse(built.runtime, built.state, { person: OWNER, entries: {} });
    const again = checkAnswers(built.runtime, built.state, { person: OWNER, entries: {} });
    expect(again.refused).toMatch(/only once/);
  });
});

describe('rules of texts (google.md section 3)', () => {
  type Rule = (app: FormApp) => GoogleAppsScript.Forms.TextValidationBuilder;
  const text = (app: FormApp): GoogleAppsScript.Forms.TextValidationBuilder => app.createTextValidation();
  const cases: [string, Rule, string[], string[]][] = [
    ['number', (app) => text(app).requireNumber(), ['1', '-2.5', '007'], ['x', '1,5', '1 2']],
    ['whole number', (app) => text(app).requireWholeNumber(), ['0', '12'], ['1.5', 'dua']],
    ['between', (app) => text(app).requireNumberBetween(0, 9), ['0', '9'], ['10', '-1', 'x']],
    ['not between', (app) => text(app).requireNumberNotBetween(0, 9), ['10', '-1'], ['0', '5']],
    ['greater than', (app) => text(app).requireNumberGreaterThan(3), ['4'], ['3', '']],
    ['at least', (app) => text(app).requireNumberGreaterThanOrEqualTo(3), ['3'], ['2']],
    ['less than', (app) => text(app).requireNumberLessThan(3), ['2'], ['3']],
    ['at most', (app) => text(app).requireNumberLessThanOrEqualTo(3), ['3'], ['4']],
    ['equal', (app) => text(app).requireNumberEqualTo(3), ['3', '3.0'], ['4']],
    ['not equal', (app) => text(app).requireNumberNotEqualTo(3), ['4'], ['3', 'x']],
    ['e-mail', (app) => text(app).requireTextIsEmail(), ['a@b.id'], ['a@b', 'a b@c.id']],
    ['address', (app) => text(app).requireTextIsUrl(), ['https://x.id/a?b=1', 'x.id'], ['x', 'http://']],
    ['contains is a part', (app) => text(app).requireTextContainsPattern('[0-9]{2}'), ['a12b'], ['a1b']],
    [
      'matches is the whole',
      (app) => text(app).requireTextMatchesPattern('[0-9]{2}'),
      ['12'],
      ['a12b', '123'],
    ],
    [
      'matches, alternatives',
      (app) => text(app).requireTextMatchesPattern('a|bc'),
      ['a', 'bc'],
      ['ac', 'abc'],
    ],
    ['does not contain', (app) => text(app).requireTextDoesNotContainPattern('x'), ['abc'], ['axc']],
    ['does not match', (app) => text(app).requireTextDoesNotMatchPattern('x+'), ['xa'], ['xx']],
    ['letters do not count', (app) => text(app).requireTextMatchesPattern('(?i)rt'), ['RT', 'rt'], ['r']],
    ['at least letters', (app) => text(app).requireTextLengthGreaterThanOrEqualTo(2), ['ab'], ['a']],
    ['at most letters', (app) => text(app).requireTextLengthLessThanOrEqualTo(2), ['ab'], ['abc']],
    ['the last rule is kept', (app) => text(app).requireNumber().requireTextIsEmail(), ['a@b.id'], ['1']],
  ];
  test.each(cases)('%s', (_, rule, good, bad) => {
    const built = build();
    built.form.addTextItem().setTitle('T').setValidation(rule(built.app).build());
    for (const value of good) expect(errorsOf(built, { [built.entry('T')]: value })).toEqual([]);
    for (const value of bad.filter((each) => each !== '')) {
      expect(errorsOf(built, { [built.entry('T')]: value })).toHaveLength(1);
    }
    expect(errorsOf(built, {})).toEqual([]);
  });

  test("the rule's help text is the message; without it default words in the account's language", () => {
    const built = build({ language: 'id' });
    const item = built.form.addTextItem().setTitle('T').setRequired(true);
    item.setValidation(built.app.createTextValidation().requireNumberBetween(1, 3).build());
    expect(errorsOf(built, {})).toEqual(['Pertanyaan ini wajib diisi']);
    expect(errorsOf(built, { [built.entry('T')]: '9' })).toEqual(['Harus berupa angka antara 1 dan 3']);
    item.setValidation(built.app.createTextValidation().requireNumber().setHelpText('Angka saja').build());
    expect(errorsOf(built, { [built.entry('T')]: 'x' })).toEqual(['Angka saja']);
  });
});

describe('answers of every kind of question', () => {
  function every(): Built {
    const built = build();
    const { form, app } = built;
    form.addTextItem().setTitle('text');
    form.addParagraphTextItem().setTitle('paragraph');
    form.addMultipleChoiceItem().setTitle('choice').setChoiceValues(['A', 'B']).showOtherOption(true);
    form.addListItem().setTitle('list').setChoiceValues(['A', 'B']);
    const boxes = form.addCheckboxItem().setTitle('boxes').setChoiceValues(['A', 'B', 'C']);
    boxes.setValidation(app.createCheckboxValidation().requireSelectAtMost(2).build());
    form.addScaleItem().setTitle('scale').setBounds(1, 5);
    form.addRatingItem().setTitle('rating');
    form.addDateItem().setTitle('date');
    form.addDateItem().setTitle('day').setIncludesYear(false);
    form.addDateTimeItem().setTitle('moment');
    form.addTimeItem().setTitle('time');
    form.addDurationItem().setTitle('duration');
    const grid = form.addGridItem().setTitle('grid').setRows(['r1', 'r2']).setColumns(['c1', 'c2']);
    grid.setValidation(app.createGridValidation().requireLimitOneResponsePerColumn().build());
    form.addCheckboxGridItem().setTitle('grids').setRows(['r1', 'r2']).setColumns(['c1', 'c2']);
    return built;
  }
  type Given = [title: string, suffix: string, value: string | string[]][];
  const cases: [string, Given, string, unknown][] = [
    ['text', [['text', '', ' =1+1']], 'text', ' =1+1'],
    ['a choice', [['choice', '', 'B']], 'choice', 'B'],
    [
      'other',
      [
        ['choice', '', '__other_option__'],
        ['choice', '.other_option_response', 'lain'],
      ],
      'choice',
      'lain',
    ],
    ['a list', [['list', '', 'A']], 'list', 'A'],
    ['boxes', [['boxes', '', ['A', 'C']]], 'boxes', ['A', 'C']],
    ['a scale', [['scale', '', '5']], 'scale', '5'],
    ['a rating', [['rating', '', '3']], 'rating', '3'],
    ['a date', [['date', '', '2026-07-05']], 'date', '2026-07-05'],
    [
      'a date in parts',
      [
        ['date', '_year', '2026'],
        ['date', '_month', '7'],
        ['date', '_day', '5'],
      ],
      'date',
      '2026-07-05',
    ],
    ['a day of the year', [['day', '', '07-05']], 'day', '07-05'],
    ['a moment', [['moment', '', '2026-07-05 08:30']], 'moment', '2026-07-05 08:30'],
    ['a moment of a browser', [['moment', '', '2026-07-05T08:30']], 'moment', '2026-07-05 08:30'],
    ['a time', [['time', '', '8:05']], 'time', '08:05'],
    [
      'a time in parts',
      [
        ['time', '_hour', '8'],
        ['time', '_minute', '5'],
      ],
      'time',
      '08:05',
    ],
    ['a duration', [['duration', '', '1:02:03']], 'duration', '01:02:03'],
  ];
  test.each(cases)('%s', (_, given, title, expected) => {
    const built = every();
    const entries = Object.fromEntries(
      given.map(([name, suffix, value]) => [built.entry(name) + suffix, value]),
    );
    expect(errorsOf(built, entries)).toEqual([]);
    submitResponse(built.runtime, built.state, { person: OWNER, entries });
    const responses = built.form.getResponses()[0]?.getItemResponses() ?? [];
    const given1 = responses.find((each) => each.getItem().getTitle() === title);
    expect(given1?.getResponse()).toEqual(expected);
    // A prefilled link of the response brings the same answer back.
    const url = built.form.getResponses()[0]?.toPrefilledUrl() ?? '';
    const query = Object.fromEntries(
      (url.split('?')[1] ?? '')
        .split('&')
        .map((pair) => pair.split('='))
        .map(([name, value]) => [name, decodeURIComponent((value ?? '').replace(/\+/g, ' '))]),
    );
    if (typeof expected === 'string') expect(Object.values(prefill(built.state, query))).toEqual([expected]);
  });

  const bad: [string, string, string | string[], RegExp][] = [
    ['an unknown list choice', 'list', 'Z', /choose one/],
    ['an unknown box', 'boxes', ['A', 'Z'], /choose one/],
    ['too many boxes', 'boxes', ['A', 'B', 'C'], /at most 2/],
    ['off the scale', 'scale', '6', /choose one/],
    ['no such day', 'date', '2026-02-30', /Invalid date/],
    ['no date', 'date', 'kemarin', /Invalid date/],
    ['no time', 'time', '25:00', /Invalid time/],
    ['no duration', 'duration', '1:99:00', /Invalid duration/],
  ];
  test.each(bad)('%s', (_, title, value, message) => {
    const built = every();
    expect(errorsOf(built, { [built.entry(title)]: value })).toEqual([expect.stringMatching(message)]);
  });

  test('grids: rows, limits and required rows (google.md section 3)', () => {
    const built = every();
    const one = { [built.entry('grid', 0)]: 'c1' };
    expect(errorsOf(built, { ...one, [built.entry('grid', 1)]: 'c1' })).toEqual([
      expect.stringMatching(/one response per column/),
    ]);
    expect(errorsOf(built, { [built.entry('grid', 0)]: 'zz' })).toHaveLength(1);
    built.form.getItems()[12]?.asGridItem().setRequired(true);
    expect(errorsOf(built, one)).toEqual(['This question requires one response per row']);
    const entries = {
      ...one,
      [built.entry('grid', 1)]: 'c2',
      [built.entry('grids', 1)]: ['c1', 'c2'],
    };
    const { response } = submitResponse(built.runtime, built.state, { person: OWNER, entries });
    expect(Object.values(response.answers)).toEqual([
      ['c1', 'c2'],
      [null, ['c1', 'c2']],
    ]);
  });

  test("'' for unanswered text, paragraph, date and time, nothing for the others (google.md section 3)", () => {
    const built = every();
    submitResponse(built.runtime, built.state, { person: OWNER, entries: {} });
    const shown = built.form.getResponses()[0]?.getItemResponses() ?? [];
    expect(shown.map((each) => [each.getItem().getTitle(), each.getResponse()])).toEqual([
      ['text', ''],
      ['paragraph', ''],
      ['date', ''],
      ['day', ''],
      ['time', ''],
    ]);
  });
});

describe('pages (google.md section 3)', () => {
  /** page 0: choose; page 1 "A": a; page 2 "B": b; page 3 "end": z */
  function paged(): Built {
    const built = build();
    const { form } = built;
    const choose = form.addMultipleChoiceItem().setTitle('choose').setRequired(true);
    const pageA = form.addPageBreakItem().setTitle('A');
    form.addTextItem().setTitle('a').setRequired(true);
    const pageB = form.addPageBreakItem().setTitle('B').setGoToPage(SUBMIT);
    form.addTextItem().setTitle('b').setRequired(true);
    form.addPageBreakItem().setTitle('end');
    form.addTextItem().setTitle('z').setRequired(true);
    choose.setChoices([
      choose.createChoice('A', pageA),
      choose.createChoice('B', pageB),
      choose.createChoice('stop', SUBMIT),
      choose.createChoice('again', RESTART),
    ]);
    return built;
  }

  test('a page break says where the page BEFORE it goes', () => {
    const { state } = paged();
    expect(pagesOf(state).map((page) => page.next)).toEqual(['CONTINUE', 'SUBMIT', 'CONTINUE', 'SUBMIT']);
  });

  const cases: [string, Record<string, string>, string[], string[]][] = [
    ['A, then the end', { choose: 'A', a: '1' }, [], ['choose', 'a']],
    ['answers of other pages are dropped', { choose: 'A', a: '1', b: '2', z: '3' }, [], ['choose', 'a']],
    ['B goes on to the end page', { choose: 'B', b: '2', z: '3' }, [], ['choose', 'b', 'z']],
    ['required on the path only', { choose: 'B' }, ['b', 'z'], []],
    ['straight to the end', { choose: 'stop' }, [], ['choose']],
    ['nothing chosen goes on', {}, ['choose', 'a'], []],
  ];
  test.each(cases)('%s', (_, given, wrong, kept) => {
    const built = paged();
    const entries = Object.fromEntries(
      Object.entries(given).map(([title, value]) => [built.entry(title), value]),
    );
    const result = checkAnswers(built.runtime, built.state, { person: OWNER, entries });
    const title = (id: number): string | undefined => built.state.items.find((item) => item.id === id)?.title;
    expect(result.errors.map((error) => title(error.itemId))).toEqual(wrong);
    if (wrong.length === 0) {
      expect(
        Object.keys(result.answers)
          .map((id) => title(Number(id)))
          .sort(),
      ).toEqual([...kept].sort());
    }
  });

  test('a choice that restarts cannot be sent', () => {
    const built = paged();
    const entries = { [built.entry('choose')]: 'again' };
    expect(checkAnswers(built.runtime, built.state, { person: OWNER, entries }).refused).toMatch(
      /back to the first/,
    );
  });
});

describe('e-mail', () => {
  const typed = enumValue('Forms.EmailCollectionType', 'RESPONDER_INPUT') as never;
  const verified = enumValue('Forms.EmailCollectionType', 'VERIFIED') as never;
  const cases: [string, (form: GForm) => unknown, string | undefined, string[], string][] = [
    ['off', () => undefined, 'x@y.id', [], ''],
    ['typed', (form) => form.setCollectEmail(true), 'x@y.id', [], 'x@y.id'],
    ['typed by its type', (form) => form.setEmailCollectionType(typed), 'x@y.id', [], 'x@y.id'],
    ['typed, missing', (form) => form.setCollectEmail(true), undefined, ['This is a required question'], ''],
    ['typed, no address', (form) => form.setCollectEmail(true), 'x', ['Must be a valid email address'], ''],
    ['verified', (form) => form.setEmailCollectionType(verified), 'x@y.id', [], OWNER],
    ['verified stays', (form) => form.setEmailCollectionType(verified).setCollectEmail(true), '', [], OWNER],
  ];
  test.each(cases)('%s', (_, prepare, email, messages, kept) => {
    const built = build();
    prepare(built.form);
    const input = { person: OWNER, entries: {}, ...(email === undefined ? {} : { email }) };
    const result = checkAnswers(built.runtime, built.state, input);
    expect(result.errors.map((error) => error.message)).toEqual(messages);
    if (messages.length > 0) return;
    submitResponse(built.runtime, built.state, input);
    expect(built.form.getResponses()[0]?.getRespondentEmail()).toBe(kept);
  });
});

describe('prefilled addresses (google.md section 3)', () => {
  const cases: [string, Record<string, string>, string[]][] = [
    ['an unknown entry is ignored in silence', { 'entry.1': 'x' }, []],
    ['an unknown choice too', { list: 'Z' }, []],
    ['a known one is taken', { list: 'A' }, ['A']],
    ['a date in one part', { date: '2026-07-05' }, ['2026-07-05']],
    ['a date in three', { date_year: '2026', date_month: '7', date_day: '5' }, ['2026-07-05']],
    ['no date', { date: 'x' }, []],
  ];
  test.each(cases)('%s', (_, query, expected) => {
    const built = build();
    built.form.addListItem().setTitle('list').setChoiceValues(['A']);
    built.form.addDateItem().setTitle('date');
    const named = Object.entries(query).map(([name, value]): [string, string] => {
      const [title = '', part] = name.split('_');
      const entry = name.startsWith('entry.') ? name : built.entry(title);
      return [part === undefined ? entry : `${entry}_${part}`, value];
    });
    expect(Object.values(prefill(built.state, Object.fromEntries(named)))).toEqual(expected);
  });
});
