import { MIME } from '../state/file';
import type { DriveFile } from '../state/file';
import type { Store } from '../state/store';

/** The path at which a person opens that file here; mirrors Google's. */
export function pathOf(store: Store, file: DriveFile): string {
  if (file.mimeType === MIME.folder) return `/drive/folders/${file.id}`;
  if (file.mimeType === MIME.spreadsheet) return `/spreadsheets/d/${file.id}/edit`;
  if (file.mimeType === MIME.document) return `/document/d/${file.id}/edit`;
  if (file.mimeType === MIME.form) {
    const form = store.get('form', file.id);
    if (form) return viewformPath(form.publishedId);
  }
  return `/file/d/${file.id}/view`;
}

/** The path of a form as people fill it in. */
export function viewformPath(publishedId: string): string {
  return `/forms/d/e/${publishedId}/viewform`;
}

const google =
  /^https:\/\/(?:(?:docs|drive)\.google\.com(?=\/(?:spreadsheets|forms|drive|file|document|open)[/?])|script\.google\.com(?=\/macros\/s\/))(\/.*)$/;

/**
 * A link as it works on this computer: Google's addresses of documents lead to the same path here, others
 * stay as they are.
 */
export function localLink(address: string): string {
  return google.exec(address.trim())?.[1]?.replace(/\/u\/\d+\//, '/') ?? address;
}

/** The same inside a text of HTML: what a link to a Google document leads to becomes ours, with `origin` in front. */
export function localLinksInHtml(markup: string, origin: string): string {
  return markup.replace(
    /(\shref\s*=\s*)(["'])(https:\/\/(?:docs|drive|script)\.google\.com\/[^"']*)\2/gi,
    (whole: string, attribute: string, quote: string, address: string) => {
      const local = localLink(address);
      return local === address ? whole : `${attribute}${quote}${origin}${local}${quote}`;
    },
  );
}
