import { formatNumber } from '../core/dates';
import { titleOf } from '../core/draw/rows';
import type { MemberLine } from '../core/memberTable';
import type { ReportType } from '../core/report';
import type { Instant } from '../core/settings';
import { now } from '../google/clock';
import { ensureTriggers, removeTriggers } from '../google/triggers';
import { readDecided } from './decisions';
import type { Desk } from './desk';
import type { CommandResult } from './dialog';
import { HANDLER } from './handlers';
import { NAMED, REFUSED_TAB, someOf, writeRefused } from './importRefused';
import { linkedFile } from './importSource';
import { isOffice } from './keeper';
import { checkMembers, readMembersSource, type CheckedMembers } from './memberCheck';
import { batchOf, NOTHING_SENT, sendVillage, type Batch } from './memberSend';
import { jsonOf, KEY, remember, type Memory } from './memory';
import { problem, type Order, type Understood, type UnderstandResult } from './orders';
import { Run } from './run';
import { logCells } from './words';

/** An import of members under way; nothing in it tells of a person. */
interface MembersState extends Batch {
  /** The source and what was chosen about it, as ordered. */
  readonly asked: string;
  /** Place of the village whose lines are next. */
  readonly place: number;
  /** What was refused, and lines that a form did not take. */
  readonly refused: number;
  readonly failed: readonly string[];
  /** What was said when it ended. */
  readonly ended?: { readonly at: Instant; readonly text: string };
}

/** An order that comes again so long after its end, since its run was interrupted, gets the same answer. */
const AGAIN = 60 * 60_000;

/** A slice ends before this, and so long before the end of the execution's time: a round follows. */
const SLICE = 3 * 60_000;
const SPARE = 100_000;

const PRIVATE =
  'Lembar sumbernya memuat data pribadi di luar tempat yang diperbolehkan: hapus lembar itu (juga dari Sampah) bila tidak diperlukan lagi.';
const BUSY = 'Impor anggota yang lain masih berjalan. Data tidak berubah. Coba lagi beberapa menit lagi.';

const lastOf = (memory: Memory): MembersState | undefined =>
  jsonOf<MembersState | undefined>(memory, KEY.members, undefined);

function stateOf(memory: Memory): MembersState | undefined {
  const last = lastOf(memory);
  return last?.ended === undefined ? last : undefined;
}

/** Whether an import of members is under way. */
export const isImportingMembers = (memory: Memory): boolean => stateOf(memory) !== undefined;

const keep = (memory: Memory, state: MembersState): void => {
  remember(memory, { [KEY.members]: JSON.stringify(state) });
};

/** Reads what is to be imported; what nothing would come of is refused when it is carried out. */
export function understandMembers(desk: Desk, order: Order): UnderstandResult {
  const checked = checkMembers(desk, order.reason);
  // What this account may not open the office's may: its run will tell.
  if (typeof checked === 'string' && (isOffice() || linkedFile(order.reason) === undefined))
    return problem(checked);
  return { ok: { what: order.reason } };
}

/** Begins an import, or goes on with the same one that was interrupted; the lock is held. */
export function performMembers(
  desk: Desk,
  memory: Memory,
  { ok, actor, until }: { readonly ok: Understood; readonly actor: string; readonly until: Instant },
): CommandResult {
  const asked = ok.what ?? '';
  const standing = stateOf(memory);
  if (standing !== undefined)
    return standing.asked === asked ? continueMembers(desk, memory, until) : { done: false, text: BUSY };
  const checked = checkMembers(desk, asked);
  if (typeof checked === 'string') return { done: false, text: `${checked} Data tidak berubah.` };
  const { good, refused, reason } = checked;
  const last = lastOf(memory);
  if (good.length === 0 && last?.ended && last.asked === asked && desk.now - last.ended.at < AGAIN)
    return { done: true, text: last.ended.text };
  writeRefused(desk, reason, refused);
  if (good.length === 0)
    return {
      done: false,
      text: `Tidak ada anggota yang dapat diimpor. Data tidak berubah.\n${someOf(refused)}`,
    };
  ensureTriggers([{ handler: HANDLER.nextSlice, on: 'minutes', every: 5 }]);
  const state = { asked, at: desk.now, actor: actor || desk.settings.owner, reason, place: 0 };
  keep(memory, { ...state, refused: refused.length, failed: [] });
  return continueMembers(desk, memory, until, checked);
}

