import { inflateSync } from 'node:zlib';
import { unzip } from '../../local/host/zip';
import { MIME } from '../../local/state/file';
import { cleanUp, openWorkspace, projectFolder } from '../support/localProject';

afterEach(cleanUp);

/** One white pixel. */
const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';

function openF(body: string) {
  const workspace = openWorkspace();
  return {
    workspace,
    projectId: workspace.addProject({ directory: projectFolder(`function f() { ${body} }`) }),
  };
}
function runF(body: string) {
  const { workspace, projectId } = openF(body);
  return { workspace, run: workspace.runNow({ projectId, functionName: 'f' }) };
}
/** What a script finds out about a fresh document `doc` with its `body`. */
function inDocument(body: string): unknown {
  const { run } = runF(`var doc = DocumentApp.create('Surat'), body = doc.getBody(); ${body}`);
  expect(run.error).toBeUndefined();
  return run.result;
}

describe('DocumentApp (reference, Document service)', () => {
  test.each<[string, string, unknown]>([
    [
      'a new document has one blank paragraph',
      'return [body.getNumChildren(), body.getText(), doc.getName()];',
      [1, '', 'Surat'],
    ],
    [
      'paragraphs follow it',
      "body.appendParagraph('Satu'); body.appendParagraph('Dua'); return body.getText();",
      '\nSatu\nDua',
    ],
    [
      'setText writes a paragraph a line',
      "body.setText('a\\nb'); return body.getParagraphs().map(function (p) { return p.getText(); });",
      ['a', 'b'],
    ],
    [
      'it opens again by id and by address',
      'return [DocumentApp.openById(doc.getId()).getName(), DocumentApp.openByUrl(doc.getUrl()).getId() === doc.getId()];',
      ['Surat', true],
    ],
    [
      'types are constants',
      "var p = body.appendParagraph('x'); return [p.getType() === DocumentApp.ElementType.PARAGRAPH, String(p.getChild(0).getType()), String(p)];",
      [true, 'TEXT', 'Paragraph'],
    ],
    [
      'headings',
      "var p = body.appendParagraph('x').setHeading(DocumentApp.ParagraphHeading.HEADING2); return [String(p.getHeading()), String(body.getChild(0).getHeading())];",
      ['HEADING2', 'NORMAL'],
    ],
    [
      'alignment, indents and spacing',
      "var p = body.appendParagraph('x').setAlignment(DocumentApp.HorizontalAlignment.CENTER).setIndentStart(36).setSpacingAfter(6).setLineSpacing(1.5); return [String(p.getAlignment()), p.getIndentStart(), p.getSpacingAfter(), p.getLineSpacing(), p.getSpacingBefore()];",
      ['CENTER', 36, 6, 1.5, null],
    ],
    [
      'a template is filled by patterns',
      "body.setText('Yth. {{nama}}, {{nama}} dari {{desa}}'); body.replaceText('{{nama}}', 'Bu $1 Siti'); body.replaceText('\\\\{\\\\{desa\\\\}\\\\}', 'Kalahiang'); return body.getText();",
      'Yth. Bu $1 Siti, Bu $1 Siti dari Kalahiang',
    ],
    [
      'a replacement keeps the style of what it replaces',
      "var p = body.appendParagraph('Nama: '); p.appendText('{{x}}').setBold(true); body.replaceText('{{x}}', 'Siti'); var t = p.editAsText(); return [t.getText(), t.isBold(0), t.isBold(6), t.isBold()];",
      ['Nama: Siti', null, true, null],
    ],
    [
      'RE2 flags inside of a pattern',
      "body.setText('Camat CAMAT'); body.replaceText('(?i)camat', 'x'); return body.getText();",
      'x x',
    ],
    [
      'findText gives letters and goes on from them',
      "body.setText('aba ab'); var r = body.findText('ab'), s = body.findText('ab', r); return [r.getStartOffset(), r.getEndOffsetInclusive(), r.isPartial(), s.getStartOffset(), body.findText('ab', s)];",
      [0, 1, true, 4, null],
    ],
    [
      'some letters are styled',
      "var t = body.appendParagraph('tebal biasa').editAsText().setBold(0, 4, true).setForegroundColor(0, 4, '#ff0000').setFontSize(12); return [t.isBold(4), t.isBold(5), t.getForegroundColor(0), t.getFontSize(), t.getTextAttributeIndices()];",
      [true, null, '#ff0000', 12, [0, 5]],
    ],
    [
      'text is inserted and deleted',
      "var t = body.appendParagraph('abcdef').editAsText(); t.deleteText(1, 2); t.insertText(1, 'XY'); return t.getText();",
      'aXYdef',
    ],
    [
      'a link is blue and underlined',
      "var t = body.appendParagraph('laman').editAsText().setLinkUrl('https://contoh.id'); return [t.getLinkUrl(), t.isUnderline(), t.getForegroundColor()];",
      ['https://contoh.id', true, '#1155cc'],
    ],
    [
      'attributes go to paragraph and letters',
      "var s = {}; s[DocumentApp.Attribute.BOLD] = true; s[DocumentApp.Attribute.HORIZONTAL_ALIGNMENT] = DocumentApp.HorizontalAlignment.RIGHT; var p = body.appendParagraph('x').setAttributes(s); var a = p.getAttributes(); return [p.editAsText().isBold(), String(p.getAlignment()), a.BOLD, String(a.HORIZONTAL_ALIGNMENT), a.FONT_SIZE];",
      [true, 'RIGHT', true, 'RIGHT', null],
    ],
    [
      'list items join the list before them',
      "var a = body.appendListItem('a'), b = body.appendListItem('b').setNestingLevel(1).setGlyphType(DocumentApp.GlyphType.BULLET); body.appendParagraph('-'); var c = body.appendListItem('c'); return [a.getListId() === b.getListId(), a.getListId() === c.getListId(), String(a.getGlyphType()), String(b.getGlyphType()), b.getNestingLevel(), body.getListItems().length];",
      [true, false, 'NUMBER', 'BULLET', 1, 3],
    ],
    [
      'tables by rows and cells',
      "var t = body.appendTable([['a', 'b'], ['c', 'd']]); t.getCell(1, 1).setText('D'); t.appendTableRow().appendTableCell('e'); t.getRow(0).getCell(0).setBackgroundColor('#eeeeee'); t.setColumnWidth(0, 90); return [t.getNumRows(), t.getCell(1, 1).getText(), t.getRow(2).getNumCells(), t.getCell(0, 0).getBackgroundColor(), t.getColumnWidth(0), body.getTables()[0].getText()];",
      [3, 'D', 1, '#eeeeee', 90, 'a\nb\nc\nD\ne'],
    ],
    [
      'pictures of blobs have their own size',
      `var i = body.appendImage(Utilities.newBlob(Utilities.base64Decode('${PIXEL}'), 'image/png')); i.setWidth(40); return [i.getWidth(), i.getHeight(), body.getImages().length, String(i.getParent().getType()), i.getBlob().getContentType()];`,
      [40, 1, 1, 'PARAGRAPH', 'image/png'],
    ],
    [
      'header and footer',
      "doc.addHeader().setText('Kop'); doc.addFooter().appendParagraph('Kaki'); return [doc.getHeader().getText(), doc.getFooter().getText()];",
      ['Kop', '\nKaki'],
    ],
    [
      'page and margins',
      'body.setMarginLeft(36).setPageWidth(612); return [body.getMarginLeft(), body.getPageWidth(), body.getMarginTop()];',
      [36, 612, 72],
    ],
    [
      'copies are detached, and go into another document',
      "body.appendParagraph('asal').setHeading(DocumentApp.ParagraphHeading.TITLE); var other = DocumentApp.create('Lain'); var c = body.getChild(1).copy(); var in_ = [c.getParent()]; other.getBody().appendParagraph(c); return in_.concat([other.getBody().getText(), String(c.getParent().getType())]);",
      [null, '\nasal', 'BODY_SECTION'],
    ],
    [
      'siblings, children, removal',
      "var a = body.appendParagraph('a'), b = body.appendParagraph('b'); var out = [a.getNextSibling().getText(), body.getChildIndex(b), b.isAtDocumentEnd()]; a.removeFromParent(); return out.concat(body.getText());",
      ['b', 2, true, '\nb'],
    ],
    [
      'paragraphs of one kind are merged',
      "body.appendParagraph('a'); body.appendParagraph('b').merge(); return [body.getNumChildren(), body.getText()];",
      [2, '\nab'],
    ],
    [
      'elements are found by type',
      "body.appendTable([['a']]); var r = body.findElement(DocumentApp.ElementType.TABLE); return [String(r.getElement().getType()), r.isPartial(), body.findElement(DocumentApp.ElementType.TABLE, r)];",
      ['TABLE', false, null],
    ],
    [
      'rules and page breaks',
      'body.appendHorizontalRule(); body.appendPageBreak(); return [String(body.getChild(1).getChild(0).getType()), String(body.getChild(2).getChild(0).getType())];',
      ['HORIZONTAL_RULE', 'PAGE_BREAK'],
    ],
    [
      'a document has one tab',
      "body.setText('x'); return [doc.getTabs().length, doc.getTabs()[0].asDocumentTab().getBody().getText()];",
      [1, 'x'],
    ],
    [
      'nobody has it open',
      'return [DocumentApp.getActiveDocument(), doc.getCursor(), doc.getSelection()];',
      [null, null, null],
    ],
  ])('%s', (_, body, expected) => expect(inDocument(body)).toEqual(expected));

  test.each([
    [
      'an element stands in one place only',
      'body.appendParagraph(body.getChild(0));',
      'Element must be detached.',
    ],
    [
      'a section keeps a paragraph',
      'body.getChild(0).removeFromParent();',
      "Can't remove the last paragraph in a document section.",
    ],
    [
      'a closed document is not written',
      "doc.saveAndClose(); body.appendParagraph('x');",
      'Document is closed, its contents cannot be changed.',
    ],
    ['what is no picture', "body.appendImage(Utilities.newBlob('x'));", 'Invalid image data.'],
    [
      'DOCX is no kind that getAs makes',
      'doc.getAs(MimeType.MICROSOFT_WORD);',
      `Converting from ${MIME.document} to application/vnd.openxmlformats-officedocument.wordprocessingml.document is not supported.`,
    ],
    [
      'signatures',
      'body.appendParagraph({});',
      "The parameters ((class)) don't match the method signature for DocumentApp.Body.appendParagraph.",
    ],
    [
      'what the workspace lacks',
      'doc.newRange();',
      'Document.newRange is not supported by the local workspace',
    ],
    ['no page is open', 'DocumentApp.getUi();', 'Cannot call DocumentApp.getUi() from this context.'],
  ])('%s', (_, body, message) => {
    const { run } = runF(`var doc = DocumentApp.create('Surat'), body = doc.getBody(); ${body}`);
    expect(run.error?.message).toBe(message);
  });

  test('a template is copied by DriveApp, and the copy filled alone', () => {
    const { run } = runF(`
      var template = DocumentApp.create('Templat');
      template.getBody().setText('Yth. {{nama}}');
      template.saveAndClose();
      var copy = DocumentApp.openById(DriveApp.getFileById(template.getId()).makeCopy('Surat Siti').getId());
      copy.getBody().replaceText('{{nama}}', 'Siti');
      copy.saveAndClose();
      return [copy.getName(), DocumentApp.openById(copy.getId()).getBody().getText(), DocumentApp.openById(template.getId()).getBody().getText()];`);
    expect(run.result).toEqual(['Surat Siti', 'Yth. Siti', 'Yth. {{nama}}']);
  });

  test('the documents of a day are counted (google.md section 1)', () => {
    const { workspace, projectId } = openF("for (var i = 0; i < 125; i++) DocumentApp.create('x');");
    for (let run = 0; run < 2; run += 1) workspace.runNow({ projectId, functionName: 'f' });
    expect(workspace.runNow({ projectId, functionName: 'f' }).error?.message).toBe(
      'Service invoked too many times for one day: docs create.',
    );
    expect(workspace.store.ids('document')).toHaveLength(250);
  });
});

