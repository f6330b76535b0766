import type { Decision, Submission, Version, VillageBook, VillageEvent } from '../../src/core/book';
import { formatPeriod } from '../../src/core/dates';
import { emptyBook, foldVillage, periodsNeeded, type FoldEnv, type VersionChange } from '../../src/core/fold';
import { answerKey } from '../../src/core/head';
import { headFromCells, headToCells, monthFromCells, monthToCells } from '../../src/core/indexRow';
import type { ReportTypeId, Stock } from '../../src/core/report';
import type { Instant, Settings } from '../../src/core/settings';
import type { Snapshot } from '../../src/core/snapshots';
import { instantOf } from '../../src/core/zones';
import { CATALOGUE } from '../../src/reports';
import { PLAIN, type Answers } from './plainAnswers';

export const BALANG = '63.11.06.2005';
export const OPERATOR = 'operator.balang@example.id';
export const KASI = 'kasi@example.id';

/** Settings of an invented office: go-live July 2026, due day 5, lock day 20, interim day 25. */
export function someSettings(more: Partial<Settings> = {}): Settings {
  return {
    profile: 'kudapanmas',
    programme: 'KUDAPANMAS',
    subdistrict: { code: '63.11.06', name: 'Paringin', regency: 'Kabupaten Balangan' },
    zone: 'WITA',
    owner: 'pemilik@example.id',
    kasi: { name: 'Contoh', email: KASI, whatsapp: '6281200000000' },
    reviewers: ['peninjau@example.id'],
    reportTypes: ['population', 'activities', 'readiness'],
    goLive: '2026-07',
    dueDay: 5,
    lockDay: 20,
    interimDay: 25,
    senderMode: 'account',
    statusPageOpen: false,
    villages: [{ code: BALANG, name: 'Balang', kind: 'desa' }],
    operators: [{ village: BALANG, name: 'Contoh', email: OPERATOR, whatsapp: '6281200000001' }],
    openings: [{ village: BALANG, period: '2026-06', ...stock(610, 592, 351), source: 'contoh' }],
    mandatory: [],
    holidays: ['2026-08-17'],
    ...more,
  };
}

/** A stock of citizens only, or with foreigners. */
export function stock(
  male: number,
  female: number,
  households: number,
  foreign: [number, number] = [0, 0],
): Stock {
  const [foreignersMale, foreignersFemale] = foreign;
  return { citizensMale: male, citizensFemale: female, foreignersMale, foreignersFemale, households };
}

/** An instant in WITA. */
export function at(date: string, time = '09:00:00'): Instant {
  return instantOf(date, time, 'WITA');
}

let counter = 0;

/** A fresh id; ids rise with every call. */
export function nextId(prefix: string): string {
  counter += 1;
  return `${prefix}${String(counter).padStart(6, '0')}`;
}

/** A report sent at an instant; monthly types name their month. */
export function report(
  type: ReportTypeId,
  period: string | undefined,
  when: Instant,
  answers: Answers = {},
  more: Partial<Submission> = {},
): Submission {
  const merged: Record<string, string | readonly string[]> = {
    report: CATALOGUE.find((one) => one.id === type)?.shortTitle ?? '',
    period: period === undefined ? 'bukan laporan bulanan' : formatPeriod(period),
    reporter: 'Contoh Pelapor',
  };
  for (const [question, answer] of Object.entries({ ...PLAIN[type], ...answers }))
    merged[answerKey(type, question)] = typeof answer === 'number' ? String(answer) : answer;
  return {
    id: nextId('r'),
    village: BALANG,
    at: when,
    sender: OPERATOR,
    proof: 'verified',
    answers: merged,
    unknown: [],
    ...more,
  };
}

export function decision(action: Decision['action'], when: Instant, more: Partial<Decision> = {}): Decision {
  return { id: nextId('k'), at: when, actor: KASI, action, village: BALANG, reason: 'contoh', ...more };
}

