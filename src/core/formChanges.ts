import { titleOf, typeOf } from './formItems';
import type { FormItem, GoTo, QuestionItem } from './formLayout';

/** An item as it stands in a form, with everything that a script can read of it: the rule of a text it cannot. */
export interface StandingItem {
  readonly id: string;
  /** Google's name of its type. */
  readonly type: string;
  readonly title: string;
  readonly helpText: string;
  readonly required: boolean;
  /** Entries of a question with choices, in their order. */
  readonly choices?: readonly string[];
  /** Where each entry leads, or where the page before a break leads: item id of a page, `SUBMIT`, '' = just on. */
  readonly leadsTo?: readonly string[];
}

/** What an item has that may differ from what is wanted. */
export type Aspect = 'title' | 'help' | 'required' | 'choices';

/** The smallest set of edits that makes a form what it should be. Nothing is ever deleted: answers hang on it. */
export interface FormChanges {
  /** Key → id of the items that stand there. */
  readonly ids: Readonly<Record<string, string>>;
  readonly add: readonly FormItem[];
  readonly set: readonly {
    readonly id: string;
    readonly item: FormItem;
    readonly aspects: readonly Aspect[];
    /** Its title as it stands. */
    readonly was: string;
  }[];
  /** How many items have to be moved. */
  readonly moves: number;
  /** Whether a page or a branching question leads elsewhere than it should. */
  readonly navigation: boolean;
  /** Items of the layout that stand in the form but not in the known map: added by an interrupted run, or put back. */
  readonly unknown: readonly FormItem[];
  /** Items that nobody knows: a person added them; their answers go to quarantine. */
  readonly strange: readonly StandingItem[];
}

/** Page helps may go on with more than their declared text (the openings of the months). */
const hasHelp = (item: FormItem, help: string): boolean =>
  item.item === 'page' ? help.startsWith(item.helpText) : help === item.spec.helpText;

const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((one, at) => one === b[at]);

function aspectsOf(standing: StandingItem, wanted: FormItem): readonly Aspect[] {
  const question = wanted.item === 'question' ? wanted.spec : undefined;
  const differs: Readonly<Record<Aspect, boolean>> = {
    title: standing.title !== titleOf(wanted),
    help: !hasHelp(wanted, standing.helpText),
    required: question !== undefined && standing.required !== question.required,
    choices: !branches(wanted) && !same(standing.choices ?? [], question?.choices ?? []),
  };
  return (Object.keys(differs) as (keyof typeof differs)[]).filter((aspect) => differs[aspect]);
}

const branches = (item: FormItem): item is QuestionItem =>
  item.item === 'question' && item.leadsTo !== undefined;

/** As Google adds an item: an interrupted run may have left it so. */
const isBare = ({ title, helpText, required, choices = [] }: StandingItem): boolean =>
  title === '' && helpText === '' && !required && choices.every((one) => one === '');

/**
 * Which standing item is which of the layout: by the known map first, then, for what an interrupted run added or a
 * person put back, by type and title among those that nobody knows, bare ones last. A known item of another type is none.
 */
function matched(
  layout: readonly FormItem[],
  standing: readonly StandingItem[],
  known: Readonly<Record<string, string>>,
): ReadonlyMap<string, StandingItem> {
  const found = new Map<string, StandingItem>();
  const taken = new Set<StandingItem>();
  for (const wanted of layout) {
    const isIt = (one: StandingItem): boolean => one.type === typeOf(wanted) && !taken.has(one);
    const one =
      standing.find((item) => known[item.id] === wanted.key && isIt(item)) ??
      standing.find((item) => known[item.id] === undefined && isIt(item) && item.title === titleOf(wanted)) ??
      standing.find((item) => known[item.id] === undefined && isIt(item) && isBare(item));
    if (one === undefined) continue;
    found.set(wanted.key, one);
    taken.add(one);
  }
  return found;
}

