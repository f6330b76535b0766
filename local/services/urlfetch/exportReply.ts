import { MIME, type DriveFile } from '../../state/file';
import type { Runtime } from '../runtime';
import type { Reply } from './httpResponse';

const TYPES = {
  xlsx: MIME.xlsx,
  csv: 'text/csv',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  txt: 'text/plain',
  html: 'text/html',
} as const;
type Format = keyof typeof TYPES;
/** What each kind of file can be exported as, the format without being asked first. */
const FORMATS: Record<string, readonly Format[]> = {
  [MIME.spreadsheet]: ['xlsx', 'csv', 'pdf'],
  [MIME.document]: ['docx', 'pdf', 'txt', 'html'],
};
export interface Exported {
  id: string;
  /** Mime type of the file that the address is for; undefined = of any. */
  kind?: string;
  query: Record<string, string>;
}

/** The host that Google's export address sends a browser on to. */
export const EXPORT_REDIRECT = 'https://doc-00-00-sheets.googleusercontent.com/export/';

/** The addresses that export, the present one first, and which part of each is the id and which the question. */
const ADDRESSES: readonly { pattern: RegExp; kind?: string }[] = [
  {
    pattern: /^https:\/\/docs\.google\.com\/(?:a\/[^/]+\/)?spreadsheets\/d\/([\w-]+)\/export(?:\?([^#]*))?/,
    kind: MIME.spreadsheet,
  },
  {
    pattern: /^https:\/\/docs\.google\.com\/(?:a\/[^/]+\/)?document\/d\/([\w-]+)\/export(?:\?([^#]*))?/,
    kind: MIME.document,
  },
  // Old, and in many published scripts.
  {
    pattern: /^https:\/\/docs\.google\.com\/feeds\/download\/documents\/()[Ee]xport\/Export\?([^#]*)/,
    kind: MIME.document,
  },
  {
    pattern: /^https:\/\/docs\.google\.com\/feeds\/download\/spreadsheets\/()Export\?([^#]*)/,
    kind: MIME.spreadsheet,
  },
  { pattern: /^https:\/\/www\.googleapis\.com\/drive\/v[23]\/files\/([\w-]+)\/export(?:\?([^#]*))?/ },
];

/** Id and parameters of an address that exports a spreadsheet or document; undefined for any other address. */
export function parseExport(url: string): Exported | undefined {
  for (const { pattern, kind } of ADDRESSES) {
    const match = pattern.exec(url);
    if (!match) continue;
    const query: Record<string, string> = {};
    for (const pair of (match[2] ?? '').split('&')) {
      const [name = '', value = ''] = pair.split('=');
      if (name !== '') query[decodeURIComponent(name)] = decodeURIComponent(value);
    }
    const id = match[1] ? match[1] : (query['id'] ?? query['key'] ?? '');
    return { id, query, ...(kind === undefined ? {} : { kind }) };
  }
  return undefined;
}

/**
 * What an export address answers for the script's own token: a spreadsheet as xlsx, csv (one tab) or pdf, a document
 * as docx, pdf, txt or html; 401 without it; 404 for what the user may not see, 400 for another format.
 */
export function exportReply(runtime: Runtime, wanted: Exported, authorization: string | undefined): Reply {
  const token = runtime.project?.token;
  const file = runtime.store.get('file', wanted.id);
  const isOpen = file !== undefined && file.link !== 'private';
  const bearer = /^Bearer\s+(.+)$/.exec(authorization ?? '')?.[1];
  if (token === undefined || bearer !== token) {
    if (!isOpen || authorization !== undefined) return plain(runtime, 401, 'Unauthorized');
  } else if (!file || !runtime.may('read', wanted.id)) return plain(runtime, 404, 'Not Found');
  if (!file || file.mimeType !== (wanted.kind ?? file.mimeType)) return plain(runtime, 404, 'Not Found');
  const known = FORMATS[file.mimeType] ?? [];
  const { query } = wanted;
  const asked = query['format'] ?? query['exportFormat'] ?? query['mimeType'] ?? known[0];
  const format = known.find((each) => each === asked || TYPES[each] === asked);
  if (!format) return plain(runtime, 400, 'Bad Request');
  const sheetId = wanted.query.gid === undefined ? undefined : Number(wanted.query.gid);
  const name = `${file.name}.${format}`;
  return {
    code: 200,
    headers: {
      'Content-Type': TYPES[format],
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    },
    bytes: bytesOf(runtime, file, format, sheetId),
    name,
  };
}

function bytesOf(
  { platform }: Runtime,
  { id, mimeType }: DriveFile,
  format: Format,
  sheetId: number | undefined,
): Uint8Array {
  if (format === 'xlsx' || format === 'csv' || (mimeType === MIME.spreadsheet && format === 'pdf')) {
    return platform.exportSpreadsheet(id, format, sheetId);
  }
  return platform.exportDocument(id, format);
}

/** A short text as answer. */
export function plain(runtime: Runtime, code: number, text: string): Reply {
  return {
    code,
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
    bytes: runtime.platform.encodeUtf8(text),
  };
}
