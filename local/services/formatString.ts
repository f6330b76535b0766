const DIRECTIVE = /%(?:(\d+)\$)?([-+ 0#,(]*)(\d+)?(?:\.(\d+))?([a-zA-Z%])/g;

function grouped(digits: string): string {
  const [whole = '', fraction] = digits.split('.');
  const parts = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? parts : `${parts}.${fraction}`;
}

function numberText(value: unknown, kind: string, flags: string, precision: number | undefined): string {
  const number = Number(value);
  if (Number.isNaN(number)) return 'NaN';
  let text = kind === 'd' || kind === 'i' ? String(Math.trunc(Math.abs(number))) : '';
  if (kind === 'f') text = Math.abs(number).toFixed(precision ?? 6);
  if (kind === 'e') text = Math.abs(number).toExponential(precision ?? 6);
  if (kind === 'x') text = Math.trunc(Math.abs(number)).toString(16);
  if (kind === 'o') text = Math.trunc(Math.abs(number)).toString(8);
  if (flags.includes(',')) text = grouped(text);
  const negative = number < 0 || Object.is(number, -0);
  const sign = negative ? '-' : flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : '';
  return sign + text;
}

/** printf-like formatting as `Utilities.formatString` and `Logger.log` have it: %s %d %f %e %x %o %c %b %%. */
export function formatString(template: string, values: readonly unknown[]): string {
  let next = 0;
  return template.replace(
    DIRECTIVE,
    (whole, index?: string, flags = '', width?: string, precision?: string, kind = '') => {
      if (kind === '%') return '%';
      const value = values[index === undefined ? next++ : Number(index) - 1];
      const decimals = precision === undefined ? undefined : Number(precision);
      const lower = kind.toLowerCase();
      let text: string;
      if ('difexo'.includes(lower)) text = numberText(value, lower, flags, decimals);
      else if (lower === 's' || lower === 'b' || lower === 'j') text = String(value).slice(0, decimals);
      else if (lower === 'c') text = String(value).slice(0, 1);
      else return whole;
      if (kind !== lower) text = text.toUpperCase();
      const size = Number(width ?? 0);
      if (flags.includes('-')) return text.padEnd(size);
      if (flags.includes('0') && 'difex'.includes(lower)) {
        const sign = /^[-+ ]/.exec(text)?.[0] ?? '';
        return sign + text.slice(sign.length).padStart(size - sign.length, '0');
      }
      return text.padStart(size);
    },
  );
}
