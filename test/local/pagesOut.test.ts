import { CardService } from '../../local/services/card/cardService';
import { cardData } from '../../local/services/card/cardPart';
import { ContentService } from '../../local/services/content/contentService';
import { compileTemplate } from '../../local/services/html/compileTemplate';
import { HtmlService } from '../../local/services/html/htmlService';
import type { ProjectInfo, Runtime, Switches } from '../../local/services/runtime';
import { enumValue } from '../../local/services/served';
import { UrlFetchApp } from '../../local/services/urlfetch/urlFetchApp';
import { createFile } from '../../local/services/drive/createFile';
import { MIME } from '../../local/state/file';
import { localRuntime } from '../support/localRuntime';

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

/** What the isolate does with a template: its own fields become parameters. */
function render(html: string, fields: Record<string, unknown> = {}): string {
  return String(new Function(...Object.keys(fields), compileTemplate(html))(...Object.values(fields)));
}

describe('templates (google.md section 8; Google’s guide "Templated HTML")', () => {
  const cases: [string, string, Record<string, unknown>, string][] = [
    ['plain', '<b>"a"\n</b>', {}, '<b>"a"\n</b>'],
    ['nothing', '', {}, ''],
    ['printed and escaped', '<?= a ?>', { a: '<i>"&\'' }, '&lt;i&gt;&#34;&amp;&#39;'],
    ['printed as it is', '<?!= a ?>', { a: '<i>' }, '<i>'],
    [
      'a text in a script is a literal',
      '<script>var a = <?= a ?>, n = <?= n ?>;</script><i><?= a ?></i>',
      { a: '</script>"', n: 7 },
      '<script>var a = "\\x3c\\x2fscript\\x3e\\x22", n = 7;</script><i>&lt;/script&gt;&#34;</i>',
    ],
    [
      'data comes back from its JSON',
      '<script>JSON.parse(<?= JSON.stringify(a) ?>)</script>',
      { a: ['é"'] },
      '<script>JSON.parse("[\\x22\\xe9\\x5c\\x22\\x22]")</script>',
    ],
    ['within a string', "<script>f('<?= a ?>');</script>", { a: "it's" }, "<script>f('it\\x27s');</script>"],
    [
      'after strings and comments of a script',
      "<script>var s = 'a\\'b'; // it's\nf(<?= a ?>)</script>",
      { a: 'x' },
      "<script>var s = 'a\\'b'; // it's\nf(\"x\")</script>",
    ],
    ['an attribute', '<a title="<?= a ?>">', { a: '"x"' }, '<a title="&#34;x&#34;">'],
    [
      'an address',
      '<a href="<?= a ?>">x</a>',
      { a: 'https://a.id/?b&c' },
      '<a href="https://a.id/?b&amp;c">x</a>',
    ],
    [
      'an address that would run',
      '<a href="<?= a ?>">x</a>',
      { a: ' javascript:alert(1)' },
      '<a href="#">x</a>',
    ],
    ['the end of an address', '<a href="/x?q=<?= a ?>">x</a>', { a: 'a:b' }, '<a href="/x?q=a:b">x</a>'],
    ['a handler', '<b onclick="f(\'<?= a ?>\')">', { a: "');g('" }, '<b onclick="f(\'\\x27);g(\\x27\')">'],
    [
      'a style',
      '<style>a{color:<?= a ?>}</style><?= a ?>',
      { a: '#fff}b{<' },
      '<style>a{color:#fffb}</style>#fff}b{&lt;',
    ],
    ['a semicolon', '<?= a; ?>', { a: 1 }, '1'],
    ['nothing is printed for nothing', '[<?= a ?><?!= b ?>]', { a: null, b: undefined }, '[]'],
    [
      'a loop',
      '<? for (var i = 0; i < 3; i++) { ?><li><?= i ?></li><? } ?>',
      {},
      '<li>0</li><li>1</li><li>2</li>',
    ],
    ['a branch', '<? if (a) { ?>ya<? } else { ?>tidak<? } ?>', { a: 0 }, 'tidak'],
    ['a comment in an expression', '<?= a // note ?>', { a: 1 }, '1'],
    ['an arrow', '<?= a.map((n) => n * 2).join("|") ?>', { a: [1, 2] }, '2|4'],
    ['odd line ends', 'a\u2028b\r\n<?= 1 ?>', {}, 'a\u2028b\r\n1'],
    ['no end', 'a<?= 1', {}, 'a1'],
  ];
  test.each(cases)('%s', (_, html, fields, expected) => expect(render(html, fields)).toBe(expected));

  test('line numbers stay those of the file', () => {
    const lines = compileTemplate('a\nb\n<? x() ?>').split('\n');
    expect(lines.findIndex((line) => line.includes('x()'))).toBe(2);
  });
});

