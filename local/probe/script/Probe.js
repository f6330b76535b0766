/*
 * Looks at what nobody can know from outside: run `probe` once in a scratch account as a script of its own, and save
 * the file probe.json that it leaves in My Drive. It makes a few files, sends nothing to anybody, and puts what it
 * made into the bin. The same runs on the local workspace; docs/live-checks.md tells how both are compared.
 */
function probe() {
  const results = {};
  const scratch = [];
  for (const name of Object.keys(PROBES)) results[name] = attempt_(() => PROBES[name](scratch));
  for (const id of scratch) attempt_(() => DriveApp.getFileById(id).setTrashed(true));
  const text = JSON.stringify({ version: 1, results }, null, 1);
  DriveApp.createFile('probe.json', text, 'application/json');
  console.log(`${Object.keys(results).length} results are in probe.json in My Drive.`);
  return text;
}

/** A value as it is; an exception as its words. */
function attempt_(work) {
  try {
    const value = work();
    return value === undefined ? 'undefined' : value;
  } catch (error) {
    return { error: `${error.name}: ${error.message}`.replace(/[-\w]{25,}/g, '<id>') };
  }
}

function book_(scratch, locale) {
  const book = SpreadsheetApp.create('Probe');
  scratch.push(book.getId());
  if (locale) book.setSpreadsheetLocale(locale);
  return book;
}

function form_(scratch) {
  const form = FormApp.create('Probe');
  scratch.push(form.getId());
  return form;
}

function kind_(value) {
  if (value instanceof Date)
    return `date ${Utilities.formatDate(value, 'Asia/Makassar', "yyyy-MM-dd'T'HH:mm:ss")}`;
  return value === '' ? 'empty' : `${typeof value} ${value}`;
}

const TYPED = [
  '08123',
  "'08123",
  '1.234',
  '1,234',
  '1.234,5',
  '12/5/2026',
  '2026-03-04',
  '07:00',
  '10%',
  'Rp 5.000',
  'TRUE',
  'ya',
  '+5',
  '@x',
  '1e3',
  ' 7 ',
  '31 Januari 2026',
];

function typed_(scratch, locale) {
  const sheet = book_(scratch, locale).getSheets()[0];
  sheet.getRange(1, 1, TYPED.length, 1).setValues(TYPED.map((text) => [text]));
  const range = sheet.getRange(1, 1, TYPED.length, 1);
  const [values, shown] = [range.getValues(), range.getDisplayValues()];
  const result = {};
  TYPED.forEach((text, at) => (result[text] = `${kind_(values[at][0])} | ${shown[at][0]}`));
  return result;
}

function linked_(scratch) {
  const book = book_(scratch);
  const form = form_(scratch);
  form.addTextItem().setTitle('Isi');
  form.setDestination(FormApp.DestinationType.SPREADSHEET, book.getId());
  const before = book.getSheets().length;
  SpreadsheetApp.flush();
  Utilities.sleep(3000);
  const sheet = SpreadsheetApp.openById(book.getId())
    .getSheets()
    .find((each) => each.getFormUrl());
  return { form, sheet, before };
}

function entries_(form) {
  const response = form.createResponse();
  for (const item of form.getItems()) response.withItemResponse(item.asTextItem().createResponse('1'));
  return (response.toPrefilledUrl().match(/entry\.\d+/g) || []).join(' ');
}

