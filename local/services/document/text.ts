import type { DocAttributes, DocNode } from '../../state/document';
import type { EnumValue } from '../served';
import { GoogleError } from '../served';
import type { Members } from '../spreadsheet/members';
import { put, shown, shownAttributes } from './attributes';
import { Element } from './element';
import { RangeElement } from './rangeElement';
import { indices, restyle, splice, styleAt, textOf } from './runs';
import { findText, replaceText } from './search';
import { change, under } from './tree';
import { register } from './wrap';

type G = Members<GoogleAppsScript.Document.Text>;
/** Some letters of one node; `end` is exclusive. */
interface Piece {
  node: DocNode;
  start: number;
  end: number;
}

/**
 * Rich text: one text element, or all text of a container (`editAsText`), where a line break of one letter stands
 * between paragraphs.
 */
export class Text extends Element implements Pick<G, keyof G> {
  static override readonly gas = 'Document.Text';

  /** The text nodes with the offset at which each begins; a container without text gets one to write into. */
  private placed(): { node: DocNode; at: number }[] {
    if (this.node.type === 'TEXT') return [{ node: this.node, at: 0 }];
    const lines = /^(PARAGRAPH|LIST_ITEM)$/.test(this.node.type)
      ? [this.node]
      : under(this.node, 'PARAGRAPH', 'LIST_ITEM');
    let at = 0;
    return lines.flatMap((line) => {
      const own = (line.children ?? []).filter((child) => child.type === 'TEXT');
      const placed = own.map((node) => {
        const start = at;
        at += textOf(node).length;
        return { node, at: start };
      });
      at += 1;
      return placed;
    });
  }
  private firstLine(): DocNode | undefined {
    return /^(PARAGRAPH|LIST_ITEM)$/.test(this.node.type)
      ? this.node
      : under(this.node, 'PARAGRAPH', 'LIST_ITEM')[0];
  }
  private pieces(start: number, end: number): Piece[] {
    return this.placed().flatMap(({ node, at }) => {
      const from = Math.max(0, start - at);
      const to = Math.min(textOf(node).length, end - at);
      return from < to ? [{ node, start: from, end: to }] : [];
    });
  }

  getText(): string {
    if (this.node.type === 'TEXT') return textOf(this.node);
    let text = '';
    for (const { node, at } of this.placed()) text = text.padEnd(at, '\n') + textOf(node);
    return text;
  }
  editAsText(): this {
    return this;
  }
  setText(text: string): this {
    return this.write(0, this.getText().length, text);
  }
  appendText(text: string): this {
    const end = this.getText().length;
    return this.write(end, end, text);
  }
  insertText(offset: number, text: string): this {
    this.check(offset, this.getText().length);
    return this.write(offset, offset, text);
  }
  deleteText(startOffset: number, endOffsetInclusive: number): this {
    this.check(endOffsetInclusive, this.getText().length - 1);
    return this.write(startOffset, endOffsetInclusive + 1, '');
  }
  private check(offset: number, last: number): void {
    if (offset < 0 || offset > last)
      throw new GoogleError(`Index (${offset}) must be less than or equal to ${last}.`);
  }
  private write(start: number, end: number, text: string): this {
    return change(this.doc, () => {
      const pieces = this.pieces(start, end);
      for (const piece of pieces.slice(1)) splice(piece.node, piece.start, piece.end, '');
      const first = pieces[0];
      if (first) splice(first.node, first.start, first.end, text);
      else this.writeBetween(start, text);
      return this;
    });
  }
  /** Where no letter is replaced: into the text that ends or stands there, or a new one. */
  private writeBetween(offset: number, text: string): void {
    const found = [...this.placed()].reverse().find(({ at }) => at <= offset);
    if (found) {
      const at = Math.min(offset - found.at, textOf(found.node).length);
      splice(found.node, at, at, text, styleAt(found.node, Math.max(0, at - 1)));
      return;
    }
    const line = this.firstLine();
    if (line && text !== '') (line.children ??= []).unshift({ type: 'TEXT', runs: [{ text }] });
  }

  findText(searchPattern: string, from?: RangeElement): RangeElement | null {
    const found = findText(this.node, searchPattern, from?.place);
    return found ? new RangeElement(this.doc, found.node, found) : null;
  }
  replaceText(searchPattern: string, replacement: string): this {
    replaceText(this.doc, this.node, searchPattern, replacement);
    return this;
  }
  getTextAttributeIndices(): number[] {
    return this.placed().flatMap(({ node, at }) => indices(node).map((each) => each + at));
  }

