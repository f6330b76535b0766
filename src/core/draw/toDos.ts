import type { VillageMonth } from '../book';
import { countedVersion } from '../counted';
import { formatNumber, formatPeriod } from '../dates';
import { existsIn } from '../due';
import { lettersOf } from '../letters/paper';
import { LEDGER_TYPE } from '../population';
import { operatorsOf } from '../senders';
import type { Period, Village } from '../settings';
import { SETTINGS_NAME, TAB } from '../tabs/names';
import type { DrawContext } from './context';
import { coachingToDos } from './coaching';
import { controlWarnings } from './controlWarnings';
import { nameOf, villageRows } from './rows';

/** Something that a person of the office has to do, and where it is done ('' = nowhere in particular). */
export interface ToDo {
  readonly text: string;
  readonly link?: string;
  /** Makes the link one of the morning's message too, under this name. */
  readonly label?: string;
}

/** Names as a sentence holds them: the first few, the rest counted. */
export function someNames(names: readonly string[], most = 5): string {
  const rest = names.length - most;
  return rest > 0 ? `${names.slice(0, most).join(', ')} dan ${formatNumber(rest)} lain` : names.join(', ');
}

function here(context: DrawContext, tab: string): { readonly link?: string } {
  const link = context.masterAddress(tab);
  return link === undefined ? {} : { link };
}

/** The month's report waits for the balance that it proposes. */
function awaitsOpening(month: VillageMonth | undefined): boolean {
  return countedVersion(month, LEDGER_TYPE)?.marks.includes('awaitingOpening') === true;
}

/** What a letter could not say yet: it would stand there in brackets. */
function letterToDos(context: DrawContext): readonly ToDo[] {
  const { address, name, basis } = lettersOf(context.settings);
  const empty = [
    ...(address === '' ? ['alamat kantor'] : []),
    ...(name === '' ? ['nama penanda tangan'] : []),
  ];
  return [
    ...(empty.length === 0
      ? []
      : [
          {
            text: `Untuk surat teguran belum diisi: ${empty.join(' dan ')}.`,
            ...here(context, SETTINGS_NAME.settings),
          },
        ]),
    ...(basis.length === 0
      ? [{ text: 'Dasar hukum surat teguran belum diisi.', ...here(context, SETTINGS_NAME.basis) }]
      : []),
  ];
}

/** What the settings still lack, each with the tab in which it is filled in. */
function settingToDos(
  context: DrawContext,
  period: Period,
  months: readonly VillageMonth[],
): readonly ToDo[] {
  const { settings, today } = context;
  const existing = settings.villages.filter((village) => existsIn(village, period));
  const without = (has: (village: Village) => boolean): readonly string[] =>
    existing.filter((village) => !has(village)).map((village) => village.name);
  const unstaffed = without((village) => operatorsOf(settings, village.code, today).length > 0);
  const unopened = settings.reportTypes.includes('population')
    ? without((village) => settings.openings.some((one) => one.village === village.code))
    : [];
  const waiting = unopened.filter((name) =>
    villageRows(context, period, months).some((row) => row.village.name === name && awaitsOpening(row.month)),
  );
  const { kasi } = settings;
  const tell = (names: readonly string[], what: string, tab: string): readonly ToDo[] =>
    names.length === 0 ? [] : [{ text: `${what}: ${someNames(names)}.`, ...here(context, tab) }];
  return [
    ...(kasi.email === '' || kasi.whatsapp === ''
      ? [
          {
            text: 'Email atau nomor WhatsApp Kasi belum diisi.',
            ...here(context, SETTINGS_NAME.settings),
          },
        ]
      : []),
    ...tell(unstaffed, 'Operator belum terdaftar', SETTINGS_NAME.operators),
    ...tell(waiting, 'Saldo awal menunggu konfirmasi (jalankan Saldo awal)', SETTINGS_NAME.openings),
    ...tell(
      unopened.filter((name) => !waiting.includes(name)),
      'Saldo awal belum diisi',
      SETTINGS_NAME.openings,
    ),
    ...letterToDos(context),
  ];
}

/** Differences of the month that a person has to settle. */
function differenceToDos(
  context: DrawContext,
  period: Period,
  months: readonly VillageMonth[],
): readonly ToDo[] {
  const open = villageRows(context, period, months).filter(({ month }) => {
    const difference = month?.ledger?.difference;
    return difference !== undefined && !difference.settled && difference.cause !== 'reported';
  });
  if (open.length === 0) return [];
  const names = someNames(open.map((row) => row.village.name));
  return [
    { text: `Selisih ${formatPeriod(period)} belum selesai: ${names}.`, ...here(context, TAB.differences) },
  ];
}

/** Reports that count and whose total fits no more, since the opening changed after they were accepted. */
function balanceToDos(
  context: DrawContext,
  period: Period,
  months: readonly VillageMonth[],
): readonly ToDo[] {
  const open = villageRows(context, period, months).filter(
    ({ month }) => controlWarnings(month).warnings.length > 0,
  );
  if (open.length === 0) return [];
  const names = someNames(open.map((row) => row.village.name));
  const text = `Jumlah akhir ${formatPeriod(period)} tidak lagi cocok sejak jumlah awalnya berubah: ${names}.`;
  return [{ text, ...here(context, TAB.population) }];
}

/** `2 laporan menunggu ditinjau.` */
function queueToDos(context: DrawContext, waiting: number): readonly ToDo[] {
  if (waiting === 0) return [];
  return [{ text: `${formatNumber(waiting)} laporan menunggu ditinjau.`, ...here(context, TAB.queue) }];
}

/** `2 pertanyaan operator menunggu jawaban: Balang, Layap.` */
function questionToDos(context: DrawContext): readonly ToDo[] {
  const open = context.office?.asked.open ?? [];
  if (open.length === 0) return [];
  const names = [...new Set(open.map(([, village]) => nameOf(context, village)))];
  const text = `${formatNumber(open.length)} pertanyaan operator menunggu jawaban: ${someNames(names)}.`;
  return [{ text, ...here(context, TAB.consultation) }];
}

/** The month's work of the office: what waits, what does not fit, and `others` = what only a run can know. */
export function workToDos(
  context: DrawContext,
  period: Period,
  months: readonly VillageMonth[],
  waiting: number,
  others: readonly ToDo[],
): readonly ToDo[] {
  return [
    ...queueToDos(context, waiting),
    ...questionToDos(context),
    ...coachingToDos(context),
    ...differenceToDos(context, period, months),
    ...balanceToDos(context, period, months),
    ...others,
  ];
}

/** All that a person of the office has to do, what the settings still lack last. */
export function toDosOf(
  context: DrawContext,
  period: Period,
  months: readonly VillageMonth[],
  waiting: number,
  others: readonly ToDo[],
): readonly ToDo[] {
  return [...workToDos(context, period, months, waiting, others), ...settingToDos(context, period, months)];
}
