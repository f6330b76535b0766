import { editCellAsPerson } from '../services/spreadsheet/person';
import type { CellEdit } from './api';
import type { EditSignal } from './events';
import type { PersonRuntime } from './people';

/** Writes as a person types and says what the edit event will tell; throws Google's words when she may not. */
export function editByHand(runtime: PersonRuntime, edit: CellEdit): EditSignal {
  const { fileId: spreadsheetId, sheetId, a1, text } = edit;
  const { range, value, oldValue } = editCellAsPerson(runtime, { spreadsheetId, sheetId, a1, text });
  return {
    spreadsheetId,
    sheetId,
    a1: range,
    ...(value === undefined ? {} : { value }),
    ...(oldValue === undefined ? {} : { oldValue }),
  };
}
