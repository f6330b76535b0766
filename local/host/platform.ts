import { createHash, createHmac, createSign } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { formatNumber } from '../drive/formatNumber';
import type { Platform } from '../services/runtime';
import { formatDate } from './formatDate';
import { unzip, zip } from './zip';
import { zoneOffset } from './zones';

/** The machine's part of the services on Node; what makes files of spreadsheets and documents comes from the outside. */
export function nodePlatform(
  files: Pick<Platform, 'exportSpreadsheet' | 'exportDocument' | 'printHtml' | 'drawChart'>,
): Platform {
  return {
    gzip: (bytes) => gzipSync(bytes),
    gunzip: (bytes) => gunzipSync(bytes),
    zip,
    unzip,
    digest: (algorithm, bytes) => createHash(algorithm).update(bytes).digest(),
    hmac: (algorithm, key, bytes) => createHmac(algorithm, key).update(bytes).digest(),
    signRsa: (algorithm, key, bytes) => createSign(algorithm).update(bytes).sign(key),
    encodeUtf8: (text) => Buffer.from(text, 'utf8'),
    decodeUtf8: (bytes) => Buffer.from(bytes).toString('utf8'),
    toBase64: (bytes) => Buffer.from(bytes).toString('base64'),
    fromBase64: (text) => Buffer.from(text, 'base64'),
    formatDate,
    zoneOffset,
    formatNumber,
    ...files,
  };
}
