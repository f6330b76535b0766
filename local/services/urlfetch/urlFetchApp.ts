import { gas } from '../boundary';
import { Blob } from '../blob';
import { LIMITS } from '../limits';
import type { CannedReply } from '../runtime';
import { GoogleError, Served, type ServiceEntry } from '../served';
import { EXPORT_REDIRECT, exportReply, parseExport } from './exportReply';
import { isListed } from './fetchList';
import { HTTPResponse, type Reply } from './httpResponse';

type G = GoogleAppsScript.URL_Fetch.UrlFetchApp;
type Options = GoogleAppsScript.URL_Fetch.URLFetchRequestOptions;
type Request = GoogleAppsScript.URL_Fetch.URLFetchRequest;

/**
 * The global `UrlFetchApp`. Nothing leaves the machine: it answers the workspace's own export addresses and the
 * table of canned replies; any other address is refused by name.
 */
export class UrlFetchApp extends Served implements Pick<G, 'fetch' | 'fetchAll' | 'getRequest'> {
  static override readonly gas = 'URL_Fetch.UrlFetchApp';

  fetch(url: string, params: Options = {}): GoogleAppsScript.URL_Fetch.HTTPResponse {
    if (url === '') throw new GoogleError('Attribute provided with no value: url');
    if (url.length > LIMITS.fetchUrl) throw new GoogleError('Limit exceeded: URLFetch URL Length.');
    if (this.sent(params.payload) > LIMITS.fetchPayload) {
      throw new GoogleError('Limit exceeded: URLFetch POST Size.');
    }
    this.runtime.use('urlFetch', 1);
    this.needListed(url);
    const reply = this.answer(url, params);
    if (reply.code >= 400 && params.muteHttpExceptions !== true) throw failed(url, reply, this.text(reply));
    return gas(new HTTPResponse(this.runtime, reply));
  }

  fetchAll(requests: (Request | string)[]): GoogleAppsScript.URL_Fetch.HTTPResponse[] {
    return requests.map((request) =>
      typeof request === 'string' ? this.fetch(request) : this.fetch(request.url, request),
    );
  }

  /** What `fetch` would send. */
  getRequest(url: string, params: Options = {}): Request {
    const { method = 'get', headers = {}, contentType, payload } = params;
    const request: Request = { url, method, headers };
    if (contentType !== undefined) request.contentType = contentType;
    if (payload !== undefined) request.payload = payload;
    return request;
  }

  /** Bytes of a payload: a text, a blob, a list of bytes, or fields that are texts or blobs (without what parts them). */
  private readonly sent = (payload: unknown): number => {
    if (payload === undefined || payload === null) return 0;
    if (payload instanceof Blob) return payload.bytes.length;
    if (Array.isArray(payload)) return payload.length;
    if (typeof payload === 'object')
      return Object.values(payload).reduce((sum: number, field: unknown) => sum + this.sent(field), 0);
    return this.runtime.platform.encodeUtf8(String(payload)).length;
  };

  private readonly text = (reply: Reply): string => this.runtime.platform.decodeUtf8(reply.bytes);

  private readonly needListed = (url: string): void => {
    if (isListed(url, this.runtime.project?.fetchList)) return;
    throw new GoogleError(`The URL is not in urlFetchWhitelist of the manifest: ${url}`);
  };

  private readonly answer = (url: string, params: Options): Reply => {
    const method = (params.method ?? 'get').toLowerCase();
    const canned = this.runtime.switches.cannedReplies?.find((reply) => answers(reply, url, method));
    if (canned) return cannedReply(canned, this.runtime.platform.encodeUtf8(canned.body));
    const wanted = parseExport(url);
    if (!wanted || method !== 'get') {
      throw new GoogleError(`UrlFetchApp.fetch of ${url} is not supported by the local workspace`);
    }
    const reply = exportReply(this.runtime, wanted, header(params.headers, 'authorization'));
    // Google sends the fetch on to another host, which has to be listed too (google.md section 10.25).
    if (reply.code === 200) this.needListed(EXPORT_REDIRECT);
    return reply;
  };
}

function header(headers: Options['headers'], name: string): string | undefined {
  const found = Object.entries(headers ?? {}).find(([key]) => key.toLowerCase() === name);
  return found?.[1];
}

function answers(reply: CannedReply, url: string, method: string): boolean {
  if ((reply.method ?? method).toLowerCase() !== method) return false;
  return reply.url.endsWith('*') ? url.startsWith(reply.url.slice(0, -1)) : url === reply.url;
}

function cannedReply(reply: CannedReply, bytes: Uint8Array): Reply {
  const headers = { 'Content-Type': 'text/plain; charset=utf-8', ...reply.headers };
  return { code: reply.code ?? 200, headers, bytes };
}

/** Google's words for a reply of 400 and more without `muteHttpExceptions`. */
function failed(url: string, reply: Reply, text: string): GoogleError {
  const host = /^https?:\/\/[^/?#]+/.exec(url)?.[0] ?? url;
  return new GoogleError(
    `Request failed for ${host} returned code ${reply.code}. Truncated server response: ${text.slice(0, 200)} ` +
      '(use muteHttpExceptions option to examine full response)',
  );
}

export const urlFetchService: ServiceEntry = {
  global: 'UrlFetchApp',
  gas: 'URL_Fetch.UrlFetchApp',
  create: (runtime) => new UrlFetchApp(runtime),
  classes: [UrlFetchApp, HTTPResponse],
};
