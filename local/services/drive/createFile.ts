import type { DriveFile } from '../../state/file';
import { MIME } from '../../state/file';
import type { Quota, Runtime } from '../runtime';

/** Id of My Drive, the folder that new files land in. */
export const ROOT_FOLDER_ID = 'root';

const QUOTA_OF: Partial<Record<string, Quota>> = {
  [MIME.spreadsheet]: 'spreadsheetsCreated',
  [MIME.document]: 'documentsCreated',
};

export interface NewFile {
  name: string;
  mimeType: string;
  /** Folder id, My Drive by default. */
  parentId?: string;
  /** Base64, plain files only. */
  content?: string;
  description?: string;
}

/**
 * Makes the Drive entry of a new file, owned by the account whose rights the run has, private, and stores it.
 * The content document of the same id is the caller's. Throws Google's words when the daily number of
 * spreadsheets or documents is used up (google.md section 1).
 */
export function createFile(runtime: Runtime, wanted: NewFile): DriveFile {
  const quota = QUOTA_OF[wanted.mimeType];
  if (quota) runtime.use(quota, 1);
  const now = runtime.now();
  const file: DriveFile = {
    id: runtime.newId('file'),
    name: wanted.name,
    mimeType: wanted.mimeType,
    parentId: wanted.parentId ?? ROOT_FOLDER_ID,
    owner: runtime.execution.effectiveUser,
    editors: [],
    viewers: [],
    link: 'private',
    trashed: false,
    description: wanted.description ?? '',
    created: now,
    updated: now,
  };
  if (wanted.content !== undefined) file.content = wanted.content;
  runtime.store.put('file', file.id, file);
  return file;
}
