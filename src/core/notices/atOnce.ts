import type { Version } from '../book';
import { countedVersion } from '../counted';
import type { VillageMonth } from '../book';
import type { DrawContext } from '../draw/context';
import { findingMessage, findingText, meantMonth, questionLabel, stateWords } from '../draw/findings';
import { formatPeriod } from '../dates';
import { reportMonth, titleOf, typeTitle } from '../draw/rows';
import { answerText, figureOf, textOf } from '../draw/values';
import { cut, whatsapp } from '../escape';
import type { Message } from '../patch';
import { correctionLink } from '../prefill';
import type { Severity } from '../report';
import type { Period, VillageCode } from '../settings';
import { STATES } from '../states';
import { items, link, point, say, type Part } from './letter';
import { toOffice, toVillage } from './people';
import { countWord, endOf, filledText, lastDay, receivedText, reportTitle } from './wording';

/** A version of which something has to be told. `period` undefined = its month could not be read. */
export interface Told {
  readonly context: DrawContext;
  readonly village: VillageCode;
  readonly period: Period | undefined;
  readonly month: VillageMonth | undefined;
  readonly version: Version;
}

const LONGEST_FINDING = 1200;

/** Key of a message about one version: village × period × type × stage, with the response's id. */
function keyOf({ village, period, version }: Told, stage: string): string {
  return `${village}|${period ?? '-'}|${version.type === '' ? '-' : version.type}|${stage}|${version.id}`;
}

const typeOf = ({ context, version }: Told): DrawContext['catalogue'][number] | undefined =>
  context.catalogue.find((type) => type.id === version.type);

/** What stays in the figures while this version does not. */
function standingText(told: Told): string {
  if (typeOf(told)?.frequency !== 'monthly' || told.version.type === '')
    return 'Laporan ini belum dihitung dalam rekap.';
  const counted = countedVersion(told.month, told.version.type);
  return counted === undefined
    ? 'Laporan ini belum dihitung dalam rekap.'
    : `Laporan ini belum dihitung dalam rekap; laporan sebelumnya (nomor ${counted.number}) tetap dihitung.`;
}

/** Errors, or warnings, as points, each with its question. */
function points({ context, version }: Told, severity: Severity): readonly Part[] {
  return version.findings
    .filter((finding) => finding.severity === severity)
    .map((finding) =>
      point(questionLabel(context, version, finding), cut(findingMessage(version, finding), LONGEST_FINDING)),
    );
}

/** What is no error and may yet say where the mistake is. */
function hints(told: Told): readonly Part[] {
  const all = points(told, 'warning');
  return all.length === 0 ? [] : [say('Mohon dilihat juga:'), ...all];
}

function againLine(told: Told): string {
  const { context, period, month } = told;
  const type = typeOf(told);
  const filled = filledText(type);
  // A member's report and a question are of no month: no lock waits for them.
  const isOfNoMonth = type?.frequency === 'event' && type.dateQuestion === undefined;
  if (period === undefined || isOfNoMonth) return `Mohon kirim ulang (${filled}).`;
  const last = lastDay(context, period, month);
  return last === undefined
    ? `Bulan ini sudah ditutup; laporan yang dikirim ulang (${filled}) menunggu Kasi membuka kuncinya.`
    : `Mohon kirim ulang paling lambat ${endOf(context, last)} (${filled}).`;
}

/** What has to be corrected, at once: `Perlu perbaikan`. Where a person returned it, his reason comes first. */
export function correctionNotice(told: Told): Message {
  const { context, village, period, version } = told;
  const title = reportTitle(context, version, period);
  const returned = version.decision?.action === 'return' ? version.decision : undefined;
  const errors = points(told, 'error');
  const count = Math.max(1, errors.length);
  const address = correctionLink(context, village, version, period);
  const stage = returned === undefined ? 'correction' : `returned-${String(returned.at)}`;
  const findings = version.findings.filter((finding) => finding.severity === 'error');
  const spoken = returned?.reason ?? findings.map((one) => findingText(context, version, one)).join(' ');
  return toVillage(context, village, {
    key: keyOf(told, stage),
    kind: 'correction',
    subject: `Perlu perbaikan: ${title}, ${titleOf(context, village)}`,
    parts: [
      say(
        `${title} ${receivedText(context, version)} (nomor ${version.number}). ` +
          (returned === undefined
            ? `Ada ${countWord(count)} hal yang perlu diperbaiki. ${standingText(told)}`
            : `Setelah kami periksa, mohon diperbaiki: ${returned.reason} ${standingText(told)}`),
      ),
      ...errors,
      ...hints(told),
      say(againLine(told)),
      ...link('Perbaiki laporan', address),
    ],
    whatsapp: {
      words:
        `laporan *${shortTitle(told)}* ${titleOf(context, village)} perlu ${countWord(count)} perbaikan: ` +
        `${whatsapp(cut(spoken, 500))} Kirim ulang di sini, ${filledText(typeOf(told))}:`,
      address,
    },
    about: [version.id],
  });
}

/** `Kependudukan Juli`. */
function shortTitle({ context, version, period }: Told): string {
  const title = version.type === '' ? 'bulanan' : typeTitle(context, version);
  return period === undefined ? title : `${title} ${reportMonth(context, version.type, period, 'short')}`;
}

