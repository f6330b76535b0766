/** One step of a small, well mixed generator: equal inputs give equal numbers in [0, 1). */
export function chance(seed: number, at: number): number {
  let state = (seed ^ Math.imul(at + 1, 0x9e3779b1)) | 0;
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
}

/** A whole number that belongs to a text. */
export function hashOf(text: string): number {
  let mixed = 0x811c9dc5;
  for (const letter of text) mixed = Math.imul(mixed ^ letter.charCodeAt(0), 0x01000193);
  return mixed | 0;
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-';

/** An id in Google's shape; `draw` gives numbers in [0, 1). */
export function makeId(kind: IdKind, draw: () => number): string {
  const letters = (length: number): string =>
    Array.from({ length }, () => LETTERS[Math.floor(draw() * LETTERS.length)]).join('');
  const digits = (length: number): string =>
    String(1 + Math.floor(draw() * 9)) +
    Array.from({ length: length - 1 }, () => Math.floor(draw() * 10)).join('');
  switch (kind) {
    case 'file':
      return `1${letters(43)}`;
    case 'published':
      return `1FAIpQLS${letters(48)}`;
    case 'response':
      return `2_${letters(48)}`;
    case 'item':
      return digits(9);
    case 'entry':
      // Fits a signed 32-bit number, as Google's do.
      return `1${digits(9)}`;
    case 'sheet':
      return digits(9);
    case 'trigger':
      return digits(19);
    case 'mail':
      return Array.from({ length: 16 }, () => Math.floor(draw() * 16).toString(16)).join('');
  }
}
export type IdKind = 'file' | 'published' | 'item' | 'entry' | 'response' | 'trigger' | 'sheet' | 'mail';
