/* A small bound script for the tests of the pages: menus, questions, a dialog, a sidebar, toasts, triggers. */
function onOpen() {
  const ui = SpreadsheetApp.getUi();
  ui.createMenu('Contoh')
    .addItem('Tulis', 'write')
    .addItem('Tanya', 'ask')
    .addItem('Gagal', 'fail')
    .addItem('Pindah', 'go')
    .addItem('Hitung', 'count')
    .addSeparator()
    .addSubMenu(ui.createMenu('Jendela').addItem('Dialog', 'showDialog').addItem('Bilah', 'showSidebar'))
    .addToUi();
}

function onEdit(e) {
  if (e.range.getA1Notation() === 'B2') e.source.toast(String(e.value), 'Diubah', 5);
}

function write() {
  console.log('menulis <b>');
  SpreadsheetApp.getActiveSpreadsheet().getSheets()[0].getRange('G5').setValue('ditulis skrip');
}

function ask() {
  const ui = SpreadsheetApp.getUi();
  const answer = ui.prompt('Bulan', 'Bulan apa?', ui.ButtonSet.OK_CANCEL);
  SpreadsheetApp.getActiveSpreadsheet().toast(answer.getResponseText(), 'Jawaban', 5);
}

/** Goes to a range of another tab, as a script's links within a spreadsheet do. */
function go() {
  const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName('Kosong');
  sheet.setActiveRange(sheet.getRange('B3:C4'));
}

function count() {
  const range = SpreadsheetApp.getActiveRange();
  range.getSheet().getParent().toast(range.getA1Notation(), 'Dipilih', 5);
}

function fail() {
  throw new Error('sengaja <gagal>');
}

function showDialog() {
  const html = HtmlService.createHtmlOutputFromFile('dialog').setWidth(420).setHeight(260);
  SpreadsheetApp.getUi().showModalDialog(html, 'Dialog <contoh>');
}

function showSidebar() {
  SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('dialog').setTitle('Bilah'));
}

function add(a, b) {
  return { sum: a + b };
}

function secret_() {
  return 'rahasia';
}

function tick() {
  console.log('berdetak');
}

function remember() {
  PropertiesService.getScriptProperties().setProperties({ bulan: '2026-07', penerima: 'sari@example.com' });
  PropertiesService.getDocumentProperties().setProperty('versi', '3');
}

function install() {
  ScriptApp.newTrigger('tick').timeBased().everyHours(1).create();
}

function onHomepage() {
  const section = CardService.newCardSection()
    .setHeader('Bulan ini')
    .addWidget(
      CardService.newDecoratedText().setTopLabel('Masuk').setText('<b>13</b> dari 16 <script>x</script>'),
    )
    .addWidget(CardService.newTextInput().setFieldName('name').setTitle('Nama'))
    .addWidget(
      CardService.newTextButton()
        .setText('Sapa')
        .setOnClickAction(CardService.newAction().setFunctionName('greet').setParameters({ word: 'Halo' })),
    )
    .addWidget(
      CardService.newTextButton()
        .setText('Buka')
        .setOpenLink(CardService.newOpenLink().setUrl('https://docs.google.com/spreadsheets/d/abc/edit')),
    );
  return CardService.newCardBuilder()
    .setHeader(CardService.newCardHeader().setTitle('Ringkasan'))
    .addSection(section)
    .build();
}

function greet(e) {
  const card = CardService.newCardBuilder()
    .setHeader(CardService.newCardHeader().setTitle(e.parameters.word + ' ' + e.formInput.name))
    .build();
  return CardService.newActionResponseBuilder()
    .setNotification(CardService.newNotification().setText('Disapa'))
    .setNavigation(CardService.newNavigation().pushCard(card))
    .build();
}
