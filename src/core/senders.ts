import type { MarkId, SenderProof } from './book';
import type { Instant, LocalDate, Operator, Settings, VillageCode } from './settings';
import { localDate } from './zones';

/** Who sent: an operator of the village on that day, somebody of the sub-district's office, or nobody we know. */
export type SenderRole = 'operator' | 'reviewer' | 'unknown';

/** The same mailbox written differently: blanks and capitals do not matter. An empty address equals none. */
export function sameAddress(a: string, b: string): boolean {
  const plain = (text: string): string => text.normalize('NFKC').trim().toLowerCase();
  return plain(a) === plain(b) && plain(a) !== '';
}

/** The operator's validity includes both days. */
export function isOperatorOn(operator: Operator, day: LocalDate): boolean {
  return (
    (operator.from === undefined || day >= operator.from) &&
    (operator.until === undefined || day <= operator.until)
  );
}

/** Operators of a village on that day, in the order of the tab. */
export function operatorsOf(settings: Settings, village: VillageCode, day: LocalDate): readonly Operator[] {
  return settings.operators.filter((operator) => operator.village === village && isOperatorOn(operator, day));
}

/** Whether a village's reports are proven by PIN, without an account. */
export function usesPin(
  { senderMode, villages }: Pick<Settings, 'senderMode' | 'villages'>,
  village: VillageCode,
): boolean {
  return (villages.find((one) => one.code === village)?.senderMode ?? senderMode) === 'pin';
}

/** Whether anyone with the link may read the village's status page: without an account nobody else could. */
export function opensStatus(settings: Settings, village: VillageCode): boolean {
  return settings.statusPageOpen || usesPin(settings, village);
}

/** Owner, Kasi and reviewers. */
export function officeAddresses(settings: Settings): readonly string[] {
  return [settings.owner, settings.kasi.email, ...settings.reviewers].filter((address) => address !== '');
}

const BY_PIN: Readonly<Partial<Record<SenderProof, SenderRole>>> = {
  pin: 'operator',
  officePin: 'reviewer',
  wrongPin: 'unknown',
  unseenPin: 'unknown',
  noPin: 'unknown',
};

/**
 * Judges who sent to a village at a time: by PIN where that is the proof, else by address. One mailbox may serve several
 * villages where each lists it.
 */
export function senderRole(
  settings: Settings,
  village: VillageCode,
  address: string,
  at: Instant,
  proof: SenderProof = 'verified',
): SenderRole {
  const byPin = BY_PIN[proof];
  if (byPin !== undefined) return byPin;
  const operators = operatorsOf(settings, village, localDate(at, settings.zone));
  if (operators.some((operator) => sameAddress(operator.email, address))) return 'operator';
  return officeAddresses(settings).some((one) => sameAddress(one, address)) ? 'reviewer' : 'unknown';
}

/** Marks that follow from who sent and how that is known. */
export function senderMarks(role: SenderRole, proof: SenderProof): readonly MarkId[] {
  const marks: MarkId[] = role === 'reviewer' ? ['byReviewer'] : [];
  return proof === 'typed' ? [...marks, 'addressNotVerified'] : marks;
}
