import {
  checkProbe,
  entriesFromLink,
  matchItems,
  probesFor,
  titleOf,
  typeOf,
} from '../../src/core/formItems';
import { HEAD, NOTE } from '../../src/core/head';
import { itemsOf, layoutForm, type FormItem } from '../../src/core/formLayout';
import type { Question, ReportType } from '../../src/core/report';

const head: readonly Question[] = [
  { id: HEAD.reportType, kind: 'choice', label: 'Laporan apa?' },
  { id: HEAD.period, kind: 'list', label: 'Bulan laporan' },
  { id: HEAD.reporter, kind: 'text', label: 'Nama petugas pelapor' },
];
const note: Question = { id: NOTE, kind: 'longText', label: 'Catatan', required: false };

function type(id: string, questions: readonly Question[]): ReportType {
  return {
    id: id as ReportType['id'],
    title: `Judul ${id}`,
    shortTitle: `Pendek ${id}`,
    dataTab: `Data ${id}`,
    frequency: 'monthly',
    introduction: `Tentang ${id}`,
    questions,
    rules: [],
  };
}
const branching = type('a', [
  { id: 'x', kind: 'count', label: 'Angka x' },
  note,
  { id: 'ask', kind: 'choice', label: 'Ada lagi?', choices: ['Ya', 'Tidak'], branchOn: 'Ya' },
  { id: 'more', kind: 'text', label: 'Apa lagi', page: 'branch' },
]);
const plain = type('b', [
  note,
  { id: 'onlyDesa', kind: 'count', label: 'Hanya desa', only: 'desa' },
  { id: 'when', kind: 'date', label: 'Tanggal' },
]);
const source = { head, catalogue: [branching, plain], months: ['Juli 2026', 'Juni 2026'] };
const layout = (kind: 'desa' | 'kelurahan'): readonly FormItem[] => itemsOf(layoutForm(source, kind));
const keys = (items: readonly FormItem[]): string[] => items.map((item) => item.key);

test('head, then a page for each report; Catatan stands before the branching question, else last', () => {
  expect(keys(layout('desa'))).toEqual([
    HEAD.reportType,
    'period',
    'reporter',
    'page.a',
    'a.x',
    `a.${NOTE}`,
    'a.ask',
    'page.a.branch',
    'a.more',
    'page.b',
    'b.onlyDesa',
    'b.when',
    `b.${NOTE}`,
  ]);
});

test('what only desa are asked is not in a kelurahan’s form', () => {
  expect(keys(layout('kelurahan'))).not.toContain('b.onlyDesa');
});

test('the first page chooses the section; the next section’s break ends the one before it', () => {
  const byKey = Object.fromEntries(layout('desa').map((item) => [item.key, item]));
  expect(byKey[HEAD.reportType]).toMatchObject({
    spec: { choices: ['Pendek a', 'Pendek b'] },
    leadsTo: { 'Pendek a': { page: 'page.a' }, 'Pendek b': { page: 'page.b' } },
  });
  expect(byKey['period']).toMatchObject({
    spec: { choices: ['bukan laporan bulanan', 'Juli 2026', 'Juni 2026'] },
  });
  expect(byKey['a.ask']).toMatchObject({ leadsTo: { Ya: { page: 'page.a.branch' }, Tidak: 'submit' } });
  expect(byKey['page.a']).not.toHaveProperty('before');
  expect(byKey['page.a.branch']).not.toHaveProperty('before');
  expect(byKey['page.b']).toMatchObject({ before: 'submit', title: 'Judul b', helpText: 'Tentang b' });
});

test('items are found by title, type and order, so that the same title may come twice', () => {
  const items = layout('desa');
  const actual = items.map((item, at) => ({
    id: String(100 + at),
    title: titleOf(item),
    type: typeOf(item),
  }));
  const matched = matchItems(items, actual);
  expect(matched.missing).toEqual([]);
  expect(matched.items['105']).toBe(`a.${NOTE}`);
  expect(matched.items['112']).toBe(`b.${NOTE}`);
  const strange = { id: '999', title: 'Pertanyaan baru', type: 'TEXT' };
  const changed = matchItems(items, [...actual.filter((one) => one.id !== '104'), strange]);
  expect(changed.missing).toEqual(['a.x']);
  expect(changed.unknown).toEqual([strange]);
  expect(changed.items['112']).toBe(`b.${NOTE}`);
});

describe('the numbers of questions in links', () => {
  const items = layout('desa');

  test('texts are asked together, each with its own value; choices and dates alone', () => {
    const groups = probesFor(items).map((group) => group.map((probe) => probe.key));
    expect(groups).toEqual([
      ['reporter', 'a.x', `a.${NOTE}`, 'a.more', 'b.onlyDesa', `b.${NOTE}`],
      [HEAD.reportType],
      ['period'],
      ['a.ask'],
      ['b.when'],
    ]);
    const values = (probesFor(items)[0] ?? []).map((probe) => probe.value);
    expect(new Set(values).size).toBe(values.length);
  });

  test('are read from the link that Google gives, and missing ones are named', () => {
    const [texts = []] = probesFor(items);
    const query = texts.map(
      (probe, at) => `entry.${String(at + 7)}=${encodeURIComponent(probe.value).replace(/%20/g, '+')}`,
    );
    const link = `https://docs.google.com/forms/d/e/x/viewform?usp=pp_url&${query.join('&')}`;
    expect(entriesFromLink(link, texts)).toEqual({
      reporter: '7',
      'a.x': '8',
      [`a.${NOTE}`]: '9',
      'a.more': '10',
      'b.onlyDesa': '11',
      [`b.${NOTE}`]: '12',
    });
    expect(() => entriesFromLink('https://docs.google.com/forms/d/e/x/viewform?usp=pp_url', texts)).toThrow(
      'reporter',
    );
  });

  test('two questions tell whether a copy has the numbers of its template', () => {
    expect(checkProbe(items).map((probe) => probe.key)).toEqual(['reporter', 'b.onlyDesa']);
  });
});
