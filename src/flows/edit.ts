import { SETTINGS_NAME, TAB } from '../core/tabs/names';
import { now } from '../google/clock';
import { MONTH_PAGE_NAMES } from './drawing';
import { lazy } from './lazy';
import { mark, type Corner } from './memory';
import { workOff } from './work';

/** What an edit by hand says: in which tab, and by whom where Google tells. */
export interface EditSignal {
  readonly tab: string;
  /** Address of the account; '' for another editor than the owner. */
  readonly user: string;
}

function cornerOf(tab: string): Corner | undefined {
  if ([TAB.commands, TAB.queue, TAB.outbox, TAB.consultation].some((one) => one === tab)) return 'tindakan';
  if (tab === TAB.coaching) return 'pembinaan';
  if ((MONTH_PAGE_NAMES as readonly string[]).includes(tab)) return 'halaman';
  return Object.values<string>(SETTINGS_NAME).includes(tab) ? 'pengaturan' : undefined;
}

/**
 * An edit in the master: a mark with the person it tells of, then the work. The event is only a signal: what was ticked or chosen is read whole,
 * since events get lost. Ends without a further call when the edit was in another tab; a tab chosen on `Beranda` is opened at once.
 */
export function handleEdit({ tab, user }: EditSignal): void {
  if (tab === TAB.home) {
    lazy().takeTabChoice();
    return;
  }
  const corner = cornerOf(tab);
  if (corner === undefined) return;
  mark(corner, now(), user);
  workOff();
}
