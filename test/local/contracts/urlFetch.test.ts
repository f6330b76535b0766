import { UrlFetchApp } from '../../../local/services/urlfetch/urlFetchApp';
import { createFile } from '../../../local/services/drive/createFile';
import type { ProjectInfo, Switches } from '../../../local/services/runtime';
import { MIME } from '../../../local/state/file';
import { localRuntime } from '../../support/localRuntime';
import { cleanUp } from '../../support/localProject';
import { evaluate, uncalled, type Case } from '../../support/contracts';

afterEach(cleanUp);

function project(overrides: Partial<ProjectInfo> = {}): ProjectInfo {
  const files: Record<string, string> = { Sidebar: '<p><?= name ?></p>' };
  return {
    name: 'p',
    timeZone: 'Asia/Makassar',
    scopes: undefined,
    fetchList: undefined,
    html: (name) => files[name.replace(/\.html$/, '')],
    isWebApp: false,
    token: 'token-1',
    ...overrides,
  };
}

describe('UrlFetchApp: the export addresses and canned replies only', () => {
  function fetcher(info: Partial<ProjectInfo> = {}, switches: Partial<Switches> = {}) {
    const runtime = localRuntime({
      switches,
      platform: {
        exportSpreadsheet: (id, format, gid) =>
          new TextEncoder().encode(`${format} ${gid ?? ''} ${id.length}`),
      },
    });
    const file = createFile(runtime, { name: 'Rekap', mimeType: MIME.spreadsheet });
    const address = `https://docs.google.com/spreadsheets/d/${file.id}/export?format=`;
    return { runtime, file, address, app: new UrlFetchApp({ ...runtime, project: project(info) }) };
  }
  const headers = { Authorization: 'Bearer token-1' };

  test('xlsx, csv of one tab, pdf, with the script’s token', () => {
    const { app, address } = fetcher();
    const text = (end: string): string => app.fetch(address + end, { headers }).getContentText();
    expect([text('xlsx'), text('csv&gid=7'), text('pdf')]).toEqual(['xlsx  44', 'csv 7 44', 'pdf  44']);
    const blob = app.fetch(`${address}xlsx`, { headers }).getBlob();
    expect([blob.getName(), blob.getContentType()]).toEqual(['Rekap.xlsx', MIME.xlsx]);
  });

  const codes: [string, Record<string, string>, string, number][] = [
    ['without a token', {}, 'xlsx', 401],
    ['with another token', { Authorization: 'Bearer x' }, 'xlsx', 401],
    ['header names in any case', { authorization: 'Bearer token-1' }, 'xlsx', 200],
    ['another format', headers, 'docx', 400],
  ];
  test.each(codes)('%s', (_, given, format, code) => {
    const { app, address } = fetcher();
    const reply = app.fetch(address + format, { headers: given, muteHttpExceptions: true });
    expect(reply.getResponseCode()).toBe(code);
  });

  test('an error code throws unless it is muted', () => {
    const { app, address } = fetcher();
    expect(() => app.fetch(`${address}xlsx`)).toThrow(
      /^Request failed for https:\/\/docs\.google\.com returned code 401\. Truncated server response: Unauthorized/,
    );
  });

  test('what the user may not see is not found', () => {
    const { app } = fetcher();
    const url = 'https://docs.google.com/spreadsheets/d/none/export?format=xlsx';
    expect(app.fetch(url, { headers, muteHttpExceptions: true }).getResponseCode()).toBe(404);
  });

  test('anything else is refused by name', () => {
    expect(() => fetcher().app.fetch('https://example.com/')).toThrow(
      'UrlFetchApp.fetch of https://example.com/ is not supported by the local workspace',
    );
  });

  const both = ['https://docs.google.com/spreadsheets/', 'https://*.googleusercontent.com/'];
  const lists: [string, string[] | undefined, boolean][] = [
    ['no list', undefined, true],
    ['both hosts', both, true],
    ['without the redirect’s host (google.md 10.25)', ['https://docs.google.com/'], false],
    ['another path', ['https://docs.google.com/forms/', 'https://*.googleusercontent.com/'], false],
    ['an empty list', [], false],
  ];
  test.each(lists)('urlFetchWhitelist: %s', (_, fetchList, passes) => {
    const { app, address } = fetcher({ fetchList });
    const act = (): unknown => app.fetch(`${address}xlsx`, { headers });
    if (passes) expect(act).not.toThrow();
    else expect(act).toThrow(/urlFetchWhitelist/);
  });

  test('canned replies by address, prefix and method', () => {
    const cannedReplies = [
      { url: 'https://api.example.com/*', method: 'post', code: 201, body: '{"ok":true}' },
      { url: 'https://api.example.com/a', body: 'a', headers: { 'Content-Type': 'text/css' } },
    ];
    const { app } = fetcher({}, { cannedReplies });
    expect(app.fetch('https://api.example.com/x', { method: 'post' }).getResponseCode()).toBe(201);
    const [a] = app.fetchAll(['https://api.example.com/a']);
    expect([a?.getContentText(), a?.getBlob().getContentType()]).toEqual(['a', 'text/css']);
    expect(() => app.fetch('https://api.example.com/b')).toThrow(/not supported/);
  });
});

