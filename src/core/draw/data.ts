import type { Version, VillageMonth } from '../book';
import { isArchived } from '../closedYears';
import { countedVersion, countedVersions } from '../counted';
import { formatInstant, quarterEnd, quarterKey } from '../dates';
import { periodKey } from '../due';
import { KINDS } from '../kinds';
import type { Block, Patch, Upsert } from '../patch';
import { personalTypes } from '../persons';
import { blockOf, rowOf } from '../place';
import type { Question, ReportType } from '../report';
import { KEY_COLUMNS, STATE_LOOKS, text, type Tab, type TabColumn } from '../tabs/tab';
import type { DrawContext } from './context';
import { field, padded, rowOfFields, type Field } from './field';
import { nameOf, reportMonth } from './rows';
import { answerCell, textOf } from './values';
import { stateText } from './words';

/** A version in its month, in a table. */
interface Entry {
  readonly context: DrawContext;
  readonly month: VillageMonth;
  readonly version: Version;
}

/** What stands before the answers in every data tab. */
const HEAD: readonly Field<Entry>[] = [
  field(text('Kode', 120), ({ month }) => month.village),
  field(text('Desa/Kelurahan', 170), ({ context, month }) => nameOf(context, month.village)),
  field(text('Bulan', 120), ({ context, month, version }) =>
    reportMonth(context, version.type, month.period),
  ),
  field(text('Keadaan', 200), ({ context, month, version }) =>
    stateText(version, month.period, context.today),
  ),
  field(text('Dikirim', 230), ({ context, version }) => formatInstant(version.at, context.settings.zone)),
  field(text('Nomor laporan', 160), ({ version }) => version.number),
  field(text('Petugas pelapor', 160), ({ version }) => version.reporter),
];

function answerColumn(question: Question): TabColumn {
  const format = KINDS[question.kind]?.columnFormat ?? '@';
  const width = format === '#,##0' ? 110 : ['longText', 'lines'].includes(question.kind) ? 320 : 160;
  return { header: question.label, width, format, wrap: true };
}

function fieldsOf(type: ReportType): readonly Field<Entry>[] {
  const answers = type.questions.map((question) =>
    field<Entry>(answerColumn(question), ({ version }) => answerCell(version, question)),
  );
  return [...HEAD, ...answers];
}

const emptySentence = (type: ReportType): string =>
  `Isi laporan ${type.shortTitle} yang dihitung dalam rekap. Baris pertama muncul begitu satu laporan diterima.`;

/** The question in that column (from 1) of a monthly type's `Data …`; undefined where none stands. */
export function questionAt(type: ReportType, column: number): Question | undefined {
  return type.questions[column - 1 - HEAD.length - 1];
}

/** `Data …` of a monthly type: a row has its place by month and village. */
export function placedTab(type: ReportType): Tab {
  return {
    name: type.dataTab,
    layout: 'placed',
    shown: false,
    columns: [text('Kunci', 120, { hidden: true }), ...fieldsOf(type)],
    headerRow: 1,
    frozenRows: 1,
    frozenColumns: 3,
    rows: 200,
    looks: STATE_LOOKS,
    protection: 'owner',
    empty: emptySentence(type),
  };
}

/** `Data …` of an event type: a row a report. */
export function activityTab(type: ReportType): Tab {
  return {
    name: type.dataTab,
    layout: 'keyed',
    shown: false,
    columns: [...KEY_COLUMNS, ...fieldsOf(type)],
    headerRow: 1,
    frozenRows: 1,
    frozenColumns: 4,
    rows: 200,
    looks: STATE_LOOKS,
    protection: 'owner',
    empty: emptySentence(type),
  };
}

/** Keys that the row of that month may have: of a quarterly type by its quarter or, as the settings may say, its month. */
function keysOf({ village, period }: VillageMonth, type: ReportType): readonly string[] {
  const quarter = type.quarterly === true && quarterEnd(period) === period ? [quarterKey(period)] : [];
  return [period, ...quarter].map((named) => `${village}|${named}|${type.id}`);
}

/** The row in which a key of a placed tab of that type belongs; 0 = in none. */
export function rowOfKey({ placing, places }: DrawContext, type: ReportType, key: string): number {
  const [village = '', named = '', id] = key.split('|');
  const place = places.indexOf(village);
  const quarter = /^(\d{4})-Q([1-4])$/.exec(named);
  const period = quarter ? `${quarter[1] ?? ''}-${String(Number(quarter[2]) * 3).padStart(2, '0')}` : named;
  const isPeriod = /^\d{4}-(0[1-9]|1[0-2])$/.test(period) && period >= placing.base;
  return id === type.id && place >= 0 && isPeriod ? rowOf(placing, blockOf(placing, period), place) : 0;
}

/** The row of a monthly type at its place; empty where nothing counts, as if it had never been written. */
function placedRow(context: DrawContext, month: VillageMonth, type: ReportType): Block {
  const version = countedVersion(month, type.id);
  const fields = fieldsOf(type);
  const key = `${month.village}|${periodKey(context.settings, type, month.period)}|${type.id}`;
  const values =
    version === undefined
      ? padded([], fields.length + 1)
      : [key, ...rowOfFields(fields, { context, month, version })];
  const place = context.places.indexOf(month.village);
  if (place < 0) throw new Error(`Village ${month.village} has no place in the registry.`);
  const row = rowOf(context.placing, blockOf(context.placing, month.period), place);
  const keys = keysOf(month, type);
  return { kind: 'block', book: 'master', tab: type.dataTab, row, column: 1, values: [values], keys };
}

/** The rows of an event type that stand in no archive, each with its report's id as key, in order of their day. */
function eventRows(context: DrawContext, month: VillageMonth, type: ReportType): readonly Upsert[] {
  const fields = fieldsOf(type);
  const standing = countedVersions(month, type.id).filter(
    ({ at }) => !isArchived(context.closed, month.period, at),
  );
  return standing.map((version) => {
    const day = type.dateQuestion === undefined ? month.period : textOf(version, type.dateQuestion);
    const order = `${day}|${month.village}`;
    return {
      kind: 'upsert' as const,
      book: 'master' as const,
      tab: type.dataTab,
      key: version.id,
      order,
      values: [version.id, order, ...rowOfFields(fields, { context, month, version })],
    };
  });
}

/** `Data …` of one village's month: one placed row a monthly type, one keyed row an event that counts. */
export function drawData(context: DrawContext, month: VillageMonth): readonly Patch[] {
  return personalTypes(context.catalogue, false).flatMap<Patch>((type) =>
    type.frequency === 'monthly' ? [placedRow(context, month, type)] : eventRows(context, month, type),
  );
}
