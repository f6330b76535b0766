import type { DriveFile } from '../../state/file';
import { MIME } from '../../state/file';

/** The address that opens a file or folder in the browser, as Google's `getUrl` gives it. */
export function entryUrl(file: DriveFile): string {
  switch (file.mimeType) {
    case MIME.folder:
      return `https://drive.google.com/drive/folders/${file.id}`;
    case MIME.spreadsheet:
      return `https://docs.google.com/spreadsheets/d/${file.id}/edit?usp=drivesdk`;
    case MIME.form:
      return `https://docs.google.com/forms/d/${file.id}/edit?usp=drivesdk`;
    case MIME.document:
      return `https://docs.google.com/document/d/${file.id}/edit?usp=drivesdk`;
    default:
      return `https://drive.google.com/file/d/${file.id}/view?usp=drivesdk`;
  }
}
