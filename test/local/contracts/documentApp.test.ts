import { testMembers } from '../../support/members';
import { containers, elements, sections } from './tables/documentElements';
import { documentTexts } from './tables/documentTexts';

const setup = `var doc = DocumentApp.create('Surat'), body = doc.getBody();
function mails(users) { return users.map(function (u) { return u.getEmail(); }).sort(); }
function plain(v) { return v && v.name ? v.name() : v; }`;

testMembers('DocumentApp', {
  'every element': { setup, cases: elements },
  containers: { setup, cases: containers },
  sections: { setup, cases: sections },
  'texts, tables, pages': { setup, cases: documentTexts },
});
