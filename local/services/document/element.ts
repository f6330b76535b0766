import type { DocAttributes, DocNode } from '../../state/document';
import { gas } from '../boundary';
import { enumValue, GoogleError, Served, type EnumValue } from '../served';
import type { Members } from '../spreadsheet/members';
import { isOfText, put, shown, shownAttributes } from './attributes';
import { restyle, styleAt, textOf } from './runs';
import { change, copyOf, parentOf, remove, under, type Doc } from './tree';
import { wrap } from './wrap';

type G = Members<GoogleAppsScript.Document.Element>;

/** Whatever stands in a document (reference, Interface Element). Objects are handles: two of one element are alike. */
export abstract class Element extends Served implements Pick<G, keyof G> {
  constructor(
    /** Another document's once the element was appended there. */
    protected doc: Doc,
    readonly node: DocNode,
  ) {
    super(doc.runtime);
  }

  getType(): EnumValue {
    return enumValue('Document.ElementType', this.node.type);
  }
  getParent(): Element | null {
    const parent = parentOf(this.doc, this.node);
    return parent ? wrap(this.doc, parent) : null;
  }
  getNextSibling(): Element | null {
    return this.sibling(1);
  }
  getPreviousSibling(): Element | null {
    return this.sibling(-1);
  }
  isAtDocumentEnd(): boolean {
    const { children = [] } = this.doc.state.body;
    return children[children.length - 1] === this.node || this.node === this.doc.state.body;
  }
  /** A detached deep copy. */
  copy(): Element {
    return wrap(this.doc, copyOf(this.node));
  }
  removeFromParent(): this {
    remove(this.doc, this.node);
    return this;
  }
  /** Joins it to the sibling before it of the same type. */
  merge(): Element {
    const parent = parentOf(this.doc, this.node);
    const before = this.sibling(-1);
    if (!parent || before?.node.type !== this.node.type) {
      throw new GoogleError('Element must be preceded by an element of the same type.');
    }
    return change(this.doc, () => {
      if (this.node.runs) before.node.runs = [...(before.node.runs ?? []), ...this.node.runs];
      else before.node.children = [...(before.node.children ?? []), ...(this.node.children ?? [])];
      parent.children?.splice(parent.children.indexOf(this.node), 1);
      return before;
    });
  }

  getAttributes(): object {
    const { type, attributes = {} } = this.node;
    const texts = this.texts();
    return shownAttributes(type, { ...(texts[0] ? styleAt(texts[0], 0) : {}), ...attributes });
  }
  /** What belongs to characters goes to all text inside. */
  setAttributes(attributes: object): this {
    return this.edit((own) => {
      for (const [key, value] of Object.entries(attributes)) {
        if (!isOfText(key) || this.node.type === 'TABLE_CELL') put(own, key, value);
        else this.styleTexts(key, value);
      }
    });
  }

  private sibling(step: number): Element | null {
    const siblings = parentOf(this.doc, this.node)?.children ?? [];
    const found = siblings[siblings.indexOf(this.node) + step];
    return found && siblings.includes(this.node) ? wrap(this.doc, found) : null;
  }
  protected texts(): DocNode[] {
    return this.node.type === 'TEXT' ? [this.node] : under(this.node, 'TEXT');
  }
  /** Styles all text inside; a blank paragraph remembers it for the text to come. */
  protected styleTexts(key: string, value: unknown): void {
    const texts = this.texts();
    if (texts.length === 0 && this.node.type !== 'INLINE_IMAGE')
      put((this.node.attributes ??= {}), key, value);
    for (const text of texts) restyle(text, 0, textOf(text).length, (style) => put(style, key, value));
  }
  protected edit(change_: (attributes: DocAttributes) => void): this {
    return change(this.doc, () => {
      change_((this.node.attributes ??= {}));
      return this;
    });
  }
  protected set(key: string, value: unknown): this {
    return this.edit((attributes) => put(attributes, key, value));
  }
  /** A stored attribute; null = not set. */
  protected get<T>(key: string): T | null {
    return gas(shown(key, this.node.attributes?.[key]));
  }
  /** The element goes with the document that took it. */
  moveTo(doc: Doc): void {
    this.doc = doc;
  }

  /** What the reference calls casting: scripts need it only for types, so the object stays what it is. */
  private as(type: string): this {
    if (this.node.type === type) return this;
    const name = type.toLowerCase().replace(/(^|_)(.)/g, (_, _line, letter: string) => letter.toUpperCase());
    throw new GoogleError(`${this.node.type} can't be cast to ${name === 'BodySection' ? 'Body' : name}.`);
  }
  asBody(): this {
    return this.as('BODY_SECTION');
  }
  asDate(): this {
    return this.as('DATE');
  }
  asEquation(): this {
    return this.as('EQUATION');
  }
  asEquationFunction(): this {
    return this.as('EQUATION_FUNCTION');
  }
  asEquationFunctionArgumentSeparator(): this {
    return this.as('EQUATION_FUNCTION_ARGUMENT_SEPARATOR');
  }
  asEquationSymbol(): this {
    return this.as('EQUATION_SYMBOL');
  }
  asFooterSection(): this {
    return this.as('FOOTER_SECTION');
  }
  asFootnote(): this {
    return this.as('FOOTNOTE');
  }
  asFootnoteSection(): this {
    return this.as('FOOTNOTE_SECTION');
  }
  asHeaderSection(): this {
    return this.as('HEADER_SECTION');
  }
  asHorizontalRule(): this {
    return this.as('HORIZONTAL_RULE');
  }
  asInlineDrawing(): this {
    return this.as('INLINE_DRAWING');
  }
  asInlineImage(): this {
    return this.as('INLINE_IMAGE');
  }
  asListItem(): this {
    return this.as('LIST_ITEM');
  }
  asPageBreak(): this {
    return this.as('PAGE_BREAK');
  }
  asParagraph(): this {
    return this.as('PARAGRAPH');
  }
  asPerson(): this {
    return this.as('PERSON');
  }
  asRichLink(): this {
    return this.as('RICH_LINK');
  }
  asTable(): this {
    return this.as('TABLE');
  }
  asTableCell(): this {
    return this.as('TABLE_CELL');
  }
  asTableOfContents(): this {
    return this.as('TABLE_OF_CONTENTS');
  }
  asTableRow(): this {
    return this.as('TABLE_ROW');
  }
  asText(): this {
    return this.as('TEXT');
  }
}
