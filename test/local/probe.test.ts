import { compareOutputs, readOutput } from '../../local/probe/compare';
import { runProbe } from '../../local/probe/main';

const local = readOutput('local', runProbe());

test('every probe answers, and the same each time', () => {
  expect(Object.keys(local.results).length).toBeGreaterThan(30);
  expect(compareOutputs(local, readOutput('again', runProbe()))).toEqual([]);
});

test('what published samples do is no error here', () => {
  for (const name of ['id as a match', 'old name setBackgroundColor', 'getSheetValues beyond the sheet'])
    expect(local.results[name]).not.toHaveProperty('error');
});

test('each difference is named by its probe and what is inside of it', () => {
  const google = JSON.parse(JSON.stringify(local)) as typeof local;
  google.results['linked tab'] = { ...(google.results['linked tab'] as object), rows: 100 };
  google.results['missing property'] = { error: 'Exception: x' };
  delete google.results['html output'];
  expect(compareOutputs(google, local)).toEqual([
    { path: 'linked tab › rows', google: '100', local: '1000' },
    { path: 'missing property', google: '{"error":"Exception: x"}', local: 'null' },
    { path: 'html output', google: '(not there)', local: '["<b>&lt;i&gt;","",null]' },
  ]);
});

test('language shows where it is seen', () => {
  const english = readOutput('en', runProbe('en'));
  expect(compareOutputs(english, local).map(({ path }) => path)).toEqual([
    'linked tab › name',
    'linked tab › header',
  ]);
});

test.each([
  ['{', /^probe\.json is not valid JSON/],
  ['{"version":2}', /^probe\.json is no output of the probe/],
])('%j is refused by name', (text, message) => {
  expect(() => readOutput('probe.json', text)).toThrow(message);
});
