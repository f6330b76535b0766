/** Sets zone and Indonesian number signs of a spreadsheet where they differ. */
export function setZone(file: GoogleAppsScript.Spreadsheet.Spreadsheet, zone: string): void {
  if (file.getSpreadsheetTimeZone() !== zone) file.setSpreadsheetTimeZone(zone);
  // Sheets itself calls the language `in`; which of the names an account takes differs.
  for (const locale of ['in_ID', 'id_ID']) {
    if (/^i[nd]/.test(file.getSpreadsheetLocale())) return;
    try {
      file.setSpreadsheetLocale(locale);
    } catch {
      // Figures are right with either sign.
    }
  }
}
