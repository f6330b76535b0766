import { withOfficeWords } from '../core/aids';
import type { ReportType } from '../core/report';
import type { Settings } from '../core/settings';
import { activities } from './activities';
import { events } from './events';
import { members } from './members';
import { population } from './population';
import { neighbourhoods } from './neighbourhoods';
import { consultation } from './questions';
import { readiness } from './readiness';
import { rehearsal } from './rehearsal';
import { welfare } from './welfare';

/** All report types, in the order in which forms, tabs and messages name them. A new type is one line here. */
export const CATALOGUE: readonly ReportType[] = [
  population,
  activities,
  readiness,
  welfare,
  neighbourhoods,
  consultation,
  events,
  members,
  rehearsal,
];

/** Those of the catalogue that are switched on, in its order. */
export function switchedOn(ids: readonly string[]): readonly ReportType[] {
  return CATALOGUE.filter((type) => ids.includes(type.id));
}

/** The same as an office has them: with its names of aids and its lists. */
export function catalogueOf(settings: Settings): readonly ReportType[] {
  return switchedOn(settings.reportTypes).map((type) => withOfficeWords(type, settings));
}
