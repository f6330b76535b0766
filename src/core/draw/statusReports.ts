import type { Version, VillageHead, VillageMonth } from '../book';
import type { Compliance } from '../compliance';
import { countedVersions, versionsOf } from '../counted';
import { formatInstant, formatNumber, formatPeriod } from '../dates';
import { collectedPeriod, dueDate, trialCovers } from '../due';
import { cut } from '../escape';
import { toned } from '../looks';
import { QUESTIONS } from '../office';
import { correctionLink, latestVersion, reportLink } from '../prefill';
import type { ReportType } from '../report';
import type { Period, VillageCode } from '../settings';
import { MARKS, STATES } from '../states';
import type { DrawContext } from './context';
import { findingText, meantMonth, sortedFindings, stateWords } from './findings';
import { line, type Line } from './page';
import { reportMonth } from './rows';
import { figureOf } from './values';
import { marksOn } from './words';

/** Findings shown for one report; more are counted. */
const FINDINGS_SHOWN = 6;
/** Accepted reports of single happenings that are named because something about them may be wrong. */
const DOUBTED_SHOWN = 3;
/** Accepted reports of single happenings that can be corrected from the page itself. */
const CORRECTABLE_SHOWN = 2;
/** Longest finding on a phone page. */
const LONGEST_FINDING = 600;

/** A month on a village's page. */
export interface PageMonth {
  readonly context: DrawContext;
  readonly village: VillageCode;
  readonly period: Period;
  readonly month: VillageMonth | undefined;
  /** All loaded months of the village: stocks are brought along from the newest. */
  readonly months: readonly VillageMonth[];
  /** The month takes reports now. */
  readonly open: boolean;
}

/** Findings of a version as lines, those that only inform left out. */
function findingLines(context: DrawContext, version: Version): readonly Line[] {
  const found = sortedFindings(version.findings).filter((finding) => finding.severity !== 'information');
  const lines = found
    .slice(0, FINDINGS_SHOWN)
    .map((finding) => line(`– ${cut(findingText(context, version, finding), LONGEST_FINDING)}`));
  const more = found.length - FINDINGS_SHOWN;
  return more > 0 ? [...lines, line(`– dan ${formatNumber(more)} hal lain.`)] : lines;
}

/** What the office wrote with its decision. */
function reasonLine({ decision }: Version): readonly Line[] {
  const reason = decision?.reason ?? '';
  return reason === '' ? [] : [line(`Catatan kecamatan: ${cut(reason, LONGEST_FINDING)}`)];
}

const named = ({ context, period }: PageMonth, one: Compliance): string =>
  reportMonth(context, one.type, period, 'short');

function correctLine(entry: PageMonth, version: Version, words: string): readonly Line[] {
  if (!entry.open) return [];
  const link = correctionLink(entry.context, entry.village, version, entry.period);
  return link === '' ? [] : [line(words, link)];
}

/** A monthly report on the page: where it stands, what was found, and the one link that helps. */
export function reportLines(entry: PageMonth, one: Compliance): readonly Line[] {
  const title = entry.context.catalogue.find((type) => type.id === one.type)?.shortTitle ?? one.type;
  const version = one.version;
  if (version === undefined) return missingLines(entry, one, title);
  if (one.counted !== undefined) return acceptedLines(entry, one, one.counted, title);
  const { context } = entry;
  const { tone, label } = STATES[version.state];
  return [
    line(toned(tone, `${title}: ${label.toLowerCase()}`)),
    line(stateWords(version)),
    ...reasonLine(version),
    ...(version.state === 'toCorrect'
      ? [
          ...findingLines(context, version),
          ...correctLine(entry, version, `Perbaiki ${title} ${named(entry, one)} (sudah terisi)`),
        ]
      : []),
    ...meantLine(entry, version, title),
  ];
}

/** The report once more with the month that was probably meant. */
function meantLine({ context, village }: PageMonth, version: Version, title: string): readonly Line[] {
  const meant = meantMonth(version);
  if (meant === undefined) return [];
  const link = correctionLink(context, village, version, meant);
  return link === '' ? [] : [line(`Kirim ulang ${title} untuk ${formatPeriod(meant)} (sudah terisi)`, link)];
}

