import { mayAccess } from '../../local/services/drive/sharing';
import { FormApp } from '../../local/services/forms/formApp';
import { Blob } from '../../local/services/blob';
import { enumValue } from '../../local/services/served';
import { driveWorld, permission } from '../support/driveWorld';

const access = (key: string): never => enumValue('Drive.Access', key) as never;
const NO_ITEM = /^No item with the given ID could be found\./;

type Iterator<T> = { hasNext(): boolean; next(): T };
function names(iterator: Iterator<{ getName(): string }>): string[] {
  const found: string[] = [];
  while (iterator.hasNext()) found.push(iterator.next().getName());
  return found.sort();
}

describe('files and folders', () => {
  const { drive } = driveWorld();
  const folder = drive.createFolder('Desa');
  const inner = folder.createFolder('Balang');
  const file = inner.createFile('a.txt', 'isi');
  const cases: [string, () => unknown, unknown][] = [
    ['text/plain by default', () => file.getMimeType(), 'text/plain'],
    ['its text', () => file.getBlob().getDataAsString(), 'isi'],
    ['its size', () => file.getSize(), 3],
    ['a type of its own', () => inner.createFile('b', '<p>', 'text/html').getMimeType(), 'text/html'],
    ['its folder', () => names(file.getParents()), ['Balang']],
    ['the folder’s folder', () => names(inner.getParents()), ['Desa']],
    ['the outermost lies in My Drive', () => names(folder.getParents()), ['My Drive']],
    ['My Drive lies nowhere', () => names(drive.getRootFolder().getParents()), []],
    ['by name in its folder', () => names(inner.getFilesByName('a.txt')), ['a.txt']],
    ['not in the folder above', () => names(folder.getFilesByName('a.txt')), []],
    ['everywhere', () => names(drive.getFilesByName('a.txt')), ['a.txt']],
    ['folders by name', () => names(drive.getFoldersByName('Balang')), ['Balang']],
    ['nothing', () => drive.getFilesByName('z').hasNext(), false],
    ['description', () => [file.getDescription(), file.setDescription('d').getDescription()], [null, 'd']],
    ['new content', () => file.setContent('lain').getBlob().getDataAsString(), 'lain'],
    [
      'address of a folder',
      () => folder.getUrl(),
      `https://drive.google.com/drive/folders/${folder.getId()}`,
    ],
    ['moving', () => names(file.moveTo(folder).getParents()), ['Desa']],
    ['starring', () => file.setStarred(true).isStarred(), true],
  ];
  test.each(cases)('%s', (_, act, expected) => expect(act()).toEqual(expected));

  test('a folder cannot go into itself', () => expect(() => folder.moveTo(inner)).toThrow());
});

describe('copies', () => {
  test('a name of its own or "Copy of", the same folder or another', () => {
    const { drive } = driveWorld();
    const folder = drive.createFolder('F');
    const file = folder.createFile('a', 'x');
    const copies = [
      file.makeCopy(),
      file.makeCopy('b'),
      file.makeCopy(drive.getRootFolder()),
      file.makeCopy('c', folder),
    ];
    expect(copies.map((copy) => copy.getName())).toEqual(['Copy of a', 'b', 'Copy of a', 'c']);
    expect(copies.map((copy) => names(copy.getParents())[0])).toEqual(['F', 'F', 'My Drive', 'F']);
    expect(copies.every((copy) => copy.getBlob().getDataAsString() === 'x')).toBe(true);
  });

  test('are shared with nobody and belong to who made them', () => {
    const { drive, as } = driveWorld();
    const file = drive.createFile('a', 'x').addViewer('kasi@example.com');
    const copy = as('kasi@example.com').getFileById(file.getId()).makeCopy();
    expect([copy.getOwner().getEmail(), copy.getViewers().map((user) => user.getEmail())]).toEqual([
      'kasi@example.com',
      ['kasi@example.com'],
    ]);
  });
});

