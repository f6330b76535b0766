import { enumValue } from './served';

/**
 * The boundary between our classes and Google's published types: says that a served object (or a list of them)
 * stands for Google's interface. The host's door knows the class; only the compiler needs to be told.
 */
export function gas<T>(value: unknown): T {
  return value as T;
}

/** An enum constant as Google's enum type, e.g. `constant<GoogleAppsScript.Forms.ItemType>('Forms.ItemType', 'TEXT')`. */
export function constant<T>(name: string, key: string): T {
  return enumValue(name, key) as unknown as T;
}

/** The name of an enum constant that came from a script: `TEXT`, `CONTINUE`; '' when it is none. */
export function keyOf(value: unknown): string {
  return typeof value === 'object' && value !== null && '$enum' in value && 'key' in value
    ? String(value.key)
    : '';
}
