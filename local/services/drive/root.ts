import type { DriveFile } from '../../state/file';
import { MIME } from '../../state/file';
import type { Runtime } from '../runtime';
import { ROOT_FOLDER_ID } from './createFile';

/** My Drive, made when the workspace has none yet. One for all accounts: who owns what says each file. */
export function rootFolder(runtime: Runtime): DriveFile {
  const known = runtime.store.get('file', ROOT_FOLDER_ID);
  if (known) return known;
  const root: DriveFile = {
    id: ROOT_FOLDER_ID,
    name: runtime.switches.language === 'id' ? 'Drive Saya' : 'My Drive',
    mimeType: MIME.folder,
    owner: runtime.execution.effectiveUser,
    editors: [],
    viewers: [],
    link: 'private',
    trashed: false,
    description: '',
    created: runtime.now(),
    updated: runtime.now(),
  };
  runtime.store.put('file', root.id, root);
  return root;
}

/** True when the effective user may read or write there; My Drive itself is everybody's own. */
export function mayUse(runtime: Runtime, access: 'read' | 'write', id: string): boolean {
  return id === ROOT_FOLDER_ID || runtime.may(access, id);
}
