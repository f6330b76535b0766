import { isAddress, mobileNumber } from './settingsRead/lines';

/** Who takes over from whom, as a person wrote it. */
export interface HandOver {
  readonly name: string;
  readonly email: string;
  /** `628…`; '' = not told. */
  readonly whatsapp: string;
  /** Address of the operator who leaves; '' = the only one of the village. */
  readonly replaces: string;
}

/** How it is written in one cell. */
export const HAND_OVER_EXAMPLE = 'Contoh Nama; operator@gmail.com; 081234567890';

/**
 * Reads `name; e-mail; WhatsApp; menggantikan e-mail` in any order, parted by semicolons or lines (by commas where there
 * are none); a sentence where something is missing or cannot be read.
 */
export function readHandOver(text: string): HandOver | { readonly problem: string } {
  const parts = text
    .split(/[;\n]/.test(text) ? /[;\n]/ : /,/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const old = parts.find((part) => /^menggantikan\s/i.test(part));
  const rest = parts.filter((part) => part !== old);
  const email = rest.find((part) => part.includes('@')) ?? '';
  const number = rest.find((part) => part !== email && /^[+\d][\d\s.\-()]{5,}$/.test(part)) ?? '';
  const name = rest.filter((part) => part !== email && part !== number).join(', ');
  const whatsapp = number === '' ? '' : mobileNumber(number);
  const replaces = (old ?? '').replace(/^menggantikan\s+/i, '').toLowerCase();
  if (name === '')
    return { problem: `Mohon tulis nama, email, dan WhatsApp operator baru, misalnya ${HAND_OVER_EXAMPLE}.` };
  if (!isAddress(email))
    return { problem: `Mohon tulis email operator baru (akun Google), misalnya ${HAND_OVER_EXAMPLE}.` };
  if (whatsapp === undefined)
    return { problem: `Tertulis nomor "${number}". Mohon tulis nomor HP, misalnya 081234567890.` };
  return { name, email: email.toLowerCase(), whatsapp, replaces };
}
