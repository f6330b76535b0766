import type { Instant, OpeningBalance, Period, Settings, VillageCode } from './settings';

/** All settings as they were from `at` on. */
export interface Snapshot {
  readonly at: Instant;
  readonly settings: Settings;
}

/** Settings in force at that instant: the newest snapshot not after it; before the first one, the first. Snapshots oldest first. */
export function settingsAt(snapshots: readonly Snapshot[], at: Instant): Settings {
  let found = snapshots[0];
  for (const snapshot of snapshots) if (snapshot.at <= at) found = snapshot;
  if (!found) throw new Error('No settings snapshot: set-up has not been run to its end.');
  return found.settings;
}

/** Months whose balance of that village in `Saldo Awal` differs between two settings, oldest first. */
export function openingsDiffer(before: Settings, after: Settings, village: VillageCode): readonly Period[] {
  const figures = (settings: Settings, period: Period): string => {
    const line = settings.openings.find((one) => one.village === village && one.period === period);
    return line ? stockKey(line) : '';
  };
  const lines = [...before.openings, ...after.openings].filter((one) => one.village === village);
  const periods = [...new Set(lines.map((one) => one.period))].sort();
  return periods.filter((period) => figures(before, period) !== figures(after, period));
}

function stockKey(line: OpeningBalance): string {
  const { citizensMale, citizensFemale, foreignersMale, foreignersFemale, households } = line;
  return [citizensMale, citizensFemale, foreignersMale, foreignersFemale, households].join();
}
