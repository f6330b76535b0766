import { testMembers } from '../../support/members';
import { conditionalFormats, filterCriteria, validations } from './tables/conditions';
import { embeddedCharts } from './tables/embeddedCharts';
import { app, books, linesOfBook, linesOfSheet, sheets } from './tables/lines';
import { rangeLooks } from './tables/rangeLooks';
import { rangeList, rangeMore } from './tables/rangeMore';
import { images, named, protections, selections } from './tables/spreadsheetObjects';
import { bandings, finder, groups, metadata, texts } from './tables/spreadsheetParts';

const setup = `var book = SpreadsheetApp.getActive(), sheet = book.insertSheet(), range = sheet.getRange('A1:B2'), list = sheet.getRangeList(['A1:B2', 'C4']);
function a1(r) { return r.getA1Notation(); }
function mails(users) { return users.map(function (u) { return u.getEmail(); }).sort(); }
function plain(v) { return v instanceof Date ? Utilities.formatDate(v, 'Asia/Makassar', 'yyyy-MM-dd') : v && v.getA1Notation ? a1(v) : v && v.name ? v.name() : v; }`;

testMembers('SpreadsheetApp', {
  'looks of a range': { setup, cases: rangeLooks },
  'contents and shape of a range': { setup, cases: rangeMore },
  'list of ranges': { setup, cases: rangeList },
  'data validation': { setup, cases: validations },
  filter: { setup, cases: filterCriteria },
  'conditional format': { setup, cases: conditionalFormats },
  texts: { setup, cases: texts },
  'text finder': { setup, cases: finder },
  'developer metadata': { setup, cases: metadata },
  groups: { setup, cases: groups },
  bandings: { setup, cases: bandings },
  protections: { setup, cases: protections },
  'named ranges': { setup, cases: named },
  selections: { setup, cases: selections },
  images: { setup, cases: images },
  tabs: { setup, cases: [...linesOfSheet, ...sheets] },
  spreadsheets: { setup, cases: [...linesOfBook, ...books, ...app] },
  charts: embeddedCharts,
});
