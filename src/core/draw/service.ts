import type { Version, VillageMonth } from '../book';
import { countedVersions } from '../counted';
import { formatDate, formatNumber, formatPeriod } from '../dates';
import { cellText } from '../escape';
import { endOfMonth } from '../memberCounts';
import { membersAt, type Member } from '../members';
import type { Cell, Upsert } from '../patch';
import { addMonths } from '../place';
import { KEY_COLUMNS, text, type Tab } from '../tabs/tab';
import { endOfDay } from '../zones';
import type { DrawContext } from './context';
import { field, rowOfFields, type Field } from './field';
import { nameOf } from './rows';
import { figureOf, textOf } from './values';

/** Answers of an activity in which its leader may name who served. */
const NAMING = ['leader', 'description', 'partners', 'notes'] as const;
/** Shorter names are found in too many words. */
const SHORTEST = 4;

/** Words of a text in small letters, a blank around each. */
const words = (said: string): string =>
  ` ${said
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, ' ')
    .trim()} `;

/** A name as it may be written: whole, and without what stands before it (`H.`, `M.`) where two words are left. */
function spellings(name: string): readonly string[] {
  const whole = words(name);
  const rest = whole.replace(/^( \p{L}{1,2}(?= ))+/u, '');
  const all = rest !== whole && rest.trim().includes(' ') ? [whole, rest] : [whole];
  return all.filter((one) => one.trim().length >= SHORTEST);
}

/** Members whose names stand in a text; a name that several bear says nothing. */
export function namedIn<T extends { readonly name: string }>(
  said: string,
  members: readonly T[],
): readonly T[] {
  const told = words(said);
  return members.filter((one) => {
    const own = spellings(one.name);
    const isShared = members.some((other) => other !== one && words(other.name) === words(one.name));
    return !isShared && own.some((spelling) => told.includes(spelling));
  });
}

/** A member with the name that `Register` has. */
export interface NamedMember extends Member {
  readonly name: string;
}

interface Service {
  readonly context: DrawContext;
  readonly month: VillageMonth;
  readonly activity: Version;
  readonly member: NamedMember;
}

const MEMBER_NUMBER = 'Nomor laporan anggota';

const FIELDS: readonly Field<Service>[] = [
  field(text('Bulan', 120), ({ month }) => formatPeriod(month.period)),
  field(text('Tanggal', 130), ({ activity }) => formatDate(textOf(activity, 'date'))),
  field(text('Desa/Kelurahan', 170), ({ context, month }) => nameOf(context, month.village)),
  field(text('Kegiatan', 200), ({ activity }) => textOf(activity, 'kind')),
  field(text('Berapa kali', 90), ({ activity }) => formatNumber(figureOf(activity, 'times') ?? 1)),
  field(text('Nomor laporan kegiatan', 170), ({ activity }) => activity.number),
  field(text('Nama anggota', 200), ({ member }) => cellText(member.name)),
  field(text('Jabatan', 120), ({ member }) => member.position),
  field(text('Regu', 220), ({ member }) => member.squad),
  field(text(MEMBER_NUMBER, 170), ({ member }) => member.number),
];

const column = (header: string): number =>
  KEY_COLUMNS.length + FIELDS.findIndex((one) => one.header === header);
/** Columns (from 0) of a row: its month as people read it, and the report by which its member is known. */
export const SERVICE_MONTH = column('Bulan');
export const SERVICE_MEMBER = column(MEMBER_NUMBER);

/** `Bertugas` in `Register`: which member served in which activity, as far as the activity's report names him. */
export const SERVICE_TAB: Tab = {
  name: 'Bertugas',
  layout: 'keyed',
  shown: true,
  columns: [...KEY_COLUMNS, ...FIELDS],
  headerRow: 1,
  frozenRows: 1,
  frozenColumns: 0,
  rows: 200,
  looks: [],
  protection: 'owner',
  empty: 'Anggota yang disebut namanya dalam Laporan Kegiatan (Danru, uraian, catatan). Diisi setiap malam.',
};

/** Rows of a month; the month carries its village's roster, `names` are by the number of a member's report. */
export function drawService(
  context: DrawContext,
  month: VillageMonth,
  names: Readonly<Record<string, string>>,
  book: string,
): readonly Upsert[] {
  const { roster = {} } = month;
  return countedVersions(month, 'activities').flatMap((activity) => {
    const date = textOf(activity, 'date');
    const { zone } = context.settings;
    // Also those who were registered only afterwards: a list is filled later than it is lived.
    const until = endOfMonth(addMonths(month.period, 1), zone);
    const all = [...membersAt(roster, until), ...membersAt(roster, endOfDay(date, zone))];
    const active = [...new Map(all.map((one) => [one.key, one])).values()].flatMap((member) => {
      const { [member.number]: name = '' } = names;
      return name === '' ? [] : [{ ...member, name }];
    });
    const said = NAMING.map((question) => textOf(activity, question)).join(' / ');
    return namedIn(said, active).map((member): Upsert => {
      const key = `${activity.id}|${member.key}`;
      const order = `${date}|${month.village}|${activity.number}|${member.number}`;
      const values: readonly Cell[] = [
        key,
        order,
        ...rowOfFields(FIELDS, { context, month, activity, member }),
      ];
      return { kind: 'upsert', book, tab: SERVICE_TAB.name, key, order, values };
    });
  });
}
