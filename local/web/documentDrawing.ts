import { html } from 'hono/html';
import { ListNumbers, SIZES } from '../drive/exportDocument';
import type { DocAttributes, DocImage, DocNode, DocRun, DocumentState } from '../state/document';
import { localLink } from './addresses';
import { ClassBook, fontRule } from './classBook';
import type { Markup } from './markup';
import { nothing, safeColor, safeHref } from './markup';
import type { Words } from './words';

/** A document as markup of its own page, and the rules that its classes stand for. */
export interface DrawnDocument {
  markup: Markup;
  css: string;
}

/** Points are drawn as pixels of 96 to the inch, so that a page is as wide as on Google's screen. */
const px = (points: number): string => `${String(Math.round((points * 400) / 3) / 100)}px`;

const GLYPHS: Record<string, string> = {
  BULLET: 'disc',
  HOLLOW_BULLET: 'circle',
  SQUARE_BULLET: 'square',
  LATIN_UPPER: 'upper-alpha',
  LATIN_LOWER: 'lower-alpha',
  ROMAN_UPPER: 'upper-roman',
  ROMAN_LOWER: 'lower-roman',
};

const numberIn = (attributes: DocAttributes | undefined, key: string): number | undefined => {
  const value = attributes?.[key];
  return typeof value === 'number' && Number.isFinite(value)
    ? Math.min(2000, Math.max(-500, value))
    : undefined;
};
const textIn = (attributes: DocAttributes | undefined, key: string): string => {
  const value = attributes?.[key];
  return typeof value === 'string' ? value : '';
};
const colorIn = (attributes: DocAttributes | undefined, key: string): string | undefined =>
  safeColor(textIn(attributes, key) || undefined);
const rule = (name: string, value: string | undefined): string =>
  value === undefined ? '' : `${name}:${value};`;
const lengthRule = (name: string, points: number | undefined): string =>
  rule(name, points === undefined ? undefined : px(points));

/** Draws header, body and footer one below the other on one sheet: where a page ends is not known here. */
export function drawDocument(state: DocumentState, words: Words): DrawnDocument {
  return new Drawing(state, words).drawn();
}

class Drawing {
  private readonly book = new ClassBook('.paper');
  private readonly numbers = new ListNumbers();
  /** Level of the last heading: levels that a document leaves out are left out for a screen reader too. */
  private level = 1;

  constructor(
    private readonly state: DocumentState,
    private readonly words: Words,
  ) {}

  drawn(): DrawnDocument {
    const { body, header, footer } = this.state;
    const edge = (node: DocNode | undefined, title: string): Markup =>
      node === undefined
        ? nothing
        : html`<section class="edge" aria-label="${title}">${this.blocks(node.children ?? [])}</section>`;
    const page = this.pageRules(body.attributes);
    const markup = html`<div class="sheet ${page}">
      ${edge(header, this.words.say('pageHeader'))} ${this.blocks(body.children ?? [])}
      ${edge(footer, this.words.say('pageFooter'))}
    </div>`;
    return { markup, css: this.book.css() };
  }

  /** Width and margins of the page; on a narrow screen the margins give way to the text. */
  private pageRules(page: DocAttributes | undefined): string {
    const width = numberIn(page, 'PAGE_WIDTH') ?? 595.276;
    const margin = (side: string): string => {
      const own = Math.max(0, numberIn(page, `MARGIN_${side}`) ?? 72);
      return `min(${px(own)},${String(Math.round((own / width) * 1000) / 10)}vw)`;
    };
    const sides = ['TOP', 'RIGHT', 'BOTTOM', 'LEFT'].map(margin).join(' ');
    return this.book.classOf(`max-width:${px(width)};padding:${sides};`);
  }

  private blocks(nodes: readonly DocNode[]): Markup[] {
    const drawn: Markup[] = [];
    for (let at = 0; at < nodes.length;) {
      const node = nodes[at];
      if (node?.type === 'LIST_ITEM') {
        const items = itemsFrom(nodes, at);
        drawn.push(this.list(items));
        at += items.length;
      } else {
        if (node) drawn.push(node.type === 'TABLE' ? this.table(node) : this.paragraph(node));
        at += 1;
      }
    }
    return drawn;
  }

  private paragraph(node: DocNode): Markup {
    const heading = textIn(node.attributes, 'HEADING') || 'NORMAL';
    const inner = this.inline(node);
    const look = this.book.classOf(this.paragraphRules(node, heading));
    const level = headingLevel(heading);
    // Blanks are kept as they are, so none may stand between the tags.
    // prettier-ignore
    if (level === undefined || isBlank(node)) return html`<p class="${look}">${inner}</p>`;
    this.level = Math.min(level, this.level + 1);
    // prettier-ignore
    return html`<div role="heading" aria-level="${this.level}" class="${look}">${inner}</div>`;
  }

