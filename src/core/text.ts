/** Text and what was done to it, one Indonesian sentence each. */
export interface Normalised {
  readonly text: string;
  readonly notes: readonly string[];
}

/** Zero-width and other invisible format characters, soft hyphen, byte-order mark; the joiner inside emoji stays. */
const INVISIBLE = /[\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/g;
/** Control characters but tab, line feed and carriage return. */
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/** Every text answer: no invisible characters, ends trimmed; one line where `lines` is false. */
export function cleanText(raw: string, lines: boolean): Normalised {
  const visible = raw.replace(/\r\n?/g, '\n').replace(INVISIBLE, '').replace(CONTROL, '');
  const spaced = visible.replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, ' ');
  const text = (lines ? spaced : spaced.replace(/\s+/g, ' ')).trim();
  const notes = visible === raw.replace(/\r\n?/g, '\n') ? [] : ['Karakter yang tidak tampak dibuang.'];
  return { text, notes };
}

/** Cuts at `maximum` characters (never within one) and marks the cut with `…`. */
export function cutText(text: string, maximum: number): Normalised {
  const signs = Array.from(text);
  if (signs.length <= maximum) return { text, notes: [] };
  return {
    text: `${signs.slice(0, maximum - 1).join('')}…`,
    notes: [`Teks dipotong pada ${maximum} huruf.`],
  };
}

/** An answer that should be digits: full-width digits, a leading apostrophe and blanks around are put right and told. */
export function cleanDigits(raw: string): Normalised {
  const text = raw.normalize('NFKC').replace(INVISIBLE, '').trim().replace(/^['’]/, '').trim();
  if (text === raw) return { text, notes: [] };
  const note =
    text === raw.trim() ? 'Spasi di sekitar angka dibuang.' : `Tertulis "${shortText(raw)}", dibaca ${text}.`;
  return { text, notes: [note] };
}

/** An identity number (NIK, KK): also without the separators people put in. Never padded, never cut. */
export function cleanIdentity(raw: string): Normalised {
  const digits = cleanDigits(raw).text.replace(/[\s.\-–—_]/g, '');
  const notes = digits === raw.trim() ? [] : ['Spasi, titik, atau tanda hubung pada nomor dibuang.'];
  return { text: digits, notes };
}

/** What is wrong with an identity number's writing; undefined where it is 16 digits. `empty` = stands for no number. */
export function identityProblem(text: string): 'empty' | 'spoilt' | 'digits' | undefined {
  if (text === '' || /^(\d)\1*$/.test(text)) return 'empty';
  if (/^\d([.,]\d+)?e\+?\d+$/i.test(text)) return 'spoilt';
  if (!/^\d{16}$/.test(text)) return 'digits';
  return text.endsWith('0000') ? 'empty' : undefined;
}

/** For quoting an answer in a sentence: one line, at most 40 characters. */
export function shortText(text: string): string {
  return cutText(cleanText(text, false).text, 40).text;
}

/** `Kependudukan`, `Kependudukan dan Rekap Linmas`, `A, B, dan C`. */
export function listed(names: readonly string[]): string {
  if (names.length <= 2) return names.join(' dan ');
  return `${names.slice(0, -1).join(', ')}, dan ${names[names.length - 1] ?? ''}`;
}
