import { createApp } from '../../local/web/app';
import { cleanUp, KASI, openWorkspace, OWNER, projectFolder } from '../support/localProject';
import { WEB_APP, WEB_PAGE } from '../support/webAppProject';

afterEach(cleanUp);

interface Setting {
  executeAs: 'USER_ACCESSING' | 'USER_DEPLOYING';
  access: 'MYSELF' | 'DOMAIN' | 'ANYONE' | 'ANYONE_ANONYMOUS';
}
const OPEN: Setting = { executeAs: 'USER_DEPLOYING', access: 'ANYONE_ANONYMOUS' };

function deploy(
  webapp: Partial<Setting> | undefined = OPEN,
  accountKind: 'consumer' | 'workspace' = 'workspace',
) {
  const workspace = openWorkspace({ switches: { accountKind } });
  const manifest = webapp === undefined ? {} : { webapp };
  const directory = projectFolder(WEB_APP, { manifest, files: { 'page.html': WEB_PAGE } });
  const projectId = workspace.addProject({ directory, name: 'Layanan desa' });
  const app = createApp(workspace);
  const url = workspace.runNow({ projectId, functionName: 'url' }).result as [string | null, boolean];
  const base = (url[0] ?? `https://script.google.com/macros/s/AKfycb${projectId}/exec`).replace(
    'https://script.google.com',
    '',
  );
  const headers = (as: string) => ({ cookie: `as=${as}`, 'accept-language': 'id', accept: 'text/html' });
  const get = (path = '', as = '') => Promise.resolve(app.request(base + path, { headers: headers(as) }));
  const send = (path: string, type: string, body: string, more: Record<string, string> = {}) =>
    Promise.resolve(
      app.request(path, { method: 'POST', headers: { ...headers(''), 'content-type': type, ...more }, body }),
    );
  return { workspace, projectId, app, url, base, get, send };
}

describe('the address of a web app (guide Web Apps)', () => {
  test('is told by ScriptApp, and only for a project whose manifest has one', async () => {
    const { url, get, app, workspace } = deploy();
    expect(url).toEqual([
      expect.stringMatching(/^https:\/\/script\.google\.com\/macros\/s\/AKfycb[\w-]+\/exec$/),
      true,
    ]);
    expect((await get()).status).toBe(200);
    expect(await (await app.request('/', { headers: { cookie: `as=${OWNER}` } })).text()).toContain(
      'Layanan desa',
    );
    expect(workspace.executions.at(-1)).toMatchObject({ function: 'doGet', trigger: 'webApp', user: OWNER });
  });

  test('a project without one has no address', async () => {
    const workspace = openWorkspace();
    const projectId = workspace.addProject({ directory: projectFolder(WEB_APP) });
    expect(workspace.runNow({ projectId, functionName: 'url' }).result).toEqual([null, false]);
    expect((await createApp(workspace).request(`/macros/s/AKfycb${projectId}/exec`)).status).toBe(404);
  });

  test('doGet gets query, parameters and path', async () => {
    const { get } = deploy();
    const answer = await get('/data?a=1&a=2&b=x%20y');
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(answer.headers.get('content-security-policy')).toMatch(/^sandbox /);
    expect(await answer.json()).toEqual({
      queryString: 'a=1&a=2&b=x%20y',
      parameter: { a: '1', b: 'x y' },
      parameters: { a: ['1', '2'], b: ['x y'] },
      contextPath: '',
      contentLength: -1,
      pathInfo: 'data',
    });
  });

  test('doPost gets the body, a form’s fields among the parameters', async () => {
    const { send, base } = deploy();
    const json = await (await send(base, 'application/json', '{"é":1}')).json();
    expect(json).toEqual({ contents: '{"é":1}', type: 'application/json', length: 8 });
    const form = await (await send(`${base}?x=1`, 'application/x-www-form-urlencoded', 'name=Sari')).json();
    expect(form).toMatchObject({ name: 'Sari', contents: 'name=Sari' });
    expect((await send(base, 'application/json', '{}', { origin: 'https://jahat.example' })).status).toBe(
      403,
    );
  });

  test.each([
    ['/file', 'text/csv; charset=utf-8', 'a,b'],
    ['/xml', 'text/xml; charset=utf-8', '<x/>'],
    ['/who', 'text/plain; charset=utf-8', `${OWNER}|`],
  ])('%s as %s', async (path, type, text) => {
    const answer = await deploy().get(path);
    expect(answer.headers.get('content-type')).toBe(type);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await answer.text()).toBe(text);
  });

  test.each([
    ['/nothing', 'The script completed but did not return anything.'],
    ['/number', 'The script completed but the returned value is not a supported return type.'],
    ['/fail', 'Error: sengaja &lt;gagal&gt;'],
    ['/ui', 'Cannot call SpreadsheetApp.getUi() from this context.'],
  ])('%s: a page with Google’s sentence', async (path, words) => {
    const answer = await deploy().get(path);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain(words);
  });
});

