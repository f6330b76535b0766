import type { CellImageState } from '../../state/spreadsheet';
import type { Runtime } from '../runtime';
import { GoogleError, Served } from '../served';
import type { Members } from './members';

type G = Members<GoogleAppsScript.Spreadsheet.CellImage>;
type GBuilder = Members<GoogleAppsScript.Spreadsheet.CellImageBuilder>;
type Told = 'getAltTextDescription' | 'getAltTextTitle' | 'getContentUrl' | 'getUrl' | 'toBuilder';

/** A picture as the value of a cell (reference, Class CellImage). */
export class CellImage extends Served implements Pick<G, Told> {
  static override readonly gas: string = 'Spreadsheet.CellImage';
  constructor(
    runtime: Runtime,
    readonly image: CellImageState,
    /** Taken out of a cell: Google gives its own address of the picture then, and no longer the script's. */
    private readonly isPlaced: boolean,
  ) {
    super(runtime);
  }

  getAltTextDescription(): string {
    return this.image.description ?? '';
  }
  getAltTextTitle(): string {
    return this.image.title ?? '';
  }
  /** Google's own address of a picture that stands in a cell; here the one that it came from. */
  getContentUrl(): string {
    if (!this.isPlaced)
      throw new GoogleError(
        'CellImage.getContentUrl of a picture in no cell is not supported by the local workspace',
      );
    return this.image.url;
  }
  /** null once the picture was put into a cell (reference: "if the URL is unavailable"). */
  getUrl(): string | null {
    return this.isPlaced ? null : this.image.url;
  }
  toBuilder(): CellImageBuilder {
    return new CellImageBuilder(this.runtime, { ...this.image });
  }
}

/** Puts a picture together; it needs an address before it is built. */
export class CellImageBuilder extends Served implements Pick<GBuilder, Exclude<keyof GBuilder, 'valueType'>> {
  static override readonly gas = 'Spreadsheet.CellImageBuilder';
  constructor(
    runtime: Runtime,
    private readonly image: Partial<CellImageState>,
  ) {
    super(runtime);
  }

  setSourceUrl(url: string): this {
    if (!/^(https?:\/\/|data:image\/)/i.test(url))
      throw new GoogleError(`Invalid argument: ${url.slice(0, 80)}`);
    this.image.url = url;
    return this;
  }
  setAltTextTitle(title: string): this {
    this.image.title = title;
    return this;
  }
  setAltTextDescription(description: string): this {
    this.image.description = description;
    return this;
  }
  getAltTextDescription(): string {
    return this.image.description ?? '';
  }
  getAltTextTitle(): string {
    return this.image.title ?? '';
  }
  getContentUrl(): string {
    return this.build().getContentUrl();
  }
  getUrl(): string | null {
    return this.image.url ?? null;
  }
  toBuilder(): CellImageBuilder {
    return new CellImageBuilder(this.runtime, { ...this.image });
  }
  build(): CellImage {
    const { url } = this.image;
    if (url === undefined) throw new GoogleError('The image needs a source URL.');
    return new CellImage(this.runtime, { ...this.image, url }, false);
  }
}
