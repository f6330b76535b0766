import type { SignLook, Tab } from '../core/tabs/tab';
import { retry } from './retry';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

function lookRule(
  range: GoogleAppsScript.Spreadsheet.Range,
  look: SignLook,
): GoogleAppsScript.Spreadsheet.ConditionalFormatRule {
  const builder = SpreadsheetApp.newConditionalFormatRule()
    .whenTextStartsWith(look.startsWith)
    .setFontColor(look.text)
    .setRanges([range]);
  if (look.ground !== undefined) builder.setBackground(look.ground);
  if (look.bold === true) builder.setBold(true);
  return builder.build();
}

/**
 * A tab's colours by sign, below its headers (which keep their own look) to its last row. Rows that are put in behind
 * need not take them over, so a tab that has grown gets them again.
 */
export function setLooks(sheet: Sheet, tab: Tab): void {
  const first = tab.headerRow + 1;
  const range = sheet.getRange(first, 1, sheet.getMaxRows() - first + 1, sheet.getMaxColumns());
  retry(() => sheet.setConditionalFormatRules(tab.looks.map((look) => lookRule(range, look))));
}
