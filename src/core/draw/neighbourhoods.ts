import type { Version, VillageMonth } from '../book';
import { countedVersion, versionsOf } from '../counted';
import { formatNumber } from '../dates';
import { dueInstant } from '../due';
import { linesOf, lineSum, unitName, type UnitLine } from '../lines';
import { MISSING } from '../looks';
import type { Cell, Patch } from '../patch';
import { people } from '../population';
import type { LineFigure, ReportType } from '../report';
import type { Period, Settings } from '../settings';
import { TAB } from '../tabs/names';
import { figure, text, type Tab } from '../tabs/tab';
import type { DrawContext } from './context';
import { field, rowOfFields, type Field } from './field';
import { drawMonthPage, monthPage } from './monthPage';
import { orMissing, villageRows, type VillageRow } from './rows';
import { figureOf, textOf } from './values';

const TYPE = 'neighbourhoods';

/** What a village's month says of its RT. */
interface Units {
  readonly row: VillageRow;
  readonly version: Version | undefined;
  readonly lines: readonly UnitLine[];
  /** Of the registry that have no line. */
  readonly missing: readonly string[];
  /** All that are expected: those of the registry, else those that reported. */
  readonly expected: number;
  /** With a line in a report that came in time. */
  readonly onTime: number;
}

interface Line {
  readonly number: string;
  readonly name: string;
  readonly all: readonly Units[];
}

/** Figures of a line, by the declaration of the type. */
export function lineFigures(catalogue: readonly ReportType[]): readonly LineFigure[] {
  const type = catalogue.find((one) => one.id === TYPE);
  return type?.questions.find((one) => one.line !== undefined)?.line ?? [];
}

/** RT of a village by the settings. */
export function unitsOf(settings: Settings, village: string): readonly string[] {
  return (settings.neighbourhoods ?? []).filter((one) => one.village === village).map((one) => one.key);
}

function unitsIn(context: DrawContext, period: Period, row: VillageRow): Units {
  const { settings } = context;
  const figures = lineFigures(context.catalogue);
  const of = (version: Version | undefined): readonly UnitLine[] =>
    linesOf(version?.values['lines'], figures);
  const version = countedVersion(row.month, TYPE);
  const lines = of(version);
  const listed = unitsOf(settings, row.village.code);
  const sent = lines.map((line) => line.key);
  const due = dueInstant(settings, period);
  const early = versionsOf(row.month, TYPE)
    .filter((one) => one.qualified && one.at <= due)
    .flatMap((one) => of(one).map((line) => line.key));
  return {
    row,
    version,
    lines,
    missing: listed.filter((key) => !sent.includes(key)),
    expected: listed.length > 0 ? listed.length : lines.length,
    onTime: sent.filter((key) => early.includes(key)).length,
  };
}

/** `4 dari 5`; `–` where nothing is expected. */
function ofExpected({ all }: Line, part: (one: Units) => number): string {
  const total = (of: (one: Units) => number): number => all.reduce((sum, one) => sum + of(one), 0);
  const expected = total((one) => one.expected);
  return expected === 0 ? MISSING : `${formatNumber(total(part))} dari ${formatNumber(expected)}`;
}

function sum({ all }: Line, of: (one: Units) => number | undefined): Cell {
  const known = all.flatMap((one) => (one.version ? (of(one) ?? []) : []));
  return known.length === 0 ? MISSING : known.reduce((total, one) => total + one, 0);
}

/** Sum of a figure over a village's lines; undefined where none of them tells it. */
const told = ({ lines }: Units, id: string): number | undefined =>
  lines.some((line) => line.figures[id] !== undefined) ? lineSum(lines, id) : undefined;

const peopleIn = (one: Units): number => lineSum(one.lines, 'male') + lineSum(one.lines, 'female');

/** What the lines say more (less, where negative) than the population report of the month; undefined without either. */
function gap(one: Units, what: 'people' | 'households'): number | undefined {
  const closing = one.row.month?.ledger?.closing;
  if (!closing || one.version === undefined) return undefined;
  return what === 'people'
    ? peopleIn(one) - people(closing)
    : lineSum(one.lines, 'households') - closing.households;
}

function missingText({ number, all: [one] }: Line): string {
  if (number === '' || one === undefined) return '';
  if (one.version === undefined) return one.missing.length > 0 ? 'semua' : '';
  return one.missing.map(unitName).join(', ');
}

function fieldsOf(catalogue: readonly ReportType[]): readonly Field<Line>[] {
  const group = 'Jumlah semua RT';
  const difference = 'Selisih dengan Kependudukan';
  return [
    field(text('No', 56), (line) => line.number),
    field(text('Desa/Kelurahan', 170), (line) => line.name),
    field(text('RT melapor', 90), (line) => ofExpected(line, (one) => one.lines.length)),
    field(text('RT tepat waktu', 90, { wrap: true }), (line) => ofExpected(line, (one) => one.onTime)),
    ...lineFigures(catalogue).map((one) =>
      field<Line>(figure(one.label, one.label.length > 8 ? 92 : 72, { group, wrap: true }), (line) =>
        sum(line, (units) => told(units, one.id)),
      ),
    ),
    field(figure('Jiwa', 72, { group }), (line) => sum(line, peopleIn)),
    field(figure('Gotong royong', 72, { wrap: true }), (line) =>
      sum(line, (one) => figureOf(one.version, 'communalWork')),
    ),
    field(figure('jiwa', 80, { group: difference }), ({ all }) =>
      orMissing(all.length === 1 && all[0] ? gap(all[0], 'people') : undefined),
    ),
    field(figure('KK', 80, { group: difference }), ({ all }) =>
      orMissing(all.length === 1 && all[0] ? gap(all[0], 'households') : undefined),
    ),
    field(text('RT yang belum', 220, { wrap: true }), missingText),
    field(text('Kejadian penting', 320, { wrap: true }), ({ number, all: [one] }) =>
      number === '' ? '' : textOf(one?.version, 'events'),
    ),
  ];
}

/** `Rekap RT`. */
export function neighbourhoodsPage(catalogue: readonly ReportType[]): Tab {
  const empty =
    'Laporan RT satu bulan, satu baris satu desa/kelurahan. Terisi begitu laporan pertama diterima.';
  return monthPage(TAB.neighbourhoods, fieldsOf(catalogue), empty, { shown: false });
}

/** `Rekap RT` of one month, whole; `months` = that month of all villages. */
export function drawNeighbourhoods(
  context: DrawContext,
  period: Period,
  months: readonly VillageMonth[],
): readonly Patch[] {
  if (lineFigures(context.catalogue).length === 0) return [];
  const all = villageRows(context, period, months).map((row) => unitsIn(context, period, row));
  const fields = fieldsOf(context.catalogue);
  const line = (number: string, name: string, some: readonly Units[]): readonly Cell[] =>
    rowOfFields(fields, { number, name, all: some });
  const rows = all.map((one) => line(String(one.row.number), one.row.village.name, [one]));
  const sent = all.filter((one) => one.version !== undefined).length;
  const total: Line = { number: '', name: '', all };
  const said = `Menurut laporan desa/kelurahan: ${formatNumber(sent)} dari ${formatNumber(all.length)}; RT melapor ${ofExpected(total, (one) => one.lines.length)}.`;
  return drawMonthPage(
    context,
    TAB.neighbourhoods,
    period,
    said,
    fields,
    [...rows, line('', 'JUMLAH', all)],
    [['', said]],
  );
}
