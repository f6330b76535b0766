import type { DriveFile } from '../../state/file';
import { MIME } from '../../state/file';
import { Blob } from '../blob';
import { gas } from '../boundary';
import { GoogleError, Served, type ServiceEntry } from '../served';
import { DriveUser } from './driveUser';
import { File } from './file';
import { findEntries, type Wanted } from './find';
import { Folder } from './folder';
import { continued, FileIterator, FolderIterator } from './iterators';
import { mayUse, rootFolder } from './root';

type G = GoogleAppsScript.Drive.DriveApp;
type Members =
  | 'addFile'
  | 'addFolder'
  | 'removeFile'
  | 'removeFolder'
  | 'continueFileIterator'
  | 'continueFolderIterator'
  | 'createFile'
  | 'createFolder'
  | 'createShortcut'
  | 'getFileById'
  | 'getFiles'
  | 'getFilesByName'
  | 'getFilesByType'
  | 'getFolderById'
  | 'getFolders'
  | 'getFoldersByName'
  | 'getRootFolder'
  | 'getStorageLimit'
  | 'getStorageUsed'
  | 'getTrashedFiles'
  | 'getTrashedFolders'
  | 'searchFiles'
  | 'searchFolders';

const NO_ITEM =
  'No item with the given ID could be found. Possibly because you have not edited this item or you do not have permission to access it.';

/** The global `DriveApp`: the Drive of the effective user. */
export class DriveApp extends Served implements Pick<G, Members> {
  static override readonly gas = 'Drive.DriveApp';

  private readonly root = (): Folder => new Folder(this.runtime, rootFolder(this.runtime));

  private readonly entry = (id: string, isFolder: boolean): DriveFile => {
    if (typeof id !== 'string' || id === '') throw new GoogleError('Invalid argument: id');
    const file = id === 'root' ? rootFolder(this.runtime) : this.runtime.store.get('file', id);
    const fits = file !== undefined && (file.mimeType === MIME.folder) === isFolder;
    if (!fits || !mayUse(this.runtime, 'read', id)) throw new GoogleError(NO_ITEM);
    return file;
  };
  private readonly files = (wanted: Omit<Wanted, 'kind'>): GoogleAppsScript.Drive.FileIterator =>
    gas(new FileIterator(this.runtime, findEntries(this.runtime, { ...wanted, kind: 'file' })));
  private readonly folders = (wanted: Omit<Wanted, 'kind'>): GoogleAppsScript.Drive.FolderIterator =>
    gas(new FolderIterator(this.runtime, findEntries(this.runtime, { ...wanted, kind: 'folder' })));

  /** Opens trashed files too. */
  getFileById(id: string): GoogleAppsScript.Drive.File {
    return gas(new File(this.runtime, this.entry(id, false)));
  }
  getFolderById(id: string): GoogleAppsScript.Drive.Folder {
    return gas(new Folder(this.runtime, this.entry(id, true)));
  }
  getRootFolder(): GoogleAppsScript.Drive.Folder {
    return gas(this.root());
  }
  getFiles(): GoogleAppsScript.Drive.FileIterator {
    return this.files({});
  }
  getFilesByName(name: string): GoogleAppsScript.Drive.FileIterator {
    return this.files({ test: (file) => file.name === name });
  }
  getFilesByType(mimeType: string): GoogleAppsScript.Drive.FileIterator {
    return this.files({ test: (file) => file.mimeType === mimeType });
  }
  getFolders(): GoogleAppsScript.Drive.FolderIterator {
    return this.folders({});
  }
  getFoldersByName(name: string): GoogleAppsScript.Drive.FolderIterator {
    return this.folders({ test: (file) => file.name === name });
  }
  getTrashedFiles(): GoogleAppsScript.Drive.FileIterator {
    return this.files({ trashed: true });
  }
  getTrashedFolders(): GoogleAppsScript.Drive.FolderIterator {
    return this.folders({ trashed: true });
  }
  searchFiles(params: string): GoogleAppsScript.Drive.FileIterator {
    return this.files({ query: params });
  }
  searchFolders(params: string): GoogleAppsScript.Drive.FolderIterator {
    return this.folders({ query: params });
  }
  continueFileIterator(continuationToken: string): GoogleAppsScript.Drive.FileIterator {
    return gas(new FileIterator(this.runtime, continued(this.runtime, continuationToken)));
  }
  continueFolderIterator(continuationToken: string): GoogleAppsScript.Drive.FolderIterator {
    return gas(new FolderIterator(this.runtime, continued(this.runtime, continuationToken)));
  }

  /** Into My Drive, out of it: the old ways to move things. */
  addFile(child: GoogleAppsScript.Drive.File): GoogleAppsScript.Drive.Folder {
    return this.root().addFile(child);
  }
  addFolder(child: GoogleAppsScript.Drive.Folder): GoogleAppsScript.Drive.Folder {
    return this.root().addFolder(child);
  }
  removeFile(child: GoogleAppsScript.Drive.File): GoogleAppsScript.Drive.Folder {
    return this.root().removeFile(child);
  }
  removeFolder(child: GoogleAppsScript.Drive.Folder): GoogleAppsScript.Drive.Folder {
    return this.root().removeFolder(child);
  }
  createFolder(name: string): GoogleAppsScript.Drive.Folder {
    return this.root().createFolder(name);
  }
  createFile(
    blobOrName: string | GoogleAppsScript.Base.BlobSource,
    content?: string,
    mimeType?: string,
  ): GoogleAppsScript.Drive.File {
    return this.root().createFile(blobOrName, content, mimeType);
  }
  createShortcut(targetId: string): GoogleAppsScript.Drive.File {
    return this.root().createShortcut(targetId);
  }

  /** Bytes of a free account's 15 GB. */
  getStorageLimit(): number {
    return 15 * 1024 ** 3;
  }
  getStorageUsed(): number {
    const { store, execution, platform } = this.runtime;
    let used = 0;
    for (const id of store.ids('file')) {
      const file = store.get('file', id);
      if (file?.owner === execution.effectiveUser) used += platform.fromBase64(file.content ?? '').length;
    }
    return used;
  }
}

export const driveService: ServiceEntry = {
  global: 'DriveApp',
  gas: 'Drive.DriveApp',
  create: (runtime) => new DriveApp(runtime),
  classes: [DriveApp, File, Folder, FileIterator, FolderIterator, DriveUser, Blob],
};
