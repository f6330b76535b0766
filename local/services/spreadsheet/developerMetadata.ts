import type { MetadataState, SpreadsheetState } from '../../state/spreadsheet';
import { keyOf } from '../boundary';
import type { Runtime } from '../runtime';
import type { EnumValue } from '../served';
import { enumValue, GoogleError, Served } from '../served';
import { requireWrite, touchHead } from './document';
import type { Members } from './members';
import { Range } from './range';
import { Sheet } from './sheet';
import { Spreadsheet } from './spreadsheet';

export type MetadataPlace = MetadataState['location'];

// prettier-ignore
type MetadataMember =
  | 'getId' | 'getKey' | 'getLocation' | 'getValue' | 'getVisibility' | 'moveToColumn' | 'moveToRow' | 'moveToSheet'
  | 'moveToSpreadsheet' | 'remove' | 'setKey' | 'setValue' | 'setVisibility';

/** A note for programs at a whole row, column, tab or the spreadsheet (google.md section 4). */
export class DeveloperMetadata
  extends Served
  implements Pick<Members<GoogleAppsScript.Spreadsheet.DeveloperMetadata>, MetadataMember>
{
  static override readonly gas = 'Spreadsheet.DeveloperMetadata';
  constructor(
    runtime: Runtime,
    private readonly state: SpreadsheetState,
    private readonly entry: MetadataState,
  ) {
    super(runtime);
  }

  private change(edit: (entry: MetadataState) => void): this {
    requireWrite(this.runtime, this.state);
    edit(this.entry);
    touchHead(this.runtime, this.state);
    return this;
  }

  getId(): number {
    return this.entry.id;
  }
  getKey(): string {
    return this.entry.key;
  }
  getValue(): string | null {
    return this.entry.value;
  }
  getVisibility(): EnumValue {
    return enumValue('Spreadsheet.DeveloperMetadataVisibility', this.entry.visibility);
  }
  getLocation(): DeveloperMetadataLocation {
    return new DeveloperMetadataLocation(this.runtime, this.state, this.entry.location);
  }
  moveToColumn(column: Range): this {
    return this.change((entry) => (entry.location = lineLocation(column)));
  }
  moveToRow(row: Range): this {
    return this.change((entry) => (entry.location = lineLocation(row)));
  }
  moveToSheet(sheet: Sheet): this {
    return this.change((entry) => (entry.location = { kind: 'SHEET', sheetId: sheet.getSheetId() }));
  }
  moveToSpreadsheet(): this {
    return this.change((entry) => (entry.location = { kind: 'SPREADSHEET' }));
  }
  remove(): void {
    this.change((entry) => {
      this.state.metadata = (this.state.metadata ?? []).filter((known) => known !== entry);
    });
  }
  setKey(key: string): this {
    return this.change((entry) => (entry.key = key));
  }
  setValue(value: string): this {
    return this.change((entry) => (entry.value = value));
  }
  setVisibility(visibility: EnumValue): this {
    return this.change((entry) => (entry.visibility = keyOf(visibility)));
  }
}

/** Where metadata sits; the getters of other kinds of place give null. */
export class DeveloperMetadataLocation
  extends Served
  implements
    Pick<
      Members<GoogleAppsScript.Spreadsheet.DeveloperMetadataLocation>,
      'getColumn' | 'getLocationType' | 'getRow' | 'getSheet' | 'getSpreadsheet'
    >
{
  static override readonly gas = 'Spreadsheet.DeveloperMetadataLocation';
  constructor(
    runtime: Runtime,
    private readonly state: SpreadsheetState,
    private readonly place: MetadataPlace,
  ) {
    super(runtime);
  }

  private line(kind: MetadataPlace['kind']): Range | null {
    const sheet = this.state.sheets.find((candidate) => candidate.sheetId === this.place.sheetId);
    if (this.place.kind !== kind || !sheet) return null;
    const { start = 0, count = 1 } = this.place;
    const area =
      kind === 'ROW'
        ? { row: start, column: 0, rows: count, columns: sheet.columnCount }
        : { row: 0, column: start, rows: sheet.rowCount, columns: count };
    return new Range(this.runtime, { state: this.state, sheet }, area);
  }
  getColumn(): Range | null {
    return this.line('COLUMN');
  }
  getRow(): Range | null {
    return this.line('ROW');
  }
  getLocationType(): EnumValue {
    return enumValue('Spreadsheet.DeveloperMetadataLocationType', this.place.kind);
  }
  getSheet(): Sheet | null {
    const sheet = this.state.sheets.find((candidate) => candidate.sheetId === this.place.sheetId);
    return this.place.kind === 'SHEET' && sheet
      ? new Sheet(this.runtime, { state: this.state, sheet })
      : null;
  }
  getSpreadsheet(): Spreadsheet | null {
    return this.place.kind === 'SPREADSHEET' ? new Spreadsheet(this.runtime, this.state) : null;
  }
}

