import type { Version, VillageMonth } from '../book';
import { countedVersion } from '../counted';
import { LEDGER_QUESTIONS, LEDGER_TYPE } from '../population';
import type { Finding } from '../report';

const TOTALS: readonly string[] = [LEDGER_QUESTIONS.closingMale, LEDGER_QUESTIONS.closingFemale];

/**
 * The counted report of a month with what it says of totals that do not fit the opening: it counts all the same,
 * since it was right when it was first judged and the opening changed later.
 */
export function controlWarnings(month: VillageMonth | undefined): {
  readonly version: Version | undefined;
  readonly warnings: readonly Finding[];
} {
  const version = countedVersion(month, LEDGER_TYPE);
  const warnings = (version?.findings ?? []).filter(
    (one) => one.severity === 'warning' && TOTALS.includes(one.question),
  );
  return { version, warnings };
}
