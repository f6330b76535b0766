import { retry } from './retry';

/** Pauses while Google has not shown the new tab yet. */
const PAUSES_MS = [0, 1000, 1500, 2000, 3000, 4000];

/** The part of a form's address that is its own: `/d/<id>` or `/d/e/<published id>`. */
function ownPart(url: string): string {
  return /\/d\/(?:e\/)?([^/]+)/.exec(url)?.[1] ?? '';
}

/**
 * Number of the tab that holds a form's answers, found by the form's address, never by its name, which is
 * Google's and differs by language; then named for people. Undefined where Google does not show the tab yet.
 * `known` = numbers of tabs that belong to other forms.
 */
export function findResponseTab(
  spreadsheetId: string,
  form: { readonly id: string; readonly publishedUrl: string },
  known: readonly number[],
  name: string,
): number | undefined {
  const own = [form.id, ownPart(form.publishedUrl)];
  for (const pause of PAUSES_MS) {
    if (pause > 0) Utilities.sleep(pause);
    SpreadsheetApp.flush();
    const book = retry(() => SpreadsheetApp.openById(spreadsheetId));
    const sheet = book
      .getSheets()
      .filter((one) => !known.includes(one.getSheetId()))
      .find((one) => own.includes(ownPart(one.getFormUrl() ?? '')));
    if (sheet === undefined) continue;
    if (sheet.getName() !== name && book.getSheetByName(name) === null) retry(() => sheet.setName(name));
    return sheet.getSheetId();
  }
  return undefined;
}

/** Removes the empty tab that every new spreadsheet has, once there is another one. */
export function removeFirstEmptyTab(spreadsheetId: string): void {
  const book = retry(() => SpreadsheetApp.openById(spreadsheetId));
  const sheets = book.getSheets();
  const first = sheets.find((sheet) => sheet.getSheetId() === 0);
  if (first === undefined || sheets.length < 2 || first.getLastRow() > 0 || first.getFormUrl() !== null)
    return;
  book.deleteSheet(first);
}
