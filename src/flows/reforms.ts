import type { ToDo } from '../core/draw/home';
import { titleOf } from '../core/draw/rows';
import { formatPeriod } from '../core/dates';
import { collectedPeriod, periodsFrom, villageOf } from '../core/due';
import { addMonths } from '../core/place';
import type { Proposal } from '../core/proposal';
import { proposeReformed, reformsOf, reformToDo, type MonthOf, type Reform } from '../core/reformBalances';
import { endedWords, isOver } from '../core/reforms';
import type { VillageCode } from '../core/settings';
import { SETTINGS_NAME } from '../core/tabs/names';
import { openMaker } from '../google/formMaker';
import type { Desk } from './desk';
import { jsonOf, KEY, type Memory } from './memory';
import { openedMonths } from './opened';
import type { VillageRow } from './registry';
import { Shelf } from './shelf';
import { formsOf } from './villageForms';

/** Months after which nobody is reminded of a split or merger any more. */
const REMEMBERED = 3;

/** The months around reforms, of the villages in them: one call for as many as lie together. */
function monthsAround(desk: Desk, reforms: readonly Reform[], last: string): MonthOf {
  const { context, master } = desk;
  const shelf = new Shelf(master, context.placing, context.places);
  const wanted = reforms.flatMap(({ period, before, begun }) =>
    [...before, ...begun]
      .filter(({ code }) => context.places.includes(code))
      .flatMap(({ code }) =>
        periodsFrom(addMonths(period, -1), last < period ? period : last).map((at) => ({
          village: code,
          period: at,
        })),
      ),
  );
  shelf.load(wanted);
  return ({ code }, period) => (shelf.has(code, period) ? shelf.month(code, period) : undefined);
}

/** Reforms after which a village has no balance yet. */
function unbalanced({ settings }: Desk): readonly Reform[] {
  return reformsOf(settings).filter((one) =>
    one.begun.some(({ code }) => !settings.openings.some((line) => line.village === code)),
  );
}

/** First balances of villages that came out of others, as far as they follow from what those had at the end. */
export function reformProposals(desk: Desk): readonly Proposal[] {
  const reforms = unbalanced(desk);
  if (reforms.length === 0) return [];
  const monthOf = monthsAround(desk, reforms, '');
  return reforms.flatMap((one) => proposeReformed(desk.settings, one, monthOf) ?? []);
}

/** Whether a village that came out of others may have a balance to propose. */
export const awaitsReform = (desk: Desk): boolean => unbalanced(desk).length > 0;

/** What splits and mergers of the last months leave the office to do. */
export function reformToDos(desk: Desk): readonly ToDo[] {
  const { settings, context } = desk;
  const last = collectedPeriod(settings, context.today);
  const reforms = reformsOf(settings).filter((one) => one.period >= addMonths(last, -REMEMBERED));
  if (reforms.length === 0 || !settings.reportTypes.includes('population')) return [];
  const monthOf = monthsAround(desk, reforms, last);
  const link = context.masterAddress(SETTINGS_NAME.openings);
  return reforms.flatMap((one): ToDo[] => {
    const proposal = proposeReformed(settings, one, monthOf);
    const text =
      proposal === undefined
        ? // Before its month is collected no koreksi saldo can name it.
          one.period > last
          ? undefined
          : reformToDo(settings, one, last, monthOf)
        : `Saldo awal ${titleOf(context, proposal.village)} (akhir ${formatPeriod(proposal.period)}) dapat dihitung dari desa asalnya: jalankan Saldo awal.`;
    return text === undefined ? [] : [{ text, ...(link === undefined ? {} : { link }) }];
  });
}

/**
 * Closes the forms of villages whose last month is over, with a sentence that says who reports now, and opens those of
 * villages that go on after all or whose last month was opened again. Gives the property that says which are closed.
 */
export function settleEnded(desk: Desk, memory: Memory): Readonly<Record<string, string>> {
  const { settings, context, now, registry } = desk;
  const known = jsonOf<readonly VillageCode[]>(memory, KEY.ended, []);
  const closed = registry.villages.filter((row) => {
    const village = villageOf(settings, row.code);
    const wanted =
      village !== undefined &&
      isOver(settings, village, context.today) &&
      openedMonths(memory, row.code, now).length === 0;
    if (wanted === known.includes(row.code)) return wanted;
    return triedForms(row, wanted ? endedWords(settings, village) : '') ? wanted : !wanted;
  });
  const codes = closed.map(({ code }) => code);
  return codes.join() === known.join() ? {} : { [KEY.ended]: JSON.stringify(codes) };
}

/** Closes a village's forms with that sentence; '' opens them. */
export function setForms(row: VillageRow, words: string): void {
  for (const { form } of formsOf(row)) {
    const maker = openMaker(form);
    if (words === '') maker.reopen();
    else maker.close(words);
  }
}

/** False where one cannot be opened: the next night tries again. */
function triedForms(row: VillageRow, words: string): boolean {
  try {
    setForms(row, words);
    return true;
  } catch {
    return false;
  }
}
