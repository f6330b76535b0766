import type { DriveFile } from '../../state/file';
import { MIME } from '../../state/file';
import { blobOf, Blob, renamed, textBlob } from '../blob';
import { LIMITS } from '../limits';
import type { Runtime } from '../runtime';
import { GoogleError } from '../served';
import { createFile } from './createFile';

/**
 * A file's bytes. A spreadsheet or document gives itself as PDF (google.md: `getAs` and `getBlob` make PDF only; XLSX and CSV
 * come from the export address); other Google kinds are refused by name.
 */
export function blobOfFile(runtime: Runtime, file: DriveFile): Blob {
  if (isPrintable(file)) return pdfOf(runtime, file);
  if (file.mimeType.startsWith('application/vnd.google-apps.')) {
    throw new GoogleError(`Converting from ${file.mimeType} to application/pdf is not supported.`);
  }
  return new Blob(runtime, runtime.platform.fromBase64(file.content ?? ''), file.mimeType, file.name);
}

/** A file converted: spreadsheets and documents to PDF only, plain files as their blob converts. */
export function convertFile(runtime: Runtime, file: DriveFile, contentType: string): Blob {
  if (isPrintable(file)) {
    if (contentType === 'application/pdf') return pdfOf(runtime, file);
    throw new GoogleError(`Converting from ${file.mimeType} to ${contentType} is not supported.`);
  }
  const blob = blobOf(blobOfFile(runtime, file).getAs(contentType));
  blob.name = renamed(file.name, contentType);
  return blob;
}

const isPrintable = ({ mimeType }: DriveFile): boolean =>
  mimeType === MIME.spreadsheet || mimeType === MIME.document;

function pdfOf(runtime: Runtime, file: DriveFile): Blob {
  runtime.use('conversions', 1);
  const { platform } = runtime;
  const isDocument = file.mimeType === MIME.document;
  const bytes = isDocument
    ? platform.exportDocument(file.id, 'pdf')
    : platform.exportSpreadsheet(file.id, 'pdf');
  return new Blob(runtime, bytes, 'application/pdf', renamed(file.name, 'application/pdf'));
}

/** Makes a plain file out of a blob, or of a name, a text and a type (text/plain by default). */
export function createPlainFile(
  runtime: Runtime,
  parentId: string,
  first: unknown,
  content: string | undefined,
  mimeType: string | undefined,
): DriveFile {
  const blob =
    typeof first === 'string'
      ? textBlob(runtime, content ?? '', mimeType ?? 'text/plain', first)
      : blobOf(first);
  if (blob.bytes.length > LIMITS.driveFile) throw new GoogleError('File size exceeds the limit.');
  return createFile(runtime, {
    name: blob.name ?? 'Untitled',
    mimeType: blob.contentType ?? 'application/octet-stream',
    parentId,
    content: runtime.platform.toBase64(blob.bytes),
  });
}
