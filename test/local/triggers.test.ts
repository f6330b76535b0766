import type { Switches } from '../../local/services/runtime';
import { cleanUp, KASI, openBound, OWNER, type Bound } from '../support/localProject';

afterEach(cleanUp);

const CODE = `
  function setUp() {
    var ss = SpreadsheetApp.getActive();
    var form = FormApp.create('Laporan');
    form.addTextItem().setTitle('Nama').setRequired(true);
    form.setDestination(FormApp.DestinationType.SPREADSHEET, ss.getId());
    SpreadsheetApp.flush();
    form.setPublished(true).setAcceptingResponses(true);
    form.addPublishedReader('${KASI}');
    ScriptApp.newTrigger('onSubmit').forSpreadsheet(ss).onFormSubmit().create();
    ScriptApp.newTrigger('onFormTrigger').forForm(form).onFormSubmit().create();
    ScriptApp.newTrigger('onChanged').forSpreadsheet(ss).onEdit().create();
    ss.addEditor('${KASI}');
    return form.getId();
  }
  function onSubmit(e) {
    log({ values: e.values, named: e.namedValues, a1: e.range.getA1Notation(), mode: String(e.authMode),
      keys: Object.keys(e).sort().join(), users: [Session.getActiveUser().getEmail(), Session.getEffectiveUser().getEmail()] });
  }
  function onFormTrigger(e) {
    log({ answer: e.response.getItemResponses()[0].getResponse(), form: e.source.getId(), keys: Object.keys(e).sort().join() });
  }
  function onChanged(e) { log([e.range.getA1Notation(), e.value, e.oldValue, e.user.getEmail(), String(e.authMode)]); }
  function onEdit(e) { log([e.value, String(e.authMode), 'triggerUid' in e]); }
  function log(value) { console.log(JSON.stringify(value)); }
`;

function withForm(switches: Partial<Switches> = {}): Bound & { publishedId: string; entry: string } {
  const bound = openBound(CODE, { options: { switches } });
  const { workspace, projectId } = bound;
  const formId = String(workspace.runNow({ projectId, functionName: 'setUp' }).result);
  const form = workspace.store.get('form', formId);
  return { ...bound, publishedId: form?.publishedId ?? '', entry: String(form?.items[0]?.entryIds[0]) };
}

async function answer({ workspace, publishedId, entry }: ReturnType<typeof withForm>, text = 'Ana') {
  return workspace.submitForm({ publishedId, person: KASI, answers: { [entry]: text } });
}

describe('a submission (google.md section 2)', () => {
  test('fires both triggers as their creator, with Google’s event objects', async () => {
    const bound = withForm();
    const sent = await answer(bound);
    expect(sent.accepted).toBe(true);
    const [form, sheet] = bound.workspace.executions.slice(-2);
    expect([form?.function, sheet?.function].sort()).toEqual(['onFormTrigger', 'onSubmit']);
    expect([form?.status, sheet?.status, sheet?.user]).toEqual(['completed', 'completed', OWNER]);
  });

  test('a wrong answer gives messages and fires nothing', async () => {
    const bound = withForm();
    const count = bound.workspace.executions.length;
    const sent = await answer(bound, '');
    expect(sent).toMatchObject({ accepted: false, messages: [{ entryId: bound.entry }] });
    expect(bound.workspace.executions).toHaveLength(count);
  });

  test('who is no responder is refused as a whole', async () => {
    const { workspace, publishedId, entry } = withForm();
    const sent = await workspace.submitForm({
      publishedId,
      person: 'x@contoh.id',
      answers: { [entry]: 'a' },
    });
    expect(sent).toMatchObject({ accepted: false, messages: [{ entryId: '' }] });
  });

  test.each([
    ['lost', 0, 0],
    ['normal', 2, 0],
    ['twice', 4, 0],
    ['blank', 2, 0],
    ['late', 0, 2],
    ['shuffled', 0, 2],
  ] as const)('%s: %i firings at once, %i later', async (submitEvents, atOnce, later) => {
    const bound = withForm({ submitEvents });
    const sent = await answer(bound);
    expect(sent.executions).toHaveLength(atOnce);
    expect(await bound.workspace.clock.advance('PT1H')).toHaveLength(later);
  });

  test('what the events carry', async () => {
    const sent = await answer(withForm());
    const told = (name: string): unknown =>
      JSON.parse(sent.executions.find((run) => run.function === name)?.log[0]?.text ?? '{}');
    expect(told('onSubmit')).toEqual({
      values: [expect.stringMatching(/^06\/08\/2026 /), 'Ana'],
      named: { 'Stempel waktu': [expect.any(String)], Nama: ['Ana'] },
      a1: 'A2:B2',
      mode: 'FULL',
      keys: 'authMode,namedValues,range,triggerUid,values',
      users: ['', OWNER],
    });
    expect(told('onFormTrigger')).toMatchObject({
      answer: 'Ana',
      keys: 'authMode,response,source,triggerUid',
    });
  });

  test('blank: the event tells nothing but where', async () => {
    const sent = await answer(withForm({ submitEvents: 'blank' }));
    const texts = sent.executions.map((run) => run.log[0]?.text ?? '').join();
    expect(texts).toContain('"values":["",""]');
  });
});

