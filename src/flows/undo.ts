import type { Decision, Version, VillageMonth } from '../core/book';
import { closedProblem } from '../core/closedYears';
import { formatInstant, formatNumber, formatPeriod } from '../core/dates';
import { titleOf } from '../core/draw/rows';
import { isResponseAction, mayDecide } from '../core/states';
import { TAB } from '../core/tabs/names';
import { APPROVED_TOGETHER } from './approveMonth';
import { WORDS } from './decisions';
import type { Desk } from './desk';
import type { Draft, Plain } from './dialogFields';
import { AMOUNT_FIELDS, amountText, problem, type Order, type UnderstandResult } from './orders';
import { settledDecisions } from './settled';
import { Shelf } from './shelf';

/** Of so many decisions, the newest, it is asked whether they can be taken back; older ones are found by their numbers. */
const LOOKED_AT = 400;
/** So many of them are offered one by one. */
const SHOWN = 80;

/** A decision that can be taken back. */
interface Undoable {
  readonly decision: Decision;
  /** Numbers by which a person may name it. */
  readonly numbers: readonly string[];
  /** `Setujui Kependudukan Juli 2026 Desa Balang, nomor 2005-…, 3 September 2026 pukul 09.14 WITA` */
  readonly label: string;
  /** The decisions that take it back. */
  readonly undo: readonly Omit<Decision, 'actor' | 'reason'>[];
  /** What is so afterwards. */
  readonly said: string;
}

type Loaded = (decision: Decision) => { readonly month?: VillageMonth; readonly version?: Version };

/**
 * The decisions that may stand, newest first: of those about one report the last that no *Batalkan* took back, since
 * they are taken back one after the other.
 */
function standing(decisions: readonly Decision[]): readonly Decision[] {
  const stacks = new Map<string, Decision[]>();
  const others: Decision[] = [];
  for (const one of [...decisions].sort((a, b) => a.at - b.at)) {
    if (!isResponseAction(one.action)) {
      others.push(one);
      continue;
    }
    const key = one.responseId ?? '';
    const stack = stacks.get(key) ?? [];
    if (one.action === 'cancel') stack.pop();
    else stack.push(one);
    stacks.set(key, stack);
  }
  const last = [...stacks.values()].flatMap((stack) => stack[stack.length - 1] ?? []);
  return [...others, ...last].sort((a, b) => b.at - a.at);
}

/** What the decisions are about, read with two calls. */
function loaded({ master, context }: Desk, decisions: readonly Decision[]): Loaded {
  const shelf = new Shelf(master, context.placing, context.places);
  shelf.loadHeads();
  shelf.load(decisions.flatMap(({ village, period }) => (period === undefined ? [] : [{ village, period }])));
  return ({ id, village, period, responseId = id }) => {
    const month = period === undefined ? undefined : shelf.month(village, period);
    const all = month === undefined ? shelf.head(village).strays : Object.values(month.reports).flat();
    const version = all.find((one) => one.id === responseId);
    return { ...(month ? { month } : {}), ...(version ? { version } : {}) };
  };
}

function label({ settings, context }: Desk, decision: Decision, what: string): string {
  const { action, village, period, at } = decision;
  const month = period === undefined ? '' : ` ${formatPeriod(period)}`;
  return `${WORDS[action]}${what}${month} ${titleOf(context, village)}, ${formatInstant(at, settings.zone)}`;
}

/** What the office itself made is refused when it is taken back; what is so then. */
const WITHDRAWN: Readonly<Partial<Record<Decision['action'], (number: string) => string>>> = {
  correct: (number) => `Laporan koreksi nomor ${number} ditolak; laporan semula berlaku lagi.`,
  note: (number) => `Pertanyaan nomor ${number} tidak ditampilkan lagi.`,
};

/** About a report: the decision is cancelled; a report that the office made by correcting one is refused. */
function undoReport(desk: Desk, decision: Decision, version: Version | undefined): Undoable | undefined {
  const { id, village, period } = decision;
  const action = WITHDRAWN[decision.action] === undefined ? 'cancel' : 'reject';
  if (version === undefined || !mayDecide(version, action)) return undefined;
  if (closedProblem(desk.context.closed, period, version, action) !== undefined) return undefined;
  const type = desk.context.catalogue.find((one) => one.id === version.type)?.shortTitle ?? version.type;
  const named = label(desk, decision, ` ${type}`);
  return {
    decision,
    numbers: [id, version.number],
    label: `${named}, nomor ${version.number}`,
    undo: [
      {
        id: '',
        at: desk.now,
        action,
        village,
        responseId: version.id,
        ...(period === undefined ? {} : { period }),
      },
    ],
    said:
      action === 'cancel'
        ? `Dibatalkan: ${named}. Laporan nomor ${version.number} kembali ke keadaan sebelum itu.`
        : `Dibatalkan: ${named}. ${WITHDRAWN[decision.action]?.(version.number) ?? ''}`,
  };
}

/** A month that stands open is closed again. */
function undoUnlock(desk: Desk, decision: Decision, month: VillageMonth | undefined): Undoable | undefined {
  const { id, village, period } = decision;
  const open = month?.unlocks.find((one) => one.id === id);
  if (period === undefined || open === undefined || open.until <= desk.now) return undefined;
  return {
    decision,
    numbers: [id],
    label: label(desk, decision, ''),
    undo: [{ id: '', at: desk.now, action: 'relock', village, period }],
    said: `${formatPeriod(period)} ${titleOf(desk.context, village)} dikunci lagi. Laporan yang masuk selama terbuka tetap dipakai.`,
  };
}

