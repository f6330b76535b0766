import { archiveAddress, archiveName } from '../closedYears';
import type { VillageMonth } from '../book';
import { completenessOf } from '../compliance';
import { formatDate, formatDay, formatNumber, formatPeriod } from '../dates';
import { collectedPeriod, dueDate, existsIn, trialCovers } from '../due';
import { toned } from '../looks';
import { QUESTIONS, REHEARSAL } from '../office';
import type { Patch } from '../patch';
import type { Period } from '../settings';
import { TAB } from '../tabs/names';
import { OFFERED_TABS } from '../tabs/opened';
import { STATE_LOOKS, text, type Tab } from '../tabs/tab';
import { b3Line, b3Sum, missingWords, type B3Line } from './b3';
import { coachingLines } from './coaching';
import { completeVillages, complianceLines, type ComplianceLine } from './compliance';
import { consultationText } from './consultation';
import type { DrawContext } from './context';
import { linmasMonth } from './linmas';
import { drawPage, heading, line, pair, type Line } from './page';
import { closedText } from './population';
import { lockedUnapproved } from './queue';
import { someNames, toDosOf, type ToDo } from './toDos';

export type { ToDo } from './toDos';

const HEIGHT = 120;
/** Villages named one by one under *Belum lengkap*. */
const VILLAGES_NAMED = 25;

/** What `Beranda` is drawn from beside the months: facts that only the flows know. */
export interface HomeFacts {
  /** Set-up: parts done of all, and the part under way; undefined = finished. */
  readonly setUp?: { readonly done: number; readonly of: number; readonly now: string };
  /** Rows that wait in `Antrean Tinjau`. */
  readonly waiting: number;
  /** What a person has to do that the months do not show: messages in doubt, refused addresses, health. */
  readonly toDos: readonly ToDo[];
}

/** `Beranda`. */
export function homePage(): Tab {
  return {
    name: TAB.home,
    layout: 'page',
    shown: true,
    columns: [text('', 340, { wrap: true }), text('', 220, { wrap: true })],
    headerRow: 0,
    frozenRows: 0,
    frozenColumns: 0,
    rows: HEIGHT,
    looks: STATE_LOOKS,
    protection: 'reviewers',
    tabCell: { row: 3, column: 2 },
  };
}

const of = (part: number, whole: number): string => `${formatNumber(part)} dari ${formatNumber(whole)}`;

function setUpLines(facts: HomeFacts): readonly Line[] {
  if (facts.setUp === undefined) return [];
  const { done, of: all, now } = facts.setUp;
  return [
    ...heading('Pemasangan'),
    pair(toned('waiting', `${of(done, all)} langkah selesai`), now),
    line('Jendela boleh ditutup; pemasangan dilanjutkan sendiri setiap 5 menit.'),
  ];
}

function complianceGlance(context: DrawContext, lines: readonly ComplianceLine[]): readonly Line[] {
  const monthly = context.catalogue.filter((type) => type.frequency === 'monthly');
  return monthly.flatMap((type) => {
    const counts = completenessOf(lines.flatMap((one) => one.reports.filter((two) => two.type === type.id)));
    // Nobody owes a quarterly report in another month.
    if (counts.owed === 0 && type.quarterly === true) return [];
    return pair(
      `${type.shortTitle}: kelengkapan, ketepatan waktu`,
      `${of(counts.accepted, counts.owed)}, ${of(counts.onTime, counts.owed)}`,
    );
  });
}

/** The month's people, over the villages whose closing is known. */
function peopleGlance(lines: readonly B3Line[]): readonly Line[] {
  const closed = lines.filter((one) => one.closed);
  if (closed.length === 0) return [pair('Penduduk akhir bulan', `belum ada (${closedText(lines)})`)];
  const sums = b3Sum(closed);
  const missing = missingWords(closed);
  const sum = (from: number, count: number): number =>
    sums.slice(from, from + count).reduce((total, one) => total + one, 0);
  const [births, arrivals, deaths, departures] = [sum(7, 4), sum(11, 4), sum(15, 4), sum(19, 4)].map(
    formatNumber,
  );
  return [
    pair(
      `Penduduk akhir bulan (${closedText(lines)})`,
      `${formatNumber(sums[29] ?? 0)} jiwa, ${formatNumber(sums[27] ?? 0)} KK`,
    ),
    pair(
      'Lahir, datang, meninggal, pindah',
      `${births ?? ''}, ${arrivals ?? ''}, ${deaths ?? ''}, ${departures ?? ''}${missing === '' ? '' : ` (${missing})`}`,
    ),
  ];
}

function linmasGlance(
  context: DrawContext,
  period: Period,
  months: readonly VillageMonth[],
): readonly Line[] {
  if (!context.catalogue.some((type) => type.id === 'activities')) return [];
  const figures = linmasMonth(context, period, months);
  const times = figures.reduce((sum, one) => sum + one.activities, 0);
  const hours = figures.reduce((sum, one) => sum + one.personHours, 0);
  return [pair('Kegiatan Linmas', `${formatNumber(times)} kali, ${formatNumber(hours)} jam-orang`)];
}

/** What left `Antrean Tinjau` with the month's lock, and how it can be approved all the same. */
function unapprovedGlance(context: DrawContext, months: readonly VillageMonth[]): readonly Line[] {
  const count = lockedUnapproved(context, months);
  if (count === 0) return [];
  return [
    pair(
      'Terkunci tanpa disetujui',
      `${formatNumber(count)} laporan; tetap dihitung. Setujui dengan Setujui sebulan.`,
    ),
  ];
}

