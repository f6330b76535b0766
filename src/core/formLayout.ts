import { answerKey, HEAD, NOT_MONTHLY, NOTE } from './head';
import { KINDS } from './kinds';
import type { ItemSpec } from './kinds/kind';
import { branchesOn } from './read';
import type { Question, ReportType } from './report';
import { asKindHas } from './villageKind';

/** Where a page leads when it is complete: to another page, or out of the form. */
export type GoTo = { readonly page: string } | 'submit';

/** A question of the form. */
export interface QuestionItem {
  readonly item: 'question';
  /** Its answer key, `reportType` or `population.birthsMale`. */
  readonly key: string;
  readonly spec: ItemSpec;
  /** By choice; only on the question that ends a page. */
  readonly leadsTo?: Readonly<Record<string, GoTo>>;
}

/** A page break. */
export interface PageItem {
  readonly item: 'page';
  /** `page.population`, `page.population.branch`. */
  readonly key: string;
  readonly title: string;
  readonly helpText: string;
  /** Where the page BEFORE the break leads (that is how Google reads a break's navigation). */
  readonly before?: 'submit';
}

export type FormItem = QuestionItem | PageItem;

/** A part of the form that is built in one step: its first page, or a page of a report's section. */
export interface FormPart {
  readonly id: string;
  readonly items: readonly FormItem[];
}

/** A question under its answer key. */
export interface ParkedQuestion {
  readonly key: string;
  readonly question: Question;
}

/** What a form is laid out from. */
export interface FormSource {
  /** Questions of the first page; the list of months is filled in. */
  readonly head: readonly Question[];
  /** Report types that are switched on. */
  readonly catalogue: readonly ReportType[];
  /** Months of the list, as people read them, newest first. */
  readonly months: readonly string[];
  /** Questions that are asked no more and have answers: they stand behind all else, on a page that nobody reaches. */
  readonly parked?: readonly ParkedQuestion[];
}

/** Key of the page break that begins a report's section. */
export function pageKey(type: string): string {
  return `page.${type}`;
}

const branchPageKey = (type: string): string => `${pageKey(type)}.branch`;

/** Choices of the list *Bulan laporan*. */
export function monthChoices(months: readonly string[]): readonly string[] {
  return [NOT_MONTHLY, ...months];
}

/**
 * The form as an ordered list of items in small parts: the head with the choice of the report, then a page for each
 * report, with a second one where a question branches. A section ends by the navigation of the next page break;
 * the last page ends the form by itself. Words are those of that kind of village.
 */
export function layoutForm(source: FormSource, kind: 'desa' | 'kelurahan'): readonly FormPart[] {
  const own = (question: Question): Question => asKindHas(question, kind);
  return [
    headPart({ ...source, head: source.head.map(own) }),
    ...source.catalogue.flatMap((type, at) => {
      const asked = type.questions.filter(
        (question) => question.only === undefined || question.only === kind,
      );
      return sectionParts(type, asked.map(own), at > 0);
    }),
    ...parkedParts((source.parked ?? []).map(({ key, question }) => ({ key, question: own(question) }))),
  ];
}

/** All items in their order. */
export function itemsOf(parts: readonly FormPart[]): readonly FormItem[] {
  return parts.flatMap((part) => part.items);
}

function headPart(source: FormSource): FormPart {
  const leadsTo = Object.fromEntries(
    source.catalogue.map((type) => [type.shortTitle, { page: pageKey(type.id) }]),
  );
  const items = source.head.map((question): QuestionItem => {
    if (question.id === HEAD.reportType) {
      const choices = source.catalogue.map((type) => type.shortTitle);
      return { ...questionItem(question.id, { ...question, choices }), leadsTo };
    }
    if (question.id === HEAD.period) {
      return questionItem(question.id, { ...question, choices: monthChoices(source.months) });
    }
    return questionItem(question.id, question);
  });
  return { id: 'head', items };
}

function parkedParts(questions: readonly ParkedQuestion[]): readonly FormPart[] {
  if (questions.length === 0) return [];
  const page: PageItem = {
    item: 'page',
    key: pageKey('parked'),
    title: 'Tidak dipakai lagi',
    helpText: 'Halaman ini tidak dapat dibuka dari formulir. Jawaban lama pertanyaannya tetap tersimpan.',
    before: 'submit',
  };
  return [
    { id: 'parked', items: [page, ...questions.map(({ key, question }) => questionItem(key, question))] },
  ];
}

function questionItem(key: string, question: Question): QuestionItem {
  return { item: 'question', key, spec: KINDS[question.kind].item(question) };
}

/** Questions that name another one stand behind it. */
export function behind(questions: readonly Question[]): readonly Question[] {
  return questions
    .filter(({ after }) => after === undefined)
    .flatMap((one) => [one, ...questions.filter(({ after }) => after === one.id)]);
}

/** `Catatan` stands last on the first page, before the branching question. */
function firstPageOrder(questions: readonly Question[]): readonly Question[] {
  const first = questions.filter((question) => question.page !== 'branch');
  const isPlain = (question: Question): boolean => question.id !== NOTE && question.branchOn === undefined;
  return [
    ...behind(first.filter(isPlain)),
    ...first.filter((question) => question.id === NOTE),
    ...first.filter((question) => question.branchOn !== undefined),
  ];
}

function sectionParts(type: ReportType, asked: readonly Question[], endsFormer: boolean): FormPart[] {
  const branch = asked.filter((question) => question.page === 'branch');
  const pageBreak: PageItem = {
    item: 'page',
    key: pageKey(type.id),
    title: type.title,
    helpText: type.introduction,
    ...(endsFormer ? { before: 'submit' as const } : {}),
  };
  const first = firstPageOrder(asked).map((question): QuestionItem => {
    const item = questionItem(answerKey(type.id, question.id), question);
    return question.branchOn === undefined ? item : { ...item, leadsTo: branching(type, question) };
  });
  const parts: FormPart[] = [{ id: type.id, items: [pageBreak, ...first] }];
  if (branch.length > 0) {
    const asking = asked.find((question) => question.branchOn !== undefined)?.label ?? '';
    const second: PageItem = {
      item: 'page',
      key: branchPageKey(type.id),
      title: `${type.title}: lanjutan`,
      helpText: `Pertanyaan lanjutan dari “${asking}”`,
    };
    const items = branch.map((question) => questionItem(answerKey(type.id, question.id), question));
    parts.push({ id: `${type.id}.branch`, items: [second, ...items] });
  }
  return parts;
}

function branching(type: ReportType, question: Question): Readonly<Record<string, GoTo>> {
  return Object.fromEntries(
    (question.choices ?? []).map((choice): [string, GoTo] => [
      choice,
      branchesOn(question, choice) ? { page: branchPageKey(type.id) } : 'submit',
    ]),
  );
}
