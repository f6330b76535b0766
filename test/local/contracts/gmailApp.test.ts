import { OWNER } from '../../support/localProject';
import { testMembers } from '../../support/members';
import { bulks, drafts, labels, messages, threads } from './tables/gmail';

const setup = `var mine = '${OWNER}', mark = 'M' + Math.floor(Math.random() * 1e9);
GmailApp.sendEmail(mine, 'Judul ' + mark, 'isi');
var thread = GmailApp.search('subject:' + mark)[0], message = thread.getMessages()[0];`;

testMembers('GmailApp', {
  messages: { setup, cases: messages },
  threads: { setup, cases: threads },
  labels: { setup, cases: labels },
  drafts: { setup, cases: drafts },
  'several at once': { setup, cases: bulks },
});
