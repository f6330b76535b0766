/// <reference lib="dom" />
import type { ClientFunction, SandboxMessage } from './source';

interface PanelJson {
  kind: 'sidebar' | 'modal' | 'modeless';
  title: string;
  width: number | null;
  height: number | null;
  key: string;
}
interface QuestionJson {
  id: string;
  kind: 'alert' | 'prompt';
  title: string;
  text: string;
  buttons: string[];
}
/** What `shown.json` tells. */
export interface ShownJson {
  sidebar: PanelJson | null;
  dialog: PanelJson | null;
  toasts: { title: string; text: string; seconds: number }[];
  questions: QuestionJson[];
}

function frameWords(): Record<string, string> {
  return JSON.parse(document.getElementById('script-words')?.dataset.words ?? '{}') as Record<string, string>;
}

function frameBase(): string {
  return location.pathname.replace(/\/[^/]*$/, '');
}

async function framePost(path: string, body: unknown): Promise<Record<string, unknown>> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify(body),
  });
  return (await response.json()) as Record<string, unknown>;
}

function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  text: string,
  attributes: Record<string, string> = {},
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

/** Fills a panel with a title, a way to close it and the script's page in its sandbox. */
function fillPanel(box: HTMLElement, which: 'dialog' | 'sidebar', panel: PanelJson): void {
  const words = frameWords();
  const head = element('div', '', { class: 'panel-head' });
  const close = element('button', '×', { type: 'button', 'aria-label': words.close ?? '' });
  close.addEventListener('click', () => void closePanel());
  head.append(element('h2', panel.title, { id: `${which}-title` }), close);
  const frame = element('iframe', '', {
    title: panel.title || which,
    sandbox:
      'allow-scripts allow-forms allow-modals allow-popups allow-popups-to-escape-sandbox allow-downloads',
    src: `${frameBase()}/frames/${which}?${panel.key}`,
  });
  if (panel.height !== null) frame.height = String(panel.height);
  if (panel.width !== null && which === 'dialog') frame.width = String(panel.width);
  box.replaceChildren(head, frame);
  box.dataset.key = panel.key;
}

async function closePanel(): Promise<void> {
  const shown = await framePost(`${frameBase()}/close`, {});
  applyShown(shown as unknown as ShownJson, false);
  document.querySelector<HTMLElement>('.grid [tabindex="0"]')?.focus();
}

function applyPanels(shown: ShownJson, again: boolean): void {
  const sidebar = document.getElementById('sidebar');
  if (sidebar) {
    const key = shown.sidebar?.key ?? '';
    if (shown.sidebar && (again || sidebar.dataset.key !== key)) fillPanel(sidebar, 'sidebar', shown.sidebar);
    sidebar.hidden = !shown.sidebar;
    if (!shown.sidebar) {
      sidebar.replaceChildren();
      delete sidebar.dataset.key;
    }
  }
  const dialog = document.querySelector<HTMLDialogElement>('#script-dialog');
  if (!dialog) return;
  if (!shown.dialog) {
    dialog.close();
    dialog.replaceChildren();
    delete dialog.dataset.key;
  } else if (again || dialog.dataset.key !== shown.dialog.key) {
    dialog.close();
    fillPanel(dialog, 'dialog', shown.dialog);
    if (shown.dialog.kind === 'modal') dialog.showModal();
    else dialog.show();
  }
}

function applyToasts(toasts: ShownJson['toasts']): void {
  const box = document.getElementById('toasts');
  if (!box) return;
  // The host keeps the last ones: what stood at the end of the list before stands further up in it now.
  const lines = toasts.map((toast) => JSON.stringify(toast));
  const before = JSON.parse(box.dataset.seen ?? '[]') as string[];
  let old = Math.min(before.length, lines.length);
  while (old > 0 && lines.slice(0, old).join() !== before.slice(-old).join()) old -= 1;
  for (const { title, text, seconds } of toasts.slice(old)) {
    const toast = element('div', '', { class: 'toast' });
    if (title !== '') toast.append(element('strong', title));
    toast.append(element('span', text));
    const close = element('button', '×', { type: 'button', 'aria-label': frameWords().close ?? '' });
    close.addEventListener('click', () => toast.remove());
    toast.append(close);
    box.append(toast);
    if (seconds > 0) setTimeout(() => toast.remove(), seconds * 1000);
  }
  rememberToasts(toasts);
}

function rememberToasts(toasts: ShownJson['toasts']): void {
  const box = document.getElementById('toasts');
  if (box) box.dataset.seen = JSON.stringify(toasts.map((toast) => JSON.stringify(toast)));
}

