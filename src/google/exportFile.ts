import type { Entry } from './files';
import { retry } from './retry';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * Writes the spreadsheet as `name`.xlsx into the folder; an older file of that name goes to the bin. `getAs`
 * makes PDF only, so it comes from the export address with the script's own token.
 */
export function exportXlsx(spreadsheetId: string, name: string, parent: string): Entry {
  SpreadsheetApp.flush();
  const address = `https://docs.google.com/spreadsheets/d/${spreadsheetId}/export?format=xlsx`;
  const options = {
    headers: { Authorization: `Bearer ${ScriptApp.getOAuthToken()}` },
    muteHttpExceptions: true,
  };
  const answer = retry(() => UrlFetchApp.fetch(address, options));
  if (answer.getResponseCode() !== 200) {
    throw new Error(`The export of ${spreadsheetId} answered ${String(answer.getResponseCode())}.`);
  }
  const folder = DriveApp.getFolderById(parent);
  const fileName = `${name}.xlsx`;
  const older = folder.getFilesByName(fileName);
  const made = folder.createFile(answer.getBlob().setContentType(XLSX).setName(fileName));
  while (older.hasNext()) {
    const file = older.next();
    if (file.getId() !== made.getId()) putAway(file);
  }
  return { id: made.getId(), url: made.getUrl() };
}

/** Into the bin; a file of the office's account before, which only its owner may throw away, gets another name. */
function putAway(file: GoogleAppsScript.Drive.File): void {
  try {
    file.setTrashed(true);
  } catch {
    file.setName(file.getName().replace(/\.xlsx$/, ' (lama).xlsx'));
  }
}
