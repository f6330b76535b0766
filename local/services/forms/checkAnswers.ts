import type { Answer, FormItem, FormState } from '../../state/form';
import type { Runtime } from '../runtime';
import { answerOf, normalise, type Entries } from './entries';
import { isGrid, isQuestion } from './itemState';
import { questionsOf, visitedPages } from './pages';
import { refusalOf } from './responders';
import { checkCount, checkText, isEmail } from './rules';
import { formWords, type FormWords } from './words';

/** What a person sends: who she is ('' = not signed in), the typed address, and the values of the page. */
export interface AnswerInput {
  person: string;
  email?: string;
  entries: Entries;
  /** Pages that the browser says it visited. Taken for granted nowhere: the answers decide. */
  pageHistory?: number[];
  /** Token of an edit address: the response that is edited. */
  editToken?: string;
}

/** A message at a question; `entryId` is the first entry of the item, or the row's in a grid; 0 = the e-mail field. */
export interface AnswerError {
  itemId: number;
  entryId: number;
  message: string;
}

export interface CheckedAnswers {
  errors: AnswerError[];
  /** Set when the form cannot be answered at all, in the words that the page shows. */
  refused?: string;
  /** The answers of the visited pages, as the response will keep them. */
  answers: Record<string, Answer>;
  /** What `getRespondentEmail` will give. */
  email: string;
}

/**
 * The checks of a submitted page, the same for a browser and for a test: who may answer, then required questions,
 * rules and choices of the questions on the visited pages; what was sent for other pages is dropped
 * (google.md section 3).
 */
export function checkAnswers(runtime: Runtime, form: FormState, input: AnswerInput): CheckedAnswers {
  const words = formWords(runtime.switches.language);
  const refused = refusalOf(runtime, form, input);
  if (refused !== undefined) return { errors: [], refused, answers: {}, email: '' };
  const sent: Record<string, Answer> = {};
  for (const item of form.items.filter(isQuestion)) {
    const answer = answerOf(item, input.entries);
    if (answer !== undefined) sent[item.id] = answer;
  }
  const visited = visitedPages(form, sent);
  const errors: AnswerError[] = [];
  const answers: Record<string, Answer> = {};
  for (const item of questionsOf(visited.pages)) {
    const answer = sent[item.id];
    errors.push(...checkQuestion(item, answer, words));
    if (answer !== undefined) answers[item.id] = kept(item, answer);
  }
  const email = respondentEmail(form, input);
  if (form.collectEmail === 'typed' && !isEmail(email)) {
    errors.unshift({ itemId: 0, entryId: 0, message: email === '' ? words.required : words.invalidEmail });
  }
  const checked: CheckedAnswers = { errors, answers, email };
  if (!visited.complete && errors.length === 0) checked.refused = words.restart;
  return checked;
}

function respondentEmail(form: FormState, input: AnswerInput): string {
  if (form.collectEmail === 'verified') return input.person;
  return form.collectEmail === 'typed' ? (input.email ?? '').trim() : '';
}

/** Dates and times in the shape that a response keeps. */
function kept(item: FormItem, answer: Answer): Answer {
  return typeof answer === 'string' ? (normalise(item, answer) ?? answer) : answer;
}

function checkQuestion(item: FormItem, answer: Answer | undefined, words: FormWords): AnswerError[] {
  if (isGrid(item)) return checkGrid(item, answer, words);
  const error = (message: string): AnswerError[] =>
    message === '' ? [] : [{ itemId: item.id, entryId: item.entryIds[0] ?? 0, message }];
  const isAnswered = answer !== undefined && answer.length > 0;
  if (item.type === 'FILE_UPLOAD' && (isAnswered || item.required)) return error(words.fileUpload);
  if (answer === undefined || answer.length === 0) return item.required ? error(words.required) : [];
  if (typeof answer !== 'string') return error(checkBoxes(item, answer, words));
  return error(checkSingle(item, answer, words));
}

function checkSingle(item: FormItem, answer: string, words: FormWords): string {
  switch (item.type) {
    case 'MULTIPLE_CHOICE':
    case 'LIST':
      return offers(item, answer) ? '' : words.unknownChoice;
    case 'SCALE':
    case 'RATING':
      return onScale(item, answer) ? '' : words.unknownChoice;
    case 'DATE':
    case 'DATETIME':
      return normalise(item, answer) === undefined ? words.invalidDate : '';
    case 'TIME':
      return normalise(item, answer) === undefined ? words.invalidTime : '';
    case 'DURATION':
      return normalise(item, answer) === undefined ? words.invalidDuration : '';
    default:
      return checkText(item, answer, words);
  }
}

function checkBoxes(item: FormItem, answer: Exclude<Answer, string>, words: FormWords): string {
  const chosen = answer.filter((value) => typeof value === 'string');
  if (!chosen.every((value) => offers(item, value))) return words.unknownChoice;
  return checkCount(item, chosen.length, words);
}

function offers(item: FormItem, value: string): boolean {
  return item.hasOtherOption === true || (item.choices ?? []).some((choice) => choice.value === value);
}

function onScale(item: FormItem, answer: string): boolean {
  const { lower, upper } = item.bounds ?? { lower: 1, upper: item.rating?.levels ?? 5 };
  const value = Number(answer);
  return /^\d+$/.test(answer) && value >= lower && value <= upper;
}

function checkGrid(item: FormItem, answer: Answer | undefined, words: FormWords): AnswerError[] {
  const rows = (item.rows ?? []).map((_, index) => rowOf(answer, index));
  const at = (index: number, message: string): AnswerError[] => [
    { itemId: item.id, entryId: item.entryIds[index] ?? 0, message },
  ];
  const empty = rows.findIndex((row) => row.length === 0);
  if (item.required && empty >= 0)
    return at(empty, item.type === 'GRID' ? words.rowRequired : words.rowRequiresOne);
  const strange = rows.findIndex((row) => !row.every((value) => (item.columns ?? []).includes(value)));
  if (strange >= 0) return at(strange, words.unknownChoice);
  const chosen = rows.flat();
  if (item.onePerColumn && new Set(chosen).size < chosen.length) {
    return at(0, item.validation?.helpText || words.onePerColumn);
  }
  return [];
}

/** What was chosen in one row of a grid. */
export function rowOf(answer: Answer | undefined, index: number): string[] {
  if (answer === undefined || typeof answer === 'string') return [];
  const row = answer[index];
  if (row === null || row === undefined || row === '') return [];
  return typeof row === 'string' ? [row] : row;
}
