import type { DriveFile } from '../../state/file';
import type { Runtime } from '../runtime';
import { FolderIterator } from './iterators';
import { mayUse, rootFolder } from './root';

/** The folder that holds an entry, when the effective user may see it. */
export function parentsOf(runtime: Runtime, file: DriveFile): FolderIterator {
  if (file.parentId === undefined) return new FolderIterator(runtime, []);
  const root = rootFolder(runtime);
  const parent = file.parentId === root.id ? root : runtime.store.get('file', file.parentId);
  return new FolderIterator(runtime, parent && mayUse(runtime, 'read', parent.id) ? [parent] : []);
}
