import type { Instant, Settings } from './settings';

/** All settings as they were from `at` on. */
export interface Snapshot {
  readonly at: Instant;
  readonly settings: Settings;
}

/** Oldest first. */
export function sortSnapshots(snapshots: readonly Snapshot[]): readonly Snapshot[] {
  return [...snapshots].sort((a, b) => a.at - b.at);
}

/** Settings in force at that instant: the newest snapshot not after it; before the first one, the first. Snapshots oldest first. */
export function settingsAt(snapshots: readonly Snapshot[], at: Instant): Settings {
  let found = snapshots[0];
  for (const snapshot of snapshots) if (snapshot.at <= at) found = snapshot;
  if (!found) throw new Error('No settings snapshot: set-up has not been run to its end.');
  return found.settings;
}
