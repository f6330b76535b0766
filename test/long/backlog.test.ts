import type { ExecutionRecord, Snapshot } from '../../local/host/api';
import type { FormState } from '../../local/state/form';
import { addMonths } from '../../src/core/place';
import { filledReport, formOf, openOffice, sectionOf, sentThen, type Office } from '../bench/office';
import type { SampleVillage } from '../sample/cast';
import { send } from '../sample/filler';
import {
  history,
  mustEqualRebuilt,
  mustHaveEnded,
  PARINGIN,
  sent,
  takeAll,
  unfinished,
  versions,
} from '../support/backlogs';

jest.setTimeout(900_000);

test('3,000 answers of sixteen villages that nobody read are taken in by a few executions', async () => {
  const office = await openOffice({ subdistrict: PARINGIN, months: 50, unread: true });
  expect(sent(office)).toBeGreaterThan(3000);
  const records = await takeAll(office);
  mustHaveEnded(records);
  expect(versions(office)).toBe(sent(office));
  const busy = records.filter((one) => one.modelledMs > 60_000).length;
  process.stdout.write(
    `  ${String(sent(office))} answers: ${String(busy)} executions, at most ` +
      `${(Math.max(...records.map((one) => one.modelledMs)) / 1000).toFixed(0)} s modelled\n`,
  );
  expect(busy).toBeGreaterThan(1);
  await mustEqualRebuilt(office);
});

describe('3,000 answers on one form', () => {
  let office: Office;
  let begin: Snapshot;
  const CROWDED = 4;

  beforeAll(async () => {
    office = await openOffice({ subdistrict: PARINGIN, months: 50, unread: true });
    office.cast.villages.forEach((village, place) => {
      const form = formOf(office.workspace, village);
      if (place === CROWDED) crowd(form, village);
      else form.responses = [];
      office.workspace.store.touch('form', form.id);
    });
    begin = office.workspace.snapshot();
  });

  beforeEach(() => {
    office.workspace.restore(begin);
  });

  /** Sixty activities a month, seven of them in each minute: the cut falls between answers of the same moment. */
  function crowd(form: FormState, village: SampleVillage): void {
    for (const month of village.truth.months.slice(0, -1))
      for (let n = month.activities.length; n < 60; n += 1) {
        const filled = filledReport('activities', village, month, n % month.activities.length);
        const at = `${addMonths(month.period, 1)}-01T05:${String(10 + Math.floor(n / 7))}`;
        const where = { ...filled, Lokasi: `Lorong ${String(n)}` };
        sentThen(form, where, sectionOf('activities'), at, village.operator.email);
      }
    form.responses.sort((a, b) => a.timestamp - b.timestamp);
  }

  test('they are taken in, oldest first, and a fresh report of another village does not wait for them', async () => {
    expect(sent(office)).toBeGreaterThan(3000);
    const first: ExecutionRecord[] = [];
    while (unfinished(office).length === 0) first.push(...(await office.workspace.clock.advance('PT1H')));
    mustHaveEnded(first);
    const other = office.cast.villages[7];
    const month = other?.truth.months.at(-1);
    if (!other || !month) throw new Error('No eighth village.');
    const before = versions(office);
    const fresh = await send(
      office.workspace,
      formOf(office.workspace, other),
      filledReport('readiness', other, month),
      { person: other.operator.email, section: sectionOf('readiness') },
    );
    mustHaveEnded(fresh.executions);
    expect(history(office).some((row) => row.join(' ').includes(other.name))).toBe(true);
    expect(versions(office)).toBeGreaterThan(before + 1);
    mustHaveEnded(await takeAll(office));
    expect(versions(office)).toBe(sent(office));
    await mustEqualRebuilt(office);
  });
});
