import type { UnitMonth } from './truth';

/** Words of a line's figures, in its order. */
export const UNIT_WORDS: readonly (readonly [id: keyof Omit<UnitMonth, 'key'>, word: string])[] = [
  ['households', 'KK'],
  ['male', 'L'],
  ['female', 'P'],
  ['births', 'lahir'],
  ['deaths', 'meninggal'],
  ['arrivals', 'datang'],
  ['departures', 'pindah'],
  ['patrols', 'ronda'],
  ['elderly', 'lansia'],
];

/** A line an RT, as the form asks for it. */
export function unitLines(units: readonly UnitMonth[]): string {
  return units
    .map((unit) => {
      const told = UNIT_WORDS.filter(([id]) => unit[id] !== undefined);
      return `RT ${unit.key}: ${told.map(([id, word]) => `${word} ${String(unit[id])}`).join(', ')}`;
    })
    .join('\n');
}

/** How many figures of these lines differ from those that stood there. */
export function figuresChanged(before: string, now: string): number {
  const figures = (text: string): Map<string, string> =>
    new Map(
      text.split('\n').flatMap((line) => {
        const [unit = '', rest = ''] = line.split(':');
        return rest.split(',').map((part): [string, string] => {
          const words = part.trim().split(' ');
          return [`${unit} ${words.slice(0, -1).join(' ')}`, words[words.length - 1] ?? ''];
        });
      }),
    );
  const known = figures(before);
  return [...figures(now)].filter(([name, value]) => known.get(name) !== value).length;
}