  private paragraphRules(node: DocNode, heading: string): string {
    const all = { ...this.state.headings?.[heading], ...node.attributes };
    const align = textIn(all, 'HORIZONTAL_ALIGNMENT').toLowerCase();
    const spacing = numberIn(all, 'LINE_SPACING');
    const size = SIZES[heading];
    const own = heading === 'NORMAL' ? 0 : undefined;
    return [
      lengthRule('font-size', numberIn(all, 'FONT_SIZE') ?? size),
      lengthRule('margin-top', numberIn(all, 'SPACING_BEFORE') ?? own ?? 12),
      lengthRule('margin-bottom', numberIn(all, 'SPACING_AFTER') ?? own ?? 4),
      node.type === 'LIST_ITEM' ? '' : lengthRule('margin-left', numberIn(all, 'INDENT_START')),
      lengthRule('margin-right', numberIn(all, 'INDENT_END')),
      node.type === 'LIST_ITEM' ? '' : lengthRule('text-indent', firstLine(all)),
      rule('line-height', spacing === undefined ? undefined : String(spacing * 1.15)),
      /^(left|center|right|justify)$/.test(align) ? rule('text-align', align) : '',
      all['LEFT_TO_RIGHT'] === false ? 'direction:rtl;' : '',
      textRules(all),
    ].join('');
  }

  /** Items in a row as nested lists; where the kind of mark changes a new list begins. */
  private list(items: readonly DocNode[]): Markup {
    const level = Math.min(...items.map(levelOf));
    const lists: Markup[] = [];
    for (let at = 0; at < items.length;) {
      const first = items[at];
      const from = at;
      while (at < items.length && (levelOf(items[at]) > level || sameList(items[at], first))) at += 1;
      lists.push(this.oneList(items.slice(from, Math.max(at, from + 1)), level));
      at = Math.max(at, from + 1);
    }
    return html`${lists}`;
  }

  private oneList(items: readonly DocNode[], level: number): Markup {
    const glyph = textIn(items.find((item) => levelOf(item) === level)?.attributes, 'GLYPH_TYPE');
    const mark = this.book.classOf(`list-style-type:${GLYPHS[glyph] ?? 'decimal'};`);
    const lines: Markup[] = [];
    for (let at = 0; at < items.length;) {
      const item = items[at];
      let end = at + 1;
      while (end < items.length && levelOf(items[end]) > level) end += 1;
      const inner = item && levelOf(item) === level ? item : undefined;
      const number = inner ? this.numbers.next(inner) : undefined;
      const own = inner ? this.line(inner) : nothing;
      const deeper = items.slice(inner ? at + 1 : at, end);
      const below = deeper.length > 0 ? this.list(deeper) : nothing;
      lines.push(
        html`<li ${number === undefined || /BULLET/.test(glyph) ? nothing : html`value="${number}"`}>
          ${own}${below}
        </li>`,
      );
      at = end;
    }
    return /BULLET/.test(glyph)
      ? html`<ul class="${mark}">
          ${lines}
        </ul>`
      : html`<ol class="${mark}">
          ${lines}
        </ol>`;
  }

  private line(item: DocNode): Markup {
    const look = this.book.classOf(this.paragraphRules(item, textIn(item.attributes, 'HEADING') || 'NORMAL'));
    // prettier-ignore
    return html`<div class="${look}">${this.inline(item)}</div>`;
  }

  private table(node: DocNode): Markup {
    const width = numberIn(node.attributes, 'BORDER_WIDTH') ?? 1;
    const color = colorIn(node.attributes, 'BORDER_COLOR') ?? '#000000';
    const line = width <= 0 ? '0' : `${px(width)} solid ${color}`;
    const rows = (node.children ?? []).map((row) => {
      const height = this.book.classOf(lengthRule('height', numberIn(row.attributes, 'MINIMUM_HEIGHT')));
      return html`<tr class="${height}">
        ${(row.children ?? []).map((cell) => this.cell(cell, line))}
      </tr>`;
    });
    return html`<div class="scroll" tabindex="0" role="region" aria-label="${this.words.say('table')}">
      <table>
        <tbody>
          ${rows}
        </tbody>
      </table>
    </div>`;
  }

