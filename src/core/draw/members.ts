import type { VillageMonth } from '../book';
import { countedVersion } from '../counted';
import { formatNumber } from '../dates';
import { LISTS } from '../aids';
import { MISSING } from '../looks';
import { endOfMonth } from '../memberCounts';
import { bySex, membersAt, MEMBERS, MEMBERS_WANTED, type Member, type Roster } from '../members';
import type { Cell, Patch } from '../patch';
import type { Period, Settings } from '../settings';
import { TAB } from '../tabs/names';
import { figure, text, type Tab } from '../tabs/tab';
import type { DrawContext } from './context';
import { field, rowOfFields, type Field } from './field';
import { shareText } from './linmas';
import { drawMonthPage, monthPage } from './monthPage';
import { villageRows } from './rows';
import { figureOf } from './values';

/** A village's members at the end of a month. */
interface Known {
  readonly number: number;
  readonly name: string;
  /** Undefined = it has told of none yet. */
  readonly members: readonly Member[] | undefined;
  /** Active members by its readiness report of the month. */
  readonly reported: number | undefined;
}

interface Line {
  readonly number: string;
  readonly name: string;
  readonly all: readonly Known[];
}

const told = ({ all }: Line): readonly Member[] | undefined => {
  const known = all.flatMap((one) => (one.members === undefined ? [] : [one.members]));
  return known.length === 0 ? undefined : known.flat();
};

function count(line: Line, of: (member: Member) => boolean): Cell {
  return told(line)?.filter(of).length ?? MISSING;
}

function share(line: Line, of: (member: Member) => boolean): string {
  const members = told(line);
  return shareText(members?.filter(of).length, members?.length);
}

/** Places that are open where a village has fewer than it should. */
function vacancies({ all }: Line): Cell {
  const open = all.flatMap(({ members }) =>
    members === undefined ? [] : [Math.max(0, MEMBERS_WANTED - members.length)],
  );
  return open.length === 0 ? MISSING : open.reduce((sum, one) => sum + one, 0);
}

function reported({ all }: Line): Cell {
  const known = all.flatMap((one) => one.reported ?? []);
  return known.length === 0 ? MISSING : known.reduce((sum, one) => sum + one, 0);
}

function noteOf({ number, all: [one] }: Line): string {
  if (number === '' || one === undefined) return '';
  const { members, reported: said } = one;
  if (members === undefined) return 'belum ada data anggota';
  const differs = said !== undefined && said !== members.length;
  const nowhere = members.filter(({ squad }) => squad === '').length;
  return [
    differs ? `Rekap Linmas menulis ${formatNumber(said)} anggota aktif` : '',
    nowhere === 0 ? '' : `${formatNumber(nowhere)} anggota tanpa regu (datanya sudah dihapus)`,
  ]
    .filter((part) => part !== '')
    .join('; ');
}

const OTHERS = 'Regu lain';
/** Squads with columns of their own; any more stand together under `OTHERS`. */
const SQUADS_SHOWN = 8;

/** Squads in their order, then all others, who bear one: of a removed member none is known; empty columns where there are fewer than the tab has room for. */
function squadFields(all: readonly string[]): readonly Field<Line>[] {
  const squads = all.slice(0, SQUADS_SHOWN);
  const names = Array.from({ length: SQUADS_SHOWN + 1 }, (_name, at) => [...squads, OTHERS][at] ?? '');
  return names.flatMap((squad) => {
    if (squad === '') return [field<Line>(text('', 60), () => ''), field<Line>(text('', 60), () => '')];
    const isIn = (one: Member): boolean =>
      squad === OTHERS ? one.squad !== '' && !squads.includes(one.squad) : one.squad === squad;
    const more = { group: squad, wrap: true } as const;
    return [
      field<Line>(figure('L', 60, more), (line) => count(line, (one) => isIn(one) && !one.female)),
      field<Line>(figure('P', 60, more), (line) => count(line, (one) => isIn(one) && one.female === true)),
    ];
  });
}

