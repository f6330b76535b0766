import type { ImageState } from '../../state/spreadsheet';
import { blobOf } from '../blob';
import { imageSize } from '../document/imageSize';
import { LIMITS } from '../limits';
import type { Runtime } from '../runtime';
import { GoogleError, Served } from '../served';
import type { Tab } from './document';
import { requireEdit, touchSheet } from './document';
import type { Members } from './members';
import { Range } from './range';
import { Sheet } from './sheet';

type G = Members<GoogleAppsScript.Spreadsheet.OverGridImage>;

/** A picture that lies over the cells; a click can run a function. */
export class OverGridImage extends Served implements Pick<G, keyof G> {
  static override readonly gas = 'Spreadsheet.OverGridImage';
  constructor(
    runtime: Runtime,
    private readonly tab: Tab,
    private readonly image: ImageState,
  ) {
    super(runtime);
  }
  private change(edit: (image: ImageState) => void): this {
    requireEdit(this.runtime, this.tab);
    edit(this.image);
    touchSheet(this.runtime, this.tab);
    return this;
  }

  getSheet(): Sheet {
    return new Sheet(this.runtime, this.tab);
  }
  getUrl(): string | null {
    return this.image.url ?? null;
  }
  getWidth(): number {
    return this.image.width;
  }
  setWidth(width: number): this {
    return this.change((image) => (image.width = width));
  }
  getHeight(): number {
    return this.image.height;
  }
  setHeight(height: number): this {
    return this.change((image) => (image.height = height));
  }
  getInherentWidth(): number {
    return this.image.inherent.width;
  }
  getInherentHeight(): number {
    return this.image.inherent.height;
  }
  resetSize(): this {
    return this.change((image) => Object.assign(image, image.inherent));
  }
  getAnchorCell(): Range {
    const { row, column } = this.image;
    return new Range(this.runtime, this.tab, { row: row - 1, column: column - 1, rows: 1, columns: 1 });
  }
  setAnchorCell(cell: Range): this {
    return this.change((image) => Object.assign(image, { row: cell.getRow(), column: cell.getColumn() }));
  }
  getAnchorCellXOffset(): number {
    return this.image.offsetX;
  }
  setAnchorCellXOffset(offset: number): this {
    return this.change((image) => (image.offsetX = offset));
  }
  getAnchorCellYOffset(): number {
    return this.image.offsetY;
  }
  setAnchorCellYOffset(offset: number): this {
    return this.change((image) => (image.offsetY = offset));
  }
  getAltTextTitle(): string {
    return this.image.altTitle ?? '';
  }
  setAltTextTitle(title: string): this {
    return this.change((image) => (image.altTitle = title));
  }
  getAltTextDescription(): string {
    return this.image.alt ?? '';
  }
  setAltTextDescription(description: string): this {
    return this.change((image) => (image.alt = description));
  }
  getScript(): string {
    return this.image.script ?? '';
  }
  assignScript(functionName: string): this {
    return this.change((image) => (image.script = functionName));
  }
  replace(source: unknown): this {
    const picture = pictureOf(this.runtime, source);
    return this.change((image) => {
      delete image.content;
      delete image.url;
      Object.assign(image, picture, picture.inherent);
    });
  }
  remove(): void {
    this.change(() => {
      this.tab.sheet.images = (this.tab.sheet.images ?? []).filter((each) => each !== this.image);
    });
  }
}

type Picture = Pick<ImageState, 'content' | 'contentType' | 'url' | 'inherent'>;

/** A blob's picture, or an address: nothing is fetched, so its size is Google's default square. */
function pictureOf(runtime: Runtime, source: unknown): Picture {
  if (typeof source === 'string') return { url: source, inherent: { width: 300, height: 300 } };
  const { bytes, contentType } = blobOf(source);
  const inherent = imageSize(bytes);
  if (!inherent) throw new GoogleError('Invalid image data.');
  if (bytes.length > LIMITS.sheetImage) throw new GoogleError('The image is too large: 2 MB is the limit.');
  return { content: runtime.platform.toBase64(bytes), contentType: contentType ?? 'image/png', inherent };
}

/** Puts a picture over the tab with its corner at that cell. */
export function insertImage(
  runtime: Runtime,
  tab: Tab,
  source: unknown,
  column: number,
  row: number,
  offsetX: number,
  offsetY: number,
): OverGridImage {
  requireEdit(runtime, tab);
  const picture = pictureOf(runtime, source);
  const id = Number(runtime.newId('sheet').slice(0, 9));
  const image: ImageState = { id, ...picture, row, column, offsetX, offsetY, ...picture.inherent };
  (tab.sheet.images ??= []).push(image);
  touchSheet(runtime, tab);
  return new OverGridImage(runtime, tab, image);
}

export function imagesOf(runtime: Runtime, tab: Tab): OverGridImage[] {
  return (tab.sheet.images ?? []).map((image) => new OverGridImage(runtime, tab, image));
}
