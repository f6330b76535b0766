import { DriveApp } from '../../local/services/drive/driveApp';
import { checkAnswers } from '../../local/services/forms/checkAnswers';
import { FormApp } from '../../local/services/forms/formApp';
import type { Switches } from '../../local/services/runtime';
import { enumValue } from '../../local/services/served';
import { formCodec, type FormState } from '../../local/state/form';
import { localRuntime, type LocalRuntime } from '../support/localRuntime';

type GForm = GoogleAppsScript.Forms.Form;
const type = (key: string): never => enumValue('Forms.ItemType', key) as never;
const go = (key: string): never => enumValue('Forms.PageNavigationType', key) as never;

function workspace(switches: Partial<Switches> = {}) {
  const runtime: LocalRuntime = localRuntime({ switches });
  const app = new FormApp(runtime);
  const form: GForm = app.create('Laporan Balang');
  const stateOf = (id: string): FormState => {
    const state = runtime.store.get('form', id);
    if (!state) throw new Error(`no form ${id}`);
    return state;
  };
  return { runtime, app, drive: new DriveApp(runtime), form, state: stateOf(form.getId()), stateOf };
}

describe('a new form (google.md section 3)', () => {
  const { runtime, app, drive, form, state } = workspace();
  const cases: [string, () => unknown, unknown][] = [
    ["its title is '' and the file has the name", () => form.getTitle(), ''],
    ['the name of the file', () => drive.getFileById(form.getId()).getName(), 'Laporan Balang'],
    ['it is published', () => form.isPublished(), true],
    ['it accepts responses', () => form.isAcceptingResponses(), true],
    ['no e-mail', () => form.collectsEmail(), false],
    ['no edits', () => form.canEditResponse(), false],
    ['the link to respond again', () => form.hasRespondAgainLink(), true],
    ['no summary', () => form.isPublishingSummary(), false],
    ['no quiz', () => form.isQuiz(), false],
    ['no items', () => form.getItems(), []],
    ['no responders', () => form.getPublishedReaders(), []],
    ['published id is not getId()', () => form.getPublishedUrl().includes(form.getId()), false],
    ['edit address', () => form.getEditUrl().includes(`/forms/d/${form.getId()}/edit`), true],
    ['opened by its id', () => app.openById(form.getId()).getId(), form.getId()],
    ['opened by its edit address', () => app.openByUrl(form.getEditUrl()).getId(), form.getId()],
    ['opened by its viewform', () => app.openByUrl(form.getPublishedUrl()).getId(), form.getId()],
    [
      'short address',
      () => form.shortenFormUrl(form.getPublishedUrl()).startsWith('https://forms.gle/'),
      true,
    ],
    [
      'setTitle leaves the file',
      () => [form.setTitle('T').getTitle(), drive.getFileById(form.getId()).getName()],
      ['T', 'Laporan Balang'],
    ],
    ['what changed is touched', () => runtime.store.touched.includes(`form/${state.id}/head`), true],
    ['a second argument keeps it unpublished', () => app.create('x', false).isPublished(), false],
  ];
  test.each(cases)('%s', (_, act, expected) => expect(act()).toEqual(expected));
});

