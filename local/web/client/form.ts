/// <reference lib="dom" />
import type { ClientFunction } from './source';

/** Ticks the choice whose free text somebody types, and takes a choice back on request. */
function formMain(): void {
  const form = document.querySelector('form');
  if (!form) return;
  for (const button of form.querySelectorAll<HTMLButtonElement>('[data-clear]')) {
    const radios = [
      ...(button.closest('.card')?.querySelectorAll<HTMLInputElement>('input[type=radio]') ?? []),
    ];
    const update = (): void => {
      button.hidden = !radios.some((radio) => radio.checked);
    };
    for (const radio of radios) radio.addEventListener('change', update);
    button.addEventListener('click', () => {
      for (const radio of radios) radio.checked = false;
      radios[0]?.focus();
      update();
    });
    update();
  }
  for (const text of form.querySelectorAll<HTMLInputElement>('.option.other input[type=text]')) {
    const choice = text.closest('.option')?.querySelector<HTMLInputElement>('input:not([type=text])');
    text.addEventListener('input', () => {
      if (!choice || text.value === '') return;
      choice.checked = true;
      choice.dispatchEvent(new Event('change', { bubbles: true }));
    });
  }
  // One click, one answer: a second click while the first is on its way would send it twice.
  form.addEventListener('submit', (event) => {
    if (form.dataset.sent === 'yes') event.preventDefault();
    form.dataset.sent = 'yes';
  });
  window.addEventListener('pageshow', () => delete form.dataset.sent);
}

export const formScript: readonly ClientFunction[] = [formMain];
