import { html, raw } from 'hono/html';
import { localLink } from './addresses';

/** Escaped markup: whatever is put into `html` as a value is text unless it is markup itself. */
export type Markup = ReturnType<typeof html>;

/** Nothing at all, where a condition leaves a piece of a page out. */
export const nothing: Markup = raw('');

/** A boolean attribute: `html\`<input ${flag('checked', on)}>\``. */
export function flag(
  name: 'checked' | 'selected' | 'disabled' | 'hidden' | 'required' | 'open',
  on: boolean,
): Markup {
  return on ? raw(` ${name}`) : nothing;
}

const linkPattern = /https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]]/g;

/** Plain text with its addresses as links and its line breaks kept; everything else is escaped. */
export function textWithLinks(text: string): Markup {
  const parts: Markup[] = [];
  let from = 0;
  for (const match of text.matchAll(linkPattern)) {
    parts.push(html`${text.slice(from, match.index)}`);
    parts.push(html`<a href="${localLink(match[0])}" rel="noreferrer">${match[0]}</a>`);
    from = match.index + match[0].length;
  }
  parts.push(html`${text.slice(from)}`);
  return html`<span class="text">${parts}</span>`;
}

/** Only web and mail addresses may stand behind a link that somebody else wrote; anything else leads nowhere. */
export function safeHref(address: string): string {
  return /^(https?:|mailto:|tel:|#|\/(?!\/))/i.test(address.trim()) ? address.trim() : '#';
}

/** Colours come out of a script's hands into a page: only names, hex and rgb() pass. */
export function safeColor(color: string | undefined): string | undefined {
  return color !== undefined && /^(#[0-9a-f]{3,8}|[a-z]{3,20}|rgba?\([\d\s.,%]+\))$/i.test(color)
    ? color
    : undefined;
}