/** A report that waits for a person: what is safe, and that nothing has to be sent again. */
export function heldNotice(told: Told): Message {
  const { context, village, period, version } = told;
  const title = reportTitle(context, version, period);
  // That it is kept is said by the first sentence already.
  const why = stateWords(version).replace(/^Laporan tersimpan\. /, '');
  const status = context.addresses[village]?.status ?? '';
  const meant = meantMonth(version);
  const again = version.proof === 'wrongPin' ? period : meant;
  const address = again === undefined ? status : correctionLink(context, village, version, again);
  const label =
    again === undefined
      ? 'Halaman status'
      : meant === undefined
        ? 'Kirim ulang'
        : `Kirim ulang untuk ${formatPeriod(meant)}`;
  const sender = version.state === 'senderUnknown' && version.proof === 'verified' ? [version.sender] : [];
  return toVillage(context, village, {
    key: keyOf(told, `held-${version.state}`),
    kind: 'held',
    subject: `Ditahan: ${title}, ${titleOf(context, village)}`,
    parts: [
      say(`${title} ${receivedText(context, version)} (nomor ${version.number}). ${standingText(told)}`),
      say(why),
      ...link(label, address),
    ],
    whatsapp: {
      words: `laporan *${shortTitle(told)}* ${titleOf(context, village)} sudah kami terima, belum dihitung. ${whatsapp(cut(why, 500))} ${label}:`,
      address,
    },
    about: [version.id],
    also: sender,
  });
}

/** A report that the office does not use, with the reason that it gave. */
export function rejectedNotice(told: Told): Message {
  const { context, village, period, version } = told;
  const title = reportTitle(context, version, period);
  const { reason = '', at = 0 } = version.decision ?? {};
  const address = context.addresses[village]?.status ?? '';
  const because = reason === '' ? 'tidak dipakai.' : `tidak dipakai: ${reason}`;
  return toVillage(context, village, {
    key: keyOf(told, `rejected-${String(at)}`),
    kind: 'correction',
    subject: `Tidak dipakai: ${title}, ${titleOf(context, village)}`,
    parts: [
      say(`${title} yang ${receivedText(context, version)} (nomor ${version.number}) ${because}`),
      say('Bila laporan bulan itu belum lengkap, link untuk mengirim ada di halaman status.'),
      ...link('Halaman status', address),
    ],
    whatsapp: {
      words: `laporan *${shortTitle(told)}* ${titleOf(context, village)} nomor ${version.number} ${whatsapp(because)} Selengkapnya:`,
      address,
    },
    about: [version.id],
  });
}

/** The office's answer, to the village that asked. */
export function answerNotice(told: Told): Message {
  const { context, village, version } = told;
  const { text = '', id = '' } = version.answer ?? {};
  const asked = textOf(version, 'question');
  const address = context.addresses[village]?.status ?? '';
  return toVillage(context, village, {
    key: keyOf(told, `answer-${id}`),
    kind: 'answer',
    subject: `Jawaban: ${cut(asked, 80)}`,
    parts: [
      say(`Bapak/Ibu bertanya: ${cut(asked, LONGEST_FINDING)}`),
      say(`Jawaban kami: ${text}`),
      ...link('Halaman status', address),
    ],
    whatsapp: {
      words: `jawaban untuk pertanyaan "${whatsapp(cut(asked, 120))}": ${whatsapp(cut(text, 600))}`,
      address: '',
    },
    about: [version.id],
  });
}

/** Kinds of activity that are disasters themselves (UU 24/2007 counts fires among them). */
const DISASTERS = ['Penanggulangan bencana', 'Kebakaran'];

/** Deaths or a disaster: the Kasi is told at once, whatever else is to be said of the report. */
export function isIncident(version: Version): boolean {
  if (version.type !== 'activities' || textOf(version, 'incident') !== 'Ya') return false;
  return (figureOf(version, 'incidentDeaths') ?? 0) > 0 || DISASTERS.includes(textOf(version, 'kind'));
}

/** Questions that an incident's message tells, in their order; the labels are the form's. */
const INCIDENT_QUESTIONS = [
  'incidentKind',
  'date',
  'location',
  'incidentDeaths',
  'incidentInjured',
  'incidentHouseholds',
  'incidentLoss',
  'description',
  'incidentFollowUp',
  'leader',
];

/** To the Kasi, at once. A correction of an incident that was told is not told again. */
export function incidentNotice(told: Told): Message {
  const { context, village, version } = told;
  const place = titleOf(context, village);
  const type = typeOf(told);
  const facts = INCIDENT_QUESTIONS.flatMap((id) => {
    const question = type?.questions.find((one) => one.id === id);
    const shown = question === undefined ? '' : answerText(version, question);
    return question === undefined || shown === ''
      ? []
      : [`${question.label}: ${cut(shown, LONGEST_FINDING)}`];
  });
  const unchecked = STATES[version.state].counts
    ? ''
    : ` Laporan ini masih berstatus ${STATES[version.state].label}; mohon dipastikan.`;
  const root = version.root?.id ?? version.id;
  return toOffice(context, {
    key: `${village}|-|activities|incident|${root}`,
    kind: 'incident',
    village,
    subject: `Kejadian di ${place}: ${textOf(version, 'incidentKind') || textOf(version, 'kind')}`,
    parts: [
      say(
        `${place} melaporkan kejadian (${receivedText(context, version)}, petugas ${version.reporter}, ` +
          `nomor ${version.number}).${unchecked}`,
      ),
      items(facts),
      ...link('Buka Beranda', context.masterAddress('') ?? ''),
    ],
    about: [version.id],
  });
}
