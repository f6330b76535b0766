import type { Decision, VillageHead } from '../core/book';
import { difference } from '../core/draw/difference';
import { allRegisterTabs, REGISTER } from '../core/draw/register';
import { inTrial } from '../core/due';
import { drawOutbox, firstState } from '../core/notices/outbox';
import { drawWhatsapp } from '../core/notices/whatsapp';
import type { Book, Cell, Message, Patch, Upsert } from '../core/patch';
import { villageTabs } from '../core/tabs';
import type { VillageCode } from '../core/settings';
import { TAB } from '../core/tabs/names';
import { applyPatches, type Counts } from '../google/apply';
import { countKeyed, type KeyedCount } from '../google/keyed';
import { openBook } from '../google/tables';
import type { Workbook } from '../google/workbook';
import { CATALOGUE } from '../reports/index';
import { decisionToCells } from './decisions';
import { tabsOfMaster, type Desk } from './desk';
import { appendRows } from './logs';
import { isUnclean, jsonOf, KEY, remember, runMarks, type Memory, type RunMark, type Task } from './memory';
import { Shelf } from './shelf';
import { trimBlocks } from './trim';

/**
 * One run's writings, collected and then written in the order in which a crash at any call is healed by the next
 * run: run mark → `Keputusan` → rows and pages → outbox → log → what people ticked → `Indeks` → properties.
 * As long as `Indeks` is not written, the next run finds everything as it was before and does the same again.
 */
export class Run {
  readonly shelf: Shelf;
  /** The last run of this kind was interrupted: keys are looked for before anything is appended. */
  readonly interrupted: boolean;
  /** Villages that the interrupted run was about: their rows of `Indeks` may be half written. */
  readonly broken: readonly VillageCode[];
  private begun = false;
  /** Villages that the mark of this run, or of the interrupted one, names. */
  private marked: readonly VillageCode[];
  private counts: Record<string, KeyedCount>;
  private readonly books: Record<string, Workbook> = {};
  private readonly patches: Patch[] = [];
  private readonly messages: Message[] = [];
  private readonly recorded: (readonly Cell[])[] = [];
  private readonly logged: (readonly Cell[])[] = [];
  private readonly last: (() => void)[] = [];
  private postponed: readonly VillageCode[] = [];
  private readonly kept: Record<string, string> = {};

  constructor(
    readonly desk: Desk,
    readonly memory: Memory,
    private readonly task: Task,
  ) {
    this.shelf = new Shelf(desk.master, desk.context.placing, desk.context.places);
    const mark = runMarks(memory)[task];
    this.interrupted = mark !== undefined;
    this.broken = mark?.villages ?? [];
    this.marked = this.broken;
    // What an interrupted run appended is not in its counts: every tab is counted anew.
    this.counts = isUnclean(memory) ? {} : { ...jsonOf<Counts>(memory, KEY.counts, {}) };
  }

  /**
   * Says that this run is about to write, and about which villages. The next run finds it where this one is
   * interrupted; what an interrupted run left is kept until all of it is healed.
   */
  begin(villages: readonly VillageCode[] = []): void {
    const all = [...new Set([...this.marked, ...villages])].sort();
    const isSaid = (this.begun || this.interrupted) && all.length === this.marked.length;
    this.begun = true;
    if (isSaid) return;
    this.marked = all;
    const mark: RunMark = { at: this.desk.now, villages: all };
    remember(this.memory, { [KEY.run]: JSON.stringify({ ...runMarks(this.memory), [this.task]: mark }) });
  }

  /** What an interrupted run left of these villages is healed by a later run. */
  postpone(villages: readonly VillageCode[]): void {
    this.postponed = villages.filter((village) => this.broken.includes(village));
  }

  /** All that is to be drawn so far. */
  get drawn(): readonly Patch[] {
    return this.patches;
  }

  draw(...patches: readonly Patch[]): void {
    this.patches.push(...patches);
  }

  /** Draws what changed between two drawings of the same thing; all of it after an interruption. */
  redraw(before: readonly Patch[], after: readonly Patch[]): void {
    this.draw(...(this.interrupted ? after : trimBlocks(before, difference(before, after))));
  }

  say(...messages: readonly Message[]): void {
    const { settings, now } = this.desk;
    this.messages.push(...(inTrial(settings, now) ? messages.filter(isAnswer) : messages));
  }

  /** Rows for `Keputusan`. */
  record(...rows: readonly (readonly Cell[])[]): void {
    this.recorded.push(...rows);
  }

  decide(...decisions: readonly Decision[]): void {
    const { zone } = this.desk.registry.facts;
    this.record(...decisions.map((decision) => decisionToCells(decision, zone)));
  }

  log(...rows: readonly (readonly Cell[])[]): void {
    this.logged.push(...rows);
  }

  /** To be done after everything that can be drawn again, right before `Indeks`: taking away people's ticks. */
  afterwards(act: () => void): void {
    this.last.push(act);
  }

  /** Properties that are set with the end of the run. */
  keep(entries: Readonly<Record<string, string>>): void {
    Object.assign(this.kept, entries);
  }

  /** Rows of a tab of the master, as far as they are known. */
  countOf(tab: string): KeyedCount | undefined {
    return this.countIn('master', tab);
  }

  countIn(book: Book, tab: string): KeyedCount | undefined {
    return this.counts[`${book}/${tab}`];
  }

