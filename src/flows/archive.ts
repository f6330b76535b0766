import { archiveName, closedYearOf, type ClosedYear } from '../core/closedYears';
import { archivedRows, closingLines, lastMonth, monthsOf } from '../core/yearClosing';
import { formatInstant, formatNumber, formatPeriod } from '../core/dates';
import { drawYearly } from '../core/draw/yearly';
import { drawYearlyLinmas } from '../core/draw/yearlyLinmas';
import { yearPeriods } from '../core/draw/yearTable';
import { hasLinmasYear } from '../core/draw/yearlyTab';
import { STOCK_PARTS } from '../core/looks';
import { outboxEntry } from '../core/notices/outbox';
import type { Cell } from '../core/patch';
import { personalTypes } from '../core/persons';
import { LEDGER_TYPE } from '../core/population';
import { masterTabs } from '../core/tabs';
import { TAB } from '../core/tabs/names';
import { figure, text, type Tab } from '../core/tabs/tab';
import { deleteLines, giveBackRows, writeWhole } from '../google/archive';
import type { Read } from '../google/cells';
import { countKeyed, writeEmpty } from '../google/keyed';
import { openBook } from '../google/tables';
import type { Workbook } from '../google/workbook';
import { CATALOGUE } from '../reports/index';
import type { Desk } from './desk';
import { rewriteTab, type Whole } from './rebuildTabs';
import type { Run } from './run';

type Line = readonly Cell[];

/** First tab of an archive: what it holds, and the balances with which the next year begins. */
const SUMMARY = 'Ringkasan';

/** A tab as it stands in an archive: nothing is chosen or ticked there any more. */
function shaped(tab: Tab): Tab {
  const { monthCell: _month, empty: _empty, ...rest } = tab;
  const columns = tab.columns.map(({ list: _list, checkbox: _box, editable: _open, ...column }) => column);
  return { ...rest, columns, shown: true, looks: [] };
}

const summaryTab: Tab = {
  name: SUMMARY,
  layout: 'page',
  shown: true,
  columns: [text('', 300), ...STOCK_PARTS.map(([, words]) => figure(words, 90))],
  headerRow: 0,
  frozenRows: 0,
  frozenColumns: 0,
  rows: 60,
  looks: [],
  protection: 'owner',
};

const tabNamed = (name: string): Tab => {
  const found = masterTabs(CATALOGUE).find((tab) => tab.name === name);
  if (found === undefined) throw new Error(`The master has no tab ${name}.`);
  return found;
};

/** The archive of a closed year. */
export function openArchive({ archive }: ClosedYear): Workbook {
  return openBook(archive, [summaryTab, ...masterTabs(CATALOGUE).map(shaped)]);
}

/** What bringing a tab into an archive needs. */
export interface Work {
  readonly run: Run;
  readonly closed: ClosedYear;
  readonly archive: Workbook;
  readonly whole: Whole;
}

/** A tab of an archive. */
interface Part {
  readonly tab: string;
  /** Its rows leave the master. */
  readonly leaves: boolean;
  bring(work: Work): void;
}

const yearOf = ({ run, closed, whole }: Work): ReturnType<typeof monthsOf> =>
  monthsOf([...(run.desk.context.closed ?? [])], closed.year, whole.months);

const cell = (value: Read): Cell => (typeof value === 'boolean' ? (value ? 'ya' : '') : value);
const lineOf = (row: readonly Read[], width: number): Line =>
  Array.from({ length: width }, (_cell, at) => cell(row[at] ?? ''));

/** Rows that are computed: written out of `Indeks`, whatever stands in the tab. */
function drawn(tab: string, leaves: boolean): Part {
  return {
    tab,
    leaves,
    bring(work) {
      const { run, closed, archive, whole } = work;
      const rows = archivedRows(run.desk.context, closed, yearOf(work))[tab] ?? [];
      writeWhole(archive, shaped(tabNamed(tab)), rows);
      if (!leaves) return;
      rewriteTab(run, tab, whole);
      giveBackRows(run.desk.master, tab, 1 + (run.countOf(tab)?.rows ?? 0));
    },
  };
}

const isYearPage = (tab: string): boolean => [TAB.yearly, TAB.yearlyLinmas].some((one) => one === tab);

