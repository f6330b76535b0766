import { types } from 'node:util';
import { Foreign, isEnumValue } from '../contract/signature';
import { enumValue, Served, type ServedClass } from '../services/served';
import type { Execution } from './execution';

type Plain = Record<string, unknown>;

/** A message of the isolate as services take it: host arrays, host dates, served objects. */
export function fromScript(execution: Execution, value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) {
    const size = value.length;
    const made: unknown[] = new Array(size);
    for (let at = 0; at < size; at += 1) {
      const each: unknown = value[at];
      made[at] = each !== null && typeof each === 'object' ? fromScript(execution, each) : each;
    }
    return made;
  }
  // The port may belong to another realm than this code: `instanceof` would not know its dates.
  if (types.isDate(value)) return new Date(value.getTime());
  if (types.isUint8Array(value)) return Uint8Array.from(value);
  return fromRecord(execution, value as Plain);
}

function fromRecord(execution: Execution, record: Plain): unknown {
  if (typeof record.$h === 'number') return execution.handles.get(record.$h);
  if (typeof record.$e === 'string') return enumValue(record.$e, String(record.$k));
  if (typeof record.$s === 'string') return execution.globals.get(record.$s) ?? new Foreign(record.$s);
  if (typeof record.$f === 'string') return new Foreign(record.$f);
  const pairs = Array.isArray(record.$v) ? (record.$v as [string, unknown][]) : Object.entries(record);
  return Object.fromEntries(pairs.map(([key, each]) => [key, fromScript(execution, each)]));
}

/** What a service gives back as a message; served objects become handles of this execution. */
export function toScript(execution: Execution, value: unknown): unknown {
  if (value === null || typeof value !== 'object') return typeof value === 'function' ? undefined : value;
  if (value instanceof Date || value instanceof Uint8Array) return value;
  if (value instanceof Served) {
    let id = execution.handleIds.get(value);
    if (id === undefined) {
      id = execution.handles.size + 1;
      execution.handleIds.set(value, id);
      execution.handles.set(id, value);
    }
    return { $h: id, $c: (value.constructor as unknown as ServedClass).gas };
  }
  if (isEnumValue(value)) return { $e: value.$enum, $k: value.key };
  if (Array.isArray(value)) {
    if (value.every((each) => each === null || typeof each !== 'object')) return value;
    return value.map((each) => toScript(execution, each));
  }
  const keys = Object.keys(value);
  if (keys.some((key) => key.startsWith('$'))) {
    return { $v: keys.map((key) => [key, toScript(execution, (value as Plain)[key])]) };
  }
  return Object.fromEntries(keys.map((key) => [key, toScript(execution, (value as Plain)[key])]));
}

/** What may cross between a page and the script: no Dates, no functions, no objects of classes. */
export function isJsonLike(value: unknown): boolean {
  if (value === null || typeof value !== 'object')
    return typeof value !== 'function' && typeof value !== 'bigint';
  if (Array.isArray(value)) return value.every(isJsonLike);
  const proto: unknown = Object.getPrototypeOf(value);
  return (proto === Object.prototype || proto === null) && Object.values(value).every(isJsonLike);
}
