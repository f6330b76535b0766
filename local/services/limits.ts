import type { Quota, Switches } from './runtime';

/** A number for free accounts and for Google Workspace. */
type ByAccount = Record<Switches['accountKind'], number>;
const KB = 1024;
const MB = 1024 * KB;

/**
 * Daily quotas of an account; each begins anew 24 hours after its first use. Source: google.md section 1, which cites
 * guides/quotas-and-limits. There is no published number of forms a day.
 */
export const DAILY: Record<Quota, ByAccount> = {
  mailRecipients: { consumer: 100, workspace: 1500 },
  spreadsheetsCreated: { consumer: 250, workspace: 3200 },
  documentsCreated: { consumer: 250, workspace: 1500 },
  urlFetch: { consumer: 20_000, workspace: 100_000 },
  propertyAccess: { consumer: 50_000, workspace: 500_000 },
  triggerMinutes: { consumer: 90, workspace: 360 },
  conversions: { consumer: 2000, workspace: 4000 },
};

/** Google's words when a daily quota is used up. */
export const QUOTA_WORDS: Record<Quota, string> = {
  mailRecipients: 'Service invoked too many times for one day: email.',
  spreadsheetsCreated: 'Service invoked too many times for one day: spreadsheet create.',
  documentsCreated: 'Service invoked too many times for one day: docs create.',
  urlFetch: 'Service invoked too many times for one day: urlfetch.',
  propertyAccess: 'Service invoked too many times for one day: properties.',
  triggerMinutes: 'Service using too much computer time for one day.',
  conversions: 'Service invoked too many times for one day: conversions.',
};

/** Fixed limits. Source unless another is named: google.md section 1 (guides/quotas-and-limits, error texts). */
export const LIMITS = {
  /** ms of one execution; simple triggers and cards have less (guides/triggers/simple-triggers). */
  runtime: 6 * 60_000,
  shortRuntime: 30_000,
  simultaneousPerUser: 30,
  triggersPerUser: 20,
  /** Bytes of a property's value and key, letters of a whole store. */
  propertyValue: 9 * KB,
  propertyStore: 500 * KB,
  /** Letters of a key, bytes of a value, seconds, items; the longest living stay (reference, Class Cache). */
  cacheKey: 250,
  cacheValue: 100 * KB,
  cacheDefault: 600,
  cacheLongest: 21_600,
  cacheItems: 1000,
  cacheItemsKept: 900,
  /** Of one message; bodies in bytes. */
  mailRecipients: 50,
  mailAttachments: 250,
  mailAttachedBytes: 25 * MB,
  mailBody: { consumer: 200 * KB, workspace: 400 * KB },
  /** Letters of an address, bytes of what is sent. */
  fetchUrl: 2 * KB,
  fetchPayload: 50 * MB,
  /** Of a spreadsheet, letters of a cell. */
  cells: 10_000_000,
  cellText: 50_000,
  /** Bytes of a picture in a sheet (reference, Sheet.insertImage) and of a file made of a blob. */
  sheetImage: 2 * MB,
  driveFile: 50 * MB,
};
