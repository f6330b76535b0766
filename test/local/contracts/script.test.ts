import { cleanUp, KASI, openBound } from '../../support/localProject';
import { evaluate, uncalled, type Case } from '../../support/contracts';

afterEach(cleanUp);

const CLOCK = "ScriptApp.newTrigger('f').timeBased()";
const BOOK = 'SpreadsheetApp.getActive()';
/** What a trigger says of itself. */
const told = (trigger: string): string =>
  `(function (t) { return [t.getHandlerFunction(), String(t.getEventType()), String(t.getTriggerSource()), t.getTriggerSourceId() === null, t.getUniqueId().length > 0]; })(${trigger})`;
const onFile = (event: string): unknown[] => ['f', event, 'SPREADSHEETS', false, true];
const ON_CLOCK = ['f', 'CLOCK', 'CLOCK', true, true];
const MINUTES =
  'Exception: The value you passed to everyMinutes was invalid. It must be one of 1, 5, 10, 15 or 30.';

const CASES: Case[] = [
  [told(`ScriptApp.newTrigger('f').forSpreadsheet(${BOOK}).onOpen().create()`), onFile('ON_OPEN')],
  [told(`ScriptApp.newTrigger('f').forSpreadsheet(${BOOK}.getId()).onEdit().create()`), onFile('ON_EDIT')],
  [told(`ScriptApp.newTrigger('f').forSpreadsheet(${BOOK}).onChange().create()`), onFile('ON_CHANGE')],
  [
    told(`ScriptApp.newTrigger('f').forSpreadsheet(${BOOK}).onFormSubmit().create()`),
    onFile('ON_FORM_SUBMIT'),
  ],
  [
    told("ScriptApp.newTrigger('f').forForm(FormApp.create('F')).onFormSubmit().create()"),
    ['f', 'ON_FORM_SUBMIT', 'FORMS', false, true],
  ],
  [
    told("ScriptApp.newTrigger('f').forForm(FormApp.create('F').getId()).onOpen().create()"),
    ['f', 'ON_OPEN', 'FORMS', false, true],
  ],
  [
    told("ScriptApp.newTrigger('f').forDocument(DocumentApp.create('D')).onOpen().create()"),
    ['f', 'ON_OPEN', 'DOCUMENTS', false, true],
  ],
  [told(`${CLOCK}.everyMinutes(5).create()`), ON_CLOCK],
  [told(`${CLOCK}.everyHours(6).create()`), ON_CLOCK],
  [told(`${CLOCK}.everyDays(1).atHour(7).nearMinute(30).inTimezone('Asia/Makassar').create()`), ON_CLOCK],
  [told(`${CLOCK}.everyWeeks(2).onWeekDay(ScriptApp.WeekDay.MONDAY).create()`), ON_CLOCK],
  [told(`${CLOCK}.onMonthDay(5).atHour(8).create()`), ON_CLOCK],
  [told(`${CLOCK}.after(60000).create()`), ON_CLOCK],
  [told(`${CLOCK}.at(new Date(Date.now() + 60000)).create()`), ON_CLOCK],
  [told(`${CLOCK}.atDate(2026, 9, 1).create()`), ON_CLOCK],
  [`${CLOCK}.everyMinutes(7)`, MINUTES],
  [`${CLOCK}.create()`, 'Exception: The frequency of the clock trigger is missing.'],
  [
    `ScriptApp.newTrigger('f').forSpreadsheet(${BOOK}).create()`,
    'Exception: The event type of the trigger is missing.',
  ],
  [
    "ScriptApp.newTrigger('f').forSpreadsheet('none').onOpen()",
    expect.stringMatching(/^Exception: No item with the given ID could be found/),
  ],
  [
    `(function () { for (var i = 0; i < 21; i++) ${CLOCK}.after(1000).create(); })()`,
    'Exception: This script has too many triggers. Triggers must be deleted from the script before more can be added.',
  ],
  [
    `(function (t) { var before = ScriptApp.getProjectTriggers().length; ScriptApp.deleteTrigger(t); return [before, ScriptApp.getProjectTriggers().length, ScriptApp.getScriptTriggers().length]; })(${CLOCK}.everyHours(1).create())`,
    [1, 0, 0],
  ],
  [
    `(function (t) { return [ScriptApp.getUserTriggers(${BOOK}).length, ScriptApp.getUserTriggers(FormApp.create('F')).length]; })(ScriptApp.newTrigger('f').forSpreadsheet(${BOOK}).onOpen().create())`,
    [1, 0],
  ],
  ['ScriptApp.getScriptId() === ScriptApp.getProjectKey() && ScriptApp.getScriptId().length > 20', true],
  ['ScriptApp.getOAuthToken()', expect.stringMatching(/^ya29\./)],
  ['[ScriptApp.getService().getUrl(), ScriptApp.getService().isEnabled()]', [null, false]],
  ['String(ScriptApp.getInstallationSource())', 'NONE'],
  [
    'String(ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL).getAuthorizationStatus())',
    'NOT_REQUIRED',
  ],
  ['ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL).getAuthorizationUrl()', null],
  ['ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL).getAuthorizedScopes()', []],
  ['ScriptApp.invalidateAuth()', null],
  ["ScriptApp.requireScopes(ScriptApp.AuthMode.FULL, ['https://www.googleapis.com/auth/drive'])", null],
  ['ScriptApp.requireAllScopes(ScriptApp.AuthMode.FULL)', null],
];

describe('ScriptApp (google.md sections 1, 2 and 9; reference, Class ScriptApp, Trigger, ClockTriggerBuilder)', () => {
  test.each(CASES)('%s', (expression, expected) => expect(evaluate(expression) ?? null).toEqual(expected));

  test('every member is called', () => {
    expect(
      uncalled(
        'ScriptApp',
        CASES.map(([expression]) => expression),
      ),
    ).toEqual([]);
  });

  test('triggers are seen by whoever made them, and nobody else can delete them', () => {
    const { workspace, projectId } = openBound(
      `function install() { ${CLOCK}.everyHours(1).create(); }
       function count() { return ScriptApp.getProjectTriggers().length; }`,
    );
    workspace.runNow({ projectId, functionName: 'install' });
    const count = (user?: string): unknown =>
      workspace.runNow({ projectId, functionName: 'count', ...(user === undefined ? {} : { user }) }).result;
    expect([count(), count(KASI)]).toEqual([1, 0]);
  });
});

test('requireScopes and authorisation info go by the manifest (google.md section 9)', () => {
  const granted = 'https://www.googleapis.com/auth/spreadsheets';
  const other = 'https://www.googleapis.com/auth/drive';
  const { workspace } = openBound(
    `function f() {
      ScriptApp.requireScopes(ScriptApp.AuthMode.FULL, ['${granted}']);
      ScriptApp.requireAllScopes(ScriptApp.AuthMode.FULL);
      var status = function (scopes) { return String(ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL, scopes).getAuthorizationStatus()); };
      try { ScriptApp.requireScopes(ScriptApp.AuthMode.FULL, ['${other}']); }
      catch (e) { return [status(['${granted}']), status(['${other}']), e.message.indexOf('${other}') > 0, Session.getActiveUser().getEmail()]; }
    }`,
    { manifest: { oauthScopes: [granted] } },
  );
  // Without userinfo.email the active user stays unknown (google.md section 5).
  expect(workspace.runNow({ functionName: 'f' }).result).toEqual(['NOT_REQUIRED', 'REQUIRED', true, '']);
});
