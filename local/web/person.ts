import type { Store } from '../state/store';

const address = /^[^\s@<>"',;]+@[^\s@<>"',;]+$/;

/** An address as we keep it: trimmed, small letters; undefined where it is none. */
export function asAddress(text: string): string | undefined {
  const trimmed = text.trim().toLowerCase();
  return address.test(trimmed) && trimmed.length <= 254 ? trimmed : undefined;
}

/** The person whom the cookie `as` names, '' for nobody. */
export function personOf(cookie: string | undefined): string {
  return cookie === undefined ? '' : (asAddress(cookie) ?? '');
}

/** Everybody whom the documents name: owners, editors, readers, responders, correspondents; sorted. */
export function knownPeople(store: Store): string[] {
  const people = new Set<string>();
  const add = (list: readonly string[] | undefined): void => {
    for (const one of list ?? []) {
      const clean = asAddress(one);
      if (clean !== undefined) people.add(clean);
    }
  };
  for (const id of store.ids('file')) {
    const file = store.get('file', id);
    if (file) add([file.owner, ...file.editors, ...file.viewers, ...(file.publishedReaders ?? [])]);
  }
  for (const id of store.ids('form')) add(store.get('form', id)?.responses.map((r) => r.email));
  for (const id of store.ids('project')) add([store.get('project', id)?.owner ?? '']);
  for (const id of store.ids('mailbox')) {
    for (const m of store.get('mailbox', id)?.messages ?? []) add([m.from, ...m.to, ...m.cc, ...m.bcc]);
  }
  return [...people].sort((a, b) => a.localeCompare(b));
}

/** Where to go after signing in: only an address of our own. */
export function ownPath(path: string | undefined): string {
  return path !== undefined && /^\/(?![/\\])/.test(path) ? path : '/';
}
