import type { Instant } from '../core/settings';

/** This moment: the only place where the product asks for it. */
export function now(): Instant {
  return Date.now();
}
