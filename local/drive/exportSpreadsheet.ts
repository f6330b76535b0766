import type { Platform } from '../services/runtime';
import { GoogleError } from '../services/served';
import type { Store } from '../state/store';
import { picturesOf } from './cellPicture';
import { sheetCsv } from './csv';
import { formatNumber } from './formatNumber';
import { spreadsheetPdf } from './printSpreadsheet';
import { exportXlsx, xlsxWorkbook } from './xlsx';
import { writeXlsx } from './xlsxWorker';

type Export = Platform['exportSpreadsheet'];

/** The XLSX of a spreadsheet as it is now, written in a thread of its own. */
export function spreadsheetXlsx(store: Pick<Store, 'get'>, id: string): Promise<Uint8Array> {
  const state = store.get('spreadsheet', id);
  if (!state) throw new GoogleError(`No spreadsheet has the id ${id}.`);
  return writeXlsx(xlsxWorkbook(state, picturesOf(store, id)));
}

/**
 * `Platform.exportSpreadsheet` over a store: XLSX of the whole spreadsheet, CSV of one tab (the first visible one
 * without `sheetId`), PDF of all visible tabs or of one.
 */
export function spreadsheetExporter(store: Pick<Store, 'get'>): Export {
  return (spreadsheetId, format, sheetId) => {
    const state = store.get('spreadsheet', spreadsheetId);
    if (!state) throw new GoogleError(`No spreadsheet has the id ${spreadsheetId}.`);
    const pictures = picturesOf(store, spreadsheetId);
    if (format === 'xlsx') return exportXlsx(state, pictures);
    if (format === 'pdf') {
      return spreadsheetPdf(
        state,
        { title: store.get('file', spreadsheetId)?.name ?? '', pictures },
        sheetId,
      );
    }
    const sheet =
      sheetId === undefined
        ? state.sheets.find((candidate) => !candidate.hidden)
        : state.sheets.find((candidate) => candidate.sheetId === sheetId);
    if (!sheet) throw new GoogleError(`Sheet ${sheetId} not found`);
    return new TextEncoder().encode(sheetCsv({ formatNumber }, state, sheet));
  };
}
