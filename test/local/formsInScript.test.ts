import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LocalWorkspace } from '../../local/host/workspace';

/** The same services as a script sees them: through the isolate, the door and the journal's touch check. */
const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

const OWNER = 'kantor@contoh.id';

function open(code: string, files: Record<string, string>) {
  const directory = mkdtempSync(join(tmpdir(), 'local-forms-'));
  folders.push(directory);
  const manifest = { timeZone: 'Asia/Makassar', runtimeVersion: 'V8', exceptionLogging: 'STACKDRIVER' };
  const all = { 'Code.js': code, 'appsscript.json': JSON.stringify(manifest), ...files };
  for (const [name, text] of Object.entries(all)) writeFileSync(join(directory, name), text);
  const workspace = LocalWorkspace.open({
    now: '2026-08-06T08:00:00+08:00',
    people: { owner: OWNER, others: ['kasi@contoh.id'] },
    checkTouches: true,
    switches: { language: 'en' },
  });
  workspace.addProject({ directory, name: 'Uji', owner: OWNER });
  return workspace;
}

/** The value of an expression or a block in a script. */
function value(body: string, files: Record<string, string> = {}): unknown {
  const run = open(`function f() { ${body} }`, files).runNow({ functionName: 'f' });
  if (run.error) throw new Error(run.error.message);
  return run.result;
}

describe('a script builds a form', () => {
  const cases: [string, string, unknown][] = [
    [
      'choices, navigation and validation by their builders',
      `var form = FormApp.create('F');
       var choose = form.addMultipleChoiceItem().setTitle('Jenis').setRequired(true);
       var page = form.addPageBreakItem().setTitle('A');
       form.addPageBreakItem().setGoToPage(FormApp.PageNavigationType.SUBMIT);
       choose.setChoices([choose.createChoice('a', page), choose.createChoice('b', FormApp.PageNavigationType.SUBMIT)]);
       var rule = FormApp.createTextValidation().requireNumberBetween(0, 9).setHelpText('h').build();
       form.addTextItem().setTitle('n').setValidation(rule);
       form.addParagraphTextItem().setValidation(FormApp.createParagraphTextValidation().requireTextLengthLessThanOrEqualTo(9).build());
       form.addCheckboxItem().setChoiceValues(['x']).setValidation(FormApp.createCheckboxValidation().requireSelectAtMost(1).build());
       form.addGridItem().setRows(['r']).setColumns(['c']).setValidation(FormApp.createGridValidation().requireLimitOneResponsePerColumn().build());
       form.addCheckboxGridItem().setValidation(FormApp.createCheckboxGridValidation().requireLimitOneResponsePerColumn().build());
       var c = choose.getChoices();
       return [form.getItems().length, String(c[0].getPageNavigationType()), c[0].getGotoPage().getTitle(),
         c[1].getPageNavigationType() === FormApp.PageNavigationType.SUBMIT, String(form.getItems()[0].getType()),
         form.getItems(FormApp.ItemType.TEXT).length];`,
      [8, 'GO_TO_PAGE', 'A', true, 'MULTIPLE_CHOICE', 1],
    ],
    [
      'members that the published types lack',
      `var form = FormApp.create('F', true);
       if (!form.supportsAdvancedResponderPermissions()) throw new Error('no');
       form.setPublished(false).setPublished(true).addPublishedReaders(['a@b.id']);
       form.setEmailCollectionType(FormApp.EmailCollectionType.VERIFIED);
       form.addRatingItem().setRatingIcon(FormApp.RatingIconType.HEART).setRatingScaleLevel(4);
       return [form.isPublished(), form.collectsEmail(), form.getPublishedReaders()[0].getEmail(),
         form.getItems(FormApp.ItemType.RATING).length];`,
      [true, true, 'a@b.id', 1],
    ],
    [
      'a date answer in the script’s zone',
      `var form = FormApp.create('F');
       var item = form.addDateItem();
       return item.createResponse(new Date(2026, 7, 1)).getResponse();`,
      '2026-08-01',
    ],
    [
      'responses since a time, with Dates that are Dates',
      `var form = FormApp.create('F');
       var item = form.addTextItem();
       form.createResponse().withItemResponse(item.createResponse('x')).submit();
       var all = form.getResponses();
       var t = all[0].getTimestamp();
       return [t instanceof Date, form.getResponses(t).length, form.getResponses(new Date(t.getTime() + 1)).length,
         all[0].getItemResponses()[0].getItem().getId() === item.getId()];`,
      [true, 1, 0, true],
    ],
    [
      'linked to a spreadsheet that shows the tab after a flush',
      `var book = SpreadsheetApp.create('Respons');
       var form = FormApp.create('F');
       form.addTextItem().setTitle('Nama');
       form.setDestination(FormApp.DestinationType.SPREADSHEET, book.getId());
       var before = book.getSheets().length;
       SpreadsheetApp.flush();
       Utilities.sleep(1500);
       var tabs = SpreadsheetApp.openById(book.getId()).getSheets();
       var tab = tabs.filter(function (s) { return s.getFormUrl(); })[0];
       return [before, tabs.length, tab.getName(), tab.getRange(1, 1, 1, 2).getValues(),
         tab.getFormUrl().indexOf(form.getId()) > 0 || tab.getFormUrl().indexOf('/forms/') > 0];`,
      [1, 2, 'Form Responses 1', [['Timestamp', 'Nama']], true],
    ],
    [
      'the text of an unlinked form is caught',
      `try { FormApp.create('F').getDestinationId(); } catch (e) { return [e.name, e.message]; }`,
      ['Exception', 'The form currently has no response destination.'],
    ],
    [
      'a wrong argument has the signature words',
      `try { FormApp.create('F').setTitle({}); } catch (e) { return e.message; }`,
      expect.stringContaining("don't match the method signature for FormApp.Form.setTitle"),
    ],
    [
      'points, feedback and right answers of a quiz are kept',
      `var form = FormApp.create('F').setIsQuiz(true), said = FormApp.createFeedback().setText('t').addLink('https://a.example', 'A').build();
       var one = form.addMultipleChoiceItem().setPoints(2).setFeedbackForCorrect(said).setFeedbackForIncorrect(said);
       one.setChoices([one.createChoice('a', true), one.createChoice('b', false)]);
       var many = form.addCheckboxItem();
       many.setChoices([many.createChoice('a', true), many.createChoice('b'), many.createChoice('c', true)]);
       var text = form.addTextItem().setPoints(3).setGeneralFeedback(said);
       var right = function (item) { return item.getChoices().map(function (c) { return c.isCorrectAnswer(); }); };
       return [right(one), right(many), one.getPoints(), one.getFeedbackForCorrect().getText(),
         one.getFeedbackForIncorrect().getLinkUrls(), text.getPoints(), text.getGeneralFeedback().getText()];`,
      [[true, false], [true, false, true], 2, 't', ['https://a.example'], 3, 't'],
    ],
    [
      'quiz grading is refused by name',
      `try { FormApp.create('F').submitGrades([]); } catch (e) { return e.message; }`,
      'Form.submitGrades is not supported by the local workspace',
    ],
  ];
  test.each(cases)('%s', (_, body, expected) => expect(value(body)).toEqual(expected));
});

