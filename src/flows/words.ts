import type { Version, VillageBook } from '../core/book';
import { formatInstant, formatPeriod } from '../core/dates';
import { titleOf } from '../core/draw/rows';
import { cellText } from '../core/escape';
import type { VersionChange } from '../core/fold';
import type { Cell } from '../core/patch';
import type { Instant, Period, VillageCode } from '../core/settings';
import { STATES } from '../core/states';
import type { Desk } from './desk';

/** What happened, as a row of `Log`. */
export interface Happening {
  readonly at: Instant;
  readonly actor: string;
  readonly what: string;
  readonly village?: VillageCode;
  readonly period?: Period | undefined;
  readonly from?: string;
  readonly to?: string;
  readonly reason?: string;
}

/** Cells of `Log`, in the order of its columns. */
export function logCells(desk: Desk, one: Happening): readonly Cell[] {
  return [
    formatInstant(one.at, desk.settings.zone),
    cellText(one.actor),
    one.what,
    one.village === undefined || one.village === '' ? '' : titleOf(desk.context, one.village),
    one.period === undefined ? '' : formatPeriod(one.period),
    cellText(one.from ?? ''),
    cellText(one.to ?? ''),
    cellText(one.reason ?? ''),
  ];
}

const CAUSES: Readonly<Record<VersionChange['cause'], string>> = {
  submission: 'Laporan masuk',
  decision: 'Keputusan peninjau',
  ledger: 'Dihitung ulang karena jumlah awal bulan',
  unlock: 'Kunci dibuka',
};

function versionOf(book: VillageBook, change: VersionChange): Version | undefined {
  const month = change.period === undefined ? undefined : book.months[change.period];
  const all = month === undefined ? book.head.strays : Object.values(month.reports).flat();
  return all.find((version) => version.id === change.id);
}

/** What became of one response, as a row of `Log`. */
export function changeCells(desk: Desk, book: VillageBook, change: VersionChange): readonly Cell[] {
  const version = versionOf(book, change);
  const decided = change.cause === 'decision' ? version?.decision : undefined;
  const type = desk.context.catalogue.find((one) => one.id === change.type);
  return logCells(desk, {
    at: change.at,
    actor: decided?.actor ?? (change.cause === 'submission' ? (version?.sender ?? '') : 'sistem'),
    what: CAUSES[change.cause],
    village: book.head.village,
    period: change.period,
    from: change.from === undefined ? '' : STATES[change.from].label,
    to: STATES[change.to].label,
    reason: [`${type?.shortTitle ?? 'Laporan'} ${change.number}`, decided?.reason ?? '']
      .filter((part) => part !== '')
      .join(': '),
  });
}
