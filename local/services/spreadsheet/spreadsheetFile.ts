import type { DriveFile } from '../../state/file';
import type { SpreadsheetState } from '../../state/spreadsheet';
import { blobOfFile, convertFile } from '../drive/content';
import { copyFile } from '../drive/copyFile';
import { addPeople, removePerson, roleOf, withFolders } from '../drive/sharing';
import type { Runtime } from '../runtime';
import type { EnumValue } from '../served';
import { enumValue, GoogleError, Served } from '../served';
import { addressOf, User } from '../user';
import type { Blob } from '../blob';
import type { DeveloperMetadata } from './developerMetadata';
import { addMetadata, DeveloperMetadataFinder, metadataAt } from './developerMetadata';
import { openSpreadsheet, requireWrite, touchHead } from './document';
import { normaliseLocale } from './locale';
import type { Members } from './members';
import type { Spreadsheet } from './spreadsheet';

// prettier-ignore
type FileMember =
  | 'addDeveloperMetadata' | 'addEditor' | 'addEditors' | 'addViewer' | 'addViewers' | 'copy'
  | 'createDeveloperMetadataFinder' | 'getAs' | 'getBlob' | 'getDeveloperMetadata' | 'getEditors' | 'getId' | 'getName'
  | 'getOwner' | 'getRecalculationInterval' | 'getSpreadsheetLocale' | 'getSpreadsheetTimeZone' | 'getUrl'
  | 'getViewers' | 'isIterativeCalculationEnabled' | 'removeEditor' | 'removeViewer' | 'rename'
  | 'setIterativeCalculationEnabled' | 'setRecalculationInterval' | 'setSpreadsheetLocale' | 'setSpreadsheetTimeZone'
  | 'toast';

/** A spreadsheet as a file: name, address, language and zone, who may see and change it. */
export abstract class SpreadsheetFile
  extends Served
  implements Pick<Members<GoogleAppsScript.Spreadsheet.Spreadsheet>, FileMember>
{
  constructor(
    runtime: Runtime,
    readonly state: SpreadsheetState,
  ) {
    super(runtime);
  }
  protected abstract open(state: SpreadsheetState): Spreadsheet;

  protected file(): DriveFile {
    const file = this.runtime.store.get('file', this.state.id);
    if (!file)
      throw new GoogleError(`Service Spreadsheets failed while accessing document with id ${this.state.id}.`);
    return file;
  }
  protected change(edit: () => void): this {
    requireWrite(this.runtime, this.state);
    edit();
    touchHead(this.runtime, this.state);
    return this;
  }

  getId(): string {
    return this.state.id;
  }
  getUrl(): string {
    return `https://docs.google.com/spreadsheets/d/${this.state.id}/edit`;
  }
  getName(): string {
    return this.file().name;
  }
  rename(newName: string): void {
    const file = this.file();
    this.change(() => {
      file.name = newName;
      this.runtime.store.touch('file', file.id);
    });
  }
  /** In the same folder where the account may write, without triggers (google.md section 2). */
  copy(name: string): Spreadsheet {
    const copy = copyFile(this.runtime, this.file(), name, undefined);
    return this.open(openSpreadsheet(this.runtime, copy.id));
  }
  /** PDF, the only kind that Google converts to here (google.md: XLSX comes from the export address). */
  getBlob(): Blob {
    return blobOfFile(this.runtime, this.file());
  }
  getAs(contentType: string): Blob {
    return convertFile(this.runtime, this.file(), contentType);
  }

  getSpreadsheetLocale(): string {
    return this.state.locale;
  }
  setSpreadsheetLocale(locale: string): void {
    const code = normaliseLocale(locale);
    if (code === undefined) throw new GoogleError(`Invalid argument: ${locale}`);
    this.change(() => (this.state.locale = code));
  }
  getSpreadsheetTimeZone(): string {
    return this.state.timeZone;
  }
  setSpreadsheetTimeZone(timezone: string): void {
    if (!isZone(timezone)) throw new GoogleError(`Invalid argument: ${timezone}`);
    this.change(() => (this.state.timeZone = timezone));
  }
  isIterativeCalculationEnabled(): boolean {
    return this.state.settings?.['iterativeCalculation'] === true;
  }
  setIterativeCalculationEnabled(isEnabled: boolean): this {
    return this.change(() => ((this.state.settings ??= {})['iterativeCalculation'] = isEnabled));
  }
  getRecalculationInterval(): EnumValue {
    const key = this.state.settings?.['recalculationInterval'];
    return enumValue('Spreadsheet.RecalculationInterval', typeof key === 'string' ? key : 'ON_CHANGE');
  }
  setRecalculationInterval(interval: EnumValue): this {
    return this.change(() => ((this.state.settings ??= {})['recalculationInterval'] = interval.key));
  }

  getOwner(): User | null {
    return new User(this.runtime, this.file().owner);
  }
  /** With the owner, as live (google.md section 8). */
  getEditors(): User[] {
    return this.people((role) => role === 'owner' || role === 'editors');
  }
  /** Whoever may at least look, editors and owner too (google.md section 8). */
  getViewers(): User[] {
    return this.people(() => true);
  }
  private people(wanted: (role: string) => boolean): User[] {
    const { store } = this.runtime;
    const file = this.file();
    const named = [...withFolders(store, file)].flatMap((entry) =>
      entry === file || entry.parentId !== undefined
        ? [entry.owner, ...entry.editors, ...(entry.commenters ?? []), ...entry.viewers]
        : [],
    );
    return [...new Set(named)]
      .filter((email) => {
        const role = roleOf(store, file, email);
        return role !== undefined && wanted(role);
      })
      .map((email) => new User(this.runtime, email));
  }
  addEditor(who: string | User): this {
    return this.addEditors([addressOf(who)]);
  }
  addEditors(emailAddresses: string[]): this {
    requireWrite(this.runtime, this.state);
    addPeople(this.runtime, this.file(), 'editors', emailAddresses);
    return this;
  }
  addViewer(who: string | User): this {
    return this.addViewers([addressOf(who)]);
  }
  addViewers(emailAddresses: string[]): this {
    requireWrite(this.runtime, this.state);
    addPeople(this.runtime, this.file(), 'viewers', emailAddresses);
    return this;
  }
  removeEditor(who: string | User): this {
    requireWrite(this.runtime, this.state);
    removePerson(this.runtime, this.file(), 'editors', addressOf(who));
    return this;
  }
  removeViewer(who: string | User): this {
    requireWrite(this.runtime, this.state);
    removePerson(this.runtime, this.file(), 'viewers', addressOf(who));
    return this;
  }

  /** Five seconds unless told otherwise; a negative number or null stays until it is clicked away. */
  toast(msg: string, title = '', timeoutSeconds: number | null = 5): void {
    this.runtime.show({
      kind: 'toast',
      fileId: this.state.id,
      title,
      text: msg,
      seconds: timeoutSeconds ?? -1,
    });
  }

  addDeveloperMetadata(key: string, ...more: (string | EnumValue)[]): this {
    addMetadata(this.runtime, this.state, { kind: 'SPREADSHEET' }, key, more);
    return this;
  }
  getDeveloperMetadata(): DeveloperMetadata[] {
    return metadataAt(this.runtime, this.state, { kind: 'SPREADSHEET' });
  }
  createDeveloperMetadataFinder(): DeveloperMetadataFinder {
    return new DeveloperMetadataFinder(this.runtime, this.state, { kind: 'SPREADSHEET' });
  }
}

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }) !== undefined;
  } catch {
    return false;
  }
}
