import { retry } from './retry';

const store = (): GoogleAppsScript.Properties.Properties => PropertiesService.getScriptProperties();

/** All properties of the script, in one call. */
export function allProperties(): Readonly<Record<string, string>> {
  return retry(() => store().getProperties());
}

/** One property; undefined where it is not set. */
export function property(key: string): string | undefined {
  return retry(() => store().getProperty(key)) ?? undefined;
}

/** Sets many at once and leaves the others as they are. Values stay under 9 KB each, Google's limit. */
export function setProperties(values: Readonly<Record<string, string>>): void {
  for (const [key, value] of Object.entries(values)) {
    if (value.length > 8500)
      throw new Error(`Property ${key} holds ${value.length} characters, at most 8500 fit.`);
  }
  retry(() => store().setProperties({ ...values }, false));
}
