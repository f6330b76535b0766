import { MIME } from '../../state/file';
import type { Runtime } from '../runtime';
import type { Reply } from './httpResponse';

const TYPES = { xlsx: MIME.xlsx, csv: 'text/csv', pdf: 'application/pdf' } as const;

/** The host that Google's export address sends a browser on to. */
export const EXPORT_REDIRECT = 'https://doc-00-00-sheets.googleusercontent.com/export/';

/** The id and the parameters of a spreadsheet's export address; undefined for any other address. */
export function parseExport(url: string): { id: string; query: Record<string, string> } | undefined {
  const match =
    /^https:\/\/docs\.google\.com\/(?:a\/[^/]+\/)?spreadsheets\/d\/([\w-]+)\/export(?:\?([^#]*))?/.exec(url);
  if (!match) return undefined;
  const query: Record<string, string> = {};
  for (const pair of (match[2] ?? '').split('&')) {
    const [name = '', value = ''] = pair.split('=');
    if (name !== '') query[decodeURIComponent(name)] = decodeURIComponent(value);
  }
  return { id: match[1] ?? '', query };
}

/**
 * What the export address answers: the file as xlsx, csv (one tab) or pdf for the script's own token, 401 without
 * it (google.md, "What it must be true to"); 404 for what the user may not see, 400 for another format.
 */
export function exportReply(
  runtime: Runtime,
  wanted: { id: string; query: Record<string, string> },
  authorization: string | undefined,
): Reply {
  const token = runtime.project?.token;
  const file = runtime.store.get('file', wanted.id);
  const isOpen = file !== undefined && file.link !== 'private';
  const bearer = /^Bearer\s+(.+)$/.exec(authorization ?? '')?.[1];
  if (token === undefined || bearer !== token) {
    if (!isOpen || authorization !== undefined) return plain(runtime, 401, 'Unauthorized');
  } else if (!file || !runtime.may('read', wanted.id)) return plain(runtime, 404, 'Not Found');
  const format = wanted.query.format ?? wanted.query.exportFormat ?? 'xlsx';
  if (format !== 'xlsx' && format !== 'csv' && format !== 'pdf') return plain(runtime, 400, 'Bad Request');
  const sheetId = wanted.query.gid === undefined ? undefined : Number(wanted.query.gid);
  const name = `${file?.name ?? 'export'}.${format}`;
  return {
    code: 200,
    headers: {
      'Content-Type': TYPES[format],
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    },
    bytes: runtime.platform.exportSpreadsheet(wanted.id, format, sheetId),
    name,
  };
}

/** A short text as answer. */
export function plain(runtime: Runtime, code: number, text: string): Reply {
  return {
    code,
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
    bytes: runtime.platform.encodeUtf8(text),
  };
}
