import { formatPeriod, periodOf } from '../core/dates';
import { existsIn, firstReported, villageOf } from '../core/due';
import { titleOf } from '../core/draw/rows';
import {
  NEIGHBOURHOODS,
  neighbourhoodSheet,
  neighbourhoodSheetName,
} from '../core/letters/neighbourhoodSheet';
import { latestVersion } from '../core/prefill';
import type { Instant, Period, VillageCode } from '../core/settings';
import { now } from '../google/clock';
import { addViewer, findFile, type Entry } from '../google/files';
import { operatorsOf } from './access';
import type { Desk } from './desk';
import type { CommandResult } from './dialog';
import type { Memory } from './memory';
import { problem, villageNamed, type Order, type Understood, type UnderstandResult } from './orders';
import { papersFolder, writePaper } from './papers';
import { Run } from './run';
import type { Shelf } from './shelf';
import { logCells } from './words';

/** What one village's document may take: none is begun later than this before the end. */
const ONE = 40_000;

export const NO_UNITS = 'Laporan RT tidak dipakai di sini.';

export const hasUnits = ({ settings }: Desk): boolean => settings.reportTypes.includes(NEIGHBOURHOODS);

/** What *Cetak lembar RT* needs: a month, the running one where none is named; one village or all of them. */
export function understandUnits(desk: Desk, order: Order, named: Period | undefined): UnderstandResult {
  const { settings, context } = desk;
  if (!hasUnits(desk)) return problem(NO_UNITS);
  if (named === undefined && order.period !== '') return problem('Mohon pilih bulannya.');
  const running = periodOf(context.today);
  const period = named ?? running;
  if (period > running) return problem(`${formatPeriod(period)} belum berjalan. Mohon pilih bulan lain.`);
  if (period < firstReported(settings))
    return problem(`Laporan baru wajib mulai ${formatPeriod(firstReported(settings))}.`);
  if (order.village === '') return { ok: { period } };
  const village = villageNamed(desk, order.village);
  const plot = village === undefined ? undefined : villageOf(settings, village);
  if (village === undefined || plot === undefined) return problem('Desa atau kelurahan ini tidak dikenal.');
  return existsIn(plot, period)
    ? { ok: { period, village } }
    : problem(`${titleOf(context, village)} belum ada di bulan itu.`);
}

/** The newest report of the village's RT that counts, whatever month it is of. */
function latestOf(shelf: Shelf, village: VillageCode): ReturnType<typeof latestVersion> {
  const period = shelf.head(village).latest[NEIGHBOURHOODS]?.period;
  if (period === undefined) return undefined;
  shelf.load([{ period, village }]);
  return latestVersion([shelf.month(village, period)], NEIGHBOURHOODS);
}

/** *Cetak lembar RT*: a document a village in `Surat/<year>`, a page an RT, readable by its operators. */
export function makeUnitSheets(desk: Desk, memory: Memory, ok: Understood, until: Instant): CommandResult {
  const { settings, context } = desk;
  const period = ok.period ?? periodOf(context.today);
  const month = formatPeriod(period);
  const wanted = settings.villages.filter(
    (one) => (ok.village === undefined || ok.village === one.code) && existsIn(one, period),
  );
  const folder = papersFolder(desk, period.slice(0, 4));
  const run = new Run(desk, memory, 'surat');
  run.shelf.loadHeads();
  const made: Entry[] = [];
  let there = 0;
  let left = 0;
  for (const { code } of wanted) {
    const name = neighbourhoodSheetName(context, code, period);
    if (findFile(folder.id, name) !== undefined) {
      there += 1;
    } else if (now() > until - ONE) {
      left += 1;
    } else {
      const lines = neighbourhoodSheet(context, code, period, latestOf(run.shelf, code));
      const entry = writePaper(desk, name, folder.id, lines);
      for (const address of operatorsOf(settings, code, context.today)) addViewer(entry.id, address);
      made.push(entry);
    }
  }
  if (made.length > 0)
    run.log(
      logCells(desk, {
        at: desk.now,
        actor: 'sistem',
        what: 'Lembar RT dibuat',
        reason: `${month}: ${String(made.length)} berkas`,
      }),
    );
  run.finish();
  return {
    done: true,
    text: said(desk, ok, month, made.length, there, left),
    links: [
      { text: 'Buka folder surat', url: folder.url },
      ...made.slice(0, 1).map(({ url }) => ({ text: 'Buka lembar pertama', url })),
    ],
  };
}

function said(desk: Desk, ok: Understood, month: string, made: number, there: number, left: number): string {
  const who = ok.village === undefined ? `${String(made)} desa/kelurahan` : titleOf(desk.context, ok.village);
  const kept = ' Yang sudah ada dibiarkan; hapus berkasnya di Drive bila perlu dibuat lagi.';
  if (made === 0 && left === 0) return `Lembar RT ${month} sudah ada.${kept}`;
  const rest = left === 0 ? '' : ` Belum semua; jalankan sekali lagi untuk ${String(left)} sisanya.`;
  return `Lembar RT ${month} sudah dibuat untuk ${who} di folder Surat.${there === 0 ? '' : kept}${rest}`;
}
