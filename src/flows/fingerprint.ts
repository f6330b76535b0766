import { sealWith } from '../google/seal';
import type { RawAnswer } from '../google/responses';
import { KEY } from './memory';

/** Stands for all answers of a response, whatever their order; of personal ones it tells nothing without the secret. */
export function printOf(answers: readonly RawAnswer[], isPersonal: boolean): string {
  const all = answers.map(({ itemId, value }) => JSON.stringify([itemId, value])).sort();
  return isPersonal ? sealWith(KEY.secret, all.join()) : fingerprint(all.join());
}

/**
 * Fourteen characters that stand for a response id: cursors have to stay small, ids are long. Two independent
 * 32-bit sums (FNV-1a and djb2), so that two ids of one form's last minutes practically never meet.
 */
export function fingerprint(id: string): string {
  let first = 0x811c9dc5;
  let second = 5381;
  for (let at = 0; at < id.length; at += 1) {
    const code = id.charCodeAt(at);
    first = Math.imul(first ^ code, 0x01000193) >>> 0;
    second = (Math.imul(second, 33) + code) >>> 0;
  }
  return first.toString(36).padStart(7, '0') + second.toString(36).padStart(7, '0');
}
