import type { StubTable } from '../isolate/bootStubs';
import json from './schema.json';
import { TEXT_GLOBALS } from './texts';

interface ClassSchema {
  /** Member → overloads → parameters as `name:type`, `name?:type`, `...name:type`. */
  members: Record<string, string[][]>;
  /** Property → enum that stands there, e.g. `Button` → `Base.Button` on `Base.Ui`. */
  enums?: Record<string, string>;
}
interface Schema {
  globals: Record<string, string>;
  /** Advanced services: global → field → class. */
  advanced: Record<string, Record<string, string>>;
  enums: Record<string, string[]>;
  classes: Record<string, ClassSchema>;
}

/** What exists on Google, as @types/google-apps-script tells it (see generate.mjs). */
export const schema = json as unknown as Schema;

/** `Spreadsheet.Sheet` → `Sheet`; a global's own class → the global's name. */
export function shortName(gas: string): string {
  return gas.slice(gas.lastIndexOf('.') + 1);
}

const NAMESPACE_GLOBAL = new Map<string, string>();
for (const [global, gas] of Object.entries(schema.globals)) {
  const namespace = gas.slice(0, gas.indexOf('.'));
  if (namespace !== 'Base' && namespace !== 'Properties') NAMESPACE_GLOBAL.set(namespace, global);
}

/** How Google's messages name a member: `SpreadsheetApp.Range.setValues`, `DriveApp.createFolder`, `Ui.alert`. */
export function messageName(gas: string, member: string): string {
  const global = NAMESPACE_GLOBAL.get(gas.slice(0, gas.indexOf('.')));
  const own = shortName(gas);
  if (global === undefined) return `${own}.${member}`;
  return schema.globals[global] === gas ? `${global}.${member}` : `${global}.${own}.${member}`;
}

export function overloadsOf(gas: string, member: string): string[][] | undefined {
  return schema.classes[gas]?.members[member];
}

/** The table that an isolate makes its stubs from; `advanced` lists the advanced services that the manifest enables. */
export function stubTable(advanced: readonly string[] = []): StubTable {
  const table: StubTable = {
    classes: {},
    properties: {},
    enums: {},
    globals: {},
    texts: TEXT_GLOBALS,
    parts: {},
  };
  for (const [gas, entry] of Object.entries(schema.classes)) {
    table.classes[gas] = Object.keys(entry.members).join(' ');
    if (entry.enums) table.properties[gas] = entry.enums;
  }
  for (const [name, keys] of Object.entries(schema.enums)) table.enums[name] = keys.join(' ');
  Object.assign(table.globals, schema.globals);
  for (const name of advanced) {
    const parts = schema.advanced[name];
    if (!parts) continue;
    table.globals[name] = `Advanced.${name}`;
    table.parts[name] = parts;
  }
  return table;
}
