import type { Case } from '../../../support/contracts';

const SENT = 'Exception: Invalid argument: id';

export const messages: Case[] = [
  [
    "return [message.getSubject(), message.getPlainBody().trim(), message.getBody().indexOf('isi') >= 0, message.getFrom().indexOf(mine) >= 0, message.getTo().indexOf(mine) >= 0, message.getCc(), message.getBcc(), message.getReplyTo().indexOf(mine) >= 0 || message.getReplyTo() === '', message.getDate() instanceof Date, message.isDraft(), message.isInChats(), message.isInInbox(), message.isInPriorityInbox(), message.isInTrash(), message.isStarred(), message.isUnread()];",
    [
      expect.stringMatching(/^Judul /),
      'isi',
      true,
      true,
      true,
      '',
      '',
      true,
      true,
      false,
      false,
      true,
      false,
      false,
      false,
      true,
    ],
  ],
  [
    "GmailApp.sendEmail(mine, mark + 'c', 'isi', { cc: 'kasi@contoh.id', replyTo: 'balas@contoh.id', htmlBody: '<b>isi</b>' }); var m = GmailApp.search('subject:' + mark + 'c')[0].getMessages()[0]; return [m.getCc(), m.getReplyTo(), m.getBody(), m.getHeader('Reply-To'), m.getHeader('X-Tiada'), m.getRawContent().indexOf('<b>isi</b>') > 0 || m.getRawContent().length > 0];",
    ['kasi@contoh.id', 'balas@contoh.id', '<b>isi</b>', 'balas@contoh.id', '', true],
  ],
  [
    'message.markRead(); var read = message.isUnread(); message.markUnread(); message.star(); var starred = message.isStarred(); message.unstar(); return [read, message.isUnread(), starred, message.isStarred(), message.refresh().getId() === message.getId()];',
    [false, true, true, false, true],
  ],
  [
    'message.moveToTrash(); return [message.isInTrash(), message.isInInbox(), thread.isInTrash()];',
    [true, false, true],
  ],
  [
    "return [GmailApp.getMessageById(message.getId()).getSubject() === message.getSubject(), message.getThread().getId() === thread.getId(), tried(function () { return GmailApp.getMessageById('tiada'); })];",
    [true, true, SENT],
  ],
  [
    "message.reply('balasan'); var m = thread.refresh().getMessages().pop(); return [thread.getMessageCount(), m.getSubject() === 'Re: ' + message.getSubject(), m.getPlainBody().indexOf('balasan') >= 0, m.getTo().indexOf(mine) >= 0];",
    [2, true, true, true],
  ],
  [
    "GmailApp.sendEmail(mine, mark + 'a', 'isi', { cc: 'kasi@contoh.id' }); var m = GmailApp.search('subject:' + mark + 'a')[0].getMessages()[0]; m.replyAll('semua'); var r = m.getThread().getMessages().pop(); return [r.getCc().indexOf('kasi@contoh.id') >= 0 || r.getTo().indexOf('kasi@contoh.id') >= 0, r.getPlainBody().indexOf('semua') >= 0];",
    [true, true],
  ],
  [
    "message.forward('kasi@contoh.id'); var m = GmailApp.search('in:sent to:kasi@contoh.id subject:' + mark)[0].getMessages().pop(); return [m.getTo(), m.getSubject() === 'Fwd: ' + message.getSubject()];",
    ['kasi@contoh.id', true],
  ],
  [
    "var d = message.createDraftReply('jawab'), e = message.createDraftReplyAll('semua'); return [d.getMessage().isDraft(), d.getMessage().getSubject() === 'Re: ' + message.getSubject(), e.getMessage().getPlainBody().indexOf('semua') >= 0];",
    [true, true, true],
  ],
  [
    "GmailApp.sendEmail(mine, mark + 'l', 'isi', { attachments: [Utilities.newBlob('abc', 'text/plain', 'a.txt')] }); var a = GmailApp.search('subject:' + mark + 'l')[0].getMessages()[0].getAttachments()[0]; var before = [a.getName(), a.getContentType(), a.getDataAsString(), a.getBytes(), a.getSize(), a.getHash(), a.isGoogleType(), a.copyBlob().getName(), a.getAs('text/plain').getDataAsString(), a.getAllBlobs().length]; a.setName('b.csv').setContentTypeFromExtension(); var csv = a.getContentType(); a.setContentType('text/html'); a.setDataFromString('xyz'); var text = a.getDataAsString(); a.setBytes([65]); return [before, csv, a.getContentType(), a.getName(), text, a.getDataAsString()];",
    [
      [
        'a.txt',
        'text/plain',
        'abc',
        [97, 98, 99],
        3,
        'a9993e364706816aba3e25717850c26c9cd0d89d',
        false,
        'a.txt',
        'abc',
        1,
      ],
      'text/csv',
      'text/html',
      'b.csv',
      'xyz',
      'A',
    ],
  ],
];

