/** The host's share of the one table of limits: local/services/limits.ts. */
export { DAILY, LIMITS, QUOTA_WORDS } from '../services/limits';

/** Milliseconds after which a daily quota begins anew. */
export const DAY = 86_400_000;
