import type { VillageBook, VillageHead, VillageMonth } from '../book';
import { owedReports, type Compliance } from '../compliance';
import { formatDay, formatMonth, formatNumber, formatPeriod, periodOf } from '../dates';
import {
  collectedPeriod,
  dueDate,
  existsIn,
  firstReported,
  isTrialMonth,
  lockDate,
  periodsFrom,
  trialCovers,
  villageOf,
} from '../due';
import { cellText } from '../escape';
import { TONES, toned } from '../looks';
import type { Patch } from '../patch';
import { fixedClosing } from '../ledgerView';
import { QUESTIONS, REHEARSAL } from '../office';
import { addMonths } from '../place';
import { people, stockText } from '../population';
import { isOpen } from '../prefill';
import { endedWords, successorsOf } from '../reforms';
import type { LocalDate, Period, Settings, Village, VillageCode } from '../settings';
import { whatsappLink } from '../notices/whatsapp';
import { TAB } from '../tabs/names';
import { STATE_LOOKS, type Tab } from '../tabs/tab';
import { lastVisitLines } from './coaching';
import { consultationLines } from './consultation';
import type { DrawContext } from './context';
import { inVillage } from './inVillage';
import { mandatoryFigures } from './linmasFigures';
import { membersLine } from './members';
import { drawPage, heading, line, phonePage, type Line } from './page';
import { eventLines, strayLines } from './statusEvents';
import { reportLines } from './statusReports';
import { villageTitle } from './rows';

/** Rows that the page takes at most. */
const HEIGHT = 120;

/** `Status`: one column, for a phone. */
export const statusPage = (): Tab => phonePage(TAB.status, HEIGHT, STATE_LOOKS);

/**
 * Months that a status page tells of on that day, oldest first: owed and not locked yet; where there is none the last
 * one that was owed.
 */
export function statusPeriods(settings: Settings, today: LocalDate): readonly Period[] {
  const newest = collectedPeriod(settings, today);
  const begun = firstReported(settings);
  const first = [addMonths(newest, -3), begun].sort()[1] ?? begun;
  const open = periodsFrom(first, newest).filter(
    (period) =>
      today <= lockDate(settings, period) || (trialCovers(settings, today) && isTrialMonth(settings, period)),
  );
  if (open.length > 0) return open;
  return newest >= begun ? [newest] : [];
}

/** The first month while it runs and nothing is collected yet: its single happenings are taken already. */
function runningFirst(settings: Settings, today: LocalDate): Period | undefined {
  const running = periodOf(today);
  const isFirst = running >= firstReported(settings) && statusPeriods(settings, today).length === 0;
  return isFirst ? running : undefined;
}

/**
 * Months of a village that have to be loaded before its page is drawn or a link for it is made: those of the page,
 * and those from which names and stocks are brought along.
 */
export function pagePeriods(settings: Settings, today: LocalDate, head: VillageHead): readonly Period[] {
  const latest = Object.values(head.latest).map((one) => one.period);
  // Single happenings of the running month are told before it is collected; questions stand in the month of asking.
  const running = periodOf(today);
  const asked = settings.reportTypes.includes(QUESTIONS) ? [addMonths(running, -1)] : [];
  return [...new Set([...statusPeriods(settings, today), ...latest, ...asked, running])].sort();
}

/** Before go-live: whether the village's *Uji kirim* came. */
function rehearsalLine(context: DrawContext, code: VillageCode): readonly Line[] {
  const { settings, today, office } = context;
  const isBefore = collectedPeriod(settings, today) < settings.goLive || trialCovers(settings, today);
  if (!isBefore || !context.catalogue.some((type) => type.id === REHEARSAL)) return [];
  const isThere = office?.rehearsed.includes(code) === true;
  const words = isThere
    ? toned('good', 'Uji kirim sudah kami terima; formulir dan akun sudah benar.')
    : toned('open', 'Uji kirim belum ada: pilih Uji kirim di formulir, cukup satu jawaban.');
  const form = context.addresses[code]?.form ?? '';
  return [line(words, isThere || form === '' ? undefined : form)];
}

/** Months of the page: those of the day in which the village exists, and loaded ones that the Kasi has opened. */
function shownPeriods(context: DrawContext, village: Village, book: VillageBook): readonly Period[] {
  const { settings, today, now } = context;
  const opened = Object.values(book.months).filter((month) =>
    month.unlocks.some((unlock) => unlock.at <= now && now <= unlock.until),
  );
  const own = statusPeriods(settings, today).filter((period) => existsIn(village, period));
  return [...new Set([...own, ...opened.map((month) => month.period)])].sort();
}

