import type { VillageMonth } from '../book';
import { countedVersion } from '../counted';
import { formatMonth, periodOf } from '../dates';
import { dueDate, isWorkingDay, lockDate } from '../due';
import type { DrawContext } from '../draw/context';
import { titleOf, villageRows } from '../draw/rows';
import { finalSentence, statusPeriods } from '../draw/status';
import type { ToDo } from '../draw/toDos';
import type { Message } from '../patch';
import type { Period } from '../settings';
import { comparisonNotices } from './comparisons';
import { partsDue, type DayParts } from './dayParts';
import { groupNotice } from './group';
import { link, say } from './letter';
import { morningNotice } from './morning';
import type { OutboxEntry } from './outbox';
import { toVillage } from './people';
import { receipts } from './receipts';
import { missingReports, stageNotice, stageNotices } from './stages';

/** Months whose reports are awaited or may still be corrected on that day. */
function awaited(context: DrawContext): readonly Period[] {
  const { settings, today } = context;
  return statusPeriods(settings, today).filter((period) => today <= lockDate(settings, period));
}

/** From the 1st on, once: what a village sent before the month was over is final. Only for `Kirim WA`. */
function interimNotices(
  context: DrawContext,
  period: Period,
  months: readonly VillageMonth[],
): readonly Message[] {
  if (periodOf(context.today) === period) return [];
  const sentence = finalSentence(context.settings, period);
  return villageRows(context, period, months).flatMap(({ village, month }) => {
    const early = context.catalogue.some(
      (type) =>
        type.frequency === 'monthly' && countedVersion(month, type.id)?.marks.includes('interim') === true,
    );
    if (!early) return [];
    const address = context.addresses[village.code]?.status ?? '';
    const message = toVillage(context, village.code, {
      key: `${village.code}|${period}|-|interim`,
      kind: 'interim',
      subject: `Angka sementara ${formatMonth(period)}, ${titleOf(context, village.code)}`,
      parts: [say(sentence), ...link('Halaman status', address)],
      whatsapp: { words: `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`, address },
    });
    // One line in the status page and in `Kirim WA`; no mail.
    return [{ ...message, to: [], cc: [] }];
  });
}

/**
 * Messages due by the clock at `context.now`: on working days from 08.00 reminders, late notices, the interim line,
 * on the due day the text for the group, and the Kasi's morning message; every day from 17.00 receipts. `months` = the months of `statusPeriods` of all
 * villages and the month before each (from it names and stocks are brought along in links); `outbox` = the outbox's rows of the last ten
 * days at least, by which nothing is said twice; `due` = what the day has not said yet: what comes up after the
 * morning waits for the next one. What each key says stays the same until it is queued: asking again is harmless.
 */
export function noticesByClock(
  context: DrawContext,
  months: readonly VillageMonth[],
  outbox: readonly OutboxEntry[],
  facts: { readonly waiting: number; readonly toDos: readonly ToDo[] },
  due: DayParts = partsDue(context),
): readonly Message[] {
  const { settings, today } = context;
  const known = new Set(outbox.map((entry) => entry.message.key));
  const periods = awaited(context);
  const morning =
    due.morning && isWorkingDay(today, settings.holidays)
      ? [
          ...periods.flatMap((period) => stageNotices(context, period, months)),
          ...periods.flatMap((period) => interimNotices(context, period, months)),
          ...periods.flatMap((period) => comparisonNotices(context, period, months)),
          ...periods
            .filter((period) => dueDate(settings, period) === today)
            .map((period) => groupNotice(context, period, months)),
          ...morningNotice(context, periods, months, facts.waiting, facts.toDos),
        ]
      : [];
  const told = new Set(
    outbox.filter((one) => one.message.kind === 'receipt').flatMap((one) => one.message.about ?? []),
  );
  const evening = due.evening ? receipts(context, months, told) : [];
  return [...morning, ...evening].filter((message) => !known.has(message.key));
}

/** Reminders that leave now because somebody asks for them: to every village that still has something to do. */
export function remindersNow(
  context: DrawContext,
  period: Period,
  months: readonly VillageMonth[],
): readonly Message[] {
  const stage = context.today > dueDate(context.settings, period) ? 'late' : 'reminder';
  return missingReports(context, period, months).map((missing) => {
    const message = stageNotice(context, missing, stage, months);
    return { ...message, key: `${message.key}-${context.today}`, cc: [] };
  });
}
