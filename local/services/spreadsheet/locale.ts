/** Number and date habits of a Google locale code such as `in_ID` or `en_US`. */
export interface LocaleHabits {
  decimal: string;
  group: string;
  /** Order of a numeric date as typed. */
  order: 'DMY' | 'MDY' | 'YMD';
  /** Format that a Date gets when a script writes it. */
  datePattern: string;
  dateTimePattern: string;
  /** Month names in lower case, long and short, in the language and in English; 1–12. */
  months: Map<string, number>;
  /** Currency sign that typed amounts may carry. */
  currency: string;
}

const OLD_LANGUAGE_CODES: Record<string, string> = { id: 'in', he: 'iw', yi: 'ji' };
const NEW_LANGUAGE_CODES: Record<string, string> = { in: 'id', iw: 'he', ji: 'yi' };
const MAIN_COUNTRY: Record<string, string> = {
  en: 'US', in: 'ID', iw: 'IL', da: 'DK', sv: 'SE', nb: 'NO', no: 'NO', ja: 'JP', ko: 'KR', zh: 'CN', hi: 'IN', vi: 'VN',
  ms: 'MY', el: 'GR', cs: 'CZ', uk: 'UA', ar: 'EG', sl: 'SI', et: 'EE', ca: 'ES', fa: 'IR', fil: 'PH', cy: 'GB', ka: 'GE',
}; // prettier-ignore

/**
 * The code that `getSpreadsheetLocale` gives back for one that a script set: Java's old language codes and a
 * country, so `id`, `id_ID` and `in_ID` are all `in_ID` (google.md section 4). undefined = no locale.
 */
export function normaliseLocale(locale: string): string | undefined {
  const parts = /^([A-Za-z]{2,3})(?:[_-]([A-Za-z]{2}))?$/.exec(locale.trim());
  if (!parts?.[1]) return undefined;
  const given = parts[1].toLowerCase();
  const language = OLD_LANGUAGE_CODES[given] ?? given;
  const country = parts[2]?.toUpperCase() ?? MAIN_COUNTRY[language] ?? language.toUpperCase();
  const code = `${language}_${country}`;
  try {
    return Intl.NumberFormat.supportedLocalesOf(intlTag(code)).length > 0 ? code : undefined;
  } catch {
    return undefined;
  }
}

/** `in_ID` → `id-ID`. */
export function intlTag(locale: string): string {
  const [language = 'en', country] = locale.split('_');
  const tag = NEW_LANGUAGE_CODES[language] ?? language;
  return country ? `${tag}-${country}` : tag;
}

const known = new Map<string, LocaleHabits>();

/** Computed once for each locale. */
export function localeHabits(locale: string): LocaleHabits {
  let habits = known.get(locale);
  if (!habits) {
    habits = readHabits(intlTag(locale));
    known.set(locale, habits);
  }
  return habits;
}

function readHabits(tag: string): LocaleHabits {
  const number = new Intl.NumberFormat(tag, { numberingSystem: 'latn' }).formatToParts(-1234567.8);
  const part = (type: string, otherwise: string): string =>
    number.find((piece) => piece.type === type)?.value.replace(/[\u00a0\u202f]/g, ' ') ?? otherwise;
  const decimal = part('decimal', '.');
  const { order, datePattern } = dateHabits(tag);
  return {
    decimal,
    group: part('group', decimal === ',' ? '.' : ','),
    order,
    datePattern,
    dateTimePattern: `${datePattern} H:mm:ss`,
    months: monthNames(tag),
    currency: tag.startsWith('id')
      ? 'Rp'
      : tag === 'en-GB'
        ? '£'
        : /^en|^es-(MX|CO|CL|AR)/.test(tag)
          ? '$'
          : '€',
  };
}

function dateHabits(tag: string): Pick<LocaleHabits, 'order' | 'datePattern'> {
  const pieces = new Intl.DateTimeFormat(tag, {
    calendar: 'gregory',
    numberingSystem: 'latn',
    timeZone: 'UTC',
    year: 'numeric',
    month: tag === 'en-US' ? 'numeric' : '2-digit',
    day: tag === 'en-US' ? 'numeric' : '2-digit',
  }).formatToParts(Date.UTC(2026, 0, 2));
  const short = tag === 'en-US';
  const letters: Record<string, string> = {
    day: short ? 'd' : 'dd',
    month: short ? 'M' : 'MM',
    year: 'yyyy',
  };
  const datePattern = pieces.map((piece) => letters[piece.type] ?? piece.value).join('');
  const first = pieces.find((piece) => piece.type in letters)?.type;
  return { order: first === 'year' ? 'YMD' : first === 'month' ? 'MDY' : 'DMY', datePattern };
}

function monthNames(tag: string): Map<string, number> {
  const names = new Map<string, number>();
  for (const language of ['en', tag]) {
    for (const month of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(language, {
        month,
        day: 'numeric',
        timeZone: 'UTC',
        calendar: 'gregory',
      });
      for (let index = 0; index < 12; index++) {
        const name = format
          .formatToParts(Date.UTC(2026, index, 2))
          .find((piece) => piece.type === 'month')?.value;
        if (name) names.set(name.toLowerCase().replace('.', ''), index + 1);
      }
    }
  }
  return names;
}
