/// <reference lib="dom" />
import type { ClientFunction } from './source';

/** Says that something runs when a button starts work that may take long. */
function deskMain(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-slow]')) {
    form.addEventListener('submit', () => {
      form.setAttribute('aria-busy', 'true');
      // After the browser has read which button was pressed.
      setTimeout(() => {
        for (const button of form.querySelectorAll('button')) button.disabled = true;
      });
    });
  }
}

export const deskScript: readonly ClientFunction[] = [deskMain];