describe('Drive, mail, HTML and fetching from a script', () => {
  const cases: [string, string, unknown][] = [
    [
      'folders, files, iterators, copies',
      `var folder = DriveApp.createFolder('Desa');
       folder.createFile('a.csv', 'x,y', MimeType.CSV);
       var form = FormApp.create('F');
       var copy = DriveApp.getFileById(form.getId()).makeCopy('Salinan', folder);
       var names = [];
       for (var files = folder.getFiles(); files.hasNext();) names.push(files.next().getName());
       return [names.sort(), FormApp.openById(copy.getId()).isPublished(), copy.getMimeType() === MimeType.GOOGLE_FORMS];`,
      [['Salinan', 'a.csv'], false, true],
    ],
    [
      'sharing by constants',
      `var file = DriveApp.createFile('a', 'x');
       file.setSharing(DriveApp.Access.ANYONE_WITH_LINK, DriveApp.Permission.VIEW);
       return [String(file.getSharingAccess()), file.getAccess('x@y.id') === DriveApp.Permission.NONE];`,
      ['ANYONE_WITH_LINK', true],
    ],
    [
      'mail with an attachment and the quota',
      `var before = MailApp.getRemainingDailyQuota();
       MailApp.sendEmail({ to: 'a@b.id', subject: 's', htmlBody: '<b>', attachments: [DriveApp.createFile('a', 'x')] });
       MailApp.sendEmail('a@b.id', 's', 'b', { attachments: [Utilities.newBlob('x', 'text/plain', 'n')] });
       return before - MailApp.getRemainingDailyQuota();`,
      2,
    ],
    [
      'a template with its own fields and a function of the script',
      `var t = HtmlService.createTemplateFromFile('Page');
       t.names = ['<a>', 'b'];
       return t.evaluate().setTitle('T').getContent();`,
      '<ul><li>&lt;a&gt;</li><li>b</li></ul>1\n',
    ],
    [
      'one thing that is not served',
      `try { UrlFetchApp.fetch('https://example.com/'); } catch (e) { return e.message; }`,
      'UrlFetchApp.fetch of https://example.com/ is not supported by the local workspace',
    ],
    ['text output', `return ContentService.createTextOutput('x').getContent();`, 'x'],
    [
      'a card',
      `return JSON.parse(CardService.newCardBuilder().addSection(CardService.newCardSection()
         .addWidget(CardService.newTextParagraph().setText('t'))
         .addWidget(CardService.newDivider())
         .addWidget(CardService.newButtonSet().addButton(CardService.newTextButton().setText('b')
           .setOnClickAction(CardService.newAction().setFunctionName('g'))))).build().printJson()).sections[0].widgets.length;`,
      3,
    ],
    [
      'a draft',
      `var d = GmailApp.createDraft('a@b.id', 's', 'b'); return GmailApp.getDraft(d.getId()).getMessage().getSubject();`,
      's',
    ],
  ];
  const page =
    '<ul><? for (var n of names) { ?><li><?= n ?></li><? } ?></ul><?!= typeof f === "function" ? 1 : 0 ?>\n';
  test.each(cases)('%s', (_, body, expected) => expect(value(body, { 'Page.html': page })).toEqual(expected));

  test('the advanced Drive service, when the manifest has it', () => {
    const dependencies = {
      enabledAdvancedServices: [{ userSymbol: 'Drive', serviceId: 'drive', version: 'v3' }],
    };
    const manifest = JSON.stringify({ timeZone: 'Asia/Makassar', runtimeVersion: 'V8', dependencies });
    const body = `var form = FormApp.create('F');
      var asked = { fields: 'view' };
      return Drive.Permissions.create({ type: 'anyone', role: 'reader', view: 'published' }, form.getId(), asked).view;`;
    expect(value(body, { 'appsscript.json': manifest })).toBe('published');
  });
});
