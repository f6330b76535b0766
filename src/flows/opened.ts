import type { Instant, Period, VillageCode } from '../core/settings';
import type { Decision } from '../core/book';
import { jsonOf, KEY, type Memory } from './memory';

/** Months that stand open by a person's decision, until when: `village|period` → instant. */
export type Opened = Readonly<Record<string, Instant>>;

/** Months of a village that stand open now. */
export function openedMonths(memory: Memory, village: VillageCode, now: Instant): readonly Period[] {
  return Object.entries(jsonOf<Opened>(memory, KEY.opened, {}))
    .filter(([key, until]) => key.startsWith(`${village}|`) && until >= now)
    .map(([key]) => key.slice(village.length + 1));
}

/** The list with new decisions, without what has ended. */
export function withOpened(memory: Memory, decisions: readonly Decision[], now: Instant): Opened {
  const all: Record<string, Instant> = { ...jsonOf<Opened>(memory, KEY.opened, {}) };
  for (const one of decisions) {
    if (one.period === undefined) continue;
    const key = `${one.village}|${one.period}`;
    if (one.action === 'relock') delete all[key];
    else if (one.action === 'unlock' && one.until !== undefined)
      all[key] = Math.max(all[key] ?? 0, one.until);
  }
  return Object.fromEntries(Object.entries(all).filter(([, until]) => until >= now));
}
