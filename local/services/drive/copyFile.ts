import type { DriveFile } from '../../state/file';
import { MIME } from '../../state/file';
import type { Runtime } from '../runtime';
import { copyForm } from '../forms/formState';
import { createFile } from './createFile';

/**
 * Copies a file with its content; the copy belongs to the effective user and is shared with nobody. A copied
 * form is unpublished, without answers and destination; a spreadsheet's linked forms are copied with it, into
 * the folder of the original form, linked to the copy (google.md section 2).
 */
export function copyFile(
  runtime: Runtime,
  original: DriveFile,
  name: string,
  parentId: string | undefined,
): DriveFile {
  const copy = createFile(runtime, {
    name,
    mimeType: original.mimeType,
    description: original.description,
    ...(parentId === undefined ? {} : { parentId }),
    ...(original.content === undefined ? {} : { content: original.content }),
  });
  if (original.mimeType === MIME.form) copyFormContent(runtime, original.id, copy.id);
  if (original.mimeType === MIME.document) copyDocumentContent(runtime, original.id, copy.id);
  if (original.mimeType === MIME.spreadsheet) copySpreadsheetContent(runtime, original.id, copy.id);
  return copy;
}

function copyFormContent(runtime: Runtime, from: string, to: string): void {
  const form = runtime.store.get('form', from);
  if (form) runtime.store.put('form', to, copyForm(runtime, form, to));
}

function copyDocumentContent(runtime: Runtime, from: string, to: string): void {
  const state = runtime.store.get('document', from);
  if (state) {
    runtime.store.put('document', to, { ...(JSON.parse(JSON.stringify(state)) as typeof state), id: to });
  }
}

function copySpreadsheetContent(runtime: Runtime, from: string, to: string): void {
  const { store } = runtime;
  const book = store.get('spreadsheet', from);
  if (!book) return;
  const copy = { ...(JSON.parse(JSON.stringify(book)) as typeof book), id: to };
  for (const sheet of copy.sheets) {
    const formId = sheet.formId;
    delete sheet.formId;
    const formFile = formId === undefined ? undefined : store.get('file', formId);
    const form = formId === undefined ? undefined : store.get('form', formId);
    if (!form?.destination || !formFile || form.destination.sheetId !== sheet.sheetId) continue;
    const formCopy = copyFile(runtime, formFile, formFile.name, formFile.parentId);
    sheet.formId = formCopy.id;
    const state = store.get('form', formCopy.id);
    if (state) state.destination = { ...form.destination, spreadsheetId: to };
  }
  store.put('spreadsheet', to, copy);
}
