import { formatNumber } from '../core/dates';
import { drawData } from '../core/draw/data';
import { cellText } from '../core/escape';
import type { Block, Cell, Patch } from '../core/patch';
import type { Period } from '../core/settings';
import { collectedPeriod } from '../core/due';
import { TAB } from '../core/tabs/names';
import type { Read } from '../google/cells';
import type { Area } from '../google/workbook';
import type { Desk } from './desk';
import type { CommandResult } from './dialog';
import type { Draft, Plain } from './dialogFields';
import { drawPage, MONTH_PAGE_NAMES } from './drawing';
import { recall, type Memory } from './memory';
import { pageSlices } from './monthPages';
import { logOrder, orderPlaced } from './rowOrder';
import { shownOf } from './round';
import { Run } from './run';
import { logCells } from './words';

/** A computed cell that reads otherwise than it was computed: somebody changed it by hand. */
export interface HandChange {
  readonly tab: string;
  /** `Z8` as the column letters and row of the cell. */
  readonly cell: string;
  /** First words of its row; '' = none. */
  readonly beside: string;
  readonly found: string;
  readonly wanted: string;
  /** Row and column from 1, and what stands there. */
  readonly row: number;
  readonly column: number;
  readonly value: Read;
}

export interface Drawn {
  readonly tab: string;
  readonly blocks: readonly Block[];
}

const blocksIn = (patches: readonly Patch[]): readonly Block[] =>
  patches.filter((one): one is Block => one.kind === 'block' && one.book === 'master');

/** Recap tabs for the months that they show, and the rows of the `Data …` tabs for the month being collected. */
export function drawn(run: Run): readonly Drawn[] {
  const { desk, memory } = run;
  const shown = shownOf(desk, memory);
  const pages = MONTH_PAGE_NAMES.flatMap((tab): readonly Drawn[] => {
    const period = shown[tab];
    if (period === undefined || !desk.master.has(tab)) return [];
    return [{ tab, blocks: blocksIn(drawPage(desk.context, tab, period, pageSlices(run, tab, period))) }];
  });
  return [...pages, ...dataRows(run, collectedPeriod(desk.settings, desk.context.today))];
}

/** The rows of the `Data …` tabs for a month. */
export function dataRows(run: Run, period: Period): readonly Drawn[] {
  const { desk, shelf } = run;
  shelf.load([{ period }]);
  const blocks = blocksIn(shelf.slice(period).flatMap((month) => drawData(desk.context, month)));
  const tabs = [...new Set(blocks.map((one) => one.tab))].filter((tab) => desk.master.has(tab));
  return tabs.map((tab) => ({ tab, blocks: blocks.filter((one) => one.tab === tab) }));
}

const isSame = (found: Read, wanted: Cell): boolean =>
  typeof wanted === 'number' ? found === wanted : String(found) === wanted;

const worded = (cell: Read | Cell): string =>
  cell === '' ? 'kosong' : typeof cell === 'number' ? formatNumber(cell) : String(cell);

function cellName(row: number, column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `${letters}${String(row)}`;
}

/** The rectangle around the blocks; undefined = they hold no cell. */
function around(blocks: readonly Block[]): Area | undefined {
  const held = blocks.filter((one) => (one.values[0]?.length ?? 0) > 0);
  if (held.length === 0) return undefined;
  const row = Math.min(...held.map((one) => one.row));
  const column = Math.min(...held.map((one) => one.column));
  return {
    row,
    column,
    rows: Math.max(...held.map((one) => one.row + one.values.length)) - row,
    columns: Math.max(...held.map((one) => one.column + (one.values[0]?.length ?? 0))) - column,
  };
}

/** Another row lies where the block has its place: nothing was changed in it. */
const isMoved = ({ keys }: Block, found: readonly Read[] | undefined): boolean =>
  keys !== undefined && String(found?.[0] ?? '') !== '' && !keys.includes(String(found?.[0]));

