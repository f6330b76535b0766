import type { Version, VillageHead, VillageMonth } from '../book';
import { countedVersions, versionsOf } from '../counted';
import { formatNumber } from '../dates';
import { collectedPeriod, trialCovers } from '../due';
import { toned } from '../looks';
import { QUESTIONS } from '../office';
import { correctionLink, latestVersion, reportLink } from '../prefill';
import type { ReportType } from '../report';
import { STATES } from '../states';
import type { DrawContext } from './context';
import { stateWords } from './findings';
import { line, type Line } from './page';
import { correctLine, findingLines, reasonLine, type PageMonth } from './statusLines';
import { figureOf } from './values';

/** Accepted reports of single happenings that are named because something about them may be wrong. */
const DOUBTED_SHOWN = 3;
/** Accepted reports of single happenings that can be corrected from the page itself. */
const CORRECTABLE_SHOWN = 2;

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
