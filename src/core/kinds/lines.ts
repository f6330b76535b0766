import { linesOf, lineText, readLines } from '../lines';
import type { Question } from '../report';
import { shortText } from '../text';
import { fieldFinding, oneText } from './finding';
import type { Kind } from './kind';
import { longText } from './texts';

/** Problems that are told one by one; the rest are counted. */
const TOLD = 12;

const figuresOf = (question: Question): NonNullable<Question['line']> => question.line ?? [];

/** A long answer with a line for each unit; kept in one spelling, or as it was sent where a line cannot be read. */
export const lines: Kind = {
  ...longText,
  read: (raw, question) => {
    const figures = figuresOf(question);
    const sent = oneText(raw);
    const { lines: units, notes, problems } = readLines(sent, figures);
    const told = problems.slice(0, TOLD).map(({ rule, quote, expected, sentence }) => {
      const message = `Baris "${shortText(quote)}": ${sentence}`;
      return fieldFinding(rule, 'error', question, shortText(quote), expected, message);
    });
    const more = problems.length - told.length;
    if (more > 0) told.push(fieldFinding('line', 'error', question, '', '', `dan ${more} hal lain.`));
    const value =
      problems.length > 0
        ? longText.read(sent, question, { sentOn: '' }).value
        : units.map((one) => lineText(one, figures)).join('\n');
    return { value, normalised: notes, findings: told };
  },
  carry: (value, question) => {
    const figures = figuresOf(question);
    const units = linesOf(value, figures).map(({ key, figures: values }) => ({
      key,
      figures: Object.fromEntries(
        figures.flatMap((one) =>
          values[one.id] === undefined ? [] : [[one.id, one.stock ? (values[one.id] ?? 0) : 0] as const],
        ),
      ),
    }));
    return units.map((one) => lineText(one, figures)).join('\n');
  },
  manual: (question) => {
    const words = figuresOf(question).map((one) =>
      one.required === false ? `${one.word} (boleh tidak ada)` : one.word,
    );
    return `satu baris satu RT: ${words.join(', ')}`;
  },
};
