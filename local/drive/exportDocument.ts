import { escapeXml } from './markupText';
import { documentDocx } from './docx';
import { A4, printPaper, type Block, type Ink } from './paper';
import type { DocumentFormat } from '../services/runtime';
import { GoogleError } from '../services/served';
import { textOfNode, type DocAttributes, type DocNode, type DocumentState } from '../state/document';
import type { Store } from '../state/store';

/** Google's sizes of headings; headings are kept bold here so that they stand out in one font. */
export const SIZES: Record<string, number> = {
  TITLE: 26,
  SUBTITLE: 15,
  HEADING1: 20,
  HEADING2: 16,
  HEADING3: 14,
  HEADING4: 12,
  HEADING5: 11,
  HEADING6: 11,
};

const numberOf = (attributes: DocAttributes | undefined, key: string): number | undefined => {
  const value = attributes?.[key];
  return typeof value === 'number' ? value : undefined;
};

function inkOf(text: string, style: DocAttributes, heading: string): Ink {
  const color = style['FOREGROUND_COLOR'];
  return {
    text,
    size: numberOf(style, 'FONT_SIZE') ?? SIZES[heading] ?? 11,
    bold: style['BOLD'] === true || (style['BOLD'] === undefined && heading.startsWith('HEADING')),
    italic: style['ITALIC'] === true,
    underline: style['UNDERLINE'] === true,
    ...(typeof color === 'string' ? { color } : {}),
  };
}

/** Numbers of list items by list and depth, counted while a document is walked through. */
export class ListNumbers {
  private readonly counts = new Map<string, number[]>();
  next(node: DocNode): number {
    const list = String(node.attributes?.['LIST_ID'] ?? '');
    const level = numberOf(node.attributes, 'NESTING_LEVEL') ?? 0;
    const counts = (this.counts.get(list) ?? []).slice(0, level + 1);
    counts[level] = (counts[level] ?? 0) + 1;
    this.counts.set(list, counts);
    return counts[level];
  }
}

function markOf(node: DocNode, numbers: ListNumbers): string {
  const count = numbers.next(node);
  const glyph = String(node.attributes?.['GLYPH_TYPE'] ?? 'NUMBER');
  if (/BULLET/.test(glyph)) return '•';
  if (/^LATIN/.test(glyph)) {
    const letter = String.fromCharCode(97 + ((count - 1) % 26));
    return `${glyph === 'LATIN_UPPER' ? letter.toUpperCase() : letter}.`;
  }
  return `${String(count)}.`;
}

/** A paragraph as blocks: pictures, rules and page breaks in it stand by themselves. */
function paragraphBlocks(node: DocNode, state: DocumentState, numbers: ListNumbers): Block[] {
  const heading = String(node.attributes?.['HEADING'] ?? 'NORMAL');
  const base = { ...state.headings?.[heading], ...node.attributes };
  const align = base['HORIZONTAL_ALIGNMENT'];
  const isItem = node.type === 'LIST_ITEM';
  const level = numberOf(base, 'NESTING_LEVEL') ?? 0;
  const blocks: Block[] = [];
  let inks: Ink[] = [];
  const flush = (): void => {
    blocks.push({
      kind: 'text',
      inks,
      indent: isItem ? 18 * (level + 1) : (numberOf(base, 'INDENT_START') ?? 0),
      before: numberOf(base, 'SPACING_BEFORE') ?? (heading === 'NORMAL' ? 0 : 8),
      after: numberOf(base, 'SPACING_AFTER') ?? (heading === 'NORMAL' ? 0 : 4),
      ...(isItem ? { mark: markOf(node, numbers) } : {}),
      ...(align === 'CENTER' || align === 'RIGHT' || align === 'JUSTIFY' ? { align } : {}),
    });
    inks = [];
  };
  const children = node.children ?? [];
  for (const child of children) {
    if (child.runs)
      inks.push(...child.runs.map((run) => inkOf(run.text, { ...base, ...run.style }, heading)));
    else {
      if (inks.length > 0) flush();
      if (child.type === 'HORIZONTAL_RULE') blocks.push({ kind: 'rule' });
      else if (child.type === 'PAGE_BREAK') blocks.push({ kind: 'break' });
      else if (child.image)
        blocks.push({
          kind: 'image',
          bytes: Buffer.from(child.image.content, 'base64'),
          width: child.image.width,
          height: child.image.height,
        });
    }
  }
  if (inks.length > 0 || blocks.length === 0) flush();
  return blocks;
}

function blocksOf(nodes: readonly DocNode[], state: DocumentState, numbers: ListNumbers): Block[] {
  return nodes.flatMap((node): Block[] => {
    if (node.type !== 'TABLE') return paragraphBlocks(node, state, numbers);
    const rows = (node.children ?? []).map((row) =>
      (row.children ?? []).map((cell) => {
        const fill = cell.attributes?.['BACKGROUND_COLOR'];
        return {
          blocks: blocksOf(cell.children ?? [], state, numbers),
          ...(typeof fill === 'string' ? { fill } : {}),
        };
      }),
    );
    const widths = (node.children?.[0]?.children ?? []).map((cell) => numberOf(cell.attributes, 'WIDTH'));
    const isWide = widths.length > 0 && widths.every((each): each is number => each !== undefined);
    return [
      {
        kind: 'table',
        rows,
        bare: numberOf(node.attributes, 'BORDER_WIDTH') === 0,
        ...(isWide ? { widths: widths as number[] } : {}),
      },
    ];
  });
}