/** A koreksi saldo is taken back by its opposite. */
function undoAmount(
  desk: Desk,
  decision: Decision,
  undone: ReadonlySet<string | undefined>,
): Undoable | undefined {
  const { id, village, period, amount, responseId } = decision;
  if (period === undefined || amount === undefined || responseId !== undefined || undone.has(id))
    return undefined;
  const opposite = { ...amount };
  for (const field of AMOUNT_FIELDS) opposite[field] = amount[field] === 0 ? 0 : -amount[field];
  const named = label(desk, decision, ` ${amountText(amount)}`);
  return {
    decision,
    numbers: [id],
    label: named,
    undo: [
      {
        id: '',
        at: desk.now,
        action: 'adjustBalance',
        village,
        period,
        responseId: id,
        amount: opposite,
      },
    ],
    said: `Dibatalkan: ${named}. Dicatat sebagai koreksi ${amountText(opposite)}, di bulan itu atau di bulan pertama yang belum dikunci.`,
  };
}

/** Decisions that can be taken back, newest first; `named` = also the one with that number, however old. */
function undoables(desk: Desk, named?: string): readonly Undoable[] {
  const own = settledDecisions(desk).filter(
    (one) =>
      desk.context.places.includes(one.village) &&
      (isResponseAction(one.action) || ['unlock', 'adjustBalance', 'correct', 'note'].includes(one.action)),
  );
  const newest = standing(own);
  const looked = named === undefined ? newest.slice(0, LOOKED_AT) : newest;
  const find = loaded(desk, looked);
  const undone = new Set(
    own.filter((one) => one.action === 'adjustBalance').map(({ responseId }) => responseId),
  );
  const single = looked.flatMap((decision): Undoable | [] => {
    const { month, version } = find(decision);
    if (decision.action === 'unlock') return undoUnlock(desk, decision, month) ?? [];
    if (decision.action === 'adjustBalance') return undoAmount(desk, decision, undone) ?? [];
    return undoReport(desk, decision, version) ?? [];
  });
  return [...togetherAgain(desk, single), ...single];
}

/** Reports that were approved together, as one choice beside each by itself. */
function togetherAgain(desk: Desk, all: readonly Undoable[]): readonly Undoable[] {
  const batches = new Map<string, Undoable[]>();
  for (const one of all) {
    const { action, reason, at, actor, period = '' } = one.decision;
    if (action !== 'approve' || reason !== APPROVED_TOGETHER) continue;
    const key = [at, actor, period].join(' ');
    batches.set(key, [...(batches.get(key) ?? []), one]);
  }
  return [...batches.values()].flatMap((batch): Undoable[] => {
    const [first] = batch;
    if (first === undefined || batch.length < 2) return [];
    const { id, at, period = '' } = first.decision;
    const what = `${APPROVED_TOGETHER} ${formatPeriod(period)}, ${formatNumber(batch.length)} laporan`;
    const named = `${what}, ${formatInstant(at, desk.settings.zone)}`;
    return [
      {
        decision: { ...first.decision, id: `semua ${id}` },
        numbers: [`semua ${id}`],
        label: named,
        undo: batch.flatMap(({ undo }) => undo),
        said: `Dibatalkan: ${named}. Laporannya kembali menunggu persetujuan.`,
      },
    ];
  });
}

/** The dialog of *Batalkan keputusan*: the newest decisions that can be taken back. */
export function undoDialog(desk: Desk, plain: Plain): Draft {
  const choices = undoables(desk)
    .slice(0, SHOWN)
    .map(({ decision, label: words }) => ({ value: decision.id, label: words }));
  if (choices.length === 0)
    return { ...plain, introduction: 'Tidak ada keputusan yang dapat dibatalkan.', action: '' };
  return {
    ...plain,
    introduction:
      'Satu keputusan ditarik kembali, juga yang barisnya sudah hilang dari Antrean Tinjau. Semua rekap dihitung lagi, dan desa diberi tahu bila laporannya berubah keadaan. Bila satu laporan diputuskan beberapa kali, yang terakhir dibatalkan dahulu.',
    fields: [
      {
        id: 'which',
        label: 'Keputusan',
        kind: 'list',
        required: true,
        choices: [{ value: '', label: 'Pilih…' }, ...choices],
      },
      { id: 'why', label: 'Alasan', kind: 'longText', required: true },
    ],
    action: 'Batalkan keputusan',
  };
}

/** Reads `2005-260803-091402; salah pilih`: which decision, and why. */
export function understandUndo(desk: Desk, order: Order): UnderstandResult {
  const [which = '', ...rest] = order.reason.split(';').map((part) => part.trim());
  const reason = rest.join('; ');
  if (which === '')
    return problem('Mohon pilih keputusannya (di Perintah: nomor laporan atau nomor keputusan di Alasan).');
  if (reason === '') return problem('Mohon isi alasannya, sesudah titik koma: nomor; alasan.');
  const wanted = which.toLowerCase();
  const found = undoables(desk, wanted).find(({ numbers }) =>
    numbers.some((number) => number.toLowerCase() === wanted),
  );
  if (found === undefined)
    return problem(
      `Tidak ada keputusan dengan nomor ${which} yang masih dapat dibatalkan; yang sudah dibatalkan ada di tab ${TAB.decisions}.`,
    );
  return { ok: { many: found.undo.map((one) => ({ ...one, reason })), said: found.said } };
}
