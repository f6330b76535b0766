import type { Version, VillageMonth } from '../book';
import { countedVersion, countedVersions } from '../counted';
import { people } from '../population';
import type { Period, Settings } from '../settings';
import { minutesBetween } from '../timeOfDay';
import type { VillageRow } from './rows';
import { figureOf, textOf } from './values';

/** Choice of *Pelaksana* that is no Linmas activity: only Linmas' own and joint ones stand in Linmas figures. */
const BY_NEIGHBOURHOOD = 'RT';
/** Choice of *Foto* without a photo. */
const NO_PHOTO = 'Tidak ada';
/** Choice of *Ada kegiatan bulan ini?* for none. */
const NIL = 'Nihil';

/** One kind of the mandatory programme in a month. */
export interface MandatoryFigure {
  readonly kind: string;
  readonly done: number;
  readonly minimum: number;
}

/** Linmas strength by the counted readiness report. */
export interface Strength {
  readonly male: number;
  readonly female: number;
  readonly registered: number;
  readonly withCard: number;
  readonly trained: number;
  readonly posts: number;
  readonly activePosts: number;
}

/** What a village's month says of its Linmas. */
export interface LinmasFigures {
  readonly row: VillageRow;
  /** Times by kind of activity. */
  readonly byKind: Readonly<Record<string, number>>;
  /** Times of all kinds. */
  readonly activities: number;
  /** Personnel × hours × times of those with both hours; the same by kind of activity. */
  readonly personHours: number;
  readonly hoursByKind: Readonly<Record<string, number>>;
  /** Times whose hours are not known: not in `personHours`. */
  readonly untimed: number;
  /** Reports of activities, and how many of them have a photo. */
  readonly reports: number;
  readonly withPhoto: number;
  /** Times of activities that neighbourhoods did by themselves; in no other figure here. */
  readonly byNeighbourhoods: number;
  readonly mandatory: readonly MandatoryFigure[];
  readonly nil: boolean;
  /** Activities that the village says it has not sent one by one. */
  readonly unsent: number;
  readonly strength: Strength | undefined;
  /** Jiwa at the end of the month. */
  readonly people: number | undefined;
}

/** The village has told anything of its Linmas: only then is none a 0. */
export function hasTold(figures: LinmasFigures): boolean {
  return figures.activities > 0 || figures.strength !== undefined;
}

/** The minimum of each kind in that month; a line for the month itself goes before the line for every month. */
export function mandatoryOf(
  settings: Settings,
  period: Period,
): readonly { kind: string; minimum: number }[] {
  const minimum: Record<string, number> = {};
  for (const line of settings.mandatory) if (line.period === undefined) minimum[line.kind] = line.minimum;
  for (const line of settings.mandatory) if (line.period === period) minimum[line.kind] = line.minimum;
  return Object.keys(minimum)
    .map((kind) => ({ kind, minimum: minimum[kind] ?? 0 }))
    .filter((line) => line.minimum > 0);
}

/** How often: empty means once. */
function timesOf(version: Version): number {
  return figureOf(version, 'times') ?? 1;
}

function personHoursOf(version: Version): number | undefined {
  const minutes = minutesBetween(textOf(version, 'startTime'), textOf(version, 'endTime'));
  if (minutes === undefined) return undefined;
  return ((figureOf(version, 'personnel') ?? 0) * minutes * timesOf(version)) / 60;
}

function strengthOf(version: Version | undefined): Strength | undefined {
  if (version === undefined) return undefined;
  const of = (question: string): number => figureOf(version, question) ?? 0;
  return {
    male: of('activeMale'),
    female: of('activeFemale'),
    registered: of('registeredSim'),
    withCard: of('withCard'),
    trained: of('trained'),
    posts: of('posts'),
    activePosts: of('activePosts'),
  };
}

const sum = (versions: readonly Version[], of: (version: Version) => number): number =>
  versions.reduce((total, version) => total + of(version), 0);

function sumByKind(
  versions: readonly Version[],
  of: (version: Version) => number,
): Readonly<Record<string, number>> {
  const byKind: Record<string, number> = {};
  for (const version of versions) {
    const kind = textOf(version, 'kind');
    byKind[kind] = (byKind[kind] ?? 0) + of(version);
  }
  return byKind;
}

/** The Linmas figures of one village's month. */
export function linmasFigures(settings: Settings, period: Period, row: VillageRow): LinmasFigures {
  const all = countedVersions(row.month, 'activities');
  const own = all.filter((version) => textOf(version, 'performedBy') !== BY_NEIGHBOURHOOD);
  const readiness = countedVersion(row.month, 'readiness');
  const closing = row.month?.ledger?.closing;
  const byKind = sumByKind(own, timesOf);
  const hours = (version: Version): number => personHoursOf(version) ?? 0;
  return {
    row,
    byKind,
    activities: sum(own, timesOf),
    personHours: sum(own, hours),
    hoursByKind: sumByKind(own, hours),
    untimed: sum(own, (version) => (personHoursOf(version) === undefined ? timesOf(version) : 0)),
    reports: own.length,
    withPhoto: own.filter((version) => !['', NO_PHOTO].includes(textOf(version, 'photo'))).length,
    byNeighbourhoods: sum(all, timesOf) - sum(own, timesOf),
    mandatory: mandatoryOf(settings, period).map((line) => ({ ...line, done: byKind[line.kind] ?? 0 })),
    nil: textOf(readiness, 'anyActivity') === NIL,
    unsent: figureOf(readiness, 'unsentActivities') ?? 0,
    strength: strengthOf(readiness),
    people: closing === undefined ? undefined : people(closing),
  };
}

/** A month's mandatory programme as a village reads it, of its own month alone. */
export function mandatoryFigures(
  settings: Settings,
  period: Period,
  month: VillageMonth | undefined,
): readonly MandatoryFigure[] {
  const own = countedVersions(month, 'activities').filter(
    (version) => textOf(version, 'performedBy') !== BY_NEIGHBOURHOOD,
  );
  const byKind = sumByKind(own, timesOf);
  return mandatoryOf(settings, period).map((line) => ({ ...line, done: byKind[line.kind] ?? 0 }));
}