  private style(offset: number | undefined): DocAttributes {
    const pieces = this.pieces(offset ?? 0, (offset ?? Number.POSITIVE_INFINITY - 1) + 1);
    const first = pieces[0];
    return first ? styleAt(first.node, first.start) : {};
  }
  /** Without an offset null where the letters differ. */
  private value<T>(key: string, offset: number | undefined): T | null {
    if (offset !== undefined) return shown(key, this.style(offset)[key]) as T | null;
    const all = this.placed().flatMap(({ node }) => (node.runs ?? []).map((run) => run.style?.[key]));
    return (new Set(all).size === 1 ? shown(key, all[0]) : null) as T | null;
  }
  /** `(value)` for all of it, `(start, endInclusive, value)` for some letters. */
  private restyle(key: string, args: readonly unknown[], more: DocAttributes = {}): this {
    const whole = args.length < 3;
    const [start, end] = whole ? [0, Number.POSITIVE_INFINITY] : [Number(args[0]), Number(args[1]) + 1];
    if (!whole) this.check(end - 1, this.getText().length - 1);
    return change(this.doc, () => {
      for (const piece of this.pieces(start, end)) {
        restyle(piece.node, piece.start, piece.end, (style) => {
          put(style, key, args[args.length - 1]);
          for (const [other, value] of Object.entries(more)) put(style, other, value);
        });
      }
      return this;
    });
  }

  override getAttributes(offset?: number): object {
    return shownAttributes('TEXT', this.style(offset ?? 0));
  }
  override setAttributes(...args: unknown[]): this {
    const given = args[args.length - 1] as object;
    for (const [key, value] of Object.entries(given)) this.restyle(key, [...args.slice(0, -1), value]);
    return this;
  }
  getBackgroundColor(offset?: number): string | null {
    return this.value('BACKGROUND_COLOR', offset);
  }
  setBackgroundColor(...args: unknown[]): this {
    return this.restyle('BACKGROUND_COLOR', args);
  }
  getFontFamily(offset?: number): string | null {
    return this.value('FONT_FAMILY', offset);
  }
  setFontFamily(...args: unknown[]): this {
    return this.restyle('FONT_FAMILY', args);
  }
  getFontSize(offset?: number): number | null {
    return this.value('FONT_SIZE', offset);
  }
  setFontSize(...args: unknown[]): this {
    return this.restyle('FONT_SIZE', args);
  }
  getForegroundColor(offset?: number): string | null {
    return this.value('FOREGROUND_COLOR', offset);
  }
  setForegroundColor(...args: unknown[]): this {
    return this.restyle('FOREGROUND_COLOR', args);
  }
  getLinkUrl(offset?: number): string | null {
    return this.value('LINK_URL', offset);
  }
  /** Links are blue and underlined, as Google makes them. */
  setLinkUrl(...args: unknown[]): this {
    const looks = { UNDERLINE: true, FOREGROUND_COLOR: '#1155cc' };
    return this.restyle('LINK_URL', args, args[args.length - 1] === null ? {} : looks);
  }
  isBold(offset?: number): boolean | null {
    return this.value('BOLD', offset);
  }
  setBold(...args: unknown[]): this {
    return this.restyle('BOLD', args);
  }
  isItalic(offset?: number): boolean | null {
    return this.value('ITALIC', offset);
  }
  setItalic(...args: unknown[]): this {
    return this.restyle('ITALIC', args);
  }
  isStrikethrough(offset?: number): boolean | null {
    return this.value('STRIKETHROUGH', offset);
  }
  setStrikethrough(...args: unknown[]): this {
    return this.restyle('STRIKETHROUGH', args);
  }
  isUnderline(offset?: number): boolean | null {
    return this.value('UNDERLINE', offset);
  }
  setUnderline(...args: unknown[]): this {
    return this.restyle('UNDERLINE', args);
  }
  getTextAlignment(offset?: number): EnumValue | null {
    return this.value('TEXT_ALIGNMENT', offset);
  }
  setTextAlignment(...args: unknown[]): this {
    return this.restyle('TEXT_ALIGNMENT', args);
  }
}
register('TEXT', (doc, node) => new Text(doc, node));
