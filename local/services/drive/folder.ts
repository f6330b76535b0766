import { MIME } from '../../state/file';
import { gas } from '../boundary';
import { GoogleError } from '../served';
import { createPlainFile } from './content';
import { createFile, ROOT_FOLDER_ID } from './createFile';
import { DriveEntry, type EntryMembers } from './entry';
import { File } from './file';
import { findEntries, type Wanted } from './find';
import { FileIterator, FolderIterator } from './iterators';
import { parentsOf } from './parents';
import { rootFolder } from './root';

type GFolder = GoogleAppsScript.Drive.Folder;
type Members =
  | EntryMembers
  | 'addFile'
  | 'addFolder'
  | 'createFile'
  | 'createFolder'
  | 'createShortcut'
  | 'getFiles'
  | 'getFilesByName'
  | 'getFilesByType'
  | 'getFolders'
  | 'getFoldersByName'
  | 'searchFiles'
  | 'searchFolders';

/** A folder of Drive. */
export class Folder extends DriveEntry<GFolder> implements Pick<GFolder, Members> {
  static override readonly gas = 'Drive.Folder';

  private readonly files = (
    wanted: Omit<Wanted, 'kind' | 'parentId'>,
  ): GoogleAppsScript.Drive.FileIterator => {
    const found = findEntries(this.runtime, { ...wanted, kind: 'file', parentId: this.state.id });
    return gas(new FileIterator(this.runtime, found));
  };
  private readonly folders = (
    wanted: Omit<Wanted, 'kind' | 'parentId'>,
  ): GoogleAppsScript.Drive.FolderIterator => {
    const found = findEntries(this.runtime, { ...wanted, kind: 'folder', parentId: this.state.id });
    return gas(new FolderIterator(this.runtime, found));
  };

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
  searchFiles(params: string): GoogleAppsScript.Drive.FileIterator {
    return this.files({ query: params });
  }
  searchFolders(params: string): GoogleAppsScript.Drive.FolderIterator {
    return this.folders({ query: params });
  }
  getParents(): GoogleAppsScript.Drive.FolderIterator {
    return gas(parentsOf(this.runtime, this.state));
  }
  /** Folders have no size of their own. */
  getSize(): number {
    return 0;
  }

  createFolder(name: string): GFolder {
    this.needWrite();
    const file = createFile(this.runtime, { name, mimeType: MIME.folder, parentId: this.state.id });
    return gas(new Folder(this.runtime, file));
  }
  createFile(
    blobOrName: string | GoogleAppsScript.Base.BlobSource,
    content?: string,
    mimeType?: string,
  ): GoogleAppsScript.Drive.File {
    this.needWrite();
    const file = createPlainFile(this.runtime, this.state.id, blobOrName, content, mimeType);
    return gas(new File(this.runtime, file));
  }
  createShortcut(targetId: string): GoogleAppsScript.Drive.File {
    this.needWrite();
    const target = this.runtime.store.get('file', targetId);
    if (!target || !this.runtime.may('read', targetId)) throw new GoogleError('Invalid argument: targetId');
    const file = createFile(this.runtime, {
      name: target.name,
      mimeType: MIME.shortcut,
      parentId: this.state.id,
    });
    file.targetId = targetId;
    return gas(new File(this.runtime, file));
  }

  moveTo(destination: GFolder): GFolder {
    return this.moveInto(destination);
  }
  /** A thing lies in one folder only: adding it moves it. */
  addFile(child: GoogleAppsScript.Drive.File): GFolder {
    child.moveTo(gas<GFolder>(this));
    return gas(this);
  }
  addFolder(child: GFolder): GFolder {
    child.moveTo(gas<GFolder>(this));
    return gas(this);
  }
  /** Back into My Drive where it lies in here; what lies elsewhere, as after `addFile`, stays. */
  removeFile(child: GoogleAppsScript.Drive.File): GFolder {
    return this.giveUp(child);
  }
  removeFolder(child: GFolder): GFolder {
    return this.giveUp(child);
  }
  private readonly giveUp = (child: GoogleAppsScript.Drive.File | GFolder): GFolder => {
    const file = this.runtime.store.get('file', child.getId());
    if (file?.parentId === this.state.id && this.state.id !== ROOT_FOLDER_ID) {
      child.moveTo(gas<GFolder>(new Folder(this.runtime, rootFolder(this.runtime))));
    }
    return gas(this);
  };
}
