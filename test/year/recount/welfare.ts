import { endsQuarter, quarterText } from '../calendar';
import { nameAfter } from '../decided';
import type { YearTruth } from '../truth';
import { cell, dotted, NONE, percent, total, type Books, type Row } from './figures';
import { knownStock } from './population';

type Told = Readonly<Record<string, number>>;
interface Known {
  readonly period: string | undefined;
  readonly figures: Told | undefined;
  readonly before: Told | undefined;
  readonly stock: ReturnType<typeof knownStock>;
}

/** What is known of a village at the end of a quarter: its report, else the one of the quarter before. */
function knownOf(year: YearTruth, books: Books, place: number, at: number): Known {
  const told = [at, at - 3].flatMap((number) => {
    const month = year.villages[place]?.months[number];
    const welfare = month?.welfare;
    if (month === undefined || welfare === undefined || welfare.course === 'missing') return [];
    return [{ number, period: month.period, figures: welfare.figures }];
  });
  const [newest, before] = told;
  const stock = newest === undefined ? undefined : knownStock(books[place]?.[newest.number]);
  return { period: newest?.period, figures: newest?.figures, before: before?.figures, stock };
}

function share(all: readonly Known[], id: string, of: 'people' | 'households'): string {
  const both = all.filter((one) => one.stock !== undefined && one.figures?.[id] !== undefined);
  return percent(total(both.map((one) => one.figures?.[id])), total(both.map((one) => one.stock?.[of])));
}

function change(all: readonly Known[], id: string): string {
  const sum = total(
    all.map(({ figures, before }) => {
      const [now, then] = [figures?.[id], before?.[id]];
      return now === undefined || then === undefined ? undefined : now - then;
    }),
  );
  return sum === undefined ? NONE : `${sum > 0 ? '+' : ''}${dotted(sum)}`;
}

function figuresOf(all: readonly Known[]): readonly string[] {
  const sum = (id: string): string => cell(total(all.map((one) => one.figures?.[id])));
  return [
    sum('poorHouseholds'),
    share(all, 'poorHouseholds', 'households'),
    ...['decile12', 'decile34', 'decile5'].map(sum),
    ...['family', 'food', 'health', 'village'].flatMap((id) => [
      sum(id),
      share(all, id, id === 'health' ? 'people' : 'households'),
      change(all, id),
    ]),
    ...['recipientsDied', 'recipientsMoved', 'recipientsAble', 'proposals', 'jobsLost'].map(sum),
  ];
}

function note({ period }: Known, asked: string): string {
  if (period === undefined) return 'belum diperbarui lebih dari 3 bulan';
  return period === asked ? '' : `belum ada laporan ${quarterText(asked)}`;
}

/** `Rekap Ekonomi` at the end of a quarter; no rows for other months. */
export function welfareRows(year: YearTruth, books: Books, at: number): readonly Row[] {
  const period = year.periods[at] ?? '';
  if (!endsQuarter(period)) return [];
  const all = year.villages.map((_village, place) => knownOf(year, books, place, at));
  return [
    ...all.map((known, place) => [
      String(place + 1),
      nameAfter(year, place),
      known.period === undefined ? '' : quarterText(known.period),
      ...figuresOf([known]),
      note(known, period),
    ]),
    ['', 'JUMLAH', '', ...figuresOf(all), ''],
  ];
}
