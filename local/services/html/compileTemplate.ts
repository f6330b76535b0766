import { escapeFor, follow, type Context, type Escape } from './markupContext';

/**
 * Compiles an HTML template to the body of a JavaScript function that returns the finished HTML. It has to run
 * in the script's realm, with the template's own fields as parameters: `new Function(...names, code)(...values)`.
 * `<? ?>` runs code, `<?= ?>` prints escaped for the place where it stands, `<?!= ?>` prints as it is (google.md section 8; Google's guide
 * "Templated HTML"). Lines are kept, so that an error's line number fits the file.
 */
export function compileTemplate(html: string): string {
  const parts: string[] = [];
  let context: Context = { kind: 'text' };
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<?', at);
    if (open < 0) {
      parts.push(printed(html.slice(at)));
      break;
    }
    parts.push(printed(html.slice(at, open)));
    context = follow(context, html.slice(at, open));
    const close = html.indexOf('?>', open);
    const end = close < 0 ? html.length : close;
    const code = html.slice(open + 2, end);
    parts.push(scriptlet(code, escapeFor(context)));
    if (/^!?=/.test(code) && context.kind === 'value') context = { ...context, begun: true };
    at = end + 2;
  }
  return `${START}${parts.join('')}\nreturn $out.join('');`;
}

/**
 * Stands before the template on its first line: the list of pieces, and the escapes of printing scriptlets. Google
 * says that they escape by context and not how: here a value in a script is a literal (texts in quotes), within a
 * script's string it is a part of that string, and an address of a kind that could run a script becomes `#`.
 */
const START = [
  'var $out = []',
  "$raw = function (v) { return v === undefined || v === null ? '' : String(v); }",
  '$esc = function (v) { return $raw(v).replace(/[&<>"\']/g, function (c) { ' +
    "return { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\"': '&#34;', \"'\": '&#39;' }[c]; }); }",
  '$str = function (v) { return $raw(v).replace(/[^\\w .,:;!?()\\[\\]{}+*=@#%|~$^-]/g, function (c) { ' +
    "var n = c.charCodeAt(0); return n < 256 ? '\\\\x' + ('0' + n.toString(16)).slice(-2) : '\\\\u' + ('000' + n.toString(16)).slice(-4); }); }",
  "$js = function (v) { return typeof v === 'number' || typeof v === 'boolean' || v === null || v === undefined ? " +
    "String(v === undefined ? null : v) : '\"' + $str(v) + '\"'; }",
  "$url = function (v) { return /^\\s*[\\w+.-]*:/.test($raw(v)) && !/^\\s*(https?|mailto|tel|ftp|data:image\\/\\w+;base64,)/i.test($raw(v)) ? '#' : $esc(v); }",
  "$css = function (v) { return $raw(v).replace(/[^\\w #%.,-]/g, ''); };",
].join(', ');

/** Plain text as a statement that holds as many line ends as the text. */
function printed(text: string): string {
  if (text === '') return '';
  const literal = JSON.stringify(text)
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029');
  return `$out.push(${literal});${'\n'.repeat(text.split('\n').length - 1)}`;
}

function scriptlet(code: string, escape: Escape): string {
  if (code.startsWith('!=')) return `$out.push($raw((${expression(code.slice(2))}\n)));`;
  if (code.startsWith('=')) return `$out.push(${escape}((${expression(code.slice(1))}\n)));`;
  return `${code}\n`;
}

/** Printing scriptlets may end with a semicolon. */
function expression(code: string): string {
  return code.trim().replace(/;+$/, '');
}