describe('errors in Google’s words', () => {
  const { runtime, app, form } = workspace({ noAccount: ['nobody@example.com'] });
  const stranger = new FormApp(runtime.as({ effectiveUser: 'x@example.com' }));
  const unlinked = 'The form currently has no response destination.';
  const noItem = /^No item with the given ID could be found\. Possibly because/;
  const cases: [string, () => unknown, string | RegExp][] = [
    ['getDestinationId on an unlinked form', () => form.getDestinationId(), unlinked],
    ['getDestinationType', () => form.getDestinationType(), unlinked],
    ['openById of nothing', () => app.openById('x'), noItem],
    ['openById of another’s form', () => stranger.openById(form.getId()), noItem],
    ['openByUrl', () => app.openByUrl('https://example.com'), 'Invalid argument: url'],
    [
      'a responder without account',
      () => form.addPublishedReader('nobody@example.com'),
      'Invalid email: nobody@example.com',
    ],
    [
      'one of several',
      () => form.addPublishedReaders(['a@b.id', 'nobody@example.com']),
      'Invalid email: nobody@example.com',
    ],
    [
      'an editor without account',
      () => form.addEditor('nobody@example.com'),
      'Invalid email: nobody@example.com',
    ],
    [
      'accepting while unpublished',
      () => app.create('u', false).setAcceptingResponses(true),
      'Cannot accept responses on an unpublished form.',
    ],
    ['no choices', () => form.addListItem().setChoiceValues([]), 'Array must not be empty'],
    [
      'a choice twice',
      () => form.addListItem().setChoiceValues(['a', 'a']),
      'Questions cannot have duplicate choice values.',
    ],
    [
      'a cast to another kind',
      () => form.getItems()[0]?.asTextItem(),
      'Invalid conversion for item type: LIST.',
    ],
    [
      'an unknown choice',
      () => form.addListItem().setChoiceValues(['a']).createResponse('b'),
      'Invalid response submitted to list question.',
    ],
    [
      'an unknown box',
      () => form.addCheckboxItem().setChoiceValues(['a']).createResponse(['b']),
      'Invalid response submitted to checkbox question.',
    ],
    [
      'an unknown column',
      () => form.addGridItem().setRows(['r']).setColumns(['c']).createResponse(['d']),
      'Invalid response submitted to grid question.',
    ],
    ['setRequireLogin on a consumer account', () => form.setRequireLogin(false), /not supported/],
  ];
  test.each(cases)('%s', (_, act, message) => expect(act).toThrow(message));

  test('one bad address shares with nobody', () => expect(form.getPublishedReaders()).toEqual([]));

  test('setPublished on a legacy form', () => {
    const legacy = workspace({ responderPermissions: false });
    expect(legacy.form.supportsAdvancedResponderPermissions()).toBe(false);
    expect(() => legacy.form.setPublished(true)).toThrow('This form does not support publishing.');
  });

  test('getEmailCollectionType tells which addresses are collected', () => {
    const { form: own } = workspace();
    const kind = (name: string): unknown => enumValue('Forms.EmailCollectionType', name);
    expect(own.getEmailCollectionType()).toEqual(kind('DO_NOT_COLLECT'));
    own.setCollectEmail(true);
    expect(own.getEmailCollectionType()).toEqual(kind('RESPONDER_INPUT'));
    own.setEmailCollectionType(kind('VERIFIED') as never);
    expect(own.getEmailCollectionType()).toEqual(kind('VERIFIED'));
  });

  test('setEmailCollectionType where the account lacks it', () => {
    const { form: without } = workspace({ emailCollectionType: false });
    const verified = enumValue('Forms.EmailCollectionType', 'VERIFIED') as never;
    expect(() => without.setEmailCollectionType(verified)).toThrow(/is not a function/);
    expect(() => without.getEmailCollectionType()).toThrow(/is not a function/);
  });
});

describe('publishing (google.md section 3)', () => {
  test('what a script makes may be unpublished, or open to all, by a switch', () => {
    const { form } = workspace({ scriptFormsPublished: false });
    expect([form.isPublished(), form.setPublished(true).isPublished()]).toEqual([false, true]);
    const given = workspace({ scriptFormsPublished: false }).app.create('x', true);
    expect(given.isPublished()).toBe(true);
    const may = (switches: Partial<Switches>): boolean => {
      const { runtime, state } = workspace(switches);
      return checkAnswers(runtime, state, { person: '', entries: {} }).refused === undefined;
    };
    expect([may({}), may({ scriptFormsOpen: true })]).toEqual([false, true]);
  });

  test('setAcceptingResponses(false) leaves the form published', () => {
    const { form } = workspace();
    expect(form.setAcceptingResponses(false).isPublished()).toBe(true);
    expect(form.setPublished(false).isAcceptingResponses()).toBe(false);
    expect(form.setPublished(true).setAcceptingResponses(true).isAcceptingResponses()).toBe(true);
  });

  test('responders come and go', () => {
    const { form } = workspace();
    form.addPublishedReaders(['a@b.id', 'c@d.id']).removePublishedReader('a@b.id');
    expect(form.getPublishedReaders().map((user) => user.getEmail())).toEqual(['c@d.id']);
  });
});