function fieldsOf(squads: readonly string[]): readonly Field<Line>[] {
  const member = { group: 'Anggota aktif', wrap: true } as const;
  return [
    field(text('No', 56), (line) => line.number),
    field(text('Desa/Kelurahan', 170), (line) => line.name),
    field(figure('L', 52, member), (line) => count(line, (one) => !one.female)),
    field(figure('P', 52, member), (line) => count(line, (one) => one.female === true)),
    field(figure('L + P', 60, member), (line) => count(line, () => true)),
    field(figure('Kurang dari 10', 76, { wrap: true }), vacancies),
    field(text('Punya KTA', 76, { wrap: true }), (line) => share(line, (one) => one.card === true)),
    field(text('SIM Linmas', 76, { wrap: true }), (line) => share(line, (one) => one.registered === true)),
    field(text('Pernah dilatih', 76, { wrap: true }), (line) => share(line, (one) => one.trained === true)),
    field(figure('Menurut Rekap Linmas', 84, { wrap: true }), reported),
    field(text('Ket.', 280, { wrap: true }), noteOf),
    ...squadFields(squads),
  ];
}

const squadsOf = (settings: Settings): readonly string[] => settings.lists?.squads ?? LISTS.squads;

/** `Rekap Anggota`: members by village, squad and sex, out of the reports about each. */
export function membersPage(): Tab {
  const empty =
    'Anggota Linmas menurut Data Anggota, keadaan akhir bulan. Terisi begitu laporan pertama diterima.';
  return monthPage(TAB.members, fieldsOf(LISTS.squads), empty, { shown: false });
}

/** `Rekap Anggota` of one month, whole; the months carry their villages' rosters. */
export function drawMembers(
  context: DrawContext,
  period: Period,
  months: readonly VillageMonth[],
): readonly Patch[] {
  if (!context.catalogue.some((type) => type.id === MEMBERS)) return [];
  const { settings } = context;
  const until = Math.min(endOfMonth(period, settings.zone), context.now);
  const known = villageRows(context, period, months).map(({ number, village, month }): Known => {
    const roster = month?.roster ?? {};
    const version = countedVersion(month, 'readiness');
    const [male, female] = [figureOf(version, 'activeMale'), figureOf(version, 'activeFemale')];
    return {
      number,
      name: village.name,
      members: (roster.members ?? []).some((one) => one.at <= until) ? membersAt(roster, until) : undefined,
      reported: male === undefined || female === undefined ? undefined : male + female,
    };
  });
  const fields = fieldsOf(squadsOf(settings));
  const rows = known.map((one) =>
    rowOfFields(fields, { number: String(one.number), name: one.name, all: [one] }),
  );
  const sum = rowOfFields(fields, { number: '', name: 'JUMLAH', all: known });
  const have = known.filter((one) => one.members !== undefined).length;
  const said =
    `Menurut Data Anggota Satlinmas, keadaan akhir bulan: ${formatNumber(have)} dari ${formatNumber(known.length)} ` +
    'desa/kelurahan. Bukan pengganti SIM Linmas.';
  return drawMonthPage(context, TAB.members, period, said, fields, [...rows, sum], [['', said]]);
}

/** A line of the village's page: its members now. */
export function membersLine(context: DrawContext, roster: Roster): string | undefined {
  if (!context.catalogue.some((type) => type.id === MEMBERS) || (roster.members ?? []).length === 0)
    return undefined;
  const members = membersAt(roster, context.now);
  const [male, female] = bySex(members);
  const lacking = MEMBERS_WANTED - members.length;
  const open = lacking > 0 ? `, kurang ${formatNumber(lacking)} dari ${formatNumber(MEMBERS_WANTED)}` : '';
  const all = formatNumber(members.length);
  return `Anggota Linmas menurut Data Anggota: ${all} aktif (${formatNumber(male)} L, ${formatNumber(female)} P)${open}`;
}
