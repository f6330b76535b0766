import { masterTabs } from '../core/tabs';
import type { Counts } from '../google/apply';
import { now } from '../google/clock';
import { takeLock } from '../google/lock';
import { openDesk, type Desk } from './desk';
import { canBeMade } from './healthOffice';
import { jsonOf, KEY, recall, remember, type Memory } from './memory';
import { startRebuild } from './rebuild';
import { logOrder, orderPlaced } from './rowOrder';
import { Run } from './run';
import { buildMissingTabs } from './updateForms';
import { logCells } from './words';
import { BUDGET } from './work';

/**
 * After a run failed: makes tabs anew that somebody deleted and that can be computed from the facts, and computes
 * them; puts rows back that have their places and were moved. Gives whether anything was amiss, so that the run may be tried
 * once more; whatever goes wrong here, the failure that is told is the first one.
 */
export function mendTabs(): boolean {
  const lock = takeLock();
  if (lock === undefined) return false;
  try {
    const memory = recall();
    const desk = openDesk(memory);
    const missing = missingTabs(desk);
    if (missing.length > 0) {
      makeTabs(desk, memory, missing);
      return true;
    }
    const moved = orderPlaced(desk);
    const run = new Run(desk, memory, 'formulir');
    logOrder(run, moved);
    run.finish();
    return moved.length > 0;
  } catch {
    return false;
  } finally {
    lock.release();
  }
}

const missingTabs = ({ master, context }: Desk): readonly string[] =>
  masterTabs(context.catalogue)
    .filter((tab) => canBeMade(tab) && !master.has(tab.name))
    .map((tab) => tab.name);

function makeTabs(desk: Desk, memory: Memory, names: readonly string[]): void {
  buildMissingTabs(desk, names);
  const counts = Object.entries(jsonOf<Counts>(memory, KEY.counts, {}));
  const standing = counts.filter(([place]) => !names.some((name) => place === `master/${name}`));
  remember(memory, { [KEY.counts]: JSON.stringify(Object.fromEntries(standing)) });
  const run = new Run(desk, memory, 'formulir');
  const reason = 'Tab ini terhapus. Isinya dihitung lagi dari jawaban formulir dan keputusan peninjau.';
  const what = 'Tab dibuat lagi';
  run.log(logCells(desk, { at: desk.now, actor: 'sistem', what, to: names.join(', '), reason }));
  run.finish();
  startRebuild(desk, memory, now() + BUDGET / 2);
}
