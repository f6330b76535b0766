import type { Tab } from '../core/tabs';
import { retry } from './retry';
import { Workbook } from './workbook';

/** Opens a spreadsheet by its id; `tabs` = the declarations of the tabs it has. One call. */
export function openBook(id: string, tabs: readonly Tab[]): Workbook {
  return new Workbook(
    retry(() => SpreadsheetApp.openById(id)),
    tabs,
  );
}

/** The master: the spreadsheet that this script is bound to. Not for the home card: there, `openBook(id)`. */
export function openMaster(tabs: readonly Tab[]): Workbook {
  return new Workbook(SpreadsheetApp.getActiveSpreadsheet(), tabs);
}
