import type { Filling, TemplateLine } from '../core/letters/paper';
import { retry } from './retry';

type Body = GoogleAppsScript.Document.Body;
type Size = readonly [width: number, height: number];

const FONT = 'Arial';
const POINTS = 11;
/** 2.5 cm. */
const MARGIN = 71;

/** A new, empty document; Google makes it in the root of the Drive. Gives its id. */
export function createDocument(name: string): string {
  return DocumentApp.create(name).getId();
}

/** Writes these paragraphs into a document in the place of all that stands there. */
export function writeDocument(id: string, lines: readonly TemplateLine[], size: Size): void {
  const document = retry(() => DocumentApp.openById(id));
  const body = document.getBody().clear();
  setPaper(body, size);
  for (const line of lines) {
    if (line.newPage === true) body.appendPageBreak();
    if (line.table === undefined) writeParagraph(body, line);
    else styleTable(body.appendTable(line.table.map((row) => [...row])));
  }
  // The blank paragraph that an empty document begins with.
  const [first] = body.getParagraphs();
  if (first !== undefined && first.getText() === '' && body.getNumChildren() > 1) body.removeChild(first);
  document.saveAndClose();
}

function writeParagraph(body: Body, line: TemplateLine): void {
  const paragraph = body.appendParagraph(line.text);
  const { CENTER, RIGHT, LEFT } = DocumentApp.HorizontalAlignment;
  paragraph.setAlignment(line.align === 'center' ? CENTER : line.align === 'right' ? RIGHT : LEFT);
  if (line.text !== '')
    paragraph
      .editAsText()
      .setFontFamily(FONT)
      .setFontSize(POINTS)
      .setBold(line.bold === true);
  if (line.rule === true) body.appendHorizontalRule();
}

/** Small and plain, the headers bold. */
function styleTable(table: GoogleAppsScript.Document.Table): void {
  table
    .editAsText()
    .setFontFamily(FONT)
    .setFontSize(POINTS - 1)
    .setBold(false);
  table.getRow(0).editAsText().setBold(true);
}

function setPaper(body: Body, [width, height]: Size): void {
  body.setPageWidth(width).setPageHeight(height);
  body.setMarginTop(MARGIN).setMarginBottom(MARGIN).setMarginLeft(MARGIN).setMarginRight(MARGIN);
}

const pattern = (name: string): string => `\\{\\{${name}\\}\\}`;

/**
 * Fills the places of a document and sets its paper. A place that stands alone in a paragraph and has a list becomes a
 * paragraph an entry, each looking like the first. What has no place in the template is left out.
 */
export function fillDocument(id: string, { fields, lists, tables = {} }: Filling, size: Size): void {
  const document = retry(() => DocumentApp.openById(id));
  const body = document.getBody();
  setPaper(body, size);
  for (const [name, entries] of Object.entries(lists)) fillList(body, name, entries);
  for (const [name, rows] of Object.entries(tables)) fillTable(body, name, rows);
  const sections = [body, document.getHeader(), document.getFooter()];
  const texts = [
    ...Object.entries(fields),
    ...Object.entries(lists).map(([name, entries]) => [name, entries.join('\n')] as const),
  ];
  for (const [name, text] of texts) for (const section of sections) section?.replaceText(pattern(name), text);
  document.saveAndClose();
}

/** Paragraphs of the body itself that hold nothing but that place. */
function placesOf(body: Body, name: string): GoogleAppsScript.Document.Paragraph[] {
  return body
    .getParagraphs()
    .filter(
      (one) =>
        one.getText().trim() === `{{${name}}}` &&
        one.getParent().getType() === DocumentApp.ElementType.BODY_SECTION,
    );
}

function fillList(body: Body, name: string, entries: readonly string[]): void {
  for (const place of placesOf(body, name)) {
    const at = body.getChildIndex(place);
    entries.forEach((entry, number) => {
      body.insertParagraph(at + number, place.copy()).setText(entry);
    });
    body.removeChild(place);
  }
}

function fillTable(body: Body, name: string, rows: readonly (readonly string[])[]): void {
  for (const place of placesOf(body, name)) {
    const at = body.getChildIndex(place);
    const cells = rows.map((row) => [...row]);
    styleTable(body.insertTable(at, cells));
    body.removeChild(place);
  }
}
