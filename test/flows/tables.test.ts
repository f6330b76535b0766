import type { Cell, Patch, Upsert } from '../../src/core/patch';
import type { Tab } from '../../src/core/tabs';
import type { Counts } from '../../src/google/apply';
import { KASI, openOffice, setUpDirectory, type Office } from '../support/setUpWorkspace';

const directory = setUpDirectory('tables', 'tablesEntry.ts');

const base = {
  shown: true,
  headerRow: 1,
  frozenRows: 1,
  frozenColumns: 0,
  rows: 10,
  looks: [],
  protection: 'owner',
} as const;
const TABS: readonly Tab[] = [
  {
    ...base,
    name: 'Daftar',
    layout: 'keyed',
    columns: [
      { header: 'Kunci', width: 100, format: '@', hidden: true },
      { header: 'Urutan', width: 100, format: '@', hidden: true },
      { header: 'Isi', width: 100, format: '@' },
      { header: 'Angka', width: 100, format: '#,##0' },
    ],
    empty: 'Belum ada apa-apa.',
  },
  {
    ...base,
    name: 'Diketik',
    layout: 'keyed',
    columns: [
      { header: 'Kunci', width: 100, format: '@' },
      { header: 'Urutan', width: 100, format: '@' },
      { header: 'Alasan', width: 100, format: '@', editable: true },
    ],
  },
];

function open(): Office {
  const office = openOffice(directory);
  expect(office.run('build', [TABS]).error).toBeUndefined();
  return office;
}

function apply(office: Office, patches: readonly Patch[], counts: Counts = {}, interrupted = false): Counts {
  const outcome = office.run('apply', [TABS, patches, counts, interrupted]);
  expect(outcome.error).toBeUndefined();
  return outcome.result as Counts;
}
const rows = (office: Office, tab = 'Daftar'): Cell[][] =>
  (office.run('read', [TABS, tab]).result as Cell[][]).slice(1);

const row = (key: string, order: string, text = `isi ${key}`, more: Partial<Upsert> = {}): Upsert => ({
  kind: 'upsert',
  book: 'master',
  tab: 'Daftar',
  key,
  order,
  values: [key, order, text, 1],
  ...more,
});
const keys = (office: Office): string[] => rows(office).map((line) => String(line[0]));

describe('what is written is what is read', () => {
  test.each([
    '=IMPORTXML("https://contoh.id";"//a")',
    '=HYPERLINK("x")',
    '+cmd|calc',
    '-2+3',
    '@SUM(1)',
    '\t=1+1',
    '\r=1',
    '＝1+1',
    "'petik",
    '2/3',
    '3 Agustus 2026',
    '1.204',
    '0812',
    '22:00',
    'TRUE',
    '–',
    'baris\nkedua',
    '6311061508909999',
  ])('%j stays text, among texts and among figures', (text) => {
    const office = open();
    apply(office, [
      { kind: 'block', book: 'master', tab: 'Daftar', row: 2, column: 3, values: [[text, text]] },
    ]);
    const sheet = office.workspace.store.get('spreadsheet', office.master)?.sheets[0];
    expect(sheet?.rows[1]?.formulas ?? {}).toEqual({});
    expect(rows(office)[0]?.slice(2)).toEqual([text, text]);
  });

  test('figures stay figures', () => {
    const office = open();
    apply(office, [
      { kind: 'block', book: 'master', tab: 'Daftar', row: 2, column: 4, values: [[1204], [0], [-3]] },
    ]);
    expect(rows(office).map((line) => line[3])).toEqual([1204, 0, -3]);
  });

  test('a link goes into its own column', () => {
    const office = open();
    apply(office, [
      {
        kind: 'block',
        book: 'master',
        tab: 'Daftar',
        row: 2,
        column: 3,
        values: [['Isi'], ['=tanpa']],
        links: { column: 1, urls: ['https://contoh.id/a', undefined] },
      },
    ]);
    const sheet = office.workspace.store.get('spreadsheet', office.master)?.sheets[0];
    expect(sheet?.rows[1]?.richText?.[2]).toEqual([expect.objectContaining({ link: 'https://contoh.id/a' })]);
    expect(rows(office).map((line) => line[2])).toEqual(['Isi', '=tanpa']);
  });

  test('blocks that touch are one write', () => {
    const office = open();
    const block = (at: number): Patch => ({
      kind: 'block',
      book: 'master',
      tab: 'Daftar',
      row: at,
      column: 3,
      values: [[`baris ${String(at)}`, at]],
    });
    const outcome = office.run('apply', [TABS, [block(3), block(2), block(5), block(4)], {}, false]);
    expect(outcome.calls['Range.setValues']).toBe(1);
    expect(rows(office).map((line) => line[3])).toEqual([2, 3, 4, 5]);
  });
});

