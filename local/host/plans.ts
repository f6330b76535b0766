import { shortName } from '../contract/schema';
import { changesState, costKind, COSTS, type Cost, type CostKind } from './costs';

/** Everything about a call that its name tells, worked out once. */
export interface CallPlan {
  /** `Range.setValues`, as records and faults name it. */
  readonly name: string;
  readonly kind: CostKind;
  readonly cost: Cost;
  readonly changes: boolean;
}

const plans = new Map<string, Map<string, CallPlan>>();

/** The plan of a member of Google's qualified class. */
export function planOf(gas: string, member: string): CallPlan {
  let members = plans.get(gas);
  if (!members) {
    members = new Map();
    plans.set(gas, members);
  }
  let plan = members.get(member);
  if (!plan) {
    const kind = costKind(gas, member);
    plan = {
      name: `${shortName(gas)}.${member}`,
      kind,
      cost: COSTS[kind],
      changes: changesState(gas, member),
    };
    members.set(member, plan);
  }
  return plan;
}
