/** Texts of the row in which the person at the keyboard stands; empty where nothing is selected. Two calls. */
export function selectedRow(): readonly string[] {
  try {
    const range = SpreadsheetApp.getActiveRange();
    if (range === null) return [];
    const sheet = range.getSheet();
    const [row = []] = sheet.getRange(range.getRow(), 1, 1, sheet.getLastColumn()).getDisplayValues();
    return row;
  } catch {
    // An empty tab, a chart: the dialog begins without it.
    return [];
  }
}
