import type { ReportType } from '../core/report';
import { activities } from './activities';
import { inCatalogue } from './declare';
import { population } from './population';
import { readiness } from './readiness';

/** All report types, in the order in which forms, tabs and messages name them. A new type is one line here. */
export const CATALOGUE: readonly ReportType[] = [
  inCatalogue(population),
  inCatalogue(activities),
  inCatalogue(readiness),
];

/** Those of the catalogue that are switched on, in its order. */
export function switchedOn(ids: readonly string[]): readonly ReportType[] {
  return CATALOGUE.filter((type) => ids.includes(type.id));
}
