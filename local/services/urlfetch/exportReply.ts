import { MIME } from '../../state/file';
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
/** What each kind of file can be exported as, the format without being asked first. */
const FORMATS = {
  spreadsheets: ['xlsx', 'csv', 'pdf'],
  document: ['docx', 'pdf', 'txt', 'html'],
} as const;
export type Exported = { id: string; kind: keyof typeof FORMATS; query: Record<string, string> };

/** The host that Google's export address sends a browser on to. */
export const EXPORT_REDIRECT = 'https://doc-00-00-sheets.googleusercontent.com/export/';

/** Id and parameters of the export address of a spreadsheet or document; undefined for any other address. */
export function parseExport(url: string): Exported | undefined {
  const match =
    /^https:\/\/docs\.google\.com\/(?:a\/[^/]+\/)?(?:(spreadsheets)|document)\/d\/([\w-]+)\/export(?:\?([^#]*))?/.exec(
      url,
    );
  if (!match) return undefined;
  const query: Record<string, string> = {};
  for (const pair of (match[3] ?? '').split('&')) {
    const [name = '', value = ''] = pair.split('=');
    if (name !== '') query[decodeURIComponent(name)] = decodeURIComponent(value);
  }
  return { id: match[2] ?? '', kind: match[1] === undefined ? 'document' : 'spreadsheets', query };
}

/**
 * What the export address answers for the script's own token: a spreadsheet as xlsx, csv (one tab) or pdf, a
 * document as docx, pdf, txt or html; 401 without
 * it (google.md, "What it must be true to"); 404 for what the user may not see, 400 for another format.
 */
export function exportReply(runtime: Runtime, wanted: Exported, authorization: string | undefined): Reply {
  const token = runtime.project?.token;
  const file = runtime.store.get('file', wanted.id);
  const isOpen = file !== undefined && file.link !== 'private';
  const bearer = /^Bearer\s+(.+)$/.exec(authorization ?? '')?.[1];
  if (token === undefined || bearer !== token) {
    if (!isOpen || authorization !== undefined) return plain(runtime, 401, 'Unauthorized');
  } else if (!file || !runtime.may('read', wanted.id)) return plain(runtime, 404, 'Not Found');
  const known: readonly (keyof typeof TYPES)[] = FORMATS[wanted.kind];
  const asked = wanted.query.format ?? wanted.query.exportFormat ?? known[0];
  const format = known.find((each) => each === asked);
  if (!format) return plain(runtime, 400, 'Bad Request');
  const sheetId = wanted.query.gid === undefined ? undefined : Number(wanted.query.gid);
  const name = `${file?.name ?? 'export'}.${format}`;
  return {
    code: 200,
    headers: {
      'Content-Type': TYPES[format],
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    },
    bytes: bytesOf(runtime, wanted, format, sheetId),
    name,
  };
}

function bytesOf(
  { platform }: Runtime,
  { id, kind }: Exported,
  format: keyof typeof TYPES,
  sheetId: number | undefined,
): Uint8Array {
  if (format === 'xlsx' || format === 'csv' || (kind === 'spreadsheets' && format === 'pdf')) {
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