export const threads: Case[] = [
  [
    'return [thread.getFirstMessageSubject() === message.getSubject(), thread.getMessageCount(), thread.getMessages().length, thread.getLastMessageDate().getTime() === message.getDate().getTime(), thread.getPermalink().indexOf(thread.getId()) > 0, thread.hasStarredMessages(), thread.isImportant(), thread.isInChats(), thread.isInInbox(), thread.isInPriorityInbox(), thread.isInSpam(), thread.isInTrash(), thread.isUnread(), thread.getLabels()];',
    [true, 1, 1, true, true, false, false, false, true, false, false, false, true, []],
  ],
  [
    'thread.markRead(); var read = thread.isUnread(); thread.markUnread(); thread.markImportant(); var important = thread.isImportant(); thread.markUnimportant(); message.star(); return [read, thread.isUnread(), important, thread.isImportant(), thread.hasStarredMessages(), thread.refresh().getId() === thread.getId()];',
    [false, true, true, false, true, true],
  ],
  [
    'thread.moveToArchive(); var a = thread.isInInbox(); thread.moveToInbox(); var b = thread.isInInbox(); thread.moveToSpam(); var c = [thread.isInSpam(), thread.isInInbox()]; thread.moveToTrash(); return [a, b, c, thread.isInTrash()];',
    [false, true, [true, false], true],
  ],
  [
    "thread.reply('satu'); thread.replyAll('dua'); thread.refresh(); return [thread.getMessageCount(), thread.getMessages().map(function (m) { return m.getPlainBody().trim().split('\\n')[0]; })];",
    [3, ['isi', 'satu', 'dua']],
  ],
  [
    "var d = thread.createDraftReply('jawab'), e = thread.createDraftReplyAll('semua'); return [d.getMessage().isDraft(), e.getMessage().getSubject() === 'Re: ' + message.getSubject()];",
    [true, true],
  ],
  [
    "var label = GmailApp.createLabel('L' + mark); thread.addLabel(label); var has = thread.getLabels().map(function (l) { return l.getName() === 'L' + mark; }); thread.removeLabel(label); return [has, thread.getLabels()];",
    [[true], []],
  ],
  [
    "return [GmailApp.getThreadById(thread.getId()).getFirstMessageSubject() === message.getSubject(), tried(function () { return GmailApp.getThreadById('tiada'); })];",
    [true, null],
  ],
];

export const labels: Case[] = [
  [
    "var label = GmailApp.createLabel('L' + mark); label.addToThread(thread); var one = [label.getName() === 'L' + mark, label.getThreads().length, label.getThreads(0, 1).length, label.getUnreadCount()]; label.removeFromThread(thread); label.addToThreads([thread]); var two = label.getThreads().length; label.removeFromThreads([thread]); return [one, two, label.getThreads().length, label.getUnreadCount()];",
    [[true, 1, 1, 1], 1, 0, 0],
  ],
  [
    "GmailApp.createLabel('L' + mark); var found = GmailApp.getUserLabelByName('L' + mark).getName() === 'L' + mark, listed = GmailApp.getUserLabels().some(function (l) { return l.getName() === 'L' + mark; }); GmailApp.getUserLabelByName('L' + mark).deleteLabel(); var gone = GmailApp.getUserLabelByName('L' + mark); var again = GmailApp.createLabel('L' + mark); GmailApp.deleteLabel(again); return [found, listed, gone, GmailApp.getUserLabelByName('L' + mark)];",
    [true, true, null, null],
  ],
];

export const drafts: Case[] = [
  [
    "var d = GmailApp.createDraft('kasi@contoh.id', 'D' + mark, 'isi', { cc: mine }); var listed = GmailApp.getDrafts().some(function (x) { return x.getId() === d.getId(); }), message_ = GmailApp.getDraftMessages().some(function (m) { return m.getId() === d.getMessageId(); }); d.update('kasi@contoh.id', 'E' + mark, 'lain'); return [listed, message_, d.getMessage().getSubject() === 'E' + mark, GmailApp.getDraft(d.getId()).getMessage().getPlainBody().trim(), d.getMessage().getId() === d.getMessageId()];",
    [true, true, true, 'lain', true],
  ],
  [
    "var d = GmailApp.createDraft('kasi@contoh.id', 'D' + mark, 'isi'), id = d.getId(); d.deleteDraft(); return tried(function () { return GmailApp.getDraft(id); });",
    'Exception: Invalid argument: draftId',
  ],
  [
    "var d = GmailApp.createDraft(mine, 'D' + mark, 'isi'); var sent = d.send(); return [sent.isDraft(), sent.getSubject() === 'D' + mark, GmailApp.search('subject:D' + mark).length];",
    [false, true, 1],
  ],
];

