import { parseA1 } from '../../state/a1';
import { clip } from '../../state/sheetStyles';
import type { Rect, SheetState, SpreadsheetState } from '../../state/spreadsheet';
import type { Runtime } from '../runtime';
import { GoogleError } from '../served';
import { visibleSheets } from './document';

/** What is active in a spreadsheet: a tab and the selected ranges, the last of them with the cursor. */
export interface View {
  sheetId: number;
  rects: Rect[];
  current: Rect;
}

const FIRST_CELL: Rect = { row: 0, column: 0, rows: 1, columns: 1 };
const views = new WeakMap<Runtime, Map<string, View>>();

function viewsOf(runtime: Runtime): Map<string, View> {
  let known = views.get(runtime);
  if (!known) views.set(runtime, (known = new Map<string, View>()));
  return known;
}

function initialView(runtime: Runtime, state: SpreadsheetState): View {
  const { containerId, view } = runtime.execution;
  const sheet =
    containerId === state.id && view ? state.sheets.find((one) => one.sheetId === view.sheetId) : undefined;
  const area = sheet && view ? parseA1(view.range, sheet)?.rect : undefined;
  const seen = sheet && area ? clip(sheet, area) : undefined;
  if (sheet && seen)
    return { sheetId: sheet.sheetId, rects: [seen], current: { ...seen, rows: 1, columns: 1 } };
  const sheets = visibleSheets(runtime, state);
  const first = sheet ?? sheets.find((one) => !one.hidden) ?? sheets[0];
  if (!first) throw new GoogleError('The spreadsheet has no visible sheet.');
  return { sheetId: first.sheetId, rects: [FIRST_CELL], current: FIRST_CELL };
}

/** The view of this execution: what the person looks at in the bound file, else the first tab's A1. */
export function viewOf(runtime: Runtime, state: SpreadsheetState): View {
  const known = viewsOf(runtime).get(state.id);
  if (known && state.sheets.some((sheet) => sheet.sheetId === known.sheetId)) return known;
  const fresh = initialView(runtime, state);
  viewsOf(runtime).set(state.id, fresh);
  return fresh;
}

/**
 * The view that a script has set in this execution, undefined when it activated nothing: the page moves there when
 * the execution has ended.
 */
export function viewSetByScript(runtime: Runtime, fileId: string): View | undefined {
  return setByScript.get(runtime)?.has(fileId) ? viewsOf(runtime).get(fileId) : undefined;
}
const setByScript = new WeakMap<Runtime, Set<string>>();

/** What was selected last in each tab, by file and tab. */
const remembered = new WeakMap<Runtime, Map<string, View>>();

/** What was selected in a tab when it was last the active one; A1 in a tab that never was. */
export function lastViewOf(runtime: Runtime, state: SpreadsheetState, sheetId: number): View {
  const now = viewOf(runtime, state);
  if (now.sheetId === sheetId) return now;
  return (
    remembered.get(runtime)?.get(`${state.id}/${String(sheetId)}`) ?? {
      sheetId,
      rects: [FIRST_CELL],
      current: FIRST_CELL,
    }
  );
}

/** Makes that the active view for the rest of the execution. */
export function setView(runtime: Runtime, state: SpreadsheetState, view: View): void {
  const left = viewsOf(runtime).get(state.id);
  if (left) {
    const known = remembered.get(runtime) ?? new Map<string, View>();
    remembered.set(runtime, known.set(`${state.id}/${String(left.sheetId)}`, left));
  }
  viewsOf(runtime).set(state.id, view);
  const files = setByScript.get(runtime) ?? new Set<string>();
  setByScript.set(runtime, files.add(state.id));
}

export function activeSheet(runtime: Runtime, state: SpreadsheetState): SheetState {
  const { sheetId } = viewOf(runtime, state);
  const sheet = state.sheets.find((candidate) => candidate.sheetId === sheetId);
  if (!sheet) throw new GoogleError(`Sheet ${sheetId} not found`);
  return sheet;
}