describe('the trash', () => {
  const { drive, as } = driveWorld();
  const folder = drive.createFolder('F');
  const file = folder.createFile('a', 'x');
  file.setTrashed(true);
  const cases: [string, () => unknown, unknown][] = [
    ['still opens by id', () => drive.getFileById(file.getId()).isTrashed(), true],
    ['not found by name', () => names(drive.getFilesByName('a')), []],
    ['not listed', () => names(folder.getFiles()), []],
    ['listed as trash', () => names(drive.getTrashedFiles()), ['a']],
    ['found by a query that names it', () => names(drive.searchFiles('trashed = true')), ['a']],
    ['not by another', () => names(drive.searchFiles("title = 'a'")), []],
    ['comes back', () => [file.setTrashed(false), names(folder.getFiles())][1], ['a']],
    ['goes with its folder', () => [folder.setTrashed(true), file.isTrashed()][1], true],
  ];
  test.each(cases)('%s', (_, act, expected) => expect(act()).toEqual(expected));
  test('only the owner may', () => {
    file.addEditor('kasi@example.com');
    expect(() => as('kasi@example.com').getFileById(file.getId()).setTrashed(true)).toThrow(
      'Access denied: DriveApp.',
    );
  });
});

describe('who may (google.md section 1, DriveApp reference)', () => {
  test('a stranger gets Google’s words', () => {
    const { drive, as } = driveWorld();
    const file = drive.createFile('a', 'x');
    const stranger = as('x@example.com');
    expect(() => stranger.getFileById(file.getId())).toThrow(NO_ITEM);
    expect(() => stranger.getFileById('no')).toThrow(NO_ITEM);
    expect(() => drive.getFileById(null as never)).toThrow('Invalid argument: id');
    expect(() => drive.getFolderById(file.getId())).toThrow(NO_ITEM);
    expect(names(stranger.getFilesByName('a'))).toEqual([]);
  });

  test('a viewer reads, an editor writes, the folder counts', () => {
    const { drive, as, runtime } = driveWorld();
    const folder = drive.createFolder('F').addViewer('kasi@example.com');
    const file = folder.createFile('a', 'x');
    expect(mayAccess(runtime.store, 'kasi@example.com', 'read', file.getId())).toBe(true);
    expect(mayAccess(runtime.store, 'kasi@example.com', 'write', file.getId())).toBe(false);
    file.addViewer('kasi@example.com');
    const seen = as('kasi@example.com').getFileById(file.getId());
    expect(seen.getName()).toBe('a');
    expect(() => seen.setName('b')).toThrow('Access denied: DriveApp.');
    file.addEditor('kasi@example.com');
    expect(as('kasi@example.com').getFileById(file.getId()).setName('b').getName()).toBe('b');
  });

  const shared: [string, (file: GoogleAppsScript.Drive.File) => unknown, unknown][] = [
    ['viewer', (file) => file.addViewer('a@b.id').getAccess('a@b.id'), permission('VIEW')],
    ['editor', (file) => file.addEditor('a@b.id').getAccess('A@b.id'), permission('EDIT')],
    ['commenter', (file) => file.addCommenter('a@b.id').getAccess('a@b.id'), permission('COMMENT')],
    ['owner', (file) => file.getAccess('owner@example.com'), permission('OWNER')],
    ['nobody', (file) => file.getAccess('a@b.id'), permission('NONE')],
    [
      'an editor stays editor',
      (file) => file.addEditor('a@b.id').addViewer('a@b.id').getAccess('a@b.id'),
      permission('EDIT'),
    ],
    [
      'removed',
      (file) => file.addViewer('a@b.id').removeViewer('a@b.id').getAccess('a@b.id'),
      permission('NONE'),
    ],
    [
      'revoked',
      (file) => file.addEditor('a@b.id').revokePermissions('a@b.id').getAccess('a@b.id'),
      permission('NONE'),
    ],
    ['private at first', (file) => file.getSharingAccess(), access('PRIVATE')],
    [
      'by the link',
      (file) => [
        file.setSharing(access('ANYONE_WITH_LINK'), permission('VIEW')).getSharingAccess(),
        file.getSharingPermission(),
      ],
      [access('ANYONE_WITH_LINK'), permission('VIEW')],
    ],
    [
      'private again',
      (file) =>
        file
          .setSharing(access('ANYONE'), permission('EDIT'))
          .setSharing(access('PRIVATE'), permission('VIEW'))
          .getSharingPermission(),
      permission('NONE'),
    ],
    [
      'editors with the owner',
      (file) =>
        file
          .addEditors(['a@b.id'])
          .getEditors()
          .map((user) => user.getEmail()),
      ['owner@example.com', 'a@b.id'],
    ],
  ];
  test.each(shared)('%s', (_, act, expected) =>
    expect(act(driveWorld().drive.createFile('a', 'x'))).toEqual(expected),
  );

  const refused: [string, (file: GoogleAppsScript.Drive.File) => unknown, string][] = [
    ['no account', (file) => file.addViewer('nobody@example.com'), 'Invalid email: nobody@example.com'],
    [
      'one of several',
      (file) => file.addEditors(['a@b.id', 'nobody@example.com']),
      'Invalid email: nobody@example.com',
    ],
    ['no address', (file) => file.addEditor('Balang'), 'Invalid email: Balang'],
    [
      'a domain on a free account',
      (file) => file.setSharing(access('DOMAIN'), permission('VIEW')),
      'Access denied: DriveApp.',
    ],
  ];
  test.each(refused)('%s', (_, act, message) => {
    const file = driveWorld().drive.createFile('a', 'x');
    expect(() => act(file)).toThrow(message);
    expect(file.getEditors()).toHaveLength(1);
  });
});