function leads(wanted: FormItem, standing: StandingItem, found: ReadonlyMap<string, StandingItem>): boolean {
  const target = (to: GoTo | undefined): string =>
    to === undefined || to === 'submit' ? 'SUBMIT' : (found.get(to.page)?.id ?? '?');
  if (branches(wanted)) {
    const choices = wanted.spec.choices ?? [];
    return (
      same(standing.choices ?? [], choices) &&
      same(
        standing.leadsTo ?? [],
        choices.map((choice) => target(wanted.leadsTo?.[choice])),
      )
    );
  }
  return wanted.item !== 'page' || wanted.before === undefined || standing.leadsTo?.[0] === 'SUBMIT';
}

/**
 * Compares a form with its layout. `known` = item id → key as the registry has it, items of report types that are
 * switched off among them: those stay where they are, unreached.
 */
export function formChanges(
  layout: readonly FormItem[],
  standing: readonly StandingItem[],
  known: Readonly<Record<string, string>>,
): FormChanges {
  const found = matched(layout, standing, known);
  const present = layout.flatMap((wanted) => {
    const item = found.get(wanted.key);
    return item === undefined ? [] : [{ wanted, item }];
  });
  const mine = present.map(({ item }) => item.id);
  return {
    ids: Object.fromEntries(present.map(({ wanted, item }) => [wanted.key, item.id])),
    add: layout.filter((wanted) => !found.has(wanted.key)),
    set: present.flatMap(({ wanted, item }) => {
      const aspects = aspectsOf(item, wanted);
      return aspects.length === 0 ? [] : [{ id: item.id, item: wanted, aspects, was: item.title }];
    }),
    moves: movesFor(
      mine,
      standing.map((item) => item.id),
    ).length,
    navigation: present.some(({ wanted, item }) => !leads(wanted, item, found)),
    unknown: present.flatMap(({ wanted, item }) => (known[item.id] === undefined ? [wanted] : [])),
    strange: standing.filter((item) => known[item.id] === undefined && !mine.includes(item.id)),
  };
}

/** Whether the form is as it should be; what a person added is no business of ours. */
export function isAsWanted(changes: FormChanges): boolean {
  const { add, set, moves, navigation } = changes;
  return add.length + set.length + moves === 0 && !navigation;
}

/**
 * Moves, one after the other, that bring `standing` (ids in their order) into the order of `wanted`; others keep the
 * neighbour before them. Each says from where to where, as the form stands after the moves before it.
 */
export function movesFor(
  wanted: readonly string[],
  standing: readonly string[],
): readonly { readonly from: number; readonly to: number }[] {
  const goal = goalOf(wanted, standing);
  const stay = stayingOf(goal, standing);
  const now = [...standing];
  const moves: { from: number; to: number }[] = [];
  goal.forEach((id, at) => {
    if (stay.has(id)) return;
    const before = goal[at - 1];
    const from = now.indexOf(id);
    now.splice(from, 1);
    const to = before === undefined ? 0 : now.indexOf(before) + 1;
    now.splice(to, 0, id);
    if (from !== to) moves.push({ from, to });
  });
  return moves;
}

/** The order wanted, with every other item behind the one that it stands behind now. */
function goalOf(wanted: readonly string[], standing: readonly string[]): readonly string[] {
  const goal = wanted.filter((id) => standing.includes(id));
  standing.forEach((id, at) => {
    if (!goal.includes(id)) goal.splice(at === 0 ? 0 : goal.indexOf(standing[at - 1] ?? '') + 1, 0, id);
  });
  return goal;
}

/** Items that need not move: a longest run of the goal that stands in that order already. */
function stayingOf(goal: readonly string[], standing: readonly string[]): ReadonlySet<string> {
  const places = goal.map((id) => standing.indexOf(id));
  const best: { length: number; before: number }[] = [];
  places.forEach((place, at) => {
    let before = -1;
    for (let one = 0; one < at; one += 1) {
      if ((places[one] ?? 0) < place && (best[one]?.length ?? 0) > (best[before]?.length ?? 0)) before = one;
    }
    best.push({ length: (best[before]?.length ?? 0) + 1, before });
  });
  const stay = new Set<string>();
  let at = best.reduce((top, one, place) => (one.length > (best[top]?.length ?? 0) ? place : top), 0);
  while (at >= 0) {
    stay.add(goal[at] ?? '');
    at = best[at]?.before ?? -1;
  }
  return stay;
}
