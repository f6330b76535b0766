import type { Shown } from '../services/runtime';
import type { WhatIsShown } from './api';

/** What people see in open files: menus, one sidebar, one dialog, the last toasts. Nothing of it is kept on disk. */
export class ShownBoard {
  private readonly files = new Map<string, WhatIsShown>();

  of(fileId: string): WhatIsShown {
    const known = this.files.get(fileId);
    if (known) return known;
    const made: WhatIsShown = { menus: [], toasts: [] };
    this.files.set(fileId, made);
    return made;
  }

  add(projectId: string, what: Shown): void {
    const board = this.of(what.fileId);
    switch (what.kind) {
      case 'menu':
        // A menu of the same caption takes the place of the one before.
        board.menus = board.menus.filter(
          (menu) => menu.projectId !== projectId || menu.caption !== what.caption,
        );
        board.menus.push({ projectId, caption: what.caption, items: what.items });
        break;
      case 'sidebar':
        board.sidebar = { ...what, projectId };
        break;
      case 'modal':
      case 'modeless':
        board.dialog = { ...what, projectId };
        break;
      case 'toast':
        board.toasts = [...board.toasts, what].slice(-20);
        break;
      case 'close':
        delete board.sidebar;
        delete board.dialog;
    }
  }

  /** Opening a file anew begins with nothing but what `onOpen` shows. */
  clear(fileId: string): void {
    this.files.delete(fileId);
  }

  clearAll(): void {
    this.files.clear();
  }
}