describe('items', () => {
  test('every kind a script can make', () => {
    const { form } = workspace();
    const made = [
      form.addTextItem(),
      form.addParagraphTextItem(),
      form.addMultipleChoiceItem(),
      form.addCheckboxItem(),
      form.addListItem(),
      form.addScaleItem(),
      form.addRatingItem(),
      form.addGridItem(),
      form.addCheckboxGridItem(),
      form.addDateItem(),
      form.addDateTimeItem(),
      form.addTimeItem(),
      form.addDurationItem(),
      form.addSectionHeaderItem(),
      form.addPageBreakItem(),
      form.addImageItem(),
      form.addVideoItem(),
    ];
    expect(form.getItems().map((item) => item.getType())).toEqual(made.map((item) => item.getType()));
    expect(form.getItems(type('LIST')).map((item) => item.getId())).toEqual([made[4]?.getId()]);
    expect(
      form
        .getItemById(made[3]?.getId() ?? 0)
        .asCheckboxItem()
        .getTitle(),
    ).toBe('');
    expect(form.getItemById(1)).toBeNull();
    expect(made.map((item) => item.getIndex())).toEqual(made.map((_, index) => index));
  });

  test('item ids are numbers and never the entry numbers', () => {
    const { form, state } = workspace();
    for (let n = 0; n < 20; n++) form.addTextItem();
    const grid = form.addGridItem().setRows(['a', 'b', 'c']);
    const entries = state.items.flatMap((item) => item.entryIds);
    expect(new Set([...entries, ...state.items.map((item) => item.id)]).size).toBe(20 + 1 + 20 + 3);
    expect(state.items.find((item) => item.id === grid.getId())?.entryIds).toHaveLength(3);
  });

  test('a new choice question holds one choice, a scale is 1–5 (google.md section 3)', () => {
    const { form } = workspace();
    expect(
      form
        .addListItem()
        .getChoices()
        .map((choice) => choice.getValue()),
    ).toEqual(['']);
    const scale = form.addScaleItem();
    expect([scale.getLowerBound(), scale.getUpperBound()]).toEqual([1, 5]);
  });

  test('choices with and without navigation cannot be mixed', () => {
    const { form } = workspace();
    const item = form.addMultipleChoiceItem();
    const page = form.addPageBreakItem().setTitle('2');
    item.setChoices([item.createChoice('a', page), item.createChoice('b', go('SUBMIT'))]);
    const [first, second] = item.getChoices();
    expect(first?.getGotoPage()?.getId()).toBe(page.getId());
    expect(String(first?.getPageNavigationType())).toBeTruthy();
    expect(second?.getPageNavigationType()).toBe(enumValue('Forms.PageNavigationType', 'SUBMIT'));
    expect(second?.getGotoPage()).toBeNull();
    expect(() => item.setChoices([item.createChoice('a', page), item.createChoice('b')])).toThrow();
  });

  test('move, delete, duplicate', () => {
    const { form, runtime } = workspace();
    const titles = (): string[] => form.getItems().map((item) => item.getTitle());
    const [a, b] = ['a', 'b', 'c'].map((title) => form.addTextItem().setTitle(title).setRequired(true));
    form.moveItem(0, 2);
    expect(titles()).toEqual(['b', 'c', 'a']);
    if (a && b) {
      form.moveItem(form.getItemById(a.getId()), 0);
      const copy = b.duplicate();
      expect(titles()).toEqual(['a', 'b', 'c', 'b']);
      expect([copy.isRequired(), copy.getId() === b.getId()]).toEqual([true, false]);
    }
    form.deleteItem(0);
    form.deleteItem(form.getItems()[0] as GoogleAppsScript.Forms.Item);
    expect(titles()).toEqual(['c', 'b']);
    expect(() => form.moveItem(0, 9)).toThrow(/Invalid index/);
    expect(runtime.store.touched.length).toBeGreaterThan(0);
  });
});

