import { textOfNode } from '../../state/document';
import type { EnumValue } from '../served';
import { GoogleError } from '../served';
import type { Members } from '../spreadsheet/members';
import { shown } from './attributes';
import { Element } from './element';
import { RangeElement } from './rangeElement';
import { styleAt } from './runs';
import { findText, replaceText } from './search';
import { change, insert, outOfRange, remove, walk } from './tree';
import { Text } from './text';
import { wrap } from './wrap';

type G = Members<GoogleAppsScript.Document.ContainerElement>;

/** An element that holds others (reference, Interface ContainerElement). */
export abstract class Container extends Element implements Pick<G, keyof G> {
  getNumChildren(): number {
    return this.node.children?.length ?? 0;
  }
  getChild(childIndex: number): Element {
    const child = this.node.children?.[childIndex];
    if (!child) throw outOfRange(childIndex);
    return wrap(this.doc, child);
  }
  getChildIndex(child: Element): number {
    const at = (this.node.children ?? []).indexOf(child.node);
    if (at < 0) throw new GoogleError('Element is not a child of this container.');
    return at;
  }
  removeChild(child: Element): this {
    this.getChildIndex(child);
    remove(this.doc, child.node);
    return this;
  }
  clear(): this {
    return this.setChildren([]);
  }
  protected setChildren(children: NonNullable<typeof this.node.children>): this {
    return change(this.doc, () => {
      this.node.children = children;
      return this;
    });
  }
  /** Puts an element of a script, which has to be detached, or a new one among the children. */
  protected add<T extends Element>(element: T, at?: number): T {
    insert(this.doc, this.node, element.node, at);
    element.moveTo(this.doc);
    return element;
  }

  getText(): string {
    return textOfNode(this.node);
  }
  editAsText(): Text {
    return new Text(this.doc, this.node);
  }
  findText(searchPattern: string, from?: RangeElement): RangeElement | null {
    const found = findText(this.node, searchPattern, from?.place);
    return found ? new RangeElement(this.doc, found.node, found) : null;
  }
  replaceText(searchPattern: string, replacement: string): this {
    replaceText(this.doc, this.node, searchPattern, replacement);
    return this;
  }
  findElement(elementType: EnumValue, from?: RangeElement | null): RangeElement | null {
    let reached = !from;
    for (const node of walk(this.node)) {
      if (reached && node !== this.node && node.type === elementType.key)
        return new RangeElement(this.doc, node);
      if (node === from?.place.node) reached = true;
    }
    return null;
  }

  getLinkUrl(): string | null {
    return this.common('LINK_URL') as string | null;
  }
  setLinkUrl(url: string): this {
    return this.edit(() => this.styleTexts('LINK_URL', url));
  }
  getTextAlignment(): EnumValue | null {
    return this.common('TEXT_ALIGNMENT') as EnumValue | null;
  }
  setTextAlignment(textAlignment: EnumValue): this {
    return this.edit(() => this.styleTexts('TEXT_ALIGNMENT', textAlignment));
  }
  /** null where texts differ. */
  private common(key: string): unknown {
    const values = new Set(this.texts().flatMap((text) => (text.runs ?? []).map((run) => run.style?.[key])));
    const first = this.texts()[0];
    return values.size === 1 && first ? shown(key, styleAt(first, 0)[key]) : null;
  }
}
