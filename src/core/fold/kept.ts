import type { KeptReading, Version } from '../book';
import { parsePeriod, periodOf } from '../dates';
import { reportPeriod } from '../due';
import type { ReadReport } from '../read';
import type { ReportType } from '../report';
import type { Period, Settings } from '../settings';

/** Rules `field.*` that are judged and not read: they are found anew with each judgement. */
const JUDGED = ['field.officeNote', 'field.correctedUnknown'];

/** What was read of a response, out of what it became; `period` undefined = it stands among the strays. */
export function readingOf(version: Version, period: Period | undefined): KeptReading {
  const { type, named = '', reporter, values, normalised, unknown = [] } = version;
  const findings = version.findings.filter(({ rule }) => rule.startsWith('field.') && !JUDGED.includes(rule));
  return { type, period, named, reporter, values, normalised, findings, unknown };
}

/** A month for which `Indeks` has no row, out of what was named. */
function strayPeriod(
  { named, values }: KeptReading,
  type: ReportType,
  settings: Settings,
): Period | undefined {
  if (type.frequency === 'event') {
    const date = values[type.dateQuestion ?? ''];
    return typeof date === 'string' ? periodOf(date) : undefined;
  }
  const period = parsePeriod(named);
  return period === undefined ? undefined : reportPeriod(settings, type, period);
}

/** What was read at its time, to be judged by it. */
export function keptReport(
  kept: KeptReading,
  reportTypes: readonly ReportType[],
  settings: Settings,
): ReadReport {
  const type = reportTypes.find((one) => one.id === kept.type);
  const period = kept.period ?? (type && strayPeriod(kept, type, settings));
  return { ...kept, type, period };
}
