import type { VillageMonth } from '../book';
import { countedVersions } from '../counted';
import { formatPeriod } from '../dates';
import { dueDate } from '../due';
import { EVENTS_DIFFER } from '../eventCounts';
import { ruleId } from '../check';
import type { DrawContext } from '../draw/context';
import { findingText } from '../draw/findings';
import { inVillage } from '../draw/inVillage';
import { typeTitle, villageRows } from '../draw/rows';
import { cut, whatsapp } from '../escape';
import { MEMBERS_DIFFER } from '../memberCounts';
import type { Message } from '../patch';
import type { Finding, ReportType } from '../report';
import type { Period } from '../settings';
import { items, link, say } from './letter';
import { toVillage } from './people';

/** Says that two reports of one month differ: told on the due day, not with each of them. */
export function isComparison(type: ReportType, finding: Finding): boolean {
  // Events and members are compared by the month as it stands, not by a rule of one answer.
  if (finding.rule === EVENTS_DIFFER || finding.rule === MEMBERS_DIFFER) return true;
  return type.rules.some((rule) => rule.compares === true && ruleId(type, rule) === finding.rule);
}

/** On the due day, once: where two reports of a month say different things, to the village that sent them. */
export function comparisonNotices(
  context: DrawContext,
  period: Period,
  months: readonly VillageMonth[],
): readonly Message[] {
  if (context.today !== dueDate(context.settings, period)) return [];
  return villageRows(context, period, months).flatMap(({ village, month }) => {
    const points = context.catalogue.flatMap((type) => {
      return countedVersions(month, type.id).flatMap((version) =>
        version.findings
          .filter((finding) => isComparison(type, finding))
          .map(
            (finding) =>
              `${typeTitle(context, version)}: ${findingText(inVillage(context, village.code), version, finding)}`,
          ),
      );
    });
    if (points.length === 0) return [];
    const address = context.addresses[village.code]?.status ?? '';
    const about = `laporan ${formatPeriod(period)} yang satu berbeda dengan yang lain`;
    return [
      toVillage(context, village.code, {
        key: `${village.code}|${period}|-|comparison`,
        kind: 'comparison',
        subject: `Mohon dicocokkan: laporan ${formatPeriod(period)}`,
        parts: [
          say(
            `Semua laporan sudah dihitung, tetapi ${about}. Mohon diperiksa; bila ada yang keliru, kirim ulang.`,
          ),
          items(points),
          ...link('Halaman status', address),
        ],
        whatsapp: { words: `${about}: ${whatsapp(cut(points.join(' '), 500))} Mohon diperiksa:`, address },
      }),
    ];
  });
}
