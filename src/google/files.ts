import { retry } from './retry';
import { setZone } from './zone';

/** A file or folder of Drive, by id. */
export interface Entry {
  readonly id: string;
  readonly url: string;
}

const entry = (file: GoogleAppsScript.Drive.File | GoogleAppsScript.Drive.Folder): Entry => ({
  id: file.getId(),
  url: file.getUrl(),
});

const folderById = (id: string): GoogleAppsScript.Drive.Folder => retry(() => DriveApp.getFolderById(id));

/** The first of a list that is not in the bin. */
function firstKept<T extends { isTrashed(): boolean }>(list: {
  hasNext(): boolean;
  next(): T;
}): T | undefined {
  while (list.hasNext()) {
    const one = list.next();
    if (!one.isTrashed()) return one;
  }
  return undefined;
}

/** The folder `name` in the folder `parent`; undefined where there is none. */
export function findFolder(parent: string, name: string): Entry | undefined {
  const found = firstKept(retry(() => folderById(parent).getFoldersByName(name)));
  return found === undefined ? undefined : entry(found);
}

/** The folder `name` in the folder `parent`; created where there is none. Looks before it creates. */
export function ensureFolder(parent: string, name: string): Entry {
  return findFolder(parent, name) ?? entry(folderById(parent).createFolder(name));
}

export function renameFolder(id: string, name: string): void {
  retry(() => folderById(id).setName(name));
}

/** The folder that holds the file; the root of the Drive where it lies in none. */
export function folderOf(fileId: string): Entry {
  const parents = retry(() => DriveApp.getFileById(fileId).getParents());
  return entry(parents.hasNext() ? parents.next() : DriveApp.getRootFolder());
}

/** Moves the file into the folder; nothing where it lies there already. */
export function moveInto(fileId: string, folderId: string): void {
  const file = retry(() => DriveApp.getFileById(fileId));
  const parents = file.getParents();
  while (parents.hasNext()) if (parents.next().getId() === folderId) return;
  retry(() => file.moveTo(folderById(folderId)));
}

/** The file `name` in the folder `parent`, not in the bin; undefined where there is none. */
export function findFile(parent: string, name: string): Entry | undefined {
  const found = firstKept(retry(() => folderById(parent).getFilesByName(name)));
  return found === undefined ? undefined : entry(found);
}

/** A copy of `source` named `name` in the folder `parent`; the one that is there already, where there is one. */
export function ensureCopy(source: string, name: string, parent: string): Entry {
  return findFile(parent, name) ?? entry(DriveApp.getFileById(source).makeCopy(name, folderById(parent)));
}

/**
 * A file that Google can only make in the root of the Drive. `make` gets the passing name, which nobody else
 * uses, so that after an interruption the file is found again: in the folder by its name, or under the passing
 * name in the folder or in the root. `complete` fills it before it gets its name, and once more what was interrupted.
 */
export function ensureMade(
  parent: string,
  name: string,
  passingName: string,
  make: (name: string) => string,
  complete: (id: string) => void = () => undefined,
): Entry {
  const there = findFile(parent, name);
  if (there !== undefined) return there;
  const half =
    findFile(parent, passingName)?.id ?? findFile(DriveApp.getRootFolder().getId(), passingName)?.id;
  const id = half ?? make(passingName);
  complete(id);
  moveInto(id, parent);
  const file = DriveApp.getFileById(id);
  retry(() => file.setName(name));
  return entry(file);
}

/** A spreadsheet `name` in the folder `parent`, in the IANA zone; see `ensureMade` for `passingName`. */
export function ensureSpreadsheet(parent: string, name: string, passingName: string, zone: string): Entry {
  const made = ensureMade(parent, name, passingName, (passing) => SpreadsheetApp.create(passing).getId());
  setZone(SpreadsheetApp.openById(made.id), zone);
  return made;
}

/** Whether the folder exists, can be reached and is not in the bin. */
export function folderExists(id: string): boolean {
  try {
    return !DriveApp.getFolderById(id).isTrashed();
  } catch {
    return false;
  }
}

/** Whether the file exists, can be reached and is not in the bin. */
export function fileExists(id: string): boolean {
  try {
    return !DriveApp.getFileById(id).isTrashed();
  } catch {
    return false;
  }
}

/** Whether the file was changed since that moment (ms), or cannot be looked at. */
export function changedSince(id: string, at: number): boolean {
  try {
    return DriveApp.getFileById(id).getLastUpdated().getTime() >= at;
  } catch {
    return true;
  }
}

function attempt(act: () => void): string | undefined {
  try {
    retry(act);
    return undefined;
  } catch (failure) {
    return failure instanceof Error ? failure.message : String(failure);
  }
}

/** Lets that account read the file; gives Google's words where it refused. */
export function addViewer(fileId: string, address: string): string | undefined {
  return attempt(() => DriveApp.getFileById(fileId).addViewer(address));
}

export function removeViewer(fileId: string, address: string): string | undefined {
  return attempt(() => DriveApp.getFileById(fileId).removeViewer(address));
}
