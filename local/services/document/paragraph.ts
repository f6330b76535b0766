import type { DocAttributes, DocNode } from '../../state/document';
import type { EnumValue } from '../served';
import { enumValue } from '../served';
import type { Members } from '../spreadsheet/members';
import { isOfText } from './attributes';
import { Container } from './container';
import type { Runtime } from '../runtime';
import { HorizontalRule, imageOf, InlineImage, PageBreak } from './inline';
import { styleAt, textOf } from './runs';
import { Text } from './text';
import { register } from './wrap';

type G = Members<GoogleAppsScript.Document.Paragraph>;
/** Pictures that float beside the text. */
type Floating = 'addPositionedImage' | 'getPositionedImage' | 'getPositionedImages' | 'removePositionedImage';

/** One paragraph: texts, pictures, rules and page breaks in a row. */
export class Paragraph extends Container implements Pick<G, Exclude<keyof G, Floating>> {
  static override readonly gas: string = 'Document.Paragraph';

  /** New text looks like the text before it, or as the blank paragraph was told to. */
  private ownStyle(at: number): DocAttributes {
    const before = (this.node.children ?? []).slice(0, at).filter((child) => child.type === 'TEXT');
    const last = before[before.length - 1];
    if (last) return { ...styleAt(last, textOf(last).length) };
    return Object.fromEntries(Object.entries(this.node.attributes ?? {}).filter(([key]) => isOfText(key)));
  }
  private textAt(at: number, text: string | Text): Text {
    if (typeof text !== 'string') return this.add(text, at);
    const style = this.ownStyle(at);
    delete style['LINK_URL'];
    const run = Object.keys(style).length > 0 ? { text, style } : { text };
    return this.add(new Text(this.doc, { type: 'TEXT', runs: text === '' ? [] : [run] }), at);
  }

  appendText(text: string | Text): Text {
    return this.textAt(this.getNumChildren(), text);
  }
  insertText(childIndex: number, text: string | Text): Text {
    return this.textAt(childIndex, text);
  }
  setText(text: string): void {
    const style = this.ownStyle(this.getNumChildren());
    const run = Object.keys(style).length > 0 ? { text, style } : { text };
    this.setChildren(text === '' ? [] : [{ type: 'TEXT', runs: [run] }]);
  }
  appendInlineImage(image: unknown): InlineImage {
    return this.insertInlineImage(this.getNumChildren(), image);
  }
  insertInlineImage(childIndex: number, image: unknown): InlineImage {
    if (image instanceof InlineImage) return this.add(image, childIndex);
    return this.add(new InlineImage(this.doc, imageOf(this.runtime, image)), childIndex);
  }
  appendHorizontalRule(): HorizontalRule {
    return this.insertHorizontalRule(this.getNumChildren());
  }
  insertHorizontalRule(childIndex: number): HorizontalRule {
    return this.add(new HorizontalRule(this.doc, { type: 'HORIZONTAL_RULE' }), childIndex);
  }
  appendPageBreak(pageBreak?: PageBreak): PageBreak {
    return this.insertPageBreak(this.getNumChildren(), pageBreak);
  }
  insertPageBreak(childIndex: number, pageBreak?: PageBreak): PageBreak {
    return this.add(pageBreak ?? new PageBreak(this.doc, { type: 'PAGE_BREAK' }), childIndex);
  }

  getHeading(): EnumValue {
    return this.get('HEADING') ?? enumValue('Document.ParagraphHeading', 'NORMAL');
  }
  setHeading(heading: EnumValue): this {
    return this.set('HEADING', heading);
  }
  getAlignment(): EnumValue | null {
    return this.get('HORIZONTAL_ALIGNMENT');
  }
  setAlignment(alignment: EnumValue): this {
    return this.set('HORIZONTAL_ALIGNMENT', alignment);
  }
  getIndentStart(): number | null {
    return this.get('INDENT_START');
  }
  setIndentStart(indentStart: number): this {
    return this.set('INDENT_START', indentStart);
  }
  getIndentEnd(): number | null {
    return this.get('INDENT_END');
  }
  setIndentEnd(indentEnd: number): this {
    return this.set('INDENT_END', indentEnd);
  }
  getIndentFirstLine(): number | null {
    return this.get('INDENT_FIRST_LINE');
  }
  setIndentFirstLine(indentFirstLine: number): this {
    return this.set('INDENT_FIRST_LINE', indentFirstLine);
  }
  getLineSpacing(): number | null {
    return this.get('LINE_SPACING');
  }
  setLineSpacing(multiplier: number): this {
    return this.set('LINE_SPACING', multiplier);
  }
  getSpacingBefore(): number | null {
    return this.get('SPACING_BEFORE');
  }
  setSpacingBefore(spacingBefore: number): this {
    return this.set('SPACING_BEFORE', spacingBefore);
  }
  getSpacingAfter(): number | null {
    return this.get('SPACING_AFTER');
  }
  setSpacingAfter(spacingAfter: number): this {
    return this.set('SPACING_AFTER', spacingAfter);
  }
  isLeftToRight(): boolean {
    return this.get<boolean>('LEFT_TO_RIGHT') ?? true;
  }
  setLeftToRight(leftToRight: boolean): this {
    return this.set('LEFT_TO_RIGHT', leftToRight);
  }
}

const GLYPHS = 'Document.GlyphType';

/** A paragraph of a list: numbered, as Google makes one without being told, or with bullets. */
export class ListItem
  extends Paragraph
  implements
    Pick<
      Members<GoogleAppsScript.Document.ListItem>,
      'getGlyphType' | 'getListId' | 'getNestingLevel' | 'setGlyphType' | 'setListId' | 'setNestingLevel'
    >
{
  static override readonly gas = 'Document.ListItem';

  getGlyphType(): EnumValue {
    return this.get('GLYPH_TYPE') ?? enumValue(GLYPHS, 'NUMBER');
  }
  setGlyphType(glyphType: EnumValue): this {
    return this.set('GLYPH_TYPE', glyphType);
  }
  getNestingLevel(): number {
    return this.get('NESTING_LEVEL') ?? 0;
  }
  setNestingLevel(nestingLevel: number): this {
    return this.set('NESTING_LEVEL', nestingLevel);
  }
  getListId(): string {
    return this.get('LIST_ID') ?? '';
  }
  /** The list of another item. */
  setListId(listItem: ListItem): this {
    return this.set('LIST_ID', listItem.getListId());
  }
}

/** A list item goes on with the list right before it; otherwise it begins one. */
export function joinList(runtime: Runtime, parent: DocNode, item: DocNode): void {
  const siblings = parent.children ?? [];
  const before = siblings[siblings.indexOf(item) - 1];
  const own = (item.attributes ??= {});
  if (own['LIST_ID'] !== undefined) return;
  const list = before?.type === 'LIST_ITEM' ? before.attributes?.['LIST_ID'] : undefined;
  own['LIST_ID'] = list ?? `kix.${runtime.newId('item')}`;
}

register('PARAGRAPH', (doc, node) => new Paragraph(doc, node));
register('LIST_ITEM', (doc, node) => new ListItem(doc, node));
