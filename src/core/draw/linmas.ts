import type { VillageMonth } from '../book';
import { formatDecimal, formatNumber, periodOf } from '../dates';
import { MISSING, TONES } from '../looks';
import type { Cell, Patch } from '../patch';
import type { ReportType } from '../report';
import type { Period } from '../settings';
import { TAB } from '../tabs/names';
import { figure, text, type Tab } from '../tabs/tab';
import type { DrawContext } from './context';
import { field, groupRow, headerRow, rowOfFields, type Field } from './field';
import {
  hasTold,
  linmasFigures,
  type LinmasFigures,
  type MandatoryFigure,
  type Strength,
} from './linmasFigures';
import { drawMonthPage, monthPage } from './monthPage';
import { orMissing, villageRows } from './rows';

/** A line of the table, or the sum of several. */
interface Line {
  readonly number: string;
  readonly name: string;
  readonly all: readonly LinmasFigures[];
}

const total = (line: Line, of: (one: LinmasFigures) => number): number =>
  line.all.reduce((sum, one) => sum + of(one), 0);

/** Times of activities; missing, not 0, where the line's villages have told nothing at all. */
function told(line: Line, of: (one: LinmasFigures) => number): Cell {
  return line.all.some(hasTold) ? Math.round(total(line, of)) : MISSING;
}

/** Of the villages of a line that sent their readiness report. */
function strengths(line: Line): readonly Strength[] {
  return line.all.flatMap((one) => (one.strength === undefined ? [] : [one.strength]));
}

function strength(line: Line, of: (one: Strength) => number): number | undefined {
  const known = strengths(line);
  return known.length === 0 ? undefined : known.reduce((sum, one) => sum + of(one), 0);
}

/** A share in per cent, `62,5 %`; `–` of nothing. */
export function shareText(part: number | undefined, whole: number | undefined): string {
  if (part === undefined || whole === undefined || whole === 0) return MISSING;
  return `${formatDecimal((part / whole) * 100, 1)} %`;
}

/** Members for each 1,000 people, over the villages of which both are known. */
function perThousand(line: Line): string {
  const known = line.all.filter((one) => one.strength !== undefined && (one.people ?? 0) > 0);
  const people = known.reduce((sum, one) => sum + (one.people ?? 0), 0);
  const members = known.reduce(
    (sum, one) => sum + (one.strength?.male ?? 0) + (one.strength?.female ?? 0),
    0,
  );
  return people === 0 ? MISSING : formatDecimal((members / people) * 1000, 1);
}

/**
 * `✓ 2 dari 2`, `! 1 dari 2: Patroli 0 dari 1` (with `·` while the month is not over); `–` where no programme is
 * set for the month.
 */
export function mandatoryText(mandatory: readonly MandatoryFigure[], over: boolean): string {
  if (mandatory.length === 0) return MISSING;
  const open = mandatory.filter((one) => one.done < one.minimum);
  const counts = `${formatNumber(mandatory.length - open.length)} dari ${formatNumber(mandatory.length)}`;
  if (open.length === 0) return `${TONES.good.sign} ${counts}`;
  const named = open.map((one) => `${one.kind} ${formatNumber(one.done)} dari ${formatNumber(one.minimum)}`);
  return `${TONES[over ? 'wrong' : 'open'].sign} ${counts}: ${named.join(', ')}`;
}

function mandatoryCell(line: Line, over: boolean): string {
  const [only] = line.all;
  if (line.number !== '' && only !== undefined) return mandatoryText(only.mandatory, over);
  const owing = line.all.filter((one) => one.mandatory.length > 0);
  const fulfilled = owing.filter((one) => one.mandatory.every((two) => two.done >= two.minimum));
  return owing.length === 0
    ? MISSING
    : `${formatNumber(fulfilled.length)} dari ${formatNumber(owing.length)}`;
}

/** What the figures of a village leave out. */
export function leftOut(
  one: Pick<LinmasFigures, 'untimed' | 'byNeighbourhoods' | 'unsent'>,
): readonly string[] {
  const times = (count: number, words: string): string =>
    count === 0 ? '' : `${formatNumber(count)} ${words}`;
  return [
    times(one.untimed, 'kali tanpa jam, tidak dihitung dalam jam-orang'),
    times(one.byNeighbourhoods, 'kali oleh RT saja, di luar hitungan Linmas'),
    times(one.unsent, 'kegiatan belum dikirim satu per satu'),
  ].filter((part) => part !== '');
}

/** What the figures of a village's month leave out, and why there are none. */
export function linmasNote(one: LinmasFigures): string {
  const none = one.activities === 0 ? (one.nil ? 'nihil' : 'belum ada laporan kegiatan') : '';
  const late = one.strength === undefined ? 'rekap Linmas belum diterima' : '';
  return [none, ...leftOut(one), late].filter((part) => part !== '').join('; ');
}

function noteOf(line: Line): string {
  const [one] = line.all;
  return line.number === '' || one === undefined ? '' : linmasNote(one);
}

