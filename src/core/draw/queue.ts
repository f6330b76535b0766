import type { Version, VillageHead, VillageMonth } from '../book';
import { closedSentence, closedYearOf } from '../closedYears';
import { countedVersion } from '../counted';
import { isInterim } from '../compliance';
import { isTrialMonth, trialCovers } from '../due';
import { cellText } from '../escape';
import { toned } from '../looks';
import type { Cell, Patch, Removal, Upsert } from '../patch';
import { ELSEWHERE } from '../persons';
import { isOpen } from '../prefill';
import type { Period } from '../settings';
import { STATES, TRANSITIONS } from '../states';
import { TAB } from '../tabs/names';
import { KEY_COLUMNS, STATE_LOOKS, text, type Tab } from '../tabs/tab';
import type { DrawContext } from './context';
import { field, rowOfFields, type Field } from './field';
import { findingText, sortedFindings } from './findings';
import { entriesOf, monthText, timeOrder, type Entry } from './history';
import { nameOf, typeTitle } from './rows';
import { stateText } from './words';

/** The month takes no changes by itself today: its lock day is over, and nobody has opened it. */
function isLocked({ settings, today, now }: DrawContext, period: Period, month?: VillageMonth): boolean {
  const onTrial = trialCovers(settings, today) && isTrialMonth(settings, period);
  return !onTrial && !isOpen(settings, today, now, period, month);
}

/** Monthly reports that count, were never approved, and whose month is locked: they stand in no queue. */
export function lockedUnapproved(context: DrawContext, months: readonly VillageMonth[]): number {
  const types = context.catalogue.filter((type) => type.frequency === 'monthly');
  const open = months.flatMap((month) =>
    isLocked(context, month.period, month)
      ? types.flatMap((type) => countedVersion(month, type.id) ?? []).filter(isUnapproved)
      : [],
  );
  return open.length;
}

/** Accepted, and approving it would accept no difference. */
const isUnapproved = ({ state, marks }: Version): boolean =>
  state === 'accepted' && !marks.includes('awaitingAdjustment');

/** Why a version waits for a person; undefined = it does not. */
function reasonToWait(
  { context, period, version }: Entry,
  month: VillageMonth | undefined,
): string | undefined {
  const year = period === undefined ? undefined : closedYearOf(context.closed, period);
  if (STATES[version.state].held)
    return year === undefined
      ? STATES[version.state].office
      : `${closedSentence(year.year)} Laporan ini hanya dapat ditolak; bila angkanya perlu, pakai Koreksi saldo di bulan yang terbuka.`;
  if (version.twin === true && version.findings.some((one) => one.rule === ELSEWHERE))
    return 'Anggota aktif di dua desa/kelurahan; pastikan yang benar, lalu tolak yang keliru.';
  if (
    version.state !== 'accepted' ||
    version.replaced === true ||
    version.twin === true ||
    period === undefined
  )
    return undefined;
  if (isUnapproved(version) && isLocked(context, period, month)) return undefined;
  const type = context.catalogue.find((one) => one.id === version.type);
  if (type?.frequency === 'event') {
    return version.findings.some((finding) => finding.severity === 'warning')
      ? 'Diterima dengan catatan; periksa, lalu setujui atau kembalikan.'
      : undefined;
  }
  if (countedVersion(month, version.type)?.id !== version.id) return undefined;
  if (isInterim(version, period, context.today)) return undefined;
  return version.marks.includes('awaitingAdjustment')
    ? 'Jumlah akhir bulan berbeda dari hitungan, dengan alasan. Setujui berarti menerima selisihnya sebagai koreksi saldo.'
    : 'Diterima, belum disetujui.';
}

interface Waiting extends Entry {
  readonly reason: string;
  /** The row stays until night with what became of it. */
  readonly done: boolean;
}

/** Stands in the row of what waits no longer. */
const DONE = 'Selesai, tidak perlu tindakan lagi.';

function lookAt({ context, version, reason, done }: Waiting): string {
  if (done) return DONE;
  const found = sortedFindings(version.findings)
    .filter((finding) => finding.severity !== 'information')
    .map((finding) => findingText(context, version, finding));
  return cellText([reason, ...found].join('\n'));
}

