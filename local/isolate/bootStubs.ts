import type { IsolateValues } from './bootValues';
import type { Reply } from './messages';

/** The contract as the isolate needs it: member names by a blank, enums by property, constants by enum. */
export interface StubTable {
  /** `{ 'Spreadsheet.Sheet': 'getName getRange …' }` */
  classes: Record<string, string>;
  /** `{ 'Base.Ui': { Button: 'Base.Button' } }` */
  properties: Record<string, Record<string, string>>;
  enums: Record<string, string>;
  globals: Record<string, string>;
  /** Globals and fields that are plain text, such as `MimeType.PDF`. */
  texts: Record<string, Record<string, string>>;
  /** Objects that hang on a global, such as `Drive.Permissions`: path → class. */
  parts: Record<string, Record<string, string>>;
}

export type StubCall = (target: object, member: string, args: unknown[]) => unknown;
/** The table in the isolate's own realm: its classes are functions that make a prototype's methods. */
export interface IsolateTable extends Omit<StubTable, 'classes'> {
  classes: Record<string, (call: StubCall) => object>;
}

export interface IsolateHooks {
  post(message: unknown): void;
  /** Sends a call and blocks until the host has answered. */
  exchange(message: unknown): Reply;
  now(): number;
}

/**
 * Born inside the context as text (see bootValues). Makes one frozen prototype a class, when its first object
 * arrives, and the globals: an unknown member is then a native TypeError and `'x' in sheet` is true to life.
 */
export function bootStubs(
  scope: Record<string, unknown>,
  values: IsolateValues,
  table: IsolateTable,
  hooks: IsolateHooks,
): void {
  const prototypes: Record<string, object> = Object.create(null) as Record<string, object>;
  const enums: Record<string, Record<string, object>> = Object.create(null) as typeof enums;

  const send = (target: object, member: string, args: unknown[]): unknown => {
    for (let at = 0; at < args.length; at += 1) args[at] = values.encode(args[at]);
    const h = values.idOf(target);
    const reply = hooks.exchange(
      h === undefined
        ? { t: 'call', s: values.services.get(target), m: member, a: args }
        : { t: 'call', h, m: member, a: args },
    );
    if (!reply.e && !reply.x) return values.decode(reply.r);
    const error = new Error(reply.e ? reply.e.message : 'The execution has ended.');
    Object.defineProperty(error, 'name', {
      value: reply.e ? reply.e.name : 'Exception',
      configurable: true,
      writable: true,
    });
    // The stack begins where the script called.
    Error.captureStackTrace(error, (target as Record<string, () => unknown>)[member]);
    throw error;
  };

  /** A template's own fields are its variables and its code runs in the script's realm: only this side can. */
  const evaluateTemplate = (template: object): unknown => {
    const fields = Object.keys(template);
    const code = String(send(template, 'getCode', []));
    // Begins on the template's first line, so that an error's line is the file's.
    const look = scope.eval as (text: string) => unknown;
    const render = look(`(function (${fields.join(', ')}) {${code}\n})`) as (...parts: unknown[]) => unknown;
    const html = render(...fields.map((field) => (template as Record<string, unknown>)[field]));
    return send(template, 'evaluate', [String(html)]);
  };
  const sendTemplate: StubCall = (target, member, args) =>
    member === 'evaluate' ? evaluateTemplate(target) : send(target, member, args);

  const enumOf = (name: string): Record<string, object> => {
    const known = enums[name];
    if (known) return known;
    const made: Record<string, object> = {};
    (table.enums[name] ?? '').split(' ').forEach((key, ordinal) => {
      const constant = Object.freeze({
        toString: () => key,
        name: () => key,
        ordinal: () => ordinal,
        compareTo: (other: { ordinal(): number }) => ordinal - other.ordinal(),
        toJSON: () => key,
      });
      values.constants.set(constant, { $e: name, $k: key });
      made[key] = constant;
    });
    enums[name] = Object.freeze(made);
    return made;
  };

  const addProperties = (target: object, gas: string): void => {
    const properties = table.properties[gas] ?? {};
    for (const property of Object.keys(properties)) {
      const name = properties[property] ?? '';
      Object.defineProperty(target, property, { enumerable: true, get: () => enumOf(name) });
    }
  };

  const prototypeOf = (gas: string, title: string): object => {
    const known = prototypes[gas];
    if (known) return known;
    const make = table.classes[gas];
    const made = make ? make(gas === 'HTML.HtmlTemplate' ? sendTemplate : send) : {};
    // An answer of a fetch reads as its text: `JSON.parse(response)` is common in published scripts.
    const isAnswer = gas === 'URL_Fetch.HTTPResponse';
    Object.defineProperty(made, 'toString', {
      value: function (this: object) {
        return isAnswer ? send(this, 'getContentText', []) : title;
      },
    });
    addProperties(made, gas);
    prototypes[gas] = Object.freeze(made);
    return made;
  };

  values.object = (id, gas) => {
    const made = Object.create(prototypeOf(gas, gas.slice(gas.lastIndexOf('.') + 1))) as object;
    values.mark(made, id);
    return made;
  };
  values.constant = (name, key) => enumOf(name)[key] ?? {};

  const makeGlobal = (path: string, gas: string, name: string): object => {
    const made = Object.create(prototypeOf(gas, name)) as object;
    values.services.set(made, path);
    const parts = table.parts[path] ?? {};
    for (const part of Object.keys(parts)) {
      const value = makeGlobal(`${path}.${part}`, parts[part] ?? '', part);
      Object.defineProperty(made, part, { value, enumerable: true });
    }
    return made;
  };
  // Made when first looked at: most runs need a handful of the thirty.
  const addGlobal = (name: string): void => {
    const set = (value: unknown): void => {
      Object.defineProperty(scope, name, { value, writable: true, configurable: true });
    };
    const get = (): unknown => {
      const made = makeGlobal(name, table.globals[name] ?? '', name);
      set(made);
      return made;
    };
    Object.defineProperty(scope, name, { get, set, configurable: true });
  };
  for (const name of Object.keys(table.globals)) addGlobal(name);
  for (const name of Object.keys(table.texts)) scope[name] = Object.freeze({ ...table.texts[name] });
}
