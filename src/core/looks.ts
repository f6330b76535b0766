import type { Stock } from './report';

/** Colours of everything that a person sees; text on ground was computed at 5.4:1 or better. */
export const COLOUR = {
  text: '#1f2328',
  quiet: '#57606a',
  line: '#d0d7de',
  own: '#0b5d3b',
  ownTint: '#e6f2ec',
  link: '#1a56b0',
  white: '#ffffff',
} as const;

export type Tone = 'good' | 'late' | 'wrong' | 'waiting' | 'open';

/** How a state looks: always a sign and a colour beside its word, never the colour alone. */
export const TONES: Readonly<
  Record<Tone, { readonly sign: string; readonly text: string; readonly ground: string }>
> = {
  good: { sign: '✓', text: '#1b6e3c', ground: '#e3f3e8' },
  late: { sign: '⏱', text: '#8a4b00', ground: '#fff1dc' },
  wrong: { sign: '!', text: '#a11d1d', ground: '#fde8e8' },
  waiting: { sign: '…', text: '#3d4a5c', ground: '#edf0f4' },
  open: { sign: '·', text: '#57606a', ground: '#ffffff' },
};

/** What a sign tells an operator. */
export const TONE_WORDS: Readonly<Record<Tone, string>> = {
  good: 'beres: sudah diterima',
  late: 'diterima, tetapi lewat tenggat',
  wrong: 'perlu dikerjakan: diperbaiki atau dikirim',
  waiting: 'tersimpan, menunggu kecamatan',
  open: 'belum ada, dan belum tenggat',
};

/** Stands before the heading of a part on pages whose lines move. */
export const HEADING = '▌ ';

/** A missing figure: not zero. */
export const MISSING = '–';

/** `✓ Tepat Waktu`. */
export function toned(tone: Tone, words: string): string {
  return `${TONES[tone].sign} ${words}`;
}

/** Parts of a stock as people read them, in B.3's order of thought: citizens, foreigners, households. */
export const STOCK_PARTS: readonly (readonly [part: keyof Stock, words: string])[] = [
  ['citizensMale', 'WNI L'],
  ['citizensFemale', 'WNI P'],
  ['foreignersMale', 'WNA L'],
  ['foreignersFemale', 'WNA P'],
  ['households', 'KK'],
];