const PROBES = {
  'values typed, en_US': (scratch) => typed_(scratch, 'en_US'),
  'values typed, id_ID': (scratch) => typed_(scratch, 'id_ID'),
  'locale id_ID reads as': (scratch) => book_(scratch, 'id_ID').getSpreadsheetLocale(),
  'text cell takes =1+1 as': (scratch) => {
    const cell = book_(scratch).getSheets()[0].getRange('A1').setNumberFormat('@').setValue('=1+1');
    return [kind_(cell.getValue()), cell.getFormula()];
  },
  'comma in setFormula under id_ID': (scratch) =>
    book_(scratch, 'id_ID').getSheets()[0].getRange('A1').setFormula('=SUM(1,2)').getDisplayValue(),
  'semicolon in setFormula under id_ID': (scratch) =>
    book_(scratch, 'id_ID').getSheets()[0].getRange('A1').setFormula('=SUM(1;2)').getDisplayValue(),
  'wrong dimensions': (scratch) =>
    book_(scratch)
      .getSheets()[0]
      .getRange('A1:B2')
      .setValues([[1]]),
  'range outside': (scratch) => book_(scratch).getSheets()[0].getRange(1001, 1).getValue(),
  'range that ends outside': (scratch) =>
    book_(scratch).getSheets()[0].getRange(1, 1, 1001, 1).getValues().length,
  'getSheetValues beyond the sheet': (scratch) => {
    const values = book_(scratch).getSheets()[0].getSheetValues(999, 25, 10, 10);
    return [values.length, values[0].length];
  },
  'wrong signature': (scratch) => book_(scratch).getSheets()[0].getRange('A1').setValues('x'),
  'id as a match': (scratch) =>
    SpreadsheetApp.openById(
      book_(scratch)
        .getUrl()
        .match(/[-\w]{25,}/),
    ).getName(),
  'names of objects': (scratch) => {
    const book = book_(scratch);
    return [
      String(book),
      String(book.getSheets()[0]),
      String(SpreadsheetApp),
      JSON.stringify(FormApp.ItemType.TEXT),
    ];
  },
  'old name setBackgroundColor': (scratch) =>
    book_(scratch).getSheets()[0].getRange('A1').setBackgroundColor('green').getBackground(),
  'wrap of a new cell': (scratch) => {
    const cell = book_(scratch).getSheets()[0].getRange('A1');
    return [cell.getWrap(), String(cell.getWrapStrategy()), cell.getNumberFormat()];
  },
  'new form': (scratch) => {
    const form = form_(scratch);
    return {
      title: form.getTitle(),
      published: form.isPublished(),
      accepting: form.isAcceptingResponses(),
      collects: form.collectsEmail(),
    };
  },
  'copied form': (scratch) => {
    const form = form_(scratch);
    form.addTextItem().setTitle('Satu');
    form.addTextItem().setTitle('Dua');
    const copy = FormApp.openById(DriveApp.getFileById(form.getId()).makeCopy('Probe copy').getId());
    scratch.push(copy.getId());
    const ids = (one) =>
      one
        .getItems()
        .map((item) => item.getId())
        .join(' ');
    return {
      published: copy.isPublished(),
      accepting: copy.isAcceptingResponses(),
      sameItemIds: ids(form) === ids(copy),
      sameEntryIds: entries_(form) === entries_(copy),
      destination: attempt_(() => typeof copy.getDestinationId()),
    };
  },
  'e-mail collection can be verified': (scratch) => {
    const form = form_(scratch);
    form.setEmailCollectionType(FormApp.EmailCollectionType.VERIFIED);
    return form.collectsEmail();
  },
  'reader without account': (scratch) => {
    form_(scratch).addPublishedReader('nobody-at-all@example.invalid');
  },
  'destination of an unlinked form': (scratch) => form_(scratch).getDestinationId(),
  'linked tab': (scratch) => {
    const { sheet, before } = linked_(scratch);
    return {
      tabsBeforeFlush: before,
      name: sheet.getName(),
      header: sheet.getRange('A1').getDisplayValue(),
      rows: sheet.getMaxRows(),
      columns: sheet.getMaxColumns(),
      frozen: sheet.getFrozenRows(),
      place: sheet.getIndex(),
    };
  },
  'answer =1+1 in the linked tab': (scratch) => {
    const { form, sheet } = linked_(scratch);
    const item = form.getItems()[0].asTextItem();
    form.createResponse().withItemResponse(item.createResponse('=1+1')).submit();
    Utilities.sleep(5000);
    const cell = sheet.getRange('B2');
    return [kind_(cell.getValue()), cell.getFormula()];
  },
  'getResponses(since) takes that very moment': (scratch) => {
    const form = form_(scratch);
    const item = form.addTextItem().setTitle('Isi');
    const sent = form.createResponse().withItemResponse(item.createResponse('a')).submit();
    return form.getResponses(sent.getTimestamp()).length;
  },
  'createResponse against its validation': (scratch) => {
    const rule = FormApp.createTextValidation().requireNumber().build();
    const item = form_(scratch).addTextItem().setValidation(rule);
    return item.createResponse('bukan angka').getResponse();
  },
  'scale and choices of new items': (scratch) => {
    const form = form_(scratch);
    const scale = form.addScaleItem();
    const list = form.addListItem();
    return [scale.getLowerBound(), scale.getUpperBound(), list.getChoices().map((one) => one.getValue())];
  },
  'property of 10 KB': () =>
    PropertiesService.getUserProperties().setProperty('probe', 'x'.repeat(10240)) && 'taken',
  'missing property': () => PropertiesService.getUserProperties().getProperty('probe-none'),
  'locks and stores of a script of its own': () => [
    LockService.getDocumentLock() === null,
    PropertiesService.getDocumentProperties() === null,
    LockService.getScriptLock().tryLock(-100),
    attempt_(() => LockService.getScriptLock().waitLock(-100)),
  ],
  formatDate: () =>
    ['EEE, d MMM yyyy HH:mm:ss Z', "yyyy-MM-dd'T'HH:mm:ssXXX", 'w u D h a', 'zzzz'].map((pattern) =>
      Utilities.formatDate(new Date(Date.UTC(2026, 7, 6, 0, 30)), 'Asia/Makassar', pattern),
    ),
  formatString: () => [
    Utilities.formatString('%s|%5d|%.2f|%05d|%x|%%', 'a', 42, 1.005, 7, 255),
    attempt_(() => Utilities.formatString('%d', 'x')),
  ],
  parseCsv: () => [
    Utilities.parseCsv('a,"b ""c""",\n1,2,3'),
    attempt_(() => Utilities.parseCsv('a,b\n1').length),
  ],
  'one-off trigger counts': () => {
    const trigger = ScriptApp.newTrigger('probe').timeBased().after(3600000).create();
    const count = ScriptApp.getProjectTriggers().length;
    ScriptApp.deleteTrigger(trigger);
    return count;
  },
  'file that is not there': () => DriveApp.getFileById('none').getName(),
  'own script as a file': () => DriveApp.getFileById(ScriptApp.getScriptId()).getMimeType(),
  'html output': () => {
    const output = HtmlService.createHtmlOutput('<b>').appendUntrusted('<i>');
    return [output.getContent(), output.getTitle(), output.getWidth()];
  },
};
