import type { MarkId, Version } from '../book';
import { isInterim } from '../compliance';
import { toned } from '../looks';
import type { LocalDate, Period } from '../settings';
import { stateText as wordsOf, STATES } from '../states';

/** The marks that hold on that day: *sementara* ends with its month; left out altogether where no day is given. */
export function marksOn(version: Version, period: Period, today: LocalDate | undefined): readonly MarkId[] {
  return version.marks.filter(
    (mark) => mark !== 'interim' || (today !== undefined && isInterim(version, period, today)),
  );
}

/** `✓ Diterima (sementara)`; without `today` what does not depend on the day. */
export function stateText(
  version: Version,
  period: Period | undefined,
  today: LocalDate | undefined,
): string {
  const words = wordsOf(version.state, period === undefined ? [] : marksOn(version, period, today));
  const replaced = version.replaced === true ? ', sudah diganti perbaikannya' : '';
  if (version.twin === true) return toned(STATES.duplicate.tone, STATES.duplicate.label + replaced);
  return toned(STATES[version.state].tone, `${words}${replaced}`);
}
