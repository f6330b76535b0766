import { MIME } from '../../state/file';
import { newSheet } from '../../state/sheetCells';
import type { SpreadsheetState } from '../../state/spreadsheet';
import { createFile } from '../drive/createFile';
import type { Runtime } from '../runtime';
import { GoogleError } from '../served';
import { requireRoom } from './document';
import { firstSheetName } from './sheetNames';

/** Size, place and language of a new spreadsheet; everything has Google's default. */
export interface NewSpreadsheet {
  name: string;
  rows?: number;
  columns?: number;
  parentId?: string;
}

/**
 * Makes the Drive file and its content: one tab of 1000 × 26 named in the account's language, the account's zone
 * and language (google.md section 1). Counts toward the day's 250 spreadsheets.
 */
export function newSpreadsheet(runtime: Runtime, wanted: NewSpreadsheet): SpreadsheetState {
  const { name, rows = 1000, columns = 26, parentId } = wanted;
  if (rows < 1 || columns < 1) throw new GoogleError('Argument must be larger than 0.');
  const sheet = newSheet(0, firstSheetName(runtime), Math.floor(rows), Math.floor(columns));
  const empty = { id: '', locale: '', timeZone: '', sheets: [], namedRanges: [], nextSheetNumber: 2 };
  requireRoom(empty, sheet.rowCount * sheet.columnCount);
  const file = createFile(runtime, { name, mimeType: MIME.spreadsheet, ...(parentId ? { parentId } : {}) });
  const state: SpreadsheetState = {
    id: file.id,
    locale: runtime.switches.language === 'id' ? 'in_ID' : 'en_US',
    timeZone: runtime.accountZone ?? 'Asia/Jakarta',
    sheets: [sheet],
    namedRanges: [],
    nextSheetNumber: 2,
  };
  runtime.store.put('spreadsheet', file.id, state);
  return state;
}
