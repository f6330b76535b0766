import fc from 'fast-check';
import type { Decision, Submission, VillageBook, VillageMonth } from '../../src/core/book';
import { lockInstant } from '../../src/core/due';
import { emptyBook, foldVillage } from '../../src/core/fold';
import type { Settings } from '../../src/core/settings';
import { settingsAt } from '../../src/core/snapshots';
import { advance, countedIn, history, type Fact } from '../support/histories';
import { ledgerFaults } from '../support/plainLedger';
import { BALANG, cellsOf, stored, toEvent, VillageStory } from '../support/villageStory';

/** More with `HISTORIES=20000`. */
const RUNS = Number(process.env['HISTORIES'] ?? 2000);
/** Each is folded several times. */
const SHUFFLED = Math.ceil(RUNS / 4);
const isReport = (fact: Fact): fact is Submission => 'answers' in fact;
const isDecision = (fact: Fact): fact is Decision => !isReport(fact);

/** Months that may not change by this fact: they are locked, and the fact is about another month. */
function settledMonths(book: VillageBook, fact: Fact, settings: Settings): readonly VillageMonth[] {
  return Object.values(book.months).filter((month) => {
    const open = month.unlocks.some((one) => one.at <= fact.at && fact.at <= one.until);
    const approved = countedIn(book, month.period)?.state === 'approved';
    const locked = approved || fact.at > lockInstant(settings, month.period);
    const own = !isReport(fact) && fact.period === month.period;
    return locked && !open && !own && month.ledger?.closing !== undefined;
  });
}

test(`after every fact of ${RUNS} histories the invariants hold, and locked months keep their balances`, () => {
  fc.assert(
    fc.property(history, ({ env, facts }) => {
      const last = settingsAt(env.snapshots, env.snapshots[env.snapshots.length - 1]?.at ?? 0);
      let book = emptyBook(BALANG);
      facts.forEach((fact, index) => {
        const known = facts.slice(0, index + 1);
        const before = book;
        book = advance(book, known, env);
        expect(ledgerFaults(book, known.filter(isReport), last, known.filter(isDecision))).toEqual([]);
        for (const { period, ledger } of settledMonths(before, fact, settingsAt(env.snapshots, fact.at))) {
          if (countedIn(before, period)?.id !== countedIn(book, period)?.id) continue;
          expect(book.months[period]?.ledger?.closing).toEqual(ledger?.closing);
          expect(book.months[period]?.ledger?.opening).toEqual(ledger?.opening);
        }
      });
    }),
    { numRuns: RUNS },
  );
}, 600_000);

test(`whatever the order of arrival, the cells are the same (${SHUFFLED} histories)`, () => {
  fc.assert(
    fc.property(history, ({ env, facts, order, together }) => {
      const whole = foldVillage(emptyBook(BALANG), facts.map(toEvent), env).book;
      const story = new VillageStory(env);
      const arriving = facts.map((fact, index) => ({ fact, key: order[index] ?? 0, index }));
      arriving.sort((a, b) => a.key - b.key || a.index - b.index);
      let batch: Fact[] = [];
      for (const { fact, index } of arriving) {
        batch.push(fact);
        if (together[index] === true) continue;
        story.arrive(...batch);
        batch = [fact];
      }
      story.arrive(...batch);
      expect(cellsOf(story.book())).toBe(cellsOf(whole));
      expect(cellsOf(stored(story.book()))).toBe(cellsOf(whole));
    }),
    { numRuns: SHUFFLED },
  );
}, 600_000);
