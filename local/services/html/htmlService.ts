import { blobOf } from '../blob';
import { gas } from '../boundary';
import { GoogleError, Served, type ServiceEntry } from '../served';
import { HtmlOutput, HtmlOutputMetaTag } from './htmlOutput';
import { HtmlTemplate } from './htmlTemplate';

type G = GoogleAppsScript.HTML.HtmlService;
type Members =
  | 'createHtmlOutput'
  | 'createHtmlOutputFromFile'
  | 'createTemplate'
  | 'createTemplateFromFile'
  | 'getUserAgent';

/** The global `HtmlService`. */
export class HtmlService extends Served implements Pick<G, Members> {
  static override readonly gas = 'HTML.HtmlService';

  createHtmlOutput(source: string | GoogleAppsScript.Base.BlobSource = ''): GoogleAppsScript.HTML.HtmlOutput {
    return new HtmlOutput(this.runtime, textOf(source));
  }

  /** A file of the project, by its name with or without `.html`. */
  createHtmlOutputFromFile(filename: string): GoogleAppsScript.HTML.HtmlOutput {
    return new HtmlOutput(this.runtime, this.projectFile(filename));
  }

  createTemplate(source: string | GoogleAppsScript.Base.BlobSource): GoogleAppsScript.HTML.HtmlTemplate {
    return gas(new HtmlTemplate(this.runtime, textOf(source)));
  }

  createTemplateFromFile(filename: string): GoogleAppsScript.HTML.HtmlTemplate {
    return gas(
      new HtmlTemplate(this.runtime, this.projectFile(filename), `${filename.replace(/\.html$/, '')}.html`),
    );
  }

  /** Only a web app knows a browser; null elsewhere. */
  getUserAgent(): string {
    return gas(null);
  }

  private readonly projectFile = (filename: string): string => {
    const html = this.runtime.project?.html(filename);
    if (html === undefined) throw new GoogleError(`No HTML file named ${filename} was found.`);
    return html;
  };
}

function textOf(source: unknown): string {
  return typeof source === 'string' ? source : blobOf(source).getDataAsString();
}

export const htmlService: ServiceEntry = {
  global: 'HtmlService',
  gas: 'HTML.HtmlService',
  create: (runtime) => new HtmlService(runtime),
  classes: [HtmlService, HtmlOutput, HtmlOutputMetaTag, HtmlTemplate],
};
