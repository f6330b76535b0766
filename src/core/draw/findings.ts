import type { Version } from '../book';
import { cellText } from '../escape';
import type { Finding, Severity } from '../report';
import { STATES } from '../states';
import type { DrawContext } from './context';

const ORDER: readonly Severity[] = ['error', 'warning', 'information'];

/** Findings, the gravest first; of equal ones the order of the questions stays. */
export function sortedFindings(findings: readonly Finding[]): readonly Finding[] {
  return ORDER.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
}

/** The label of the question that a finding is about; '' = the report as a whole. */
export function questionLabel(context: DrawContext, version: Version, finding: Finding): string {
  const type = context.catalogue.find((one) => one.id === version.type);
  return type?.questions.find((question) => question.id === finding.question)?.label ?? '';
}

/** What a warning promises; true only of a version that counts. */
const COUNTS_STILL = / Laporan tetap dihitung\./;

/** What a finding says of the version as it stands now. */
export function findingMessage(version: Version, { message }: Finding): string {
  return STATES[version.state].counts ? message : message.replace(COUNTS_STILL, '');
}

/** `Jumlah KK akhir bulan: …`: a finding as one line. */
export function findingText(context: DrawContext, version: Version, finding: Finding): string {
  const label = questionLabel(context, version, finding);
  const message = findingMessage(version, finding);
  return label === '' ? message : `${label}: ${message}`;
}

/** All findings of a version as a cell, a line each, errors first. */
export function findingsText(context: DrawContext, version: Version): string {
  const lines = sortedFindings(version.findings).map((finding) => findingText(context, version, finding));
  return cellText(lines.join('\n'));
}
