import type { Version } from '../book';
import { formatInstant } from '../dates';
import type { DrawContext } from './context';
import { findingText, sortedFindings } from './findings';
import { decisionText, monthText, senderText, type Entry } from './history';
import { inVillage } from './inVillage';
import { titleOf, typeTitle } from './rows';
import { answerText } from './values';
import { stateText } from './words';

/** A version with those of the same month and report. */
export interface WholeReport extends Entry {
  /** Oldest first, itself among them. */
  readonly versions: readonly Version[];
}

/** `Kependudukan Juli 2026, Desa Balang, nomor 2005-260803-091402`. */
export function reportName(entry: Entry): string {
  const { context, village, version } = entry;
  return `${typeTitle(context, version)} ${monthText(entry)}, ${titleOf(context, village)}, nomor ${version.number}`;
}

function answers(
  context: DrawContext,
  version: Version,
): readonly (readonly [label: string, text: string])[] {
  const type = context.catalogue.find((one) => one.id === version.type);
  return (type?.questions ?? []).map((question) => [question.label, answerText(version, question)] as const);
}

const shown = (text: string): string => (text === '' ? '–' : text);

/** What differs from the version before it: label, then what stood there. */
function changes({ context, version, versions }: WholeReport): readonly string[] {
  const before = versions[versions.findIndex((one) => one.id === version.id) - 1];
  if (before === undefined) return [];
  const old = answers(context, before);
  const changed = answers(context, version).flatMap(([label, text], at) => {
    const was = old[at]?.[1] ?? '';
    return was === text ? [] : [`${label}: ${shown(was)} → ${shown(text)}`];
  });
  return changed.length === 0
    ? [`Isinya sama dengan kiriman sebelumnya (nomor ${before.number}).`]
    : [`Berbeda dari kiriman sebelumnya (nomor ${before.number}):`, ...changed];
}

function others({ context, period, version, versions }: WholeReport): readonly string[] {
  const rest = versions.filter((one) => one.id !== version.id);
  if (rest.length === 0) return [];
  return [
    'Kiriman lain untuk laporan ini:',
    ...rest.map((one) => `nomor ${one.number}: ${stateText(one, period, context.today)}`),
  ];
}

/**
 * Everything that is known of one version, a line each: its state, who sent it when, what was answered, put right,
 * found and decided, what differs from the one before it. Of a person only what everybody may see.
 */
export function wholeReport(told: WholeReport): readonly string[] {
  const report = { ...told, context: inVillage(told.context, told.village) };
  const { context, period, version } = report;
  const when = formatInstant(version.at, context.settings.zone);
  const who = [version.reporter, senderText(version)].filter((part) => part !== '').join(', ');
  const found = sortedFindings(version.findings).map((one) => findingText(context, version, one));
  const decided = decisionText(report);
  return [
    `Keadaan: ${stateText(version, period, context.today)}`,
    `Dikirim ${when}${who === '' ? '' : ` oleh ${who}`}`,
    ...answers(context, version).flatMap(([label, text]) => (text === '' ? [] : [`${label}: ${text}`])),
    ...(version.normalised.length === 0 ? [] : ['Dirapikan:', ...version.normalised]),
    ...(found.length === 0 ? [] : ['Yang ditemukan:', ...found]),
    ...(decided === '' ? [] : [`Keputusan: ${decided}`]),
    ...changes(report),
    ...others(report),
  ];
}
