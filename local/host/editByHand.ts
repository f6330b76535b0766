import { GoogleError } from '../services/served';
import type { CellEdit } from './api';
import type { PersonRuntime } from './people';

/** What the edit event tells of the change. */
export interface HandEdit {
  value?: string;
  oldValue?: string;
}

/** Writes as a person types; throws Google's words when she may not. */
export function editByHand(runtime: PersonRuntime, edit: CellEdit): HandEdit {
  if (!runtime.may('write', edit.fileId))
    throw new GoogleError('You do not have permission to edit this file.');
  throw new Error('Editing a cell by hand is not supported by the local workspace');
}
