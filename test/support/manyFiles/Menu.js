ORDER.push('Menu');

function onOpen() {
  SpreadsheetApp.getUi().createMenu('Banyak').addItem('Sapa', 'greet').addToUi();
}

function greet() {
  count += 1;
  return join_(GREETING, new Pair('Sari', 1).first, count);
}

function loaded() {
  return order;
}

function page() {
  const template = HtmlService.createTemplateFromFile('page');
  template.people = [
    { name: 'Sari <b>', age: 30 },
    { name: 'Budi', age: 41 },
  ];
  template.safe = '<em>aman</em>';
  return template.evaluate().getContent();
}

function included(name) {
  return HtmlService.createHtmlOutputFromFile(name).getContent();
}

function brokenPage() {
  return HtmlService.createTemplateFromFile('broken').evaluate().getContent();
}

function fails() {
  return deep_({});
}

function deep_(thing) {
  return thing.missing.name;
}

function twice() {
  return [greet(), greet()];
}
