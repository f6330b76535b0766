import type { Elsewhere, Version, VillageMonth } from './book';
import { MEMBERS } from './members';
import { KEYS } from './personal';
import { addMonths, monthNumber } from './place';
import type { Finding, ReportType } from './report';
import type { Instant, Period, Settings, VillageCode } from './settings';
import { instantOf } from './zones';

/** One report about a person, as the row of that person in `Jejak` keeps it: nothing that tells who it is. */
export interface Trace {
  readonly village: VillageCode;
  readonly period: Period;
  readonly id: string;
  readonly number: string;
  readonly at: Instant;
  readonly type: string;
  /** Sealed: the person with what is told. */
  readonly same: string;
  /** First answer of kind `kind`: Lahir, Datang; Tambah, Berhenti. */
  readonly kind: string;
  /** Of a correction: when the first of its chain was sent. */
  readonly since?: Instant;
  /** Diterima or Disetujui by its own village, and not corrected since. */
  readonly stands: boolean;
}

const sealsOf = ({ values }: Version): readonly string[] => {
  const keys = values[KEYS];
  return Array.isArray(keys) ? (keys as readonly string[]) : [];
};

/** Of the reports of a village's month: by the sealed person. */
export function tracesOf(month: VillageMonth): readonly { readonly key: string; readonly trace: Trace }[] {
  const { village, period } = month;
  return Object.values(month.reports)
    .flatMap((all) => all ?? [])
    .flatMap((version) => {
      const [key, same] = sealsOf(version);
      if (key === undefined || same === undefined) return [];
      const { id, number, at, type, state, replaced } = version;
      const stands = (state === 'accepted' || state === 'approved') && replaced === undefined;
      const kind = String(version.values['kind'] ?? '');
      const since = version.root?.at === undefined ? {} : { since: version.root.at };
      return [{ key, trace: { village, period, id, number, at, type, same, kind, ...since, stands } }];
    });
}

/** What other reports of the person mean for one of them. */
export interface Relation {
  readonly twin: boolean;
  readonly findings: readonly Finding[];
}

function link(
  rule: string,
  number: string,
  message: string,
  severity: Finding['severity'] = 'information',
): Finding {
  return { rule: `link.${rule}`, severity, question: '', sent: '', expected: number, message };
}

/** A departure and an arrival elsewhere so many months apart at most are one move. */
const MOVE_MONTHS = 3;

/** The arrival that belongs to a departure: in another village, the nearest in time. */
function arrivalOf(departure: Trace, arrivals: readonly Trace[]): Trace | undefined {
  const apart = (one: Trace): number => Math.abs(monthNumber(one.period) - monthNumber(departure.period));
  return arrivals
    .filter((one) => one.village !== departure.village && apart(one) <= MOVE_MONTHS)
    .sort((a, b) => apart(a) - apart(b) || inTime(a, b))[0];
}

const inTime = (a: Trace, b: Trace): number => a.at - b.at || (a.id < b.id ? -1 : 1);

/**
 * Relations among all reports of one person, by report id, whatever the order in which they came in: of those that
 * stand and tell the same the oldest counts; a departure and an arrival elsewhere belong together.
 */
export function relate(traces: readonly Trace[], ends: Ends): Readonly<Record<string, Relation>> {
  const relations: Record<string, Relation> = { ...relateMember(traces, ends).relations };
  const all = traces.filter((one) => one.type !== MEMBERS);
  const standing = all.filter((one) => one.stands).sort(inTime);
  const first: Record<string, Trace> = {};
  for (const one of standing) {
    const before = (first[one.same] ??= one);
    const message = `Orang dan peristiwa ini sudah dilaporkan dengan nomor ${before.number}; yang ini tidak dihitung lagi.`;
    if (before !== one) relations[one.id] = { twin: true, findings: [link('twin', before.number, message)] };
  }
  const counted = standing.filter((one) => relations[one.id] === undefined);
  let arrivals = counted.filter((one) => one.kind === 'Datang');
  for (const departure of counted.filter((one) => one.kind === 'Pindah')) {
    const arrival = arrivalOf(departure, arrivals);
    if (arrival === undefined) continue;
    arrivals = arrivals.filter((one) => one !== arrival);
    const pair = (one: Trace, what: string): Relation => ({
      twin: false,
      findings: [link('pair', one.number, `Tertaut: orang yang sama ${what}, laporan nomor ${one.number}.`)],
    });
    relations[departure.id] = pair(arrival, 'datang di desa/kelurahan lain');
    relations[arrival.id] = pair(departure, 'pindah dari desa/kelurahan lain');
  }
  return relations;
}

/** Whiles in which another village counts the person, by village. */
type Whiles = Readonly<Record<VillageCode, readonly Omit<Elsewhere, 'key'>[]>>;

/** A report by which a village blocked by another calls a person its member. */
export const ELSEWHERE = 'link.elsewhere';

/** From when on nobody is a member there, by village: those that have ended, or will. */
export type Ends = Readonly<Record<VillageCode, Instant>>;

/** The villages of the settings that end, with the first moment after their last month. */
export function endsOf({ villages, zone }: Settings): Ends {
  const ended = villages.flatMap(({ code, until }) =>
    until === undefined ? [] : [[code, instantOf(`${addMonths(until, 1)}-01`, '00:00', zone)] as const],
  );
  return Object.fromEntries(ended);
}

/** What changes who calls a person its member: a report, or the end of a village. */
interface Step {
  readonly at: Instant;
  readonly trace?: Trace;
  readonly ended?: VillageCode;
}

