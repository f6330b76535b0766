import { applyXlsxDifferences, compareXlsx, type XlsxDifference } from '../drive/xlsxImport';
import type { SpreadsheetState } from '../state/spreadsheet';
import type { Store } from '../state/store';

/** The spreadsheet of that id; throws where there is none. */
export function spreadsheetOf(store: Store, id: string): SpreadsheetState {
  const state = store.get('spreadsheet', id);
  if (!state) throw new Error(`No spreadsheet has the id ${id}.`);
  return state;
}

/** Takes over what the file has otherwise at this moment, and gives it; a tab that the file lacks stays. */
export async function importXlsx(store: Store, fileId: string, bytes: Uint8Array): Promise<XlsxDifference[]> {
  const state = spreadsheetOf(store, fileId);
  const differences = await compareXlsx(state, bytes);
  for (const part of applyXlsxDifferences(state, differences)) store.touch('spreadsheet', fileId, part);
  return differences.filter(({ kind }) => kind !== 'missingSheet');
}