/** A page of the whole year, drawn as of today. */
function yearPage(tab: string, draw: typeof drawYearly): Part {
  return {
    tab,
    leaves: false,
    bring(work) {
      const { context } = work.run.desk;
      const { year } = work.closed;
      const periods = yearPeriods(context.settings, context.today, year);
      const months = yearOf(work).filter(({ period }) => periods.includes(period));
      writeWhole(work.archive, shaped(tabNamed(tab)), draw(context, year, months).values, { first: 1 });
    },
  };
}

/** Rows of a tab of the master that are copied; they stay, since rebuilding needs them. */
function copied(tab: string, isOf: (row: readonly Read[], work: Work) => boolean): Part {
  return {
    tab,
    leaves: false,
    bring(work) {
      const all = work.run.desk.master.readAll(tab).slice(1);
      const rows = all.filter((row) => isOf(row, work));
      const { catalogue } = work.run.desk.context;
      const declared = shaped(masterTabs(catalogue).find(({ name }) => name === tab) ?? tabNamed(tab));
      const width = Math.max(declared.columns.length, ...rows.map((row) => row.length));
      const more = Array.from({ length: width - declared.columns.length }, () => text('Lanjutan', 130));
      const wide = { ...declared, columns: [...declared.columns, ...more] };
      work.archive.declare([wide]);
      writeWhole(
        work.archive,
        wide,
        rows.map((row) => lineOf(row, width)),
      );
    },
  };
}

/** Rows of what happened: they are joined to those that the archive has already, and leave the master then. */
function moved(tab: string, isOf: (row: readonly Read[], year: string) => boolean): Part {
  return {
    tab,
    leaves: true,
    bring({ run, closed, archive }) {
      const { master } = run.desk;
      const declared = shaped(tabNamed(tab));
      const width = declared.columns.length;
      const all = master.readAll(tab);
      const old = all.flatMap((row, at) => (at > 0 && isOf(row, closed.year) ? [at + 1] : []));
      const leaving = old.map((row) => lineOf(all[row - 1] ?? [], width));
      const there = archive.has(tab) ? archive.readAll(tab).slice(1) : [];
      const known = there.map((row) => lineOf(row, width)).filter((row) => row.some((one) => one !== ''));
      writeWhole(archive, declared, [...known, ...without(leaving, known)]);
      deleteLines(master, tab, old);
      recount(run, tabNamed(tab));
    },
  };
}

/** Those that the others do not have, each as often as it is there more often. */
function without(rows: readonly Line[], others: readonly Line[]): readonly Line[] {
  const textOf = (row: Line): string => JSON.stringify(row.map(String));
  const left = new Map<string, number>();
  for (const row of others) left.set(textOf(row), (left.get(textOf(row)) ?? 0) + 1);
  return rows.filter((row) => {
    const has = left.get(textOf(row)) ?? 0;
    if (has > 0) left.set(textOf(row), has - 1);
    return has === 0;
  });
}

function recount(run: Run, { name, layout }: Tab): void {
  const { master } = run.desk;
  const count =
    layout === 'keyed' ? countKeyed(master, name) : { rows: Math.max(0, master.lastRow(name) - 1), last: '' };
  if (count.rows === 0 && layout === 'keyed') writeEmpty(master, name);
  run.recount(name, count);
  giveBackRows(master, name, 1 + count.rows);
}

const yearIn = (found: RegExpExecArray | null, year: string): boolean =>
  found !== null && (found[1] ?? '') <= year;

/** Whether a row of `Log` tells of that year or an earlier one. */
export const isOldLog = (row: readonly Read[], year: string): boolean =>
  yearIn(/(\d{4}) pukul \d\d\.\d\d/.exec(String(row[0] ?? '')), year);

/** The same of `Surat dan Surel`; what has not left, or perhaps not, stays. */
export function isOldMail(row: readonly Read[], year: string): boolean {
  const state = outboxEntry(row.map(cell))?.state;
  const isDone = state !== undefined && state !== 'queued' && state !== 'sending' && state !== 'maybeSent';
  return isDone && yearIn(/^(\d{4})-/.exec(String(row[1] ?? '')), year);
}