function monthGlance(
  context: DrawContext,
  period: Period,
  months: readonly VillageMonth[],
  lines: readonly ComplianceLine[],
): readonly Line[] {
  const { complete, of: owing } = completeVillages(lines);
  const population = context.catalogue.some((type) => type.id === 'population')
    ? peopleGlance(lines.map((one) => b3Line(one.row)))
    : [];
  const tone = owing > 0 && complete === owing ? 'good' : 'open';
  return [
    ...heading(`Laporan ${formatPeriod(period)}`),
    pair(toned(tone, 'Desa/kelurahan yang lengkap'), of(complete, owing)),
    pair('Tenggat', formatDay(dueDate(context.settings, period))),
    ...complianceGlance(context, lines),
    ...unapprovedGlance(context, months),
    ...population,
    ...linmasGlance(context, period, months),
    ...(context.office && context.catalogue.some((type) => type.id === QUESTIONS)
      ? [pair('Konsultasi', consultationText(context.office.asked))]
      : []),
    ...coachingLines(context),
  ];
}

/** Before go-live: who has shown that the form works, *n dari 16*. */
function rehearsalLines(context: DrawContext): readonly Line[] {
  const { settings, today, office } = context;
  const isBefore = collectedPeriod(settings, today) < settings.goLive || trialCovers(settings, today);
  if (!isBefore || !context.catalogue.some((type) => type.id === REHEARSAL)) return [];
  const all = settings.villages.filter((village) => existsIn(village, settings.goLive));
  const sent = office?.rehearsed ?? [];
  const open = all.filter((village) => !sent.includes(village.code));
  const tone = open.length === 0 ? 'good' : 'open';
  return [
    ...heading('Sebelum mulai berlaku'),
    pair('Mulai berlaku', formatPeriod(settings.goLive)),
    ...(settings.trial
      ? [pair('Masa uji coba', `${formatDate(settings.trial.from)} – ${formatDate(settings.trial.until)}`)]
      : []),
    pair(toned(tone, 'Sudah mengirim Uji kirim'), of(all.length - open.length, all.length)),
    ...(open.length === 0
      ? []
      : [
          pair(
            'Belum',
            someNames(
              open.map((village) => village.name),
              8,
            ),
          ),
        ]),
  ];
}

function toDoLines(toDos: readonly ToDo[]): readonly Line[] {
  const all = toDos.map((one) =>
    one.link === undefined
      ? line(toned('wrong', one.text))
      : pair(toned('wrong', one.text), 'Buka', one.link),
  );
  return [
    ...heading('Yang perlu dikerjakan'),
    ...(all.length === 0 ? [line(toned('good', 'Tidak ada yang menunggu tindak lanjut.'))] : all),
  ];
}

/** Villages that still owe something, with what. */
function openVillages(context: DrawContext, lines: readonly ComplianceLine[]): readonly Line[] {
  const title = (id: string): string => context.catalogue.find((type) => type.id === id)?.shortTitle ?? id;
  const open = lines.flatMap(({ row, reports }) => {
    const owed = reports.filter((one) => one.counted === undefined).map((one) => title(one.type));
    return owed.length === 0 ? [] : [pair(row.village.name, owed.join(', '))];
  });
  if (open.length === 0) return [];
  const more = open.length - VILLAGES_NAMED;
  return [
    ...heading('Belum lengkap'),
    ...open.slice(0, VILLAGES_NAMED),
    ...(more > 0 ? [line(`dan ${formatNumber(more)} desa/kelurahan lain, lihat ${TAB.compliance}.`)] : []),
  ];
}

const HIDDEN_TABS =
  'Tab yang tersembunyi: pilih namanya di baris Buka tab di atas, atau lewat menu Buka tab. Sesudah itu tetap tampil.';

function tabLines(context: DrawContext): readonly Line[] {
  const links = OFFERED_TABS.flatMap((tab) => {
    const link = context.masterAddress(tab);
    return link === undefined ? [] : [pair(tab, 'Buka', link)];
  });
  const archives = (context.closed ?? []).map(({ year, archive }) =>
    pair(archiveName(year), 'Buka', archiveAddress(archive)),
  );
  return links.length === 0 ? [] : [...heading('Semua tab'), line(HIDDEN_TABS), ...links, ...archives];
}

/** `Beranda`: the month at a glance, what to do, who is missing, links. */
export function drawHome(
  context: DrawContext,
  period: Period,
  months: readonly VillageMonth[],
  facts: HomeFacts,
): readonly Patch[] {
  const { settings } = context;
  const lines = complianceLines(context, period, months);
  const page = [
    line(`${settings.programme} Kecamatan ${settings.subdistrict.name}`),
    line(settings.subdistrict.regency),
    pair('Buka tab (pilih di sebelah kanan)', ''),
    ...setUpLines(facts),
    ...rehearsalLines(context),
    ...monthGlance(context, period, months, lines),
    ...toDoLines(toDosOf(context, period, months, facts.waiting, facts.toDos)),
    ...openVillages(context, lines),
    ...tabLines(context),
  ];
  return [drawPage({ book: 'master', tab: TAB.home }, page, { height: HEIGHT, width: 2, linkColumn: 2 })];
}
