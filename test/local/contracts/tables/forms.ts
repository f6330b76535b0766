import type { Case } from '../../../support/contracts';

/** What is set is read; `has` = the name of the getter where it is not `get…`. */
const set = (
  setter: string,
  value: string,
  getter: string,
  before: unknown,
  told: unknown = JSON.parse(value),
): Case => [
  `var before = plain(form.${getter}()); form.${setter}(${value}); return [before, plain(FormApp.openById(form.getId()).${getter}())];`,
  [before, told],
];
const ANSWERED =
  "var item = form.addTextItem().setTitle('Nama'); form.createResponse().withItemResponse(item.createResponse('Siti')).submit(); var response = form.getResponses()[0];";

export const forms: Case[] = [
  set('setTitle', '"Judul"', 'getTitle', ''),
  set('setDescription', '"Isi"', 'getDescription', ''),
  set('setConfirmationMessage', '"Terima kasih"', 'getConfirmationMessage', ''),
  set('setCustomClosedFormMessage', '"Tutup"', 'getCustomClosedFormMessage', ''),
  set('setAllowResponseEdits', 'true', 'canEditResponse', false),
  set('setLimitOneResponsePerUser', 'true', 'hasLimitOneResponsePerUser', false),
  set('setProgressBar', 'true', 'hasProgressBar', false),
  set('setShuffleQuestions', 'true', 'getShuffleQuestions', false),
  set('setShowLinkToRespondAgain', 'false', 'hasRespondAgainLink', true),
  set('setPublishingSummary', 'true', 'isPublishingSummary', false),
  set('setIsQuiz', 'true', 'isQuiz', false),
  set('setCollectEmail', 'true', 'collectsEmail', false),
  set(
    'setEmailCollectionType',
    'FormApp.EmailCollectionType.VERIFIED',
    'getEmailCollectionType',
    'DO_NOT_COLLECT',
    'VERIFIED',
  ),
  set('setAcceptingResponses', 'false', 'isAcceptingResponses', true),
  set('setPublished', 'false', 'isPublished', true),
  [
    'form.setPublished(false); return [form.isAcceptingResponses(), tried(function () { return form.setAcceptingResponses(true); })];',
    [false, 'Exception: Cannot accept responses on an unpublished form.'],
  ],
  [
    'return [form.requiresLogin(), tried(function () { return form.setRequireLogin(true); }), form.supportsAdvancedResponderPermissions()];',
    [false, 'Exception: This operation is not supported for consumer accounts.', true],
  ],
  [
    'var id = form.getId(); return [form.getEditUrl().indexOf(id) > 0, form.getSummaryUrl().indexOf(id) > 0, /\\/forms\\/d\\/e\\/.+\\/viewform$/.test(form.getPublishedUrl()), form.getPublishedUrl().indexOf(id), FormApp.openByUrl(form.getEditUrl()).getId() === id, FormApp.openByUrl(form.getPublishedUrl()).getId() === id, /^https:\\/\\/forms\\.gle\\/[\\w-]{17}$/.test(form.shortenFormUrl(form.getPublishedUrl()))];',
    [true, true, true, -1, true, true, true],
  ],
  [
    "return [FormApp.getActiveForm(), tried(function () { return FormApp.getUi(); }), tried(function () { return FormApp.openById('tiada'); }), FormApp.create('G', false).isPublished(), FormApp.create('G', true).isPublished()];",
    [
      null,
      expect.stringMatching(/^Exception: Cannot call FormApp\.getUi\(\) from this context/),
      expect.stringMatching(/^Exception: /),
      false,
      true,
    ],
  ],
  [
    "form.addEditor('kasi@contoh.id'); var one = mails(form.getEditors()); form.removeEditor('kasi@contoh.id'); form.addEditors(['kasi@contoh.id']); var two = mails(form.getEditors()); form.removeEditor('kasi@contoh.id'); return [one, two, mails(form.getEditors())];",
    [['kantor@contoh.id', 'kasi@contoh.id'], ['kantor@contoh.id', 'kasi@contoh.id'], ['kantor@contoh.id']],
  ],
  [
    "form.addPublishedReader('kasi@contoh.id'); var one = mails(form.getPublishedReaders()); form.removePublishedReader('kasi@contoh.id'); form.addPublishedReaders(['kasi@contoh.id']); return [one, mails(form.getPublishedReaders())];",
    [['kasi@contoh.id'], ['kasi@contoh.id']],
  ],
  [
    "var a = form.addTextItem().setTitle('a'), b = form.addListItem().setTitle('b'), c = form.addTextItem().setTitle('c'), titles = function () { return form.getItems().map(function (i) { return i.getTitle(); }).join(''); }; form.moveItem(2, 0); var first = titles(); form.moveItem(a, 0); var second = titles(); form.deleteItem(0); form.deleteItem(c); return [first, second, titles(), form.getItems(FormApp.ItemType.TEXT).length, form.getItems(FormApp.ItemType.LIST).length, form.getItemById(b.getId()).getTitle(), form.getItemById(1)];",
    ['cab', 'acb', 'b', 0, 1, 'b', null],
  ],
  [
    "var book = SpreadsheetApp.create('Jawaban'); form.setDestination(FormApp.DestinationType.SPREADSHEET, book.getId()); var linked = [form.getDestinationId() === book.getId(), String(form.getDestinationType())]; form.removeDestination(); return [linked, tried(function () { return form.getDestinationId(); })];",
    [[true, 'SPREADSHEET'], 'Exception: The form currently has no response destination.'],
  ],
  [
    `${ANSWERED} return [response.getId() === form.getResponse(response.getId()).getId(), response.getTimestamp() instanceof Date, response.getRespondentEmail(), response.getItemResponses().map(function (r) { return [r.getItem().getTitle(), r.getResponse()]; }), response.getResponseForItem(item).getResponse(), /viewform\\?edit2=/.test(response.getEditResponseUrl()), response.toPrefilledUrl().indexOf('Siti') > 0];`,
    [true, true, '', [['Nama', 'Siti']], 'Siti', true, true],
  ],
  [
    `${ANSWERED} var since = response.getTimestamp(); return [form.getResponses(since).length, form.getResponses(new Date(since.getTime() + 1)).length];`,
    [1, 0],
  ],
  [
    `${ANSWERED} form.deleteResponse(response.getId()); return [form.getResponses(), tried(function () { return form.deleteResponse('tiada'); })];`,
    [[], expect.stringMatching(/^Exception: /)],
  ],
  [`${ANSWERED} form.deleteAllResponses(); return form.getResponses();`, []],
  [
    `${ANSWERED} var score = response.getResponseForItem(item), before = [score.getScore(), score.getFeedback()]; score.setScore(2).setFeedback(FormApp.createFeedback().setText('Bagus').build()); return [before, score.getScore(), score.getFeedback().getText()];`,
    [[null, null], 2, 'Bagus'],
  ],
  [
    'var draft = form.createResponse(); return [draft.getId(), draft.getTimestamp(), tried(function () { return draft.submit().submit(); })];',
    [null, null, expect.stringMatching(/^Exception: /)],
  ],
];
