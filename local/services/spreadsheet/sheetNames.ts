import type { SpreadsheetState } from '../../state/spreadsheet';
import type { Runtime } from '../runtime';
import { GoogleError } from '../served';

const DEFAULT_NAME = { en: 'Sheet', id: 'Lembar' } as const;
const COPY_NAME = {
  en: (name: string) => `Copy of ${name}`,
  id: (name: string) => `Salinan dari ${name}`,
} as const;

/** Name of the first tab of a new spreadsheet: `Sheet1`, `Lembar1`. */
export function firstSheetName(runtime: Runtime): string {
  return `${DEFAULT_NAME[runtime.switches.language]}1`;
}

/** The next unnamed tab: `Sheet2` … */
export function nextSheetName(runtime: Runtime, state: SpreadsheetState): string {
  const taken = new Set(state.sheets.map((sheet) => sheet.name.toLowerCase()));
  for (;;) {
    const name = `${DEFAULT_NAME[runtime.switches.language]}${state.nextSheetNumber++}`;
    if (!taken.has(name.toLowerCase())) return name;
  }
}

/** `Copy of X`, `Copy of X 2` … as a free name. */
export function copyName(runtime: Runtime, state: SpreadsheetState, name: string): string {
  const taken = new Set(state.sheets.map((sheet) => sheet.name.toLowerCase()));
  const base = COPY_NAME[runtime.switches.language](name);
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? base : `${base} ${number}`;
    if (!taken.has(candidate.toLowerCase())) return candidate;
  }
}

/** Throws Google's words when that name cannot be given; `except` is the tab that already has it. */
export function requireFreeName(state: SpreadsheetState, name: string, except?: number): void {
  if (name === '') throw new GoogleError('Sheet name cannot be empty.');
  if (name.length > 100) throw new GoogleError('The sheet name cannot be greater than 100 characters.');
  const taken = state.sheets.some(
    (sheet) => sheet.sheetId !== except && sheet.name.toLowerCase() === name.toLowerCase(),
  );
  if (taken) {
    throw new GoogleError(`A sheet with the name "${name}" already exists. Please enter another name.`);
  }
}

/** A gid that no tab of the spreadsheet has. */
export function newSheetId(runtime: Runtime, state: SpreadsheetState): number {
  for (;;) {
    const id = Number(runtime.newId('sheet').replace(/\D/g, '').slice(0, 10)) % 2147483647;
    if (Number.isFinite(id) && !state.sheets.some((sheet) => sheet.sheetId === id)) return id;
  }
}
