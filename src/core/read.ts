import type { Submission } from './book';
import type { Finding, ReportType, Value } from './report';
import type { Period, Settings } from './settings';

/** A submission after reading. */
export interface ReadReport {
  /** Undefined: *Laporan apa?* is not one we know. */
  readonly type: ReportType | undefined;
  /** Month it counts in; undefined: none could be read. */
  readonly period: Period | undefined;
  /** What was chosen as the month, as text. */
  readonly named: string;
  readonly reporter: string;
  readonly values: Readonly<Record<string, Value>>;
  readonly normalised: readonly string[];
  /** Rules `field.*` only. */
  readonly findings: readonly Finding[];
  /** What neither the registry nor the declarations know: reasons for *Karantina*. */
  readonly unknown: readonly string[];
}

/** Answers as text → typed values by question id, with what was normalised and what is wrong with single answers. */
export function readSubmission(
  submission: Submission,
  reportTypes: readonly ReportType[],
  settings: Settings,
): ReadReport {
  throw new Error(`not yet ${submission.id} ${reportTypes.length} ${settings.zone}`);
}