describe('HtmlService', () => {
  const runtime: Runtime = { ...localRuntime(), project: project() };
  const html = new HtmlService(runtime);
  const cases: [string, () => unknown, unknown][] = [
    ['no title at first', () => html.createHtmlOutput('x').getTitle(), ''],
    ['title and size', () => html.createHtmlOutput('x').setTitle('T').setWidth(300).getWidth(), 300],
    ['append', () => html.createHtmlOutput('x').append('<b>').getContent(), 'x<b>'],
    [
      'appendUntrusted escapes',
      () => html.createHtmlOutput('x').appendUntrusted('<b>').getContent(),
      'x&lt;b&gt;',
    ],
    [
      'a file of the project',
      () => html.createHtmlOutputFromFile('Sidebar').getContent(),
      '<p><?= name ?></p>',
    ],
    [
      'a template’s text',
      () => html.createTemplateFromFile('Sidebar.html').getRawContent(),
      '<p><?= name ?></p>',
    ],
    [
      'meta tags',
      () => html.createHtmlOutput('x').addMetaTag('viewport', 'w').getMetaTags()[0]?.getContent(),
      'w',
    ],
    ['a plain template', () => html.createTemplate('<p>').evaluate().getContent(), '<p>'],
    ['its blob', () => html.createHtmlOutput('x').getBlob().getContentType(), 'text/html'],
  ];
  test.each(cases)('%s', (_, act, expected) => expect(act()).toEqual(expected));

  test('errors', () => {
    expect(() => html.createHtmlOutputFromFile('Nope')).toThrow('No HTML file named Nope was found.');
    expect(() => html.createHtmlOutput('x').addMetaTag('robots', '')).toThrow('not allowed in this context');
  });
});

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

describe('ContentService', () => {
  test('text with a type', () => {
    const json = enumValue('Content.MimeType', 'JSON') as never;
    const output = new ContentService(localRuntime()).createTextOutput('{').append('}').setMimeType(json);
    expect([output.getContent(), output.getMimeType()]).toEqual(['{}', json]);
  });
});

describe('CardService gives plain data', () => {
  const service = new CardService(localRuntime());
  const action = service.newAction().setFunctionName('refresh').setParameters({ month: '2026-07' });

  test('a home card', () => {
    const card = service
      .newCardBuilder()
      .setName('home')
      .setHeader(service.newCardHeader().setTitle('Beranda'))
      .addSection(
        service
          .newCardSection()
          .setHeader('Bulan ini')
          .addWidget(service.newTextParagraph().setText('14 dari 16'))
          .addWidget(
            service
              .newButtonSet()
              .addButton(service.newTextButton().setText('Segarkan').setOnClickAction(action)),
          ),
      )
      .build();
    expect(cardData(card)).toEqual([
      {
        kind: 'card',
        name: 'home',
        header: { title: 'Beranda' },
        sections: [
          {
            header: 'Bulan ini',
            widgets: [
              { kind: 'text', text: '14 dari 16' },
              {
                kind: 'buttons',
                buttons: [
                  {
                    kind: 'button',
                    text: 'Segarkan',
                    action: { functionName: 'refresh', parameters: { month: '2026-07' } },
                  },
                ],
              },
            ],
          },
        ],
      },
    ]);
  });

  test('a response: navigation and notification', () => {
    const card = service.newCardBuilder().build();
    const response = service
      .newActionResponseBuilder()
      .setNavigation(service.newNavigation().popCard().pushCard(card))
      .setNotification(service.newNotification().setText('Selesai'))
      .build();
    expect(cardData(response)).toEqual([
      {
        kind: 'response',
        navigation: { steps: [{ pop: true }, { push: { kind: 'card' } }] },
        notification: { text: 'Selesai' },
      },
    ]);
    expect(cardData('x')).toBeUndefined();
  });

  test('at most 100 widgets (google.md section 1)', () => {
    const section = service.newCardSection();
    for (let n = 0; n <= 100; n++) section.addWidget(service.newDivider());
    expect(() => service.newCardBuilder().addSection(section).build()).toThrow(/100 widgets/);
  });
});
