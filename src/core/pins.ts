import type { SenderProof } from './book';
import type { RawAnswer } from './kinds/kind';
import type { Seal } from './personal';
import { operatorsOf } from './senders';
import type { Instant, Settings, VillageCode } from './settings';
import { cleanDigits } from './text';
import { localDate } from './zones';

/** Four digits, of which the first is not 0: it is read aloud, and a sheet would drop the zero of a pasted one. */
export const PIN_PATTERN = '^[1-9][0-9]{3}$';

/** After so many wrong PINs of a village within an hour nothing that comes is compared any more. */
const MOST_WRONG = 5;
const HOUR = 3_600_000;

const PIN_PROOFS: readonly SenderProof[] = ['pin', 'officePin', 'wrongPin', 'unseenPin', 'noPin'];

/** Whether a PIN, or its absence, says who sent it, and no address. */
export function isPinProof(proof: SenderProof): boolean {
  return PIN_PROOFS.includes(proof);
}

/** What was answered as the PIN, blanks between the digits left out; '' = nothing. */
export function pinOf(answer: RawAnswer | undefined): string {
  return cleanDigits(String(answer ?? '')).text.replace(/\s/g, '');
}

/**
 * What stands for a PIN everywhere but in the tab `Operator` and in the answers. `place` = the village, or the
 * sub-district for its own office: the same four digits have another seal in each.
 */
export function sealedPin(place: VillageCode, pin: string, seal: Seal): string {
  return seal(`pin|${place}|${pin}`);
}

/** Whose PIN it is, by the settings of the moment at which it was sent. */
export function provenBy(
  settings: Settings,
  village: VillageCode,
  pin: string,
  at: Instant,
  seal: Seal,
): SenderProof {
  const own = sealedPin(village, pin, seal);
  if (operatorsOf(settings, village, localDate(at, settings.zone)).some((one) => one.pin === own))
    return 'pin';
  return settings.officePin === sealedPin(settings.subdistrict.code, pin, seal) ? 'officePin' : 'wrongPin';
}

/** Until when PINs of the village are not compared, as of that moment; undefined = they are. */
export function closedUntil(wrong: readonly Instant[] = [], at: Instant): Instant | undefined {
  const [first, ...rest] = wrong.filter((one) => one > at - HOUR && one <= at).slice(-MOST_WRONG);
  return first !== undefined && rest.length === MOST_WRONG - 1 ? first + HOUR : undefined;
}

/** The times of wrong PINs that still matter once there was another one. */
export function withWrong(wrong: readonly Instant[] = [], at: Instant): readonly Instant[] {
  return [...wrong, at].filter((one) => one > at - HOUR).slice(-MOST_WRONG);
}

/** A PIN out of a number from 0 to 9999; undefined where many would guess it: 1111, 1234, 4321, a year. */
export function pinFrom(number: number): string | undefined {
  const pin = String(number);
  const [first = 0, ...rest] = Array.from(pin, Number);
  const steps = rest.map((digit, at) => digit - ([first, ...rest][at] ?? 0));
  const isRun = [-1, 0, 1].some((step) => steps.every((one) => one === step));
  return new RegExp(PIN_PATTERN).test(pin) && !isRun && !/^(19|20)/.test(pin) ? pin : undefined;
}
