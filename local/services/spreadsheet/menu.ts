import type { MenuEntry, Runtime } from '../runtime';
import { GoogleError, Served } from '../served';
import type { Members } from './members';

/** Kinds of run in which somebody sits before the open file. */
const BY_HAND = new Set(['menu', 'editor', 'page', 'open', 'edit', 'card']);

/**
 * Throws Google's words where no page is open: in clock, submit and change triggers, in installable edit triggers
 * of another account, and in a script that belongs to no file of that kind (google.md section 1).
 */
export function requireRunByHand(
  runtime: Runtime,
  called = 'SpreadsheetApp.getUi() from this context.',
  kind: 'spreadsheet' | 'form' | 'document' = 'spreadsheet',
): void {
  const { trigger, containerId, activeUser, effectiveUser, authMode } = runtime.execution;
  const installed = trigger === 'edit' && authMode === 'FULL' && activeUser !== effectiveUser;
  const bound = containerId !== undefined && runtime.store.get(kind, containerId) !== undefined;
  if (!bound || installed || !BY_HAND.has(trigger)) {
    throw new GoogleError(`Cannot call ${called}`);
  }
}

/** A menu in the making; `addToUi` shows it. Handlers are names of global functions. */
export class Menu
  extends Served
  implements Pick<Members<GoogleAppsScript.Base.Menu>, 'addItem' | 'addSeparator' | 'addSubMenu' | 'addToUi'>
{
  static override readonly gas = 'Base.Menu';
  private readonly items: MenuEntry[] = [];

  constructor(
    runtime: Runtime,
    private readonly fileId: string,
    private readonly caption: string,
  ) {
    super(runtime);
  }

  addItem(caption: string, functionName: string): this {
    this.items.push({ caption, functionName });
    return this;
  }
  addSeparator(): this {
    this.items.push({ caption: '', separator: true });
    return this;
  }
  addSubMenu(menu: Menu): this {
    this.items.push({ caption: menu.caption, items: menu.items });
    return this;
  }
  addToUi(): void {
    const items = JSON.parse(JSON.stringify(this.items)) as MenuEntry[];
    this.runtime.show({ kind: 'menu', fileId: this.fileId, caption: this.caption, items });
  }
}
