import type { VillageMonth } from '../book';
import { formatDay, formatMonth, formatNumber } from '../dates';
import { dueDate } from '../due';
import { completeVillages, complianceLines } from '../draw/compliance';
import type { DrawContext } from '../draw/context';
import { nameOf, villageRows } from '../draw/rows';
import { someNames, workToDos, type ToDo } from '../draw/toDos';
import type { Message } from '../patch';
import type { Period } from '../settings';
import { items, link, say } from './letter';
import { toOffice } from './people';
import { missingReports, stageOn } from './stages';
import { countWord } from './wording';

/** Villages that have something missing a week after the due day. */
function weekLate(context: DrawContext, period: Period, months: readonly VillageMonth[]): readonly string[] {
  if (stageOn(context.settings, period, context.today) !== 'week') return [];
  const names = missingReports(context, period, months).map((one) => nameOf(context, one.village));
  if (names.length === 0) return [];
  return [
    `Lewat 7 hari dari tenggat ${formatMonth(period)}, belum lengkap: ${someNames(names, 20)}. ` +
      'Desa/kelurahan sudah diingatkan.',
  ];
}

/** Senders whom nobody knows, with their villages. */
function unknownSenders(
  context: DrawContext,
  period: Period,
  months: readonly VillageMonth[],
): readonly string[] {
  const names = villageRows(context, period, months).flatMap(({ village, month }) =>
    Object.values(month?.reports ?? {})
      .flat()
      .some((version) => version.state === 'senderUnknown')
      ? [village.name]
      : [],
  );
  return names.length === 0 ? [] : [`Pengirim tidak dikenal (${formatMonth(period)}): ${someNames(names)}.`];
}

function glance(context: DrawContext, period: Period, months: readonly VillageMonth[]): string {
  const { complete, of } = completeVillages(complianceLines(context, period, months));
  return (
    `${formatNumber(complete)} dari ${formatNumber(of)} desa/kelurahan lengkap untuk ${formatMonth(period)} ` +
    `(tenggat ${formatDay(dueDate(context.settings, period))}).`
  );
}

/** The one message to the Kasi in the morning; none on a day on which nothing waits for him. */
export function morningNotice(
  context: DrawContext,
  periods: readonly Period[],
  months: readonly VillageMonth[],
  waiting: number,
  others: readonly ToDo[],
): readonly Message[] {
  const each = periods.flatMap((period) => [
    ...unknownSenders(context, period, months),
    ...weekLate(context, period, months),
  ]);
  const work = periods.flatMap((period, at) =>
    workToDos(context, period, months, at === 0 ? waiting : 0, at === 0 ? others : []),
  );
  const all = [...work.map((one) => one.text), ...each];
  if (all.length === 0) return [];
  const words = `${countWord(all.length)} hal menunggu tindak lanjut Bapak/Ibu`;
  return [
    toOffice(context, {
      key: `-|${context.today}|-|morning`,
      kind: 'morning',
      village: '',
      subject: `${formatNumber(all.length)} hal menunggu tindak lanjut`,
      parts: [
        say(`${words.charAt(0).toUpperCase()}${words.slice(1)}:`),
        items(all),
        ...periods.map((period) => say(glance(context, period, months))),
        ...others.flatMap(({ label, link: address }) =>
          label === undefined ? [] : link(label, address ?? ''),
        ),
        ...link('Buka Beranda', context.masterAddress('') ?? ''),
      ],
    }),
  ];
}
