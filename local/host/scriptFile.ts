import { ROOT_FOLDER_ID } from '../services/drive/createFile';
import { MIME, type DriveFile } from '../state/file';

/** A script of its own as a file in My Drive: its id is the project's, its content stands in the project's folder. */
export function scriptFile(id: string, name: string, owner: string, now: number): DriveFile {
  return {
    id,
    name,
    mimeType: MIME.script,
    parentId: ROOT_FOLDER_ID,
    owner,
    editors: [],
    viewers: [],
    link: 'private',
    trashed: false,
    description: '',
    created: now,
    updated: now,
  };
}
