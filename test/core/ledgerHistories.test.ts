import fc from 'fast-check';
import type { Submission } from '../../src/core/book';
import { lockInstant } from '../../src/core/due';
import { emptyBook, foldVillage } from '../../src/core/fold';
import { settingsAt } from '../../src/core/snapshots';
import { advance, countedIn, history, type Fact } from '../support/histories';
import { ledgerFaults } from '../support/plainLedger';
import { BALANG, cellsOf, stored, toEvent, VillageStory } from '../support/villageStory';

/** More with `HISTORIES=20000`. */
const RUNS = Number(process.env['HISTORIES'] ?? 2000);
const isReport = (fact: Fact): fact is Submission => 'answers' in fact;

test(`the invariants of the ledger hold after every fact of ${RUNS} histories`, () => {
  fc.assert(
    fc.property(history, ({ env, facts }) => {
      let book = emptyBook(BALANG);
      facts.forEach((_fact, index) => {
        const known = facts.slice(0, index + 1);
        book = advance(book, known, env);
        const last = env.snapshots[env.snapshots.length - 1];
        expect(ledgerFaults(book, known.filter(isReport), settingsAt(env.snapshots, last?.at ?? 0))).toEqual(
          [],
        );
      });
    }),
    { numRuns: RUNS },
  );
}, 600_000);

test(`whatever the order of arrival, the cells are the same (${RUNS} histories)`, () => {
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
    { numRuns: RUNS },
  );
}, 600_000);

test('a locked month that has a closing does not change by what happens to other months', () => {
  fc.assert(
    fc.property(history, ({ env, facts }) => {
      let before = emptyBook(BALANG);
      facts.forEach((fact, index) => {
        const after = advance(before, facts.slice(0, index + 1), env);
        const settings = settingsAt(env.snapshots, fact.at);
        for (const [period, month] of Object.entries(before.months)) {
          const open = month.unlocks.some((one) => one.at <= fact.at && fact.at <= one.until);
          const locked =
            fact.at > lockInstant(settings, period) || countedIn(before, period)?.state === 'approved';
          const own = period === ('answers' in fact ? undefined : fact.period);
          const same = countedIn(before, period)?.id === countedIn(after, period)?.id;
          if (!locked || open || own || !same || !month.ledger?.closing) continue;
          expect(after.months[period]?.ledger?.closing).toEqual(month.ledger.closing);
          expect(after.months[period]?.ledger?.opening).toEqual(month.ledger.opening);
        }
        before = after;
      });
    }),
    { numRuns: RUNS / 4 },
  );
}, 600_000);
