import { formatInstant } from '../core/dates';
import type { VillageCode } from '../core/settings';
import { COMMANDS } from '../core/tabs/stores';
import type { Desk } from './desk';
import type { CommandResult, DialogLine } from './dialog';
import { COMMAND, type CommandId } from './handlers';
import { jsonOf, KEY, type Memory } from './memory';

/** Something that is wrong: what and what to do, in one sentence, and the item of the menu that does it. */
export interface Complaint {
  readonly text: string;
  readonly menu?: CommandId;
  /** The other thing that can be done instead. */
  readonly or?: CommandId;
  /** Of the questions of that village's form, which are compared where the form was changed. */
  readonly questionsOf?: VillageCode;
  /** Of how that village's form knows its senders, which *Perbarui formulir* puts right. */
  readonly sendersOf?: VillageCode;
  /** `Beranda` says it anyway, out of another corner. */
  readonly told?: true;
}

/** The last health check, kept for those who may not look themselves. */
export interface Health {
  readonly at: number;
  readonly wrong: readonly Complaint[];
  /** What was looked at and is in order. */
  readonly good: readonly string[];
}

/** The check of a day that is older than this did not take place: the hourly run stands still. */
const STALE = 36 * 60 * 60_000;

/** Items that are no rows of `Perintah`, or are called otherwise there. */
const LABELS: Readonly<Partial<Record<CommandId, string>>> = {
  install: 'Pasang',
  adjust: 'Koreksi saldo',
  giveAccount: 'Serah terima akun',
  dismantle: 'Bongkar',
  openTab: 'Buka tab',
};

const labelOf = (menu: CommandId): string =>
  LABELS[menu] ?? COMMANDS.find((one) => one.id === menu)?.words ?? menu;

function lineOf({ text, menu, or }: Complaint): DialogLine {
  const items = [menu, or, /\btab [A-Z]/.test(text) ? ('openTab' as const) : undefined].flatMap(
    (one) => one ?? [],
  );
  const words = `! ${text}`;
  if (items.length === 0) return words;
  return { text: words, buttons: items.map((one) => ({ call: COMMAND[one], label: labelOf(one) })) };
}

/** The hourly run stands still: whoever opens the dialog reads it first. */
function standstill(desk: Desk, { at }: Health): readonly Complaint[] {
  if (desk.now - at < STALE) return [];
  const text =
    'Pemeriksaan harian tidak berjalan lagi; pekerjaan setiap jam mungkin berhenti. ' +
    `Mohon jalankan Pasang dari akun ${desk.settings.owner}.`;
  return [{ text, menu: 'install' }];
}

/** A check in words. */
export function healthResult(desk: Desk, health: Health): CommandResult {
  const when = formatInstant(health.at, desk.settings.zone);
  const wrong = [...standstill(desk, health), ...health.wrong];
  const text =
    wrong.length === 0
      ? `Semua baik, diperiksa ${when}.`
      : `${String(wrong.length)} hal perlu perhatian, diperiksa ${when}.`;
  return { done: true, text, lines: [...wrong.map(lineOf), ...health.good.map((one) => `✓ ${one}`)] };
}

/** The last check; undefined where there was none yet. */
export function lastHealth(memory: Memory): Health | undefined {
  return jsonOf<Health | undefined>(memory, KEY.health, undefined);
}
