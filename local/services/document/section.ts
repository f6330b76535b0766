import type { DocNode } from '../../state/document';
import { blankParagraph } from '../../state/document';
import type { Members } from '../spreadsheet/members';
import type { EnumValue } from '../served';
import { put, shownAttributes } from './attributes';
import { Container } from './container';
import { imageOf, InlineImage, type HorizontalRule, type PageBreak } from './inline';
import { joinList, ListItem, Paragraph } from './paragraph';
import { Table } from './table';
import { change, paragraphOf, tableOf, under } from './tree';
import { register } from './wrap';

/** Something with paragraphs, lists, tables and pictures one below the other: body, header, footer, table cell. */
export abstract class Section extends Container {
  appendParagraph(paragraph: string | Paragraph): Paragraph {
    return this.insertParagraph(this.getNumChildren(), paragraph);
  }
  insertParagraph(childIndex: number, paragraph: string | Paragraph): Paragraph {
    const made = typeof paragraph === 'string' ? new Paragraph(this.doc, paragraphOf(paragraph)) : paragraph;
    return this.add(made, childIndex);
  }
  appendListItem(listItem: string | ListItem): ListItem {
    return this.insertListItem(this.getNumChildren(), listItem);
  }
  insertListItem(childIndex: number, listItem: string | ListItem): ListItem {
    const made =
      typeof listItem === 'string' ? new ListItem(this.doc, paragraphOf(listItem, 'LIST_ITEM')) : listItem;
    this.add(made, childIndex);
    joinList(this.runtime, this.node, made.node);
    return made;
  }
  appendTable(cells?: string[][] | Table): Table {
    return this.insertTable(this.getNumChildren(), cells);
  }
  insertTable(childIndex: number, cells: string[][] | Table = []): Table {
    return this.add(Array.isArray(cells) ? new Table(this.doc, tableOf(cells)) : cells, childIndex);
  }
  /** In a paragraph of its own. */
  appendImage(image: unknown): InlineImage {
    return this.insertImage(this.getNumChildren(), image);
  }
  insertImage(childIndex: number, image: unknown): InlineImage {
    // What is no image has to fail before a paragraph is made for it.
    const made =
      image instanceof InlineImage ? image : new InlineImage(this.doc, imageOf(this.runtime, image));
    return this.insertParagraph(childIndex, '').insertInlineImage(0, made);
  }
  appendHorizontalRule(): HorizontalRule {
    return this.insertHorizontalRule(this.getNumChildren());
  }
  insertHorizontalRule(childIndex: number): HorizontalRule {
    return this.insertParagraph(childIndex, '').appendHorizontalRule();
  }

  getParagraphs(): Paragraph[] {
    return this.lines().map((node) =>
      node.type === 'LIST_ITEM' ? new ListItem(this.doc, node) : new Paragraph(this.doc, node),
    );
  }
  getListItems(): ListItem[] {
    return under(this.node, 'LIST_ITEM').map((node) => new ListItem(this.doc, node));
  }
  getTables(): Table[] {
    return under(this.node, 'TABLE').map((node) => new Table(this.doc, node));
  }
  getImages(): InlineImage[] {
    return under(this.node, 'INLINE_IMAGE').map((node) => new InlineImage(this.doc, node));
  }
  getFootnotes(): never[] {
    return [];
  }
  private lines(): DocNode[] {
    return under(this.node, 'PARAGRAPH', 'LIST_ITEM');
  }
  /** One paragraph for each line. */
  setText(text: string): this {
    return this.setChildren(text.split('\n').map((line) => paragraphOf(line)));
  }
  /** A section keeps one blank paragraph. */
  override clear(): this {
    return this.setChildren([blankParagraph()]);
  }
}

type GBody = Members<GoogleAppsScript.Document.Body>;

/** The text between header and footer. Margins and page sizes are points. */
export class Body extends Section implements Pick<GBody, keyof GBody> {
  static override readonly gas = 'Document.Body';

