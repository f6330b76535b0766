const HTML: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for HTML, inside an element or a quoted attribute. */
export function html(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => HTML[sign] ?? sign);
}

/** An address for `href`: itself where it is https, otherwise `#`, so that no other scheme is ever clickable. */
export function href(address: string): string {
  return /^https:\/\//.test(address) ? html(address) : '#';
}

const WHATSAPP: Readonly<Record<string, string>> = { '*': '∗', _: 'ˍ', '~': '∼', '`': 'ˋ' };

/** Somebody's words inside a WhatsApp text: the signs that format there replaced by ones that look alike. */
export function whatsapp(text: string): string {
  return text.replace(/[*_~`]/g, (sign) => WHATSAPP[sign] ?? sign);
}

/** Text cut to `limit` characters, the last of which is `…` where something was cut; no half emoji stays. */
export function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  return text.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$/, '') + '…';
}

/** A mail subject: one line, at most 200 characters, so that nobody's answer adds a header. */
export function subjectLine(text: string): string {
  return cut(text.replace(/\s+/g, ' ').trim(), 200);
}

/** Longest text that goes into one cell: Sheets refuses more than 50,000 characters. */
export const LONGEST_CELL = 45_000;

/**
 * Somebody's words as a cell's text: no control characters but the line break, cut at what a cell takes. The text
 * may still begin with `=`, `+`, `-`, `@` or their full-width twins: whoever writes it to a sheet puts the `'`
 * before it that Sheets takes for "text" and does not show; that belongs to writing, not to the value.
 */
export function cellText(text: string): string {
  const clean = text
    .replace(/\r\n?/g, '\n')
    // Zero-width signs and everything below a blank but the line break: they hide what a cell really holds. The joiner
    // inside emoji stays.
    .replace(/[\u0000-\u0009\u000B-\u001F\u007F\u200B\u200C\u200E\u200F\u2028-\u202E\u2060\uFEFF]/g, ' ');
  return cut(clean, LONGEST_CELL);
}