function missingLines(entry: PageMonth, one: Compliance, title: string): readonly Line[] {
  const { context, village, period, months, open } = entry;
  const due = dueDate(context.settings, period);
  const words = context.today > due ? `${title}: belum, tenggatnya sudah lewat` : `${title}: belum`;
  const link = open
    ? reportLink(context, village, one.type, period, latestVersion(months, one.type), entry.month)
    : '';
  return [
    line(toned(context.today > due ? 'wrong' : 'open', words)),
    ...rejectedLines(entry, one),
    ...(link === '' ? [] : [line(`Isi ${title} ${named(entry, one)}`, link)]),
  ];
}

/** The reason why the last one was not used, where nothing came after it. */
function rejectedLines(entry: PageMonth, one: Compliance): readonly Line[] {
  const all = versionsOf(entry.month, one.type);
  const last = all[all.length - 1];
  if (last?.state !== 'rejected') return [];
  const reason = cut(last.decision?.reason ?? '', LONGEST_FINDING);
  return [line(`Laporan nomor ${last.number} tidak dipakai${reason === '' ? '.' : `: ${reason}`}`)];
}

function acceptedLines(entry: PageMonth, one: Compliance, counted: Version, title: string): readonly Line[] {
  const { context, period } = entry;
  const when = formatInstant(counted.at, context.settings.zone);
  const punctual = one.word === 'late' ? `terlambat ${formatNumber(one.daysLate)} hari` : 'tepat waktu';
  const approved = counted.state === 'approved' ? ', disetujui' : '';
  const marks = marksOn(counted, period, context.today).filter((mark) => mark !== 'addressNotVerified');
  return [
    line(toned('good', `${title}: diterima ${when} (${punctual}${approved})`)),
    ...marks.map((mark) => line(MARKS[mark].operator)),
    ...findingLines(context, counted),
    ...(one.pending ? pendingLines(entry, counted) : []),
    ...(approved === '' && !one.pending
      ? correctLine(entry, counted, `Perbaiki ${title} ${named(entry, one)} (sudah terisi)`)
      : []),
  ];
}

/** What was sent after the counted version and does not stand in the figures. */
function pendingLines(entry: PageMonth, counted: Version): readonly Line[] {
  const all = versionsOf(entry.month, counted.type === '' ? 'population' : counted.type);
  const newest = all[all.length - 1];
  if (newest === undefined || newest.id === counted.id) return [];
  const { tone, label } = STATES[newest.state];
  return [
    line(toned(tone, `Perbaikannya: ${label.toLowerCase()}`)),
    line(`${stateWords(newest)} Sementara itu laporan di atas tetap dihitung.`),
    ...(newest.state === 'toCorrect'
      ? [
          ...findingLines(entry.context, newest),
          ...correctLine(entry, newest, 'Perbaiki lagi (sudah terisi)'),
        ]
      : []),
  ];
}

/**
 * Reports of single happenings: how many came, what is wrong with any, and the link for one more; `onlyTold` = of those
 * of which one came.
 */
export function eventLines(entry: PageMonth, onlyTold = false): readonly Line[] {
  return entry.context.catalogue
    .filter((type) => type.frequency === 'event' && type.id !== QUESTIONS && isAwaited(entry, type))
    .filter((type) => !onlyTold || versionsOf(entry.month, type.id).length > 0)
    .flatMap((type) => oneEventType(entry, type));
}

/** *Uji kirim* is of the days before the first report only. */
const isAwaited = ({ context: { settings, today } }: PageMonth, type: ReportType): boolean =>
  type.anytime !== true || collectedPeriod(settings, today) < settings.goLive || trialCovers(settings, today);

/** `3 laporan`; of what is done several times a report also how often. */
function countWords(type: ReportType, counted: readonly Version[]): string {
  const said = `${formatNumber(counted.length)} laporan`;
  if (!type.questions.some((question) => question.id === 'times')) return said;
  const times = counted.reduce((sum, version) => sum + (figureOf(version, 'times') ?? 1), 0);
  return `${said}, ${formatNumber(times)} kali`;
}

/** The newest ones that count and about which nothing was found: where one is wrong all the same. */
function correctableLines(entry: PageMonth, type: ReportType, counted: readonly Version[]): readonly Line[] {
  return counted
    .filter((version) => version.state === 'accepted')
    .filter((version) => version.findings.every((finding) => finding.severity !== 'warning'))
    .slice(-CORRECTABLE_SHOWN)
    .reverse()
    .flatMap((version) => correctLine(entry, version, `Perbaiki ${type.shortTitle} nomor ${version.number}`));
}

