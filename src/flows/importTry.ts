import type { Decision, VillageBook } from '../core/book';
import { closedYearOf } from '../core/closedYears';
import { countedVersion } from '../core/counted';
import { formatNumber, formatPeriod } from '../core/dates';
import { findingText } from '../core/draw/findings';
import { foldVillage } from '../core/fold';
import { answerKey, HEAD, NOTE } from '../core/head';
import { maskNumbers } from '../core/identity';
import { refused, type ImportLine } from '../core/importTable';
import type { Refusal } from '../core/importTold';
import { readSubmission } from '../core/read';
import type { ReportType } from '../core/report';
import type { VillageCode } from '../core/settings';
import { STATES } from '../core/states';
import { CATALOGUE } from '../reports/index';
import { foldEnv, type Desk } from './desk';
import { monthsOf, Shelf } from './shelf';
import { sourcesOf } from './sources';

/** Faults of one line that are told; a line with more of them is wrong as a whole. */
const FINDINGS = 3;

/** A line as the decision that brings its report in; `number` keeps the lines of one import in order. */
function decisionFor(
  desk: Desk,
  type: ReportType,
  line: ImportLine,
  reason: string,
  number: number,
): Decision {
  const answers = {
    [HEAD.reportType]: type.shortTitle,
    [HEAD.period]: formatPeriod(line.period),
    [HEAD.reporter]: 'Impor',
    ...Object.fromEntries(
      Object.entries({ [NOTE]: reason, ...line.answers }).map(([id, text]) => [answerKey(type.id, id), text]),
    ),
  };
  const id = `I${String(desk.now)}-${String(number).padStart(4, '0')}`;
  const submission = { id, village: line.village.code, at: desk.now, sender: '', answers, unknown: [] };
  const { period, named, reporter, values, normalised, findings, unknown } = readSubmission(
    { ...submission, proof: 'verified' },
    CATALOGUE,
    desk.settings,
    line.village.kind,
  );
  const read = [...line.notes, ...normalised];
  const kept = { type: type.id, period, named, reporter, values, normalised: read, findings, unknown };
  const about = { village: line.village.code, period: period ?? line.period, reason };
  return { id, at: desk.now, actor: desk.settings.owner, action: 'import', kept, ...about };
}

/** What came of trying: the decisions whose reports count, and why the other lines do not. */
export interface Tried {
  readonly good: readonly Decision[];
  readonly refused: readonly Refusal[];
}

/** A village with all its months. */
export function bookOf(shelf: Shelf, village: VillageCode): VillageBook {
  shelf.load(monthsOf(shelf.head(village)).map((period) => ({ period, village })));
  return shelf.book(village);
}

/** Folds the lines into the books as they stand, without keeping anything: the same rules as for any report. */
export function tryLines(desk: Desk, type: ReportType, lines: readonly ImportLine[], reason: string): Tried {
  const shelf = new Shelf(desk.master, desk.context.placing, desk.context.places);
  shelf.loadHeads();
  const env = foldEnv(desk, sourcesOf(desk, []).snapshots());
  const sorted = [...lines].sort((a, b) => (a.period < b.period ? -1 : a.period > b.period ? 1 : 0));
  const made = sorted.map((line, at) => ({ line, decision: decisionFor(desk, type, line, reason, at + 1) }));
  const good: Decision[] = [];
  const whys = new Map<ImportLine, string>();
  for (const village of [...new Set(lines.map((line) => line.village.code))]) {
    const own = made.filter(({ line }) => line.village.code === village);
    const book = bookOf(shelf, village);
    const early = own.map(({ line }) => earlyProblem(desk, book, type, line));
    const events = own.flatMap(({ decision }, at) =>
      early[at] === undefined ? [{ kind: 'decision' as const, at: decision.at, decision }] : [],
    );
    const after = foldVillage(book, events, env).book;
    own.forEach(({ line, decision }, at) => {
      const why = early[at] ?? whyRefused(desk, after, type, decision);
      if (why === undefined) good.push(decision);
      else whys.set(line, why);
    });
  }
  return {
    good: good.sort((a, b) => (a.id < b.id ? -1 : 1)),
    refused: lines.flatMap((line) => {
      const text = whys.get(line);
      return text === undefined ? [] : [{ ...refused(line), text }];
    }),
  };
}

/** What refuses a line before it is judged. */
function earlyProblem(desk: Desk, book: VillageBook, type: ReportType, line: ImportLine): string | undefined {
  const { period } = line;
  if (period < desk.registry.base)
    return `hanya bulan sejak ${formatPeriod(desk.registry.base)} yang ada tempatnya.`;
  const year = closedYearOf(desk.context.closed, period);
  if (year !== undefined) return `tahun ${year.year} sudah ditutup buku.`;
  return countedVersion(book.months[period], type.id)
    ? 'bulan ini sudah ada laporannya; laporan itu yang dipakai.'
    : undefined;
}

function whyRefused(desk: Desk, book: VillageBook, type: ReportType, decision: Decision): string | undefined {
  const versions = book.months[decision.period ?? '']?.reports[type.id] ?? [];
  const version = versions.find((one) => one.id === decision.id);
  if (version === undefined) return 'bulannya tidak dapat dipakai.';
  if (STATES[version.state].counts) return undefined;
  const errors = version.findings.filter((finding) => finding.severity === 'error');
  if (errors.length === 0) return STATES[version.state].office;
  const told = errors.slice(0, FINDINGS).map((finding) => findingText(desk.context, version, finding));
  const more = errors.length - told.length;
  return maskNumbers([...told, ...(more > 0 ? [`Dan ${formatNumber(more)} isian lain.`] : [])].join(' '));
}