  appendPageBreak(pageBreak?: PageBreak): PageBreak {
    return this.appendParagraph('').appendPageBreak(pageBreak);
  }
  insertPageBreak(childIndex: number, pageBreak?: PageBreak): PageBreak {
    return this.insertParagraph(childIndex, '').appendPageBreak(pageBreak);
  }
  getHeadingAttributes(paragraphHeading: EnumValue): object {
    return shownAttributes('PARAGRAPH', this.doc.state.headings?.[paragraphHeading.key] ?? {});
  }
  setHeadingAttributes(paragraphHeading: EnumValue, attributes: object): this {
    return change(this.doc, () => {
      const all = (this.doc.state.headings ??= {});
      const own = (all[paragraphHeading.key] ??= {});
      for (const [key, value] of Object.entries(attributes)) put(own, key, value);
      return this;
    });
  }
  getMarginTop(): number | null {
    return this.get('MARGIN_TOP');
  }
  setMarginTop(marginTop: number): this {
    return this.set('MARGIN_TOP', marginTop);
  }
  getMarginBottom(): number | null {
    return this.get('MARGIN_BOTTOM');
  }
  setMarginBottom(marginBottom: number): this {
    return this.set('MARGIN_BOTTOM', marginBottom);
  }
  getMarginLeft(): number | null {
    return this.get('MARGIN_LEFT');
  }
  setMarginLeft(marginLeft: number): this {
    return this.set('MARGIN_LEFT', marginLeft);
  }
  getMarginRight(): number | null {
    return this.get('MARGIN_RIGHT');
  }
  setMarginRight(marginRight: number): this {
    return this.set('MARGIN_RIGHT', marginRight);
  }
  getPageWidth(): number | null {
    return this.get('PAGE_WIDTH');
  }
  setPageWidth(pageWidth: number): this {
    return this.set('PAGE_WIDTH', pageWidth);
  }
  getPageHeight(): number | null {
    return this.get('PAGE_HEIGHT');
  }
  setPageHeight(pageHeight: number): this {
    return this.set('PAGE_HEIGHT', pageHeight);
  }
}

/** A section at the edge of every page; removing it takes it out of the document. */
abstract class Edge extends Section {
  protected abstract readonly place: 'header' | 'footer';
  override removeFromParent(): this {
    return change(this.doc, () => {
      delete this.doc.state[this.place];
      return this;
    });
  }
}
type GHeader = Members<GoogleAppsScript.Document.HeaderSection>;
type GFooter = Members<GoogleAppsScript.Document.FooterSection>;
export class HeaderSection extends Edge implements Pick<GHeader, keyof GHeader> {
  static override readonly gas = 'Document.HeaderSection';
  protected readonly place = 'header';
}
export class FooterSection extends Edge implements Pick<GFooter, keyof GFooter> {
  static override readonly gas = 'Document.FooterSection';
  protected readonly place = 'footer';
}

type GCell = Members<GoogleAppsScript.Document.TableCell>;

/** A cell of a table, of one paragraph at least. Cells are not joined here, so spans are 1. */
export class TableCell extends Section implements Pick<GCell, keyof GCell> {
  static override readonly gas = 'Document.TableCell';

  getParentRow(): ReturnType<TableCell['getParent']> {
    return this.getParent();
  }
  getParentTable(): ReturnType<TableCell['getParent']> {
    return this.getParent()?.getParent() ?? null;
  }
  getColSpan(): number {
    return 1;
  }
  getRowSpan(): number {
    return 1;
  }
  getBackgroundColor(): string | null {
    return this.get('BACKGROUND_COLOR');
  }
  setBackgroundColor(color: string | null): this {
    return this.set('BACKGROUND_COLOR', color);
  }
  getPaddingTop(): number | null {
    return this.get('PADDING_TOP');
  }
  setPaddingTop(paddingTop: number): this {
    return this.set('PADDING_TOP', paddingTop);
  }
  getPaddingBottom(): number | null {
    return this.get('PADDING_BOTTOM');
  }
  setPaddingBottom(paddingBottom: number): this {
    return this.set('PADDING_BOTTOM', paddingBottom);
  }
  getPaddingLeft(): number | null {
    return this.get('PADDING_LEFT');
  }
  setPaddingLeft(paddingLeft: number): this {
    return this.set('PADDING_LEFT', paddingLeft);
  }
  getPaddingRight(): number | null {
    return this.get('PADDING_RIGHT');
  }
  setPaddingRight(paddingRight: number): this {
    return this.set('PADDING_RIGHT', paddingRight);
  }
  getVerticalAlignment(): EnumValue | null {
    return this.get('VERTICAL_ALIGNMENT');
  }
  setVerticalAlignment(alignment: EnumValue): this {
    return this.set('VERTICAL_ALIGNMENT', alignment);
  }
  getWidth(): number | null {
    return this.get('WIDTH');
  }
  setWidth(width: number): this {
    return this.set('WIDTH', width);
  }
}

register('BODY_SECTION', (doc, node) => new Body(doc, node));
register('HEADER_SECTION', (doc, node) => new HeaderSection(doc, node));
register('FOOTER_SECTION', (doc, node) => new FooterSection(doc, node));
register('TABLE_CELL', (doc, node) => new TableCell(doc, node));
