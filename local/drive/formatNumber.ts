import { format } from 'numfmt';

/** `in_ID` → `id`: numfmt knows the languages by their present codes; Google kept Java's old ones. */
export function languageTag(locale: string): string {
  const tag = locale.replace('_', '-').replace(/^in\b/, 'id').replace(/^iw\b/, 'he');
  return /^(id|he)\b/.test(tag) ? tag.slice(0, 2) : tag;
}

/** Separators that numfmt's own tables have otherwise than Google: none at present for `id` and `en`. */
const DECIMAL_COMMA = new Set([
  'id',
  'de',
  'fr',
  'es',
  'it',
  'pt',
  'nl',
  'tr',
  'ru',
  'pl',
  'vi',
  'da',
  'sv',
  'nb',
  'fi',
]);

/**
 * Google's automatic format: whole numbers in full up to 15 digits, fractions with ten significant digits,
 * the rest as 1.23457E+16.
 */
export function formatAutomatic(value: number, locale: string): string {
  const size = Math.abs(value);
  let text: string;
  if (size >= 1e15 || (size > 0 && size < 1e-9)) {
    text = value
      .toExponential(5)
      .replace(/\.?0+e/, 'e')
      .replace(/e([+-])(\d)$/, 'E$10$2')
      .replace('e', 'E');
  } else if (Number.isInteger(value)) {
    text = String(Object.is(value, -0) ? 0 : value);
  } else {
    const whole = Math.trunc(size).toString().length;
    const plain = Number(value.toPrecision(Math.max(10, whole)));
    text = plain.toFixed(Math.max(0, 10 - (size < 1 ? 0 : whole))).replace(/\.?0+$/, '');
  }
  return DECIMAL_COMMA.has(languageTag(locale).slice(0, 2)) ? text.replace('.', ',') : text;
}

/** `Platform.formatNumber`: see there. A pattern that numfmt cannot read shows the plain number. */
export function formatNumber(value: number, pattern: string, locale: string): string {
  if (pattern === '' || /^general$/i.test(pattern) || pattern === '0.###############' || pattern === '@') {
    return formatAutomatic(value, locale);
  }
  const shown = format(pattern, value, { locale: languageTag(locale), leap1900: false, throws: false });
  return shown === '######' ? formatAutomatic(value, locale) : shown;
}