describe('a copied form (google.md sections 2, 3 and 10)', () => {
  function copied(switches: Partial<Switches> = {}) {
    const world = workspace(switches);
    const { form, drive, app, stateOf } = world;
    const item = form.addMultipleChoiceItem().setTitle('q').setRequired(true);
    const page = form.addPageBreakItem().setTitle('p');
    item.setChoices([item.createChoice('a', page)]);
    form.setTitle('T').setPublished(true).addPublishedReader('a@b.id');
    form.createResponse().withItemResponse(item.createResponse('a')).submit();
    const copy = app.openById(drive.getFileById(form.getId()).makeCopy('salinan').getId());
    return { ...world, copy, copyState: stateOf(copy.getId()), item };
  }

  test('unpublished, without answers, responders and destination; items and settings are the same', () => {
    const { copy, item, form } = copied();
    expect([
      copy.isPublished(),
      copy.isAcceptingResponses(),
      copy.getResponses(),
      copy.getPublishedReaders(),
    ]).toEqual([false, false, [], []]);
    expect(() => copy.getDestinationId()).toThrow('no response destination');
    expect([copy.getTitle(), copy.getItems()[0]?.getId()]).toEqual(['T', item.getId()]);
    expect(copy.getPublishedUrl()).not.toBe(form.getPublishedUrl());
  });

  test('entry numbers equal the original’s unless the switch says otherwise', () => {
    const same = copied();
    expect(same.copyState.items[0]?.entryIds).toEqual(same.state.items[0]?.entryIds);
    const other = copied({ copyKeepsEntryIds: false });
    expect(other.copyState.items[0]?.entryIds).not.toEqual(other.state.items[0]?.entryIds);
  });

  test('item ids may be new; navigation follows them', () => {
    const { copy, item } = copied({ copyKeepsItemIds: false });
    const [first, page] = copy.getItems();
    expect(first?.getId()).not.toBe(item.getId());
    expect(first?.asMultipleChoiceItem().getChoices()[0]?.getGotoPage().getId()).toBe(page?.getId());
  });
});

describe('responses', () => {
  function answered() {
    const world = workspace();
    const text = world.form.addTextItem().setTitle('t');
    const send = (value: string): GoogleAppsScript.Forms.FormResponse =>
      world.form.createResponse().withItemResponse(text.createResponse(value)).submit();
    return { ...world, text, send };
  }

  test('ids and times are null before submit (google.md section 3)', () => {
    const { form } = answered();
    const draft = form.createResponse();
    expect([
      draft.getId(),
      draft.getTimestamp(),
      draft.getRespondentEmail(),
      draft.getEditResponseUrl(),
    ]).toEqual([null, null, null, null]);
  });

  test('getResponses(since) is inclusive unless the switch says otherwise (google.md 10.5)', () => {
    const { form, runtime, send } = answered();
    send('1');
    runtime.sleep(5000);
    const second = send('2');
    const since = second.getTimestamp();
    const ids = (): string[] => form.getResponses(since).map((response) => response.getId());
    expect(ids()).toEqual([second.getId()]);
    runtime.switches.sinceInclusive = false;
    expect(ids()).toEqual([]);
    expect(form.getResponse(second.getId()).getItemResponses()[0]?.getResponse()).toBe('2');
  });

  test('deleting', () => {
    const { form, send } = answered();
    const first = send('1');
    send('2');
    form.deleteResponse(first.getId());
    expect(form.getResponses()).toHaveLength(1);
    expect(() => form.getResponse(first.getId())).toThrow();
    expect(form.deleteAllResponses().getResponses()).toEqual([]);
  });

  test('a closed or sign-in form takes no response of a script', () => {
    const { form, send } = answered();
    form.setAcceptingResponses(false);
    expect(() => send('x')).toThrow(/not currently accepting/);
    form.setAcceptingResponses(true).setLimitOneResponsePerUser(true);
    expect(() => send('x')).toThrow(/sign-in/);
  });

  test('dates cross in the script’s zone', () => {
    const { form } = workspace();
    const text = form
      .addDateItem()
      .createResponse(new Date(2026, 6, 5) as never)
      .getResponse();
    expect(text).toBe('2026-07-05');
    expect(form.addTimeItem().createResponse(8, 5).getResponse()).toBe('08:05');
    expect(form.addDurationItem().createResponse(1, 2, 3).getResponse()).toBe('01:02:03');
  });

  test('the prefilled address: blanks as +, everything else encoded', () => {
    const { form, text, state } = answered();
    const url = form.createResponse().withItemResponse(text.createResponse('RT 1 & 2/ü')).toPrefilledUrl();
    expect(url).toBe(
      `${form.getPublishedUrl()}?usp=pp_url&entry.${state.items[0]?.entryIds[0]}=RT+1+%26+2%2F%C3%BC`,
    );
  });

  test('the journal keeps a form as head and responses', () => {
    const { state, send, form } = answered();
    send('1');
    send('2');
    let copy: FormState | undefined;
    for (const part of formCodec.parts(state)) {
      copy = formCodec.write(copy, part, JSON.parse(JSON.stringify(formCodec.read(state, part))));
    }
    expect(copy).toEqual(state);
    const gone = state.responses[0]?.id ?? '';
    form.deleteResponse(gone);
    copy = formCodec.write(copy, `response/${gone}`, formCodec.read(state, `response/${gone}`));
    expect(copy).toEqual(state);
  });
});