/** Compares one tab with its drawing; one call, of the rows that are drawn. */
export function changesIn({ master }: Desk, { tab, blocks }: Drawn): readonly HandChange[] {
  const area = around(blocks);
  if (area === undefined) return [];
  const found = master.read(tab, area);
  const changes: HandChange[] = [];
  for (const block of blocks.filter((one) => !isMoved(one, found[one.row - area.row])))
    for (const [down, wanted] of block.values.entries()) {
      const row = block.row + down;
      const line = found[row - area.row] ?? [];
      for (const [along, cell] of wanted.entries()) {
        const column = block.column + along;
        const is = line[column - area.column] ?? '';
        if (isSame(is, cell)) continue;
        const beside = String(line.find((one) => typeof one === 'string' && /\p{L}/u.test(one)) ?? '');
        changes.push({
          tab,
          cell: cellName(row, column),
          beside,
          found: worded(is),
          wanted: worded(cell),
          row,
          column,
          value: is,
        });
      }
    }
  return changes;
}

/** Computed cells that somebody changed by hand, tab by tab. One call a tab, and those of the months they show. */
export function handChanges(desk: Desk, memory: Memory): readonly HandChange[] {
  return drawn(new Run(desk, memory, 'formulir')).flatMap((one) => changesIn(desk, one));
}

/** `Rekap Penduduk Z8 (Balang): tertulis 615, hitungan 612` */
export function changeText({ tab, cell, beside, found, wanted }: HandChange): string {
  const where = beside === '' || beside === found ? '' : ` (${beside})`;
  return `${tab} ${cell}${where}: tertulis ${found}, hitungan ${wanted}`;
}

/** Lines that are shown one by one. */
const NAMED = 12;

function changeLines(changes: readonly HandChange[]): readonly string[] {
  const more = changes.length - NAMED;
  const lines = changes.slice(0, NAMED).map(changeText);
  return more > 0 ? [...lines, `dan ${formatNumber(more)} sel lain.`] : lines;
}

/** The dialog of *Kembalikan angka*: what was changed by hand, before anything is written. */
export function restoreDialog(desk: Desk, plain: Plain): Draft {
  const changes = handChanges(desk, recall());
  if (changes.length === 0)
    return { ...plain, introduction: 'Semua angka di tab hitungan sesuai dengan hitungannya.', action: '' };
  return {
    ...plain,
    introduction:
      `${formatNumber(changes.length)} sel diubah dengan tangan. Mengembalikan menulis lagi hitungannya. ` +
      'Bila yang tertulis yang benar, jangan dikembalikan dulu: pakai Jadikan koreksi atau Koreksi saldo, atau minta desa mengirim ulang.',
    lines: changeLines(changes),
    action: 'Kembalikan',
  };
}

/** *Kembalikan angka*: writes the computed cells again; `Log` keeps what stood there. The lock is held. */
export function restoreFigures(desk: Desk, memory: Memory, actor: string): CommandResult {
  const run = new Run(desk, memory, 'formulir');
  logOrder(run, orderPlaced(desk));
  const all = drawn(run);
  const changes = all.flatMap((one) => changesIn(desk, one));
  if (changes.length === 0) {
    run.finish();
    return { done: true, text: 'Semua angka di tab hitungan sudah sesuai; tidak ada yang diubah.' };
  }
  const tabs = new Set(changes.map((one) => one.tab));
  for (const { tab, blocks } of all) if (tabs.has(tab)) run.draw(...blocks);
  run.log(
    ...changes.map((one) =>
      logCells(desk, {
        at: desk.now,
        actor,
        what: 'Angka dikembalikan',
        from: cellText(one.found),
        to: cellText(one.wanted),
        reason: `${one.tab} ${one.cell}${one.beside === '' ? '' : `, ${one.beside}`}`,
      }),
    ),
  );
  run.finish();
  return {
    done: true,
    text: `${formatNumber(changes.length)} sel dikembalikan ke hitungannya. Yang tertulis sebelumnya ada di tab ${TAB.log}.`,
    lines: changeLines(changes),
  };
}
