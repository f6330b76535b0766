import type { Decision } from '../core/book';
import { formatNumber } from '../core/dates';
import { titleOf } from '../core/draw/rows';
import { HEAD } from '../core/head';
import { maskNumbers } from '../core/identity';
import { refusalText, type Refusal } from '../core/importTold';
import type { MemberLine } from '../core/memberTable';
import type { ReportType } from '../core/report';
import type { Instant } from '../core/settings';
import { now } from '../google/clock';
import { senderTo, type Sent } from '../google/formAnswers';
import { openForm } from '../google/responses';
import { ensureTriggers, removeTriggers } from '../google/triggers';
import { readDecided } from './decisions';
import { openDesk, type Desk } from './desk';
import type { CommandResult } from './dialog';
import { HANDLER } from './handlers';
import { REFUSED_TAB, writeRefused } from './importRefused';
import { linkedFile } from './importSource';
import { isOffice } from './keeper';
import { checkMembers, readMembersSource, type CheckedMembers } from './memberCheck';
import { adoption, answersOf, tryMembers } from './memberTry';
import { jsonOf, KEY, remember, type Memory } from './memory';
import { problem, type Order, type Understood, type UnderstandResult } from './orders';
import type { VillageRow } from './registry';
import { Run } from './run';
import { keyOf } from './villageForms';
import { logCells } from './words';
import { workUnderLock } from './work';

/** An import of members under way; nothing in it tells of a person. */
interface MembersState {
  /** The source and what was chosen about it, as ordered. */
  readonly asked: string;
  readonly at: Instant;
  readonly actor: string;
  /** `Impor anggota dari Daftar Linmas`. */
  readonly reason: string;
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
/** Members of a village that are sent before a round takes them in. */
const ROUND = 100;
/** Refused lines that are named one by one. */
const NAMED = 12;

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

function someOf(refused: readonly Refusal[]): string {
  const more = refused.length - NAMED;
  const told = refused.slice(0, NAMED).map(refusalText);
  return [
    ...told,
    ...(more > 0 ? [`dan ${formatNumber(more)} lagi, semuanya di tab ${REFUSED_TAB}.`] : []),
  ].join('\n');
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
      row && isConcerned ? sendVillage(desk, memory, { state, left, row, own, until, end }) : NOTHING;
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

interface Village {
  readonly state: MembersState;
  readonly left: Left;
  readonly row: VillageRow;
  readonly own: readonly MemberLine[];
  readonly until: Instant;
  readonly end: Instant;
}

interface Done {
  /** False: some of its lines wait for a further round. */
  readonly isWhole: boolean;
  readonly failed: readonly string[];
}

const NOTHING: Done = { isWhole: true, failed: [] };

/** What a response of this import says in *Nama petugas pelapor*; known again by it after an interruption. */
const markOf = ({ at }: MembersState, place: number): string => `Impor ${at.toString(36)}-${String(place)}`;

/** Responses of this import that the village's form has already, by the place of their line. */
function sentBefore(state: MembersState, formId: string, row: VillageRow): Map<number, Sent> {
  const prefix = markOf(state, 0).slice(0, -1);
  const items = row.personal?.items ?? {};
  const found = new Map<number, Sent>();
  for (const raw of openForm(formId).responses(state.at)) {
    const reporter = raw.answers.find(({ itemId }) => keyOf(items, itemId) === HEAD.reporter)?.value;
    if (typeof reporter === 'string' && reporter.startsWith(prefix))
      found.set(Number(reporter.slice(prefix.length)), { id: raw.id, at: raw.at });
  }
  return found;
}

/** Sends the lines of a village that it does not have yet, and makes all of them the office's own. */
function sendVillage(desk: Desk, memory: Memory, village: Village): Done {
  const { state, left, row, own, until, end } = village;
  const formId = row.personal?.form ?? '';
  if (formId === '') return NOTHING;
  const sent = sentBefore(state, formId, row);
  const before = sent.size;
  const waiting = own.filter((line) => !sent.has(line.place));
  const { good } = left.type ? tryMembers(desk, left.type, waiting) : { good: [] };
  const failed: string[] = [];
  let isWhole = true;
  const send = senderTo(formId);
  for (const line of left.type ? good : []) {
    if (now() > until || sent.size - before >= ROUND) {
      isWhole = false;
      break;
    }
    const one = left.type && sendOne(send, row, answersOf(left.type, line, markOf(state, line.place)));
    if (typeof one === 'string')
      failed.push(refusalText({ ...line, village: row.name, month: '', text: `${line.who}: ${one}` }));
    else if (one !== undefined) sent.set(line.place, one);
  }
  adoptAll(desk, memory, village, sent, end);
  return { isWhole, failed };
}

/** Sends one member's answers, by answer key; where the form does not take them, why not. */
function sendOne(
  send: ReturnType<typeof senderTo>,
  { personal }: VillageRow,
  told: Readonly<Record<string, string>>,
): Sent | string {
  const items = personal?.items ?? {};
  const answers: Record<string, string> = {};
  for (const [key, text] of Object.entries(told)) {
    const id = Object.keys(items).find((one) => items[one] === key);
    if (id === undefined) return 'formulirnya belum mempunyai semua pertanyaan. Jalankan Perbarui formulir.';
    answers[id] = text;
  }
  try {
    return send(answers);
  } catch (failure) {
    const words = failure instanceof Error ? failure.message : String(failure);
    return `formulir tidak menerimanya (${without(words, told)}). Jalankan Perbarui formulir, lalu impor lagi.`;
  }
}

/** Google's words without anything that was answered. */
const without = (words: string, told: Readonly<Record<string, string>>): string =>
  Object.values(told)
    .filter((text) => text.length > 2)
    .reduce((rest, text) => rest.split(text).join('…'), maskNumbers(words));

/** Decides that the responses are the office's own, reads the form, and carries both out in one round. */
function adoptAll(
  { master, registry }: Desk,
  memory: Memory,
  { state, row }: Village,
  sent: ReadonlyMap<number, Sent>,
  end: Instant,
): void {
  if (sent.size === 0) return;
  const known = new Set(readDecided(master, registry.facts.zone).decisions.map(({ id }) => id));
  const desk = openDesk(memory, master);
  const { actor, reason } = state;
  const decisions = [...sent].flatMap(([place, one]): readonly Decision[] => {
    const id = `${batchOf(state)}${String(place)}`;
    return known.has(id) ? [] : [adoption(desk, { ...one, village: row.code }, { id, actor, reason })];
  });
  workUnderLock(desk, memory, { forms: [row.code], decisions }, end);
}

/** What the decisions of one import begin with. */
const batchOf = ({ at }: Pick<MembersState, 'at'>): string => `I${String(at)}-`;

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