  private cell(cell: DocNode, line: string): Markup {
    const { attributes } = cell;
    const place = textIn(attributes, 'VERTICAL_ALIGNMENT').toLowerCase();
    const padding = (side: string): string => px(Math.max(0, numberIn(attributes, `PADDING_${side}`) ?? 5));
    const look = [
      `border:${line};`,
      `padding:${['TOP', 'RIGHT', 'BOTTOM', 'LEFT'].map(padding).join(' ')};`,
      rule('background-color', colorIn(attributes, 'BACKGROUND_COLOR')),
      lengthRule('width', numberIn(attributes, 'WIDTH')),
      rule('vertical-align', { top: 'top', center: 'middle', bottom: 'bottom' }[place]),
    ].join('');
    return html`<td class="${this.book.classOf(look)}">${this.blocks(cell.children ?? [])}</td>`;
  }

  private inline(node: DocNode): Markup {
    if (isBlank(node)) return html`<br />`;
    return html`${(node.children ?? []).map((child) => {
      if (child.runs) return html`${child.runs.map((run) => this.run(run))}`;
      if (child.image) return this.picture(child.image);
      if (child.type === 'HORIZONTAL_RULE') return html`<span class="rule" role="separator"></span>`;
      if (child.type === 'PAGE_BREAK')
        return html`<span
          class="page-break"
          role="separator"
          aria-label="${this.words.say('pageBreak')}"
        ></span>`;
      return this.inline(child);
    })}`;
  }

  private run({ text, style = {} }: DocRun): Markup {
    const shown = style['LINK_URL'] === undefined ? style : { UNDERLINE: true, ...style };
    const look = this.book.classOf(lengthRule('font-size', numberIn(style, 'FONT_SIZE')) + textRules(shown));
    const address = textIn(style, 'LINK_URL');
    // prettier-ignore
    if (address !== '') return html`<a class="${look}" href="${safeHref(localLink(address))}" rel="noreferrer">${text}</a>`;
    return look === '' ? html`${text}` : html`<span class="${look}">${text}</span>`;
  }

  private picture({ content, contentType, width, height, alt, altTitle, name }: DocImage): Markup {
    const kind = /^image\/(png|jpeg|gif|bmp|webp)$/.test(contentType) ? contentType : 'image/png';
    return html`<img
      src="data:${kind};base64,${content}"
      width="${Math.round(width)}"
      height="${Math.round(height)}"
      alt="${alt || altTitle || name || this.words.say('picture')}"
    />`;
  }
}

function itemsFrom(nodes: readonly DocNode[], from: number): DocNode[] {
  let end = from;
  while (nodes[end]?.type === 'LIST_ITEM') end += 1;
  return nodes.slice(from, end);
}

function levelOf(node: DocNode | undefined): number {
  return Math.max(0, numberIn(node?.attributes, 'NESTING_LEVEL') ?? 0);
}

function sameList(one: DocNode | undefined, other: DocNode | undefined): boolean {
  return ['LIST_ID', 'GLYPH_TYPE'].every(
    (key) => textIn(one?.attributes, key) === textIn(other?.attributes, key),
  );
}

/** The title of the page is its file's name: a document's own headings begin below it. */
function headingLevel(heading: string): number | undefined {
  if (heading === 'TITLE') return 2;
  const number = /^HEADING(\d)$/.exec(heading)?.[1];
  return number === undefined ? undefined : Math.min(6, Number(number) + 1);
}

function isBlank(node: DocNode): boolean {
  return (node.children ?? []).every((child) =>
    (child.runs ?? [{ text: ' ' }]).every(({ text }) => text === ''),
  );
}

/** The first line's place counts from the margin; a rule counts from the paragraph's own left. */
function firstLine(all: DocAttributes): number | undefined {
  const first = numberIn(all, 'INDENT_FIRST_LINE');
  return first === undefined ? undefined : first - (numberIn(all, 'INDENT_START') ?? 0);
}

function textRules(style: DocAttributes): string {
  const lines = [
    style['UNDERLINE'] === true ? 'underline' : '',
    style['STRIKETHROUGH'] === true ? 'line-through' : '',
  ];
  const place = { SUPERSCRIPT: 'super', SUBSCRIPT: 'sub' }[textIn(style, 'TEXT_ALIGNMENT')];
  const drawnLines = lines.filter(Boolean).join(' ');
  return [
    style['BOLD'] === undefined ? '' : `font-weight:${style['BOLD'] === true ? 700 : 400};`,
    style['ITALIC'] === undefined ? '' : `font-style:${style['ITALIC'] === true ? 'italic' : 'normal'};`,
    drawnLines === '' ? '' : `text-decoration:${drawnLines};`,
    rule('color', colorIn(style, 'FOREGROUND_COLOR')),
    rule('background-color', colorIn(style, 'BACKGROUND_COLOR')),
    place === undefined ? '' : `vertical-align:${place};font-size:smaller;`,
    fontRule(textIn(style, 'FONT_FAMILY') || undefined),
  ].join('');
}
