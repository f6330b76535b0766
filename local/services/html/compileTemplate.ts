/**
 * Compiles an HTML template to the body of a JavaScript function that returns the finished HTML. It has to run
 * in the script's realm, with the template's own fields as parameters: `new Function(...names, code)(...values)`.
 * `<? ?>` runs code, `<?= ?>` prints escaped, `<?!= ?>` prints as it is (google.md section 8; Google's guide
 * "Templated HTML"). Lines are kept, so that an error's line number fits the file.
 */
export function compileTemplate(html: string): string {
  const parts: string[] = [];
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<?', at);
    if (open < 0) {
      parts.push(printed(html.slice(at)));
      break;
    }
    parts.push(printed(html.slice(at, open)));
    const close = html.indexOf('?>', open);
    const end = close < 0 ? html.length : close;
    parts.push(scriptlet(html.slice(open + 2, end)));
    at = end + 2;
  }
  return `${START}${parts.join('')}\nreturn $out.join('');`;
}

/** Stands before the template on its first line: the list of pieces, and the escape of printing scriptlets. */
const START =
  'var $out = [], $esc = function (v) { return $raw(v).replace(/[&<>"\']/g, function (c) { ' +
  "return { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\"': '&#34;', \"'\": '&#39;' }[c]; }); }, " +
  "$raw = function (v) { return v === undefined || v === null ? '' : String(v); };";

/** Plain text as a statement that holds as many line ends as the text. */
function printed(text: string): string {
  if (text === '') return '';
  const literal = JSON.stringify(text)
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029');
  return `$out.push(${literal});${'\n'.repeat(text.split('\n').length - 1)}`;
}

function scriptlet(code: string): string {
  if (code.startsWith('!=')) return `$out.push($raw((${expression(code.slice(2))}\n)));`;
  if (code.startsWith('=')) return `$out.push($esc((${expression(code.slice(1))}\n)));`;
  return `${code}\n`;
}

/** Printing scriptlets may end with a semicolon. */
function expression(code: string): string {
  return code.trim().replace(/;+$/, '');
}