  /** Counts the tabs of the master whose rows are not known: after set-up, or after an interruption. */
  countAll(): void {
    const { master } = this.desk;
    for (const { name, layout } of tabsOfMaster()) {
      if (this.countOf(name) !== undefined || !master.has(name)) continue;
      if (layout === 'keyed') this.recount(name, countKeyed(master, name));
      if (name === TAB.log || name === TAB.decisions)
        this.recount(name, { rows: Math.max(0, master.lastRow(name) - 1), last: '' });
    }
    this.keep({
      [KEY.counts]: JSON.stringify(this.counts),
      [KEY.decisions]: String(this.countOf(TAB.decisions)?.rows ?? 0),
    });
  }

  /** Notes how many rows a tab of the master has now. */
  recount(tab: string, count: KeyedCount): void {
    this.recountIn('master', tab, count);
  }

  recountIn(book: Book, tab: string, count: KeyedCount): void {
    this.counts[`${book}/${tab}`] = count;
  }

  /** A village of which nothing was known has no rows in its own tab: they need not be counted. */
  knowEmpty(village: VillageCode, head: VillageHead): void {
    const isNew = head.firstPeriod === undefined && head.strays.length === 0;
    if (isNew && !this.interrupted) this.counts[`${village}/${TAB.ownReports}`] ??= { rows: 0, last: '' };
  }

  open(book: Book): Workbook {
    if (book === 'master') return this.desk.master;
    if (book === REGISTER)
      return (this.books[book] ??= openBook(
        this.desk.registry.facts.register ?? '',
        allRegisterTabs(CATALOGUE),
      ));
    const row = this.desk.registry.villages.find((one) => one.code === book);
    if (row === undefined) throw new Error(`Village ${book} has no row in Registri.`);
    return (this.books[book] ??= openBook(row.sheet, villageTabs()));
  }

  /** Whether there are messages to be sent after this run. */
  get hasMessages(): boolean {
    return this.messages.length > 0;
  }

  private marksAfter(): string {
    const { [this.task]: own, ...others } = runMarks(this.memory);
    const left =
      own && this.postponed.length > 0 ? { [this.task]: { ...own, villages: this.postponed } } : {};
    const all = { ...others, ...left };
    return Object.keys(all).length === 0 ? '' : JSON.stringify(all);
  }

  private get hasRows(): boolean {
    const all = [this.patches, this.messages, this.recorded, this.logged, this.last];
    return all.some((one) => one.length > 0) || this.shelf.patches().length > 0;
  }

  /** Writes all of it. A run that has nothing to write sets its properties only. */
  finish(): void {
    if (this.hasRows) {
      this.begin();
      this.writeDecisions();
      this.write([...this.patches, ...this.outbox()]);
      this.append(TAB.log, this.logged);
      for (const act of this.last) act();
      this.write(this.shelf.patches());
    }
    const ended = this.begun || this.interrupted;
    const entries = {
      ...this.kept,
      ...(ended ? { [KEY.counts]: JSON.stringify(this.counts), [KEY.run]: this.marksAfter() } : {}),
    };
    remember(this.memory, entries);
  }

  private write(patches: readonly Patch[]): void {
    const state = { counts: this.counts, interrupted: this.interrupted };
    this.counts = { ...applyPatches((book) => this.open(book), patches, state) };
  }

  private writeDecisions(): void {
    if (this.recorded.length === 0 && !this.interrupted) return;
    this.append(TAB.decisions, this.recorded);
    // Rows that an interrupted round left are its own to fold, not another run's to step over.
    if (this.task === 'putaran' || runMarks(this.memory).putaran === undefined)
      this.keep({ [KEY.decisions]: String(this.countOf(TAB.decisions)?.rows ?? 0) });
  }

  private append(tab: string, rows: readonly (readonly Cell[])[]): void {
    if (rows.length === 0 && !this.interrupted) return;
    this.recount(tab, appendRows(this.desk.master, tab, rows, this.countOf(tab), this.interrupted));
  }

  /** Rows of new messages; one that is in the outbox already is never written again: it may have been sent. */
  private outbox(): readonly Upsert[] {
    if (this.messages.length === 0) return [];
    const known = this.knownKeys();
    const { context, now } = this.desk;
    const latest = Object.values(Object.fromEntries(this.messages.map((one) => [one.key, one] as const)));
    const fresh = latest.filter((message) => !known.has(message.key));
    // The outbox last: what stands in it has its row in `Kirim WA`, however the run ended.
    return [
      ...fresh.flatMap((message) => drawWhatsapp(context, message, now)),
      ...fresh.map((message) =>
        asFresh(drawOutbox(context, { message, state: firstState(message), queuedAt: now })),
      ),
    ];
  }

  private knownKeys(): ReadonlySet<string> {
    const { master } = this.desk;
    const rows = master.lastRow(TAB.outbox) - 1;
    if (rows <= 0) return new Set();
    const cells = master.read(TAB.outbox, { row: 2, column: 1, rows, columns: 1 });
    return new Set(cells.map((row) => String(row[0] ?? '')));
  }
}

/** In the trial period nothing leaves but what answers a sender. */
const isAnswer = ({ kind }: Message): boolean =>
  kind === 'correction' || kind === 'held' || kind === 'receipt' || kind === 'answer';

const asFresh = (upsert: Upsert): Upsert => ({ ...upsert, fresh: true });
