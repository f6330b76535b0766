/// <reference lib="dom" />
import type { ClientFunction, SandboxMessage } from './source';

/** Where the visitor is: parameters and hash of the address (guide, class google.script.url). */
function placeNow(): Record<string, unknown> {
  const parameters: Record<string, string[]> = {};
  for (const [name, value] of new URLSearchParams(location.search)) (parameters[name] ??= []).push(value);
  const parameter = Object.fromEntries(Object.entries(parameters).map(([name, all]) => [name, all[0]]));
  return { hash: location.hash.slice(1), parameter, parameters };
}

/** Parameters and hash that are left out stay as they are (guide, google.script.history.push). */
function goTo({ replaces, state, params, hash }: SandboxMessage): void {
  const query = new URLSearchParams(params ? [] : location.search);
  for (const [name, value] of Object.entries(params ?? {}))
    for (const one of Array.isArray(value) ? value : [value]) query.append(name, String(one));
  const search = String(query) === '' ? '' : `?${String(query)}`;
  const wanted = hash ?? location.hash.slice(1);
  const address = location.pathname + search + (wanted === '' ? '' : `#${wanted}`);
  if (replaces) history.replaceState({ script: state }, '', address);
  else history.pushState({ script: state }, '', address);
}

/** A form of the web app's page goes to a web app and nowhere else. */
function postForm({ path = '', fields = [], target }: SandboxMessage): void {
  if (!/^\/macros\/s\/[\w-]+\/(exec|dev)([/?]|$)/.test(path)) return;
  const form = document.createElement('form');
  form.method = 'post';
  form.action = path;
  if (target === '_blank') form.target = target;
  form.hidden = true;
  for (const [name, value] of fields) {
    const input = document.createElement('textarea');
    input.name = name;
    input.value = value;
    form.append(input);
  }
  document.body.append(form);
  // A field may be called submit.
  HTMLFormElement.prototype.submit.call(form);
  form.remove();
}

/** What the web app's page asks of the page around it. */
function onSandbox(event: MessageEvent): void {
  const frame = document.querySelector<HTMLIFrameElement>('iframe.web-app');
  const data = event.data as SandboxMessage | null;
  if (!frame || event.source !== frame.contentWindow || data?.from !== 'script') return;
  if (data.kind === 'call') void passCall(frame, data);
  else if (data.kind === 'post') postForm(data);
  else if (data.kind === 'history') goTo(data);
  else if (data.kind === 'location')
    frame.contentWindow?.postMessage({ id: data.id, ok: true, value: placeNow() }, '*');
}

/** A call out of the web app's page: handed to the workspace, its answer handed back. */
async function passCall(frame: HTMLIFrameElement, data: SandboxMessage): Promise<void> {
  const reply = (message: Record<string, unknown>): void =>
    frame.contentWindow?.postMessage({ id: data.id, ...message }, '*');
  try {
    const response = await fetch(frame.dataset.call ?? '', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body: JSON.stringify({ function: data.name, args: data.args }),
    });
    const outcome = (await response.json()) as Record<string, unknown>;
    const name = String(outcome.errorName ?? '');
    const message = String(outcome.errorMessage ?? outcome.error ?? outcome.status);
    if (outcome.status === 'completed') reply({ ok: true, value: outcome.result });
    else reply({ ok: false, error: name === '' || name === 'Error' ? message : `${name}: ${message}` });
  } catch (error) {
    reply({ ok: false, error: String(error) });
  }
}

function webAppMain(): void {
  window.addEventListener('message', onSandbox);
  window.addEventListener('popstate', (event) => {
    const frame = document.querySelector<HTMLIFrameElement>('iframe.web-app');
    const { script = null } = (event.state as { script?: unknown } | null) ?? {};
    frame?.contentWindow?.postMessage({ kind: 'change', state: script, location: placeNow() }, '*');
  });
}

export const webAppScript: readonly ClientFunction[] = [
  placeNow,
  goTo,
  postForm,
  passCall,
  onSandbox,
  webAppMain,
];
