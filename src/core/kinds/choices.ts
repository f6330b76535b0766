import type { Finding, Question } from '../report';
import { cleanText, cutText } from '../text';
import { ofBothKinds } from '../villageKind';
import { fieldFinding, oneText } from './finding';
import type { ItemSpec, Kind, Reading } from './kind';

function spec(question: Question, item: 'MULTIPLE_CHOICE' | 'LIST' | 'CHECKBOX'): ItemSpec {
  return {
    item,
    title: question.label,
    helpText: question.help ?? '',
    required: question.required !== false,
    choices: question.choices ?? [],
  };
}

/** What the office took from its list since, or put there before the form had it, is taken as it is. */
function unlisted(raw: string, question: Question): Reading {
  const value = cutText(cleanText(raw, false).text, 60).text;
  const message = `“${value}” tidak ada dalam daftar sekarang. Laporan tetap dihitung. Bila daftarnya berubah, mohon kabari Kasi.`;
  const finding = fieldFinding('listed', 'warning', question, value, 'pilihan dalam daftar', message);
  return { value, normalised: [], findings: [finding] };
}

/** The declared choice that was meant: the same but for blanks, capitals, and the kind of village that it was asked of. */
function match(raw: string, question: Question): string | undefined {
  const plain = (text: string): string => cleanText(text, false).text.toLowerCase();
  const find = (as: (text: string) => string): string | undefined =>
    question.choices?.find((choice) => as(choice) === as(raw));
  // An office's own list may name desa and kelurahan one by one.
  return (
    find(plain) ?? (question.listed === undefined ? find((text) => ofBothKinds(plain(text))) : undefined)
  );
}

function unknownChoice(raw: string, question: Question): Reading {
  return {
    value: null,
    normalised: [],
    findings: [],
    unknown: `pilihan "${cleanText(raw, false).text}" pada pertanyaan "${question.label}"`,
  };
}

function readOne(raw: string | readonly string[], question: Question): Reading {
  const sent = oneText(raw);
  const value = match(sent, question);
  if (value === undefined)
    return question.listed === undefined ? unknownChoice(sent, question) : unlisted(sent, question);
  return { value, normalised: [], findings: [] };
}

function oneChoice(item: 'MULTIPLE_CHOICE' | 'LIST'): Kind {
  return {
    item: (question) => spec(question, item),
    read: readOne,
    columnFormat: '@',
    prefill: (value) => (typeof value === 'string' && value !== '' ? value : undefined),
    show: (value) => (typeof value === 'string' ? value : ''),
    manual: (question) => (question.choices ?? []).join(' · '),
  };
}

/** One of a few, shown at once. */
export const choice = oneChoice('MULTIPLE_CHOICE');

/** One of many, shown as a drop-down. */
export const list = oneChoice('LIST');

/** Several of a few. */
export const checkboxes: Kind = {
  item: (question) => spec(question, 'CHECKBOX'),
  read: (raw, question) => {
    const sent = typeof raw === 'string' ? raw.split(/,\s*/) : raw;
    const values: string[] = [];
    const findings: Finding[] = [];
    for (const one of sent.filter((part) => part.trim() !== '')) {
      const value = match(one, question);
      if (value === undefined && question.listed === undefined) return unknownChoice(one, question);
      const other = value === undefined ? unlisted(one, question) : undefined;
      values.push(value ?? String(other?.value));
      findings.push(...(other?.findings ?? []));
    }
    return { value: values, normalised: [], findings };
  },
  columnFormat: '@',
  prefill: (value) => (Array.isArray(value) && value.length > 0 ? value : undefined),
  show: (value) => (Array.isArray(value) ? value.join(', ') : ''),
  manual: (question) => `boleh beberapa: ${(question.choices ?? []).join(' · ')}`,
};
