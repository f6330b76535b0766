import { formatPeriod } from './dates';
import { existsIn, lockDate } from './due';
import { villageTitle } from './draw/rows';
import { addMonths } from './place';
import type { LocalDate, Period, Settings, Village, VillageCode } from './settings';
import { listed } from './text';

/** First month in which a village stands for what it came out of; undefined where it came out of none. */
export function reformedIn(villages: readonly Village[], village: Village): Period | undefined {
  if (village.origins === undefined) return undefined;
  const ends = villages.flatMap((one) =>
    village.origins?.includes(one.code) === true && one.until !== undefined ? [one.until] : [],
  );
  const last = ends.sort()[ends.length - 1];
  return village.from ?? (last === undefined ? undefined : addMonths(last, 1));
}

/** Villages that came out of this one, in the order of the tab. */
export function successorsOf({ villages }: Settings, code: VillageCode): readonly Village[] {
  return villages.filter((one) => one.origins?.includes(code) === true);
}

/** The village is gone and its last month takes no reports any more: its forms are closed. */
export function isOver(settings: Settings, village: Village, today: LocalDate): boolean {
  return village.until !== undefined && today > lockDate(settings, village.until);
}

/** What an ended village's operator reads: until when it was, and who reports now; '' for one that goes on. */
export function endedWords(settings: Settings, village: Village): string {
  const { until } = village;
  if (until === undefined) return '';
  const after = successorsOf(settings, village.code).filter((one) => existsIn(one, addMonths(until, 1)));
  const since = formatPeriod(addMonths(until, 1));
  const now =
    after.length === 0
      ? 'Sesudah itu tidak ada lagi yang dilaporkan.'
      : `Sejak ${since} laporannya dikirim ${listed(after.map(villageTitle))}.`;
  return `${villageTitle(village)} tercatat sampai ${formatPeriod(until)}. ${now}`;
}
