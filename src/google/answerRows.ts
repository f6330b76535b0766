import { retry } from './retry';

/** Rows of answers in each tab of a responses spreadsheet, by the tab's number. One call to open, one a tab. */
export function answerRows(spreadsheetId: string): Readonly<Record<number, number>> {
  const file = retry(() => SpreadsheetApp.openById(spreadsheetId));
  return Object.fromEntries(
    file.getSheets().map((sheet) => [sheet.getSheetId(), Math.max(0, retry(() => sheet.getLastRow()) - 1)]),
  ) as Record<number, number>;
}

/** Deletes the first rows of answers in a tab; a tab always keeps one empty row below its headers. */
export function deleteAnswerRows(spreadsheetId: string, tab: number, count: number): void {
  const file = retry(() => SpreadsheetApp.openById(spreadsheetId));
  const sheet = file.getSheets().find((one) => one.getSheetId() === tab);
  if (sheet === undefined) return;
  // Google refuses to delete all rows that are not frozen.
  if (sheet.getMaxRows() <= count + 1) sheet.insertRowsAfter(sheet.getMaxRows(), 1);
  sheet.deleteRows(2, count);
}
