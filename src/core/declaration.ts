import { NOTE } from './head';
import type { Question, ReportType } from './report';

const WITH_CHOICES: readonly Question['kind'][] = ['choice', 'list', 'checkboxes'];

function repeated(ids: readonly string[]): string | undefined {
  return ids.find((id, index) => ids.indexOf(id) !== index);
}

function questionFault(question: Question): string | undefined {
  const { id, kind, label, choices = [], branchOn, minimum = 0, maximum = Infinity } = question;
  if (!/^[a-z][A-Za-z0-9]*$/.test(id)) return 'its id has to be a word in camelCase';
  if (label.trim() === '') return 'it has no label';
  if (WITH_CHOICES.includes(kind) && choices.length === 0) return 'it offers no choices';
  if (!WITH_CHOICES.includes(kind) && choices.length > 0) return `a ${kind} has no choices`;
  if ((kind === 'lines') !== (question.line !== undefined)) return 'lines and their figures need each other';
  const stray = [branchOn ?? []].flat().find((choice) => !choices.includes(choice));
  if (stray !== undefined) return `branchOn ${stray} is not among its choices`;
  return minimum > maximum ? 'its minimum is above its maximum' : undefined;
}

/** A section has one further page at most, reached from the last question of its first page; those that stand behind another have no place of their own. */
function pagesFault(all: readonly Question[]): string | undefined {
  const questions = all.filter(({ after }) => after === undefined);
  const lost = all.find(({ after }) => after !== undefined && !questions.some(({ id }) => id === after));
  if (lost !== undefined) return `${lost.id} stands behind a question that is not there`;
  const first = questions.filter((question) => question.page !== 'branch');
  const branching = questions.filter((question) => question.branchOn !== undefined);
  const branch = questions.filter((question) => question.page === 'branch');
  if (branching.length > 1) return 'it has more than one branching question';
  if (branching.length === 1 && branching[0] !== first[first.length - 1])
    return 'its branching question has to be the last of the first page';
  if ((branching.length === 0) !== (branch.length === 0))
    return 'a branch page and a branching question need each other';
  return questions.slice(0, first.length).some((question) => question.page === 'branch')
    ? 'the questions of the branch page have to stand last'
    : undefined;
}

function fault(declaration: ReportType): string | undefined {
  const { questions, rules, frequency, dateQuestion, sameWhen = [] } = declaration;
  const ids = questions.map((question) => question.id);
  for (const question of questions) {
    const found = questionFault(question);
    if (found !== undefined) return `question ${question.id}: ${found}`;
  }
  const bare = declaration.personal && questions.find((question) => question.seen === undefined);
  if (bare) return `question ${bare.id} of a personal type does not say how it is seen`;
  const twice = repeated(ids) ?? repeated(rules.map((rule) => rule.id));
  if (twice !== undefined) return `${twice} is declared twice`;
  const unknown = rules.find((rule) => rule.question !== '' && !ids.includes(rule.question));
  if (unknown) return `rule ${unknown.id} speaks of a question ${unknown.question} that is not there`;
  const same = sameWhen.find((id) => !ids.includes(id));
  if (same !== undefined) return `sameWhen names ${same}, which is not there`;
  if (!ids.includes(NOTE)) return `it has no question ${NOTE}`;
  const date = questions.find((question) => question.id === dateQuestion);
  if (dateQuestion !== undefined && (frequency !== 'event' || date?.kind !== 'date'))
    return 'only an event has a dateQuestion, of kind date';
  return pagesFault(questions);
}

/**
 * Throws what is wrong with a declaration, naming the type. The tests ask it of the whole catalogue, so that no
 * execution has to.
 */
export function checkDeclaration(type: ReportType): void {
  const found = fault(type);
  if (found !== undefined) throw new Error(`Report type ${type.id}: ${found}.`);
}
