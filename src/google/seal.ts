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

/** HMAC-SHA256 of a text with the secret kept under `key`: 24 hexadecimal digits. */
export function sealWith(key: string, text: string): string {
  return Utilities.computeHmacSha256Signature(text, secretOf(key), Utilities.Charset.UTF_8)
    .slice(0, 12)
    .map((byte) => (byte & 255).toString(16).padStart(2, '0'))
    .join('');
}
