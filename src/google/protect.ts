import type { Tab } from '../core/tabs/tab';
import { effectiveUser } from './identity';
import { retry } from './retry';
import type { Workbook } from './workbook';

type Range = GoogleAppsScript.Spreadsheet.Range;
type Protection = GoogleAppsScript.Spreadsheet.Protection;

/** Cells of a tab that reviewers write into: its editable columns below the headers, and the cells with a list. */
function openRanges(book: Workbook, tab: Tab): readonly Range[] {
  if (tab.protection !== 'reviewers') return [];
  const sheet = book.sheet(tab.name);
  const rows = sheet.getMaxRows() - tab.headerRow;
  const ranges: Range[] = [];
  let from = 0;
  while (from < tab.columns.length) {
    let count = 0;
    while (tab.columns[from + count]?.editable === true) count += 1;
    if (count > 0) ranges.push(sheet.getRange(tab.headerRow + 1, from + 1, rows, count));
    from += Math.max(1, count);
  }
  for (const cell of [tab.monthCell, tab.tabCell])
    if (cell !== undefined) ranges.push(sheet.getRange(cell.row, cell.column));
  return ranges;
}

/**
 * Exactly these editors beside the owner; an address that Google refuses is given back. Until its list of editors is
 * changed for the first time a protection lets in whoever may edit the file, also those who come later ("the
 * permissions mirror those of the spreadsheet itself", Google's reference, Range.protect): so the owner is always named.
 */
function setEditors(protection: Protection, addresses: readonly string[]): readonly string[] {
  retry(() => protection.addEditor(effectiveUser()));
  const wanted = addresses.map((address) => address.toLowerCase());
  const editors = protection.getEditors().map((user) => user.getEmail());
  const own = effectiveUser().toLowerCase();
  const extra = editors.filter((email) => ![own, ...wanted].includes(email.toLowerCase()));
  if (extra.length > 0) retry(() => protection.removeEditors(extra));
  if (protection.canDomainEdit()) protection.setDomainEdit(false);
  return addresses.filter((address) => {
    if (editors.some((email) => email.toLowerCase() === address.toLowerCase())) return false;
    try {
      retry(() => protection.addEditor(address));
      return false;
    } catch {
      return true;
    }
  });
}

/**
 * Protects a tab: nobody but the owner writes there, reviewers only into its open cells (the right to act comes
 * from this alone). What is protected already is brought to the same state. Gives the addresses Google refused.
 */
export function protectTab(book: Workbook, tab: Tab, reviewers: readonly string[]): readonly string[] {
  const sheet = book.sheet(tab.name);
  const ranges = openRanges(book, tab);
  const whole = sheet.protect();
  if (whole.getDescription() !== tab.name) whole.setDescription(tab.name);
  setEditors(whole, []);
  whole.setUnprotectedRanges([...ranges]);
  const kept = sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE);
  const refused = ranges.flatMap((range) => {
    const a1 = range.getA1Notation();
    const own = kept.find((one) => one.getRange().getA1Notation() === a1) ?? range.protect();
    return setEditors(own, reviewers);
  });
  return refused.filter((address, at) => refused.indexOf(address) === at);
}

/** Lets that account edit the file (reviewers in the master); gives Google's words where it refused. */
export function addEditor(book: Workbook, address: string): string | undefined {
  try {
    retry(() => book.native.addEditor(address));
    return undefined;
  } catch (failure) {
    return failure instanceof Error ? failure.message : String(failure);
  }
}

/** Takes the right to edit the file from that account; one that has none is passed over. */
export function removeEditor(book: Workbook, address: string): void {
  try {
    retry(() => book.native.removeEditor(address));
  } catch {
    // Somebody took it away by hand.
  }
}
