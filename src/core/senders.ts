import type { SenderProof } from './book';
import type { Instant, Settings, VillageCode } from './settings';

/** Who sent: an operator of the village on that day, somebody of the sub-district office, or nobody we know. */
export type SenderRole = 'operator' | 'reviewer' | 'unknown';

/** Judges an address for a village at a time. */
export function senderRole(
  settings: Settings,
  village: VillageCode,
  address: string,
  at: Instant,
): SenderRole {
  throw new Error(`not yet ${settings.zone} ${village} ${address} ${at}`);
}

/** The same mailbox written differently: blanks and capitals do not matter. */
export function sameAddress(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase() && a.trim() !== '';
}

/** True for proofs that Google gives, false for an address that was only typed. */
export function isVerified(proof: SenderProof): boolean {
  return proof === 'verified';
}
