import type { Question, ReportType } from '../core/report';

/** Keeps the questions' own types, so that rules see the record they declare. */
export function declareReport<const Qs extends readonly Question[]>(type: ReportType<Qs>): ReportType<Qs> {
  return type;
}

/**
 * The same declaration among others: its rules take the record of their own questions, which a list of all types
 * cannot say. Whoever reads a response builds exactly that record from exactly these questions.
 */
export function inCatalogue<Qs extends readonly Question[]>(type: ReportType<Qs>): ReportType {
  return type as unknown as ReportType;
}
