import { aidName, AIDS } from '../aids';
import type { Version, VillageMonth } from '../book';
import { countedVersion } from '../counted';
import { formatNumber } from '../dates';
import { reportPeriod } from '../due';
import { MISSING } from '../looks';
import type { Cell, Patch } from '../patch';
import { addMonths } from '../place';
import { people } from '../population';
import type { AidId, Stock } from '../report';
import type { Period, Settings } from '../settings';
import { TAB } from '../tabs/names';
import { figure, text, type Tab } from '../tabs/tab';
import type { DrawContext } from './context';
import { field, rowOfFields, type Field } from './field';
import { shareText } from './linmas';
import { drawMonthPage, monthPage } from './monthPage';
import { orMissing, reportMonth, villageRows, type VillageRow } from './rows';
import { someNames } from './toDos';
import { figureOf } from './values';

const TYPE = 'welfare';

/** What is known of a village's welfare in a month. */
interface Known {
  readonly row: VillageRow;
  /** Month of the newest report that is not older than three months; undefined = there is none. */
  readonly period: Period | undefined;
  readonly version: Version | undefined;
  readonly before: Version | undefined;
  readonly stock: Stock | undefined;
}

/** A line of the table, or the sum of several. */
interface Line {
  readonly number: string;
  readonly name: string;
  readonly all: readonly Known[];
  readonly context: DrawContext;
  readonly period: Period;
}

const typeOf = (context: DrawContext): DrawContext['catalogue'][number] | undefined =>
  context.catalogue.find((one) => one.id === TYPE);

/** The month that the page shows where another is asked for: of quarters the last one that is over then. */
export function welfarePeriod(settings: Settings, period: Period): Period {
  const end = reportPeriod(settings, { quarterly: true }, period);
  return end === period ? period : addMonths(end, -3);
}

/** Months whose reports the page needs, newest first: no figure older than three months is taken for known. */
export function welfareMonths(settings: Settings, period: Period): readonly Period[] {
  return (settings.welfareMonthly === true ? [0, 1, 2, 3] : [0, 3]).map((back) => addMonths(period, -back));
}

function knownOf(row: VillageRow, own: readonly VillageMonth[]): Known {
  const reported = own.flatMap((month) => {
    const version = countedVersion(month, TYPE);
    return version ? [{ month, version }] : [];
  });
  const [newest, before] = reported;
  const ledger = newest?.month.ledger;
  return {
    row,
    period: newest?.month.period,
    version: newest?.version,
    before: before?.version,
    stock: ledger?.closing ?? ledger?.opening,
  };
}

function sum(known: readonly Known[], of: (one: Known) => number | undefined): number | undefined {
  const all = known.flatMap((one) => of(one) ?? []);
  return all.length === 0 ? undefined : all.reduce((total, one) => total + one, 0);
}

const answer =
  (question: string) =>
  (one: Known): number | undefined =>
    figureOf(one.version, question);

/** Part of the whole, over the villages of which both are known. */
function coverage(
  line: Line,
  part: (one: Known) => number | undefined,
  whole: (stock: Stock) => number,
): string {
  const both = line.all.filter((one) => one.stock !== undefined && part(one) !== undefined);
  return shareText(
    sum(both, part),
    sum(both, (one) => one.stock && whole(one.stock)),
  );
}

/** What it is more or less than in the report before, over the villages that sent both. */
function changeText(line: Line, question: string): string {
  const both = line.all.filter(
    (one) => figureOf(one.before, question) !== undefined && answer(question)(one) !== undefined,
  );
  const change = sum(both, (one) => (answer(question)(one) ?? 0) - (figureOf(one.before, question) ?? 0));
  if (change === undefined) return MISSING;
  return change > 0 ? `+${formatNumber(change)}` : formatNumber(change);
}

function noteOf({ number, all: [one], context, period }: Line): string {
  if (number === '' || one === undefined) return '';
  if (one.period === undefined) return 'belum diperbarui lebih dari 3 bulan';
  return one.period === period ? '' : `belum ada laporan ${reportMonth(context, TYPE, period)}`;
}

