import { property, setProperties } from './properties';

let secret = '';

/** The script's own secret, made once; kept under `key`. One call an execution, two the first time ever. */
function secretOf(key: string): string {
  secret = secret || (property(key) ?? '');
  if (secret === '') {
    secret = Utilities.getUuid() + Utilities.getUuid();
    setProperties({ [key]: secret });
  }
  return secret;
}

/** Says the secret where an execution has read it with all else: no call for it then. */
export function knowSecret(text: string): void {
  secret = secret || text;
}

/** A whole number from 0 to below `below`, by chance that nobody can foretell. */
export function chanceBelow(below: number): number {
  return parseInt(Utilities.getUuid().replace(/-/g, '').slice(0, 12), 16) % below;
}

/** HMAC-SHA256 of a text with the secret kept under `key`: 24 hexadecimal digits. */
export function sealWith(key: string, text: string): string {
  return Utilities.computeHmacSha256Signature(text, secretOf(key), Utilities.Charset.UTF_8)
    .slice(0, 12)
    .map((byte) => (byte & 255).toString(16).padStart(2, '0'))
    .join('');
}
