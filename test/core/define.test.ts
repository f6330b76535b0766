import { checkDeclaration } from '../../src/core/declaration';
import { defineReport } from '../../src/core/define';
import type { Question, ReportType } from '../../src/core/report';

const note: Question = { id: 'notes', kind: 'longText', label: 'Catatan', required: false };
const choice: Question = {
  id: 'more',
  kind: 'choice',
  label: 'Ada lagi?',
  choices: ['Ya', 'Tidak'],
  branchOn: 'Ya',
};
const branch: Question = { id: 'much', kind: 'count', label: 'Berapa', page: 'branch' };

function declaration(questions: readonly Question[], more: Partial<ReportType> = {}): ReportType {
  const base = {
    id: 'readiness',
    title: 'T',
    shortTitle: 'S',
    dataTab: 'D',
    frequency: 'monthly',
    introduction: '',
  } as const;
  return { ...base, questions, rules: [], ...more };
}

const rule = (id: string, question: string) =>
  ({ id, severity: 'error', question, broken: () => undefined }) as const;

test('a good declaration comes back as it was', () => {
  const good = declaration([note, choice, branch], { rules: [rule('a', 'much')] });
  expect(defineReport(good)).toBe(good);
  expect(() => {
    checkDeclaration(good);
  }).not.toThrow();
});

test.each<[string, ReportType]>([
  ['question Much', declaration([note, { ...note, id: 'Much' }])],
  ['question more: it offers no choices', declaration([note, { id: 'more', kind: 'list', label: 'x' }])],
  ['branchOn Lain', declaration([note, { ...choice, branchOn: 'Lain' }, branch])],
  ['notes is declared twice', declaration([note, note])],
  ['rule a speaks of a question none', declaration([note], { rules: [rule('a', 'none')] })],
  ['a is declared twice', declaration([note], { rules: [rule('a', ''), rule('a', '')] })],
  ['it has no question notes', declaration([{ ...note, id: 'other' }])],
  ['more than one branching question', declaration([note, choice, { ...choice, id: 'again' }, branch])],
  ['has to be the last of the first page', declaration([choice, note, branch])],
  ['need each other', declaration([note, branch])],
  ['have to stand last', declaration([note, branch, choice])],
  ['only an event has a dateQuestion', declaration([note], { frequency: 'event', dateQuestion: 'notes' })],
  ['sameWhen names place', declaration([note], { sameWhen: ['place'] })],
])('a wrong one says: %s', (words, wrong) => {
  const check = (): void => {
    checkDeclaration(wrong);
  };
  expect(check).toThrow('Report type readiness: ');
  expect(check).toThrow(words);
});
