import type { Decision } from '../core/book';
import { formatInstant } from '../core/dates';
import { adjustmentMonth } from '../core/ledgerView';
import { toned } from '../core/looks';
import { TAB } from '../core/tabs/names';
import { actorOf, tickedRows, type ActionRow } from './actions';
import { sameDecision } from './decisions';
import type { Desk } from './desk';
import { lineText, type CommandResult } from './dialog';
import type { Judged } from './judge';
import { decisionOf, decisionSentence, orderOf, understand, type Order, type Understood } from './orders';
import type { Run } from './run';
import { logCells } from './words';

/** An order and where its answer goes: a row of `Perintah`, or the dialog (no row). */
export interface Placed {
  readonly order: Order | undefined;
  readonly row?: ActionRow;
  readonly actor: string;
}

/** An order with what became of it. */
export interface Answered extends Placed {
  readonly answer: CommandResult;
}

/** Orders that wait: those of the dialog, and the rows of `Perintah` whose checkbox is ticked. */
export function ordersOf(
  desk: Desk,
  fromDialog: readonly Order[],
  ticks: boolean,
  by: { readonly atKeyboard: string; readonly atRows: string | undefined },
): readonly Placed[] {
  const actor = actorOf(desk, by.atRows);
  const rows = ticks ? tickedRows(desk.master, TAB.commands, 'Jalankan') : [];
  return [
    ...fromDialog.map((order) => ({ order, actor: actorOf(desk, by.atKeyboard) })),
    ...rows.map((row) => ({ order: orderOf(row), row, actor: givenBy(row) || actor })),
  ];
}

/** The address that the menu put into a fresh row; in a row that was answered before it is that of the time before. */
const givenBy = (row: ActionRow): string => (row.text('Hasil') === '' ? row.text('Oleh') : '');

const UNKNOWN: CommandResult = {
  done: false,
  text: 'Mohon pilih perintahnya dari daftar. Data tidak berubah.',
};

/** An order that makes a decision; its answer is known after the round. */
export interface Decided extends Placed {
  readonly ok: Understood;
  /** The decision that stands for it, perhaps recorded by an interrupted run. */
  readonly decision: Decision;
}

/** Orders sorted out before the round: refusals have their answers, the rest has to be performed. */
export interface SortedOrders {
  readonly decisions: readonly Decision[];
  readonly decided: readonly Decided[];
  readonly answered: readonly Answered[];
  readonly rest: readonly (Placed & { readonly order: Order; readonly ok: Understood })[];
}

/** Reads the orders; `pending` = decisions of an interrupted run, which are not made twice. */
export function sortOrders(
  run: Run,
  orders: readonly Placed[],
  nextId: () => string,
  pending: readonly Decision[],
): SortedOrders {
  const { desk } = run;
  const decisions: Decision[] = [];
  const decided: Decided[] = [];
  const answered: Answered[] = [];
  const rest: (Placed & { readonly order: Order; readonly ok: Understood })[] = [];
  for (const placed of orders) {
    const { order, actor } = placed;
    if (order === undefined) {
      answered.push({ ...placed, answer: UNKNOWN });
      continue;
    }
    const result = understand(desk, order);
    if ('problem' in result) {
      answered.push({ ...placed, answer: { done: false, text: result.problem } });
      continue;
    }
    const many = result.ok.many?.map((one) => ({ ...one, actor, id: one.id === '' ? nextId() : one.id }));
    if (many !== undefined) {
      const fresh = many.filter((one) => !pending.some((other) => sameDecision(other, one)));
      decisions.push(...fresh);
      const { noted, beside } = result.ok;
      if (noted) run.log(logCells(desk, { at: desk.now, actor, ...noted }));
      if (beside) run.afterwards(beside);
      answered.push({ ...placed, answer: { done: true, text: result.ok.said ?? '' } });
      continue;
    }
    const decision = decisionOf(desk, order, result.ok, actor, nextId());
    if (decision === undefined) {
      rest.push({ ...placed, order, ok: result.ok });
      continue;
    }
    const known = pending.find((other) => sameDecision(other, decision));
    if (known === undefined) decisions.push(decision);
    decided.push({ ...placed, ok: result.ok, decision: known ?? decision });
  }
  return { decisions, decided, answered, rest };
}

/** What became of the orders that made decisions, the villages being judged by them. */
export function answersOf(
  desk: Desk,
  decided: readonly Decided[],
  judged: readonly Judged[],
): readonly Answered[] {
  return decided.map(({ ok, decision, ...placed }) => {
    const book = judged.find((one) => one.village === decision.village)?.after;
    const dated = book && adjustmentMonth(book, decision.id);
    return { ...placed, answer: { done: true, text: decisionSentence(desk, ok, dated) } };
  });
}

/**
 * Writes *Alasan* again where a number in it is masked, takes the tick away and writes *Hasil*, *Waktu* and *Oleh* beside it in one call, so that no order loses its tick
 * without its result; where the result has links the tick goes last. Nothing for an order without a row.
 */
export function answerRow(desk: Desk, { row, order, actor, answer }: Answered): void {
  if (row === undefined) return;
  if (order !== undefined && order.reason !== row.text('Alasan')) row.write('Alasan', [order.reason]);
  const { done, lines = [], links = [] } = answer;
  const words = [toned(done ? 'good' : 'wrong', answer.text), ...lines.map(lineText)];
  const text = [...words, ...links.map((link) => link.text)].join('\n');
  const beside = [formatInstant(desk.now, desk.settings.zone), actor];
  if (links.length === 0) {
    row.untick('Jalankan', [text, ...beside]);
    return;
  }
  row.link('Hasil', text, links);
  row.write('Waktu', beside);
  row.untick('Jalankan');
}
