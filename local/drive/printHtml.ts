import { A4, printPaper, type Block, type Ink } from './paper';

const SIZES: Record<string, number> = { h1: 20, h2: 16, h3: 14, h4: 12, h5: 11, h6: 11 };
const BREAKS = /^(p|div|section|article|header|footer|main|ul|ol|form|blockquote|h[1-6]|body|html|center)$/;
const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  copy: '©',
  ndash: '–',
  mdash: '—',
  bull: '•',
  hellip: '…',
};

/** The text that character references stand for. */
function unescape(text: string): string {
  return text.replace(/&(#x[\da-f]+|#\d+|\w+);/gi, (whole, name: string) => {
    if (/^#x/i.test(name)) return String.fromCodePoint(parseInt(name.slice(2), 16));
    if (name.startsWith('#')) return String.fromCodePoint(Number(name.slice(1)));
    return ENTITIES[name] ?? whole;
  });
}

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i')
    .exec(tag)
    ?.slice(1)
    .find((each) => each !== undefined);

/** Reads markup from the left and makes blocks of it; what is open when it ends is closed. */
class Reader {
  private readonly stack: Block[][] = [[]];
  private readonly tables: Extract<Block, { kind: 'table' }>[] = [];
  private readonly rows: Extract<Block, { kind: 'table' }>['rows'][number][] = [];
  private readonly open: string[] = [];
  private inks: Ink[] = [];
  private item: string | undefined;
  private heading: string | undefined;
  private align: 'CENTER' | 'RIGHT' | undefined;
  private readonly counts: number[] = [];

  read(html: string): Block[] {
    const clean = html.replace(
      /<!--[\s\S]*?-->|<(script|style|head|title)\b[\s\S]*?<\/\1\s*>|<!doctype[^>]*>/gi,
      '',
    );
    for (const [, tag = '', text = ''] of clean.matchAll(/(<[^>]*>)|([^<]+)/g)) {
      if (tag === '') this.text(unescape(text.replace(/\s+/g, ' ')));
      else if (tag.startsWith('</')) this.close(/^<\/\s*(\w+)/.exec(tag)?.[1]?.toLowerCase() ?? '');
      else this.begin(/^<\s*(\w+)/.exec(tag)?.[1]?.toLowerCase() ?? '', tag);
    }
    this.flush();
    return this.stack[0] ?? [];
  }
  private text(text: string): void {
    if (text.trim() === '' && this.inks.length === 0) return;
    const has = (...names: string[]): boolean => this.open.some((name) => names.includes(name));
    this.inks.push({
      text,
      size: SIZES[this.heading ?? ''] ?? 11,
      bold: has('b', 'strong', 'th') || this.heading !== undefined,
      italic: has('i', 'em'),
      underline: has('u', 'a'),
    });
  }
  private flush(): void {
    const { inks, item, align } = this;
    if (inks.length > 0 && inks.some((ink) => ink.text.trim() !== '')) {
      const look = {
        after: item === undefined ? 6 : 2,
        ...(align ? { align } : {}),
        ...(item === undefined ? {} : { indent: 18, mark: item }),
      };
      this.here().push({ kind: 'text', inks, ...look });
      this.item = undefined;
    }
    this.inks = [];
  }
  private here(): Block[] {
    return this.stack[this.stack.length - 1] ?? [];
  }
  private begin(name: string, tag: string): void {
    if (BREAKS.test(name) || name === 'li' || name === 'table' || name === 'tr') this.flush();
    const side = /(?:text-align\s*:\s*|align\s*=\s*["']?)(center|right)/i.exec(tag)?.[1]?.toUpperCase();
    if (BREAKS.test(name) || name === 'td' || name === 'th')
      this.align = name === 'center' ? 'CENTER' : (side as 'CENTER' | 'RIGHT' | undefined);
    if (name === 'br') this.inks.push({ text: '\n' });
    else if (name === 'hr') {
      this.flush();
      this.here().push({ kind: 'rule' });
    } else if (name === 'img') this.picture(tag);
    else if (name in SIZES) this.heading = name;
    else if (name === 'ol' || name === 'ul') this.counts.push(name === 'ol' ? 0 : Number.NaN);
    else if (name === 'li') this.item = this.nextMark();
    else if (name === 'table') {
      const bare = /border\s*=\s*["']?0|border\s*:\s*(none|0)/i.test(tag);
      this.tables.push({ kind: 'table', rows: [], bare });
    } else if (name === 'tr') this.rows.push([]);
    else if (name === 'td' || name === 'th') this.cell(tag);
    if (!/^(br|hr|img|meta|link|input)$/.test(name)) this.open.push(name);
  }
  private nextMark(): string {
    const last = this.counts.length - 1;
    const count = (this.counts[last] ?? Number.NaN) + 1;
    this.counts[last] = count;
    return Number.isNaN(count) ? '•' : `${String(count)}.`;
  }
  private cell(tag: string): void {
    this.flush();
    const fill = /background(?:-color)?\s*:\s*(#[\da-f]{3,6})\b|bgcolor\s*=\s*["']?(#[\da-f]{3,6})/i.exec(
      tag,
    );
    const color = fill?.[1] ?? fill?.[2];
    const span = Number(attribute(tag, 'colspan') ?? 1);
    const blocks: Block[] = [];
    this.rows[this.rows.length - 1]?.push({
      blocks,
      ...(color === undefined ? {} : { fill: color }),
      ...(span > 1 ? { span } : {}),
    });
    this.stack.push(blocks);
  }
  private close(name: string): void {
    const at = this.open.lastIndexOf(name);
    if (at < 0) return;
    this.open.splice(at, 1);
    if (BREAKS.test(name) || /^(li|td|th|tr|table)$/.test(name)) this.flush();
    if (name in SIZES) this.heading = undefined;
    else if (name === 'ol' || name === 'ul') this.counts.pop();
    else if ((name === 'td' || name === 'th') && this.stack.length > 1) this.stack.pop();
    else if (name === 'tr') {
      const row = this.rows.pop();
      if (row && row.length > 0) this.tables[this.tables.length - 1]?.rows.push(row);
    } else if (name === 'table') {
      const table = this.tables.pop();
      if (table && table.rows.length > 0) this.here().push(table);
    }
    if (BREAKS.test(name)) this.align = undefined;
  }
  private picture(tag: string): void {
    const data = /^data:image\/(?:png|jpe?g);base64,(.+)$/.exec(attribute(tag, 'src') ?? '')?.[1];
    if (data === undefined) return;
    this.flush();
    const width = Number(attribute(tag, 'width') ?? Number.NaN);
    this.here().push({
      kind: 'image',
      bytes: Buffer.from(data, 'base64'),
      ...(Number.isFinite(width) ? { width } : {}),
    });
  }
}

/**
 * `Platform.printHtml`: the text of a page on A4 with headings, lists, tables, bold, italic and pictures that stand in
 * the page itself. No style sheets, no scripts, nothing is fetched.
 */
export function printHtml(html: string): Uint8Array {
  const title = unescape(/<title>([\s\S]*?)<\/title>/i.exec(html)?.[1] ?? '');
  return printPaper({ ...A4, title, blocks: new Reader().read(html) });
}