function documentPdf(state: DocumentState, title: string): Uint8Array {
  const page = state.body.attributes;
  const size = (key: string, otherwise: number): number => numberOf(page, key) ?? otherwise;
  const numbers = new ListNumbers();
  const parts = (node: DocNode | undefined): Block[] | undefined =>
    node && blocksOf(node.children ?? [], state, numbers);
  const header = parts(state.header);
  const footer = parts(state.footer);
  return printPaper({
    title,
    width: size('PAGE_WIDTH', A4.width),
    height: size('PAGE_HEIGHT', A4.height),
    margin: {
      top: size('MARGIN_TOP', 72),
      right: size('MARGIN_RIGHT', 72),
      bottom: size('MARGIN_BOTTOM', 72),
      left: size('MARGIN_LEFT', 72),
    },
    blocks: blocksOf(state.body.children ?? [], state, numbers),
    ...(header ? { header } : {}),
    ...(footer ? { footer } : {}),
  });
}

function styleCss(style: DocAttributes): string {
  const rules: string[] = [];
  if (style['BOLD'] === true) rules.push('font-weight:700');
  if (style['ITALIC'] === true) rules.push('font-style:italic');
  const lines = [
    style['UNDERLINE'] === true ? 'underline' : '',
    style['STRIKETHROUGH'] === true ? 'line-through' : '',
  ];
  if (lines.join('') !== '') rules.push(`text-decoration:${lines.join(' ').trim()}`);
  if (typeof style['FOREGROUND_COLOR'] === 'string') rules.push(`color:${style['FOREGROUND_COLOR']}`);
  if (typeof style['BACKGROUND_COLOR'] === 'string')
    rules.push(`background-color:${style['BACKGROUND_COLOR']}`);
  if (typeof style['FONT_SIZE'] === 'number') rules.push(`font-size:${String(style['FONT_SIZE'])}pt`);
  if (typeof style['FONT_FAMILY'] === 'string') rules.push(`font-family:${style['FONT_FAMILY']}`);
  return rules.join(';');
}

/** One element as markup; also what a page shows of a document. */
export function nodeHtml(node: DocNode): string {
  const inner = (node.children ?? []).map(nodeHtml).join('');
  if (node.runs) {
    return node.runs
      .map(({ text, style = {} }) => {
        const link = style['LINK_URL'];
        const shown = `<span style="${escapeXml(styleCss(style))}">${escapeXml(text).replace(/\n/g, '<br>')}</span>`;
        return typeof link === 'string' && /^(https?:|mailto:)/.test(link)
          ? `<a href="${escapeXml(link)}">${shown}</a>`
          : shown;
      })
      .join('');
  }
  if (node.image) {
    const { contentType, content, width, height, alt = '' } = node.image;
    return `<img src="data:${escapeXml(contentType)};base64,${content}" width="${String(width)}" height="${String(height)}" alt="${escapeXml(alt)}">`;
  }
  const align = String(node.attributes?.['HORIZONTAL_ALIGNMENT'] ?? '').toLowerCase();
  const style = align === '' ? '' : ` style="text-align:${align}"`;
  const heading = /^HEADING(\d)$/.exec(String(node.attributes?.['HEADING'] ?? ''))?.[1];
  const fill = node.attributes?.['BACKGROUND_COLOR'];
  switch (node.type) {
    case 'PARAGRAPH': {
      const tag = heading ? `h${heading}` : node.attributes?.['HEADING'] === 'TITLE' ? 'h1' : 'p';
      return `<${tag}${style}>${inner === '' ? '<br>' : inner}</${tag}>`;
    }
    case 'LIST_ITEM': {
      const tag = /BULLET/.test(String(node.attributes?.['GLYPH_TYPE'] ?? '')) ? 'ul' : 'ol';
      return `<${tag}><li${style}>${inner}</li></${tag}>`;
    }
    case 'TABLE':
      return `<table border="1">${inner}</table>`;
    case 'TABLE_ROW':
      return `<tr>${inner}</tr>`;
    case 'TABLE_CELL':
      return `<td${typeof fill === 'string' ? ` style="background-color:${escapeXml(fill)}"` : ''}>${inner}</td>`;
    case 'HORIZONTAL_RULE':
    case 'PAGE_BREAK':
      return '<hr>';
    default:
      return inner;
  }
}

/** `Platform.exportDocument` over a store: PDF, DOCX, plain text, HTML. */
export function documentExporter(
  store: Pick<Store, 'get'>,
): (id: string, format: DocumentFormat) => Uint8Array {
  const utf8 = new TextEncoder();
  return (id, format) => {
    const state = store.get('document', id);
    if (!state) throw new GoogleError(`No document has the id ${id}.`);
    const title = store.get('file', id)?.name ?? '';
    if (format === 'pdf') return documentPdf(state, title);
    if (format === 'docx') return documentDocx(state, title);
    if (format === 'txt') return utf8.encode(textOfNode(state.body));
    return utf8.encode(
      `<html><head><meta charset="utf-8"><title>${escapeXml(title)}</title></head><body>${nodeHtml(state.body)}</body></html>`,
    );
  };
}
