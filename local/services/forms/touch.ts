import type { Runtime } from '../runtime';

/** A form's items, words or settings changed: `File.getLastUpdated` of it is now. An answer leaves that as it is. */
export function touchForm(runtime: Runtime, id: string): void {
  runtime.store.touch('form', id, 'head');
  const file = runtime.store.get('file', id);
  const now = runtime.now();
  if (!file || file.updated === now) return;
  file.updated = now;
  runtime.store.touch('file', id);
}
