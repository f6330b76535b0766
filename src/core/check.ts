import type { Finding, ReportType, Rule, RuleContext, Value } from './report';

type Values = Readonly<Record<string, Value>>;
type AnyRule = Rule<Readonly<Record<string, never>>>;

/** Thrown by an answer that could not be read when a rule asks for it: the rule cannot be judged. */
export const UNREADABLE = { unreadable: true };

/** What a rule has looked at beside the record. */
export interface Looked {
  opening: boolean;
  sameMonth: boolean;
}

/** The record, from which an unreadable answer throws `UNREADABLE`. */
export function guarded(values: Values, unreadable: readonly string[]): Values {
  if (unreadable.length === 0) return values;
  const record: Record<string, Value> = { ...values };
  for (const question of unreadable)
    Object.defineProperty(record, question, {
      enumerable: true,
      get: () => {
        throw UNREADABLE;
      },
    });
  return record;
}

/** The same context that notes what is looked at; nothing is computed before. */
function watched(context: RuleContext, looked: Looked): RuleContext {
  return {
    period: context.period,
    sentOn: context.sentOn,
    kind: context.kind,
    get opening() {
      looked.opening = true;
      return context.opening;
    },
    get previous() {
      return context.previous;
    },
    get earlier() {
      return context.earlier;
    },
    get activeMembers() {
      return context.activeMembers;
    },
    get known() {
      looked.sameMonth = true;
      return context.known;
    },
    get neighbourhoods() {
      return context.neighbourhoods;
    },
    get member() {
      return context.member;
    },
    get sameMonth() {
      looked.sameMonth = true;
      return context.sameMonth;
    },
  };
}

/** Stable id of a type's rule, as findings carry it: `population.controlTotalMale`. */
export function ruleId(type: ReportType, rule: { readonly id: string }): string {
  return rule.id.includes('.') ? rule.id : `${type.id}.${rule.id}`;
}

function judge(rule: AnyRule, id: string, record: Values, context: RuleContext): Finding | undefined {
  try {
    const broken = rule.broken(record as Readonly<Record<string, never>>, context);
    return broken && { rule: id, severity: rule.severity, question: rule.question, ...broken };
  } catch (failure) {
    if (failure === UNREADABLE) return undefined;
    throw failure;
  }
}

/** One rule's outcome and what it looked at. */
export interface Judged {
  readonly rule: string;
  readonly finding: Finding | undefined;
  readonly looked: Looked;
}

/** Every rule of the type, judged. Rules that read an answer named in `unreadable` are skipped (no finding). */
export function judgeRules(
  type: ReportType,
  values: Values,
  unreadable: readonly string[],
  context: RuleContext,
): readonly Judged[] {
  const record = guarded(values, unreadable);
  return (type.rules as readonly AnyRule[]).map((rule) => {
    const looked: Looked = { opening: false, sameMonth: false };
    const id = ruleId(type, rule);
    return { rule: id, finding: judge(rule, id, record, watched(context, looked)), looked };
  });
}

/** Findings of the type's rules. */
export function checkRules(
  type: ReportType,
  values: Values,
  unreadable: readonly string[],
  context: RuleContext,
): readonly Finding[] {
  return judgeRules(type, values, unreadable, context).flatMap((one) => (one.finding ? [one.finding] : []));
}

/** Questions whose answer has an error of its own. */
export function unreadableOf(findings: readonly Finding[]): readonly string[] {
  return findings
    .filter(
      (finding) =>
        finding.severity === 'error' && finding.rule.startsWith('field.') && finding.question !== '',
    )
    .map((finding) => finding.question);
}

export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some((finding) => finding.severity === 'error');
}
