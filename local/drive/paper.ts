import { addImage } from './pdfImage';
import { PdfFile, pdfText, widthOf } from './pdfFile';

/** A piece of text of one look; sizes in points, colors `#rrggbb`. */
export interface Ink {
  text: string;
  size?: number;
  bold?: boolean;
  italic?: boolean;
  underline?: boolean;
  color?: string;
}

/** What stands on a page, one below the other. */
export type Block =
  | {
      kind: 'text';
      inks: Ink[];
      align?: 'LEFT' | 'CENTER' | 'RIGHT' | 'JUSTIFY';
      indent?: number;
      mark?: string;
      before?: number;
      after?: number;
    }
  | {
      kind: 'table';
      rows: { blocks: Block[]; fill?: string; span?: number }[][];
      widths?: number[];
      bare?: boolean;
    }
  | { kind: 'image'; bytes: Uint8Array; width?: number; height?: number }
  | { kind: 'rule' }
  | { kind: 'break' };

export interface Sheet {
  title: string;
  width: number;
  height: number;
  margin: { top: number; right: number; bottom: number; left: number };
  blocks: Block[];
  header?: Block[];
  footer?: Block[];
}

/** A4 upright with margins of two centimetres. */
export const A4 = { width: 595.28, height: 841.89, margin: { top: 57, right: 57, bottom: 57, left: 57 } };

const SIZE = 11;
const n = (value: number): string => String(Math.round(value * 100) / 100);

/** A word with the look that it has, or a line break. */
type Word = Ink & { width: number; gap: number };

function wordsOf(inks: readonly Ink[]): (Word | '\n')[] {
  const words: (Word | '\n')[] = [];
  for (const ink of inks) {
    const { size = SIZE, bold = false } = ink;
    for (const part of ink.text.split(/(\n| +)/)) {
      if (part === '') continue;
      if (part === '\n') words.push('\n');
      else if (part.trim() === '') {
        const last = words[words.length - 1];
        if (last && last !== '\n') last.gap += widthOf(part, size, bold);
      } else words.push({ ...ink, text: part, width: widthOf(part, size, bold), gap: 0 });
    }
  }
  return words;
}

/** Breaks words into lines of that width; a word that is too long is cut. */
function linesOf(inks: readonly Ink[], width: number): Word[][] {
  const lines: Word[][] = [[]];
  let used = 0;
  const newLine = (): void => {
    lines.push([]);
    used = 0;
  };
  const put = (word: Word): void => {
    lines[lines.length - 1]?.push(word);
    used += word.width + word.gap;
  };
  for (const word of wordsOf(inks)) {
    if (word === '\n') {
      newLine();
      continue;
    }
    if (used > 0 && used + word.width > width) newLine();
    let rest = word;
    while (rest.width > width && rest.text.length > 1) {
      let cut = rest.text.length - 1;
      while (cut > 1 && widthOf(rest.text.slice(0, cut), rest.size ?? SIZE, rest.bold ?? false) > width)
        cut -= 1;
      const head = rest.text.slice(0, cut);
      put({ ...rest, text: head, gap: 0, width: widthOf(head, rest.size ?? SIZE, rest.bold ?? false) });
      newLine();
      const tail = rest.text.slice(cut);
      rest = { ...rest, text: tail, width: widthOf(tail, rest.size ?? SIZE, rest.bold ?? false) };
    }
    put(rest);
  }
  return lines;
}

const rgb = (color: string): string => {
  const value = parseInt(color.replace('#', '').replace(/^(.)(.)(.)$/, '$1$1$2$2$3$3'), 16);
  return [value >> 16, (value >> 8) & 255, value & 255].map((part) => n(part / 255)).join(' ');
};

/** Lays blocks out from the top and starts pages as they fill. */
class Printer {
  readonly file = new PdfFile();
  private readonly pages: string[][] = [];
  private readonly images = new Map<string, number>();
  private y = 0;

  constructor(private readonly sheet: Sheet) {}