/** The same of `Kirim WA`. */
export const isOldText = (row: readonly Read[], year: string): boolean =>
  yearIn(/^\d\|(\d{4})-/.exec(String(row[1] ?? '')), year);

/** A decision about a month of the year, or about none and made in it. */
function isDecidedIn(row: readonly Read[], { closed, run }: Work): boolean {
  const period = String(row[5] ?? '');
  if (period !== '') return closedYearOf(run.desk.context.closed, period)?.year === closed.year;
  return String(row[1] ?? '').startsWith(closed.year);
}

const isIndexOf = (row: readonly Read[], { closed, run }: Work): boolean => {
  const period = String(row[0] ?? '').split('|')[1] ?? '';
  return period !== '' && closedYearOf(run.desk.context.closed, period)?.year === closed.year;
};

const hasLedger = ({ context }: Pick<Desk, 'context'>): boolean =>
  context.catalogue.some((type) => type.id === LEDGER_TYPE);

/** All parts of an archive, in the order of its tabs. */
export function partsOf({ context, master }: Desk): readonly Part[] {
  const all: readonly Part[] = [
    ...(hasLedger({ context }) ? [yearPage(TAB.yearly, drawYearly)] : []),
    ...(hasLinmasYear(context.catalogue) ? [yearPage(TAB.yearlyLinmas, drawYearlyLinmas)] : []),
    ...personalTypes(context.catalogue, false).map((type) =>
      drawn(type.dataTab, type.frequency !== 'monthly'),
    ),
    drawn(TAB.history, true),
    drawn(TAB.differences, true),
    copied(TAB.decisions, isDecidedIn),
    copied(TAB.index, isIndexOf),
    moved(TAB.log, isOldLog),
    moved(TAB.outbox, isOldMail),
    moved(TAB.whatsapp, isOldText),
  ];
  return all.filter((part) => isYearPage(part.tab) || master.has(part.tab));
}

/** Writes what follows from `Indeks` and `Keputusan` into an archive once more: personal data was removed since. */
export function renewArchive(work: Work): void {
  for (const part of partsOf(work.run.desk)) {
    const isMoved = [TAB.log, TAB.outbox, TAB.whatsapp].some((tab) => tab === part.tab);
    if (!isMoved) part.bring(work);
  }
}

const width = summaryTab.columns.length;
const padded = (...cells: Line): Line => Array.from({ length: width }, (_cell, at) => cells[at] ?? '');

function balanceRows(work: Work): readonly Line[] {
  const { context } = work.run.desk;
  const { year } = work.closed;
  if (!hasLedger(work.run.desk)) return [];
  return [
    padded(),
    padded(`Saldo akhir ${formatPeriod(lastMonth(year))}, menjadi saldo awal bulan berikutnya`),
    padded('Desa/Kelurahan', ...STOCK_PARTS.map(([, words]) => words)),
    ...closingLines(context, year, yearOf(work)).map((line) => padded(...line)),
  ];
}

/** `Ringkasan`: what the archive holds, what stays where, and the closing balances. */
export function writeSummary(work: Work, actor: string): void {
  const { run, closed, archive } = work;
  const { settings } = run.desk;
  const { year } = closed;
  const parts = partsOf(run.desk).filter(({ tab }) => !isYearPage(tab) && archive.has(tab));
  const answers = Object.values(closed.answers).reduce((sum, one) => sum + one, 0);
  const rows: readonly Line[] = [
    padded(`${archiveName(year)}, ${settings.programme} Kecamatan ${settings.subdistrict.name}`),
    padded(`Ditutup ${formatInstant(closed.at, settings.zone)} oleh ${actor}. Tidak dapat dibuka kembali.`),
    padded(),
    padded('Isi arsip', 'Baris'),
    ...parts.map(({ tab }) => padded(tab, Math.max(0, archive.lastRow(tab) - 1))),
    padded(
      `${formatNumber(answers)} jawaban yang dikirim sampai akhir ${year} tetap tersimpan di formulir masing-masing desa/kelurahan.`,
    ),
    ...balanceRows(work),
  ];
  writeWhole(archive, summaryTab, rows, { first: 1, place: 0 });
}
