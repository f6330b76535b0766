import type { Finding, ReportType, RuleContext, Value } from './report';

/** Findings of the type's rules. Rules that read an answer listed in `unreadable` are skipped. */
export function checkRules(
  type: ReportType,
  values: Readonly<Record<string, Value>>,
  unreadable: readonly string[],
  context: RuleContext,
): readonly Finding[] {
  throw new Error(`not yet ${type.id} ${Object.keys(values).length} ${unreadable.length} ${context.period}`);
}