/** The newest report that counts, of whatever type: who sent it probably sends the next one too. */
function newestOfAll({ catalogue }: DrawContext, months: readonly VillageMonth[]): Version | undefined {
  const all = catalogue.flatMap((type) => latestVersion(months, type.id) ?? []);
  return all.sort((a, b) => b.at - a.at)[0];
}

function oneEventType(entry: PageMonth, type: ReportType): readonly Line[] {
  const { context, village, month, months } = entry;
  const counted = countedVersions(month, type.id);
  const said =
    counted.length === 0
      ? toned('open', `${type.shortTitle}: belum ada laporan`)
      : toned('good', `${type.shortTitle}: ${countWords(type, counted)}`);
  const open = versionsOf(month, type.id).filter(
    (version) => STATES[version.state].tone !== 'good' && STATES[version.state].tone !== 'open',
  );
  const latest = latestVersion(months, type.id) ?? newestOfAll(context, months);
  const link = reportLink(context, village, type.id, undefined, latest);
  const twice = versionsOf(month, type.id).filter(
    (version) => version.state === 'duplicate' || version.twin === true,
  );
  return [
    line(said),
    ...twice
      .slice(-DOUBTED_SHOWN)
      .map((version) => line(`${type.shortTitle} nomor ${version.number}: ganda. ${twinWords(version)}`)),
    ...open
      .filter((version) => version.state !== 'rejected' && version.replaced === undefined)
      .flatMap((version) => eventState(entry, type, version)),
    ...doubtedLines(entry, type, counted),
    ...correctableLines(entry, type, counted),
    ...(link === '' ? [] : [line(`Isi ${type.shortTitle}`, link)]),
  ];
}

/** Why it is not counted: by its state, or by another village's report of the person. */
const twinWords = (version: Version): string =>
  version.twin === true
    ? version.findings
        .filter((one) => one.rule.startsWith('link.'))
        .map((one) => one.message)
        .join(' ')
    : stateWords(version);

/** What was found about reports that count, the newest ones first. */
function doubtedLines(entry: PageMonth, type: ReportType, counted: readonly Version[]): readonly Line[] {
  const doubted = counted
    .filter((version) => version.state === 'accepted')
    .filter((version) => version.findings.some((finding) => finding.severity === 'warning'))
    .reverse();
  const more = doubted.length - DOUBTED_SHOWN;
  return [
    ...doubted
      .slice(0, DOUBTED_SHOWN)
      .flatMap((version) => [
        line(`Catatan untuk nomor ${version.number}:`),
        ...findingLines(entry.context, version),
        ...correctLine(entry, version, `Perbaiki ${type.shortTitle} nomor ${version.number}`),
      ]),
    ...(more > 0 ? [line(`${formatNumber(more)} laporan lain juga punya catatan.`)] : []),
  ];
}

function eventState(entry: PageMonth, type: ReportType, version: Version): readonly Line[] {
  const { tone, label } = STATES[version.state];
  return [
    line(toned(tone, `${type.shortTitle} nomor ${version.number}: ${label.toLowerCase()}`)),
    ...reasonLine(version),
    ...(version.state === 'toCorrect' ? findingLines(entry.context, version) : [line(stateWords(version))]),
    ...(version.state === 'toCorrect'
      ? correctLine(entry, version, `Perbaiki ${type.shortTitle} nomor ${version.number}`)
      : []),
  ];
}

/** Responses whose month could not be read. */
export function strayLines(context: DrawContext, head: VillageHead): readonly Line[] {
  const open = head.strays.filter(
    ({ state, replaced }) => state !== 'rejected' && state !== 'duplicate' && replaced === undefined,
  );
  return open.slice(-5).flatMap((version) => {
    const { number, state } = version;
    const link = state === 'toCorrect' ? correctionLink(context, head.village, version, undefined) : '';
    return [
      line(''),
      line(toned(STATES[state].tone, `Kiriman nomor ${number}: ${STATES[state].label.toLowerCase()}`)),
      ...(state === 'toCorrect' ? findingLines(context, version) : [line(stateWords(version))]),
      ...(link === '' ? [] : [line(`Perbaiki kiriman nomor ${number}`, link)]),
    ];
  });
}
