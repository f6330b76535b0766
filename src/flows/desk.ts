import type { DrawContext } from '../core/draw/context';
import { dayOf } from '../core/due';
import { SPARE_PLACES } from '../core/place';
import type { FoldEnv } from '../core/fold';
import type { Instant, Settings } from '../core/settings';
import type { Snapshot } from '../core/snapshots';
import { NO_OFFICE, type Office } from '../core/office';
import { masterTabs, shapedTabs } from '../core/tabs';
import { now } from '../google/clock';
import { sealWith } from '../google/seal';
import { openMaster } from '../google/tables';
import type { Workbook } from '../google/workbook';
import { CATALOGUE, catalogueOf } from '../reports/index';
import { lazy } from './lazy';
import { KEY, textOf, type Memory } from './memory';
import { officeOf } from './officeFacts';
import { addressesOf, placesOf, placingOf, readRegistry, type Registry } from './registry';

/** Everything that a run has open: the master, the registry, the settings in force. */
export interface Desk {
  readonly master: Workbook;
  readonly registry: Registry;
  readonly snapshot: Snapshot;
  readonly settings: Settings;
  /** The moment of this run; the day of all drawings. */
  readonly now: Instant;
  readonly context: DrawContext;
}

/** Why nothing can be done here, in one sentence for the person at the keyboard. */
export class NotReady extends Error {}

/**
 * Does what a trigger asks; in a copy and before set-up there is nothing to do, and nobody to tell. Where it failed
 * since somebody deleted a tab that can be computed, the tab is made anew and the run tried once more.
 */
export function quietly(act: () => void): void {
  try {
    act();
  } catch (failure) {
    if (failure instanceof NotReady) return;
    if (!lazy().mendTabs()) throw failure;
    act();
  }
}

let allTabs: ReturnType<typeof masterTabs> | undefined;

/** All tabs of the master, whatever is switched on; put together once in an execution. */
export const tabsOfMaster = (): ReturnType<typeof masterTabs> => (allTabs ??= masterTabs(CATALOGUE));

/** Sentence of a command that was given in a copy of the master. */
export const COPY_SENTENCE =
  'Lembar ini salinan, sedangkan formulir dan data tersambung ke lembar aslinya. Pakai lembar asli, atau jalankan Siapkan pengaturan dan Pasang untuk membuat kecamatan baru di sini.';

/** Sentence of a command that was given after *Bongkar*. */
const DISMANTLED_SENTENCE =
  'Sudah dibongkar; semua berkas dan catatan tetap ada. Untuk memakai lagi, jalankan Pasang dengan akun kantor.';

/** Sentence of a command that was given before set-up. */
export const EMPTY_SENTENCE =
  'Belum ada yang dipasang di sini. Jalankan Siapkan pengaturan, lalu Pasang; sesudah itu perintah ini dapat dipakai.';

/**
 * Opens the master and reads the registry. Throws `NotReady` in a copy and before set-up. What was recalled says how
 * many villages there are, which saves a call; some rows more are read, for villages that came since.
 */
export function openDesk(memory?: Memory, master: Workbook = openMaster(tabsOfMaster())): Desk {
  const places = memory === undefined ? 0 : Number(textOf(memory, KEY.places) || '0');
  const registry = readRegistry(master, places === 0 ? 0 : places + SPARE_PLACES);
  if (registry.belongsTo === '') throw new NotReady(EMPTY_SENTENCE);
  if (registry.belongsTo !== master.id) throw new NotReady(COPY_SENTENCE);
  if ((registry.facts.dismantled ?? 0) > 0) throw new NotReady(DISMANTLED_SENTENCE);
  if (registry.snapshot === undefined) throw new NotReady(EMPTY_SENTENCE);
  return deskOf(master, registry, registry.snapshot, now(), memory && officeOf(memory));
}

/** The same desk at another moment or with other settings; no call. */
export function deskOf(
  master: Workbook,
  registry: Registry,
  snapshot: Snapshot,
  at: Instant,
  office: Office = NO_OFFICE,
): Desk {
  const { settings } = snapshot;
  const catalogue = catalogueOf(settings);
  master.declare(shapedTabs(catalogue));
  return {
    master,
    registry,
    snapshot,
    settings,
    now: at,
    context: {
      settings,
      catalogue,
      placing: placingOf(registry),
      places: placesOf(registry),
      addresses: addressesOf(registry),
      masterAddress: (tab) => addressOf(master, tab),
      office,
      closed: registry.facts.closed,
      now: at,
      today: dayOf(settings, at),
    },
  };
}

function addressOf(master: Workbook, tab: string): string | undefined {
  if (tab === '') return master.url;
  return master.has(tab) ? `${master.url}#gid=${String(master.tabId(tab))}` : undefined;
}

/** What folding needs, with the snapshot in force alone. */
export function foldEnv(desk: Desk, snapshots: readonly Snapshot[] = [desk.snapshot]): FoldEnv {
  const seal = (text: string): string => sealWith(KEY.secret, text);
  const { base, facts } = desk.registry;
  return { reportTypes: CATALOGUE, snapshots, base, closed: facts.closed, seal };
}
