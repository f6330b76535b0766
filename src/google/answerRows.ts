import { retry } from './retry';

/** Rows of answers in each tab of a responses spreadsheet, by the tab's number. One call to open, one a tab. */
export function answerRows(spreadsheetId: string): Readonly<Record<number, number>> {
  const file = retry(() => SpreadsheetApp.openById(spreadsheetId));
  return Object.fromEntries(
    file.getSheets().map((sheet) => [sheet.getSheetId(), Math.max(0, retry(() => sheet.getLastRow()) - 1)]),
  ) as Record<number, number>;
}
