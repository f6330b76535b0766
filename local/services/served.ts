import type { Runtime } from './runtime';

/**
 * An object that a script holds through a stub. A subclass is named as Google's class, says which members
 * it has by `implements Pick<GoogleAppsScript.…>`, and carries Google's qualified name in `static gas`.
 * Members that Google has and the class lacks are refused by name at the host's door.
 */
export abstract class Served {
  /** Namespace and class as in @types/google-apps-script, e.g. `Spreadsheet.Sheet`. */
  static readonly gas: string;
  constructor(protected readonly runtime: Runtime) {}
}

export type ServedClass = (abstract new (...args: never[]) => Served) & { readonly gas: string };

/** A global of Apps Script: its name, the interface in the types, and how to make it for one execution. */
export interface ServiceEntry {
  /** `SpreadsheetApp` */
  readonly global: string;
  /** Qualified interface, `Spreadsheet.SpreadsheetApp`. */
  readonly gas: string;
  readonly create: (runtime: Runtime) => Served;
  /** Every class whose objects this service can hand out. */
  readonly classes: readonly ServedClass[];
}

/** A service error in Google's words: `name` is what `e.name` shows in the script ('Exception' by default). */
export class GoogleError extends Error {
  constructor(
    message: string,
    readonly gasName: string = 'Exception',
  ) {
    super(message);
  }
}

/** One constant of a Google enum, the same object wherever it is used on the host. */
export interface EnumValue {
  /** `Forms.ItemType` */
  readonly $enum: string;
  readonly key: string;
}
const interned = new Map<string, EnumValue>();

/** `enumValue('Forms.ItemType', 'TEXT')`; crosses to the script as Google's constant and back as this object. */
export function enumValue(name: string, key: string): EnumValue {
  const id = `${name}.${key}`;
  let value = interned.get(id);
  if (!value) {
    value = Object.freeze({ $enum: name, key });
    interned.set(id, value);
  }
  return value;
}
