import type { VillageMonth } from '../book';
import { owedReports, type Compliance } from '../compliance';
import { addDays, formatDay, formatMonth, formatNumber, formatPeriod, formatShortDate } from '../dates';
import { dueDate, isTrialMonth, lockDate } from '../due';
import type { DrawContext } from '../draw/context';
import { reportMonth, titleOf, villageRows } from '../draw/rows';
import { mandatoryFigures } from '../draw/linmasFigures';
import { correctionLink, latestVersion, reportLink } from '../prefill';
import type { Message } from '../patch';
import type { LocalDate, Period, Settings, VillageCode } from '../settings';
import { link, say, type Part } from './letter';
import { toVillage } from './people';
import { listed } from '../text';
import { countWord, endOf, lastDay } from './wording';

/** `reminder` from three days before the due day on, `late` from the day after it; `week` = seven days after it. */
export type Stage = 'reminder' | 'late' | 'week';

/** The stage of a month on that day: only the latest one counts. Undefined = nothing is due, or the month is locked. */
export function stageOn(settings: Settings, period: Period, today: LocalDate): Stage | undefined {
  const due = dueDate(settings, period);
  if (today > lockDate(settings, period) || today < addDays(due, -3)) return undefined;
  if (today <= due) return 'reminder';
  return today >= addDays(due, 7) ? 'week' : 'late';
}

/** What a village still has to send, or to send again; what waits for the office is not its business. */
export interface Missing {
  readonly village: VillageCode;
  readonly period: Period;
  readonly reports: readonly Compliance[];
}

/** Villages that still have to do something for the month; none for a month of the trial period. */
export function missingReports(
  context: DrawContext,
  period: Period,
  months: readonly VillageMonth[],
): readonly Missing[] {
  const { settings, catalogue, today } = context;
  if (isTrialMonth(settings, period)) return [];
  return villageRows(context, period, months).flatMap(({ village, month }) => {
    const reports = owedReports(settings, catalogue, today, village.code, period, month).filter(
      (one) => one.word === 'missing' || one.word === 'notDue' || one.word === 'toCorrect',
    );
    return reports.length === 0 ? [] : [{ village: village.code, period, reports }];
  });
}

const stageKey = (village: VillageCode, period: Period, stage: Stage): string =>
  `${village}|${period}|-|${stage}`;

/** In a list of names an abbreviation is told with its noun: *Rekap Linmas dan RT* would read as one report. */
const inList = (name: string): string => (/^[A-Z]{2,3}$/.test(name) ? `laporan ${name}` : name);

function title(context: DrawContext, one: Compliance): string {
  return context.catalogue.find((type) => type.id === one.type)?.shortTitle ?? one.type;
}

/** `Kependudukan dan Rekap Linmas belum kami terima; … masih perlu diperbaiki`. */
function whatIsMissing(context: DrawContext, missing: Missing): string {
  const named = (one: Compliance): string => inList(title(context, one));
  const absent = missing.reports.filter((one) => one.word !== 'toCorrect').map(named);
  const wrong = missing.reports.filter((one) => one.word === 'toCorrect').map(named);
  const place = titleOf(context, missing.village);
  const first =
    absent.length === 0
      ? []
      : [
          `Sampai hari ini ${countWord(absent.length)} laporan ${place} untuk ${formatPeriod(missing.period)} ` +
            `belum kami terima: ${listed(absent)}.`,
        ];
  const second =
    wrong.length === 0 ? [] : [`Yang sudah dikirim tetapi masih perlu diperbaiki: ${listed(wrong)}.`];
  return [...first, ...second].join(' ');
}

/** A link for each report: the form with the month filled in, or what was sent, to be corrected. */
function missingLinks(
  context: DrawContext,
  missing: Missing,
  months: readonly VillageMonth[],
): readonly (readonly [label: string, address: string])[] {
  const own = months.filter((month) => month.village === missing.village);
  return missing.reports.map((one) => {
    const { village, period } = missing;
    const label = `${title(context, one)} ${reportMonth(context, one.type, period, 'short')}`;
    return one.word === 'toCorrect' && one.version !== undefined
      ? [`Perbaiki ${label}`, correctionLink(context, village, one.version, period)]
      : [
          `Isi ${label}`,
          reportLink(
            context,
            village,
            one.type,
            period,
            latestVersion(own, one.type),
            own.find((month) => month.period === period),
          ),
        ];
  });
}

