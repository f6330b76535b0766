import type { DocImage, DocNode } from '../../state/document';
import { Blob, blobOf } from '../blob';
import type { Runtime } from '../runtime';
import { GoogleError } from '../served';
import type { Members } from '../spreadsheet/members';
import { Element } from './element';
import { imageSize } from './imageSize';
import { change } from './tree';
import { register } from './wrap';

type G = Members<GoogleAppsScript.Document.InlineImage>;

/** An image node of a blob: PNG, JPEG or GIF, in its own size. */
export function imageOf(runtime: Runtime, source: unknown): DocNode {
  const { bytes, contentType, name } = blobOf(source);
  const size = imageSize(bytes);
  if (!size) throw new GoogleError('Invalid image data.');
  const image: DocImage = {
    content: runtime.platform.toBase64(bytes),
    contentType: contentType ?? 'image/png',
    ...size,
    ...(name === null ? {} : { name }),
  };
  return { type: 'INLINE_IMAGE', image };
}

/** A picture in a paragraph. Sizes are pixels. */
export class InlineImage extends Element implements Pick<G, keyof G> {
  static override readonly gas = 'Document.InlineImage';

  private image(): DocImage {
    if (!this.node.image) throw new Error('An image element has no image.');
    return this.node.image;
  }
  private alter(edit: (image: DocImage) => void): this {
    return change(this.doc, () => {
      edit(this.image());
      return this;
    });
  }
  getBlob(): Blob {
    const { content, contentType, name } = this.image();
    return new Blob(this.runtime, this.runtime.platform.fromBase64(content), contentType, name ?? null);
  }
  getAs(contentType: string): Blob {
    return blobOf(this.getBlob().getAs(contentType));
  }
  override getAttributes(): object {
    return { ...super.getAttributes(), HEIGHT: this.getHeight(), WIDTH: this.getWidth() };
  }
  /** Its size is the picture's own, everything else an attribute. */
  override setAttributes(attributes: object): this {
    for (const [key, value] of Object.entries(attributes)) {
      if (key === 'WIDTH' && typeof value === 'number') this.setWidth(value);
      else if (key === 'HEIGHT' && typeof value === 'number') this.setHeight(value);
      else super.setAttributes({ [key]: value });
    }
    return this;
  }
  getWidth(): number {
    return this.image().width;
  }
  setWidth(width: number): this {
    return this.alter((image) => (image.width = width));
  }
  getHeight(): number {
    return this.image().height;
  }
  setHeight(height: number): this {
    return this.alter((image) => (image.height = height));
  }
  getLinkUrl(): string | null {
    return this.get('LINK_URL');
  }
  setLinkUrl(url: string): this {
    return this.set('LINK_URL', url);
  }
  getAltDescription(): string | null {
    return this.image().alt ?? null;
  }
  setAltDescription(description: string): this {
    return this.alter((image) => (image.alt = description));
  }
  getAltTitle(): string | null {
    return this.image().altTitle ?? null;
  }
  setAltTitle(title: string): this {
    return this.alter((image) => (image.altTitle = title));
  }
}

/** A line across the page. */
export class HorizontalRule extends Element {
  static override readonly gas = 'Document.HorizontalRule';
}
/** What follows begins on a new page. */
export class PageBreak extends Element {
  static override readonly gas = 'Document.PageBreak';
}

register('INLINE_IMAGE', (doc, node) => new InlineImage(doc, node));
register('HORIZONTAL_RULE', (doc, node) => new HorizontalRule(doc, node));
register('PAGE_BREAK', (doc, node) => new PageBreak(doc, node));
