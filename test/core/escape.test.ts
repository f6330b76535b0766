import { cellText, cut, href, html, subjectLine, whatsapp } from '../../src/core/escape';

describe('what others wrote, made safe for where it goes', () => {
  it.each<[string, string, string]>([
    [
      'html',
      html('<script>alert("1")</script> & \'x\''),
      '&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39;',
    ],
    [
      'an https address',
      href('https://docs.google.com/x?a=1&b="2"'),
      'https://docs.google.com/x?a=1&amp;b=&quot;2&quot;',
    ],
    ['another scheme', href('javascript:alert(1)'), '#'],
    ['WhatsApp signs', whatsapp('*tebal* _miring_ ~coret~ `kode`'), '∗tebal∗ ˍmiringˍ ∼coret∼ ˋkodeˋ'],
    ['a subject', subjectLine('Judul\r\nBcc: x@y.id\tlagi  '), 'Judul Bcc: x@y.id lagi'],
    ['a text at its limit', cut('abcde', 5), 'abcde'],
    ['a text over its limit', cut('abcdef', 5), 'abcd…'],
    ['no half emoji', cut('abc🙏de', 5), 'abc…'],
    ['control and zero-width signs in a cell', cellText('a\u200Bb\u0000c\r\nd\te'), 'a b c\nd e'],
    ['a formula stays what was written', cellText('=IMPORTXML("x")'), '=IMPORTXML("x")'],
  ])('%s', (_case, received, expected) => {
    expect(received).toBe(expected);
  });

  it('keeps a cell below what Sheets takes', () => {
    expect(cellText('x'.repeat(60_000))).toHaveLength(45_000);
  });
});
