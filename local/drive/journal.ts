import {
  closeSync,
  existsSync,
  fdatasync,
  fdatasyncSync,
  openSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { crc32 } from './crc32';

function line(json: string): string {
  return `${crc32(Buffer.from(json, 'utf8')).toString(16).padStart(8, '0')} ${json}\n`;
}

/**
 * An append-only file of records, one a line behind its checksum. What `append` has returned from outlives the
 * program, killed or not; the disk itself is told at once and has it a moment later, so that a power cut can cost
 * the last records, never the order of the others. A record left half written is dropped when the file is read.
 */
export class Journal {
  private file: number | undefined;
  private syncing = false;
  private unsynced = false;
  /** Bytes in the file. */
  size = 0;

  constructor(private readonly path: string) {}

  /** All records; cuts a torn last one off. Throws when a record before the last is damaged. */
  read(): unknown[] {
    if (!existsSync(this.path)) return [];
    const bytes = readFileSync(this.path);
    const records: unknown[] = [];
    let at = 0;
    while (at < bytes.length) {
      const end = bytes.indexOf(10, at);
      const text = end < 0 ? '' : bytes.toString('utf8', at + 9, end);
      const sound = end >= 0 && bytes.toString('utf8', at, end + 1) === line(text);
      if (!sound) {
        if (end >= 0 && end + 1 < bytes.length) {
          throw new Error(`${this.path} is damaged at byte ${at}: restore it from a copy.`);
        }
        truncateSync(this.path, at);
        break;
      }
      records.push(JSON.parse(text));
      at = end + 1;
    }
    this.size = at;
    return records;
  }

  append(record: unknown): void {
    this.file ??= openSync(this.path, 'a');
    const bytes = Buffer.from(line(JSON.stringify(record)), 'utf8');
    writeFileSync(this.file, bytes);
    this.size += bytes.length;
    this.sync();
  }

  /** One flush at a time, and one more for what came meanwhile. */
  private sync(): void {
    this.unsynced = true;
    if (this.syncing || this.file === undefined) return;
    this.syncing = true;
    this.unsynced = false;
    fdatasync(this.file, () => {
      this.syncing = false;
      if (this.unsynced) this.sync();
    });
  }

  /** Empties the file: everything in it stands in the documents. */
  reset(): void {
    this.close();
    if (existsSync(this.path)) truncateSync(this.path, 0);
    this.size = 0;
  }

  close(): void {
    if (this.file === undefined) return;
    fdatasyncSync(this.file);
    closeSync(this.file);
    this.file = undefined;
    this.unsynced = false;
  }
}