const REPLIES = [
  {
    url: 'https://api.contoh.id/data',
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
    body: '{"a":"é"}',
  },
  { url: 'https://api.contoh.id/none', code: 404, body: 'Not here' },
];
const GET = "UrlFetchApp.fetch('https://api.contoh.id/data')";
const MUTED = "UrlFetchApp.fetch('https://api.contoh.id/none', { muteHttpExceptions: true })";

const CASES: Case[] = [
  [`JSON.parse(${GET}.getContentText())`, { a: 'é' }],
  [`${GET}.getContentText('ISO-8859-1').length`, 10],
  [`${GET}.getResponseCode()`, 200],
  [`${MUTED}.getResponseCode()`, 404],
  [
    "UrlFetchApp.fetch('https://api.contoh.id/none')",
    expect.stringMatching(
      /^Exception: Request failed for https:\/\/api\.contoh\.id returned code 404\. Truncated server response: Not here/,
    ),
  ],
  [`${GET}.getHeaders()['Content-Type']`, 'application/json; charset=utf-8'],
  [`${GET}.getAllHeaders()['Content-Type']`, 'application/json; charset=utf-8'],
  [`${GET}.getContent().slice(0, 2)`, [123, 34]],
  [`${GET}.getBlob().getContentType()`, 'application/json'],
  [`${GET}.getAs('image/png')`, 'Exception: Converting from application/json to image/png is not supported.'],
  [
    "UrlFetchApp.fetchAll(['https://api.contoh.id/data', { url: 'https://api.contoh.id/none', muteHttpExceptions: true }]).map(function (r) { return r.getResponseCode(); })",
    [200, 404],
  ],
  [
    "UrlFetchApp.getRequest('https://api.contoh.id/data', { method: 'post', payload: 'x' })",
    { url: 'https://api.contoh.id/data', method: 'post', headers: {}, payload: 'x' },
  ],
  ["UrlFetchApp.fetch('')", 'Exception: Attribute provided with no value: url'],
  [
    "UrlFetchApp.fetch('https://contoh.id/' + new Array(2100).join('x'))",
    'Exception: Limit exceeded: URLFetch URL Length.',
  ],
  [
    "UrlFetchApp.fetch('https://lain.example/')",
    expect.stringContaining(
      'UrlFetchApp.fetch of https://lain.example/ is not supported by the local workspace',
    ),
  ],
];

describe('UrlFetchApp in a script (reference, Class UrlFetchApp and HTTPResponse)', () => {
  test.each(CASES)('%s', (expression, expected) =>
    expect(evaluate(expression, { options: { switches: { cannedReplies: REPLIES } } })).toEqual(expected),
  );

  test('every member is called', () => {
    expect(
      uncalled(
        'UrlFetchApp',
        CASES.map(([expression]) => expression),
      ),
    ).toEqual([]);
  });

  test('needs its scope', () => {
    const manifest = { oauthScopes: ['https://www.googleapis.com/auth/spreadsheets'] };
    expect(evaluate(GET, { manifest })).toMatch(
      /permission.*UrlFetchApp\.fetch.*script\.external_request|UrlFetchApp\.fetch.*script\.external_request/,
    );
  });
});