describe('keyed tabs', () => {
  test('an empty one says what will stand there; the first row takes its place; the last one gives it back', () => {
    const office = open();
    expect(rows(office)).toEqual([['', '', 'Belum ada apa-apa.', '']]);
    const counts = apply(office, [row('a', '1')]);
    expect(counts).toEqual({ 'master/Daftar': { rows: 1, last: '1' } });
    expect(keys(office)).toEqual(['a']);
    const after = apply(office, [{ kind: 'removal', book: 'master', tab: 'Daftar', key: 'a' }], counts);
    expect(after).toEqual({ 'master/Daftar': { rows: 0, last: '' } });
    expect(rows(office)[0]?.[2]).toBe('Belum ada apa-apa.');
  });

  test('a known key is replaced where it stands, a new one appended, in one write each', () => {
    const office = open();
    const counts = apply(office, [row('a', '1'), row('b', '2')]);
    const after = apply(office, [row('b', '2', 'baru'), row('c', '3', 'isi c', { fresh: true })], counts);
    expect(rows(office).map((line) => line[2])).toEqual(['isi a', 'baru', 'isi c']);
    expect(after['master/Daftar']).toEqual({ rows: 3, last: '3' });
  });

  test('a fresh row costs no search', () => {
    const office = open();
    const counts = apply(office, [row('a', '1')]);
    const outcome = office.run('apply', [TABS, [row('b', '2', 'isi', { fresh: true })], counts, false]);
    expect(outcome.remoteByKind).toEqual({ open: 1, write: 1 });
  });

  test('whatever the order of coming, the tab is in order', () => {
    const office = open();
    let counts = apply(office, [row('c', '3')]);
    counts = apply(office, [row('a', '1')], counts);
    counts = apply(office, [row('b', '2')], counts);
    expect(keys(office)).toEqual(['a', 'b', 'c']);
    expect(counts['master/Daftar']).toEqual({ rows: 3, last: '3' });
  });

  test('after an interruption the same again changes nothing', () => {
    const office = open();
    const patches = [row('a', '1', 'isi', { fresh: true }), row('b', '2', 'isi', { fresh: true })];
    apply(office, patches);
    const before = rows(office);
    expect(apply(office, patches, {}, true)).toEqual({ 'master/Daftar': { rows: 2, last: '2' } });
    expect(rows(office)).toEqual(before);
  });

  test('more rows than the tab has, and many keys at once', () => {
    const office = open();
    const many = Array.from({ length: 40 }, (_row, at) => row(`k${String(at)}`, String(at).padStart(3, '0')));
    const counts = apply(office, many);
    apply(
      office,
      many.map((one) => ({ ...one, values: [one.key, one.order, 'lagi', 2] })),
      counts,
    );
    expect(rows(office)).toHaveLength(40);
    expect(new Set(rows(office).map((line) => line[2]))).toEqual(new Set(['lagi']));
  });

  test('removals close the gap', () => {
    const office = open();
    const counts = apply(
      office,
      ['a', 'b', 'c', 'd'].map((key, at) => row(key, String(at))),
    );
    const removal = (key: string): Patch => ({ kind: 'removal', book: 'master', tab: 'Daftar', key });
    const after = apply(office, [removal('b'), row('d', '3', 'tetap'), removal('c'), removal('x')], counts);
    expect(keys(office)).toEqual(['a', 'd']);
    expect(rows(office)[1]?.[2]).toBe('tetap');
    expect(after['master/Daftar']?.rows).toBe(2);
  });

  test('a tab that people type into is never sorted, and what stands behind the row’s own columns stays', () => {
    const office = open();
    const typed = (key: string, order: string): Upsert => ({
      kind: 'upsert',
      book: 'master',
      tab: 'Diketik',
      key,
      order,
      values: [key, order],
    });
    const counts = apply(office, [typed('b', '2')]);
    apply(office, [
      { kind: 'block', book: 'master', tab: 'Diketik', row: 2, column: 3, values: [['sedang diketik']] },
    ]);
    apply(office, [typed('a', '1'), typed('b', '2')], counts);
    expect(rows(office, 'Diketik')).toEqual([
      ['b', '2', 'sedang diketik'],
      ['a', '1', ''],
    ]);
  });

  test('reviewers may write into the rows by which a tab grows, after others have left it', async () => {
    const office = open();
    const reviewed = TABS.map((tab) => (tab.name === 'Diketik' ? { ...tab, protection: 'reviewers' } : tab));
    expect(office.run('protect', [reviewed, [KASI]]).error).toBeUndefined();
    const typed = Array.from({ length: 30 }, (_row, at): Upsert => {
      const key = `k${String(at).padStart(2, '0')}`;
      return { kind: 'upsert', book: 'master', tab: 'Diketik', key, order: key, values: [key, key] };
    });
    const gone = typed.slice(0, 8).map(({ key }): Patch => ({
      kind: 'removal',
      book: 'master',
      tab: 'Diketik',
      key,
    }));
    const put = (patches: readonly Patch[]): unknown =>
      office.run('apply', [reviewed, patches, {}, false]).error;
    expect([put(typed.slice(0, 9)), put(gone), put(typed)]).toEqual([undefined, undefined, undefined]);
    const sheet = office.workspace.store
      .get('spreadsheet', office.master)
      ?.sheets.find((one) => one.name === 'Diketik');
    const edit = (a1: string): ReturnType<typeof office.workspace.editCell> =>
      office.workspace.editCell({
        fileId: office.master,
        sheetId: sheet?.sheetId ?? 0,
        a1,
        text: 'x',
        person: KASI,
      });
    expect((await edit('C31')).refused).toBeUndefined();
    expect((await edit('B31')).refused).toContain('protected');
    expect((await edit('C1')).refused).toContain('protected');
  });
});
