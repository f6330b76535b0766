import { Blob } from '../blob';

type G = GoogleAppsScript.Gmail.GmailAttachment;

/** A file that came with a message: a blob that knows its size and its hash. */
export class GmailAttachment extends Blob implements Pick<G, 'getHash' | 'getSize'> {
  static override readonly gas: string = 'Gmail.GmailAttachment';

  /** SHA-1 in hexadecimal letters. */
  getHash(): string {
    const digest = this.runtime.platform.digest('sha1', this.bytes);
    return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  }
  getSize(): number {
    return this.bytes.length;
  }
}
