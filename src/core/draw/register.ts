import type { VillageHead, VillageMonth } from '../book';
import { counts } from '../counted';
import { formatInstant } from '../dates';
import { isErased } from '../erase';
import { cellText } from '../escape';
import { MEMBERS } from '../members';
import type { Cell, Upsert } from '../patch';
import { personalTypes } from '../persons';
import type { WholeReport } from '../read';
import type { ReportType } from '../report';
import { TAB } from '../tabs/names';
import { KEY_COLUMNS, STATE_LOOKS, text, type Tab } from '../tabs/tab';
import type { DrawContext } from './context';
import { field, rowOfFields, type Field } from './field';
import { findingsText } from './findings';
import { entriesOf, monthText, timeOrder, type Entry } from './history';
import { nameOf } from './rows';
import { SERVICE_TAB } from './service';
import { stateText } from './words';

/** The spreadsheet `Register` among the books that patches name. */
export const REGISTER = 'register';

/** A report of a person and its number among those of its village and month that count. */
interface Line extends Entry {
  readonly place: number;
}

/** Columns about the report: all that is written again when something is decided. */
const FIELDS: readonly Field<Line>[] = [
  field(text('Nomor laporan', 160), ({ version }) => version.number),
  field(text('Desa/Kelurahan', 170), ({ context, village }) => nameOf(context, village)),
  field(text('Bulan', 120), monthText),
  field(text('Keadaan', 220), ({ period, version }) => stateText(version, period, undefined)),
  field(text('Yang ditemukan', 320, { wrap: true }), ({ context, version }) =>
    findingsText(context, version),
  ),
  field(text('Dikirim', 230), ({ context, version }) => formatInstant(version.at, context.settings.zone)),
  field(text('Petugas pelapor', 160), ({ version }) => cellText(version.reporter)),
  field(text('No', 60), ({ place }) => (place === 0 ? '' : String(place))),
];

const EMPTY = 'Data lengkap dari formulir data pribadi. Hanya untuk pemilik, Kasi, dan peninjau.';

/** Tabs of `Register`: one a personal type, one row a report, those that do not count among them. */
export function registerTabs(catalogue: readonly ReportType[]): readonly Tab[] {
  return personalTypes(catalogue).map((type) => ({
    name: type.dataTab,
    layout: 'keyed',
    shown: true,
    columns: [
      ...KEY_COLUMNS,
      ...FIELDS,
      ...(type.personal?.register ?? []).map(({ header }) => text(header, 150)),
    ],
    headerRow: 1,
    frozenRows: 1,
    frozenColumns: 4,
    rows: 200,
    looks: STATE_LOOKS,
    protection: 'owner',
    empty: EMPTY,
  }));
}

/** `Salinan Data`: all that is known of one person, for that person; filled by *Salin data satu orang*. */
const COPY_TAB: Tab = {
  name: 'Salinan Data',
  layout: 'page',
  shown: true,
  columns: [text('Isian', 220), text('Isi', 520, { wrap: true })],
  headerRow: 0,
  frozenRows: 0,
  frozenColumns: 0,
  rows: 200,
  looks: STATE_LOOKS,
  protection: 'owner',
  empty: 'Salinan data satu orang, dibuat dengan Salin data satu orang.',
};

/** All tabs of `Register`. */
export function allRegisterTabs(catalogue: readonly ReportType[]): readonly Tab[] {
  const hasMembers = catalogue.some((type) => type.id === MEMBERS);
  return [...registerTabs(catalogue), ...(hasMembers ? [SERVICE_TAB] : []), COPY_TAB];
}

export const COPY_NAME = COPY_TAB.name;

/** Whole answers by response id, as cells behind those about the report. */
export type Wholes = Readonly<Record<string, readonly Cell[]>>;

/** Cells of whole answers; undefined for other types. */
export function wholeCells({ type, whole }: WholeReport): readonly Cell[] | undefined {
  return type?.personal?.register.map(({ cell }) => cellText(cell(whole as Readonly<Record<string, never>>)));
}

function rowOf(context: DrawContext, line: Line, wholes: Wholes): readonly Upsert[] {
  const { version, village } = line;
  const type = context.catalogue.find((one) => one.id === version.type);
  if (type?.personal === undefined || isErased(version)) return [];
  const order = timeOrder(context, village, version);
  const values = [version.id, order, ...rowOfFields(FIELDS, line), ...(wholes[version.id] ?? [])];
  return [{ kind: 'upsert', book: REGISTER, tab: type.dataTab, key: version.id, order, values }];
}

/** Rows of the month's personal reports: what is known of each, whole where `wholes` has its answers. */
export function drawRegister(
  context: DrawContext,
  month: VillageMonth,
  wholes: Wholes = {},
): readonly Upsert[] {
  const places: Record<string, number> = {};
  return entriesOf(context, month).flatMap((entry) => {
    const { type } = entry.version;
    const place = counts(entry.version) ? (places[type] = (places[type] ?? 0) + 1) : 0;
    return rowOf(context, { ...entry, place }, wholes);
  });
}

/** The same for reports whose month could not be read. */
export function drawStrayRegister(
  context: DrawContext,
  head: VillageHead,
  wholes: Wholes = {},
): readonly Upsert[] {
  return head.strays.flatMap((version) =>
    rowOf(context, { context, village: head.village, period: undefined, version, place: 0 }, wholes),
  );
}

/** `Jejak` (hidden): which reports are about one person, by the sealed person. */
export function tracesTab(): Tab {
  return {
    name: TAB.traces,
    layout: 'keyed',
    shown: false,
    columns: [...KEY_COLUMNS, text('Isi', 400)],
    headerRow: 1,
    frozenRows: 1,
    frozenColumns: 0,
    rows: 200,
    looks: [],
    protection: 'owner',
    empty: 'Laporan mana yang menyangkut orang yang sama, tanpa identitasnya.',
  };
}