/** What is drawn on the pages of a PDF, and how many pages there are. */
function readPdf(bytes: Uint8Array): { pages: number; text: string } {
  const file = Buffer.from(bytes);
  const plain = file.toString('latin1');
  expect(plain.startsWith('%PDF-1.4')).toBe(true);
  const place = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(plain)?.[1]);
  expect(plain.slice(place, place + 4)).toBe('xref');
  let text = '';
  for (const match of plain.matchAll(/\/FlateDecode \/Length (\d+) >>\nstream\n/g)) {
    const start = match.index + match[0].length;
    const content = inflateSync(file.subarray(start, start + Number(match[1]))).toString('latin1');
    text += [...content.matchAll(/\((.*?)\) Tj/g)].map((found) => found[1]).join(' ');
  }
  return { pages: plain.match(/\/Type \/Page /g)?.length ?? 0, text };
}
const entry = (bytes: Uint8Array, name: string): string =>
  Buffer.from(unzip(bytes).find((each) => each.name === name)?.bytes ?? []).toString('utf8');

const LETTER = `
  var doc = DocumentApp.create('Surat undangan'), body = doc.getBody();
  body.appendParagraph('Undangan').setHeading(DocumentApp.ParagraphHeading.TITLE);
  body.appendParagraph('Yth. Bapak & Ibu').setAlignment(DocumentApp.HorizontalAlignment.RIGHT);
  body.appendListItem('Pertama'); body.appendListItem('Kedua');
  body.appendTable([['No', 'Nama'], ['1', 'Siti (RT 01)']]).getCell(0, 0).setBackgroundColor('#eeeeee');
  body.appendImage(Utilities.newBlob(Utilities.base64Decode('${PIXEL}'), 'image/png'));
  body.appendPageBreak();
  body.appendParagraph('Laman').editAsText().setLinkUrl('https://contoh.id/?a=1&b=2');
  doc.addHeader().setText('Kop surat');`;

