import type { DriveFile } from '../../state/file';
import { MIME } from '../../state/file';
import type { Runtime } from '../runtime';
import { parseQuery, type FileTest } from './query';
import { roleOf, withFolders } from './sharing';

/** Where and what to look for. */
export interface Wanted {
  kind: 'file' | 'folder';
  /** Only what lies directly in that folder. */
  parentId?: string;
  test?: FileTest;
  /** A search in Drive's query language; it decides about the trash itself when it names it. */
  query?: string;
  trashed?: boolean;
}

/**
 * The entries of the effective user's Drive: hers and those shared with her by name, the newest change first.
 * What lies in the trash is left out, as live (gas-fakes issue 44), unless a query asks for it.
 */
export function findEntries(runtime: Runtime, wanted: Wanted): DriveFile[] {
  const { store, execution } = runtime;
  const query = wanted.query === undefined ? undefined : parseQuery(wanted.query, contextOf(runtime));
  const trash = /\btrashed\b/.test(wanted.query ?? '') ? undefined : (wanted.trashed ?? false);
  const found: DriveFile[] = [];
  for (const id of store.ids('file')) {
    const file = store.get('file', id);
    if (
      !file ||
      file.parentId === undefined ||
      (file.mimeType === MIME.folder) !== (wanted.kind === 'folder')
    )
      continue;
    if (wanted.parentId !== undefined && file.parentId !== wanted.parentId) continue;
    if (trash !== undefined && [...withFolders(store, file)].some((each) => each.trashed) !== trash) continue;
    const mine =
      roleOf(store, file, execution.effectiveUser) !== undefined ||
      (wanted.parentId !== undefined && runtime.may('read', id));
    if (mine && (wanted.test?.(file) ?? true) && (query?.(file) ?? true)) found.push(file);
  }
  return found.sort((a, b) => b.updated - a.updated);
}

function contextOf(runtime: Runtime): Parameters<typeof parseQuery>[1] {
  return {
    user: runtime.execution.effectiveUser,
    fullText: (file) => {
      const plain = file.content !== undefined && /^text\/|json/.test(file.mimeType);
      const text = plain ? runtime.platform.decodeUtf8(runtime.platform.fromBase64(file.content ?? '')) : '';
      return `${file.name}\n${file.description}\n${text}`;
    },
    parseDate: (text) => {
      const zoned = /(Z|[+-]\d\d:?\d\d)$/.test(text) || /^\d{4}-\d\d-\d\d$/.test(text) ? text : `${text}Z`;
      return Date.parse(zoned);
    },
  };
}
