import { retry } from './retry';
import { runsFromBelow } from './rowRuns';

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

/**
 * Deletes the rows of answers that were sent before a moment, those that touch with one call. Where there are more of
 * them than `most` nothing is deleted. Gives how many there were. One call to open, two to read.
 */
export function deleteAnswersBefore(
  spreadsheetId: string,
  tab: number,
  before: number,
  most: number,
): number {
  const file = retry(() => SpreadsheetApp.openById(spreadsheetId));
  const sheet = file.getSheets().find((one) => one.getSheetId() === tab);
  const last = sheet === undefined ? 0 : retry(() => sheet.getLastRow());
  if (sheet === undefined || last < 2) return 0;
  const times: unknown[][] = retry(() => sheet.getRange(2, 1, last - 1, 1).getValues());
  const old = times.flatMap(([time], at) =>
    time instanceof Date && time.getTime() < before ? [at + 2] : [],
  );
  if (old.length > most) return old.length;
  if (old.length > 0 && sheet.getMaxRows() <= old.length + 1) sheet.insertRowsAfter(sheet.getMaxRows(), 1);
  for (const { row, count } of runsFromBelow(old)) sheet.deleteRows(row, count);
  return old.length;
}
