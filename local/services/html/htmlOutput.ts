import { Blob, textBlob } from '../blob';
import { gas } from '../boundary';
import type { Runtime } from '../runtime';
import { GoogleError, Served } from '../served';
import { HtmlTemplate } from './htmlTemplate';

type GOutput = GoogleAppsScript.HTML.HtmlOutput;
/** Meta tags that Google lets through (reference, HtmlOutput.addMetaTag). */
const META_TAGS = [
  'apple-mobile-web-app-capable',
  'google-site-verification',
  'mobile-web-app-capable',
  'viewport',
];

/** A finished page, dialog or sidebar. Its HTML runs in a frame of its own. */
export class HtmlOutput extends Served implements Pick<GOutput, keyof GOutput> {
  static override readonly gas = 'HTML.HtmlOutput';
  /** What a page needs to show it. */
  readonly page: {
    title: string;
    width: number | null;
    height: number | null;
    favicon: string | null;
    meta: { name: string; content: string }[];
  } = { title: '', width: null, height: null, favicon: null, meta: [] };

  constructor(
    runtime: Runtime,
    public content: string,
  ) {
    super(runtime);
  }

  getContent(): string {
    return this.content;
  }
  setContent(content: string): GOutput {
    this.content = content;
    return this;
  }
  append(addedContent: string): GOutput {
    this.content += addedContent;
    return this;
  }
  /** Escapes what it appends (google.md section 8). */
  appendUntrusted(addedContent: string): GOutput {
    this.content += escapeHtml(addedContent);
    return this;
  }
  clear(): GOutput {
    this.content = '';
    return this;
  }
  /** '' until it is set (google.md section 8). */
  getTitle(): string {
    return this.page.title;
  }
  setTitle(title: string): GOutput {
    this.page.title = title;
    return this;
  }
  getWidth(): number {
    return gas(this.page.width);
  }
  /** Pixels. */
  setWidth(width: number): GOutput {
    this.page.width = width;
    return this;
  }
  getHeight(): number {
    return gas(this.page.height);
  }
  /** Pixels. */
  setHeight(height: number): GOutput {
    this.page.height = height;
    return this;
  }
  getFaviconUrl(): string {
    return gas(this.page.favicon);
  }
  setFaviconUrl(iconUrl: string): GOutput {
    this.page.favicon = iconUrl;
    return this;
  }
  addMetaTag(name: string, content: string): GOutput {
    if (!META_TAGS.includes(name)) {
      throw new GoogleError('The meta tag you specified is not allowed in this context.');
    }
    this.page.meta.push({ name, content });
    return this;
  }
  getMetaTags(): GoogleAppsScript.HTML.HtmlOutputMetaTag[] {
    return this.page.meta.map((tag) => new HtmlOutputMetaTag(this.runtime, tag.name, tag.content));
  }
  /** Does nothing: there is one sandbox only (google.md section 1). */
  setSandboxMode(_mode: GoogleAppsScript.HTML.SandboxMode): GOutput {
    return this;
  }
  /** Pages here are framed by their own host only. */
  setXFrameOptionsMode(_mode: GoogleAppsScript.HTML.XFrameOptionsMode): GOutput {
    return this;
  }
  asTemplate(): GoogleAppsScript.HTML.HtmlTemplate {
    return gas(new HtmlTemplate(this.runtime, this.content));
  }
  getBlob(): GoogleAppsScript.Base.Blob {
    return gas(textBlob(this.runtime, this.content, 'text/html', this.page.title || 'output.html'));
  }
  getAs(contentType: string): GoogleAppsScript.Base.Blob {
    const blob = new Blob(this.runtime, this.runtime.platform.encodeUtf8(this.content), 'text/html', null);
    return blob.getAs(contentType);
  }
}

/** A meta tag that a script added. */
export class HtmlOutputMetaTag
  extends Served
  implements Pick<GoogleAppsScript.HTML.HtmlOutputMetaTag, 'getName' | 'getContent'>
{
  static override readonly gas = 'HTML.HtmlOutputMetaTag';

  constructor(
    runtime: Runtime,
    readonly tagName: string,
    readonly tagContent: string,
  ) {
    super(runtime);
  }

  getName(): string {
    return this.tagName;
  }
  getContent(): string {
    return this.tagContent;
  }
}

/** Text that cannot be read as markup. */
export function escapeHtml(text: string): string {
  const marks: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&#34;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (mark) => marks[mark] ?? mark);
}
