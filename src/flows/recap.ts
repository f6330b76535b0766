import { formatInstant, formatNumber, formatPeriod } from '../core/dates';
import { changeLines, CHANGES, changesSheet, recapChanges } from '../core/recapChanges';
import { FLAT, recapName, recapSheets } from '../core/recapFile';
import type { Period } from '../core/settings';
import { exportXlsx } from '../google/exportFile';
import { ensureFolder, ensureSpreadsheet } from '../google/files';
import { readRecapTab, writeRecap } from '../google/recapBook';
import { IANA } from '../core/regions';
import type { Desk } from './desk';
import type { CommandResult } from './dialog';
import type { Memory } from './memory';
import { Run } from './run';
import { logCells } from './words';

/** What is said of the last one, where there was one. */
function sinceWords(isAgain: boolean, count: number): string {
  if (!isAgain) return '';
  if (count === 0) return ' Tidak ada angka yang berubah sejak rekap sebelumnya.';
  return ` ${formatNumber(count)} isian berubah sejak rekap sebelumnya; semuanya ada di tab ${CHANGES}:`;
}

/**
 * *Buat rekap bulan*: the month's spreadsheet in `Rekap/<year>` and beside it its XLSX. Made again it replaces the
 * same two files. Costs one slice of `Indeks`, however many months there are.
 */
export function makeRecap(desk: Desk, memory: Memory, period: Period): CommandResult {
  const run = new Run(desk, memory, 'rekap');
  // An interrupted run may have written what the next one would compare with.
  run.begin();
  run.shelf.load([{ period }]);
  const sheets = recapSheets(desk.context, period, run.shelf.slice(period));
  const name = recapName(desk.context, period);
  const { recapFolder } = desk.registry.facts;
  const year = ensureFolder(recapFolder, period.slice(0, 4));
  const file = ensureSpreadsheet(
    year.id,
    name,
    `Sedang dibuat ${name} ${desk.master.id}`,
    IANA[desk.settings.zone],
  );
  const flat = sheets.find((sheet) => sheet.name === FLAT)?.values ?? [];
  const before = readRecapTab(file.id, FLAT);
  const changes = recapChanges(before, flat);
  const when = formatInstant(desk.now, desk.settings.zone);
  const changed = changesSheet(readRecapTab(file.id, CHANGES), changes, when);
  // Before the flat tab: while that is the old one, an interrupted run finds the same changes again.
  writeRecap(file.id, [
    ...sheets.filter((sheet) => sheet.name !== FLAT),
    ...(changed === undefined ? [] : [changed]),
    ...sheets.filter((sheet) => sheet.name === FLAT),
  ]);
  const xlsx = exportXlsx(file.id, name, year.id);
  run.log(
    logCells(desk, { at: desk.now, actor: 'sistem', what: 'Rekap dibuat', period, reason: `${name}.xlsx` }),
  );
  run.finish();
  return {
    done: true,
    text: `Rekap ${formatPeriod(period)} selesai dibuat.${sinceWords(before.length > 1 && !run.interrupted, changes.length)}`,
    lines: changeLines(changes),
    links: [
      { text: 'Buka rekap', url: file.url },
      { text: 'Unduh XLSX', url: xlsx.url },
    ],
  };
}
