import type { Instant } from '../core/settings';
import { addDays } from '../core/dates';
import { formatNumber } from '../core/dates';
import { instantOf } from '../core/zones';
import type { Desk } from './desk';
import type { CommandResult } from './dialog';
import { lazy } from './lazy';
import type { Memory } from './memory';
import type { OrderId, Understood } from './orders';
import { remindNow } from './remind';

/** Days that *Ambil laporan yang tertinggal* looks back: any month that is not locked, and a while more. */
const LOOK_BACK_DAYS = 70;

/** Since when *Ambil laporan yang tertinggal* reads the forms again. */
export function sweepSince(desk: Desk): number {
  return instantOf(addDays(desk.context.today, -LOOK_BACK_DAYS), '00:00', desk.settings.zone);
}

/** What a sweep brought. */
export interface SweepDone {
  /** Responses that were not known. */
  readonly found: number;
  /** There was no time for all; the next runs go on by themselves. */
  readonly goesOn: boolean;
}

function sweepResult({ found, goesOn }: SweepDone): CommandResult {
  const came = `${formatNumber(found)} laporan yang tertinggal sudah masuk`;
  if (goesOn) return { done: true, text: `${came}; sisanya dilanjutkan sendiri setiap jam.` };
  const text = found === 0 ? 'tidak ada laporan yang tertinggal' : came;
  return { done: true, text: `Semua formulir sudah dibaca; ${text}.` };
}

/** Does what a person ordered; the lock is held. `sweep` reads all forms again; `until` = when it has to be over. */
export function perform(
  desk: Desk,
  memory: Memory,
  command: OrderId,
  ok: Understood,
  sweep: () => SweepDone,
  until: Instant,
): CommandResult {
  switch (command) {
    case 'recap':
      return lazy().makeRecap(desk, memory, ok.period ?? desk.settings.goLive);
    case 'remind':
      return remindNow(desk, memory);
    case 'sweep':
      return sweepResult(sweep());
    case 'rebuild':
      return lazy().startRebuild(desk, memory, until);
    case 'updateForms':
      return lazy().startUpdate(desk, memory, ok.rules === true);
    case 'health':
      return lazy().checkHealth(desk, memory);
    case 'unlock':
    case 'adjustBalance':
      throw new Error(`${command} is a decision and is carried out with its round.`);
  }
}