  print(): Uint8Array {
    const { sheet, file } = this;
    const { margin, width } = sheet;
    this.newPage();
    this.flow(sheet.blocks, margin.left, width - margin.left - margin.right);
    const fonts = ['', '-Bold', '-Oblique', '-BoldOblique'].map((kind, at) => {
      const object = file.add(
        `<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica${kind} /Encoding /WinAnsiEncoding >>`,
      );
      return `/F${String(at)} ${String(object)} 0 R`;
    });
    const pictures = [...this.images].map(([name, object]) => `/${name} ${String(object)} 0 R`).join(' ');
    const resources = file.add(`<< /Font << ${fonts.join(' ')} >> /XObject << ${pictures} >> >>`);
    const tree = file.reserve();
    const kids = this.pages.map((page) => {
      const content = file.stream(Buffer.from(page.join('\n'), 'latin1'));
      return file.add(
        `<< /Type /Page /Parent ${String(tree)} 0 R /MediaBox [0 0 ${n(width)} ${n(sheet.height)}] /Resources ${String(resources)} 0 R /Contents ${String(content)} 0 R >>`,
      );
    });
    file.put(
      tree,
      `<< /Type /Pages /Kids [${kids.map((kid) => `${String(kid)} 0 R`).join(' ')}] /Count ${String(kids.length)} >>`,
    );
    const catalog = file.add(`<< /Type /Catalog /Pages ${String(tree)} 0 R >>`);
    return file.bytes(catalog, file.add(`<< /Title ${pdfText(sheet.title)} /Producer (Local workspace) >>`));
  }

  private newPage(): void {
    const { margin, height, width, header, footer } = this.sheet;
    this.pages.push([]);
    const inner = width - margin.left - margin.right;
    for (const [edge, top] of [
      [header, height - margin.top / 2],
      [footer, margin.bottom - 6],
    ] as const) {
      if (!edge) continue;
      this.y = top;
      for (const block of edge) if (block.kind === 'text') this.text(block, margin.left, inner, false);
    }
    this.y = height - margin.top;
  }
  private draw(command: string): void {
    this.pages[this.pages.length - 1]?.push(command);
  }
  private need(height: number): void {
    const { margin, height: page } = this.sheet;
    if (this.y - height < margin.bottom && this.y < page - margin.top) this.newPage();
  }

  private flow(blocks: readonly Block[], left: number, width: number, paged = true): void {
    for (const block of blocks) {
      if (block.kind === 'text') this.text(block, left, width, paged);
      else if (block.kind === 'table') this.table(block, left, width);
      else if (block.kind === 'image') this.image(block, left, width, paged);
      else if (block.kind === 'break') this.newPage();
      else {
        this.y -= 6;
        this.draw(`0.6 G ${n(left)} ${n(this.y)} m ${n(left + width)} ${n(this.y)} l S`);
        this.y -= 6;
      }
    }
  }

  private text(block: Extract<Block, { kind: 'text' }>, left: number, width: number, paged: boolean): void {
    const { inks, align = 'LEFT', indent = 0, mark, before = 0, after = 0 } = block;
    this.y -= before;
    const inner = width - indent;
    const size = Math.max(...inks.map((ink) => ink.size ?? SIZE), inks.length === 0 ? SIZE : 0);
    for (const [at, line] of linesOf(inks, inner).entries()) {
      const height = size * 1.3;
      if (paged) this.need(height);
      this.y -= height;
      const used = line.reduce(
        (sum, word, place) => sum + word.width + (place < line.length - 1 ? word.gap : 0),
        0,
      );
      let x =
        left + indent + (align === 'CENTER' ? (inner - used) / 2 : align === 'RIGHT' ? inner - used : 0);
      if (mark !== undefined && at === 0)
        this.word({ text: mark, width: 0, gap: 0 }, left + Math.max(0, indent - 14));
      for (const word of line) {
        this.word(word, x);
        x += word.width + word.gap;
      }
    }
    this.y -= after;
  }
  private word(word: Word, x: number): void {
    const { text, size = SIZE, bold, italic, color = '#000000', underline } = word;
    const font = (bold ? 1 : 0) + (italic ? 2 : 0);
    const base = this.y + size * 0.3;
    this.draw(
      `BT ${rgb(color)} rg /F${String(font)} ${n(size)} Tf ${n(x)} ${n(base)} Td ${pdfText(text)} Tj ET`,
    );
    if (underline)
      this.draw(
        `${rgb(color)} RG 0.5 w ${n(x)} ${n(base - 1.5)} m ${n(x + word.width)} ${n(base - 1.5)} l S`,
      );
  }

