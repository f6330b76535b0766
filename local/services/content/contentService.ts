import { constant, gas, keyOf } from '../boundary';
import type { Runtime } from '../runtime';
import { Served, type ServiceEntry } from '../served';

type GText = GoogleAppsScript.Content.TextOutput;

/** Text that a web app answers with. */
export class TextOutput extends Served implements Pick<GText, keyof GText> {
  static override readonly gas = 'Content.TextOutput';
  private mimeType = 'TEXT';
  private fileName: string | null = null;

  constructor(
    runtime: Runtime,
    private content: string,
  ) {
    super(runtime);
  }

  /** What the web app's address answers with; the type is a key of `ContentService.MimeType`. */
  get answer(): { content: string; mimeKey: string; fileName: string | null } {
    return { content: this.content, mimeKey: this.mimeType, fileName: this.fileName };
  }

  getContent(): string {
    return this.content;
  }
  setContent(content: string): GText {
    this.content = content;
    return gas(this);
  }
  append(addedContent: string): GText {
    this.content += addedContent;
    return gas(this);
  }
  clear(): GText {
    this.content = '';
    return gas(this);
  }
  getFileName(): string {
    return gas(this.fileName);
  }
  downloadAsFile(filename: string): GText {
    this.fileName = filename;
    return gas(this);
  }
  getMimeType(): GoogleAppsScript.Content.MimeType {
    return constant('Content.MimeType', this.mimeType);
  }
  setMimeType(mimeType: GoogleAppsScript.Content.MimeType): GText {
    this.mimeType = keyOf(mimeType);
    return gas(this);
  }
}

/** The global `ContentService`. */
export class ContentService
  extends Served
  implements Pick<GoogleAppsScript.Content.ContentService, 'createTextOutput'>
{
  static override readonly gas = 'Content.ContentService';

  createTextOutput(content = ''): GText {
    return gas(new TextOutput(this.runtime, content));
  }
}

export const contentService: ServiceEntry = {
  global: 'ContentService',
  gas: 'Content.ContentService',
  create: (runtime) => new ContentService(runtime),
  classes: [ContentService, TextOutput],
};
