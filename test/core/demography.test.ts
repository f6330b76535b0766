import type { VillageMonth } from '../../src/core/book';
import { demographicFigures, eventFigures } from '../../src/core/demography';
import { addMonths } from '../../src/core/place';
import { CATALOGUE } from '../../src/reports/index';
import { at, BALANG, contextAt, KOTA, lampid, ledger, month, stock, version } from '../support/drawings';

/** A month of a village in which the men grow by `births` and lose `deaths`. */
function monthOf(code: string, period: string, men: number, births: number, deaths: number): VillageMonth {
  const sent = version('population', at('08-03'), lampid([births, 0], [deaths, 0], [0, 0], [0, 0], 250));
  return month(code, {
    period,
    reports: { population: [sent] },
    ledger: ledger(stock(men, 500, 250), stock(men + births - deaths, 500, 250), sent.id),
  });
}

/** Twelve months: two births and one death in each. */
const yearOf = (code: string, months = 12): VillageMonth[] =>
  Array.from({ length: months }, (_unused, back) => {
    const from = addMonths('2026-07', back - months + 1);
    return monthOf(code, from, 494 + 12 - months + back, 2, 1);
  });

const context = contextAt(at('08-06'), { goLive: '2025-01' });
const told = (months: readonly VillageMonth[]): Record<string, string> =>
  Object.fromEntries(demographicFigures(context, '2026-07', months).map((one) => [one.label, one.value]));

describe('what is known of the people beside their number', () => {
  it('has men for each 100 women, people of a household, and rates of twelve months', () => {
    // From 994 to 1,006 people, 1,000 in the mean: 24 births and 12 deaths.
    expect(told(yearOf(BALANG))).toEqual({
      'Rasio jenis kelamin': '101,2',
      'Jiwa per KK': '4,0',
      'Angka kelahiran': '24,0',
      'Angka kematian': '12,0',
    });
  });

  it('has no rate before twelve months, and leaves a village out that lacks one of them', () => {
    expect(told(yearOf(BALANG, 11))).toMatchObject({ 'Angka kelahiran': '–', 'Angka kematian': '–' });
    const both = [...yearOf(BALANG), ...yearOf(KOTA, 11)];
    const [, , births] = demographicFigures(context, '2026-07', both);
    expect(births).toMatchObject({ value: '24,0' });
    expect(births?.note).toMatch(/^tiap 1\.000 jiwa, 12 bulan, 1 dari \d+ desa\/kelurahan$/);
  });

  it('says nothing where no closing is known', () => {
    expect(demographicFigures(context, '2026-07', [])).toEqual([]);
  });
});

describe('events told one by one', () => {
  it('are counted by kind and sex, with the time that half of them took', () => {
    const event = (kind: string, sex: string, delay: number | null) =>
      version('events', at('08-03'), { kind, sex, delay });
    const all = [
      event('Lahir', 'Perempuan', 7),
      event('Lahir', 'Laki-laki', 14),
      event('Pindah', 'Laki-laki', 1),
    ];
    const whole = { ...context, catalogue: CATALOGUE };
    const [figure] = eventFigures(whole, '2026-07', [month(BALANG, { reports: { events: all } })]);
    expect(figure).toEqual({
      label: 'Peristiwa satu per satu',
      value: '3 laporan',
      note: 'lahir 1 L, 1 P; pindah 1 L, 0 P; separuhnya dilaporkan dalam 7 hari',
    });
    expect(eventFigures(whole, '2026-07', [])).toEqual([]);
  });
});