/**
 * Months from which names and stocks are brought along: those that every drawing of the page has at hand, so that the
 * page reads the same whatever else was loaded.
 */
function monthsBrought({ settings, today }: DrawContext, { head, months }: VillageBook): VillageMonth[] {
  const periods = pagePeriods(settings, today, head);
  return Object.values(months).filter((month) => periods.includes(month.period));
}

/** The village's page `Status`; the book holds the months of `pagePeriods` (absent = nothing yet) and any others. */
export function drawStatus(drawn: DrawContext, book: VillageBook): readonly Patch[] {
  const code = book.head.village;
  const context = inVillage(drawn, code);
  const { settings } = context;
  const village = villageOf(settings, code);
  if (village === undefined) return [];
  const periods = shownPeriods(context, village, book);
  const ended = endedLines(context, village);
  const lines = [
    line(`${settings.programme} Kecamatan ${settings.subdistrict.name}`),
    line(`Halaman status ${villageTitle(village)}`),
    ...ended,
    ...lastVisitLines(context, code),
    ...announcementLines(context),
    ...rehearsalLine(context, code),
    ...(periods.length + ended.length === 0 ? beginning(context, village, book) : []),
    ...periods.flatMap((period) => monthLines(context, book, period)),
    ...(periods.includes(periodOf(context.today)) ? [] : runningLines(context, village, book)),
    ...strayLines(context, book.head),
    ...membersLines(context, book.head),
    ...consultationLines(context, book),
    ...helpLines(context),
  ];
  return [drawPage({ book: code, tab: TAB.status }, lines, { height: HEIGHT, width: 1, linkColumn: 1 })];
}

/** A village that has ended: until when it was, and the forms of those that report now. */
function endedLines({ settings, today, addresses }: DrawContext, village: Village): readonly Line[] {
  if (village.until === undefined || collectedPeriod(settings, today) <= village.until) return [];
  const after = successorsOf(settings, village.code).flatMap((one) => {
    const form = addresses[one.code]?.form ?? '';
    return form === '' ? [] : [line(`Isi laporan ${villageTitle(one)}`, form)];
  });
  return [line(endedWords(settings, village)), ...after];
}

/** What the office announces on that day. */
function announcementLines({ settings, today }: DrawContext): readonly Line[] {
  const shown = (settings.announcements ?? []).filter(
    ({ from, until }) => (from === undefined || today >= from) && (until === undefined || today <= until),
  );
  return shown.length === 0
    ? []
    : [...heading('Pengumuman'), ...shown.map(({ text }) => line(cellText(text)))];
}

function membersLines(context: DrawContext, head: VillageHead): readonly Line[] {
  const said = membersLine(context, head);
  return said === undefined ? [] : [line(''), line(said)];
}

/** Nothing is collected yet; in the first month what happens one by one can be told, each with its link. */
function beginning(context: DrawContext, { from }: Village, book: VillageBook): readonly Line[] {
  const { settings, today } = context;
  const begins = [from ?? '', firstReported(settings)].sort()[1] ?? '';
  const first = `pertama: ${formatPeriod(begins)}.`;
  const running = runningFirst(settings, today);
  const period = running === begins ? running : undefined;
  const months = monthsBrought(context, book);
  const entry = { context, village: book.head.village, month: book.months[period ?? ''], months, open: true };
  const events = period === undefined ? [] : eventLines({ ...entry, period });
  if (events.length === 0) return [line(''), line(`Laporan ${first} Belum ada yang perlu dikirim.`)];
  return [line(''), line(`Laporan bulanan ${first}`), ...events];
}

/** What was told of the running month before it is collected: nobody should look for the sign in vain. */
function runningLines(context: DrawContext, village: Village, book: VillageBook): readonly Line[] {
  const period = periodOf(context.today);
  const month = book.months[period];
  if (month === undefined || !existsIn(village, period) || runningFirst(context.settings, context.today))
    return [];
  const months = monthsBrought(context, book);
  const told = eventLines({ context, village: village.code, period, month, months, open: true }, true);
  return told.length === 0 ? [] : [...heading(`${formatPeriod(period)}, bulan berjalan`), ...told];
}