describe('files of documents', () => {
  test('PDF by getAs, with every letter and page', () => {
    const { run, workspace } = runF(
      `${LETTER} DriveApp.createFile(doc.getAs(MimeType.PDF)); return [doc.getBlob().getName(), doc.getAs('application/pdf').getContentType()];`,
    );
    expect([run.error, run.result]).toEqual([undefined, ['Surat undangan.pdf', 'application/pdf']]);
    const file = workspace.store.ids('file').map((id) => workspace.store.get('file', id));
    const made = file.find((each) => each?.name === 'Surat undangan.pdf');
    const { pages, text } = readPdf(Buffer.from(made?.content ?? '', 'base64'));
    expect(pages).toBe(2);
    for (const word of [
      'Undangan',
      'Bapak & Ibu',
      '1.',
      '2.',
      'Pertama',
      'Siti',
      '\\(RT 01\\)',
      'Kop surat',
      'Laman',
    ]) {
      expect(text).toContain(word.replace(/ /g, ' '));
    }
  });

  test('DOCX, PDF, text and HTML from the export address with the script’s token', () => {
    const { run } = runF(`${LETTER}
      var ask = function (format, headers) {
        return UrlFetchApp.fetch('https://docs.google.com/document/d/' + doc.getId() + '/export?format=' + format,
          { headers: headers, muteHttpExceptions: true });
      };
      var mine = { Authorization: 'Bearer ' + ScriptApp.getOAuthToken() };
      return [ask('docx', mine).getContent(), ask('txt', mine).getContentText(), ask('html', mine).getContentText(),
        ask('pdf', mine).getBlob().getContentType(), ask('xlsx', mine).getResponseCode(), ask('docx', {}).getResponseCode()];`);
    const [docx, txt, html, ...rest] = run.result as [number[], string, string, string, number, number];
    expect(rest).toEqual(['application/pdf', 400, 401]);
    expect(txt).toContain('Yth. Bapak & Ibu\nPertama\nKedua\nNo\nNama');
    expect(html).toContain('<a href="https://contoh.id/?a=1&amp;b=2">');
    const bytes = Uint8Array.from(docx, (byte) => byte & 255);
    const xml = entry(bytes, 'word/document.xml');
    for (const part of [
      '<w:pStyle w:val="Title"/>',
      'Bapak &amp; Ibu',
      '<w:jc w:val="right"/>',
      '<w:tbl>',
      'r:embed=',
      '<w:br w:type="page"/>',
      '<w:headerReference',
      '<w:numPr>',
    ]) {
      expect(xml).toContain(part);
    }
    expect(entry(bytes, 'word/header1.xml')).toContain('Kop surat');
    expect(entry(bytes, 'word/_rels/document.xml.rels')).toContain(
      'Target="https://contoh.id/?a=1&amp;b=2" TargetMode="External"',
    );
  });

  test.each([
    [
      "'https://docs.google.com/feeds/download/documents/export/Export?id=' + doc.getId() + '&exportFormat=html'",
      'text/html',
    ],
    [
      "'https://www.googleapis.com/drive/v3/files/' + doc.getId() + '/export?mimeType=text/plain'",
      'text/plain',
    ],
    [
      "'https://www.googleapis.com/drive/v3/files/' + SpreadsheetApp.create('x').getId() + '/export?mimeType=text/csv'",
      'text/csv',
    ],
    [
      "'https://docs.google.com/feeds/download/spreadsheets/Export?key=' + SpreadsheetApp.create('x').getId() + '&exportFormat=xlsx'",
      MIME.xlsx,
    ],
    ["'https://docs.google.com/spreadsheets/d/' + doc.getId() + '/export?format=pdf'", '404'],
    ["'https://www.googleapis.com/drive/v3/files/' + doc.getId() + '/export?mimeType=image/png'", '400'],
  ])('other addresses that published scripts use: %s', (address, expected) => {
    const { run } =
      runF(`${LETTER} var reply = UrlFetchApp.fetch(${address}, { muteHttpExceptions: true, headers: { Authorization: 'Bearer ' + ScriptApp.getOAuthToken() } });
      return reply.getResponseCode() === 200 ? reply.getBlob().getContentType() : String(reply.getResponseCode());`);
    expect([run.error, run.result]).toEqual([undefined, expected]);
  });

  test.each<[string, string, string[]]>([
    [
      'HTML',
      "HtmlService.createHtmlOutput('<h1>Surat</h1><table><tr><td>Nama</td><td>Siti &amp; Ali</td></tr></table><style>x</style>')",
      ['Surat', 'Nama', 'Siti & Ali'],
    ],
    ['text', "Utilities.newBlob('baris satu\\nbaris <dua>', 'text/plain')", ['baris satu', 'baris <dua>']],
    [
      'a spreadsheet',
      "(function () { var s = SpreadsheetApp.create('Buku'); s.getSheets()[0].getRange('A1:B1').setValues([['Desa', 12.5]]); return s; })()",
      ['Desa', '12,5'],
    ],
  ])('%s becomes PDF by getAs', (_, source, words) => {
    const { run } = runF(`return ${source}.getAs('application/pdf').getBytes();`);
    expect(run.error).toBeUndefined();
    const { pages, text } = readPdf(Uint8Array.from(run.result as number[], (byte) => byte & 255));
    expect(pages).toBe(1);
    for (const word of words) expect(text).toContain(word);
    expect(text).not.toContain('x');
  });

  test('long texts go over several pages, long words are cut', () => {
    const { run } = runF(
      "var body = ''; for (var i = 0; i < 200; i++) body += '<p>baris ' + i + '</p>'; return Utilities.newBlob(body + new Array(300).join('W'), 'text/html').getAs('application/pdf').getBytes();",
    );
    const { pages, text } = readPdf(Uint8Array.from(run.result as number[], (byte) => byte & 255));
    expect(pages).toBeGreaterThan(3);
    expect(text).toContain('199');
    expect(text.replace(/[^W]/g, '')).toHaveLength(299);
  });
});
