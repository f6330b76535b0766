/** One entry of Drive: folder or file, whatever its kind; its content is the document of the same id. */
export interface DriveFile {
  id: string;
  name: string;
  mimeType: string;
  /** Folder id; undefined only for the root of Drive. */
  parentId?: string;
  owner: string;
  /** The account that the owner offered the file to and that has not accepted yet. */
  pendingOwner?: string;
  editors: string[];
  viewers: string[];
  /** Who may answer a published form (Drive permissions of the view `published`); '*' = anyone with the link. */
  publishedReaders?: string[];
  link: 'private' | 'anyoneView' | 'anyoneEdit';
  trashed: boolean;
  starred?: boolean;
  description: string;
  created: number;
  updated: number;
  commenters?: string[];
  /** false = only the owner may change who has access. */
  shareableByEditors?: boolean;
  /** Of a shortcut: the file it points at. */
  targetId?: string;
  /** Content of a plain file, base64. */
  content?: string;
}

export const MIME = {
  folder: 'application/vnd.google-apps.folder',
  spreadsheet: 'application/vnd.google-apps.spreadsheet',
  form: 'application/vnd.google-apps.form',
  document: 'application/vnd.google-apps.document',
  shortcut: 'application/vnd.google-apps.shortcut',
  script: 'application/vnd.google-apps.script',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
