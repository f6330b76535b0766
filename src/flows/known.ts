import type { KnownChoices } from '../core/settingsCheck';
import { ACTIVITY_KINDS } from '../reports/activities';
import { CATALOGUE } from '../reports/index';
import { PROFILES } from '../reports/profiles';

/** What the settings tabs are checked against: report types, profiles, kinds of activity. */
export const KNOWN: KnownChoices = {
  reportTypes: CATALOGUE,
  profiles: Object.fromEntries(PROFILES.map((profile) => [profile.id, profile.reportTypes])),
  activityKinds: ACTIVITY_KINDS,
};
