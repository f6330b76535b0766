import type { Question, Value } from '../report';
import { cleanText, cutText } from '../text';
import { fieldFinding, oneText, refused } from './finding';
import type { ItemSpec, Kind, RawAnswer, Reading } from './kind';

const LONGEST = { text: 200, longText: 1000, link: 500 } as const;

type TextKind = keyof typeof LONGEST;

function longest(question: Question, kind: TextKind): number {
  return question.maximum ?? LONGEST[kind];
}

function readText(raw: RawAnswer, question: Question, kind: TextKind): Reading {
  const clean = cleanText(oneText(raw), kind === 'longText');
  const cut = cutText(clean.text, longest(question, kind));
  const least = question.minimum ?? 0;
  if (Array.from(cut.text).length < least)
    return refused(
      'short',
      question,
      cut.text,
      `paling sedikit ${least} huruf`,
      `Mohon tulis paling sedikit ${least} huruf.`,
    );
  return { value: cut.text, normalised: [...clean.notes, ...cut.notes], findings: [] };
}

function validation(question: Question, kind: TextKind): Pick<ItemSpec, 'validation'> {
  const least = question.minimum ?? 0;
  const length = longest(question, kind);
  if (least > 1)
    return {
      validation: { rule: 'minimumLength', length: least, helpText: `Paling sedikit ${least} huruf` },
    };
  return { validation: { rule: 'maximumLength', length, helpText: `Paling banyak ${length} huruf` } };
}

function base(question: Question, item: 'TEXT' | 'PARAGRAPH_TEXT'): ItemSpec {
  return {
    item,
    title: question.label,
    helpText: question.help ?? '',
    required: question.required !== false,
  };
}

function lengths(question: Question, kind: TextKind): string {
  const least = question.minimum ?? 0;
  const most = longest(question, kind);
  return least > 0 ? `teks ${least}–${most} huruf` : `teks, paling banyak ${most} huruf`;
}

function prefill(value: Value): RawAnswer | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function show(value: Value): string {
  return typeof value === 'string' ? value : '';
}

/** One line of text. */
export const text: Kind = {
  item: (question) => ({ ...base(question, 'TEXT'), ...validation(question, 'text') }),
  read: (raw, question) => readText(raw, question, 'text'),
  columnFormat: '@',
  prefill,
  show,
  manual: (question) => lengths(question, 'text'),
};

/** Text of several lines. */
export const longText: Kind = {
  item: (question) => ({ ...base(question, 'PARAGRAPH_TEXT'), ...validation(question, 'longText') }),
  read: (raw, question) => readText(raw, question, 'longText'),
  columnFormat: '@',
  prefill,
  show,
  manual: (question) => lengths(question, 'longText'),
};

const LINK_PATTERN =
  '^https://(drive|docs|photos)\\.(google\\.com|app\\.goo\\.gl)/.+$|^https://photos\\.app\\.goo\\.gl/.+$';
const LINK_HOSTS =
  /^https:\/\/(drive\.google\.com|docs\.google\.com|photos\.google\.com|photos\.app\.goo\.gl)\/\S+$/i;

/** True for an address that may be shown as a link: https, a host of Google Drive or Photos. */
export function isAllowedLink(address: string): boolean {
  return LINK_HOSTS.test(address);
}

/** An address of Google Drive or Photos; any other is kept as text, never clickable. */
export const link: Kind = {
  item: (question) => ({
    ...base(question, 'TEXT'),
    validation: {
      rule: 'matchesPattern',
      pattern: LINK_PATTERN,
      helpText: 'Tempel link Google Drive atau Google Foto, dimulai dengan https://',
    },
  }),
  read: (raw, question) => {
    const reading = readText(raw, question, 'link');
    if (typeof reading.value !== 'string' || isAllowedLink(reading.value)) return reading;
    const message =
      'Link ini bukan dari Google Drive atau Google Foto, jadi tidak dapat diklik di rekap. Laporan tetap dihitung.';
    const expected = 'link Google Drive atau Google Foto';
    const finding = fieldFinding('linkHost', 'warning', question, reading.value, expected, message);
    return { ...reading, findings: [finding] };
  },
  columnFormat: '@',
  prefill,
  show,
  manual: () => 'link Google Drive atau Google Foto (https://…)',
};
