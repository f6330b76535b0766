import { createApp } from '../../local/web/app';
import { FormApp } from '../../local/services/forms/formApp';
import { cleanUp, OWNER, openBound } from '../support/localProject';

afterAll(cleanUp);

const CODE = `
function add(by) {
  var cell = SpreadsheetApp.getActive().getSheets()[0].getRange('A1');
  cell.setValue(Number(cell.getValue() || 0) + by);
}
function careless() { add(1); add(1); }
function careful() {
  var lock = LockService.getScriptLock();
  lock.waitLock(60000);
  add(1); add(1);
  SpreadsheetApp.flush();
  lock.releaseLock();
}
function wrong() { var n = SpreadsheetApp.getActive().getSheets()[0].getRange('A1').getValue(); return n === 4 ? '' : 'A1 is ' + n; }
function asks() { SpreadsheetApp.getUi().alert('Lanjut?'); }
function install(id) { ScriptApp.newTrigger('careless').forForm(id).onFormSubmit().create(); }
`;

const { workspace, fileId } = openBound(CODE);
const app = createApp(workspace);
const asPage = (language: string) => ({ accept: 'text/html', 'accept-language': language });

function post(body: unknown): Promise<Response> {
  const headers = { 'content-type': 'application/json' };
  return Promise.resolve(
    app.request('/faults/order', { method: 'POST', headers, body: JSON.stringify(body) }),
  );
}
async function send(fields: Record<string, string>, language = 'id'): Promise<Response> {
  const headers = { ...asPage(language), 'content-type': 'application/x-www-form-urlencoded' };
  const body = new URLSearchParams(fields).toString();
  return app.request('/faults/order', { method: 'POST', headers, body });
}
const a1 = (): unknown => workspace.store.get('spreadsheet', fileId)?.sheets[0]?.rows[0]?.values[0];

test('orders in which updates get lost are told by their seed, and nothing of them stays', async () => {
  const executions = workspace.executions.length;
  const reply = (await (await post({ functions: ['careless', 'careless'], seeds: 6 })).json()) as {
    seeds: number;
    failures: Record<string, string[]>;
  };
  expect(reply.seeds).toBe(6);
  const seeds = Object.keys(reply.failures);
  expect(seeds.length).toBeGreaterThan(0);
  for (const found of Object.values(reply.failures)) {
    expect(found).toEqual([expect.stringMatching(/^Induk!\S+!A1: [23] ≠ 4$/)]);
  }
  expect(a1()).toBeUndefined();
  expect(workspace.executions).toHaveLength(executions);
  const [first = ''] = seeds;
  const seed = Number(first.replace('seed ', ''));
  expect(await (await post({ functions: ['careless', 'careless'], seed, seeds: 1 })).json()).toEqual({
    seeds: 1,
    failures: { [first]: reply.failures[first] },
  });
});

test('where the lock is held every order ends alike; a function of the script may look', async () => {
  const twice = { functions: 'careful\ncareful', seed: 3, seeds: 3 };
  expect(await (await post(twice)).json()).toEqual({ seeds: 3, failures: {} });
  expect(await (await post({ ...twice, check: 'wrong' })).json()).toEqual({ seeds: 3, failures: {} });
  const three = { ...twice, functions: ['careful', 'careful', 'careful'], check: 'wrong', seeds: 1 };
  expect(await (await post(three)).json()).toEqual({ seeds: 1, failures: { 'seed 3': ['A1 is 6'] } });
});

test('an answer is sent once more and its triggers take part; one order is kept', async () => {
  const form = new FormApp(workspace.runtimeFor(OWNER)).create('Laporan', true);
  const item = form.addTextItem().setTitle('Nama');
  workspace.runNow({ functionName: 'install', args: [form.getId()] });
  const state = workspace.store.get('form', form.getId());
  const answers = { [String(state?.items[0]?.entryIds[0])]: 'Siti' };
  const sent = await workspace.submitForm({
    publishedId: state?.publishedId ?? '',
    person: OWNER,
    answers,
  });
  expect(sent).toMatchObject({ accepted: true, executions: [{ status: 'completed' }] });
  expect(a1()).toBe(2);
  const given = form.getResponses()[0];
  const value = `${form.getId()}/${String(given?.getId())}`;
  expect(await (await app.request('/faults', { headers: asPage('id') })).text()).toContain(
    `value="${value}"`,
  );
  const kept = await post({ functions: ['careful'], answers: [value], keep: 4 });
  expect(await kept.json()).toMatchObject({ seed: 4, executions: [{}, {}] });
  expect(form.getResponses()).toHaveLength(2);
  expect(
    form
      .getResponses()[1]
      ?.getResponseForItem(item as never)
      .getResponse(),
  ).toBe('Siti');
  expect([4, 6]).toContain(a1());
});

test.each([
  ['id', 'Beberapa eksekusi sekaligus', /\d dari 4 urutan berakhir lain\./, 'dan simpan hasilnya'],
  ['en', 'Several executions at once', /\d of 4 orders end otherwise\./, 'and keep what it leaves'],
])('the page says it in %s', async (language, title, told, keep) => {
  expect(await (await app.request('/faults', { headers: asPage(language) })).text()).toContain(title);
  const reply = await send({ functions: 'careless\r\ncareless', seed: '1', seeds: '4' }, language);
  expect(reply.status).toBe(200);
  const text = await reply.text();
  expect(text).toMatch(told);
  expect(text).toContain(keep);
  const good = await (await send({ functions: 'careful\ncareful', seeds: '1' }, language)).text();
  expect(good).toMatch(/Nothing is wrong|Tidak ada yang salah/);
});

test.each([
  [{ functions: ['careless'] }, /dua sampai delapan/],
  [{ functions: Array(9).fill('careless') }, /dua sampai delapan/],
  [{ functions: ['careless', 'careless'], seeds: 201 }, /1 sampai 200/],
  [{ functions: ['careless', 'careless'], seed: 'x' }, /1 sampai 200/],
  [{ functions: ['careless', 'careless'], project: 'lain' }, /Tidak ada: lain/],
  [{ functions: ['careless'], answers: ['f/r'] }, /Tidak ada: f\/r/],
])('%j is refused in words', async (body, message) => {
  const reply = await post(body);
  expect(reply.status).toBe(400);
  expect(((await reply.json()) as { error: string }).error).toMatch(message);
});

test('a dialog has nobody who answers it, and an unknown function is a finding', async () => {
  const reply = await post({ functions: ['asks', 'missing'], seeds: 1 });
  expect(await reply.json()).toEqual({
    seeds: 1,
    failures: {
      'seed 1': [
        expect.stringContaining('asks failed: Cannot call SpreadsheetApp.getUi() from this context.'),
        'missing failed: Script function not found: missing',
      ],
    },
  });
});
