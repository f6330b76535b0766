import { sleepUntil } from '../support/crashes';
import { dayIn, monthsOn } from './calendar';
import { actsOf } from './acts';
import { happeningsOf, type Happening } from './office';
import { sendAct, type Sender, type Work } from './sending';
import { allTypes, operatorOf, type Office } from './setUp';
import type { Act } from './teller';

/** What was played. */
export interface Played {
  readonly sender: Sender;
  readonly acts: readonly Act[];
  readonly works: readonly Work[];
}

export interface Playing {
  /** Sleeps from one thing to the next: what was missed fires once, and no reminder leaves at its hour. */
  readonly asleep?: boolean;
  readonly progress?: (at: string, done: number, of: number) => void;
}

/**
 * Plays the whole year: everything goes to the forms' own addresses, the hours with work by the clock run between.
 */
export async function playYear(office: Office, { asleep = false, progress }: Playing = {}): Promise<Played> {
  const { story, year, options } = office;
  const acts = actsOf(year, allTypes(options.profile), options.seed);
  const codes = year.villages.map((village) => village.code);
  const sender: Sender = {
    story,
    codes,
    operators: codes.map((_code, place) => operatorOf(place)),
    sent: {},
  };
  const works: Work[] = [];
  const sends = acts.map((act): Happening => ({
    at: act.at,
    run: async () => {
      works.push(await sendAct(sender, act));
    },
  }));
  const all = [...sends, ...happeningsOf(office, acts)].sort((a, b) =>
    a.at < b.at ? -1 : a.at > b.at ? 1 : 0,
  );
  for (const [done, one] of all.entries()) {
    await (asleep ? sleepUntil(story, one.at) : story.pass(one.at));
    await one.run(sender);
    progress?.(one.at, done + 1, all.length);
  }
  const end = dayIn(monthsOn(options.firstPeriod, options.months), 24);
  if (asleep) await sleepUntil(story, `${end}T00:30`);
  await story.pass(`${end}T12:00`);
  return { sender, acts, works };
}
