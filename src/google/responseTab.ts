import { retry } from './retry';

/** Pauses while Google has not shown the new tab yet. */
const PAUSES_MS = [0, 1000, 1500, 2000, 3000, 4000];

/** The part of a form's address that is its own: `/d/<id>` or `/d/e/<published id>`. */
function ownPart(url: string): string {
  return /\/d\/(?:e\/)?([^/]+)/.exec(url)?.[1] ?? '';
}

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/**
 * The tab of a form among those that belong to no other: by the form's address; else the only one there is, since
 * forms are linked one after the other and each is noted before the next.
 */
function tabOf(candidates: readonly Sheet[], own: readonly string[]): Sheet | undefined {
  const byAddress = candidates.find((one) => own.includes(ownPart(one.getFormUrl() ?? '')));
  if (byAddress !== undefined) return byAddress;
  const linked = candidates.filter((one) => (one.getFormUrl() ?? '') !== '');
  return linked.length === 1 ? linked[0] : undefined;
}

/**
 * Number of the tab that holds a form's answers, never found by its name, which is Google's and differs by
 * language; then it is named for people. Undefined where Google does not show the tab yet. `known` = numbers of
 * tabs that belong to other forms.
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
    const sheet = tabOf(
      book.getSheets().filter((one) => !known.includes(one.getSheetId())),
      own,
    );
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
