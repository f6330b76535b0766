import { keyOf } from '../boundary';
import type { Runtime } from '../runtime';
import type { EnumValue } from '../served';
import { enumValue, GoogleError, Served } from '../served';
import type { Members } from './members';
import { Menu, requireRunByHand } from './menu';

// prettier-ignore
type UiMember =
  | 'alert' | 'createAddonMenu' | 'createMenu' | 'prompt' | 'showModalDialog' | 'showModelessDialog' | 'showSidebar';

/** What a dialog needs of an `HtmlOutput`. */
interface Page {
  getContent(): string;
  getTitle(): string;
  getWidth(): number | null;
  getHeight(): number | null;
}

/** Which buttons a set has, by their keys in `Ui.Button`. */
export const BUTTONS: Record<string, string[]> = {
  OK: ['OK'],
  OK_CANCEL: ['OK', 'CANCEL'],
  YES_NO: ['YES', 'NO'],
  YES_NO_CANCEL: ['YES', 'NO', 'CANCEL'],
};
const ADDON_MENU = 'Add-ons';

/** The page of the open file: menus, questions, dialogs, sidebar. The kinds `LIMITED` and `NONE` show menus only. */
export class Ui extends Served implements Pick<Members<GoogleAppsScript.Base.Ui>, UiMember> {
  static override readonly gas = 'Base.Ui';
  constructor(
    runtime: Runtime,
    private readonly fileId: string,
  ) {
    super(runtime);
  }

  createMenu(caption: string): Menu {
    return new Menu(this.runtime, this.fileId, caption);
  }
  /** Under Extensions, by the name of the project; a bound project has it beside its own menus. */
  createAddonMenu(): Menu {
    return new Menu(this.runtime, this.fileId, ADDON_MENU);
  }

  /** `(prompt)`, `(prompt, buttons)`, `(title, prompt, buttons)`. CLOSE when the person closes the box. */
  alert(...args: (string | EnumValue)[]): EnumValue {
    const { button } = this.ask('alert', args);
    return enumValue('Base.Button', button);
  }
  prompt(...args: (string | EnumValue)[]): PromptResponse {
    const { button, text } = this.ask('prompt', args);
    return new PromptResponse(this.runtime, button, text);
  }
  private ask(kind: 'alert' | 'prompt', args: (string | EnumValue)[]): { button: string; text: string } {
    this.requireFull(kind);
    const texts = args.filter((arg): arg is string => typeof arg === 'string');
    const set = keyOf(args.find((arg) => typeof arg !== 'string'));
    const [title, text] = texts.length > 1 ? [texts[0] ?? '', texts[1] ?? ''] : ['', texts[0] ?? ''];
    return this.runtime.ask({ kind, title, text, buttons: BUTTONS[set] ?? ['OK'] });
  }

  showModalDialog(userInterface: Page, title: string): void {
    this.showPage('modal', userInterface, title);
  }
  showModelessDialog(userInterface: Page, title: string): void {
    this.showPage('modeless', userInterface, title);
  }
  showSidebar(userInterface: Page): void {
    this.showPage('sidebar', userInterface, userInterface.getTitle());
  }
  private showPage(kind: 'sidebar' | 'modal' | 'modeless', page: Page, title: string): void {
    this.requireFull(kind);
    const width = page.getWidth();
    const height = page.getHeight();
    this.runtime.show({
      kind,
      fileId: this.fileId,
      title,
      html: page.getContent(),
      ...(width === null ? {} : { width }),
      ...(height === null ? {} : { height }),
    });
  }

  /** Simple triggers open no dialogs (google.md section 5). */
  private requireFull(what: string): void {
    if (this.runtime.execution.authMode === 'FULL') return;
    const member = {
      alert: 'alert',
      prompt: 'prompt',
      sidebar: 'showSidebar',
      modal: 'showModalDialog',
      modeless: 'showModelessDialog',
    }[what];
    throw new GoogleError(
      `You do not have permission to call Ui.${member}. Required permissions: https://www.googleapis.com/auth/script.container.ui`,
    );
  }
}

/** The page of the file that the script is bound to; throws Google's words where none is open. */
export function uiOf(runtime: Runtime, global: string, kind: 'spreadsheet' | 'form' | 'document'): Ui {
  requireRunByHand(runtime, `${global}.getUi() from this context.`, kind);
  return new Ui(runtime, runtime.execution.containerId ?? '');
}

/** What somebody typed into a prompt and which button she pressed. */
export class PromptResponse
  extends Served
  implements Pick<Members<GoogleAppsScript.Base.PromptResponse>, 'getResponseText' | 'getSelectedButton'>
{
  static override readonly gas = 'Base.PromptResponse';
  constructor(
    runtime: Runtime,
    private readonly button: string,
    private readonly text: string,
  ) {
    super(runtime);
  }

  getResponseText(): string {
    return this.text;
  }
  getSelectedButton(): EnumValue {
    return enumValue('Base.Button', this.button);
  }
}
