import { gas } from '../boundary';
import type { Runtime } from '../runtime';
import { Served } from '../served';
import { compileTemplate } from './compileTemplate';
import { HtmlOutput } from './htmlOutput';

/**
 * A template. The fields that a script sets on it live on its stub, and its code runs in the script's realm: the
 * isolate asks for `getCode()`, runs it, and hands the finished HTML to `evaluate(html)`.
 */
export class HtmlTemplate
  extends Served
  implements Pick<GoogleAppsScript.HTML.HtmlTemplate, 'getCode' | 'getCodeWithComments' | 'getRawContent'>
{
  static override readonly gas = 'HTML.HtmlTemplate';

  constructor(
    runtime: Runtime,
    readonly source: string,
    /** Name of the project's file, for errors. */
    readonly file?: string,
  ) {
    super(runtime);
  }

  getRawContent(): string {
    return this.source;
  }

  /** The body of a function that returns the HTML; Google's text differs. */
  getCode(): string {
    const code = compileTemplate(this.source);
    return this.file === undefined ? code : `${code}\n//# sourceURL=${this.file}`;
  }

  getCodeWithComments(): string {
    return this.getCode();
  }

  /** `html` is what the compiled code gave in the script's realm; without it only plain templates can be finished. */
  evaluate(html?: string): GoogleAppsScript.HTML.HtmlOutput {
    if (html === undefined && this.source.includes('<?')) {
      throw new Error('A template with scriptlets can only be evaluated inside of a script');
    }
    return gas(new HtmlOutput(this.runtime, html ?? this.source));
  }
}
