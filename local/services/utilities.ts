import { blobOf, Blob, textBlob, toBytes, toSigned } from './blob';
import { gas, keyOf } from './boundary';
import { parseCsv } from './csv';
import { formatString } from './formatString';
import { typeByName } from './mimeTypes';
import { parseDate } from './parseDate';
import { GoogleError, Served, type ServiceEntry } from './served';

type Algorithm = 'md5' | 'sha1' | 'sha256' | 'sha384' | 'sha512';
const ALGORITHMS: Record<string, Algorithm> = {
  MD5: 'md5',
  SHA_1: 'sha1',
  SHA_256: 'sha256',
  SHA_384: 'sha384',
  SHA_512: 'sha512',
};
type Data = string | number[] | Uint8Array;

/** Reference, Class Utilities. RSA signatures and MD2 are refused by name. */
export class Utilities extends Served {
  static override readonly gas = 'Utilities.Utilities';

  base64Encode(data: Data, charset?: unknown): string {
    return this.runtime.platform.toBase64(this.bytes(data, charset));
  }

  base64EncodeWebSafe(data: Data, charset?: unknown): string {
    return this.base64Encode(data, charset).replace(/\+/g, '-').replace(/\//g, '_');
  }

  base64Decode(encoded: string): number[] {
    if (/[^A-Za-z0-9+/=\s]/.test(encoded)) throw new GoogleError('Could not decode string.');
    return toSigned(this.runtime.platform.fromBase64(encoded));
  }

  base64DecodeWebSafe(encoded: string): number[] {
    return this.base64Decode(encoded.replace(/-/g, '+').replace(/_/g, '/'));
  }

  computeDigest(algorithm: unknown, value: Data, charset?: unknown): number[] {
    const { platform } = this.runtime;
    return toSigned(platform.digest(this.algorithm(keyOf(algorithm)), this.bytes(value, charset)));
  }

  computeHmacSignature(algorithm: unknown, value: Data, key: Data, charset?: unknown): number[] {
    const name = this.algorithm(keyOf(algorithm).replace(/^HMAC_/, ''));
    const { platform } = this.runtime;
    return toSigned(platform.hmac(name, this.bytes(key, charset), this.bytes(value, charset)));
  }

  computeHmacSha256Signature(value: Data, key: Data, charset?: unknown): number[] {
    const { platform } = this.runtime;
    return toSigned(platform.hmac('sha256', this.bytes(key, charset), this.bytes(value, charset)));
  }

  formatDate(date: Date, timeZone: string, format: string): string {
    return this.runtime.platform.formatDate(date.getTime(), timeZone, format);
  }

  parseDate(date: string, timeZone: string, format: string): Date {
    const { platform } = this.runtime;
    return new Date(parseDate(date, timeZone, format, (time, zone) => platform.zoneOffset(time, zone)));
  }

  formatString(template: string, ...values: unknown[]): string {
    return formatString(template, values);
  }

  getUuid(): string {
    const digit = (): string => Math.floor(this.runtime.random() * 16).toString(16);
    return 'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replace(/[xy]/g, (letter) =>
      letter === 'x' ? digit() : ((parseInt(digit(), 16) & 3) | 8).toString(16),
    );
  }

  gzip(blob: unknown, name?: string): GoogleAppsScript.Base.Blob {
    const source = blobOf(blob);
    const bytes = this.runtime.platform.gzip(source.bytes);
    return gas(new Blob(this.runtime, bytes, 'application/x-gzip', name ?? `${source.name ?? 'archive'}.gz`));
  }

  ungzip(blob: unknown): GoogleAppsScript.Base.Blob {
    const source = blobOf(blob);
    if (source.contentType !== 'application/x-gzip') {
      throw new GoogleError('Blob object must have content type application/x-gzip.');
    }
    const name = (source.name ?? '').replace(/\.gz$/, '');
    return gas(
      new Blob(
        this.runtime,
        this.unpack(() => this.runtime.platform.gunzip(source.bytes)),
        typeByName(name) ?? null,
        name,
      ),
    );
  }

  zip(blobs: unknown[], name = 'archive.zip'): GoogleAppsScript.Base.Blob {
    const entries = blobs.map((each) => {
      const blob = blobOf(each);
      return { name: blob.name ?? 'Untitled', bytes: blob.bytes };
    });
    if (new Set(entries.map((entry) => entry.name)).size < entries.length) {
      throw new GoogleError('Duplicate names in the archive: each blob needs its own name.');
    }
    return gas(new Blob(this.runtime, this.runtime.platform.zip(entries), 'application/zip', name));
  }

  unzip(blob: unknown): GoogleAppsScript.Base.Blob[] {
    const source = blobOf(blob);
    const entries = this.unpack(() => this.runtime.platform.unzip(source.bytes));
    return entries.map((entry) =>
      gas(new Blob(this.runtime, entry.bytes, typeByName(entry.name) ?? null, entry.name)),
    );
  }

  newBlob(
    data: Data,
    contentType: string | null = null,
    name: string | null = null,
  ): GoogleAppsScript.Base.Blob {
    if (typeof data === 'string') return gas(textBlob(this.runtime, data, contentType ?? 'text/plain', name));
    return gas(new Blob(this.runtime, toBytes(data), contentType, name));
  }

  parseCsv(csv: string, delimiter?: string): string[][] {
    return parseCsv(csv, delimiter);
  }

  sleep(milliseconds: number): void {
    this.runtime.sleep(Math.max(0, milliseconds));
  }

  jsonParse(text: string): unknown {
    return JSON.parse(text);
  }

  jsonStringify(value: unknown): string {
    return JSON.stringify(value);
  }

  computeRsaSha1Signature(value: string, key: string, charset?: unknown): number[] {
    return this.sign('sha1', value, key, charset);
  }
  computeRsaSha256Signature(value: string, key: string, charset?: unknown): number[] {
    return this.sign('sha256', value, key, charset);
  }
  computeRsaSignature(algorithm: unknown, value: string, key: string, charset?: unknown): number[] {
    return this.sign(keyOf(algorithm) === 'RSA_SHA_1' ? 'sha1' : 'sha256', value, key, charset);
  }
  private sign(algorithm: 'sha1' | 'sha256', value: string, key: string, charset?: unknown): number[] {
    try {
      return toSigned(this.runtime.platform.signRsa(algorithm, key, this.bytes(value, charset)));
    } catch {
      throw new GoogleError('Invalid argument: key');
    }
  }

  private bytes(data: Data, charset?: unknown): Uint8Array {
    if (typeof data !== 'string') return toBytes(data);
    const text = keyOf(charset) === 'US_ASCII' ? data.replace(/[^\0-\x7f]/g, '?') : data;
    return this.runtime.platform.encodeUtf8(text);
  }

  private algorithm(key: string): Algorithm {
    const name = ALGORITHMS[key];
    if (!name)
      throw new GoogleError(`Utilities.DigestAlgorithm.${key} is not supported by the local workspace`);
    return name;
  }

  private unpack<T>(read: () => T): T {
    try {
      return read();
    } catch {
      throw new GoogleError('Could not decompress the blob.');
    }
  }
}

export const utilitiesService: ServiceEntry = {
  global: 'Utilities',
  gas: 'Utilities.Utilities',
  create: (runtime) => new Utilities(runtime),
  classes: [Utilities, Blob],
};
