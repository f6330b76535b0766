/// <reference lib="dom" />
import type { ClientFunction, SandboxMessage } from './source';

/** A call out of the web app's page: handed to the workspace, its answer handed back. */
async function passCall(event: MessageEvent): Promise<void> {
  const frame = document.querySelector<HTMLIFrameElement>('iframe.web-app');
  const data = event.data as SandboxMessage | null;
  if (!frame || event.source !== frame.contentWindow || data?.from !== 'script' || data.kind !== 'call')
    return;
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
  window.addEventListener('message', (event) => void passCall(event));
}

export const webAppScript: readonly ClientFunction[] = [passCall, webAppMain];
