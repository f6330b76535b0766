import type { KnownChoices } from '../core/settingsCheck';
import { sealWith } from '../google/seal';
import { ACTIVITY_KINDS } from '../reports/activities';
import { CATALOGUE } from '../reports/index';
import { PROFILES } from '../reports/profiles';
import { KEY } from './memory';

/** What the settings tabs are checked against: report types, profiles, kinds of activity. */
export const KNOWN: KnownChoices = {
  reportTypes: CATALOGUE,
  profiles: Object.fromEntries(PROFILES.map((profile) => [profile.id, profile.reportTypes])),
  activityKinds: ACTIVITY_KINDS,
  seal: (text) => sealWith(KEY.secret, text),
};
