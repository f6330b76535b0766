import { formatNumber } from '../core/dates';
import { cellText } from '../core/escape';
import { placeOf, refusalText, type Refusal } from '../core/importTold';
import { text, type Tab } from '../core/tabs/tab';
import { buildTab } from '../google/tabBuild';
import type { Desk } from './desk';

/** Tab of the master with everything that the newest import refused; made when it is first needed. */
export const REFUSED_TAB = 'Hasil impor';

const TAB: Tab = {
  name: REFUSED_TAB,
  layout: 'page',
  shown: true,
  columns: [
    text('Tab', 130),
    text('Baris', 70),
    text('Desa/Kelurahan', 170),
    text('Bulan', 120),
    text('Yang perlu dilihat', 560, { wrap: true }),
  ],
  headerRow: 2,
  frozenRows: 2,
  frozenColumns: 0,
  rows: 40,
  looks: [],
  protection: 'reviewers',
};

/** Refused lines that are named one by one. */
export const NAMED = 12;

/** What was refused as an answer tells it: some by name, how many more there are and where. */
export function someOf(refused: readonly Refusal[]): string {
  const more = refused.length - NAMED;
  const told = refused.slice(0, NAMED).map(refusalText);
  return [
    ...told,
    ...(more > 0 ? [`dan ${formatNumber(more)} lagi, semuanya di tab ${REFUSED_TAB}.`] : []),
  ].join('\n');
}

/** Writes all that an import refused, in place of what stood there; where nothing was refused it says so. */
export function writeRefused({ master }: Desk, source: string, refused: readonly Refusal[]): void {
  master.declare([TAB]);
  const exists = master.has(REFUSED_TAB);
  if (!exists && refused.length === 0) return;
  // The title is written last: a tab without one was left half made.
  const title = exists ? master.read(REFUSED_TAB, { row: 1, column: 1, rows: 1, columns: 1 })[0]?.[0] : '';
  if (title === '') buildTab(master, TAB, master.tabs().length, { lists: { villages: [], months: [] } });
  const rows = refused.map((one) => [
    cellText(one.tab),
    placeOf(one).replace('baris ', ''),
    cellText(one.village),
    one.month,
    cellText(one.text),
  ]);
  const { headerRow, columns } = TAB;
  const last = master.lastRow(REFUSED_TAB);
  if (last > headerRow)
    master.clear(REFUSED_TAB, {
      row: headerRow + 1,
      column: 1,
      rows: last - headerRow,
      columns: columns.length,
    });
  const said = refused.length === 0 ? 'semua baris dapat diimpor.' : 'yang ditolak, baris demi baris.';
  master.write(REFUSED_TAB, headerRow + 1, 1, rows);
  master.write(REFUSED_TAB, 1, 1, [[cellText(`${source}: ${said}`)]]);
}
