import { Blob, toSigned } from '../blob';
import { gas } from '../boundary';
import type { Runtime } from '../runtime';
import { Served } from '../served';

/** An answer before it becomes an object. */
export interface Reply {
  code: number;
  headers: Record<string, string>;
  bytes: Uint8Array;
  /** Name that the answer gives its file. */
  name?: string;
}

type G = GoogleAppsScript.URL_Fetch.HTTPResponse;

/** What a fetch brought. */
export class HTTPResponse extends Served implements Pick<G, keyof G> {
  static override readonly gas = 'URL_Fetch.HTTPResponse';

  constructor(
    runtime: Runtime,
    readonly reply: Reply,
  ) {
    super(runtime);
  }

  getResponseCode(): number {
    return this.reply.code;
  }
  getHeaders(): object {
    return { ...this.reply.headers };
  }
  getAllHeaders(): object {
    return { ...this.reply.headers };
  }
  getContent(): number[] {
    return toSigned(this.reply.bytes);
  }
  getContentText(charset = 'UTF-8'): string {
    return this.blob().getDataAsString(charset);
  }
  getBlob(): GoogleAppsScript.Base.Blob {
    return gas(this.blob());
  }
  getAs(contentType: string): GoogleAppsScript.Base.Blob {
    return this.blob().getAs(contentType);
  }

  private readonly blob = (): Blob => {
    const type = this.reply.headers['Content-Type']?.split(';')[0] ?? null;
    return new Blob(this.runtime, this.reply.bytes, type, this.reply.name ?? null);
  };
}
