import { createVerify, generateKeyPairSync } from 'node:crypto';
import { cleanUp, openBound, OWNER } from '../support/localProject';

afterEach(cleanUp);

function runF(body: string): unknown {
  const { workspace, projectId } = openBound(`function f() {
    var mine = '${OWNER}';
    for (var i = 0; i < 3; i++) GmailApp.sendEmail(mine, 'Laporan ' + i, 'isi ' + i);
    var threads = GmailApp.search('subject:Laporan').reverse(), messages = GmailApp.getMessagesForThreads(threads).map(function (m) { return m[0]; });
    ${body} }`);
  const run = workspace.runNow({ projectId, functionName: 'f' });
  return run.error ? run.error.message : run.result;
}

describe('GmailApp on several at once (reference, Class GmailApp)', () => {
  test.each<[string, string, unknown]>([
    [
      'read and unread',
      'GmailApp.markMessagesRead(messages).markThreadUnread(threads[0]); return [GmailApp.getInboxUnreadCount(), threads.map(function (t) { return t.isUnread(); })];',
      [1, [true, false, false]],
    ],
    [
      'stars',
      'GmailApp.starMessages(messages).unstarMessage(messages[1]); return [GmailApp.getStarredThreads().length, GmailApp.getStarredUnreadCount()];',
      [2, 2],
    ],
    [
      'importance',
      'GmailApp.markThreadsImportant(threads).markThreadUnimportant(threads[0]); return [threads[0].isImportant(), threads[1].isImportant(), GmailApp.search("is:important").length];',
      [false, true, 2],
    ],
    [
      'archive and back',
      'GmailApp.moveThreadsToArchive(threads); var none = GmailApp.getInboxThreads().length; GmailApp.moveThreadToInbox(threads[2]); return [none, GmailApp.getInboxThreads().length];',
      [0, 1],
    ],
    [
      'spam',
      'GmailApp.moveThreadsToSpam(threads.slice(1)); return [GmailApp.getSpamThreads().length, GmailApp.getSpamUnreadCount(), threads[1].isInSpam(), GmailApp.getInboxThreads().length, GmailApp.search("in:spam").length];',
      [2, 2, true, 1, 2],
    ],
    [
      'trash',
      'GmailApp.moveMessagesToTrash(messages.slice(0, 2)).moveThreadToTrash(threads[2]); return [GmailApp.getTrashThreads().length, GmailApp.getInboxThreads().length];',
      [3, 0],
    ],
    [
      'an account without chats and priority inbox',
      'return [GmailApp.getChatThreads(), GmailApp.getPriorityInboxThreads(), GmailApp.getPriorityInboxUnreadCount(), threads[0].isInChats()];',
      [[], [], 0, false],
    ],
    [
      'a draft that answers',
      "var d = threads[0].createDraftReply('jawab'); var before = threads[0].getMessageCount(); d.send(); return [d.getMessage().getSubject(), d.getMessage().getTo(), before, GmailApp.getDrafts().length];",
      ['Re: Laporan 0', OWNER, 1, 0],
    ],
    [
      'the raw message',
      "GmailApp.sendEmail(mine, 'Judul ä', 'teks', { htmlBody: '<b>teks</b>', attachments: [Utilities.newBlob('a,b', 'text/csv', 'a.csv')] }); var raw = GmailApp.search('teks')[0].getMessages()[0].getRawContent(); return ['Subject: =?UTF-8?B?SnVkdWwgw6Q=?=', 'multipart/mixed', 'multipart/alternative', 'text/html', 'filename=\"a.csv\"', 'YSxi'].map(function (p) { return raw.indexOf(p) > 0; });",
      [true, true, true, true, true, true],
    ],
    [
      'attachments know their size and hash',
      "GmailApp.sendEmail(mine, 's', 'b', { attachments: [Utilities.newBlob('abc', 'text/plain', 'a.txt')] }); var a = GmailApp.search('subject:s has:attachment')[0].getMessages()[0].getAttachments()[0]; return [a.getSize(), a.getHash(), a.getName(), String(a), DriveApp.createFile(a).getName(), a.getAllBlobs().length];",
      [3, 'a9993e364706816aba3e25717850c26c9cd0d89d', 'a.txt', 'GmailAttachment', 'a.txt', 1],
    ],
  ])('%s', (_, body, expected) => expect(runF(body)).toEqual(expected));
});

describe('old names and the rest', () => {
  test('files are moved by adding and removing, as before folders were single', () => {
    expect(
      runF(
        "var folder = DriveApp.createFolder('Arsip'), file = DriveApp.createFile('a.txt', 'x'); folder.addFile(file); DriveApp.getRootFolder().removeFile(file); var inside = folder.getFiles().next().getName(); folder.removeFile(file); return [inside, folder.getFiles().hasNext(), DriveApp.getFilesByName('a.txt').next().getParents().next().getName()];",
      ),
    ).toEqual(['a.txt', false, 'Drive Saya']);
  });
  test('Session.getTimeZone and getUser', () => {
    expect(runF('return [Session.getTimeZone(), Session.getUser().getEmail()];')).toEqual([
      'Asia/Makassar',
      OWNER,
    ]);
  });
  test('RSA signatures can be verified', () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 1024 });
    const key = JSON.stringify(privateKey.export({ type: 'pkcs8', format: 'pem' }));
    const [one, two, three] = runF(
      `var key = ${key}; return [Utilities.computeRsaSha256Signature('isi', key), Utilities.computeRsaSha1Signature('isi', key), Utilities.computeRsaSignature(Utilities.RsaAlgorithm.RSA_SHA_256, 'isi', key)];`,
    ) as number[][];
    const verified = (algorithm: string, signature: number[] = []): boolean =>
      createVerify(algorithm)
        .update('isi')
        .verify(
          publicKey,
          Uint8Array.from(signature, (byte) => byte & 255),
        );
    expect([verified('sha256', one), verified('sha1', two), verified('sha256', three)]).toEqual([
      true,
      true,
      true,
    ]);
    expect(runF("Utilities.computeRsaSha256Signature('isi', 'no key');")).toBe('Invalid argument: key');
  });
  test('FormApp.getUi needs a form', () => {
    expect(runF('FormApp.getUi();')).toBe('Cannot call FormApp.getUi() from this context.');
  });
});
