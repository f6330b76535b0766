import type { SpreadsheetState } from '../../state/spreadsheet';
import type { Runtime } from '../runtime';
import { GoogleError, Served } from '../served';
import { requireWrite, touchHead } from './document';
import type { Members } from './members';
import { Range } from './range';

type Stored = SpreadsheetState['namedRanges'][number];

/** A name for a range, one of its kind in the spreadsheet. */
export class NamedRange
  extends Served
  implements
    Pick<
      Members<GoogleAppsScript.Spreadsheet.NamedRange>,
      'getName' | 'getRange' | 'remove' | 'setName' | 'setRange'
    >
{
  static override readonly gas = 'Spreadsheet.NamedRange';
  constructor(
    runtime: Runtime,
    private readonly state: SpreadsheetState,
    private name: string,
  ) {
    super(runtime);
  }

  private stored(): Stored {
    const found = this.state.namedRanges.find((entry) => entry.name === this.name);
    if (!found) throw new GoogleError(`The named range ${this.name} does not exist.`);
    return found;
  }

  getName(): string {
    return this.name;
  }
  getRange(): Range {
    const range = namedRange(this.runtime, this.state, this.name);
    if (!range) throw new GoogleError('Range not found');
    return range;
  }
  remove(): void {
    removeNamedRange(this.runtime, this.state, this.name);
  }
  setName(name: string): this {
    requireWrite(this.runtime, this.state);
    const stored = this.stored();
    requireRangeName(name);
    stored.name = name;
    this.name = name;
    touchHead(this.runtime, this.state);
    return this;
  }
  setRange(range: Range): this {
    requireWrite(this.runtime, this.state);
    Object.assign(this.stored(), { sheetId: range.sheet.sheetId, rect: range.rect });
    touchHead(this.runtime, this.state);
    return this;
  }
}

/** The range of that name, undefined when there is none. */
export function namedRange(runtime: Runtime, state: SpreadsheetState, name: string): Range | undefined {
  const entry = state.namedRanges.find((known) => known.name.toLowerCase() === name.toLowerCase());
  const sheet = entry && state.sheets.find((candidate) => candidate.sheetId === entry.sheetId);
  return entry && sheet ? new Range(runtime, { state, sheet }, entry.rect) : undefined;
}

function requireRangeName(name: string): void {
  if (!/^[\p{L}_][\p{L}\p{N}_.]{0,249}$/u.test(name) || /^([A-Za-z]{1,3}\d+|[rR]\d*[cC]\d*)$/.test(name)) {
    throw new GoogleError(`The name "${name}" is not a valid name for a range.`);
  }
}

/** Gives the name to that range; one that exists already moves there. */
export function setNamedRange(runtime: Runtime, state: SpreadsheetState, name: string, range: Range): void {
  requireWrite(runtime, state);
  requireRangeName(name);
  state.namedRanges = state.namedRanges.filter((entry) => entry.name.toLowerCase() !== name.toLowerCase());
  state.namedRanges.push({ name, sheetId: range.sheet.sheetId, rect: { ...range.rect } });
  touchHead(runtime, state);
}

export function removeNamedRange(runtime: Runtime, state: SpreadsheetState, name: string): void {
  requireWrite(runtime, state);
  if (!state.namedRanges.some((entry) => entry.name === name)) {
    throw new GoogleError(`The named range ${name} does not exist.`);
  }
  state.namedRanges = state.namedRanges.filter((entry) => entry.name !== name);
  touchHead(runtime, state);
}
