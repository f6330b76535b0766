import { ROOT_FOLDER_ID } from '../services/drive/createFile';
import { MIME } from '../state/file';
import type { DriveFile } from '../state/file';
import type { Store } from '../state/store';
import { pathOf, viewformPath } from './addresses';

export interface TreeNode {
  file: DriveFile;
  children: TreeNode[];
}

/** Drive as a tree below a root that is there even when nothing else is; names in order, folders first. */
export function driveTree(store: Store): TreeNode {
  const files = store.ids('file').flatMap((id) => store.get('file', id) ?? []);
  const nodes = new Map(files.map((file) => [file.id, { file, children: [] as TreeNode[] }]));
  const root = nodes.get(ROOT_FOLDER_ID) ?? { file: myDrive(), children: [] };
  for (const node of nodes.values()) {
    if (node === root) continue;
    const parent = node.file.parentId === undefined ? undefined : nodes.get(node.file.parentId);
    (parent ?? root).children.push(node);
  }
  for (const { children } of [root, ...nodes.values()]) children.sort(inOrder);
  return root;
}

function myDrive(): DriveFile {
  return {
    id: ROOT_FOLDER_ID,
    name: 'My Drive',
    mimeType: MIME.folder,
    owner: '',
    editors: [],
    viewers: [],
    link: 'private',
    trashed: false,
    description: '',
    created: 0,
    updated: 0,
  };
}

function inOrder(a: TreeNode, b: TreeNode): number {
  const folder = (n: TreeNode): number => (n.file.mimeType === MIME.folder ? 0 : 1);
  return folder(a) - folder(b) || a.file.name.localeCompare(b.file.name, undefined, { numeric: true });
}

/** The node of that id, searched in depth. */
export function findNode(node: TreeNode, id: string): TreeNode | undefined {
  if (node.file.id === id) return node;
  for (const child of node.children) {
    const found = findNode(child, id);
    if (found) return found;
  }
  return undefined;
}

/** The shape of `/files.json`. */
export function treeJson(store: Store, node: TreeNode, origin: string): Record<string, unknown> {
  const { file } = node;
  const spreadsheet = file.mimeType === MIME.spreadsheet ? store.get('spreadsheet', file.id) : undefined;
  return {
    id: file.id,
    name: file.name,
    mimeType: file.mimeType,
    url: origin + pathOf(store, file),
    trashed: file.trashed,
    owner: file.owner,
    editors: file.editors,
    viewers: file.viewers,
    ...(spreadsheet
      ? {
          sheets: spreadsheet.sheets.map((sheet) => ({
            sheetId: sheet.sheetId,
            name: sheet.name,
            hidden: sheet.hidden,
            rows: sheet.rowCount,
            columns: sheet.columnCount,
          })),
        }
      : {}),
    children: node.children.map((child) => treeJson(store, child, origin)),
  };
}

/** The shape of `/forms.json`. */
export function formsJson(store: Store, origin: string): Record<string, unknown>[] {
  return store.ids('form').flatMap((id) => {
    const form = store.get('form', id);
    if (!form) return [];
    let page = 0;
    const items = form.items.map((item) => {
      if (item.type === 'PAGE_BREAK') page += 1;
      return {
        id: item.id,
        entryId: item.entryIds[0] ?? null,
        entryIds: item.entryIds,
        type: item.type,
        title: item.title,
        helpText: item.helpText,
        required: item.required,
        choices: (item.choices ?? []).map(({ value }) => value),
        rows: item.rows ?? [],
        columns: item.columns ?? [],
        page,
      };
    });
    return {
      id: form.id,
      title: form.title,
      name: store.get('file', id)?.name ?? '',
      published: form.published,
      acceptingResponses: form.acceptingResponses,
      collectEmail: form.collectEmail,
      destinationId: form.destination?.spreadsheetId ?? null,
      destinationSheetId: form.destination?.sheetId ?? null,
      viewform: origin + viewformPath(form.publishedId),
      responses: form.responses.length,
      publishedId: form.publishedId,
      items,
    };
  });
}
