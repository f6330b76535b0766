/// <reference lib="dom" />
import type { ClientFunction } from './source';

/** Folds or unfolds a group of rows or columns; what Google would say against it stands above the grid. */
async function foldGroup(form: HTMLFormElement, group: string): Promise<void> {
  const gid = form.querySelector<HTMLInputElement>('[name=gid]')?.value ?? '';
  const response = await fetch(form.action, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify({ gid, group }),
  });
  const answer = (await response.json()) as { refused?: string | null; error?: string };
  const text = answer.refused ?? answer.error ?? '';
  document.dispatchEvent(new CustomEvent('say', { detail: { text, bad: text !== '' } }));
  // The button keeps the keyboard when the grid stands there anew.
  const focus = (): void => {
    document.querySelector<HTMLElement>(`.fold[value="${CSS.escape(group)}"]`)?.focus();
  };
  document.addEventListener('grid-drawn', focus, { once: true });
  document.dispatchEvent(new CustomEvent('sheet-changed', { detail: null }));
}

function groupsMain(): void {
  document.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement;
    if (form.id !== 'groups' || !(event.submitter instanceof HTMLButtonElement)) return;
    event.preventDefault();
    void foldGroup(form, event.submitter.value);
  });
}

export const groupsScript: readonly ClientFunction[] = [foldGroup, groupsMain];