/** What is left to send, as the source has it now; nothing where it cannot be read any more. */
interface Left {
  readonly type: ReportType | undefined;
  readonly lines: readonly MemberLine[];
  /** Why nothing can be read. */
  readonly trouble: string;
}

function leftOf(desk: Desk, asked: string, checked: CheckedMembers | undefined): Left {
  const found = checked ?? readMembersSource(desk, asked);
  if (typeof found === 'string') return { type: undefined, lines: [], trouble: found };
  return { type: found.type, lines: found.read.lines, trouble: '' };
}

/** The next villages of an import, until it is finished or the time is over; the lock is held. */
export function continueMembers(
  desk: Desk,
  memory: Memory,
  end: Instant,
  checked?: CheckedMembers,
): CommandResult {
  const until = Math.min(now() + SLICE, end - SPARE);
  const first = stateOf(memory);
  if (first === undefined) return { done: true, text: 'Tidak ada impor anggota yang berjalan.' };
  const left = leftOf(desk, first.asked, checked);
  let state = first;
  while (state.place < desk.registry.villages.length) {
    const row = desk.registry.villages[state.place];
    const own = left.lines.filter((line) => line.village.code === row?.code);
    const isConcerned = own.length > 0 || left.trouble !== '';
    const done =
      row && isConcerned
        ? sendVillage(desk, memory, { batch: state, type: left.type, row, own, until, end })
        : NOTHING_SENT;
    state = {
      ...state,
      place: state.place + (done.isWhole ? 1 : 0),
      failed: [...state.failed, ...done.failed].slice(0, NAMED),
    };
    if (isConcerned) keep(memory, state);
    if (now() > until) return underway(desk, state);
  }
  return finish(desk, memory, state, left.trouble);
}

const underway = (desk: Desk, { place }: MembersState): CommandResult => ({
  done: true,
  text: `Impor anggota sedang berjalan (${String(place)} dari ${String(desk.registry.villages.length)} desa/kelurahan) dan berlanjut sendiri dalam 5 menit.`,
});

function finish(desk: Desk, memory: Memory, state: MembersState, trouble: string): CommandResult {
  const own = readDecided(desk.master, desk.registry.facts.zone).decisions.filter(({ id }) =>
    id.startsWith(batchOf(state)),
  );
  const villages = [...new Set(own.map(({ village }) => village))];
  const [only = ''] = villages;
  const where =
    villages.length === 1 ? titleOf(desk.context, only) : `${formatNumber(villages.length)} desa/kelurahan`;
  const { refused, failed, reason, at, actor } = state;
  const said = `${formatNumber(own.length)} anggota Linmas diimpor untuk ${where}.`;
  const text = [
    said,
    ...(refused > 0 ? [`${formatNumber(refused)} hal tidak diimpor, semuanya di tab ${REFUSED_TAB}.`] : []),
    ...failed,
    ...(trouble === '' ? [] : [`Sisanya belum diimpor: ${trouble}`]),
    PRIVATE,
  ].join('\n');
  const run = new Run(desk, memory, 'impor');
  run.begin();
  run.log(logCells(desk, { at, actor, what: 'Impor anggota', to: said, reason }));
  run.keep({ [KEY.members]: JSON.stringify({ ...state, ended: { at: now(), text } }) });
  run.finish();
  removeTriggers(HANDLER.nextSlice);
  return { done: true, text };
}
