import type { DriveFile } from '../../state/file';
import { MIME } from '../../state/file';
import { gas } from '../boundary';
import type { Runtime } from '../runtime';
import { GoogleError, Served } from '../served';
import { File } from './file';
import { Folder } from './folder';

/** Walks over entries found at the moment of the call. */
abstract class EntryIterator<G> extends Served {
  constructor(
    runtime: Runtime,
    private readonly found: DriveFile[],
    private at: number = 0,
  ) {
    super(runtime);
  }

  hasNext(): boolean {
    return this.at < this.found.length;
  }

  /** Throws after the last one. */
  next(): G {
    const file = this.found[this.at++];
    if (!file) throw new GoogleError('Cannot retrieve the next object: iterator has reached the end.');
    return gas<G>(
      file.mimeType === MIME.folder ? new Folder(this.runtime, file) : new File(this.runtime, file),
    );
  }

  /** The rest of the list as text; entries deleted meanwhile are left out on continuing. */
  getContinuationToken(): string {
    return JSON.stringify(this.found.slice(this.at).map((file) => file.id));
  }
}

/** Files, in the order in which Drive keeps them. */
export class FileIterator
  extends EntryIterator<GoogleAppsScript.Drive.File>
  implements Pick<GoogleAppsScript.Drive.FileIterator, 'hasNext' | 'next' | 'getContinuationToken'>
{
  static override readonly gas = 'Drive.FileIterator';
}

/** Folders, in the order in which Drive keeps them. */
export class FolderIterator
  extends EntryIterator<GoogleAppsScript.Drive.Folder>
  implements Pick<GoogleAppsScript.Drive.FolderIterator, 'hasNext' | 'next' | 'getContinuationToken'>
{
  static override readonly gas = 'Drive.FolderIterator';
}

/** The entries that a continuation token names. */
export function continued(runtime: Runtime, token: string): DriveFile[] {
  let ids: unknown;
  try {
    ids = JSON.parse(token);
  } catch {
    throw new GoogleError('Invalid argument: continuationToken');
  }
  if (!Array.isArray(ids)) throw new GoogleError('Invalid argument: continuationToken');
  return ids.flatMap((id) => runtime.store.get('file', String(id)) ?? []);
}