function monthLines(context: DrawContext, book: VillageBook, period: Period): readonly Line[] {
  const { settings, catalogue, today, now } = context;
  const code = book.head.village;
  const month = book.months[period];
  const owed = owedReports(settings, catalogue, today, code, period, month);
  const open = isOpen(settings, today, now, period, month);
  const months = monthsBrought(context, book);
  const entry = { context, village: code, period, month, months, open };
  return [
    ...heading(formatPeriod(period)),
    line(
      open ? dueLine(settings, period) : 'Bulan ini sudah ditutup. Bila perlu perbaikan, mohon hubungi Kasi.',
    ),
    ...finalLine(context, period, owed),
    ...owed.flatMap((one) => reportLines(entry, one)),
    ...eventLines(entry),
    ...mandatoryLines(context, period, month),
    ...stockLines(period, month),
  ];
}

function dueLine(settings: Settings, period: Period): string {
  return `Tenggat ${formatDay(dueDate(settings, period))} pukul 23.59 ${settings.zone}.`;
}

/** From the 1st on: what was sent before the month ended is final unless the village sends it again. */
function finalLine(context: DrawContext, period: Period, owed: readonly Compliance[]): readonly Line[] {
  const { settings, today } = context;
  const early = owed.some((one) => one.counted?.marks.includes('interim') === true);
  if (!early || periodOf(today) === period || today > lockDate(settings, period)) return [];
  return [line(finalSentence(settings, period))];
}

/** What a village reads on the 1st about figures that it sent before the month was over. */
export function finalSentence(settings: Settings, period: Period): string {
  const since = `${String(settings.interimDay)} ${formatMonth(period)}`;
  const until = lockDate(settings, period);
  const last = `${String(Number(until.slice(8)))} ${formatMonth(periodOf(until))}`;
  return (
    `Angka sementara ${formatMonth(period)} menjadi final. Bila ada perubahan sejak ${since}, ` +
    `mohon kirim ulang paling lambat ${last}.`
  );
}

function mandatoryLines(
  context: DrawContext,
  period: Period,
  month: VillageMonth | undefined,
): readonly Line[] {
  const figures = mandatoryFigures(context.settings, period, month);
  if (figures.length === 0 || !context.catalogue.some((type) => type.id === 'activities')) return [];
  const over = periodOf(context.today) > period;
  return [
    line(`Program wajib ${formatMonth(period)}:`),
    ...figures.map((one) => {
      if (one.done > one.minimum) {
        const done = `${formatNumber(one.done)} kali, paling sedikit ${formatNumber(one.minimum)}`;
        return line(toned('good', `${one.kind}: ${done}`));
      }
      const tone = one.done === one.minimum ? 'good' : over ? 'wrong' : 'open';
      return line(
        toned(tone, `${one.kind}: ${formatNumber(one.done)} dari ${formatNumber(one.minimum)} kali`),
      );
    }),
  ];
}

/** The month's figures at its start and its end, as far as they are known. */
function stockLines(period: Period, month: VillageMonth | undefined): readonly Line[] {
  const { opening, closing } = month?.ledger ?? {};
  const fixed = fixedClosing(month?.ledger);
  const told = (when: string, stock: NonNullable<typeof opening>): Line =>
    line(`${when} ${formatMonth(period)}: ${formatNumber(people(stock))} jiwa (${stockText(stock)})`);
  return [
    ...(opening === undefined ? [] : [told('Awal', opening)]),
    ...(closing === undefined ? [] : [told('Akhir', closing)]),
    ...(closing === undefined && fixed?.stock ? [told('Ditetapkan Kasi untuk akhir', fixed.stock)] : []),
  ];
}

function helpLines(context: DrawContext): readonly Line[] {
  const { kasi, subdistrict } = context.settings;
  const greeting = `Assalamualaikum/selamat pagi ${kasi.name},`;
  const link = whatsappLink(kasi.whatsapp, greeting);
  return [
    ...heading('Bantuan'),
    line(`${TONES.good.sign} berarti laporan sudah kami terima; biasanya muncul 2 menit setelah dikirim.`),
    line('L = laki-laki, P = perempuan.'),
    link === ''
      ? line(`Kasi Trantib Kecamatan ${subdistrict.name}: ${kasi.name}`)
      : line(`WhatsApp Kasi Trantib Kecamatan ${subdistrict.name} (${kasi.name})`, link),
  ];
}