/** Reports about a member and the ends of their villages, in order; of one moment an end comes first. */
function stepsOf(all: readonly Trace[], ends: Ends): readonly Step[] {
  const over = [...new Set(all.map((one) => one.village))].flatMap((ended): Step[] => {
    const { [ended]: at } = ends;
    return at === undefined ? [] : [{ at, ended }];
  });
  const said = all.map((trace): Step => ({ at: trace.since ?? trace.at, trace }));
  return [...over, ...said].sort(
    (a, b) => a.at - b.at || (a.trace && b.trace ? inTime(a.trace, b.trace) : a.trace ? 1 : -1),
  );
}

/** The claims after a step; a village that has ended makes none. */
function claimsAfter(claims: readonly Trace[], { at, trace, ended }: Step, ends: Ends): readonly Trace[] {
  if (trace === undefined) return claims.filter((claim) => claim.village !== ended);
  const others = claims.filter((claim) => claim.village !== trace.village);
  if (trace.kind === 'Berhenti') return others;
  const isNew = trace.kind === 'Tambah' && others.length === claims.length;
  return isNew && at < (ends[trace.village] ?? Infinity) ? [...claims, trace] : claims;
}

/** What is said of a membership that ended with its village, and of the one that took its place. */
function endedRelations(left: readonly Trace[], holder: Trace | undefined): Record<string, Relation> {
  const relations: Record<string, Relation> = {};
  for (const one of left) {
    const now = holder ? ` Sekarang tercatat di desa/kelurahan lain (laporan nomor ${holder.number}).` : '';
    const message = `Keanggotaan di sini berakhir bersama desa/kelurahannya.${now}`;
    relations[one.id] = { twin: false, findings: [link('ended', holder?.number ?? '', message)] };
  }
  const last = left[left.length - 1];
  if (holder === undefined || last === undefined) return relations;
  const message = `Pindah dari desa/kelurahan yang sudah berakhir (laporan nomor ${last.number}).`;
  return { ...relations, [holder.id]: { twin: false, findings: [link('moved', last.number, message)] } };
}

/**
 * A person is a member in one village at a time: in the one that said so first, and where that one says *Berhenti* or
 * has ended in the next. Nobody can know from afar which of two villages is wrong, so the later one waits and both are
 * told.
 */
export function relateMember(
  traces: readonly Trace[],
  ends: Ends,
): {
  readonly relations: Readonly<Record<string, Relation>>;
  readonly elsewhere: Whiles;
} {
  const all = traces.filter((one) => one.type === MEMBERS && one.stands);
  const villages = new Set(all.map((one) => one.village));
  let claims: readonly Trace[] = [];
  const left: Trace[] = [];
  const elsewhere: Record<VillageCode, { from: Instant; until?: Instant }[]> = {};
  for (const step of stepsOf(all, ends)) {
    if (step.ended !== undefined) left.push(...claims.filter((claim) => claim.village === step.ended));
    claims = claimsAfter(claims, step, ends);
    const waiting = claims.slice(1).map((claim) => claim.village);
    for (const village of villages) {
      const whiles = (elsewhere[village] ??= []);
      const last = whiles[whiles.length - 1];
      const isOpen = last !== undefined && last.until === undefined;
      if (waiting.includes(village) && !isOpen) whiles.push({ from: step.at });
      if (!waiting.includes(village) && isOpen) last.until = step.at;
    }
  }
  const [holder, ...waiting] = claims;
  const relations = endedRelations(left, holder);
  if (holder !== undefined && waiting[0] !== undefined) {
    const others = waiting.map((one) => one.number).join(', ');
    const told = `Desa/kelurahan lain juga melaporkan orang ini sebagai anggotanya (laporan nomor ${others}). Bila sudah berhenti di sini, mohon kirim Berhenti.`;
    relations[holder.id] = { twin: false, findings: [link('claimed', waiting[0].number, told, 'warning')] };
    const message = `Orang ini masih anggota aktif di desa/kelurahan lain (laporan nomor ${holder.number}), jadi belum dihitung di sini. Begitu desa/kelurahan itu mengirim Berhenti, dihitung dengan sendirinya.`;
    for (const one of waiting)
      relations[one.id] = { twin: true, findings: [link('elsewhere', holder.number, message, 'warning')] };
  }
  return { relations, elsewhere };
}

const isLink = (finding: Finding): boolean => finding.rule.startsWith('link.');

/** The version with its relation; the same one where nothing changes. */
export function related(version: Version, relation: Relation | undefined): Version {
  const { twin: _, ...rest } = version;
  const findings = [...version.findings.filter((one) => !isLink(one)), ...(relation?.findings ?? [])];
  const after: Version = { ...rest, findings, ...(relation?.twin === true ? { twin: true } : {}) };
  const text = (one: Version): string => JSON.stringify([one.twin ?? false, one.findings]);
  return text(after) === text(version) ? version : after;
}

/** The month with those of its reports related that `relations` speak of (undefined = to nothing any more). */
export function relatedMonth(
  month: VillageMonth,
  relations: Readonly<Record<string, Relation | undefined>>,
): VillageMonth {
  const reports = Object.fromEntries(
    Object.entries(month.reports).map(([type, all]) => [
      type,
      all.map((one) => (one.id in relations ? related(one, relations[one.id]) : one)),
    ]),
  );
  return { ...month, reports };
}

/** Of those types of a catalogue that are personal, or that are not. */
export function personalTypes(catalogue: readonly ReportType[], isPersonal = true): readonly ReportType[] {
  return catalogue.filter((type) => (type.personal !== undefined) === isPersonal);
}