describe('searchFiles (Drive query language)', () => {
  const { drive } = driveWorld();
  const folder = drive.createFolder('Laporan');
  folder.createFile("Juli 'A'.csv", 'a,b', 'text/csv');
  folder.createFile('Agustus.txt', 'kebakaran di RT 2');
  drive.createFile('Agustus lain.txt', '').addEditor('kasi@example.com').setStarred(true);
  const cases: [string, string[]][] = [
    ["title contains 'Agustus'", ['Agustus lain.txt', 'Agustus.txt']],
    ["title = 'agustus.txt'", ['Agustus.txt']],
    ["title contains 'agustus' and not title contains 'lain'", ['Agustus.txt']],
    ["mimeType = 'text/csv' or starred = true", ['Agustus lain.txt', "Juli 'A'.csv"]],
    ["title = 'Juli \\'A\\'.csv'", ["Juli 'A'.csv"]],
    [`'${folder.getId()}' in parents and (mimeType != "text/csv")`, ['Agustus.txt']],
    ["fullText contains 'kebakaran'", ['Agustus.txt']],
    ["'kasi@example.com' in writers", ['Agustus lain.txt']],
    ["modifiedDate > '2020-01-01' and trashed = false", ['Agustus lain.txt', 'Agustus.txt', "Juli 'A'.csv"]],
    ["createdDate < '2020-01-01T00:00:00'", []],
  ];
  test.each(cases)('%s', (query, expected) => expect(names(drive.searchFiles(query))).toEqual(expected));

  test.each(['title', "title like 'a'", "title = 'a", "color = 'red'", "title = 'a' b"])(
    '%s is refused',
    (query) => expect(() => drive.searchFiles(query)).toThrow(`Invalid argument: ${query}`),
  );

  test('a folder searches in itself; an iterator can be continued', () => {
    expect(names(folder.searchFiles("title contains 'a'"))).toEqual(['Agustus.txt', "Juli 'A'.csv"]);
    const iterator = drive.getFiles();
    iterator.next();
    expect(names(drive.continueFileIterator(iterator.getContinuationToken()))).toHaveLength(2);
    const rest = drive.getFolders();
    rest.next();
    expect(() => rest.next()).toThrow();
  });
});

describe('blobs', () => {
  test('a file of a blob keeps bytes, name and type', () => {
    const { drive, runtime } = driveWorld();
    const blob = new Blob(runtime, Uint8Array.of(0, 255), 'image/png', 'p.png');
    const file = drive.createFile(blob as never);
    expect([file.getName(), file.getMimeType(), file.getSize(), file.getBlob().getBytes()]).toEqual([
      'p.png',
      'image/png',
      2,
      [0, -1],
    ]);
  });

  test('a form cannot be had as a blob', () => {
    const { drive, runtime } = driveWorld();
    const form = new FormApp(runtime).create('F');
    expect(() => drive.getFileById(form.getId()).getBlob()).toThrow(/is not supported/);
  });
});
