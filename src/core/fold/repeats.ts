import type { Version } from '../book';
import { counts, versionsOf } from '../counted';
import type { Finding, ReportType, Value } from '../report';
import type { Period } from '../settings';
import type { Candidate } from './candidate';
import { byTime, monthOf, putVersion, typeOf, type Work } from './work';

const TEN_MINUTES = 600_000;

/** Of a person only a mask and initials are kept, which others share: there the print of all answers says it. */
function sameAnswers(type: ReportType, a: Version, b: Candidate): boolean {
  if (type.personal) return a.print !== undefined && a.print === b.print;
  return type.questions.every(
    ({ id }) => JSON.stringify(a.values[id] ?? null) === JSON.stringify(b.values[id] ?? null),
  );
}

/**
 * Events: an equal report of the village not more than 10 minutes before, itself no twin and not refused. One that is
 * held for its sender was asked for again: with the right PIN or from the right account it is no twin of that.
 */
export function earlierTwin(
  work: Work,
  candidate: Candidate,
  type: ReportType,
  period: Period,
): Version | undefined {
  if (type.frequency !== 'event') return undefined;
  return versionsOf(monthOf(work, period), type.id).find(
    (one) =>
      one.state !== 'duplicate' &&
      one.state !== 'rejected' &&
      one.state !== 'toCorrect' &&
      one.state !== 'senderUnknown' &&
      byTime(one, candidate) < 0 &&
      candidate.at - one.at <= TEN_MINUTES &&
      sameAnswers(type, one, candidate),
  );
}

function plain(value: Value | undefined): string {
  return JSON.stringify(value ?? null)
    .toLowerCase()
    .replace(/\s+/g, ' ');
}

/** Told on every report that describes the same event as another one that counts; both count. */
function sameEventFinding(type: ReportType, others: readonly Version[]): Finding {
  const labels = type.questions
    .filter((question) => type.sameWhen?.includes(question.id))
    .map((question) => question.label.toLowerCase());
  const numbers = others.map((one) => one.number).join(', ');
  return {
    rule: `${type.id}.sameEvent`,
    severity: 'warning',
    question: '',
    sent: '',
    expected: '',
    message:
      `Sama dengan laporan nomor ${numbers}: ${labels.join(', ')}. Semuanya tetap dihitung. Bila hanya satu ` +
      'kegiatan, mohon beri tahu Kasi.',
  };
}

/** Sets the warnings on equal events of a month as the counted reports now stand. */
export function refreshSameEvent(work: Work, type: ReportType, period: Period): void {
  const { sameWhen } = type;
  if (sameWhen === undefined) return;
  const versions = versionsOf(monthOf(work, period), type.id);
  const key = (version: Version): string => sameWhen.map((id) => plain(version.values[id])).join('|');
  const groups = new Map<string, readonly Version[]>();
  const keys = versions.map((version) => (counts(version) ? key(version) : undefined));
  versions.forEach((version, at) => {
    const of = keys[at];
    if (of !== undefined) groups.set(of, [...(groups.get(of) ?? []), version]);
  });
  const rule = `${type.id}.sameEvent`;
  versions.forEach((version, at) => {
    const others = (groups.get(keys[at] ?? '') ?? []).filter((one) => one.id !== version.id);
    const warned = version.findings.some((finding) => finding.rule === rule);
    if (others.length === 0 && !warned) return;
    const rest = version.findings.filter((finding) => finding.rule !== rule);
    const findings = others.length > 0 ? [...rest, sameEventFinding(type, others)] : rest;
    if (JSON.stringify(findings) !== JSON.stringify(version.findings))
      putVersion(work, period, { ...version, findings });
  });
}

/** The same for whatever type it is. */
export function refreshRepeats(work: Work, type: Version['type'], period: Period): void {
  const declared = typeOf(work, type);
  if (declared?.frequency === 'event') refreshSameEvent(work, declared, period);
}
