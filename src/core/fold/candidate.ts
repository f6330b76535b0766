import type { Place, SenderProof, StateId, Submission, Version } from '../book';
import { periodOf } from '../dates';
import type { ReadReport } from '../read';
import type { Finding, ReportType, Value } from '../report';
import type { Instant, LocalDate, Period, Settings } from '../settings';
import { localDate } from '../zones';
import { OFFICE_MADE, type OfficeMade } from '../counted';
import type { Work } from './work';
import { typeOf } from './work';

/** A response that is to be judged: on arrival, or again after a release. */
export interface Candidate {
  readonly id: string;
  readonly number: string;
  readonly at: Instant;
  readonly sender: string;
  readonly proof: SenderProof;
  readonly reporter: string;
  readonly type: ReportType | undefined;
  readonly period: Period | undefined;
  readonly named: string;
  readonly sentOn: LocalDate;
  readonly values: Readonly<Record<string, Value>>;
  readonly normalised: readonly string[];
  /** Findings about single answers. */
  readonly fields: readonly Finding[];
  /** Reasons for *Karantina*. */
  readonly unknown: readonly string[];
  /** Holds that a release passes. */
  readonly passed: readonly StateId[];
  /** Mark of what the office itself made. */
  readonly office: OfficeMade | undefined;
  readonly print: string | undefined;
  readonly edits: Place | undefined;
}

/** Holds that say nothing about what the office itself brings in or corrects. */
export const PASSED: Readonly<Record<OfficeMade, readonly StateId[]>> = {
  imported: ['senderUnknown', 'beforeGoLive', 'awaitingUnlock', 'wrongMonth'],
  noted: ['senderUnknown', 'beforeGoLive', 'awaitingUnlock', 'duplicate'],
  corrected: ['senderUnknown', 'wrongMonth'],
};

/** A response on its arrival, with its number. */
export function arrived(
  submission: Submission,
  report: ReadReport,
  number: string,
  settings: Settings,
): Candidate {
  const { id, at, sender, proof, print, edits, imported, corrected, noted } = submission;
  const office = noted ? 'noted' : imported ? 'imported' : corrected ? 'corrected' : undefined;
  const { type, period, named, reporter, values, normalised, findings, unknown } = report;
  const sentOn = localDate(at, settings.zone);
  const base = { id, number, at, sender, proof, reporter, type, period, named, sentOn, values, normalised };
  const passed = office === undefined ? [] : PASSED[office];
  return { ...base, fields: findings, unknown, passed, office, print, edits };
}

/** A response that was judged before; `passed` = the holds it no longer has to look at. */
export function again(
  work: Work,
  version: Version,
  period: Period | undefined,
  passed: readonly StateId[],
  settings: Settings,
): Candidate {
  const { id, number, at, sender, proof, reporter, values, normalised, print, edits } = version;
  return {
    id,
    number,
    at,
    sender,
    proof,
    reporter,
    type: typeOf(work, version.type),
    period,
    named: version.named ?? '',
    sentOn: localDate(at, settings.zone),
    values,
    normalised,
    fields: version.findings.filter((finding) => finding.rule.startsWith('field.')),
    unknown: version.type === '' ? ['jenis laporan'] : (version.unknown ?? []),
    passed,
    office: OFFICE_MADE.find((mark) => version.marks.includes(mark)),
    print,
    edits,
  };
}

/** Month of the day on which it was sent. */
export function runningMonth(candidate: Candidate): Period {
  return periodOf(candidate.sentOn);
}
