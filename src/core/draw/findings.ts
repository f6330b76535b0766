import type { Version } from '../book';
import { parsePeriod } from '../dates';
import { cellText } from '../escape';
import { isStateFinding } from '../fold/stateFindings';
import { HEAD, PERIOD_LABEL } from '../head';
import type { Finding, Severity } from '../report';
import type { Period } from '../settings';
import { STATES } from '../states';
import type { DrawContext } from './context';

const ORDER: readonly Severity[] = ['error', 'warning', 'information'];

/** Findings, the gravest first; of equal ones the order of the questions stays. */
export function sortedFindings(findings: readonly Finding[]): readonly Finding[] {
  return ORDER.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
}

/** The label of the question that a finding is about; '' = the report as a whole. */
export function questionLabel(context: DrawContext, version: Version, finding: Finding): string {
  if (finding.question === HEAD.period) return PERIOD_LABEL;
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

/** What the operator reads about the state of a version: where it is held, why, with its particulars. */
export function stateWords(version: Version): string {
  const { held, operator } = STATES[version.state];
  const why = version.findings.filter(isStateFinding).map((finding) => finding.message);
  const said = why.filter((words) => words !== operator);
  return held && said.length > 0 ? `Laporan tersimpan. ${said.join(' ')}` : operator;
}

/** The month that a report probably meant, where it is not the one it names. */
export function meantMonth(version: Version): Period | undefined {
  return parsePeriod(version.findings.find((finding) => finding.rule === 'state.wrongMonth')?.expected ?? '');
}

/** All findings of a version as a cell, a line each, errors first. */
export function findingsText(context: DrawContext, version: Version): string {
  const lines = sortedFindings(version.findings).map((finding) => findingText(context, version, finding));
  return cellText(lines.join('\n'));
}
