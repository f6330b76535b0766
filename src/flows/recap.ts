import { formatPeriod } from '../core/dates';
import { recapName, recapSheets } from '../core/recapFile';
import type { Period } from '../core/settings';
import { exportXlsx } from '../google/exportFile';
import { ensureFolder, ensureSpreadsheet } from '../google/files';
import { writeRecap } from '../google/recapBook';
import { IANA } from '../core/regions';
import type { Desk } from './desk';
import type { CommandResult } from './dialog';
import type { Memory } from './memory';
import { Run } from './run';
import { logCells } from './words';

/**
 * *Buat rekap bulan*: the month's spreadsheet in `Rekap/<year>` and beside it its XLSX. Made again it replaces the
 * same two files. Costs one slice of `Indeks`, however many months there are.
 */
export function makeRecap(desk: Desk, memory: Memory, period: Period): CommandResult {
  const run = new Run(desk, memory, 'rekap');
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
  writeRecap(file.id, sheets);
  const xlsx = exportXlsx(file.id, name, year.id);
  run.log(
    logCells(desk, { at: desk.now, actor: 'sistem', what: 'Rekap dibuat', period, reason: `${name}.xlsx` }),
  );
  run.finish();
  return {
    done: true,
    text: `Rekap ${formatPeriod(period)} selesai dibuat.`,
    links: [
      { text: 'Buka rekap', url: file.url },
      { text: 'Unduh XLSX', url: xlsx.url },
    ],
  };
}
