import type { Decision, Version } from '../core/book';
import { closedYearOf } from '../core/closedYears';
import { isInterim } from '../core/compliance';
import { countedVersion } from '../core/counted';
import { formatNumber, formatPeriod, parsePeriod } from '../core/dates';
import { nameOf, titleOf } from '../core/draw/rows';
import { firstReported, monthList } from '../core/due';
import type { Period, VillageCode } from '../core/settings';
import { mayDecide } from '../core/states';
import { TAB } from '../core/tabs/names';
import type { Desk } from './desk';
import { monthField, villageField, type Draft, type Plain } from './dialogFields';
import { problem, villageNamed, type Order, type UnderstandResult } from './orders';
import { Shelf } from './shelf';

/** How far back the dialog looks for reports that wait. */
const MONTHS_SHOWN = 6;
/** Reports that are named one by one. */
const NAMED = 12;

/** What is approved; in `Perintah` the same words stand under *Alasan*, empty = the first. */
const WHICH = ['hanya yang tanpa catatan', 'juga yang bercatatan'] as const;

/** Reason of each decision of one *Setujui sebulan*: by it they are known as one. */
export const APPROVED_TOGETHER = 'Setujui sebulan';

/** A monthly report that waits for approval. */
interface Waiting {
  readonly village: VillageCode;
  readonly period: Period;
  readonly version: Version;
  readonly title: string;
  /** Its figures gave rise to a warning. */
  readonly remarked: boolean;
  /** Approving would accept a koreksi saldo: decided one by one. */
  readonly differs: boolean;
}

/** The monthly reports of some months that wait, in the order of the villages. As many calls as loading the months takes. */
function waitingIn(desk: Desk, periods: readonly Period[]): readonly Waiting[] {
  const { master, context } = desk;
  const shelf = new Shelf(master, context.placing, context.places);
  shelf.load(periods.map((period) => ({ period })));
  const types = context.catalogue.filter((type) => type.frequency === 'monthly');
  return periods.flatMap((period) =>
    shelf.slice(period).flatMap((month) =>
      types.flatMap((type): Waiting[] => {
        const version = countedVersion(month, type.id);
        if (version === undefined || !mayDecide(version, 'approve')) return [];
        if (isInterim(version, period, context.today)) return [];
        return [
          {
            village: month.village,
            period,
            version,
            title: type.shortTitle,
            remarked: version.findings.some((finding) => finding.severity === 'warning'),
            differs: version.marks.includes('awaitingAdjustment'),
          },
        ];
      }),
    ),
  );
}

/** Months whose reports can be decided, newest first. */
function monthsAsked(desk: Desk): readonly Period[] {
  const { settings, context } = desk;
  return monthList(settings, context.today)
    .filter((period) => period >= firstReported(settings) && period >= desk.registry.base)
    .filter((period) => closedYearOf(context.closed, period) === undefined);
}

function lineOf(period: Period, all: readonly Waiting[]): string {
  const counted = [
    [all.filter((one) => !one.remarked && !one.differs).length, 'tanpa catatan'],
    [all.filter((one) => one.remarked && !one.differs).length, 'bercatatan'],
    [all.filter((one) => one.differs).length, 'dengan alasan selisih'],
  ] as const;
  const parts = counted.flatMap(([count, words]) => (count === 0 ? [] : [`${formatNumber(count)} ${words}`]));
  return `${formatPeriod(period)}: ${parts.join(', ')}.`;
}

