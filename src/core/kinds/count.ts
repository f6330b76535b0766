import { formatNumber } from '../dates';
import type { Question } from '../report';
import { cleanDigits } from '../text';
import { oneText, refused } from './finding';
import type { Kind } from './kind';

/** Largest count the form takes. */
const LARGEST = 999_999;

const DIGITS = '^(0|[1-9][0-9]{0,5})$';

/** What the form's rule allows where a count has narrower limits: still digits; the limits are told on reading. */
function limits(question: Question): { readonly low: number; readonly high: number } {
  return { low: question.minimum ?? 0, high: question.maximum ?? LARGEST };
}

function range(question: Question): string {
  const { low, high } = limits(question);
  // Limits that begin at four digits are years.
  return low >= 1000 ? `${String(low)}–${String(high)}` : `${formatNumber(low)}–${formatNumber(high)}`;
}

/** Whole numbers typed as digits. */
export const count: Kind = {
  item: (question) => ({
    item: 'TEXT',
    title: question.label,
    helpText: question.help ?? 'Tulis angka saja, tanpa titik: 1204. Bila tidak ada, tulis 0.',
    required: question.required !== false,
    validation: {
      rule: 'matchesPattern',
      pattern: DIGITS,
      helpText: 'Tulis angka saja, tanpa titik: 1204',
    },
  }),
  read: (raw, question) => {
    const sent = oneText(raw);
    const { text, notes } = cleanDigits(sent);
    if (!/^\d{1,9}$/.test(text)) {
      const advice =
        'Mohon tulis angka saja, tanpa titik, koma, atau kata, misalnya 1204. Bila tidak ada, tulis 0.';
      return refused('digits', question, sent, 'angka saja', advice);
    }
    const value = Number(text);
    const { low, high } = limits(question);
    if (value < low || value > high)
      return refused(
        'range',
        question,
        text,
        range(question),
        `Mohon tulis angka antara ${range(question)}.`,
      );
    const padded = String(value) === text ? [] : [`Tertulis "${text}", dibaca ${value}.`];
    return { value, normalised: [...notes, ...padded], findings: [] };
  },
  columnFormat: '#,##0',
  prefill: (value) => (typeof value === 'number' ? String(value) : undefined),
  show: (value) => (typeof value === 'number' ? formatNumber(value) : ''),
  manual: (question) => `angka bulat ${range(question)}`,
};
