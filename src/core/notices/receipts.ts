import type { Version, VillageMonth } from '../book';
import { complianceOf } from '../compliance';
import { counts, isOfficeMade } from '../counted';
import { formatDate, formatNumber, formatPeriod } from '../dates';
import type { DrawContext } from '../draw/context';
import { findingText } from '../draw/findings';
import { inVillage } from '../draw/inVillage';
import { titleOf } from '../draw/rows';
import { numberIn } from '../reportNumber';
import { CORRECTS } from '../head';
import { answerText, figureOf } from '../draw/values';
import { marksOn } from '../draw/words';
import type { Message } from '../patch';
import { bySex, LEDGER_TYPE, people } from '../population';
import type { ReportType } from '../report';
import type { Instant, Period, VillageCode } from '../settings';
import { MARKS } from '../states';
import { cardId, cardParts, cardPeriods } from './card';
import { isComparison } from './comparisons';
import { items, link, plainText, say, type Part } from './letter';
import { toVillage } from './people';
import { endOf, lastDay, receivedText, reportTitle } from './wording';

/** How long an acceptance is still worth a receipt; older ones stand on the status page only. */
const WORTH = 4 * 24 * 60 * 60 * 1000;
/** Reports named one by one. */
const NAMED = 12;

interface Accepted {
  readonly month: VillageMonth;
  readonly type: ReportType;
  readonly version: Version;
}

/** When the version came into the figures: when it was sent, or when it was released. */
function acceptedAt(version: Version): Instant {
  return version.decision?.action === 'release' || version.decision?.action === 'cancel'
    ? version.decision.at
    : version.at;
}

/** Versions in the figures of a village that no receipt has told yet. */
function untold(
  context: DrawContext,
  village: VillageCode,
  months: readonly VillageMonth[],
  told: ReadonlySet<string>,
): readonly Accepted[] {
  const own = months.filter((month) => month.village === village);
  return own.flatMap((month) =>
    context.catalogue.flatMap((type) =>
      (month.reports[type.id] ?? [])
        .filter((version) => counts(version) && !isOfficeMade(version) && !told.has(version.id))
        .filter((version) => context.now - acceptedAt(version) <= WORTH)
        .map((version) => ({ month, type, version })),
    ),
  );
}

/** `tepat waktu`, `terlambat 3 hari`, `sementara`: how a monthly report stands. */
function punctuality(context: DrawContext, { month, type, version }: Accepted): string {
  const marks = marksOn(version, month.period, context.today).map((mark) => MARKS[mark].label);
  if (type.frequency === 'event') return marks.join(', ');
  const stands = complianceOf(context.settings, context.today, month.period, month, type.id);
  const word = stands.word === 'late' ? `terlambat ${formatNumber(stands.daysLate)} hari` : 'tepat waktu';
  return [word, ...marks].join(', ');
}

/** The figures that people know a report by. */
function figures({ month, type, version }: Accepted): string {
  const closing = month.ledger?.closing;
  if (type.id === LEDGER_TYPE && closing !== undefined && month.ledger?.counted === version.id) {
    return (
      `${formatNumber(people(closing))} jiwa (${formatNumber(bySex(closing, 'Male'))} laki-laki, ` +
      `${formatNumber(bySex(closing, 'Female'))} perempuan), ${formatNumber(closing.households)} KK`
    );
  }
  if (type.frequency !== 'event') return '';
  const [kind] = type.questions;
  const date = version.values[type.dateQuestion ?? ''];
  const times = figureOf(version, 'times') ?? 1;
  return [
    kind === undefined ? '' : answerText(version, kind),
    typeof date === 'string' ? formatDate(date) : '',
    times > 1 ? `${formatNumber(times)} kali` : '',
  ]
    .filter((part) => part !== '')
    .join(', ');
}

/** The report that this one took the place of. */
function replacedText({ month, type, version }: Accepted): string {
  if (type.frequency === 'event') {
    const number = version.root === undefined ? undefined : numberIn(version.values[CORRECTS]);
    return number === undefined ? '' : ` Laporan ini menggantikan nomor ${number}.`;
  }
  const before = (month.reports[type.id] ?? []).filter((one) => one.at < version.at && counts(one));
  const last = before[before.length - 1];
  return last === undefined ? '' : ` Laporan ini menggantikan nomor ${last.number}.`;
}

