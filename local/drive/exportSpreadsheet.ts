import type { Platform } from '../services/runtime';
import { GoogleError } from '../services/served';
import type { Store } from '../state/store';
import { sheetCsv } from './csv';
import { formatNumber } from './formatNumber';
import { exportXlsx } from './xlsx';

type Export = Platform['exportSpreadsheet'];

/**
 * `Platform.exportSpreadsheet` over a store: XLSX of the whole spreadsheet, CSV of one tab (the first visible one
 * without `sheetId`), PDF by whoever can print, refused by name where nobody can.
 */
export function spreadsheetExporter(
  store: Pick<Store, 'get'>,
  printPdf?: (id: string, sheetId?: number) => Uint8Array,
): Export {
  return (spreadsheetId, format, sheetId) => {
    const state = store.get('spreadsheet', spreadsheetId);
    if (!state) throw new GoogleError(`No spreadsheet has the id ${spreadsheetId}.`);
    if (format === 'xlsx') return exportXlsx(state);
    if (format === 'pdf') {
      if (!printPdf) throw new GoogleError('PDF of a spreadsheet is not supported by the local workspace');
      return printPdf(spreadsheetId, sheetId);
    }
    const sheet =
      sheetId === undefined
        ? state.sheets.find((candidate) => !candidate.hidden)
        : state.sheets.find((candidate) => candidate.sheetId === sheetId);
    if (!sheet) throw new GoogleError(`Sheet ${sheetId} not found`);
    return new TextEncoder().encode(sheetCsv({ formatNumber }, state, sheet));
  };
}