const households = (stock: Stock): number => stock.households;

function fieldsOf(settings?: Settings): readonly Field<Line>[] {
  const count = (header: string, question: string, group?: string): Field<Line> =>
    field(
      figure(header, header.length > 9 ? 92 : 72, { wrap: true, ...(group === undefined ? {} : { group }) }),
      (line) => orMissing(sum(line.all, answer(question))),
    );
  const share = (of: string, question: string, whole: (stock: Stock) => number, group: string): Field<Line> =>
    field(text(of, 72, { group }), (line) => coverage(line, answer(question), whole));
  const aids = (Object.keys(AIDS) as AidId[]).flatMap((aid) => {
    const group = settings ? aidName(settings, aid) : AIDS[aid];
    return [
      count(aid === 'health' ? 'jiwa' : 'KPM', aid, group),
      aid === 'health' ? share('% jiwa', aid, people, group) : share('% KK', aid, households, group),
      field<Line>(text('berubah', 72, { group }), (line) => changeText(line, aid)),
    ];
  });
  const deciles = 'KK menurut desil (DTSEN)';
  const corrections = 'Perlu dikoreksi: penerima';
  return [
    field(text('No', 56), (line) => line.number),
    field(text('Desa/Kelurahan', 170), (line) => line.name),
    field(text('Data per', 150), ({ number, all: [one], context }) =>
      number === '' || one?.period === undefined ? '' : reportMonth(context, TYPE, one.period),
    ),
    count('KK', 'poorHouseholds', 'KK miskin'),
    share('% KK', 'poorHouseholds', households, 'KK miskin'),
    count('1–2', 'decile12', deciles),
    count('3–4', 'decile34', deciles),
    count('5', 'decile5', deciles),
    ...aids,
    count('meninggal', 'recipientsDied', corrections),
    count('pindah', 'recipientsMoved', corrections),
    count('sudah mampu', 'recipientsAble', corrections),
    count('Usulan baru', 'proposals'),
    count('Kehilangan pekerjaan', 'jobsLost'),
    field(text('Ket.', 300, { wrap: true }), noteOf),
  ];
}

/** `Rekap Ekonomi`. */
export function welfarePage(): Tab {
  const empty =
    'Keadaan ekonomi dan penerima bantuan, data terakhir tiap desa/kelurahan. Terisi begitu laporan pertama diterima.';
  return monthPage(TAB.welfare, fieldsOf(), empty, { shown: false });
}

function footer(context: DrawContext, period: Period, all: readonly Known[]): string {
  const now = all.filter((one) => one.period === period).length;
  const old = all.filter((one) => one.period === undefined).map((one) => one.row.village.name);
  const said = `${reportMonth(context, TYPE, period)}: ${formatNumber(now)} dari ${formatNumber(all.length)} desa/kelurahan, menurut laporannya.`;
  return old.length === 0 ? said : `${said} Belum diperbarui lebih dari 3 bulan: ${someNames(old)}.`;
}

/** `Rekap Ekonomi`, whole; `months` = those of `welfareMonths` of all villages. */
export function drawWelfare(
  context: DrawContext,
  period: Period,
  months: readonly VillageMonth[],
): readonly Patch[] {
  if (typeOf(context) === undefined) return [];
  const wanted = welfareMonths(context.settings, period);
  const all = villageRows(context, period, months).map((row) =>
    knownOf(
      row,
      wanted.flatMap((one) =>
        months.filter((month) => month.village === row.village.code && month.period === one),
      ),
    ),
  );
  const fields = fieldsOf(context.settings);
  const line = (number: string, name: string, some: readonly Known[]): readonly Cell[] =>
    rowOfFields(fields, { number, name, all: some, context, period });
  const rows = all.map((one) => line(String(one.row.number), one.row.village.name, [one]));
  const said = footer(context, period, all);
  return drawMonthPage(
    context,
    TAB.welfare,
    period,
    said,
    fields,
    [...rows, line('', 'JUMLAH', all)],
    [['', said]],
  );
}
