import { LocalWorkspace } from '../../local/host/workspace';
import { settingsTab } from '../../src/core/settingsTabs';
import type { ReportTypeId } from '../../src/core/report';
import { switchedOn } from '../../src/reports/index';
import { profileOf } from '../../src/reports/profiles';
import type { Cast } from '../sample/cast';
import {
  createMaster,
  headerOf,
  listedVillages,
  pasteRows,
  typeSetting,
  typeSettings,
  type Master,
} from '../sample/install';
import { clickThrough } from '../sample/setUp';
import { grid, header, tab, type as typeInto } from '../sample/sheet';
import { DIST, Story } from '../support/story';
import { KASI, OWNER } from '../support/threeVillages';
import { dayIn, monthText, typedDate } from './calendar';
import { yearTruth, type Stock, type YearOptions, type YearTruth } from './truth';

export interface OfficeOptions extends YearOptions {
  readonly profile: 'kudapanmas' | 'sinar-linmas';
  readonly subdistrict: string;
  /** Left out = all that there are. */
  readonly villages?: number;
}

/** An office as it stands before its first month is reported. */
export interface Office {
  readonly story: Story;
  readonly year: YearTruth;
  readonly options: OfficeOptions;
}

export const operatorOf = (place: number): string => `operator.${String(place + 1)}@contoh.id`;

/** Leaves only the villages that are played on the office's list: a kelurahan if there is one, and desa. */
async function keepVillages(workspace: LocalWorkspace, master: Master, count: number): Promise<void> {
  const at = tab(workspace, master.fileId, settingsTab('villages').name);
  const head = header(at, [headerOf('villages', 'code')]);
  const lines = grid(at).slice(head.row);
  const code = (head.columns[headerOf('villages', 'code')] ?? 1) - 1;
  const isTown = (line: readonly string[]): boolean => line[code]?.split('.')[3]?.startsWith('1') === true;
  const towns = lines.filter(isTown).slice(0, count > 1 ? 1 : 0);
  const others = lines.filter((line) => line[code] !== '' && !isTown(line)).slice(0, count - towns.length);
  const kept = [...towns, ...others];
  const width = Math.max(...lines.map((line) => line.length));
  const padded = lines.map((_line, row) =>
    Array.from({ length: width }, (_cell, column) => kept[row]?.[column] ?? ''),
  );
  await typeInto(workspace, at, { row: head.row + 1, column: 1 }, padded, OWNER);
}

/** What the office's settings say of the villages' people. */
const stockText = ({
  people,
  households,
}: Stock): {
  male: number;
  female: number;
  foreigners: { male: number; female: number };
  households: number;
} => ({
  male: people[2],
  female: people[3],
  foreigners: { male: people[0], female: people[1] },
  households,
});

function castOf(year: YearTruth): Cast {
  return {
    owner: OWNER,
    kasi: { name: 'Contoh Kasi', email: KASI, whatsapp: '081200000000' },
    periods: [...year.periods],
    villages: year.villages.map((village, place) => ({
      code: village.code,
      name: village.name,
      kind: village.kind,
      operator: {
        name: `Operator ${village.name}`,
        email: operatorOf(place),
        whatsapp: `0812999900${String(place + 1).padStart(2, '0')}`,
      },
      truth: { code: village.code, opening: stockText(village.opening), months: [] },
    })),
  };
}

async function typeLists(workspace: LocalWorkspace, master: Master, year: YearTruth): Promise<void> {
  const paste = (id: Parameters<typeof pasteRows>[2], columns: string[], rows: string[][]): Promise<void> =>
    pasteRows(workspace, master, id, columns, rows, OWNER);
  await paste(
    'holidays',
    ['date', 'name'],
    year.holidays.map((day) => [typedDate(day), 'Libur contoh']),
  );
  const lines = Object.entries(year.mandatory).flatMap(([period, kinds]) =>
    Object.entries(kinds)
      .filter(([kind]) => kind !== 'Siskamling/ronda')
      .map(([kind, minimum]) => [kind, String(minimum), monthText(period)]),
  );
  await paste('mandatory', ['kind', 'minimum', 'period'], lines);
  await paste(
    'neighbourhoods',
    ['village', 'rt'],
    year.villages.map((village) => [village.code, `1-${String(village.months[0]?.units.length ?? 1)}`]),
  );
  await typeSetting(workspace, master, 'sharedRecap', 'Ya', OWNER);
}

/** All reports of the programme, those about persons among them, which an office switches on by itself. */
export function allTypes(profile: string): readonly ReportTypeId[] {
  const { reportTypes, optional } = profileOf(profile);
  return [...reportTypes, ...optional];
}

/** Sets a sub-district up on the first day of its first month, as its owner does, by the menu. */
export async function openOffice(options: OfficeOptions): Promise<Office> {
  const workspace = LocalWorkspace.open({
    now: `${dayIn(options.firstPeriod, 1)}T08:00:00+08:00`,
    zone: 'Asia/Makassar',
    people: { owner: OWNER, others: [KASI] },
  });
  const master = createMaster(workspace, DIST, OWNER, 'Lembar baru');
  await clickThrough(workspace, master, 'prepare', OWNER, undefined, options);
  if (options.villages !== undefined) await keepVillages(workspace, master, options.villages);
  const year = yearTruth(options, listedVillages(workspace, master));
  const people = castOf(year);
  workspace.people.others.push(...people.villages.map((one) => one.operator.email));
  await typeSettings(workspace, master, people);
  await typeLists(workspace, master, year);
  const titles = switchedOn(allTypes(options.profile)).map((type) => type.shortTitle);
  await typeSetting(workspace, master, 'reportTypes', titles.join(', '), OWNER);
  await clickThrough(workspace, master, 'install', OWNER);
  return { story: new Story(workspace, master), year, options };
}