/** Alerts and prompts of the run that waits for a person: one at a time, its buttons under it. */
function applyQuestion(question: QuestionJson | undefined): void {
  const dialog = document.querySelector<HTMLDialogElement>('#question');
  if (!dialog || dialog.dataset.id === question?.id) return;
  dialog.close();
  dialog.replaceChildren();
  delete dialog.dataset.id;
  if (!question) return;
  dialog.dataset.id = question.id;
  const words = frameWords();
  const answer = (button: string): void => {
    const text = dialog.querySelector<HTMLInputElement>('input')?.value ?? '';
    dialog.close();
    void framePost(`/questions/${encodeURIComponent(question.id)}`, { button, text });
  };
  const form = element('form', '', { method: 'dialog' });
  const text = element('p', question.text, { class: 'text', id: 'question-text' });
  form.append(element('h2', question.title || question.text.slice(0, 60), { id: 'question-title' }), text);
  if (question.kind === 'prompt') {
    form.append(
      element('input', '', { class: 'box', type: 'text', 'aria-labelledby': 'question-text', autofocus: '' }),
    );
  }
  const row = element('div', '', { class: 'row' });
  question.buttons.forEach((name, place) => {
    const button = element('button', words[name] ?? name, {
      type: place === 0 ? 'submit' : 'button',
      value: name,
    });
    if (place === 0) button.classList.add('main');
    button.addEventListener('click', (event) => {
      event.preventDefault();
      answer(name);
    });
    row.append(button);
  });
  form.append(row);
  dialog.append(form);
  dialog.addEventListener('cancel', () => answer('CLOSE'), { once: true });
  dialog.showModal();
}

function applyShown(shown: ShownJson, again: boolean): void {
  applyPanels(shown, again);
  applyToasts(shown.toasts);
  applyQuestion(shown.questions[0]);
}

/** A message out of a sandbox: which panel it came from is told by its window alone. */
async function receiveMessage(event: MessageEvent): Promise<void> {
  const data = event.data as SandboxMessage;
  const frame = [...document.querySelectorAll('iframe')].find((one) => one.contentWindow === event.source);
  if (!frame || typeof data !== 'object' || data?.from !== 'script') return;
  if (data.kind === 'close') return closePanel();
  if (data.kind === 'size') {
    if (typeof data.width === 'number') frame.width = String(data.width);
    if (typeof data.height === 'number') frame.height = String(data.height);
  }
  if (data.kind === 'focus') document.querySelector<HTMLElement>('.grid [tabindex="0"]')?.focus();
  if (data.kind !== 'call') return;
  const panel = frame.closest('#sidebar') ? 'sidebar' : 'dialog';
  const grid = document.getElementById('grid');
  let view: unknown = null;
  const reply = (message: Record<string, unknown>): void =>
    frame.contentWindow?.postMessage({ id: data.id, ...message }, '*');
  try {
    document.dispatchEvent(new CustomEvent('script-runs', { detail: 1 }));
    const outcome = await framePost(`${frameBase()}/call`, {
      panel,
      function: data.name,
      args: data.args,
      gid: grid?.dataset.gid,
      range: grid?.dataset.range ?? document.querySelector<HTMLElement>('.grid td[tabindex="0"]')?.dataset.a,
    });
    view = outcome.view ?? null;
    const name = String(outcome.errorName ?? '');
    const message = String(outcome.errorMessage ?? outcome.error ?? outcome.status);
    if (outcome.status === 'completed') reply({ ok: true, value: outcome.result });
    else reply({ ok: false, error: name === '' || name === 'Error' ? message : `${name}: ${message}` });
    if (outcome.shown) applyShown(outcome.shown as ShownJson, false);
  } catch (error) {
    reply({ ok: false, error: String(error) });
  } finally {
    document.dispatchEvent(new CustomEvent('script-runs', { detail: -1 }));
    document.dispatchEvent(new CustomEvent('sheet-changed', { detail: view }));
  }
}

function framesMain(): void {
  window.addEventListener('message', (event) => void receiveMessage(event));
  document.addEventListener('script-shown', (event) => {
    applyShown((event as CustomEvent<ShownJson>).detail, true);
  });
  let running = 0;
  const look = async (first: boolean): Promise<void> => {
    const response = await fetch(`${frameBase()}/shown.json`);
    if (!response.ok) return;
    const shown = (await response.json()) as ShownJson;
    // A page that was just opened shows what opening it brought, not what somebody else has open.
    if (!first) applyShown(shown, false);
    else if (!/[?&]keep=/.test(location.search)) applyShown({ ...shown, dialog: null }, false);
    else rememberToasts(shown.toasts);
  };
  document.addEventListener('script-runs', (event) => {
    running += (event as CustomEvent<number>).detail;
  });
  document.addEventListener('script-look', () => void look(false));
  // While something runs it may ask, show a toast or open a dialog.
  setInterval(() => {
    if (running > 0) void look(false);
  }, 600);
  void look(true);
}

export const framesScript: readonly ClientFunction[] = [
  frameWords,
  frameBase,
  framePost,
  element,
  fillPanel,
  closePanel,
  applyPanels,
  rememberToasts,
  applyToasts,
  applyQuestion,
  applyShown,
  receiveMessage,
  framesMain,
];