export function toEvent(fact: Submission | Decision): VillageEvent {
  return 'answers' in fact
    ? { kind: 'submission', at: fact.at, submission: fact }
    : { kind: 'decision', at: fact.at, decision: fact };
}

export function envOf(snapshots: readonly Snapshot[] = [{ at: 0, settings: someSettings() }]): FoldEnv {
  return { reportTypes: CATALOGUE, snapshots, base: '2024-07' };
}

/** A book as it comes back from the cells of `Indeks`. */
export function stored(book: VillageBook): VillageBook {
  const months: Record<string, VillageBook['months'][string]> = {};
  for (const [period, month] of Object.entries(book.months)) {
    const read = monthFromCells(monthToCells(month));
    if (read) months[period] = read;
  }
  const head = headFromCells(headToCells(book.head));
  if (!head) throw new Error('A head has cells.');
  return { head, months };
}

/** Every cell of the book: equal texts = equal books. Months that hold nothing are left out. */
export function cellsOf(book: VillageBook): string {
  const months = Object.keys(book.months)
    .sort()
    .map((period) => book.months[period])
    .flatMap((month) =>
      month && (Object.keys(month.reports).length > 0 || month.ledger || month.unlocks.length > 0)
        ? [monthToCells(month).join('\n')]
        : [],
    );
  return [headToCells(book.head).join('\n'), ...months].join('\n');
}

/**
 * A village's `Indeks` and its facts, as a run sees them: loads what `periodsNeeded` asks for, folds, keeps only what was
 * touched, and folds again from the start when it must.
 */
export class VillageStory {
  private readonly rows: Record<string, VillageBook['months'][string]> = {};
  private head = emptyBook(BALANG).head;
  private readonly facts: VillageEvent[] = [];
  changes: readonly VersionChange[] = [];
  refolds = 0;

  constructor(readonly env: FoldEnv = envOf()) {}

  /** Facts arrive together; returns what changed. */
  arrive(...facts: readonly (Submission | Decision)[]): readonly VersionChange[] {
    const events = facts.map(toEvent);
    this.facts.push(...events);
    const book = this.load(events);
    this.changes = book ? this.keep(foldVillage(book, events, this.env)) : this.refold();
    return this.changes;
  }

  /** All months of the village. */
  book(): VillageBook {
    return { head: this.head, months: { ...this.rows } };
  }

  version(fact: { readonly id: string }): Version {
    const all = [
      ...this.head.strays,
      ...Object.values(this.rows).flatMap((month) =>
        Object.values(month.reports).flatMap((list) => list ?? []),
      ),
    ];
    const found = all.find((version) => version.id === fact.id);
    if (!found) throw new Error(`${fact.id} stands nowhere.`);
    return found;
  }

  state(fact: { readonly id: string }): string {
    const { state, marks } = this.version(fact);
    return [state, ...marks].join(' ');
  }

  ledger(period: string) {
    return this.rows[period]?.ledger;
  }

  private load(events: readonly VillageEvent[]): VillageBook | undefined {
    const months: Record<string, VillageBook['months'][string]> = {};
    for (let turn = 0; turn < 80; turn += 1) {
      const needs = periodsNeeded({ head: this.head, months }, events, this.env);
      if (needs.refold) return undefined;
      if (needs.periods.length === 0) return stored({ head: this.head, months });
      for (const period of needs.periods)
        months[period] = this.rows[period] ?? { village: BALANG, period, reports: {}, unlocks: [] };
    }
    throw new Error('Loading has no end.');
  }

  private keep(folded: ReturnType<typeof foldVillage>): readonly VersionChange[] {
    this.head = folded.book.head;
    for (const period of folded.touched) {
      const month = folded.book.months[period];
      if (month) this.rows[period] = month;
    }
    return folded.changes;
  }

  private refold(): readonly VersionChange[] {
    this.refolds += 1;
    for (const period of Object.keys(this.rows)) delete this.rows[period];
    this.head = emptyBook(BALANG).head;
    return this.keep(foldVillage(emptyBook(BALANG), this.facts, this.env));
  }
}