const state =
  'function state() { return [message.isUnread(), message.isStarred(), thread.isImportant(), thread.isInInbox(), thread.isInSpam(), thread.isInTrash()]; }';
const calm = [true, false, false, true, false, false];
const bulk = (calls: string, expected: unknown): Case => [`${state} ${calls} return state();`, expected];
export const bulks: Case[] = [
  bulk('GmailApp.markMessageRead(message);', [false, ...calm.slice(1)]),
  bulk('GmailApp.markMessageRead(message).markMessageUnread(message);', calm),
  bulk('GmailApp.markMessagesRead([message]);', [false, ...calm.slice(1)]),
  bulk('GmailApp.markMessagesRead([message]).markMessagesUnread([message]);', calm),
  bulk('GmailApp.markThreadRead(thread);', [false, ...calm.slice(1)]),
  bulk('GmailApp.markThreadRead(thread).markThreadUnread(thread);', calm),
  bulk('GmailApp.markThreadsRead([thread]);', [false, ...calm.slice(1)]),
  bulk('GmailApp.markThreadsRead([thread]).markThreadsUnread([thread]);', calm),
  bulk('GmailApp.starMessage(message);', [true, true, false, true, false, false]),
  bulk('GmailApp.starMessage(message).unstarMessage(message);', calm),
  bulk('GmailApp.starMessages([message]);', [true, true, false, true, false, false]),
  bulk('GmailApp.starMessages([message]).unstarMessages([message]);', calm),
  bulk('GmailApp.markThreadImportant(thread);', [true, false, true, true, false, false]),
  bulk('GmailApp.markThreadImportant(thread).markThreadUnimportant(thread);', calm),
  bulk('GmailApp.markThreadsImportant([thread]);', [true, false, true, true, false, false]),
  bulk('GmailApp.markThreadsImportant([thread]).markThreadsUnimportant([thread]);', calm),
  bulk('GmailApp.moveThreadToArchive(thread);', [true, false, false, false, false, false]),
  bulk('GmailApp.moveThreadToArchive(thread).moveThreadToInbox(thread);', calm),
  bulk('GmailApp.moveThreadsToArchive([thread]);', [true, false, false, false, false, false]),
  bulk('GmailApp.moveThreadsToArchive([thread]).moveThreadsToInbox([thread]);', calm),
  bulk('GmailApp.moveThreadToSpam(thread);', [true, false, false, false, true, false]),
  bulk('GmailApp.moveThreadsToSpam([thread]);', [true, false, false, false, true, false]),
  bulk('GmailApp.moveThreadToTrash(thread);', [true, false, false, false, false, true]),
  bulk('GmailApp.moveThreadsToTrash([thread]);', [true, false, false, false, false, true]),
  bulk('GmailApp.moveMessageToTrash(message);', [true, false, false, false, false, true]),
  bulk('GmailApp.moveMessagesToTrash([message]);', [true, false, false, false, false, true]),
  [
    'GmailApp.refreshMessage(message).refreshMessages([message]).refreshThread(thread).refreshThreads([thread]); return [message.isUnread(), thread.getMessageCount()];',
    [true, 1],
  ],
  [
    'message.star(); var id = thread.getId(), has = function (list) { return list.some(function (t) { return t.getId() === id; }); }; var out = [has(GmailApp.getInboxThreads()), has(GmailApp.getInboxThreads(0, 1)), has(GmailApp.getStarredThreads()), GmailApp.getInboxUnreadCount() > 0, GmailApp.getStarredUnreadCount() > 0]; thread.moveToSpam(); out.push(has(GmailApp.getSpamThreads()), GmailApp.getSpamUnreadCount() > 0); thread.moveToTrash(); out.push(has(GmailApp.getTrashThreads())); return out;',
    [true, true, true, true, true, true, true, true],
  ],
  [
    'return [GmailApp.getChatThreads(), GmailApp.getPriorityInboxThreads(), GmailApp.getPriorityInboxUnreadCount(), GmailApp.getAliases()];',
    [[], [], 0, []],
  ],
  [
    "return [GmailApp.getMessagesForThread(thread).length, GmailApp.getMessagesForThreads([thread, thread]).map(function (l) { return l.length; }), GmailApp.search('subject:' + mark, 0, 1).length];",
    [1, [1, 1], 1],
  ],
];
