import { href, html } from '../escape';
import { COLOUR } from '../looks';

/** A part of a message: said once, told as plain text and as HTML. */
export type Part =
  | { readonly kind: 'text'; readonly text: string }
  /** A bold heading with the words that belong to it: a question and what was found. */
  | { readonly kind: 'point'; readonly title: string; readonly text: string }
  | { readonly kind: 'items'; readonly items: readonly string[] }
  /** `label: address`; the label is the link. */
  | { readonly kind: 'link'; readonly label: string; readonly address: string };

export const say = (text: string): Part => ({ kind: 'text', text });
export const point = (title: string, text: string): Part => ({ kind: 'point', title, text });
export const items = (all: readonly string[]): Part => ({ kind: 'items', items: all });

/** A link, or nothing where there is no address. */
export function link(label: string, address: string): readonly Part[] {
  return address === '' ? [] : [{ kind: 'link', label, address }];
}

/** The message as plain text, parts with an empty line between them. */
export function plainText(parts: readonly Part[]): string {
  return parts.map(plainPart).join('\n\n');
}

function plainPart(part: Part): string {
  if (part.kind === 'text') return part.text;
  if (part.kind === 'point') return `${part.title === '' ? '' : `${part.title}. `}${part.text}`;
  if (part.kind === 'items') return part.items.map((item) => `- ${item}`).join('\n');
  return `${part.label}: ${part.address}`;
}

const lines = (text: string): string => html(text).replace(/\n/g, '<br>');
const paragraph = (content: string): string => `<p style="margin:0 0 14px">${content}</p>`;
const LINK_STYLE =
  `display:inline-block;padding:12px 16px;border:1px solid ${COLOUR.link};border-radius:6px;` +
  `color:${COLOUR.link};text-decoration:none;font-weight:600`;

/** The same as HTML for a mail: one column that fits a phone, every word escaped, links big enough for a thumb. */
export function htmlText(programme: string, parts: readonly Part[]): string {
  const body = parts.map(htmlPart).join('');
  return (
    `<div style="font-family:system-ui,-apple-system,'Segoe UI',Roboto,sans-serif;font-size:16px;line-height:1.5;` +
    `color:${COLOUR.text};background:${COLOUR.white};max-width:600px;padding:0 4px">` +
    `<p style="margin:0 0 16px;padding:0 0 8px;border-bottom:2px solid ${COLOUR.own};color:${COLOUR.own};` +
    `font-weight:700">${html(programme)}</p>${body}</div>`
  );
}

function htmlPart(part: Part): string {
  if (part.kind === 'text') return paragraph(lines(part.text));
  if (part.kind === 'point') {
    const title = part.title === '' ? '' : `<strong>${lines(part.title)}.</strong> `;
    return paragraph(title + lines(part.text));
  }
  if (part.kind === 'items') {
    const all = part.items.map((item) => `<li style="margin:0 0 6px">${lines(item)}</li>`).join('');
    return `<ul style="margin:0 0 14px;padding-left:20px">${all}</ul>`;
  }
  return paragraph(`<a href="${href(part.address)}" style="${LINK_STYLE}">${html(part.label)}</a>`);
}
