import { existsSync, mkdirSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { DriveFile } from '../state/file';
import { MIME } from '../state/file';
import { MAILBOX_ID, type MailMessage } from '../state/mail';
import type { DocumentKind, Store } from '../state/store';
import { emlOf } from './eml';

/** What stands where, by the id of the file or message. */
interface Index {
  files: Record<string, string>;
  mails: Record<string, string>;
}

/** A name that every file system takes. */
function safe(name: string): string {
  const plain = name
    .replace(/[\u0000-\u001f<>:"/\\|?*]/g, '_')
    .replace(/[. ]+$/, '')
    .slice(0, 120);
  return plain === '' ? '_' : plain;
}

/**
 * The workspace as a person knows it, beside its state: folders and files named as in Drive, spreadsheets as
 * `.xlsx`, forms as JSON, mail as `.eml`. A view: what is changed there changes nothing here.
 */
export class Mirror {
  private readonly indexPath: string;
  private readonly index: Index;
  private readonly dirty = new Set<string>();
  private mails: Promise<void> = Promise.resolve();

  constructor(
    private readonly directory: string,
    private readonly store: Store,
    private readonly xlsx: (spreadsheetId: string) => Promise<Uint8Array>,
  ) {
    this.indexPath = join(directory, 'state', 'mirror.json');
    this.index = existsSync(this.indexPath)
      ? (JSON.parse(readFileSync(this.indexPath, 'utf8')) as Index)
      : { files: {}, mails: {} };
  }

  changed(kind: DocumentKind, id: string): void {
    if (kind === 'file' || kind === 'form' || kind === 'spreadsheet') this.dirty.add(id);
  }

  /** Writes messages that have no file yet, one after the other, without keeping anybody waiting. */
  writeMail(): void {
    this.mails = this.mails.then(() => this.writeMessages());
  }

  async rest(): Promise<void> {
    this.writeMail();
    await this.mails;
    await this.writeFiles();
    mkdirSync(dirname(this.indexPath), { recursive: true });
    writeFileSync(`${this.indexPath}.tmp`, JSON.stringify(this.index, undefined, 1));
    renameSync(`${this.indexPath}.tmp`, this.indexPath);
  }

  private async writeMessages(): Promise<void> {
    for (const message of this.store.get('mailbox', MAILBOX_ID)?.messages ?? []) {
      if (this.index.mails[message.id] !== undefined || message.draft) continue;
      const path = join('Mail', mailName(message));
      this.index.mails[message.id] = path;
      this.write(path, await emlOf(message));
    }
  }

  private async writeFiles(): Promise<void> {
    const taken = new Set<string>();
    const wanted: Record<string, string> = {};
    for (const id of this.store.ids('file')) {
      const file = this.store.get('file', id);
      const path = file && this.pathOf(file);
      // A script's files stand in its own folder.
      if (!file || path === undefined || file.mimeType === MIME.folder || file.mimeType === MIME.script)
        continue;
      let free = path;
      for (let number = 2; taken.has(free.toLowerCase()); number += 1) {
        free = path.replace(/(\.[^./]+)?$/, ` (${number})$1`);
      }
      taken.add(free.toLowerCase());
      wanted[id] = free;
    }
    for (const [id, path] of Object.entries(this.index.files)) if (wanted[id] !== path) this.remove(path);
    // One is written while the next one is made ready.
    let last: Promise<void> = Promise.resolve();
    for (const [id, path] of Object.entries(wanted)) {
      const file = this.store.get('file', id);
      const fresh = this.index.files[id] === path && existsSync(join(this.directory, path));
      if (!file || (fresh && !this.dirty.has(id))) continue;
      this.dirty.delete(id);
      const before = last;
      last = Promise.all([this.contentOf(file), before]).then(([content]) => {
        this.write(path, content);
      });
      // What goes wrong is thrown where it is waited for.
      last.catch(() => undefined);
      await before;
    }
    await last;
    this.index.files = wanted;
    for (const id of this.dirty) if (wanted[id] === undefined) this.dirty.delete(id);
  }

  /** Under `Drive/`, by the names of its folders; undefined for what is in the bin. */
  private pathOf(file: DriveFile): string | undefined {
    const names: string[] = [];
    for (let at: DriveFile | undefined = file; at;) {
      if (at.trashed) return undefined;
      if (at.parentId === undefined) break;
      names.unshift(safe(at.name));
      at = this.store.get('file', at.parentId);
    }
    const ending = { [MIME.spreadsheet]: '.xlsx', [MIME.form]: '.form.json' }[file.mimeType] ?? '';
    return join('Drive', ...names) + ending;
  }

  private contentOf(file: DriveFile): Uint8Array | Promise<Uint8Array> {
    if (file.mimeType === MIME.spreadsheet) return this.xlsx(file.id);
    if (file.mimeType === MIME.form) {
      return Buffer.from(JSON.stringify(this.store.get('form', file.id), undefined, 2), 'utf8');
    }
    return Buffer.from(file.content ?? '', 'base64');
  }

  private write(path: string, content: Uint8Array): void {
    const full = join(this.directory, path);
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, content);
  }

  /** Also the folders that it leaves empty. */
  private remove(path: string): void {
    rmSync(join(this.directory, path), { force: true });
    for (let folder = dirname(path); folder !== '.' && folder !== 'Drive'; folder = dirname(folder)) {
      try {
        rmdirSync(join(this.directory, folder));
      } catch {
        return;
      }
    }
  }
}

function mailName(message: MailMessage): string {
  const time = new Date(message.sentAt).toISOString().slice(0, 19).replace(/:/g, '-');
  return `${safe(`${time} ${message.to[0] ?? ''} ${message.subject}`)} ${message.id.slice(0, 6)}.eml`;
}
