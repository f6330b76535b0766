import type { DriveFile } from '../../state/file';
import type { Store } from '../../state/store';
import type { Runtime } from '../runtime';
import { GoogleError } from '../served';

/** What somebody may do with a file, from the most to the least. */
export type Role = 'owner' | 'editors' | 'commenters' | 'viewers';

/** True when both addresses are the same account. */
export function sameAccount(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}

/** The file and the folders that hold it, from the inside out. */
export function* withFolders(store: Store, file: DriveFile): Generator<DriveFile> {
  const seen = new Set<string>();
  let at: DriveFile | undefined = file;
  while (at && !seen.has(at.id)) {
    yield at;
    seen.add(at.id);
    at = at.parentId === undefined ? undefined : store.get('file', at.parentId);
  }
}

/** The role that an account has by name on the file or on a folder above it; undefined = by the link at most. */
export function roleOf(store: Store, file: DriveFile, account: string): Role | undefined {
  if (sameAccount(file.owner, account)) return 'owner';
  const chain = [...withFolders(store, file)].filter((each) => each.parentId !== undefined);
  const listed = (people: string[] | undefined): boolean =>
    (people ?? []).some((one) => sameAccount(one, account));
  if (chain.some((each) => listed(each.editors) || sameAccount(each.owner, account))) return 'editors';
  if (chain.some((each) => listed(each.commenters))) return 'commenters';
  return chain.some((each) => listed(each.viewers)) ? 'viewers' : undefined;
}

/**
 * True when that account may read or write the file: by name, by a folder above it, or by the link. My Drive
 * itself is everybody's own.
 */
export function mayAccess(store: Store, account: string, access: 'read' | 'write', fileId: string): boolean {
  const file = store.get('file', fileId);
  if (!file) return false;
  if (file.parentId === undefined) return true;
  const role = roleOf(store, file, account);
  if (role === 'owner' || role === 'editors') return true;
  const links = [...withFolders(store, file)].map((each) => each.link);
  if (links.includes('anyoneEdit')) return true;
  return access === 'read' && (role !== undefined || links.includes('anyoneView'));
}

/** Throws in Google's words when the text is no address, or no account here (google.md section 1). */
export function checkAccount(runtime: Runtime, address: string): void {
  const known = !runtime.switches.noAccount.some((one) => sameAccount(one, address));
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address.trim()) || !known) {
    throw new GoogleError(`Invalid email: ${address}`);
  }
}

type Lists = 'editors' | 'commenters' | 'viewers' | 'publishedReaders';

/**
 * Gives people a role. One address that is no account fails the whole call and shares with nobody
 * (google.md section 10.13). An editor who is added as viewer stays editor.
 */
export function addPeople(runtime: Runtime, file: DriveFile, list: Lists, addresses: string[]): void {
  for (const address of addresses) checkAccount(runtime, address);
  for (const address of addresses) {
    if (list === 'editors') {
      file.viewers = without(file.viewers, address);
      file.commenters = without(file.commenters ?? [], address);
    }
    const isMore = list !== 'publishedReaders' && list !== 'editors' && includes(file.editors, address);
    const people = (file[list] ??= []);
    if (!isMore && !sameAccount(file.owner, address) && !includes(people, address))
      people.push(address.trim());
  }
  touchSharing(runtime, file);
}

/** Takes the role from somebody; nothing happens when she does not have it. */
export function removePerson(runtime: Runtime, file: DriveFile, list: Lists, address: string): void {
  file[list] = without(file[list] ?? [], address);
  if (list === 'editors') withdrawOffer(file, address);
  touchSharing(runtime, file);
}

/** Takes every role on the file itself from somebody. */
export function revoke(runtime: Runtime, file: DriveFile, address: string): void {
  for (const list of ['editors', 'commenters', 'viewers'] as const) {
    file[list] = without(file[list] ?? [], address);
  }
  withdrawOffer(file, address);
  touchSharing(runtime, file);
}

/** Google's words where a free account is to own what another one owns, and was not asked (Drive API, permissions). */
const CONSENT = 'Consent is required to transfer ownership of a file to another user.';

/**
 * The account becomes owner, the one before her editor (Google's reference, File.setOwner). Between free accounts
 * only by an offer that is accepted (guide *Transfer file ownership* of the Drive API).
 */
export function giveTo(runtime: Runtime, file: DriveFile, address: string): void {
  checkAccount(runtime, address);
  if (!sameAccount(file.owner, runtime.execution.effectiveUser))
    throw new GoogleError('Access denied: DriveApp.');
  if (runtime.switches.accountKind === 'consumer') throw new GoogleError(CONSENT);
  handTo(runtime, file, address);
}

/** The owner offers the file to an account, which is its editor meanwhile; nothing else changes until it accepts. */
export function offerTo(runtime: Runtime, file: DriveFile, address: string): void {
  if (!sameAccount(file.owner, runtime.execution.effectiveUser))
    throw new GoogleError('The user does not have sufficient permissions for this file.');
  addPeople(runtime, file, 'editors', [address]);
  file.pendingOwner = address.trim();
}

/** The account that runs accepts what was offered to it. */
export function acceptOffer(runtime: Runtime, file: DriveFile): void {
  const own = runtime.execution.effectiveUser;
  if (file.pendingOwner === undefined || !sameAccount(file.pendingOwner, own)) throw new GoogleError(CONSENT);
  handTo(runtime, file, own);
}

function handTo(runtime: Runtime, file: DriveFile, address: string): void {
  const before = file.owner;
  revoke(runtime, file, address);
  if (!includes(file.editors, before)) file.editors.push(before);
  file.owner = address.trim();
  delete file.pendingOwner;
}

/** An offer goes with the role of the account that it was made to. */
function withdrawOffer(file: DriveFile, address: string): void {
  if (file.pendingOwner !== undefined && sameAccount(file.pendingOwner, address)) delete file.pendingOwner;
}

function touchSharing(runtime: Runtime, file: DriveFile): void {
  runtime.store.touch('file', file.id);
}

function includes(people: string[], address: string): boolean {
  return people.some((one) => sameAccount(one, address));
}

function without(people: string[], address: string): string[] {
  return people.filter((one) => !sameAccount(one, address));
}