describe('an edit by hand', () => {
  test('simple trigger LIMITED as the person, installed one FULL as its creator (google.md section 5)', async () => {
    const { workspace, fileId } = withForm();
    const sheet = workspace.store.get('spreadsheet', fileId)?.sheets.find((each) => !each.formId);
    const edit = { fileId, sheetId: sheet?.sheetId ?? 0, a1: 'B2', text: '5' };
    const own = await workspace.editCell({ ...edit, person: OWNER });
    expect(own.executions.map((run) => [run.function, run.user, run.status])).toEqual([
      ['onEdit', OWNER, 'completed'],
      ['onChanged', OWNER, 'completed'],
    ]);
    const other = await workspace.editCell({ ...edit, person: KASI });
    expect(other.executions.map((run) => [run.function, run.user, run.log[0]?.text])).toEqual([
      ['onEdit', KASI, '["5","LIMITED",false]'],
      ['onChanged', OWNER, '["B2","5","5","","FULL"]'],
    ]);
  });

  test('who may not write is refused, and nothing fires', async () => {
    const { workspace, fileId } = openBound('function onEdit() {}');
    const edited = await workspace.editCell({
      fileId,
      sheetId: 0,
      a1: 'A1',
      text: 'x',
      person: 'x@contoh.id',
    });
    expect(edited.refused).toBeDefined();
    expect(edited.executions).toEqual([]);
  });
});

test('the cells that were written are the active ones, whoever the trigger is of', async () => {
  const { workspace, projectId, fileId } = openBound(`
    function setUp() {
      var book = SpreadsheetApp.getActive(), form = FormApp.create('F');
      form.addTextItem().setTitle('Nama');
      form.setDestination(FormApp.DestinationType.SPREADSHEET, book.getId());
      SpreadsheetApp.flush();
      form.setPublished(true).setAcceptingResponses(true);
      book.insertSheet('Kedua', 0);
      ScriptApp.newTrigger('place').forSpreadsheet(book).onEdit().create();
      ScriptApp.newTrigger('place').forSpreadsheet(book).onFormSubmit().create();
      return form.getId();
    }
    function onEdit() { place(); }
    function place() {
      var sheet = SpreadsheetApp.getActiveSheet();
      console.log(sheet.getSheetId() + '!' + sheet.getActiveRange().getA1Notation() + ' ' + SpreadsheetApp.getActiveRange().getRow());
    }`);
  const formId = String(workspace.runNow({ projectId, functionName: 'setUp' }).result);
  const said = (runs: readonly { log: { text: string }[] }[]) => runs.map((run) => run.log[0]?.text);
  const sheets = workspace.store.get('spreadsheet', fileId)?.sheets ?? [];
  const plain = sheets.find((sheet) => !sheet.formId && sheet.name !== 'Kedua')?.sheetId ?? -1;
  const edited = await workspace.editCell({ fileId, sheetId: plain, a1: 'C4', text: 'x', person: OWNER });
  expect(said(edited.executions)).toEqual([`${String(plain)}!C4 4`, `${String(plain)}!C4 4`]);
  const form = workspace.store.get('form', formId);
  const answers = { [String(form?.items[0]?.entryIds[0])]: 'Ani' };
  const sent = await workspace.submitForm({ publishedId: form?.publishedId ?? '', person: OWNER, answers });
  const linked = sheets.find((sheet) => sheet.formId)?.sheetId ?? -1;
  expect(said(sent.executions)).toEqual([`${String(linked)}!A2:B2 2`]);
});

