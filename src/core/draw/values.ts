import type { Version } from '../book';
import { KINDS } from '../kinds';
import type { Cell } from '../patch';
import type { Question } from '../report';
import { ofBothKinds } from '../villageKind';

/** The figure of an answer; undefined where it was not answered or is no figure. */
export function figureOf(version: Version | undefined, question: string): number | undefined {
  const value = version?.values[question];
  return typeof value === 'number' ? value : undefined;
}

/** The text of an answer, several choices joined; '' where it was not answered. */
export function textOf(version: Version | undefined, question: string): string {
  const value = version?.values[question];
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  return value === null || value === undefined ? '' : value.join(', ');
}

/** An answer as a cell of its column: a figure as a figure, all else as people read it. */
export function answerCell(version: Version, question: Question): Cell {
  const value = version.values[question.id] ?? null;
  return typeof value === 'number' ? value : KINDS[question.kind].show(value);
}

/** An answer as people read it, a choice in the words of `question`; '' where it was not given. */
export function answerText(version: Version, question: Question): string {
  const shown = KINDS[question.kind].show(version.values[question.id] ?? null);
  return question.choices?.find((choice) => ofBothKinds(choice) === shown) ?? shown;
}
