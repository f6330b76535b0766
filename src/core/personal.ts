import { guarded, UNREADABLE, unreadableOf } from './check';
import { CORRECTS } from './head';
import { veil } from './identity';
import { numberIn } from './reportNumber';
import type { Finding, Personal, PersonalContext, ReportType, Value } from './report';

type Values = Readonly<Record<string, Value>>;
type AnyPersonal = NonNullable<ReportType['personal']>;

/**
 * A text that is the same for the same text and tells nothing of it to whoever lacks the script's secret: a plain
 * hash of a NIK could be turned back by trying all of them.
 */
export type Seal = (text: string) => string;

/** Months that personal data is kept where the office says nothing else. */
export const RETENTION_MONTHS = 60;

/** Of a version's values: the sealed person, and the sealed person with what is told. */
export const KEYS = 'keys';

/** What of a report's answers may leave the personal files: see `Question.seen`, and what the type yields. */
export function redact(
  type: ReportType,
  personal: AnyPersonal,
  values: Values,
  context: PersonalContext,
  seal: Seal,
): Values {
  const seen: Record<string, Value> = {};
  for (const question of type.questions) {
    const value = values[question.id] ?? null;
    const isPlain = typeof value !== 'string' || question.seen === 'never';
    seen[question.id] = question.seen === 'whole' ? value : isPlain ? null : veil(question, value);
  }
  const corrected = values[CORRECTS];
  seen[CORRECTS] = numberIn(corrected) ?? null;
  const record = values as Parameters<AnyPersonal['person']>[0];
  const person = personal.person(record);
  const keys = person === '' ? [] : [seal(person), seal(`${person}|${personal.same(record)}`)];
  return { ...seen, ...personal.yields(record, context), [KEYS]: keys };
}

/** Findings of the rules on whole answers; a rule that reads an answer which could not be read is skipped. */
export function judgePersonal(
  personal: Personal<never>,
  values: Values,
  found: readonly Finding[],
  context: PersonalContext,
): readonly Finding[] {
  const record = guarded(values, unreadableOf(found)) as never;
  return personal.rules.flatMap((rule): readonly Finding[] => {
    try {
      const broken = rule.broken(record, context);
      if (broken === undefined) return [];
      const [severity, message] = broken;
      return [{ rule: rule.id, severity, question: rule.question, sent: '', expected: '', message }];
    } catch (failure) {
      if (failure === UNREADABLE) return [];
      throw failure;
    }
  });
}