describe('the clock (google.md section 2, Rules)', () => {
  const CLOCK = `
    function every() { ScriptApp.newTrigger('tick').timeBased().everyHours(1).create(); }
    function daily() { ScriptApp.newTrigger('tick').timeBased().atHour(9).everyDays(1).inTimezone('Asia/Makassar').create(); }
    function once() { ScriptApp.newTrigger('tick').timeBased().after(60000).create(); }
    function count() { return ScriptApp.getProjectTriggers().length; }
    function clear() { ScriptApp.getProjectTriggers().forEach(function (t) { ScriptApp.deleteTrigger(t); }); }
    function fill() { for (var i = 0; i < 21; i++) ScriptApp.newTrigger('tick').timeBased().everyHours(1).create(); }
    function tick(e) { console.log([e.year, e.month, e['day-of-month'], e['day-of-week'], e.hour, e.timezone].join()); }`;

  test('an hourly trigger keeps one minute; each firing has the time’s event', async () => {
    const { workspace } = openBound(CLOCK);
    workspace.runNow({ functionName: 'every' });
    const runs = await workspace.clock.advance('PT5H');
    expect(runs).toHaveLength(5);
    expect(new Set(runs.map((run) => run.startedAt.slice(14))).size).toBe(1);
    expect(runs[0]?.log[0]?.text).toMatch(/^2026,8,6,4,\d+,UTC$/);
  });

  test('a daily one runs once between nine and ten local time', async () => {
    const { workspace } = openBound(CLOCK);
    workspace.runNow({ functionName: 'daily' });
    const runs = await workspace.clock.advance('P7D');
    expect(runs).toHaveLength(7);
    expect(runs.every((run) => run.startedAt.slice(11, 13) === '01')).toBe(true);
  });

  test('a spent one-off stays and counts until it is deleted', async () => {
    const { workspace } = openBound(CLOCK);
    workspace.runNow({ functionName: 'once' });
    expect(await workspace.clock.advance('P1D')).toHaveLength(1);
    expect(await workspace.clock.advance('P1D')).toHaveLength(0);
    expect(workspace.runNow({ functionName: 'count' }).result).toBe(1);
    workspace.runNow({ functionName: 'clear' });
    expect(workspace.runNow({ functionName: 'count' }).result).toBe(0);
  });

  test('others neither see nor delete a trigger; twenty is the end', () => {
    const { workspace } = openBound(CLOCK);
    workspace.runNow({ functionName: 'every' });
    expect(workspace.runNow({ functionName: 'count', user: KASI }).result).toBe(0);
    workspace.runNow({ functionName: 'clear', user: KASI });
    expect(workspace.runNow({ functionName: 'count' }).result).toBe(1);
    expect(workspace.runNow({ functionName: 'fill' }).error?.message).toBe(
      'This script has too many triggers. Triggers must be deleted from the script before more can be added.',
    );
    expect(workspace.runNow({ functionName: 'count' }).result).toBe(20);
  });

  test('due triggers of several hours fire in the order of their times', async () => {
    const { workspace } = openBound(CLOCK);
    workspace.runNow({ functionName: 'every' });
    workspace.runNow({ functionName: 'every' });
    const starts = (await workspace.clock.advance('PT6H')).map((run) => run.startedAt);
    expect(starts).toHaveLength(12);
    expect(starts).toEqual([...starts].sort());
  });

  test('a month passes at once: every due trigger of every kind, in order', async () => {
    const { workspace } = openBound(`
      function of(name) { return ScriptApp.newTrigger(name).timeBased().inTimezone('Asia/Makassar'); }
      function install() {
        of('often').everyHours(6).create();
        of('daily').atHour(9).everyDays(1).create();
        of('weekly').onWeekDay(ScriptApp.WeekDay.MONDAY).atHour(7).create();
        of('monthly').onMonthDay(5).atHour(8).create();
        of('once').at(new Date(2026, 7, 20, 12)).create();
      }
      function often() {} function daily() {} function weekly() {} function monthly() {} function once() {}`);
    workspace.runNow({ functionName: 'install' });
    const runs = await workspace.clock.advance('P31D');
    const of = (name: string) => runs.filter((run) => run.function === name).map((run) => run.startedAt);
    expect(runs.map((run) => run.status)).toEqual(runs.map(() => 'completed'));
    expect([of('often').length, of('daily').length]).toEqual([124, 31]);
    // Mondays from 6 August to 6 September, 5 September, 20 August; in Makassar it is eight hours later.
    expect(of('weekly').map((at) => at.slice(0, 10))).toEqual(
      ['09', '16', '23', '30'].map((day) => `2026-08-${day}`),
    );
    expect(of('monthly').map((at) => at.slice(0, 13))).toEqual(['2026-09-05T00']);
    expect(of('once').map((at) => at.slice(0, 10))).toEqual(['2026-08-20']);
    const starts = runs.map((run) => run.startedAt);
    expect(starts).toEqual([...starts].sort());
  });

  test('ninety minutes a day for triggers, then they fail', async () => {
    const { workspace } = openBound(`
      function every() { ScriptApp.newTrigger('tick').timeBased().everyMinutes(10).create(); }
      function tick() { Utilities.sleep(300000); }`);
    workspace.runNow({ functionName: 'every' });
    const runs = await workspace.clock.advance('PT12H');
    const failed = runs.filter((run) => run.status === 'failed');
    expect(failed[0]?.error?.message).toBe('Service using too much computer time for one day.');
    expect(runs.filter((run) => run.status === 'completed').length).toBe(18);
  });
});
