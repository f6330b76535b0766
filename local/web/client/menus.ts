/// <reference lib="dom" />
import type { ClientFunction } from './source';

function menuWords(): Record<string, string> {
  return JSON.parse(document.getElementById('script-words')?.dataset.words ?? '{}') as Record<string, string>;
}

async function postMenu(body: unknown): Promise<Record<string, unknown>> {
  const response = await fetch(location.pathname.replace(/\/[^/]*$/, '/menu'), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify(body),
  });
  return (await response.json()) as Record<string, unknown>;
}

/** One line above the grid: what runs, what came of it. */
function sayLine(text: string, bad: boolean, executionId?: unknown): void {
  const line = document.getElementById('live');
  if (!line) return;
  line.textContent = text;
  if (typeof executionId === 'string') {
    const link = document.createElement('a');
    link.href = `/executions/${executionId}`;
    link.textContent = menuWords().seeExecution ?? '';
    line.append(' ', link);
  }
  line.hidden = text === '';
  line.className = bad ? 'live wrong' : 'live';
  line.setAttribute('role', bad ? 'alert' : 'status');
}

/** A click in a script's menu: a line counts the seconds while it runs, then says what came of it. */
async function runMenu(path: string): Promise<void> {
  const words = menuWords();
  for (const menu of document.querySelectorAll<HTMLDetailsElement>('details.menu')) menu.open = false;
  const began = Date.now();
  const tick = (): void =>
    sayLine((words.running ?? '').replace('{0}', String(Math.round((Date.now() - began) / 1000))), false);
  tick();
  const timer = setInterval(tick, 1000);
  document.dispatchEvent(new CustomEvent('script-runs', { detail: 1 }));
  try {
    const grid = document.getElementById('grid');
    const range =
      grid?.dataset.range ?? document.querySelector<HTMLElement>('.grid td[tabindex="0"]')?.dataset.a;
    const outcome = await postMenu({ path, gid: grid?.dataset.gid, range });
    clearInterval(timer);
    sayLine(
      String(outcome.message ?? outcome.error ?? ''),
      outcome.status !== 'completed',
      outcome.executionId,
    );
    document.dispatchEvent(new CustomEvent('sheet-changed', { detail: outcome.view ?? null }));
    if (outcome.shown) document.dispatchEvent(new CustomEvent('script-shown', { detail: outcome.shown }));
  } catch {
    sayLine(words.unreachable ?? '', true);
  } finally {
    clearInterval(timer);
    document.dispatchEvent(new CustomEvent('script-runs', { detail: -1 }));
  }
}

function wireMenus(): void {
  document.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement;
    if (!('menu' in form.dataset)) return;
    event.preventDefault();
    if (event.submitter instanceof HTMLButtonElement) void runMenu(event.submitter.value);
  });
  document.addEventListener('click', (event) => {
    for (const menu of document.querySelectorAll<HTMLDetailsElement>('details.menu[open]')) {
      if (!menu.contains(event.target as Node)) menu.open = false;
    }
  });
  document.addEventListener('keydown', (event) => {
    const menu = (event.target as HTMLElement).closest<HTMLDetailsElement>('details.menu[open]');
    if (event.key !== 'Escape' || !menu) return;
    menu.open = false;
    menu.querySelector('summary')?.focus();
  });
}

function menusMain(): void {
  document.addEventListener('say', (event) => {
    const { text, bad } = (event as CustomEvent<{ text: string; bad: boolean }>).detail;
    sayLine(text, bad);
  });
  wireMenus();
}

export const menusScript: readonly ClientFunction[] = [
  menuWords,
  postMenu,
  sayLine,
  runMenu,
  wireMenus,
  menusMain,
];