  private image(
    { bytes, width, height }: Extract<Block, { kind: 'image' }>,
    left: number,
    room: number,
    paged: boolean,
  ): void {
    const made = addImage(this.file, bytes);
    if (!made) return;
    const name = `I${String(this.images.size + 1)}`;
    this.images.set(name, made.object);
    // Pixels are three quarters of a point.
    const wide = (width ?? made.width) * 0.75;
    const scale = Math.min(1, room / wide, 400 / ((height ?? made.height) * 0.75));
    const [w, h] = [wide * scale, (height ?? made.height) * 0.75 * scale];
    if (paged) this.need(h);
    this.y -= h;
    this.draw(`q ${n(w)} 0 0 ${n(h)} ${n(left)} ${n(this.y)} cm /${name} Do Q`);
  }

  private heightOf(blocks: readonly Block[], width: number): number {
    let height = 0;
    for (const block of blocks) {
      if (block.kind === 'text') {
        const size = Math.max(
          ...block.inks.map((ink) => ink.size ?? SIZE),
          block.inks.length === 0 ? SIZE : 0,
        );
        height +=
          linesOf(block.inks, width - (block.indent ?? 0)).length * size * 1.3 +
          (block.before ?? 0) +
          (block.after ?? 0);
      } else if (block.kind === 'image') height += (block.height ?? 100) * 0.75;
      else if (block.kind === 'table') {
        for (const row of block.rows)
          height += Math.max(...row.map((cell) => this.heightOf(cell.blocks, width / row.length)), 0) + 6;
      } else height += 12;
    }
    return height;
  }
  private table(
    { rows, widths, bare }: Extract<Block, { kind: 'table' }>,
    left: number,
    width: number,
  ): void {
    const columns = Math.max(...rows.map((row) => row.reduce((sum, cell) => sum + (cell.span ?? 1), 0)), 1);
    const given = Array.from({ length: columns }, (_, at) => widths?.[at] ?? width / columns);
    const scale = Math.min(1, width / given.reduce((sum, each) => sum + each, 0));
    const wide = given.map((each) => each * (widths ? scale : 1));
    for (const row of rows) {
      let column = 0;
      const cells = row.map((cell) => {
        const start = column;
        column += cell.span ?? 1;
        const sum = (from: number, to: number): number =>
          wide.slice(from, to).reduce((total, each) => total + each, 0);
        return { cell, x: left + sum(0, start), w: sum(start, column) };
      });
      const height = Math.max(...cells.map(({ cell, w }) => this.heightOf(cell.blocks, w - 8)), SIZE) + 6;
      this.need(height);
      const top = this.y;
      for (const { cell, x, w } of cells) {
        if (cell.fill !== undefined)
          this.draw(`${rgb(cell.fill)} rg ${n(x)} ${n(top - height)} ${n(w)} ${n(height)} re f`);
        if (!bare) this.draw(`0.6 G 0.5 w ${n(x)} ${n(top - height)} ${n(w)} ${n(height)} re S`);
        this.y = top - 3;
        this.flow(cell.blocks, x + 4, w - 8, false);
      }
      this.y = top - height;
    }
  }
}

/**
 * Blocks as PDF: Helvetica, lines broken by words, pages as they fill. Plain, but every letter is in it: letters
 * that Western fonts lack are question marks.
 */
export function printPaper(sheet: Sheet): Uint8Array {
  return new Printer(sheet).print();
}
