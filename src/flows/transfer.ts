import { formatInstant } from '../core/dates';
import { mayStillRun, type Transfer } from '../core/transfer';
import type { Instant } from '../core/settings';
import { now } from '../google/clock';
import { acceptOwnership, openProtections, offerTo, shareWith } from '../google/ownership';
import { removeAllTriggers } from '../google/triggers';
import type { Desk } from './desk';
import { jsonOf, KEY, remember, type Memory } from './memory';
import { officeFiles } from './officeFiles';
import { Run } from './run';
import { logCells } from './words';

/** The hand-over that is under way; undefined where there is none. */
export const transferOf = (memory: Memory): Transfer | undefined =>
  jsonOf<Transfer | undefined>(memory, KEY.transfer, undefined);

/** Keeps how far it has come. One call. */
export function keepTransfer(memory: Memory, transfer: Transfer): void {
  remember(memory, { [KEY.transfer]: JSON.stringify(transfer) });
}

/** A row of `Log` about the hand-over, and with it the state as it is now; undefined = it is over. */
export function tellTransfer(
  desk: Desk,
  memory: Memory,
  transfer: Transfer | undefined,
  said: { readonly actor: string; readonly what: string; readonly reason: string },
): void {
  const run = new Run(desk, memory, 'formulir');
  run.log(
    logCells(desk, {
      at: desk.now,
      ...said,
      ...(transfer === undefined ? {} : { from: transfer.from, to: transfer.to }),
    }),
  );
  run.keep({ [KEY.transfer]: transfer === undefined ? '' : JSON.stringify(transfer) });
  run.finish();
}

/**
 * Shares file by file with the new account and offers it each, from where it was interrupted, until all are done or the
 * time is over. What Google refuses stops nothing: the new account's own look says what it lacks.
 */
export function continueSharing(desk: Desk, memory: Memory, begun: Transfer, until: Instant): Transfer {
  let state = begun;
  const files = officeFiles(desk, state.to);
  for (const file of files.filter(({ id }) => id > begun.after)) {
    if (now() > until) return state;
    if (shareWith(file.id, state.to) === undefined) offerTo(file.id, state.to);
    state = { ...state, after: file.id };
    keepTransfer(memory, state);
  }
  const { register = '' } = desk.registry.facts;
  for (const id of [desk.master.id, register].filter((one) => one !== '')) openProtections(id, state.to);
  const shared: Transfer = { ...state, step: 'shared', after: '' };
  tellTransfer(desk, memory, shared, {
    actor: state.from,
    what: 'Berkas dibagikan untuk serah terima akun',
    reason: `${String(files.length)} berkas dan folder`,
  });
  return shared;
}

/** Accepts what was offered, file by file, until all are owned or the time is over; counts what is left. */
export function continueAccepting(desk: Desk, memory: Memory, begun: Transfer, until: Instant): Transfer {
  let state = begun;
  const foreign = officeFiles(desk, state.to).filter((file) => !isOwnedBy(file.owner, state.to));
  let left = foreign.length;
  for (const file of foreign) {
    if (now() > until) break;
    if (acceptOwnership(file.id, state.to)) left -= 1;
  }
  state = { ...state, left, counted: desk.context.today };
  if (left !== begun.left || begun.counted === undefined) {
    const total = foreign.length - left;
    const reason =
      left === 0 ? 'semua berkas' : `${String(total)} berkas; ${String(left)} masih milik akun lama`;
    tellTransfer(desk, memory, state, { actor: state.to, what: 'Kepemilikan berkas diterima', reason });
  } else keepTransfer(memory, state);
  return state;
}

export const isOwnedBy = (owner: string, account: string): boolean =>
  owner === '' || owner.toLowerCase() === account.toLowerCase();

/**
 * By the clock, under the account that holds everything: goes on with sharing, once a day accepts what has been
 * offered since, and ends the hand-over when nothing is left of the old account.
 */
export function continueTransfer(desk: Desk, memory: Memory, until: Instant): void {
  const state = transferOf(memory);
  if (state === undefined) return;
  if (state.step === 'sharing') continueSharing(desk, memory, state, until);
  if (state.step !== 'taken') return;
  const looked = state.counted === desk.context.today ? state : continueAccepting(desk, memory, state, until);
  if (looked.left !== 0 || mayStillRun(looked, desk.now)) return;
  const when =
    looked.retired === undefined ? 'tidak terlihat lagi' : formatInstant(looked.retired, desk.settings.zone);
  tellTransfer(desk, memory, undefined, {
    actor: 'sistem',
    what: 'Serah terima akun selesai',
    reason: `Semua berkas milik ${looked.to}; pemicu ${looked.from} terakhir: ${when}.`,
  });
}

/**
 * What is left of an account that another has taken over from: its triggers go, and nothing else is done. Needs no
 * file, since it may have lost them.
 */
export function retire(memory: Memory): void {
  removeAllTriggers();
  const state = transferOf(memory);
  remember(memory, {
    [KEY.twoAccounts]: '',
    ...(state === undefined ? {} : { [KEY.transfer]: JSON.stringify({ ...state, retired: now() }) }),
  });
}
