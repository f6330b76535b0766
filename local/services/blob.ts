import { gas } from './boundary';
import { endingOf, isGoogleKind, typeByName } from './mimeTypes';
import type { Runtime } from './runtime';
import { GoogleError, Served } from './served';

/** Java's signed bytes, as scripts see them, to bytes. */
export function toBytes(signed: readonly number[] | Uint8Array): Uint8Array {
  const made = new Uint8Array(signed.length);
  for (let at = 0; at < made.length; at += 1) made[at] = signed[at] ?? 0;
  return made;
}

/** Bytes to Java's signed bytes, -128 to 127. */
export function toSigned(bytes: Uint8Array): number[] {
  const made = new Array<number>(bytes.length);
  for (let at = 0; at < made.length; at += 1) made[at] = ((bytes[at] ?? 0) << 24) >> 24;
  return made;
}

function encode(runtime: Runtime, text: string, charset: string): Uint8Array {
  const limit = /^(us-ascii|ascii)$/i.test(charset)
    ? 128
    : /^(iso-8859-1|latin1|windows-1252)$/i.test(charset)
      ? 256
      : 0;
  if (limit === 0) return runtime.platform.encodeUtf8(text);
  return Uint8Array.from(text, (letter) => (letter.charCodeAt(0) < limit ? letter.charCodeAt(0) : 63));
}

function decode(runtime: Runtime, bytes: Uint8Array, charset: string): string {
  if (!/^(us-ascii|ascii|iso-8859-1|latin1|windows-1252)$/i.test(charset)) {
    return runtime.platform.decodeUtf8(bytes);
  }
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

/** Bytes with a type and a name (reference, Class Blob). Others make one from bytes; it holds no state of the store. */
export class Blob
  extends Served
  implements
    Pick<
      GoogleAppsScript.Base.Blob,
      | 'copyBlob'
      | 'getAllBlobs'
      | 'getAs'
      | 'getBlob'
      | 'getBytes'
      | 'getContentType'
      | 'getDataAsString'
      | 'getName'
      | 'isGoogleType'
      | 'setBytes'
      | 'setContentType'
      | 'setContentTypeFromExtension'
      | 'setDataFromString'
      | 'setName'
    >
{
  static override readonly gas: string = 'Base.Blob';

  constructor(
    runtime: Runtime,
    public bytes: Uint8Array,
    public contentType: string | null = null,
    public name: string | null = null,
  ) {
    super(runtime);
  }

  copyBlob(): GoogleAppsScript.Base.Blob {
    return gas(new Blob(this.runtime, this.bytes, this.contentType, this.name));
  }

  /** What is in a blob of several parts; blobs have one part here. */
  getAllBlobs(): GoogleAppsScript.Base.Blob[] {
    return [this.copyBlob()];
  }

  getBlob(): GoogleAppsScript.Base.Blob {
    return gas(this);
  }

  getAs(contentType: string): GoogleAppsScript.Base.Blob {
    if (contentType === this.contentType) return this.copyBlob();
    if (contentType === 'application/pdf') {
      const page = pageOf(this.runtime, this);
      if (page !== undefined) {
        this.runtime.use('conversions', 1);
        const name = this.name === null ? null : renamed(this.name, contentType);
        return gas(new Blob(this.runtime, this.runtime.platform.printHtml(page), contentType, name));
      }
    }
    throw new GoogleError(
      `Converting from ${this.contentType ?? 'null'} to ${contentType} is not supported.`,
    );
  }

  getBytes(): number[] {
    return toSigned(this.bytes);
  }

  getContentType(): string | null {
    return this.contentType;
  }

  getDataAsString(charset = 'UTF-8'): string {
    return decode(this.runtime, this.bytes, charset);
  }

  getName(): string | null {
    return this.name;
  }

  isGoogleType(): boolean {
    return isGoogleKind(this.contentType);
  }

  setBytes(data: number[]): GoogleAppsScript.Base.Blob {
    this.bytes = toBytes(data);
    return gas(this);
  }

  setContentType(contentType: string | null): GoogleAppsScript.Base.Blob {
    this.contentType = contentType;
    return gas(this);
  }

  setContentTypeFromExtension(): GoogleAppsScript.Base.Blob {
    this.contentType = typeByName(this.name ?? '') ?? this.contentType;
    return gas(this);
  }

  setDataFromString(text: string, charset = 'UTF-8'): GoogleAppsScript.Base.Blob {
    this.bytes = encode(this.runtime, text, charset);
    return gas(this);
  }

  setName(name: string): GoogleAppsScript.Base.Blob {
    this.name = name;
    return gas(this);
  }
}

/** HTML, plain text and pictures as a page to print (reference, Blob.getAs); undefined for what makes no PDF. */
function pageOf({ platform }: Runtime, { contentType, bytes }: Blob): string | undefined {
  if (contentType === 'text/html') return platform.decodeUtf8(bytes);
  if (contentType === 'image/png' || contentType === 'image/jpeg') {
    return `<img src="data:${contentType};base64,${platform.toBase64(bytes)}">`;
  }
  if (contentType !== 'text/plain') return undefined;
  const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '\n': '<br>' };
  return platform.decodeUtf8(bytes).replace(/[&<\n]/g, (mark) => marks[mark] ?? mark);
}

/** The name with the ending of the type in the place of its own. */
export function renamed(name: string, contentType: string): string {
  const ending = endingOf(contentType);
  return ending === '' ? name : `${name.replace(/\.[A-Za-z0-9]{1,5}$/, '')}.${ending}`;
}

/** A blob of UTF-8 text. */
export function textBlob(
  runtime: Runtime,
  text: string,
  contentType: string | null = 'text/plain',
  name: string | null = null,
): Blob {
  return new Blob(runtime, runtime.platform.encodeUtf8(text), contentType, name);
}

/** The blob of whatever a script passes where Google takes a BlobSource: a blob, a file, a spreadsheet, a chart. */
export function blobOf(source: unknown): Blob {
  if (source instanceof Blob) return source;
  if (source instanceof Served && 'getBlob' in source && typeof source.getBlob === 'function') {
    const made: unknown = source.getBlob();
    if (made instanceof Blob) return made;
  }
  throw new GoogleError('Invalid argument: blob');
}
