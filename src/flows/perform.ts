import type { Instant } from '../core/settings';
import { formatNumber } from '../core/dates';
import { performCloseYear } from './closeYear';
import type { Desk } from './desk';
import type { CommandResult } from './dialog';
import { restoreFigures } from './handChanges';
import { checkHealth } from './health';
import { performMembers } from './memberImport';
import type { Memory } from './memory';
import { isPersonal, isSeldom, type OrderId, type Understood } from './orders';
import { performPaper } from './paperCommands';
import { performPersonal } from './personalOrders';
import { startRebuild } from './rebuild';
import { makeRecap } from './recap';
import { remindNow } from './remind';
import { performSeldom } from './seldom';
import { startUpdate } from './updateForms';

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
  actor: string,
): CommandResult {
  if (command === 'closeYear') return performCloseYear(desk, memory, { ok, actor, sweep, until });
  if (command === 'importMembers') return performMembers(desk, memory, { ok, actor, until });
  if (isSeldom(command)) return performSeldom(desk, memory, command, ok, actor);
  if (isPersonal(command)) return performPersonal(desk, memory, command, { ok, actor, sweep, until });
  switch (command) {
    case 'recap':
      return makeRecap(desk, memory, ok.period ?? desk.settings.goLive);
    case 'remind':
      return remindNow(desk, memory);
    case 'sweep':
      return sweepResult(sweep());
    case 'restore':
      return restoreFigures(desk, memory, actor);
    case 'rebuild':
      return startRebuild(desk, memory, until);
    case 'updateForms':
      return startUpdate(desk, memory, ok.rules === true);
    case 'health':
      return checkHealth(desk, memory);
    case 'unlock':
    case 'adjustBalance':
      throw new Error(`${command} is a decision and is carried out with its round.`);
    default:
      return performPaper(desk, memory, command, ok, until, actor);
  }
}
