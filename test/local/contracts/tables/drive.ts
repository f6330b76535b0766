import type { Case } from '../../../support/contracts';

const NO_ITEM = expect.stringMatching(/^Exception: No item with the given ID could be found/) as unknown;
const ALL =
  'function all(it) { var list = []; while (it.hasNext()) list.push(it.next().getName()); return list.sort(); }';

/** Of files and folders alike: `entry` is the one looked at. */
const shared = (make: string): Case[] => [
  [
    `${make} entry.setName('Lain').setDescription('Isi').setStarred(true); var kept = again(); return [kept.getName(), kept.getDescription(), kept.isStarred()];`,
    ['Lain', 'Isi', true],
  ],
  [
    `${make} return [entry.getDescription(), entry.isStarred(), entry.isTrashed(), entry.getOwner().getEmail(), entry.getResourceKey(), entry.isShareableByEditors()];`,
    [null, false, false, 'kantor@contoh.id', null, true],
  ],
  [
    `${make} var before = entry.getLastUpdated().getTime(), made = entry.getDateCreated().getTime(); Utilities.sleep(2000); entry.setName('Lain'); return [made === before, entry.getLastUpdated().getTime() - before >= 2000, entry.getDateCreated().getTime() === made];`,
    [true, true, true],
  ],
  [
    `${make} return [entry.getUrl().indexOf(entry.getId()) > 0, entry.getParents().next().getName() === DriveApp.getRootFolder().getName()];`,
    [true, true],
  ],
  [
    `${make} entry.addEditor(KASI); var one = [mails(entry.getEditors()), String(entry.getAccess(KASI))]; entry.removeEditor(KASI); entry.addEditors([KASI]); var two = mails(entry.getEditors()).length; entry.revokePermissions(KASI); return [one, two, String(entry.getAccess(KASI)), mails(entry.getEditors()).indexOf(KASI)];`,
    [[['kantor@contoh.id', 'kasi@contoh.id'], 'EDIT'], 2, 'NONE', -1],
  ],
  [
    `${make} entry.addViewer(KASI); var one = [mails(entry.getViewers()).indexOf(KASI) >= 0, String(entry.getAccess(KASI))]; entry.removeViewer(KASI); entry.addViewers([KASI]); var two = String(entry.getAccess(KASI)); entry.removeViewer(KASI); return [one, two, String(entry.getAccess(KASI))];`,
    [[true, 'VIEW'], 'VIEW', 'NONE'],
  ],
  [
    `${make} var before = [String(entry.getSharingAccess()), String(entry.getSharingPermission())]; entry.setSharing(DriveApp.Access.ANYONE_WITH_LINK, DriveApp.Permission.VIEW); return [before, String(entry.getSharingAccess()), String(entry.getSharingPermission())];`,
    [['PRIVATE', 'NONE'], 'ANYONE_WITH_LINK', 'VIEW'],
  ],
  [`${make} entry.setShareableByEditors(false); return again().isShareableByEditors();`, false],
  [
    `${make} return [tried(function () { return entry.setOwner(KASI); }), entry.getOwner().getEmail()];`,
    ['Exception: Consent is required to transfer ownership of a file to another user.', 'kantor@contoh.id'],
  ],
  [
    `${make} entry.setTrashed(true); var away = again().isTrashed(); entry.setTrashed(false); return [away, again().isTrashed()];`,
    [true, false],
  ],
  [
    `${make} var to = DriveApp.createFolder('Tujuan'); entry.moveTo(to); return [entry.getParents().next().getName(), again().getParents().next().getId() === to.getId()];`,
    ['Tujuan', true],
  ],
  [
    `${make} return tried(function () { return entry.addEditor('bukan alamat'); });`,
    'Exception: Invalid email: bukan alamat',
  ],
];
const FILE =
  "var entry = DriveApp.createFile('a.txt', 'isi'), again = function () { return DriveApp.getFileById(entry.getId()); };";
const FOLDER =
  "var entry = DriveApp.createFolder('F' + Math.random()), again = function () { return DriveApp.getFolderById(entry.getId()); };";

