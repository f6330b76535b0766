import type { Version, VillageMonth } from '../book';
import { formatNumber } from '../dates';
import { cut } from '../escape';
import { correctionLink } from '../prefill';
import type { Period, VillageCode } from '../settings';
import type { DrawContext } from './context';
import { findingText, sortedFindings } from './findings';
import { line, type Line } from './page';

/** Findings shown for one report; more are counted. */
const FINDINGS_SHOWN = 6;
/** Longest finding, and longest reason, on a phone page. */
export const LONGEST_FINDING = 600;

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
export function findingLines(context: DrawContext, version: Version): readonly Line[] {
  const found = sortedFindings(version.findings).filter((finding) => finding.severity !== 'information');
  const lines = found
    .slice(0, FINDINGS_SHOWN)
    .map((finding) => line(`– ${cut(findingText(context, version, finding), LONGEST_FINDING)}`));
  const more = found.length - FINDINGS_SHOWN;
  return more > 0 ? [...lines, line(`– dan ${formatNumber(more)} hal lain.`)] : lines;
}

/** What the office wrote with its decision. */
export function reasonLine({ decision }: Version): readonly Line[] {
  const reason = decision?.reason ?? '';
  return reason === '' ? [] : [line(`Catatan kecamatan: ${cut(reason, LONGEST_FINDING)}`)];
}

/** The link that corrects a report, as one line; none where its month takes no reports. */
export function correctLine(entry: PageMonth, version: Version, words: string): readonly Line[] {
  if (!entry.open) return [];
  const link = correctionLink(entry.context, entry.village, version, entry.period);
  return link === '' ? [] : [line(words, link)];
}
