import { keyOf } from '../boundary';
import { Served, type EnumValue, type ServiceEntry } from '../served';
import type { Members } from './members';
import { requireRunByHand } from './menu';
import { BUTTONS } from './ui';

/** The global `Browser`: the old way to ask the person at an open spreadsheet (reference, Class Browser). */
export class Browser
  extends Served
  implements Pick<Members<GoogleAppsScript.Base.Browser>, 'inputBox' | 'msgBox'>
{
  static override readonly gas = 'Base.Browser';

  /** `(prompt)`, `(prompt, buttons)`, `(title, prompt, buttons)`. What was typed; 'cancel' for cancelled or closed. */
  inputBox(...args: (string | EnumValue)[]): string {
    const { button, text } = this.ask('prompt', args);
    return button === 'OK' || button === 'YES' ? text : 'cancel';
  }
  /** The pressed button in lower case; 'cancel' when the person closes the box. */
  msgBox(...args: (string | EnumValue)[]): string {
    const { button } = this.ask('alert', args);
    return button === 'CLOSE' ? 'cancel' : button.toLowerCase();
  }
  private readonly ask = (
    kind: 'alert' | 'prompt',
    args: (string | EnumValue)[],
  ): { button: string; text: string } => {
    const member = kind === 'alert' ? 'msgBox' : 'inputBox';
    requireRunByHand(
      this.runtime,
      `Browser.${member}() from this context; have you tried Logger.log() instead?`,
    );
    const texts = args.filter((arg): arg is string => typeof arg === 'string');
    const set = keyOf(args.find((arg) => typeof arg !== 'string'));
    const [title, text] = texts.length > 1 ? [texts[0] ?? '', texts[1] ?? ''] : ['', texts[0] ?? ''];
    return this.runtime.ask({ kind, title, text, buttons: BUTTONS[set] ?? ['OK'] });
  };
}

export const browserService: ServiceEntry = {
  global: 'Browser',
  gas: 'Base.Browser',
  create: (runtime) => new Browser(runtime),
  classes: [Browser],
};
