import { addDays } from '../core/dates';
import { formatNumber } from '../core/dates';
import { instantOf } from '../core/zones';
import type { Desk } from './desk';
import type { CommandResult } from './dialog';
import { checkHealth } from './health';
import type { Memory } from './memory';
import type { OrderId, Understood } from './orders';
import { startRebuild } from './rebuild';
import { makeRecap } from './recap';
import { remindNow } from './remind';
import { startUpdate } from './updateForms';

/** Days that *Ambil laporan yang tertinggal* looks back: any month that is not locked, and a while more. */
const LOOK_BACK_DAYS = 70;

/** Since when *Ambil laporan yang tertinggal* reads the forms again. */
export function sweepSince(desk: Desk): number {
  return instantOf(addDays(desk.context.today, -LOOK_BACK_DAYS), '00:00', desk.settings.zone);
}

/** What a sweep brought, in words. */
export function sweepResult(changed: number): CommandResult {
  const text =
    changed === 0
      ? 'Semua formulir sudah dibaca; tidak ada laporan yang tertinggal.'
      : `Semua formulir sudah dibaca; ${formatNumber(changed)} laporan yang tertinggal sudah masuk.`;
  return { done: true, text };
}

/** Does what a person ordered; the lock is held. `sweep` reads all forms again and gives what came in. */
export function perform(
  desk: Desk,
  memory: Memory,
  command: OrderId,
  ok: Understood,
  sweep: () => number,
): CommandResult {
  switch (command) {
    case 'recap':
      return makeRecap(desk, memory, ok.period ?? desk.settings.goLive);
    case 'remind':
      return remindNow(desk, memory);
    case 'sweep':
      return sweepResult(sweep());
    case 'rebuild':
      return startRebuild(desk, memory);
    case 'updateForms':
      return startUpdate(desk, memory, ok.rules === true);
    case 'health':
      return checkHealth(desk, memory);
    case 'unlock':
    case 'adjustBalance':
      throw new Error(`${command} is a decision and is carried out with its round.`);
  }
}
