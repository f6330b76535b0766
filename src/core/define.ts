import type { Question, ReportType } from './report';

/**
 * Declares a report type: checks the declaration (throws naming what is wrong) and forgets the record's exact type,
 * so that types can stand in one list. Rules still see the exact record.
 */
export function defineReport<const Qs extends readonly Question[]>(declaration: ReportType<Qs>): ReportType {
  return declaration as unknown as ReportType;
}
