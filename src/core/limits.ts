import { formatNumber } from './dates';
import type { Rule, RuleContext, Severity } from './report';

/**
 * A rule: the count `question` is at most `limit`, a figure that follows from the record and what is known about
 * the month (undefined = not known, nothing is said). `message` gets both as written out.
 */
export function atMost<R>(rule: {
  readonly id: string;
  readonly severity: Severity;
  readonly question: keyof R & string;
  readonly limit: (record: R, context: RuleContext) => number | undefined;
  readonly message: (sent: string, limit: string, record: R, context: RuleContext) => string;
}): Rule<R> {
  return {
    id: rule.id,
    severity: rule.severity,
    question: rule.question,
    broken: (record, context) => {
      const value = record[rule.question];
      const limit = rule.limit(record, context);
      if (limit === undefined || typeof value !== 'number' || value <= limit) return undefined;
      const sent = formatNumber(value);
      const most = formatNumber(limit);
      return {
        sent,
        expected: `paling banyak ${most}`,
        message: rule.message(sent, most, record, context),
      };
    },
  };
}
