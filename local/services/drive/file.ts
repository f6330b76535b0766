import type { DriveFile } from '../../state/file';
import { MIME } from '../../state/file';
import { gas } from '../boundary';
import { GoogleError } from '../served';
import { addressOf } from '../user';
import { blobOfFile, convertFile } from './content';
import { copyFile } from './copyFile';
import { ROOT_FOLDER_ID } from './createFile';
import { DriveEntry, type EntryMembers } from './entry';
import { parentsOf } from './parents';
import { mayUse } from './root';
import { addPeople, removePerson } from './sharing';

type GFile = GoogleAppsScript.Drive.File;
type Members =
  | EntryMembers
  | 'addCommenter'
  | 'addCommenters'
  | 'getAs'
  | 'getBlob'
  | 'getDownloadUrl'
  | 'getMimeType'
  | 'getTargetId'
  | 'getTargetMimeType'
  | 'makeCopy'
  | 'removeCommenter'
  | 'setContent';

/** A file of Drive, whatever its kind. */
export class File extends DriveEntry<GFile> implements Pick<GFile, Members> {
  static override readonly gas = 'Drive.File';

  getMimeType(): string {
    return this.state.mimeType;
  }

  /** Bytes; 0 for Google's own kinds. */
  getSize(): number {
    const content = this.state.content;
    return content === undefined ? 0 : this.runtime.platform.fromBase64(content).length;
  }

  getBlob(): GoogleAppsScript.Base.Blob {
    return gas(blobOfFile(this.runtime, this.state));
  }

  getAs(contentType: string): GoogleAppsScript.Base.Blob {
    return gas(convertFile(this.runtime, this.state, contentType));
  }

  getDownloadUrl(): string {
    return `https://drive.google.com/uc?id=${this.state.id}&export=download`;
  }

  /** Replaces a plain file's text. Throws for Google's own kinds. */
  setContent(content: string): GFile {
    if (this.state.content === undefined) throw new GoogleError('Access denied: DriveApp.');
    const { platform } = this.runtime;
    return this.change((file) => (file.content = platform.toBase64(platform.encodeUtf8(content))));
  }

  /**
   * A copy in the same folder, or in My Drive when that folder may not be written, or in the given one; without a
   * name it is `Copy of …`. Triggers, people and publishing are not copied (google.md section 2).
   */
  makeCopy(
    nameOrFolder?: string | GoogleAppsScript.Drive.Folder,
    destination?: GoogleAppsScript.Drive.Folder,
  ): GFile {
    const folder = typeof nameOrFolder === 'object' ? nameOrFolder : destination;
    const prefix = this.runtime.switches.language === 'id' ? 'Salinan dari' : 'Copy of';
    const name = typeof nameOrFolder === 'string' ? nameOrFolder : `${prefix} ${this.state.name}`;
    const parentId = folder ? folder.getId() : this.folderForCopy();
    if (!mayUse(this.runtime, 'write', parentId)) throw new GoogleError('Access denied: DriveApp.');
    return gas(new File(this.runtime, copyFile(this.runtime, this.state, name, parentId)));
  }

  private readonly folderForCopy = (): string => {
    const { parentId } = this.state;
    return parentId !== undefined && mayUse(this.runtime, 'write', parentId) ? parentId : ROOT_FOLDER_ID;
  };

  getParents(): GoogleAppsScript.Drive.FolderIterator {
    return gas(parentsOf(this.runtime, this.state));
  }

  moveTo(destination: GoogleAppsScript.Drive.Folder): GFile {
    return this.moveInto(destination);
  }

  addCommenter(person: string | GoogleAppsScript.Base.User): GFile {
    return this.sharing(() => addPeople(this.runtime, this.state, 'commenters', [addressOf(person)]));
  }
  addCommenters(emailAddresses: string[]): GFile {
    return this.sharing(() => addPeople(this.runtime, this.state, 'commenters', emailAddresses));
  }
  removeCommenter(person: string | GoogleAppsScript.Base.User): GFile {
    return this.sharing(() => removePerson(this.runtime, this.state, 'commenters', addressOf(person)));
  }

  /** Of a shortcut; null for any other file. */
  getTargetId(): string | null {
    return this.state.targetId ?? null;
  }
  getTargetMimeType(): string | null {
    return this.target()?.mimeType ?? null;
  }
  private readonly target = (): DriveFile | undefined =>
    this.state.mimeType === MIME.shortcut && this.state.targetId !== undefined
      ? this.runtime.store.get('file', this.state.targetId)
      : undefined;
}
