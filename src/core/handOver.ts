import type { Operator } from './settings';
import { isAddress, mobileNumber } from './settingsRead/lines';

/** Who takes over from whom, as a person wrote it. */
export interface HandOver {
  readonly name: string;
  /** '' = none: the village's reports are proven by PIN. */
  readonly email: string;
  /** `628…`; '' = not told. */
  readonly whatsapp: string;
  /** Who leaves, by address or, without one, by name; '' = the only one of the village. */
  readonly replaces: string;
}

/** How an operator is called where another one is meant: by address, without one by name. */
export const calledBy = ({ name, email }: Pick<Operator, 'name' | 'email'>): string => email || name;

/** Whether that address or name means the operator. */
export function isCalled(operator: Pick<Operator, 'name' | 'email'>, by: string): boolean {
  const plain = (text: string): string => text.normalize('NFKC').trim().toLowerCase();
  return plain(by) !== '' && plain(calledBy(operator)) === plain(by);
}

/** How it is written in one cell. */
export const HAND_OVER_EXAMPLE = 'Contoh Nama; operator@gmail.com; 081234567890';

/**
 * Reads `name; e-mail; WhatsApp; menggantikan e-mail` in any order, parted by semicolons or lines (by commas where there
 * are none); a sentence where something is missing or cannot be read. `byPin` = the village's reports are proven by PIN: who
 * has no address there needs a number.
 */
export function readHandOver(text: string, byPin = false): HandOver | { readonly problem: string } {
  const isParted = /[;\n]/.test(text);
  const parts = text
    .split(isParted ? /[;\n]/ : /,/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const old = parts.find((part) => /^menggantikan\s/i.test(part));
  const rest = parts.filter((part) => part !== old);
  const email = rest.find((part) => part.includes('@')) ?? '';
  const number = rest.find((part) => part !== email && /^[+\d][\d\s.\-()]{5,}$/.test(part)) ?? '';
  const names = rest.filter((part) => part !== email && part !== number);
  const name = names.join(', ');
  const whatsapp = number === '' ? '' : mobileNumber(number);
  const replaces = (old ?? '').replace(/^menggantikan\s+/i, '');
  if (name === '')
    return { problem: `Mohon tulis nama, email, dan WhatsApp operator baru, misalnya ${HAND_OVER_EXAMPLE}.` };
  const isWithout = byPin && email === '';
  if (isWithout && isParted && names.length > 1)
    return {
      problem: `Tertulis "${names[1] ?? ''}". Mohon tulis email yang benar, atau kosongkan: desanya memakai PIN.`,
    };
  if (isWithout && number === '')
    return {
      problem:
        'Mohon tulis nomor WhatsApp operator baru: tanpa email, pesannya hanya lewat WhatsApp. Contoh: Contoh Nama; 081234567890.',
    };
  if (!isWithout && !isAddress(email))
    return { problem: `Mohon tulis email operator baru (akun Google), misalnya ${HAND_OVER_EXAMPLE}.` };
  if (whatsapp === undefined)
    return { problem: `Tertulis nomor "${number}". Mohon tulis nomor HP, misalnya 081234567890.` };
  return { name, email: email.toLowerCase(), whatsapp, replaces };
}
