import { CITIZENSHIPS, FLOW_KINDS, flowQuestion, LEDGER_TYPE, SEXES } from './population';
import type { Question, ReportType } from './report';
import { shortText } from './text';

const FOREIGN_QUESTIONS = FLOW_KINDS.flatMap((kind) =>
  SEXES.map((sex) => flowQuestion(kind, CITIZENSHIPS[1] ?? 'foreigners', sex)),
);

/** Texts of the cells that answer each question. */
export type Texts = Readonly<Record<string, readonly string[]>>;

/** Questions that need a column and have none among those that are mapped. */
export function lacking(type: ReportType, mapped: ReadonlySet<string>): readonly Question[] {
  const foreign = FOREIGN_QUESTIONS.some((id) => mapped.has(id));
  return type.questions.filter((question) => {
    if (mapped.has(question.id) || question.required === false || question.branchOn !== undefined)
      return false;
    return question.page === 'branch' ? foreign : true;
  });
}

/** Text of a figure: `1.204` is what people write for thousands, since there are no parts of a person. */
const figureOf = (text: string): string =>
  /^\d{1,3}([.,\s]\d{3})+$/.test(text) ? text.replace(/\D/g, '') : text;

/** Whether a cell holds nothing: an empty month is not zero. */
export const isBlank = (text: string): boolean => /^([-–—]|nihil)?$/i.test(text);

/** What the cells of one question say together: figures of several columns are added, else what is no figure. */
function answerIn(texts: readonly string[]): string {
  const strange = texts.find((text) => !/^\d{1,9}$/.test(text));
  if (texts.length === 1 || strange !== undefined) return strange ?? texts[0] ?? '';
  return String(texts.reduce((sum, text) => sum + Number(text), 0));
}

/** Questions whose figures have to be there. */
export const needsFigure = ({ kind, required }: Question): boolean => kind === 'count' && required !== false;

/** The answers of a line by question id, and what was read otherwise than it was written, a sentence each. */
export interface Answers {
  readonly answers: Readonly<Record<string, string>>;
  readonly notes: readonly string[];
}

/** Reads the cells of a line; `isZero` = what is empty or a dash is said to be 0. */
export function answersOf(type: ReportType, cells: Texts, isZero: boolean): Answers {
  const answers: Record<string, string> = {};
  const notes: string[] = [];
  const zeros: string[] = [];
  for (const { id, label, kind } of type.questions) {
    const own = cells[id];
    if (own === undefined) continue;
    const texts = own.map((text) => {
      if (kind !== 'count') return text;
      if (isZero && isBlank(text)) {
        zeros.push(label);
        return '0';
      }
      const read = figureOf(text);
      if (read !== text) notes.push(`${label}: tertulis "${shortText(text)}", dibaca ${read}.`);
      return read;
    });
    answers[id] = answerIn(texts);
  }
  const branching = type.questions.find((question) => question.branchOn !== undefined);
  if (branching && answers[branching.id] === undefined && type.id === LEDGER_TYPE)
    answers[branching.id] = FOREIGN_QUESTIONS.some((id) => !['', '0'].includes(answers[id] ?? ''))
      ? 'Ya'
      : 'Tidak';
  if (zeros.length > 0) notes.push(`Sel kosong dibaca 0: ${[...new Set(zeros)].join('; ')}.`);
  return { answers, notes };
}
