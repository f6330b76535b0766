import { retry } from './retry';

type Range = GoogleAppsScript.Spreadsheet.Range;

/**
 * What reviewers write into, from its first row, reaches to the end of the tab again: rows that are put in behind a
 * range do not belong to it, so that nobody but the owner could write there.
 */
export function openToEnd(sheet: GoogleAppsScript.Spreadsheet.Sheet, first: number): void {
  const rows = sheet.getMaxRows() - first + 1;
  const isOpen = (range: Range): boolean => range.getRow() === first;
  const toEnd = (range: Range): Range =>
    isOpen(range) ? sheet.getRange(first, range.getColumn(), rows, range.getNumColumns()) : range;
  for (const whole of sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET))
    retry(() => {
      whole.setUnprotectedRanges(whole.getUnprotectedRanges().map(toEnd));
    });
  for (const own of sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE)) {
    const range = own.getRange();
    if (isOpen(range)) retry(() => own.setRange(toEnd(range)));
  }
}
