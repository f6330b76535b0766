import type { Workspace } from '../../local/host/api';
import { formatPeriod } from '../../src/core/dates';
import { TAB } from '../../src/core/tabs/names';
import type { Cast } from './cast';
import type { Master } from './install';
import { courseOf } from './scenario';
import { grid, tab, type } from './sheet';

/** How many villages' months in `Rekap Penduduk` end with the people who were really there. */
export interface Compared {
  readonly same: number;
  readonly of: number;
}

/** Columns of B.3 (from 0): WNI L and P, and jiwa, at the end of the month. */
const CLOSING = { male: 27, female: 28, people: 31 } as const;

/** Looks at every month of the sample in the recap tab, as a person does, and goes back to the one shown. */
export async function compareWithTruth(
  workspace: Workspace,
  master: Master,
  people: Cast,
): Promise<Compared> {
  const recap = tab(workspace, master.fileId, TAB.population);
  const shown = grid(recap)[0]?.[1] ?? '';
  const choose = (month: string): Promise<unknown> =>
    type(workspace, recap, { row: 1, column: 2 }, month, people.owner);
  let same = 0;
  let of = 0;
  for (const [number, period] of people.periods.entries()) {
    await choose(formatPeriod(period));
    const rows = grid(recap);
    for (const [place, village] of people.villages.entries()) {
      const month = village.truth.months[number];
      if (month === undefined || courseOf(place, number) === 'missing') continue;
      const { closing, foreigners } = month.population;
      const all = closing.male + closing.female + foreigners.male + foreigners.female;
      const row = rows.find((cells) => cells[1] === village.name) ?? [];
      const got = [row[CLOSING.male], row[CLOSING.female], row[CLOSING.people]];
      of += 1;
      if (got.join() === [closing.male, closing.female, all].join()) same += 1;
    }
  }
  await choose(shown);
  return { same, of };
}
