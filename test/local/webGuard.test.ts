import { createApp } from '../../local/web/app';
import { sandboxPolicy } from '../../local/web/guard';
import { localLink, localLinksInHtml } from '../../local/web/addresses';
import { safeColor, safeHref, textWithLinks } from '../../local/web/markup';
import { Queue } from '../../local/web/queue';
import { wordsFor } from '../../local/web/words';
import { pagesWorkspace } from '../support/pagesWorkspace';

const { workspace } = pagesWorkspace();
const app = createApp(workspace);

describe('who is answered', () => {
  test.each([
    ['127.0.0.1:4000', 200],
    ['localhost:4000', 200],
    ['[::1]:4000', 200],
    ['workspace.example.com', 421],
    ['127.0.0.1.example.com:4000', 421],
  ])('Host %s gets %i', async (host, status) => {
    expect((await app.request('/', { headers: { host } })).status).toBe(status);
  });

  test.each([
    [{}, 200],
    [{ origin: 'http://127.0.0.1:4000' }, 200],
    [{ origin: 'http://127.0.0.1:9999' }, 403],
    [{ origin: 'https://example.com' }, 403],
    [{ origin: 'null' }, 403],
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    [{ 'sec-fetch-site': 'same-site' }, 403],
  ])('a POST with %j gets %i', async (headers, status) => {
    const response = await app.request('/clock', {
      method: 'POST',
      headers: { host: '127.0.0.1:4000', 'content-type': 'application/json', ...headers } as Record<
        string,
        string
      >,
      body: '{"advance":"PT0S"}',
    });
    expect(response.status).toBe(status);
  });

  test.each([
    ['navigate', 200],
    ['no-cors', 403],
    ['cors', 403],
  ])('a GET out of a foreign page in mode %s gets %i', async (mode, status) => {
    const headers = { host: 'localhost:4000', 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': mode };
    expect((await app.request('/', { headers })).status).toBe(status);
  });

  test('every page forbids what does not come from here', async () => {
    for (const path of ['/', '/mail', '/executions', '/missing']) {
      const { headers } = await app.request(path);
      expect(headers.get('content-security-policy')).toMatch(
        /^default-src 'self'; script-src 'self'; style-src 'self'/,
      );
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
    expect(sandboxPolicy(false)).not.toMatch(/allow-scripts|script-src/);
    expect(sandboxPolicy(true)).toMatch(/^sandbox (?!.*allow-same-origin).*default-src 'none'/);
  });

  test('no page names an address outside for loading', async () => {
    for (const path of [
      '/',
      '/mail',
      '/executions',
      '/clock',
      '/faults',
      '/triggers',
      '/properties',
      '/sign-in',
    ]) {
      const text = await (await app.request(path)).text();
      expect([...text.matchAll(/(?:src|<link[^>]*href|action)="(https?:[^"]*)"/g)].map((m) => m[1])).toEqual(
        [],
      );
    }
  });
});

describe('texts that others wrote', () => {
  test('stay text, with their addresses as links', () => {
    expect(String(textWithLinks('a <b> https://example.com/x. Lagi'))).toBe(
      '<span class="text">a &lt;b&gt; <a href="https://example.com/x" rel="noreferrer">https://example.com/x</a>. Lagi</span>',
    );
    expect(safeHref('javascript:alert(1)')).toBe('#');
    expect(safeHref('//example.com')).toBe('#');
    expect(safeHref('https://example.com')).toBe('https://example.com');
    expect(safeColor('red;background:url(x)')).toBeUndefined();
    expect(safeColor('#0b5d3b')).toBe('#0b5d3b');
  });

  test("Google's addresses lead to the same place here", () => {
    expect(localLink('https://docs.google.com/spreadsheets/d/abc/edit#gid=5')).toBe(
      '/spreadsheets/d/abc/edit#gid=5',
    );
    expect(localLink('https://docs.google.com/forms/d/e/abc/viewform?usp=pp_url&entry.1=a')).toBe(
      '/forms/d/e/abc/viewform?usp=pp_url&entry.1=a',
    );
    expect(localLink('https://drive.google.com/drive/folders/abc')).toBe('/drive/folders/abc');
    expect(localLink('https://example.com/docs.google.com/forms/d/x')).toBe(
      'https://example.com/docs.google.com/forms/d/x',
    );
    expect(
      localLinksInHtml('<a href="https://docs.google.com/forms/d/e/x/viewform">', 'http://127.0.0.1:1'),
    ).toBe('<a href="http://127.0.0.1:1/forms/d/e/x/viewform">');
  });
});

test.each([
  ['id-ID,id;q=0.9,en;q=0.8', 'id'],
  ['en-US,en;q=0.9,id;q=0.8', 'en'],
  ['fr, id;q=0.3, en;q=0.7', 'en'],
  ['fr', 'id'],
  [undefined, 'id'],
])('a browser that prefers %s reads %s', (header, language) => {
  expect(wordsFor(header, 'id').language).toBe(language);
});

test('what changes the workspace happens one after the other', async () => {
  const queue = new Queue();
  const order: string[] = [];
  const slow = queue.run(async () => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    order.push('slow');
  });
  const failing = queue.run(() => {
    order.push('failing');
    throw new Error('no');
  });
  const last = queue.run(() => order.push('last'));
  expect(queue.busy).toBe(true);
  await Promise.all([slow, expect(failing).rejects.toThrow('no'), last]);
  expect(order).toEqual(['slow', 'failing', 'last']);
  expect(queue.busy).toBe(false);
});
