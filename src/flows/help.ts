import type { VillageBook } from '../core/book';
import { formatNumber, formatPeriod } from '../core/dates';
import { pageKey } from '../core/formLayout';
import { endStock } from '../core/ledgerView';
import { addMonths } from '../core/place';
import { bySex, LEDGER_TYPE } from '../core/population';
import type { Stock } from '../core/report';
import type { Period } from '../core/settings';
import { openForm, type FormHandle } from '../google/responses';
import { CATALOGUE } from '../reports/index';
import type { Intake } from './intake';
import type { Judged } from './judge';
import { itemIdOf } from './villageForms';
import type { Run } from './run';

/** The two newest openings known, newest first. */
function openingsOf(book: VillageBook): readonly (readonly [Period, Stock])[] {
  const known: Record<Period, Stock> = {};
  for (const period of Object.keys(book.months).sort()) {
    const ledger = book.months[period]?.ledger;
    if (ledger?.opening !== undefined) known[period] = ledger.opening;
    const end = endStock(ledger);
    if (end !== undefined) known[addMonths(period, 1)] = end;
  }
  return Object.entries(known).sort().reverse().slice(0, 2);
}

/** `Awal Agustus 2026: 612 L, 592 P, 351 KK.` for the two newest months whose opening is known. */
export function openingText(book: VillageBook): string {
  return openingsOf(book)
    .map(([period, stock]) => {
      const [male, female] = [formatNumber(bySex(stock, 'Male')), formatNumber(bySex(stock, 'Female'))];
      return `Awal ${formatPeriod(period)}: ${male} L, ${female} P, ${formatNumber(stock.households)} KK.`;
    })
    .join(' ');
}

/** Text at the head of the population section with the openings that the village counts from. */
export function helpText(book: VillageBook): string {
  const type = CATALOGUE.find((one) => one.id === LEDGER_TYPE);
  return [type?.introduction ?? '', openingText(book)].filter((part) => part !== '').join('\n');
}

/** Writes the help of the population section where this run changed an opening; the form is open already or is opened. */
export function drawHelp(run: Run, judged: Judged, intakes: readonly Intake[]): void {
  const text = helpText(judged.after);
  if (openingText(judged.after) === '' || (text === helpText(judged.before) && !run.interrupted)) return;
  const row = run.desk.registry.villages.find((one) => one.code === judged.village);
  const item = row === undefined ? undefined : itemIdOf(row, pageKey(LEDGER_TYPE));
  if (row === undefined || item === undefined) return;
  const open: FormHandle | undefined = intakes.find(
    ({ row: { code }, source }) => code === judged.village && !source.isPersonal,
  )?.form;
  run.afterwards(() => {
    (open ?? openForm(row.form)).setHelp(item, text);
  });
}