describe('who may visit, and as whom it runs (manifest reference, Web app)', () => {
  const STRANGER = 'orang@lain.example';
  test.each<[Setting['access'], Setting['executeAs'], string, number, string]>([
    ['ANYONE_ANONYMOUS', 'USER_DEPLOYING', '', 200, `${OWNER}|`],
    ['ANYONE_ANONYMOUS', 'USER_DEPLOYING', STRANGER, 200, `${OWNER}|`],
    ['ANYONE_ANONYMOUS', 'USER_DEPLOYING', KASI, 200, `${OWNER}|${KASI}`],
    ['ANYONE_ANONYMOUS', 'USER_ACCESSING', '', 401, ''],
    ['ANYONE', 'USER_DEPLOYING', '', 401, ''],
    ['ANYONE', 'USER_DEPLOYING', OWNER, 200, `${OWNER}|${OWNER}`],
    ['ANYONE', 'USER_ACCESSING', STRANGER, 200, `${STRANGER}|${STRANGER}`],
    ['DOMAIN', 'USER_ACCESSING', KASI, 200, `${KASI}|${KASI}`],
    ['DOMAIN', 'USER_ACCESSING', STRANGER, 403, ''],
    ['MYSELF', 'USER_DEPLOYING', OWNER, 200, `${OWNER}|${OWNER}`],
    ['MYSELF', 'USER_DEPLOYING', KASI, 403, ''],
  ])('%s, %s, visited by "%s": %i', async (access, executeAs, as, status, who) => {
    const { get, workspace } = deploy({ access, executeAs });
    const before = workspace.executions.length;
    const answer = await get('/who', as);
    expect(answer.status).toBe(status);
    if (status === 200) expect(await answer.text()).toBe(who);
    else expect(workspace.executions).toHaveLength(before);
  });

  test('a free account’s script knows nobody of its visitors', async () => {
    expect(await (await deploy(OPEN, 'consumer').get('/who', KASI)).text()).toBe(`${OWNER}|`);
  });

  test.each([
    [
      { executeAs: 'ME', access: 'ANYONE' },
      '"webapp.executeAs" must be one of USER_ACCESSING, USER_DEPLOYING, it is "ME"',
    ],
    [
      { executeAs: 'USER_DEPLOYING' },
      '"webapp.access" must be one of MYSELF, DOMAIN, ANYONE, ANYONE_ANONYMOUS, it is missing',
    ],
  ])('a manifest with %j is refused', (webapp, words) => {
    expect(() => deploy(webapp as Partial<Setting>)).toThrow(words);
  });
});

describe('the page of a web app', () => {
  test('stands in a sandbox and is fetched by nobody else', async () => {
    const { get, app } = deploy();
    const page = await (await get('?name=<b>', KASI)).text();
    const [, src = '', callTo = ''] = /src="([^"]+)"\s+data-call="([^"]+)"/.exec(page) ?? [];
    expect(page).toContain('<title>Layanan</title>');
    expect(page).toContain('Aplikasi ini dibuat oleh kantor@contoh.id.');
    const content = await app.request(src, { headers: { cookie: `as=${KASI}` } });
    expect(content.headers.get('content-security-policy')).toMatch(
      /^sandbox [^;]*allow-top-navigation-by-user-activation; default-src 'none'/,
    );
    const text = await content.text();
    expect(text).toContain('Halo &lt;b&gt;');
    expect(text).toContain('<base target="_top">');
    expect(text).toMatch(/href="http:\/\/localhost\/macros\/s\/AKfycb[\w-]+\/exec\?name=Sari"/);
    expect((await app.request(src, { headers: { cookie: `as=${OWNER}` } })).status).toBe(404);
    expect(callTo).toMatch(/^\/macros\/s\/AKfycb[\w-]+\/call$/);
  });

  test.each([
    ['greet', ['Budi'], { status: 'completed', result: { text: `Halo Budi dari ${OWNER}|` } }],
    ['secret_', [], { status: 'failed', errorMessage: 'Script function not found: secret_' }],
    ['missing', [], { status: 'failed', errorMessage: 'Script function not found: missing' }],
  ])('google.script.run.%s', async (name, args, expected) => {
    const { send, base } = deploy();
    const body = JSON.stringify({ function: name, args });
    expect(await (await send(base.replace('/exec', '/call'), 'application/json', body)).json()).toMatchObject(
      expected,
    );
  });

  test('calls are refused where visits are', async () => {
    const { send, base, workspace } = deploy({ executeAs: 'USER_DEPLOYING', access: 'MYSELF' });
    const before = workspace.executions.length;
    const body = JSON.stringify({ function: 'greet', args: ['x'] });
    const answer = await (await send(base.replace('/exec', '/call'), 'application/json', body)).json();
    expect(answer).toMatchObject({
      status: 'failed',
      errorMessage: 'You do not have access to this web app.',
    });
    expect(workspace.executions).toHaveLength(before);
  });
});
