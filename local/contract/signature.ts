import { GoogleError, Served, type EnumValue, type ServedClass } from '../services/served';
import { messageName, overloadsOf, schema } from './schema';

/** A function or symbol of the script: no service takes one, and messages name its kind. */
export class Foreign {
  constructor(readonly kind: string) {}
}

interface Parameter {
  types: readonly string[];
  optional: boolean;
  rest: boolean;
}
const parsed = new Map<string, Map<string, Parameter[][]>>();

/** `null|(a|b)[]` → `null`, `(a|b)[]`: alternatives outside brackets. */
function alternatives(type: string): string[] {
  const types: string[] = [];
  let depth = 0;
  let part = '';
  for (const letter of type) {
    if (letter === '(') depth += 1;
    if (letter === ')') depth -= 1;
    if (letter === '|' && depth === 0) {
      types.push(part);
      part = '';
    } else part += letter;
  }
  types.push(part);
  return types;
}

function parse(text: string): Parameter {
  const [name = '', type = 'any'] = text.split(/:(.*)/s);
  return { types: alternatives(type), optional: name.endsWith('?'), rest: name.startsWith('...') };
}

function overloads(gas: string, member: string): Parameter[][] | undefined {
  let members = parsed.get(gas);
  if (!members) parsed.set(gas, (members = new Map()));
  let known = members.get(member);
  if (!known) {
    known = overloadsOf(gas, member)?.map((each) => each.map(parse));
    if (known) members.set(member, known);
  }
  return known;
}

export function isEnumValue(value: unknown): value is EnumValue {
  return typeof value === 'object' && value !== null && '$enum' in value;
}
const gasOf = (value: Served): string => (value.constructor as unknown as ServedClass).gas;

/** Structural, as the types are: whatever has every member of an interface may stand for it. */
function stands(value: Served, wanted: string): boolean {
  const own = gasOf(value);
  if (own === wanted) return true;
  if (wanted === 'Forms.Item') return /^Forms\.\w+Item$/.test(own);
  if (wanted === 'Charts.DataTableSource' && own === 'Charts.DataTable') return true;
  // An attachment is a blob, though the types do not say so.
  if (/^Base\.Blob(Source)?$/.test(wanted) && own === 'Gmail.GmailAttachment') return true;
  if (wanted === 'Card_Service.Widget') return own.startsWith('Card_Service.');
  const needed = Object.keys(schema.classes[wanted]?.members ?? {});
  const has = schema.classes[own]?.members;
  return has !== undefined && needed.length > 0 && needed.every((each) => each in has);
}

/** Numbers and booleans pass for text, as live (`setNote(25)` gives '25', google.md section 4). */
function fits(value: unknown, type: string): boolean {
  if (type === 'any') return true;
  if (type.endsWith('[]')) {
    const inner = type.startsWith('(') ? type.slice(1, -3) : type.slice(0, -2);
    if (inner === 'number' && value instanceof Uint8Array) return true;
    if (!Array.isArray(value)) return false;
    if (inner === 'any') return true;
    const types = alternatives(inner);
    return value.every((each) => typeof each === inner || fitsAny(each, types));
  }
  if (type === 'string') return ['string', 'number', 'boolean'].includes(typeof value);
  if (type === 'null') return value === null || value === undefined;
  if (type === 'Date') return value instanceof Date;
  if (type === 'object') {
    return (
      typeof value === 'object' && value !== null && !(value instanceof Served) && !(value instanceof Foreign)
    );
  }
  if (type.startsWith('#')) return isEnumValue(value) && value.$enum === type.slice(1);
  if (type.startsWith('@')) return value instanceof Served && stands(value, type.slice(1));
  return typeof value === type;
}
const fitsAny = (value: unknown, types: readonly string[]): boolean =>
  types.some((type) => fits(value, type));

function matches(args: readonly unknown[], parameters: readonly Parameter[]): boolean {
  const rest = parameters.at(-1)?.rest ? parameters.at(-1) : undefined;
  const fixed = rest ? parameters.slice(0, -1) : parameters;
  if (args.length > fixed.length && !rest) return false;
  return (
    fixed.every((parameter, at) => {
      if (at >= args.length) return parameter.optional;
      const value = args[at];
      return (
        (parameter.optional && (value === undefined || value === null)) || fitsAny(value, parameter.types)
      );
    }) &&
    (!rest || args.slice(fixed.length).every((value) => fitsAny(value, rest.types)))
  );
}

/** Numbers become text where only text is taken, so that services get what the types promise. */
function coerce(args: unknown[], parameters: readonly Parameter[]): unknown[] {
  const types = (at: number): readonly string[] => parameters[at]?.types ?? [];
  if (!args.some((value) => typeof value === 'number' || typeof value === 'boolean')) return args;
  return args.map((value, at) =>
    (typeof value === 'number' || typeof value === 'boolean') &&
    types(at).every((type) => /^(string|null)$/.test(type)) &&
    types(at).length > 0
      ? String(value)
      : value,
  );
}

/** The kind of a value in Google's signature errors: `String`, `number`, `SpreadsheetApp.Range`, `(class)`. */
export function kindName(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'string') return 'String';
  if (typeof value === 'boolean') return 'Boolean';
  if (typeof value === 'number') return 'number';
  if (value instanceof Foreign) return value.kind;
  if (value instanceof Date) return 'Date';
  if (Array.isArray(value)) {
    const inner = new Set(value.map((each: unknown) => kindName(each)));
    return inner.size === 1 ? `${[...inner].join('')}[]` : 'Object[]';
  }
  if (isEnumValue(value)) return messageName(value.$enum, '').slice(0, -1);
  if (value instanceof Served) return messageName(gasOf(value), '').slice(0, -1);
  return '(class)';
}

/**
 * Live answers that the types do not promise: null gets `Invalid argument: id` from the service itself, and what a
 * regular expression matched stands for its text (Google's own sample generate-pdfs passes `link.match(…)`).
 */
const TAKES_NULL =
  /^(Drive\.DriveApp|Spreadsheet\.SpreadsheetApp|Forms\.FormApp)\.(get|open)\w+(ById|ByUrl)$/;

/**
 * Checks a call against the published signatures and gives the arguments as the service takes them; throws in
 * Google's words (google.md section 1, Signature errors).
 */
export function checkSignature(gas: string, member: string, args: unknown[]): unknown[] {
  const known = overloads(gas, member);
  if (!known) return args;
  const fitting = known.find((parameters) => matches(args, parameters));
  if (fitting) return coerce(args, fitting);
  if (args.length === 1) {
    const [only] = args;
    if ((only === null || only === undefined) && TAKES_NULL.test(`${gas}.${member}`)) return args;
    if (/By(Id|Url)$/.test(member) && Array.isArray(only) && only.length === 1 && typeof only[0] === 'string')
      return only as unknown[];
  }
  const kinds = args.map((value) => kindName(value)).join(',');
  throw new GoogleError(
    `The parameters (${kinds}) don't match the method signature for ${messageName(gas, member)}.`,
  );
}
