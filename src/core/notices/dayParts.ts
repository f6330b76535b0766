import type { DrawContext } from '../draw/context';
import { localTime } from '../zones';

/** Hours of the morning's messages and of the receipts: the first run at or after each says them, once a day. */
const HOURS = { morning: 8, evening: 17 } as const;

/** Parts of the day whose messages are due now. */
export interface DayParts {
  readonly morning: boolean;
  readonly evening: boolean;
}

/** The parts of the day that have begun and are not among those that were `said` on it. */
export function partsDue({ settings, now }: DrawContext, said: Partial<DayParts> = {}): DayParts {
  const hour = Number(localTime(now, settings.zone).slice(0, 2));
  return {
    morning: hour >= HOURS.morning && said.morning !== true,
    evening: hour >= HOURS.evening && said.evening !== true,
  };
}
