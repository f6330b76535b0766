import { reportName, wholeReport, type WholeReport } from '../core/draw/wholeReport';
import { numberIn } from '../core/reportNumber';
import { TAB } from '../core/tabs/names';
import { selectedRow } from '../google/selection';
import { openDesk, type Desk } from './desk';
import type { CommandResult, DialogField, DialogSpec, DialogValues } from './dialog';
import type { Draft, Plain } from './dialogFields';
import { problem, type Order, type Understood, type UnderstandResult } from './orders';
import { monthsOf, Shelf } from './shelf';

/** Command of the page that shows a report; it changes nothing, so anybody who sees the master may give it at once. */
export const SHOW = 'lookAtReport';

const field = (value: string): DialogField => ({
  id: 'reason',
  label: 'Nomor laporan',
  kind: 'text',
  required: true,
  help: `Ada di ${TAB.queue}, ${TAB.history}, dan pesan kepada desa.`,
  ...(value === '' ? {} : { value }),
});

/** The dialog of *Lihat laporan*; it begins with the number in the row that is selected. */
export function showReportDialog(plain: Plain): Draft {
  const number = selectedRow().flatMap((cell) => numberIn(cell) ?? [])[0] ?? '';
  return {
    ...plain,
    introduction:
      'Satu kiriman selengkapnya: isinya, yang dirapikan, yang ditemukan, keputusannya, dan bedanya dari kiriman sebelumnya. Data pribadi tetap tersamar.',
    fields: [field(number)],
    action: 'Lihat',
    look: { command: SHOW, action: 'Lihat' },
    tall: true,
  };
}

/** The report with that number among all versions of its village, however old. Two or three calls. */
function reportNumbered(desk: Desk, text: string): WholeReport | undefined {
  const number = numberIn(text);
  if (number === undefined) return undefined;
  const place = number.slice(0, 4);
  const { context, master } = desk;
  const villages = context.places.filter((code) => code.endsWith(`.${place}`));
  const shelf = new Shelf(master, context.placing, context.places);
  shelf.loadHeads();
  for (const village of villages) {
    const head = shelf.head(village);
    const periods = monthsOf(head);
    shelf.load(periods.map((period) => ({ period, village })));
    const stray = head.strays.find((one) => one.number === number);
    if (stray !== undefined)
      return { context, village, period: undefined, version: stray, versions: [stray] };
    for (const period of periods)
      for (const versions of Object.values(shelf.month(village, period).reports)) {
        const version = versions.find((one) => one.number === number);
        if (version === undefined) continue;
        const type = context.catalogue.find((one) => one.id === version.type);
        // Of single happenings each is a report by itself.
        const own = type?.frequency === 'event' ? [version] : versions;
        return { context, village, period, version, versions: own };
      }
  }
  return undefined;
}

const missing = (text: string): string =>
  numberIn(text) !== undefined
    ? `Laporan nomor ${numberIn(text) ?? ''} tidak ditemukan. Mohon periksa nomornya di ${TAB.history}.`
    : 'Mohon tulis nomor laporannya, misalnya 2005-260803-091402 (di Perintah: di kolom Alasan).';

/** The report as the next dialog, in which another one can be asked for. */
export function lookAtReport({ reason = '' }: DialogValues): CommandResult {
  const found = reportNumbered(openDesk(), reason);
  if (found === undefined) return { done: false, text: missing(reason) };
  const next: DialogSpec = {
    command: 'showReport',
    title: 'Lihat laporan',
    introduction: reportName(found),
    lines: wholeReport(found),
    fields: [field(found.version.number)],
    given: {},
    action: '',
    look: { command: SHOW, action: 'Lihat yang lain' },
    tall: true,
  };
  return { done: true, text: reportName(found), next };
}

/** Reads the number out of a row of `Perintah`. */
export function understandShow(desk: Desk, order: Order): UnderstandResult {
  const found = reportNumbered(desk, order.reason);
  return found === undefined ? problem(missing(order.reason)) : { ok: { what: found.version.number } };
}

/** *Lihat laporan* in `Perintah`: the report in the cell *Hasil*. */
export function performShow(desk: Desk, ok: Understood): CommandResult {
  const found = reportNumbered(desk, ok.what ?? '');
  if (found === undefined) return { done: false, text: missing(ok.what ?? '') };
  return { done: true, text: [reportName(found), ...wholeReport(found)].join('\n') };
}
