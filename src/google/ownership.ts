import { drivePermissions } from './permissions';
import { retry } from './retry';

/** A file or folder, and what one account may do with it. */
export interface Owned {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  /** Address; '' where Google does not tell, as in a shared drive. */
  readonly owner: string;
  readonly mayEdit: boolean;
}

type Entry = GoogleAppsScript.Drive.File | GoogleAppsScript.Drive.Folder;

function owned(entry: Entry, account: string): Owned {
  const owner = ownerOf(entry);
  return {
    id: entry.getId(),
    name: entry.getName(),
    url: entry.getUrl(),
    owner,
    mayEdit: same(owner, account) || mayEdit(entry, account),
  };
}

const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

function ownerOf(entry: Entry): string {
  try {
    // Google says null in a shared drive, whatever the types say.
    return (entry.getOwner() as GoogleAppsScript.Drive.User | null)?.getEmail() ?? '';
  } catch {
    return '';
  }
}

function mayEdit(entry: Entry, account: string): boolean {
  try {
    return ['OWNER', 'EDIT'].includes(String(retry(() => entry.getAccess(account))));
  } catch {
    return false;
  }
}

interface Listed<T> {
  hasNext(): boolean;
  next(): T;
}

function all<T extends Entry>(list: Listed<T>): readonly T[] {
  const found: T[] = [];
  while (list.hasNext()) found.push(list.next());
  return found.filter((one) => !one.isTrashed());
}

/** The folder and all that lies below it and not in the bin, as that account stands to it; [] where it cannot be opened. */
export function ownedIn(folderId: string, account: string): readonly Owned[] {
  try {
    return below(
      retry(() => DriveApp.getFolderById(folderId)),
      account,
    );
  } catch {
    return [];
  }
}

function below(folder: GoogleAppsScript.Drive.Folder, account: string): readonly Owned[] {
  const files = all(retry(() => folder.getFiles())).map((file) => owned(file, account));
  const folders = all(retry(() => folder.getFolders())).flatMap((one) => below(one, account));
  return [owned(folder, account), ...files, ...folders];
}

const OPENERS: readonly ((id: string) => Entry)[] = [
  (id) => DriveApp.getFileById(id),
  (id) => DriveApp.getFolderById(id),
];

/** A file or folder as that account stands to it; one that cannot be opened has no name and may not be edited. */
export function ownedFile(id: string, account: string): Owned {
  for (const opener of OPENERS) {
    try {
      return owned(
        retry(() => opener(id)),
        account,
      );
    } catch {
      // Of the other kind, or not to be opened at all.
    }
  }
  return { id, name: '', url: `https://drive.google.com/open?id=${id}`, owner: '', mayEdit: false };
}

/** Without it the advanced service tells neither addresses nor offers. */
const FIELDS = 'permissions(id,emailAddress,role,pendingOwner,view)';

function permissionOf(id: string, account: string): GoogleAppsScript.Drive_v3.Drive.V3.Schema.Permission {
  const { permissions: listed = [] } = retry(() =>
    drivePermissions().list(id, { fields: FIELDS, pageSize: 100 }),
  );
  return listed.find((one) => one.view === undefined && same(one.emailAddress ?? '', account)) ?? {};
}

const wordsOf = (failure: unknown): string => (failure instanceof Error ? failure.message : String(failure));

function attempt(act: () => void): string | undefined {
  try {
    act();
    return undefined;
  } catch (failure) {
    return wordsOf(failure);
  }
}

/** Lets that account edit the file, without a mail; nothing where it may already. Google's words where it refused. */
export function shareWith(id: string, account: string): string | undefined {
  return attempt(() => {
    const { role } = permissionOf(id, account);
    if (role === 'writer' || role === 'owner') return;
    const resource = { type: 'user', role: 'writer', emailAddress: account };
    retry(() => drivePermissions().create(resource, id, { sendNotificationEmail: false }));
  });
}

/**
 * Offers the file to an editor, who has to accept it: the way between free accounts (guide *Transfer file ownership* of
 * the Drive API). An offer is made by changing a permission that is there, since making one with it is refused
 * (burnash/gspread #1068). Google's words where it refused; nothing where it is offered or owned already.
 */
export function offerTo(id: string, account: string): string | undefined {
  return attempt(() => {
    const { id: permission = '', role, pendingOwner } = permissionOf(id, account);
    if (role === 'owner' || pendingOwner === true) return;
    drivePermissions().update({ role: 'writer', pendingOwner: true }, id, permission);
  });
}

/** Gives the file away at once, as accounts of one organisation may; an offer where Google wants consent. */
export function giveTo(id: string, account: string): string | undefined {
  const refused = attempt(() => {
    const { id: permission = '', role } = permissionOf(id, account);
    if (role === 'owner') return;
    drivePermissions().update({ role: 'owner' }, id, permission, { transferOwnership: true });
  });
  return refused === undefined ? undefined : offerTo(id, account);
}

/** Accepts the file that was offered to the account that runs; false where nothing was offered or Google refused. */
export function acceptOwnership(id: string, account: string): boolean {
  const refused = attempt(() => {
    const { id: permission = '', role, pendingOwner } = permissionOf(id, account);
    if (role === 'owner') return;
    if (pendingOwner !== true) throw new Error('Nothing was offered.');
    drivePermissions().update({ role: 'owner' }, id, permission, { transferOwnership: true });
  });
  return refused === undefined;
}

function protectionsOf(spreadsheetId: string): readonly GoogleAppsScript.Spreadsheet.Protection[] {
  const file = retry(() => SpreadsheetApp.openById(spreadsheetId));
  const { SHEET, RANGE } = SpreadsheetApp.ProtectionType;
  return [SHEET, RANGE].flatMap((kind) => retry(() => file.getProtections(kind)));
}

/** Lets that account write into all protected tabs and ranges of the spreadsheet that the running account may. */
export function openProtections(spreadsheetId: string, account: string): void {
  for (const one of protectionsOf(spreadsheetId)) if (one.canEdit()) retry(() => one.addEditor(account));
}

/** Names of the tabs with a protected part that the running account may not write into. */
export function closedTabs(spreadsheetId: string): readonly string[] {
  const closed = protectionsOf(spreadsheetId).filter((one) => !one.canEdit());
  return [...new Set(closed.map((one) => one.getRange().getSheet().getName()))];
}
