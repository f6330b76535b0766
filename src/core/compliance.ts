import type { Version, VillageMonth } from './book';
import { countedVersion, versionsOf } from './counted';
import { daysBetween, periodOf } from './dates';
import { dueDate, isTrialMonth, owesReport, villageOf } from './due';
import type { Tone } from './looks';
import type { ReportType, ReportTypeId } from './report';
import type { LocalDate, Period, Settings, VillageCode } from './settings';
import { localDate } from './zones';

/** How a report that is owed stands, from best to worst. */
export type ComplianceWord = 'onTime' | 'notDue' | 'late' | 'held' | 'toCorrect' | 'missing';

/** From best to worst; a village's whole is the worst of its types. */
export const COMPLIANCE_ORDER: readonly ComplianceWord[] = [
  'onTime',
  'notDue',
  'late',
  'held',
  'toCorrect',
  'missing',
];

export const COMPLIANCE_WORDS: Readonly<
  Record<ComplianceWord, { readonly words: string; readonly tone: Tone }>
> = {
  onTime: { words: 'Tepat Waktu', tone: 'good' },
  notDue: { words: 'Belum Tenggat', tone: 'open' },
  late: { words: 'Terlambat', tone: 'late' },
  held: { words: 'Ditahan', tone: 'waiting' },
  toCorrect: { words: 'Perlu Perbaikan', tone: 'wrong' },
  missing: { words: 'Belum Lapor', tone: 'wrong' },
};

/** One owed report of a village. */
export interface Compliance {
  readonly type: ReportTypeId;
  readonly word: ComplianceWord;
  /** Calendar days after the due day: of the first accepted version, or until today while nothing is accepted. */
  readonly daysLate: number;
  /** The version that stands in the figures. */
  readonly counted: Version | undefined;
  /** The version that the word speaks of: the counted one, else the newest. */
  readonly version: Version | undefined;
  /** Sent inside its own month, which is not over. */
  readonly interim: boolean;
  /** A newer version waits beside the counted one (*ada perbaikan yang belum sah*). */
  readonly pending: boolean;
}

/** Sent inside its own month while that month is not over: final by itself on the 1st. */
export function isInterim(version: Version, period: Period, today: LocalDate): boolean {
  return version.marks.includes('interim') && periodOf(today) === period;
}

/** The newest version that says something: neither a double, nor a rejected one, nor one that names another month now. */
export function speakingVersion(month: VillageMonth | undefined, type: ReportTypeId): Version | undefined {
  const all = versionsOf(month, type).filter(
    (one) => one.state !== 'duplicate' && one.state !== 'rejected' && one.replaced === undefined,
  );
  return all[all.length - 1];
}

/** First version that reached Diterima by its own content, a rejected one left out: punctuality looks at its time. */
function firstQualified(month: VillageMonth | undefined, type: ReportTypeId): Version | undefined {
  return versionsOf(month, type).find((version) => version.qualified);
}

function late(settings: Settings, period: Period, day: LocalDate): number {
  if (isTrialMonth(settings, period)) return 0;
  return Math.max(0, daysBetween(dueDate(settings, period), day));
}

/** How a monthly report that the village owes stands on that day. */
export function complianceOf(
  settings: Settings,
  today: LocalDate,
  period: Period,
  month: VillageMonth | undefined,
  type: ReportTypeId,
): Compliance {
  const counted = countedVersion(month, type);
  const newest = speakingVersion(month, type);
  if (counted !== undefined) {
    const first = firstQualified(month, type) ?? counted;
    const daysLate = late(settings, period, localDate(first.at, settings.zone));
    const word = daysLate > 0 ? 'late' : 'onTime';
    const pending = newest !== undefined && newest.id !== counted.id;
    const interim = isInterim(counted, period, today);
    return { type, word, daysLate, counted, version: counted, interim, pending };
  }
  const daysLate = late(settings, period, today);
  const word =
    newest !== undefined
      ? newest.state === 'toCorrect'
        ? 'toCorrect'
        : 'held'
      : daysLate > 0
        ? 'missing'
        : 'notDue';
  return { type, word, daysLate, counted, version: newest, interim: false, pending: false };
}

/** All that a village owes for a month, in the catalogue's order; none where it does not exist then. */
export function owedReports(
  settings: Settings,
  catalogue: readonly ReportType[],
  today: LocalDate,
  village: VillageCode,
  period: Period,
  month: VillageMonth | undefined,
): readonly Compliance[] {
  const found = villageOf(settings, village);
  if (found === undefined) return [];
  return catalogue
    .filter((type) => type.frequency === 'monthly' && owesReport(settings, found, type, period))
    .map((type) => complianceOf(settings, today, period, month, type.id));
}

/** `Terlambat 3 hari`, `Belum Lapor, lewat 3 hari`: the word with its days. */
export function complianceText(one: Compliance): string {
  const { words } = COMPLIANCE_WORDS[one.word];
  const days = String(one.daysLate);
  const said =
    one.word === 'late'
      ? `${words} ${days} hari`
      : one.word === 'missing' && one.daysLate > 0
        ? `${words}, lewat ${days} hari`
        : words;
  const marks = [one.interim ? 'sementara' : '', one.pending ? 'ada perbaikan yang belum sah' : ''];
  const told = marks.filter((mark) => mark !== '').join(', ');
  return told === '' ? said : `${said} (${told})`;
}

/** The worst of several; undefined of none. */
export function worstOf(reports: readonly Compliance[]): Compliance | undefined {
  const rank = (one: Compliance): number => COMPLIANCE_ORDER.indexOf(one.word);
  return reports.reduce<Compliance | undefined>((worst, one) => {
    if (worst === undefined || rank(one) > rank(worst)) return one;
    return rank(one) === rank(worst) && one.daysLate > worst.daysLate ? one : worst;
  }, undefined);
}

/** Counts for *kelengkapan* and *ketepatan waktu*. */
export interface Completeness {
  readonly owed: number;
  readonly accepted: number;
  readonly onTime: number;
}

/** Of these reports: how many are owed, accepted, accepted on time. */
export function completenessOf(reports: readonly Compliance[]): Completeness {
  return {
    owed: reports.length,
    accepted: reports.filter((one) => one.counted !== undefined).length,
    onTime: reports.filter((one) => one.word === 'onTime').length,
  };
}
