import { MIME } from '../state/file';

/** Content types by the ending of a file's name, as Blob.setContentTypeFromExtension and Drive know them. */
const BY_ENDING: Record<string, string> = {
  bmp: 'image/bmp',
  css: 'text/css',
  csv: 'text/csv',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  gif: 'image/gif',
  gz: 'application/x-gzip',
  htm: 'text/html',
  html: 'text/html',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  js: 'application/x-javascript',
  json: 'application/json',
  odp: 'application/vnd.oasis.opendocument.presentation',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  odt: 'application/vnd.oasis.opendocument.text',
  pdf: 'application/pdf',
  png: 'image/png',
  ppt: 'application/vnd.ms-powerpoint',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  rtf: 'application/rtf',
  svg: 'image/svg+xml',
  txt: 'text/plain',
  xls: 'application/vnd.ms-excel',
  xlsx: MIME.xlsx,
  xml: 'text/xml',
  zip: 'application/zip',
};

/** The content type that a file's name tells; undefined for an ending that Google does not know. */
export function typeByName(name: string): string | undefined {
  const ending = /\.([A-Za-z0-9]+)$/.exec(name)?.[1];
  return ending === undefined ? undefined : BY_ENDING[ending.toLowerCase()];
}

/** The ending that a converted file gets, without the dot; '' for an unknown type. */
export function endingOf(mimeType: string): string {
  const plain = mimeType.split(';')[0]?.trim() ?? '';
  return Object.keys(BY_ENDING).find((ending) => BY_ENDING[ending] === plain && ending !== 'htm') ?? '';
}

/** Google's own kinds, which have no bytes of their own. */
export function isGoogleKind(mimeType: string | null): boolean {
  return mimeType?.startsWith('application/vnd.google-apps') ?? false;
}