/** Kinds of activities, in the order of the question. */
export function kindsOf(catalogue: readonly ReportType[]): readonly string[] {
  const activities = catalogue.find((type) => type.id === 'activities');
  return activities?.questions.find((question) => question.id === 'kind')?.choices ?? [];
}

/** Wide enough for the longest word of the header, which would be broken otherwise. */
export function widthOf(header: string): number {
  const longest = Math.max(...header.split(' ').map((word) => word.length));
  return Math.max(92, longest * 9 + 12);
}

function fieldsOf(catalogue: readonly ReportType[], over: boolean): readonly Field<Line>[] {
  const kinds = kindsOf(catalogue).map((kind) =>
    field<Line>(figure(kind, widthOf(kind), { group: 'Kegiatan (kali)', wrap: true }), (line) =>
      told(line, (one) => one.byKind[kind] ?? 0),
    ),
  );
  const member = { group: 'Anggota Linmas aktif', wrap: true } as const;
  const post = { group: 'Pos kamling', wrap: true } as const;
  return [
    field(text('No', 56), (line) => line.number),
    field(text('Desa/Kelurahan', 170), (line) => line.name),
    ...kinds,
    field(figure('Jumlah kegiatan', 78, { wrap: true }), (line) => told(line, (one) => one.activities)),
    field(figure('Jam-orang', 72), (line) => told(line, (one) => one.personHours)),
    field(text('Berfoto', 72), (line) =>
      shareText(
        total(line, (one) => one.withPhoto),
        total(line, (one) => one.reports),
      ),
    ),
    field(text('Program wajib', 200, { wrap: true }), (line) => mandatoryCell(line, over)),
    field(figure('L', 52, member), (line) => orMissing(strength(line, (one) => one.male))),
    field(figure('P', 52, member), (line) => orMissing(strength(line, (one) => one.female))),
    field(figure('L + P', 60, member), (line) => orMissing(strength(line, (one) => one.male + one.female))),
    field(text('per 1.000 jiwa', 72, member), perThousand),
    field(text('SIM Linmas', 72, member), (line) =>
      shareText(
        strength(line, (one) => one.registered),
        strength(line, (one) => one.male + one.female),
      ),
    ),
    field(figure('semua', 60, post), (line) => orMissing(strength(line, (one) => one.posts))),
    field(figure('aktif', 60, post), (line) => orMissing(strength(line, (one) => one.activePosts))),
    field(text('aktif %', 68, post), (line) =>
      shareText(
        strength(line, (one) => one.activePosts),
        strength(line, (one) => one.posts),
      ),
    ),
    field(text('Ket.', 320, { wrap: true }), noteOf),
  ];
}

/** `Rekap Linmas`. */
export function linmasPage(catalogue: readonly ReportType[]): Tab {
  const empty = 'Kegiatan dan kekuatan Linmas satu bulan. Terisi begitu laporan pertama diterima.';
  return monthPage(TAB.linmas, fieldsOf(catalogue, true), empty);
}

/** Villages that reported no activity at all, *Nihil* among them, and how many readiness reports came. */
export function linmasFooter(figures: readonly LinmasFigures[]): string {
  const without = figures.filter((one) => one.activities === 0).length;
  const strengthKnown = figures.filter((one) => one.strength !== undefined).length;
  return (
    `Menurut laporan desa/kelurahan. Tanpa kegiatan Linmas: ${formatNumber(without)} dari ` +
    `${formatNumber(figures.length)}. Rekap Linmas: ${formatNumber(strengthKnown)} dari ${formatNumber(figures.length)}.`
  );
}

/** The table without its month line: groups, headers, villages, JUMLAH. */
export function linmasTable(
  context: DrawContext,
  period: Period,
  figures: readonly LinmasFigures[],
): readonly (readonly Cell[])[] {
  const fields = fieldsOf(context.catalogue, periodOf(context.today) > period);
  return [groupRow(fields), headerRow(fields), ...linmasRows(fields, figures)];
}

function linmasRows(
  fields: readonly Field<Line>[],
  figures: readonly LinmasFigures[],
): readonly (readonly Cell[])[] {
  const lines: readonly Line[] = figures.map((one) => ({
    number: String(one.row.number),
    name: one.row.village.name,
    all: [one],
  }));
  return [
    ...lines.map((line) => rowOfFields(fields, line)),
    rowOfFields(fields, { number: '', name: 'JUMLAH', all: figures }),
  ];
}

/** The Linmas figures of a month, a village each. */
export function linmasMonth(
  context: DrawContext,
  period: Period,
  months: readonly VillageMonth[],
): readonly LinmasFigures[] {
  return villageRows(context, period, months).map((row) => linmasFigures(context.settings, period, row));
}

/** `Rekap Linmas` of one month, whole; `months` = that month of all villages (one that is absent has nothing). */
export function drawLinmas(
  context: DrawContext,
  period: Period,
  months: readonly VillageMonth[],
): readonly Patch[] {
  const figures = linmasMonth(context, period, months);
  const fields = fieldsOf(context.catalogue, periodOf(context.today) > period);
  const said = linmasFooter(figures);
  return drawMonthPage(context, TAB.linmas, period, said, fields, linmasRows(fields, figures), [['', said]]);
}
