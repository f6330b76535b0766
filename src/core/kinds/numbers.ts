import { PIN_PATTERN } from '../pins';
import type { Question } from '../report';
import { cleanDigits, cleanIdentity, identityProblem } from '../text';
import { oneText, refused } from './finding';
import type { ItemSpec, Kind } from './kind';

function spec(question: Question, pattern: string, advice: string): ItemSpec {
  return {
    item: 'TEXT',
    title: question.label,
    helpText: question.help ?? advice,
    required: question.required !== false,
    validation: { rule: 'matchesPattern', pattern, helpText: advice },
  };
}

const asText = {
  columnFormat: '@',
  // A number of a person is never brought along in a link.
  prefill: () => undefined,
  show: (value) => (typeof value === 'string' ? value : ''),
} as const satisfies Partial<Kind>;

const SIXTEEN = 'Tulis 16 angka tanpa spasi';
const NO_NUMBER =
  'Itu bukan nomor yang mungkin. Mohon tulis 16 angka seperti di KTP atau KK; bila belum ada, mohon hubungi Kasi.';

/** NIK and No. KK: text, 16 digits, never a number (a sheet keeps 15 digits), never padded, never cut. */
export const identity: Kind = {
  ...asText,
  item: (question) => spec(question, '^[0-9]{16}$', SIXTEEN),
  read: (raw, question) => {
    const sent = oneText(raw);
    const { text, notes } = cleanIdentity(sent);
    const problem = identityProblem(/e/i.test(sent) ? cleanDigits(sent).text : text);
    if (problem === 'empty')
      return question.required === false
        ? { value: null, normalised: ['Isinya bukan nomor, dibaca kosong.'], findings: [] }
        : refused('number', question, text, '16 angka', NO_NUMBER);
    if (problem === 'spoilt')
      return refused(
        'numberSpoilt',
        question,
        sent,
        '16 angka',
        'Nomor rusak karena format angka di lembar kerja. Mohon salin lagi dari KTP atau KK, 16 angka.',
      );
    if (problem === 'digits') {
      const advice = `Isinya ${String(Array.from(text).length)} tanda. Mohon tulis tepat 16 angka seperti di KTP atau KK; nol dengan angka 0, bukan huruf O.`;
      return refused('number', question, text, '16 angka', advice);
    }
    return { value: text, normalised: notes, findings: [] };
  },
  manual: () => '16 angka',
};

/** A mobile number as `wa.me` wants it. */
export const phone: Kind = {
  ...asText,
  item: (question) => spec(question, '^(\\+62|62|0)8[0-9]{7,12}$', 'Tulis nomor HP, misalnya 081234567890'),
  read: (raw, question) => {
    const sent = oneText(raw);
    const digits = cleanIdentity(sent).text.replace(/[()]/g, '').replace(/^\+/, '');
    const value = digits.replace(/^0?8/, '628');
    const bare = digits === sent.trim().replace(/^\+/, '');
    return /^628\d{7,12}$/.test(value)
      ? { value, normalised: bare ? [] : ['Spasi dan tanda pada nomor dibuang.'], findings: [] }
      : refused('phone', question, digits, 'nomor HP', 'Mohon tulis nomor HP, misalnya 081234567890.');
  },
  manual: () => 'nomor HP',
};

/** RT and RW: `1`, `01` and `RT 1` are 001. */
export const area: Kind = {
  ...asText,
  item: (question) => spec(question, '^[0-9]{1,3}$', 'Tulis angkanya saja, misalnya 001'),
  read: (raw, question) => {
    const sent = oneText(raw);
    const digits = cleanDigits(sent).text.replace(/^r[tw][\s.:]*/i, '');
    const value = digits.padStart(3, '0');
    return /^\d{1,3}$/.test(digits)
      ? { value, normalised: value === sent.trim() ? [] : ['Ditulis tiga angka.'], findings: [] }
      : refused('area', question, digits, '1–3 angka', 'Mohon tulis angkanya saja, misalnya 001.');
  },
  manual: () => '1–3 angka',
};

/** The PIN of a village: what was answered is looked at where the sender is, and nowhere else. */
export const pin: Kind = {
  ...asText,
  item: (question) => spec(question, PIN_PATTERN, 'Tulis empat angka PIN, tanpa spasi'),
  read: () => ({ value: null, normalised: [], findings: [] }),
  show: () => '',
  manual: () => '4 angka',
};
