import { testMembers } from '../../support/members';
import { drives, entries } from './tables/drive';

const setup = `var KASI = 'kasi@contoh.id';
function mails(users) { return users.map(function (u) { return u.getEmail(); }).sort(); }`;

testMembers('DriveApp', {
  'files and folders': { setup, cases: entries },
  'the whole Drive': { setup, cases: drives },
});
