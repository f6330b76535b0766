import type { Question, ReportType } from './report';

/**
 * Declares a report type and forgets the record's exact type, so that types can stand in one list. Rules still see
 * the exact record. What a declaration must be like `core/declaration` knows.
 */
export function defineReport<const Qs extends readonly Question[]>(declaration: ReportType<Qs>): ReportType {
  return declaration as unknown as ReportType;
}