// prettier-ignore
type FinderMember =
  | 'find' | 'onIntersectingLocations' | 'withId' | 'withKey' | 'withLocationType' | 'withValue' | 'withVisibility';

/** Looks within one place, or everywhere in it after `onIntersectingLocations`. */
export class DeveloperMetadataFinder
  extends Served
  implements Pick<Members<GoogleAppsScript.Spreadsheet.DeveloperMetadataFinder>, FinderMember>
{
  static override readonly gas = 'Spreadsheet.DeveloperMetadataFinder';
  private readonly wanted: ((entry: MetadataState) => boolean)[] = [];
  private intersecting = false;

  constructor(
    runtime: Runtime,
    private readonly state: SpreadsheetState,
    private readonly place: MetadataPlace,
  ) {
    super(runtime);
  }

  find(): DeveloperMetadata[] {
    return (this.state.metadata ?? [])
      .filter((entry) => this.within(entry.location) && this.wanted.every((test) => test(entry)))
      .map((entry) => new DeveloperMetadata(this.runtime, this.state, entry));
  }
  private within(location: MetadataPlace): boolean {
    if (this.place.kind === 'SPREADSHEET') return true;
    if (location.sheetId !== this.place.sheetId) return this.intersecting && location.kind === 'SPREADSHEET';
    if (this.place.kind === 'SHEET' || this.intersecting) return true;
    return JSON.stringify(location) === JSON.stringify(this.place);
  }
  private and(test: (entry: MetadataState) => boolean): this {
    this.wanted.push(test);
    return this;
  }
  onIntersectingLocations(): this {
    this.intersecting = true;
    return this;
  }
  withId(id: number): this {
    return this.and((entry) => entry.id === id);
  }
  withKey(key: string): this {
    return this.and((entry) => entry.key === key);
  }
  withLocationType(locationType: EnumValue): this {
    return this.and((entry) => entry.location.kind === keyOf(locationType));
  }
  withValue(value: string): this {
    return this.and((entry) => entry.value === value);
  }
  withVisibility(visibility: EnumValue): this {
    return this.and((entry) => entry.visibility === keyOf(visibility));
  }
}

/** The whole row or column that a range is; any other rectangle is refused, as live (google.md section 4). */
export function lineLocation({ rect, sheet }: Range): MetadataPlace {
  if (rect.row === 0 && rect.rows === sheet.rowCount) {
    return { kind: 'COLUMN', sheetId: sheet.sheetId, start: rect.column, count: rect.columns };
  }
  if (rect.column === 0 && rect.columns === sheet.columnCount) {
    return { kind: 'ROW', sheetId: sheet.sheetId, start: rect.row, count: rect.rows };
  }
  throw new GoogleError('Adding developer metadata to arbitrary ranges is not currently supported.');
}

/** `more`: a value, a visibility, or both; the default is DOCUMENT (google.md section 4). */
export function addMetadata(
  runtime: Runtime,
  state: SpreadsheetState,
  location: MetadataPlace,
  key: string,
  more: (string | EnumValue)[],
): void {
  requireWrite(runtime, state);
  const value = more.find((entry): entry is string => typeof entry === 'string') ?? null;
  const visibility = more.map(keyOf).find((entry) => entry !== '') ?? 'DOCUMENT';
  const id = Number(runtime.newId('sheet').slice(0, 9));
  (state.metadata ??= []).push({ id, key, value, visibility, location });
  touchHead(runtime, state);
}

/** What sits exactly there. */
export function metadataAt(
  runtime: Runtime,
  state: SpreadsheetState,
  place: MetadataPlace,
): DeveloperMetadata[] {
  return (state.metadata ?? [])
    .filter((entry) => JSON.stringify(entry.location) === JSON.stringify(place))
    .map((entry) => new DeveloperMetadata(runtime, state, entry));
}
