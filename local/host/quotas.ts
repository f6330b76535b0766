import type { Quota, Switches } from '../services/runtime';

/**
 * Daily quotas and fixed limits. Source of every number: google.md section 1, which cites
 * guides/quotas-and-limits and guides/triggers/simple-triggers.
 */
export const DAILY: Record<Quota, Record<Switches['accountKind'], number>> = {
  mailRecipients: { consumer: 100, workspace: 1500 },
  spreadsheetsCreated: { consumer: 250, workspace: 3200 },
  documentsCreated: { consumer: 250, workspace: 1500 },
  urlFetch: { consumer: 20_000, workspace: 100_000 },
  propertyAccess: { consumer: 50_000, workspace: 500_000 },
  triggerMinutes: { consumer: 90, workspace: 360 },
  conversions: { consumer: 2000, workspace: 4000 },
};

/** Google's words when a daily quota is used up; `Service using too much computer time` is for triggers. */
export const QUOTA_WORDS: Record<Quota, string> = {
  mailRecipients: 'Service invoked too many times for one day: email.',
  spreadsheetsCreated: 'Service invoked too many times for one day: spreadsheet create.',
  documentsCreated: 'Service invoked too many times for one day: docs create.',
  urlFetch: 'Service invoked too many times for one day: urlfetch.',
  propertyAccess: 'Service invoked too many times for one day: properties.',
  triggerMinutes: 'Service using too much computer time for one day.',
  conversions: 'Service invoked too many times for one day: conversions.',
};

export const LIMITS = {
  /** ms of one execution; simple triggers and cards have less. */
  runtime: 6 * 60_000,
  shortRuntime: 30_000,
  simultaneousPerUser: 30,
  triggersPerUser: 20,
  propertyValue: 9 * 1024,
  propertyStore: 500 * 1024,
  cacheKey: 250,
  cacheValue: 100 * 1024,
  /** Seconds. */
  cacheDefault: 600,
  cacheLongest: 21_600,
} as const;

export const DAY = 86_400_000;
