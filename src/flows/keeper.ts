import { now } from '../google/clock';
import { effectiveUser, masterOwner } from '../google/identity';
import { takeLock, type Lock } from '../google/lock';
import { property } from '../google/properties';
import { KEY, textOf, type Memory } from './memory';

/**
 * Address of the account that holds everything: the one that took over (*Ambil alih*), else the owner of the master.
 * An account may have taken over without owning the files yet, since free accounts accept them one by one.
 */
export function officeAccount(): string {
  return (property(KEY.keeper) ?? '') || masterOwner();
}

/** Whether this execution runs with the rights of that account. */
export function isOffice(): boolean {
  const account = officeAccount();
  return account !== '' && account.toLowerCase() === effectiveUser().toLowerCase();
}

/** Whether another account has taken over from the one that runs: a trigger that is left over. */
export function isLeftOver(memory: Memory): boolean {
  const keeper = textOf(memory, KEY.keeper).toLowerCase();
  if (keeper === '') return false;
  const user = effectiveUser().toLowerCase();
  return user !== '' && user !== keeper;
}

const LONGEST = 20_000;

/**
 * The lock if nobody holds it now. As long as the triggers of two accounts may answer one event, it is waited for: the
 * one that holds it may be the old account's, which does nothing with it but go.
 */
export function takeTurn(): Lock | undefined {
  return takeLock() ?? (Number(property(KEY.twoAccounts) ?? '0') > now() ? takeLock(LONGEST) : undefined);
}