/** The dialog of *Setujui sebulan*: what waits, month by month. */
export function approveDialog(desk: Desk, plain: Plain): Draft {
  const periods = monthsAsked(desk).slice(0, MONTHS_SHOWN);
  const waiting = waitingIn(desk, periods);
  const lines = periods.flatMap((period) => {
    const all = waiting.filter((one) => one.period === period);
    return all.length === 0 ? [] : [lineOf(period, all)];
  });
  const [newest] = waiting;
  if (newest === undefined)
    return {
      ...plain,
      introduction:
        'Tidak ada laporan bulanan yang menunggu persetujuan. Laporan yang masuk muncul di sini sesudah bulannya berakhir.',
      action: '',
    };
  const { choices = [], ...village } = villageField(desk);
  return {
    ...plain,
    introduction:
      'Laporan bulanan yang sudah diterima disetujui sekaligus; bulannya lalu terkunci untuk laporan itu. Yang diterima dengan alasan selisih tetap diputuskan satu per satu di Antrean Tinjau. Dapat dibatalkan dengan Batalkan keputusan. Yang belum disetujui, juga bulan yang sudah terkunci dan tidak lagi di Antrean Tinjau:',
    lines,
    fields: [
      monthField(desk, newest.period),
      {
        ...village,
        required: false,
        choices: [
          { value: '', label: 'Semua desa dan kelurahan' },
          ...choices.filter((one) => one.value !== ''),
        ],
      },
      {
        id: 'reason',
        label: 'Yang disetujui',
        kind: 'list',
        required: true,
        choices: WHICH.map((words) => ({ value: words, label: words })),
        value: WHICH[0],
      },
    ],
    action: 'Setujui',
  };
}

const listed = (desk: Desk, all: readonly Waiting[]): string => {
  const names = all.slice(0, NAMED).map((one) => `${nameOf(desk.context, one.village)} (${one.title})`);
  const more = all.length - names.length;
  return [...names, ...(more > 0 ? [`dan ${formatNumber(more)} lagi`] : [])].join(', ');
};

/** What is left, each kind with where it is decided. */
function leftText(desk: Desk, left: readonly Waiting[]): string {
  const differing = left.filter((one) => one.differs);
  const remarked = left.filter((one) => !one.differs);
  return [
    remarked.length === 0
      ? ''
      : ` Bercatatan, belum disetujui: ${listed(desk, remarked)}. Periksa di ${TAB.queue}, atau pilih “${WHICH[1]}”.`,
    differing.length === 0
      ? ''
      : ` Dengan alasan selisih, diputuskan satu per satu di ${TAB.queue}: ${listed(desk, differing)}.`,
  ].join('');
}

/** Reads a month, perhaps a village, and whether reports with remarks are approved as well. */
export function understandApprove(desk: Desk, order: Order): UnderstandResult {
  const period = parsePeriod(order.period);
  if (period === undefined) return problem('Mohon pilih bulannya.');
  const month = formatPeriod(period);
  const village = villageNamed(desk, order.village);
  if (village === undefined && order.village.trim() !== '')
    return problem(`Desa atau kelurahan "${order.village.trim()}" tidak dikenal.`);
  const chosen = order.reason.trim().toLowerCase();
  if (chosen !== '' && !WHICH.some((words) => words === chosen))
    return problem(`Mohon pilih “${WHICH[0]}” atau “${WHICH[1]}” (di Perintah: di kolom Alasan).`);
  const asked = monthsAsked(desk).includes(period) ? waitingIn(desk, [period]) : [];
  const waiting = asked.filter((one) => village === undefined || one.village === village);
  const good = waiting.filter((one) => !one.differs && (chosen === WHICH[1] || !one.remarked));
  const left = leftText(
    desk,
    waiting.filter((one) => !good.includes(one)),
  );
  const whose = village === undefined ? '' : ` ${titleOf(desk.context, village)}`;
  if (good.length === 0) return problem(`Tidak ada laporan ${month}${whose} yang dapat disetujui.${left}`);
  const many = good.map((one): Omit<Decision, 'actor'> => ({
    id: '',
    at: desk.now,
    action: 'approve',
    village: one.village,
    period,
    responseId: one.version.id,
    reason: APPROVED_TOGETHER,
  }));
  return { ok: { many, said: `${formatNumber(good.length)} laporan ${month}${whose} disetujui.${left}` } };
}