function itemText(drawn: DrawContext, one: Accepted): string {
  const { month, version } = one;
  const context = inVillage(drawn, month.village);
  const how = punctuality(context, one);
  const known = figures(one);
  const head =
    `${reportTitle(context, version, month.period)} ${receivedText(context, version)}` +
    `${how === '' ? '' : ` (${how})`}${known === '' ? '.' : `: ${known}.`}`;
  const warned = version.findings
    .filter((finding) => finding.severity === 'warning' && !isComparison(one.type, finding))
    .map((finding) => `\nCatatan: ${findingText(context, version, finding)}`);
  return `${head}${replacedText(one)}${warned.join('')}`;
}

/** The newest of each monthly report: what was replaced on the same day is not listed by itself. */
function latestOnly(all: readonly Accepted[]): readonly Accepted[] {
  return all.filter(
    (one) =>
      one.type.frequency === 'event' ||
      !all.some(
        (other) =>
          other.type.id === one.type.id && other.month === one.month && other.version.at > one.version.at,
      ),
  );
}

/** Until when corrections are taken, said once: the day that holds for all that are listed and not approved yet. */
function correctBy(context: DrawContext, all: readonly Accepted[]): string {
  const open = all.filter(({ version }) => version.state !== 'approved');
  const [first] = open.flatMap(({ month }) => lastDay(context, month.period, month) ?? []).sort();
  const why = open.length === 0 ? 'laporannya sudah disetujui' : 'bulannya sudah ditutup';
  return first === undefined
    ? `Bila ada yang keliru, mohon hubungi Kasi, karena ${why}.`
    : `Bila ada yang keliru, mohon kirim ulang paling lambat ${endOf(context, first)} lewat halaman status.`;
}

/** Months whose report card a village gets with this receipt. */
interface Card {
  readonly periods: readonly Period[];
  readonly parts: readonly Part[];
}

function cardOf(
  context: DrawContext,
  village: VillageCode,
  months: readonly VillageMonth[],
  periods: readonly Period[],
): Card {
  const each = periods.map((period) => ({ period, parts: cardParts(context, village, period, months) }));
  const told = each.filter(({ parts }) => parts.length > 0);
  return { periods: told.map(({ period }) => period), parts: told.flatMap(({ parts }) => parts) };
}

function receipt(context: DrawContext, village: VillageCode, all: readonly Accepted[], card: Card): Message {
  const listed = latestOnly(all);
  const place = titleOf(context, village);
  const status = context.addresses[village]?.status ?? '';
  const more = listed.length - NAMED;
  const count = `${formatNumber(listed.length)} laporan`;
  const named = `${card.periods.map(formatPeriod).join(' dan ')} ${place}`;
  const subject = [
    ...(listed.length > 0 ? [`Sudah diterima: ${count} ${place}`] : []),
    ...(card.parts.length > 0 ? [listed.length > 0 ? 'rapor bulan' : `Rapor pelaporan ${named}`] : []),
  ];
  const received = [
    items([
      ...listed.slice(0, NAMED).map((one) => itemText(context, one)),
      ...(more > 0 ? [`dan ${formatNumber(more)} laporan lain.`] : []),
    ]),
    say(correctBy(context, listed)),
  ];
  const words = [
    ...(listed.length > 0 ? [`${count} ${place} sudah kami terima.`] : []),
    ...(card.parts.length > 0 ? [`${place}: ${plainText(card.parts.slice(0, 1))}`] : []),
    'Rinciannya di halaman status:',
  ];
  return toVillage(context, village, {
    key: `${village}|${context.today}|-|receipt`,
    kind: 'receipt',
    subject: subject.join(', '),
    parts: [...(listed.length > 0 ? received : []), ...card.parts, ...link('Halaman status', status)],
    whatsapp: {
      words: words.join(' '),
      address: status,
    },
    about: [...all.map((one) => one.version.id), ...card.periods.map((one) => `${cardId(one)}|${village}`)],
  });
}

/**
 * One receipt a village a day, listing what came into the figures since the last one; in the evening after a month was
 * locked it carries the village's report card of that month.
 */
export function receipts(
  context: DrawContext,
  months: readonly VillageMonth[],
  told: ReadonlySet<string>,
): readonly Message[] {
  const cards = cardPeriods(context, months);
  return context.places.flatMap((village) => {
    const all = untold(context, village, months, told);
    const due = cards.filter((period) => !told.has(`${cardId(period)}|${village}`));
    const card = cardOf(context, village, months, due);
    return all.length === 0 && card.parts.length === 0 ? [] : [receipt(context, village, all, card)];
  });
}
