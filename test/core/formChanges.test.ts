import fc from 'fast-check';
import { formChanges, isAsWanted, movesFor, type StandingItem } from '../../src/core/formChanges';
import { titleOf, typeOf } from '../../src/core/formItems';
import { itemsOf, layoutForm, type FormItem } from '../../src/core/formLayout';
import { HEAD_QUESTIONS } from '../../src/reports/head';
import { CATALOGUE } from '../../src/reports/index';

const layout = itemsOf(
  layoutForm({ head: HEAD_QUESTIONS, catalogue: CATALOGUE, months: ['Juli 2026'] }, 'desa'),
);
const idOf = (key: string): string => `id of ${key}`;
const leading = (item: FormItem): readonly string[] | undefined => {
  if (item.item === 'page') return [item.before === 'submit' ? 'SUBMIT' : ''];
  const { leadsTo } = item;
  if (leadsTo === undefined) return undefined;
  return (item.spec.choices ?? []).map((choice) => {
    const to = leadsTo[choice];
    return to === undefined || to === 'submit' ? 'SUBMIT' : idOf(to.page);
  });
};

/** A form that is exactly its layout. */
const built = (): StandingItem[] =>
  layout.map((item) => {
    const leadsTo = leading(item);
    return {
      id: idOf(item.key),
      type: typeOf(item),
      title: titleOf(item),
      helpText: item.item === 'page' ? `${item.helpText}\nAwal Juli 2026: 612 L.` : item.spec.helpText,
      required: item.item === 'question' && item.spec.required,
      ...(item.item === 'question' && item.spec.choices !== undefined ? { choices: item.spec.choices } : {}),
      ...(leadsTo === undefined ? {} : { leadsTo }),
    };
  });
const known = Object.fromEntries(layout.map((item) => [idOf(item.key), item.key]));
const replaced = (key: string, change: Partial<StandingItem>): StandingItem[] =>
  built().map((item) => (item.id === idOf(key) ? { ...item, ...change } : item));

test('a form that is its layout needs nothing', () => {
  const changes = formChanges(layout, built(), known);
  expect(isAsWanted(changes)).toBe(true);
  expect(changes.strange).toEqual([]);
});

describe('one thing that a person did', () => {
  const births = 'population.birthsMale';
  test.each<[string, StandingItem[], object]>([
    [
      'renamed a question',
      replaced(births, { title: 'Bayi' }),
      { set: [expect.objectContaining({ aspects: ['title'] })] },
    ],
    [
      'changed its help',
      replaced(births, { helpText: '' }),
      { set: [expect.objectContaining({ aspects: ['help'] })] },
    ],
    [
      'made it optional',
      replaced(births, { required: false }),
      { set: [expect.objectContaining({ aspects: ['required'] })] },
    ],
    [
      'relabelled a choice',
      replaced('activities.performedBy', { choices: ['Linmas', 'Rukun Tetangga'] }),
      { set: [expect.objectContaining({ aspects: ['choices'] })] },
    ],
    [
      'deleted it',
      built().filter((item) => item.id !== idOf(births)),
      { add: [expect.objectContaining({ key: births })] },
    ],
    [
      'relabelled a choice that leads on',
      replaced('population.foreignerChanges', { choices: ['Ada', 'Tidak'] }),
      { navigation: true, set: [] },
    ],
    [
      'let a page go on into the next report',
      replaced('page.activities', { leadsTo: [''] }),
      { navigation: true },
    ],
    [
      'let a choice lead to another page',
      replaced('report', {
        leadsTo: [idOf('page.readiness'), idOf('page.activities'), idOf('page.readiness')],
      }),
      { navigation: true },
    ],
  ])('%s', (_name, standing, wanted) => {
    const nothing = { add: [], set: [], moves: 0, navigation: false, unknown: [], strange: [] };
    expect(formChanges(layout, standing, known)).toMatchObject({ ...nothing, ...wanted });
  });

  test('a question of another type under the old id is none of ours', () => {
    const changes = formChanges(layout, replaced(births, { type: 'PARAGRAPH_TEXT' }), known);
    expect(changes.add.map((item) => item.key)).toEqual([births]);
  });

  test('a question that stands there and is not known yet is taken for the missing one', () => {
    const { [idOf(births)]: _gone, ...rest } = known;
    expect(isAsWanted(formChanges(layout, built(), rest))).toBe(true);
  });
});

test('what an interrupted run added bare is finished, rule and all, and never added twice', () => {
  const births = 'population.birthsMale';
  const bare: StandingItem = { id: 'x', type: 'TEXT', title: '', helpText: '', required: false };
  const without = built().filter((item) => item.id !== idOf(births));
  const { [idOf(births)]: _gone, ...rest } = known;
  const changes = formChanges(layout, [...without, bare], rest);
  expect(changes).toMatchObject({ add: [], ids: { [births]: 'x' }, strange: [] });
  expect(changes.set).toEqual([expect.objectContaining({ id: 'x', aspects: ['title', 'help', 'required'] })]);
  expect(changes.unknown.map((item) => item.key)).toEqual([births]);
});

test('without a map all items are known by their titles, the same title in several sections among them', () => {
  expect(formChanges(layout, built(), {})).toMatchObject({ add: [], set: [], moves: 0, navigation: false });
});

test('a question that a person added is named and left alone', () => {
  const extra: StandingItem = { id: 'x', type: 'TEXT', title: 'Nama ibu', helpText: '', required: false };
  const changes = formChanges(layout, [...built().slice(0, 9), extra, ...built().slice(9)], known);
  expect(isAsWanted(changes)).toBe(true);
  expect(changes.strange).toEqual([extra]);
});

const apply = (standing: readonly string[], moves: ReturnType<typeof movesFor>): readonly string[] => {
  const now = [...standing];
  for (const { from, to } of moves) now.splice(to, 0, ...now.splice(from, 1));
  return now;
};

/** Length of a longest rising run, by trying all subsets: slow and plain. */
function longest(places: readonly number[]): number {
  let best = 0;
  for (let mask = 0; mask < 1 << places.length; mask += 1) {
    const picked = places.filter((_place, at) => (mask >> at) & 1);
    if (picked.every((place, at) => at === 0 || place > (picked[at - 1] ?? 0)))
      best = Math.max(best, picked.length);
  }
  return best;
}

test('moves bring any order into the wanted one, as few as can be', () => {
  const order = fc.shuffledSubarray(['a', 'b', 'c', 'd', 'e', 'f', 'g'], { minLength: 7 });
  fc.assert(
    fc.property(order, order, (wanted, standing) => {
      const moves = movesFor(wanted, standing);
      expect(apply(standing, moves)).toEqual(wanted);
      expect(moves).toHaveLength(7 - longest(wanted.map((id) => standing.indexOf(id))));
    }),
    { numRuns: 400 },
  );
});

test('what nobody knows keeps its neighbour', () => {
  expect(apply(['x', 'b', 'y', 'a'], movesFor(['a', 'b'], ['x', 'b', 'y', 'a']))).toEqual([
    'x',
    'a',
    'b',
    'y',
  ]);
});
