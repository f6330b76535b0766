import { rect as rectangle } from '../../state/rect';
import type { ProtectionState, Rect } from '../../state/spreadsheet';
import type { Runtime } from '../runtime';
import type { EnumValue } from '../served';
import { enumValue, GoogleError, Served } from '../served';
import type { Tab } from './document';
import { passesProtection, PROTECTED_MESSAGE, requireEdit, requireWrite, touchSheet } from './document';
import type { Members } from './members';
import type { NamedRange } from './namedRange';
import { Range } from './range';
import { addressOf, User } from '../user';

// prettier-ignore
type ProtectionMember =
  | 'addEditor' | 'addEditors' | 'canDomainEdit' | 'canEdit' | 'getDescription' | 'getEditors' | 'getProtectionType'
  | 'getRange' | 'getRangeName' | 'getUnprotectedRanges' | 'isWarningOnly' | 'remove' | 'removeEditor'
  | 'removeEditors' | 'setDescription' | 'setDomainEdit' | 'setNamedRange' | 'setRange' | 'setRangeName'
  | 'setUnprotectedRanges' | 'setWarningOnly';

/**
 * A protected tab or range. Its editors mirror those of the file until they are changed; the owner of the file may
 * always edit and is not among them; adding an editor does not share the file (google.md section 4).
 */
export class Protection
  extends Served
  implements Pick<Members<GoogleAppsScript.Spreadsheet.Protection>, ProtectionMember>
{
  static override readonly gas = 'Spreadsheet.Protection';
  constructor(
    runtime: Runtime,
    private readonly tab: Tab,
    private readonly protection: ProtectionState,
  ) {
    super(runtime);
  }

  /** Only who passes a protection may change it. */
  private change(edit: (protection: ProtectionState) => void): this {
    requireWrite(this.runtime, this.tab.state);
    if (!this.tab.sheet.protections.includes(this.protection)) {
      throw new GoogleError('The protection has been removed.');
    }
    if (!this.canEdit()) throw new GoogleError(PROTECTED_MESSAGE);
    edit(this.protection);
    touchSheet(this.runtime, this.tab);
    return this;
  }
  private editors(): string[] {
    return this.protection.editors ?? this.runtime.store.get('file', this.tab.state.id)?.editors ?? [];
  }

  addEditor(who: string | User): this {
    return this.addEditors([addressOf(who)]);
  }
  addEditors(emailAddresses: string[]): this {
    const owner = this.runtime.store.get('file', this.tab.state.id)?.owner;
    const added = emailAddresses.filter((email) => email !== owner);
    return this.change((protection) => {
      protection.editors = [...new Set([...this.editors(), ...added])];
    });
  }
  removeEditor(who: string | User): this {
    return this.removeEditors([who]);
  }
  /** The account of the run cannot shut itself out. */
  removeEditors(people: (string | User)[]): this {
    const gone = new Set(people.map(addressOf));
    gone.delete(this.runtime.execution.effectiveUser);
    return this.change((protection) => {
      protection.editors = this.editors().filter((email) => !gone.has(email));
    });
  }
  getEditors(): User[] {
    return this.editors().map((email) => new User(this.runtime, email));
  }
  /** Only a file of a domain can be opened to the domain. */
  canDomainEdit(): boolean {
    return this.runtime.switches.accountKind === 'workspace' && (this.protection.domainEdit ?? false);
  }
  setDomainEdit(editable: boolean): this {
    if (this.runtime.switches.accountKind === 'consumer' && editable) {
      throw new GoogleError('Domain sharing is not available for this spreadsheet.');
    }
    return this.change((protection) => {
      protection.domainEdit = editable;
    });
  }
  canEdit(): boolean {
    return (
      this.runtime.may('write', this.tab.state.id) &&
      passesProtection(this.runtime, this.tab.state, { ...this.protection, warningOnly: false })
    );
  }

  getDescription(): string {
    return this.protection.description;
  }
  setDescription(description: string): this {
    return this.change((protection) => {
      protection.description = description;
    });
  }
  getProtectionType(): EnumValue {
    return enumValue('Spreadsheet.ProtectionType', this.protection.kind === 'sheet' ? 'SHEET' : 'RANGE');
  }
  getRange(): Range {
    const { sheet } = this.tab;
    return new Range(
      this.runtime,
      this.tab,
      this.protection.rect ?? rectangle(0, 0, sheet.rowCount, sheet.columnCount),
    );
  }
  setRange(range: Range): this {
    if (this.protection.kind === 'sheet')
      throw new GoogleError('A sheet protection cannot be set to a range.');
    return this.change((protection) => {
      protection.rect = range.rect;
      delete protection.rangeName;
    });
  }
  getRangeName(): string | null {
    return this.protection.rangeName ?? null;
  }
  setNamedRange(namedRange: NamedRange): this {
    return this.setRangeName(namedRange.getName());
  }
  setRangeName(rangeName: string): this {
    const named = this.tab.state.namedRanges.find((entry) => entry.name === rangeName);
    if (!named) throw new GoogleError('Range not found');
    return this.change((protection) => {
      protection.rect = named.rect;
      protection.rangeName = rangeName;
    });
  }
  getUnprotectedRanges(): Range[] {
    return (this.protection.unprotected ?? []).map((area) => new Range(this.runtime, this.tab, area));
  }
  setUnprotectedRanges(ranges: Range[]): this {
    if (this.protection.kind !== 'sheet') {
      throw new GoogleError('Unprotected ranges can only be set on a sheet protection.');
    }
    return this.change((protection) => {
      protection.unprotected = ranges.map((range) => range.rect);
    });
  }
  isWarningOnly(): boolean {
    return this.protection.warningOnly;
  }
  setWarningOnly(warningOnly: boolean): this {
    return this.change((protection) => {
      protection.warningOnly = warningOnly;
    });
  }
  remove(): void {
    this.change((protection) => {
      this.tab.sheet.protections = this.tab.sheet.protections.filter((known) => known !== protection);
    });
  }
}

function newProtection(runtime: Runtime, tab: Tab, area?: Rect): Protection {
  const protection: ProtectionState = {
    id: runtime.newId('item'),
    kind: area ? 'range' : 'sheet',
    ...(area ? { rect: area } : {}),
    description: '',
    warningOnly: false,
  };
  tab.sheet.protections.push(protection);
  touchSheet(runtime, tab);
  return new Protection(runtime, tab, protection);
}

/** `Range.protect()`: a new protection each time, as on Google. */
export function protectRange(runtime: Runtime, tab: Tab, area: Rect): Protection {
  requireEdit(runtime, tab, area);
  return newProtection(runtime, tab, area);
}

/** `Sheet.protect()`: a tab has one protection; a second call gives the same. */
export function protectSheet(runtime: Runtime, tab: Tab): Protection {
  requireEdit(runtime, tab);
  const known = tab.sheet.protections.find((protection) => protection.kind === 'sheet');
  return known ? new Protection(runtime, tab, known) : newProtection(runtime, tab);
}

/** Protections of one kind, `SHEET` or `RANGE`. */
export function protectionsOf(runtime: Runtime, tab: Tab, type: EnumValue): Protection[] {
  const kind = type.key === 'SHEET' ? 'sheet' : 'range';
  return tab.sheet.protections
    .filter((protection) => protection.kind === kind)
    .map((protection) => new Protection(runtime, tab, protection));
}