/** State columns: all that a refresh writes. What a person fills in stands behind them and is never written here. */
const FIELDS: readonly Field<Waiting>[] = [
  field(text('Desa/Kelurahan', 140), ({ context, village }) => nameOf(context, village)),
  field(text('Laporan', 110), ({ context, version }) => typeTitle(context, version)),
  field(text('Bulan', 125), monthText),
  field(text('Keadaan', 170, { wrap: true }), ({ context, period, version, done }) => {
    const said = stateText(version, period, context.today);
    return done ? toned('open', said.slice(2)) : said;
  }),
  field(text('Yang perlu dilihat', 305, { wrap: true }), lookAt),
  field(text('Nomor laporan', 155), ({ version }) => version.number),
];

/** `Antrean Tinjau`: the state columns, then *Tindakan*, *Alasan* (reviewers') and *Hasil* (what was done with them). */
export function queueTab(): Tab {
  return {
    name: TAB.queue,
    layout: 'keyed',
    shown: true,
    columns: [
      ...KEY_COLUMNS,
      ...FIELDS,
      text('Tindakan', 105, { list: TRANSITIONS.map((one) => one.word), editable: true }),
      text('Alasan', 200, { editable: true, wrap: true }),
      text('Hasil', 260, { wrap: true }),
    ],
    headerRow: 1,
    frozenRows: 1,
    frozenColumns: 3,
    rows: 100,
    looks: STATE_LOOKS,
    protection: 'reviewers',
    empty: 'Tidak ada yang menunggu. Laporan yang perlu ditinjau muncul di sini dengan sendirinya.',
  };
}

function queueRow(waiting: Waiting): Upsert {
  const { context, village, version } = waiting;
  const order = timeOrder(context, village, version);
  const values = [version.id, order, ...rowOfFields(FIELDS, waiting)];
  return { kind: 'upsert', book: 'master', tab: TAB.queue, key: version.id, order, values };
}

function waitingOf(entries: readonly Entry[], month: VillageMonth | undefined): readonly Waiting[] {
  return entries.flatMap((entry) => {
    const reason = reasonToWait(entry, month);
    return reason === undefined ? [] : [{ ...entry, reason, done: false }];
  });
}

/** Rows of what waits now, and of what waited before and does no more. */
function rows(now: readonly Waiting[], before: readonly Waiting[], all: readonly Entry[]): readonly Upsert[] {
  const standing = new Set(now.map((one) => one.version.id));
  const finished = before.flatMap((was) => {
    if (standing.has(was.version.id)) return [];
    const is = all.find((one) => one.version.id === was.version.id) ?? was;
    return [{ ...is, reason: '', done: true }];
  });
  return [...now, ...finished].map(queueRow);
}

/**
 * `Antrean Tinjau`: the state columns of what waits for a person in the month (the writer leaves the columns
 * after them as they are). What stood in `before` and waits no longer keeps its row, told as done, until night.
 */
export function drawQueue(
  context: DrawContext,
  month: VillageMonth,
  before?: VillageMonth,
): readonly Patch[] {
  const all = entriesOf(context, month);
  const earlier = before === undefined ? [] : waitingOf(entriesOf(context, before), before);
  return rows(waitingOf(all, month), earlier, all);
}

const strayEntries = (context: DrawContext, head: VillageHead): readonly Entry[] =>
  head.strays.map((version) => ({ context, village: head.village, period: undefined, version }));

/** The same for responses without a month. */
export function drawStrayQueue(
  context: DrawContext,
  head: VillageHead,
  before?: VillageHead,
): readonly Patch[] {
  const all = strayEntries(context, head);
  const earlier = before === undefined ? [] : waitingOf(strayEntries(context, before), undefined);
  return rows(waitingOf(all, undefined), earlier, all);
}

/** Number (from 0) of the column that tells what to look at; it says when a row is done. */
const LOOK_COLUMN = KEY_COLUMNS.length + FIELDS.findIndex((one) => one.header === 'Yang perlu dilihat');

const removal = (key: string): Removal => ({ kind: 'removal', book: 'master', tab: TAB.queue, key });

/** At night: removals of the rows that are told as done; `cells` = the tab's data rows as they stand. */
export function clearFinished(cells: readonly (readonly Cell[])[]): readonly Removal[] {
  return cells.filter((row) => row[LOOK_COLUMN] === DONE).map((row) => removal(String(row[0] ?? '')));
}

/** Removals of the rows among `keys` (those that stand in the tab) that are drawn no more. */
export function clearUndrawn(keys: readonly string[], drawn: readonly Patch[]): readonly Removal[] {
  const standing = new Set(
    drawn.flatMap((one) => (one.kind === 'upsert' && one.tab === TAB.queue ? [one.key] : [])),
  );
  return keys.filter((key) => key !== '' && !standing.has(key)).map(removal);
}