function untilText(
  context: DrawContext,
  period: Period,
  stage: Stage,
  month: VillageMonth | undefined,
): string {
  const due = formatDay(dueDate(context.settings, period));
  if (stage === 'reminder') return `Tenggatnya ${due} pukul 23.59 ${context.settings.zone}.`;
  const last = lastDay(context, period, month);
  return last === undefined
    ? `Tenggatnya, ${due}, sudah lewat dan bulannya sudah ditutup; laporan yang dikirim sekarang menunggu Kasi membuka kuncinya.`
    : `Tenggatnya, ${due}, sudah lewat; laporan masih kami tunggu sampai ${endOf(context, last)}.`;
}

/** The mandatory programme as far as it is not fulfilled; nothing where it is, or where there is none. */
function programmeParts(
  context: DrawContext,
  missing: Missing,
  months: readonly VillageMonth[],
): readonly Part[] {
  const month = months.find((one) => one.village === missing.village && one.period === missing.period);
  const figures = mandatoryFigures(context.settings, missing.period, month);
  const open = figures.filter((one) => one.done < one.minimum);
  if (open.length === 0 || !context.catalogue.some((type) => type.id === 'activities')) return [];
  const named = open.map(
    (one) => `${one.kind} ${formatNumber(one.done)} dari ${formatNumber(one.minimum)} kali`,
  );
  return [say(`Program wajib ${formatMonth(missing.period)} yang belum tercatat lengkap: ${listed(named)}.`)];
}

/** The message of a stage to a village: one for all that it still has to do for the month. */
export function stageNotice(
  context: DrawContext,
  missing: Missing,
  stage: 'reminder' | 'late',
  months: readonly VillageMonth[],
): Message {
  const { village, period } = missing;
  const links = missingLinks(context, missing, months);
  const count = `${String(missing.reports.length)} laporan ${formatPeriod(period)}`;
  const due = formatShortDate(dueDate(context.settings, period));
  const month = months.find((one) => one.village === village && one.period === period);
  const words = `${whatIsMissing(context, missing)} ${untilText(context, period, stage, month)}`;
  const isOnlyWrong = missing.reports.every((one) => one.word === 'toCorrect');
  const nothing = isOnlyWrong
    ? 'Bila ada kendala, mohon kabari kami.'
    : 'Bila tidak ada kejadian, tetap kirim dengan angka 0 atau pilih Nihil. Bila ada kendala, mohon kabari kami.';
  const here = isOnlyWrong ? 'Perbaiki di sini (sudah terisi):' : 'Isi di sini (bulan sudah terisi):';
  const [only] = links;
  const status = context.addresses[village]?.status ?? '';
  return toVillage(context, village, {
    key: stageKey(village, period, stage),
    kind: stage,
    subject:
      stage === 'reminder'
        ? `Pengingat: ${count}, tenggat ${due}`
        : `Belum kami terima: ${count}, tenggat ${due} sudah lewat`,
    parts: [
      say(words),
      say(nothing),
      ...programmeParts(context, missing, months),
      ...(links.length === 0 ? [] : [say(here)]),
      ...links.flatMap(([label, address]) => link(label, address)),
    ],
    whatsapp: {
      words: `${words.charAt(0).toLowerCase()}${words.slice(1)} ${here}`,
      address: links.length === 1 && only !== undefined ? only[1] : status,
    },
    ...(stage === 'late' ? { supervisor: true as const } : {}),
  });
}

/**
 * Messages of the stage that a month has reached, to the villages that still have something to do. A week after the
 * due day it is still the late notice, for a village that was never told.
 */
export function stageNotices(
  context: DrawContext,
  period: Period,
  months: readonly VillageMonth[],
): readonly Message[] {
  const stage = stageOn(context.settings, period, context.today);
  if (stage === undefined) return [];
  const told = stage === 'week' ? 'late' : stage;
  return missingReports(context, period, months).map((missing) =>
    stageNotice(context, missing, told, months),
  );
}
