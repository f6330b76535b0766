/**
 * Google's class by the names of its members. Our methods hand out our own classes, which have fewer members than
 * Google's: so `implements Pick<Members<GoogleAppsScript.Spreadsheet.Sheet>, 'getName' | …>` holds a class to
 * Google's names, while the host's door checks arguments by the published types.
 */
export type Members<T> = {
  [K in keyof T]: T[K] extends (...args: never[]) => unknown ? (...args: never[]) => unknown : unknown;
};