export const entries: Case[] = [
  ...shared(FILE),
  ...shared(FOLDER),
  [
    `${FILE} entry.addCommenter(KASI); var one = String(entry.getAccess(KASI)); entry.removeCommenter(KASI); entry.addCommenters([KASI]); return [one, String(entry.getAccess(KASI)), mails(entry.getViewers()).indexOf(KASI) >= 0];`,
    ['COMMENT', 'COMMENT', true],
  ],
  [
    `${FILE} return [entry.getMimeType(), entry.getSize(), entry.getBlob().getDataAsString(), entry.getBlob().getName(), entry.getAs('text/plain').getDataAsString(), entry.setContent('lebih').getSize(), entry.getBlob().getDataAsString(), entry.getDownloadUrl().indexOf(entry.getId()) > 0];`,
    ['text/plain', 3, 'isi', 'a.txt', 'isi', 5, 'lebih', true],
  ],
  [
    `${FILE} return tried(function () { return entry.getAs('application/pdf').getBytes().slice(0, 4); });`,
    [37, 80, 68, 70],
  ],
  [
    `${FILE} var f = DriveApp.createFolder('S'), c = entry.makeCopy('b.txt', f), d = entry.makeCopy(f), e = entry.makeCopy('c.txt'); return [c.getName(), c.getParents().next().getName(), d.getParents().next().getName(), e.getName(), c.getBlob().getDataAsString(), c.getId() !== entry.getId(), entry.makeCopy().getName()];`,
    ['b.txt', 'S', 'S', 'c.txt', 'isi', true, expect.stringMatching(/^(Copy of|Salinan dari) a\.txt$/)],
  ],
  [
    `${FILE} var s = DriveApp.createShortcut(entry.getId()); return [s.getTargetId() === entry.getId(), s.getTargetMimeType(), s.getMimeType(), entry.getTargetId(), entry.getTargetMimeType()];`,
    [true, 'text/plain', 'application/vnd.google-apps.shortcut', null, null],
  ],
  [
    `${FOLDER} ${ALL} var s = entry.createFolder('dalam'), f = entry.createFile('a.txt', 'x'), b = entry.createFile(Utilities.newBlob('y', 'text/csv', 'b.csv')), l = entry.createShortcut(f.getId()); return [all(entry.getFolders()), all(entry.getFiles()).length, all(entry.getFilesByName('a.txt')).length >= 1, all(entry.getFilesByType('text/csv')), all(entry.getFoldersByName('dalam')), all(entry.getFoldersByName('tiada')), entry.getSize()];`,
    [['dalam'], 3, true, ['b.csv'], ['dalam'], [], 0],
  ],
  [
    `${FOLDER} ${ALL} entry.createFile('laporan juli.txt', 'x'); entry.createFile('lain.txt', 'y'); entry.createFolder('laporan lama'); return [all(entry.searchFiles("title contains 'laporan'")), all(entry.searchFolders("title contains 'laporan'")), tried(function () { return entry.searchFiles('title ???'); })];`,
    [['laporan juli.txt'], ['laporan lama'], expect.stringMatching(/^Exception: Invalid argument/)],
  ],
  [
    `${FOLDER} ${ALL} var f = DriveApp.createFile('x.txt', 'x'), s = DriveApp.createFolder('dalam'); entry.addFile(f).addFolder(s); var inside = [all(entry.getFiles()), all(entry.getFolders())]; entry.removeFile(f); entry.removeFolder(s); return [inside, all(entry.getFiles()), all(entry.getFolders())];`,
    [[['x.txt'], ['dalam']], [], []],
  ],
];

const HERE = "var mark = 'M' + Math.floor(Math.random() * 1e9);";
export const drives: Case[] = [
  [
    `${ALL} ${HERE} var file = DriveApp.createFile(mark, 'x'), folder = DriveApp.createFolder(mark); return [all(DriveApp.getFilesByName(mark)).length, all(DriveApp.getFoldersByName(mark)).length, all(DriveApp.getFiles()).indexOf(mark) >= 0, all(DriveApp.getFolders()).indexOf(mark) >= 0, all(DriveApp.searchFiles("title = '" + mark + "'")).length, all(DriveApp.searchFolders("title = '" + mark + "'")).length, all(DriveApp.getFilesByType('text/plain')).indexOf(mark) >= 0];`,
    [1, 1, true, true, 1, 1, true],
  ],
  [
    `${ALL} ${HERE} DriveApp.createFile(mark, 'x').setTrashed(true); DriveApp.createFolder(mark).setTrashed(true); return [all(DriveApp.getTrashedFiles()).indexOf(mark) >= 0, all(DriveApp.getTrashedFolders()).indexOf(mark) >= 0, all(DriveApp.getFilesByName(mark)).length];`,
    [true, true, 0],
  ],
  [
    "return [DriveApp.getFileById(DriveApp.createFile('a', 'x').getId()).getName(), tried(function () { return DriveApp.getFileById('tiada'); }), tried(function () { return DriveApp.getFolderById('tiada'); }), tried(function () { return DriveApp.getFileById(''); }), DriveApp.getFolderById('root').getId() === DriveApp.getRootFolder().getId()];",
    ['a', NO_ITEM, NO_ITEM, 'Exception: Invalid argument: id', true],
  ],
  [
    `${HERE} var f = DriveApp.createFile(mark, 'x'), s = DriveApp.createFolder(mark), box = DriveApp.createFolder('kotak'); f.moveTo(box); s.moveTo(box); DriveApp.addFile(f); DriveApp.addFolder(s); var root = DriveApp.getRootFolder().getId(), back = [f.getParents().next().getId() === root, s.getParents().next().getId() === root]; f.moveTo(box); s.moveTo(box); DriveApp.removeFile(f); DriveApp.removeFolder(s); return [back, f.getParents().next().getName(), s.getParents().next().getName()];`,
    [[true, true], 'kotak', 'kotak'],
  ],
  [
    "var before = DriveApp.getStorageUsed(); DriveApp.createFile('a', 'xxxxx'); return [DriveApp.getStorageUsed() - before, DriveApp.getStorageLimit()];",
    [5, 16106127360],
  ],
  [
    `${ALL} var box = DriveApp.createFolder('kotak'); ['a', 'b', 'c'].forEach(function (n) { box.createFile(n, 'x'); box.createFolder(n); }); var files = box.getFiles(), folders = box.getFolders(); files.next(); folders.next(); var rest = [all(DriveApp.continueFileIterator(files.getContinuationToken())).length, all(DriveApp.continueFolderIterator(folders.getContinuationToken())).length]; files.next(); files.next(); folders.next(); folders.next(); return [rest, files.hasNext(), folders.hasNext(), tried(function () { return files.next(); }), tried(function () { return folders.next(); }), tried(function () { return DriveApp.continueFileIterator('tiada'); })];`,
    [
      [2, 2],
      false,
      false,
      'Exception: Cannot retrieve the next object: iterator has reached the end.',
      'Exception: Cannot retrieve the next object: iterator has reached the end.',
      'Exception: Invalid argument: continuationToken',
    ],
  ],
  [
    "var owner = DriveApp.createFile('a', 'x').getOwner(); return [owner.getEmail(), owner.getDomain(), owner.getName(), owner.getPhotoUrl(), String(owner)];",
    ['kantor@contoh.id', 'contoh.id', 'kantor', '', 'User'],
  ],
];
