import { compileTemplate } from '../../../local/services/html/compileTemplate';
import { cleanUp } from '../../support/localProject';
import { evaluate, uncalled, type Case } from '../../support/contracts';

afterEach(cleanUp);

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

const NEW = "HtmlService.createHtmlOutput('x')";
const FILES = { 'Sidebar.html': '<p><?= name ?></p>' };
const named = (file: string): string =>
  `(function (t) { t.name = '<b>'; return t.evaluate().getContent(); })(${file})`;

const CASES: Case[] = [
  ['HtmlService.createHtmlOutput().getContent()', ''],
  [`${NEW}.getContent()`, 'x'],
  ["HtmlService.createHtmlOutput(Utilities.newBlob('é')).getContent()", 'é'],
  [`${NEW}.append('<b>').getContent()`, 'x<b>'],
  [`${NEW}.appendUntrusted('<b>"').getContent()`, 'x&lt;b&gt;&#34;'],
  [`${NEW}.setContent('y').getContent()`, 'y'],
  [`${NEW}.clear().getContent()`, ''],
  [`[${NEW}.getTitle(), ${NEW}.setTitle('T').getTitle()]`, ['', 'T']],
  [`[${NEW}.getWidth(), ${NEW}.setWidth(300).getWidth()]`, [null, 300]],
  [`[${NEW}.getHeight(), ${NEW}.setHeight(200).getHeight()]`, [null, 200]],
  [
    `[${NEW}.getFaviconUrl(), ${NEW}.setFaviconUrl('https://contoh.id/a.png').getFaviconUrl()]`,
    [null, 'https://contoh.id/a.png'],
  ],
  [
    `${NEW}.addMetaTag('viewport', 'width=device-width').getMetaTags().map(function (t) { return [t.getName(), t.getContent()]; })`,
    [['viewport', 'width=device-width']],
  ],
  [
    `${NEW}.addMetaTag('robots', 'none')`,
    'Exception: The meta tag you specified is not allowed in this context.',
  ],
  [`${NEW}.setSandboxMode(HtmlService.SandboxMode.IFRAME).getContent()`, 'x'],
  [`${NEW}.setXFrameOptionsMode(HtmlService.XFrameOptionsMode.ALLOWALL).getContent()`, 'x'],
  [`${NEW}.getBlob().getContentType()`, 'text/html'],
  [`${NEW}.getAs('application/pdf').getContentType()`, 'application/pdf'],
  [`${NEW}.getAs('image/png')`, 'Exception: Converting from text/html to image/png is not supported.'],
  [`${NEW}.asTemplate().getRawContent()`, 'x'],
  ['HtmlService.getUserAgent()', null],
  ["HtmlService.createHtmlOutputFromFile('Sidebar').getContent()", '<p><?= name ?></p>'],
  ["HtmlService.createHtmlOutputFromFile('Nope')", 'Exception: No HTML file named Nope was found.'],
  ["HtmlService.createTemplateFromFile('Sidebar.html').getRawContent()", '<p><?= name ?></p>'],
  [named("HtmlService.createTemplateFromFile('Sidebar')"), '<p>&lt;b&gt;</p>'],
  [named("HtmlService.createTemplate('<?!= name ?>')"), '<b>'],
  ["HtmlService.createTemplate('<? for (var i = 0; i < 2; i++) { ?>a<? } ?>').evaluate().getContent()", 'aa'],
  ["HtmlService.createTemplate('<?= missing ?>').evaluate()", 'ReferenceError: missing is not defined'],
  [
    "typeof HtmlService.createTemplate('a').getCode() + typeof HtmlService.createTemplate('a').getCodeWithComments()",
    'stringstring',
  ],
];

describe('HtmlService (google.md sections 1 and 8; reference, Class HtmlOutput)', () => {
  test.each(CASES)('%s', (expression, expected) =>
    expect(evaluate(expression, { files: FILES })).toEqual(expected),
  );

  test('every member is called', () => {
    expect(
      uncalled(
        'HtmlService',
        CASES.map(([expression]) => expression),
      ),
    ).toEqual([]);
  });
});
