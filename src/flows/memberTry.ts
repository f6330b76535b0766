import type { Decision, Submission, Version, VillageBook, VillageEvent } from '../core/book';
import { formatNumber, periodOf } from '../core/dates';
import { findingText } from '../core/draw/findings';
import { titleOf } from '../core/draw/rows';
import { foldVillage } from '../core/fold';
import { answerKey, HEAD } from '../core/head';
import { maskNumbers } from '../core/identity';
import type { Refusal } from '../core/importTold';
import { followMembers, MEMBERS } from '../core/members';
import type { MemberLine } from '../core/memberTable';
import { KEYS } from '../core/personal';
import type { ReportType } from '../core/report';
import type { Instant, VillageCode } from '../core/settings';
import { STATES } from '../core/states';
import { localDate } from '../core/zones';
import { foldEnv, type Desk } from './desk';
import { bookOf } from './importTry';
import { Shelf } from './shelf';
import { sourcesOf } from './sources';

const UNREADABLE = 'tidak dapat dibaca.';

/** Faults of one line that are told. */
const FINDINGS = 3;

/** The answers with which a member is sent through the village's form, by answer key. */
export function answersOf(
  type: ReportType,
  line: MemberLine,
  mark: string,
): Readonly<Record<string, string>> {
  const own = Object.entries({ ...line.answers, kind: 'Tambah' });
  return {
    [HEAD.reportType]: type.shortTitle,
    [HEAD.reporter]: mark,
    ...Object.fromEntries(own.map(([id, text]) => [answerKey(type.id, id), text])),
  };
}

/** The decision that makes a response the office's own. */
export function adoption(
  desk: Desk,
  sent: { readonly id: string; readonly at: Instant; readonly village: VillageCode },
  about: Pick<Decision, 'id' | 'actor' | 'reason'>,
): Decision {
  const { id, at, village } = sent;
  const period = periodOf(localDate(at, desk.settings.zone));
  return { ...about, at: Math.max(desk.now, at + 1), action: 'adopt', village, period, responseId: id };
}

/** What came of trying: the lines that count, what is wrong with the others, what is told of those that count. */
export interface TriedMembers {
  readonly good: readonly MemberLine[];
  readonly refused: readonly Refusal[];
  readonly warnings: readonly Refusal[];
}

const toldOf = ({ tab, row, village, who }: MemberLine, text: string): Refusal => ({
  tab,
  row,
  village: village.name,
  month: '',
  text: `${who}: ${maskNumbers(text)}`,
});

const keyOf = ({ values }: Version): string => {
  const { [KEYS]: keys } = values;
  return Array.isArray(keys) ? String(keys[0] ?? '') : '';
};

interface OfVillage {
  readonly version: Version | undefined;
  readonly line: MemberLine;
}

/** Folds the lines of a village into its book as it stands, without keeping anything. */
function foldLines(
  desk: Desk,
  shelf: Shelf,
  type: ReportType,
  own: readonly MemberLine[],
): readonly OfVillage[] {
  const [first] = own;
  if (first === undefined) return [];
  const book = bookOf(shelf, first.village.code);
  // The round before may have folded what was sent after this run began.
  const from = Math.max(desk.now, book.head.foldedThrough + 1);
  const sent = own.map((line, at): Submission => ({
    id: `coba-${String(line.place)}`,
    village: line.village.code,
    at: from + 2 * at,
    sender: '',
    proof: 'typed',
    personal: true,
    answers: answersOf(type, line, 'Impor'),
    unknown: [],
  }));
  const events = sent.flatMap((submission): readonly VillageEvent[] => {
    const decision = adoption(desk, submission, { id: `${submission.id}-i`, actor: '', reason: '' });
    return [
      { kind: 'submission', at: submission.at, submission },
      { kind: 'decision', at: submission.at + 1, decision: { ...decision, at: submission.at + 1 } },
    ];
  });
  const env = foldEnv(desk, sourcesOf(desk, []).snapshots());
  const after = foldVillage(book, events, env).book;
  const all = versionsIn(after);
  return own.map((line) => ({ line, version: all.find(({ id }) => id === `coba-${String(line.place)}`) }));
}

const versionsIn = ({ head, months }: VillageBook): readonly Version[] => [
  ...head.strays,
  ...Object.values(months).flatMap((month) => month.reports[MEMBERS] ?? []),
];

/** Judges the lines by the same rules as any report, as if the villages had sent them now. */
export function tryMembers(desk: Desk, type: ReportType, lines: readonly MemberLine[]): TriedMembers {
  const shelf = new Shelf(desk.master, desk.context.placing, desk.context.places);
  shelf.loadHeads();
  const good: MemberLine[] = [];
  const refused: Refusal[] = [];
  const warnings: Refusal[] = [];
  for (const village of [...new Set(lines.map((line) => line.village.code))]) {
    const form = desk.registry.villages.find((row) => row.code === village)?.personal?.form ?? '';
    const own = lines.filter((line) => line.village.code === village);
    if (form === '') {
      const text = 'formulir data pribadinya belum ada. Jalankan Pasang dahulu.';
      refused.push(...own.map((line) => toldOf(line, text)));
      continue;
    }
    for (const { line, version } of foldLines(desk, shelf, type, own)) {
      const why = version && whyRefused(desk, shelf, village, version);
      if (version === undefined || why !== undefined) refused.push(toldOf(line, why ?? UNREADABLE));
      else {
        good.push(line);
        warnings.push(...warningsOf(desk, version).map((text) => toldOf(line, text)));
      }
    }
  }
  return { good, refused, warnings };
}

/** Another village that counts the person as its active member. */
function otherVillage(shelf: Shelf, village: VillageCode, version: Version): VillageCode | undefined {
  const key = keyOf(version);
  return shelf.places.find(
    (one) => one !== village && followMembers(shelf.head(one).members ?? []).active[key] !== undefined,
  );
}

function whyRefused(desk: Desk, shelf: Shelf, village: VillageCode, version: Version): string | undefined {
  const errors = version.findings.filter((finding) => finding.severity === 'error');
  if (errors.length > 0) {
    const told = errors.slice(0, FINDINGS).map((finding) => findingText(desk.context, version, finding));
    const more = errors.length - told.length;
    return [...told, ...(more > 0 ? [`Dan ${formatNumber(more)} isian lain.`] : [])].join(' ');
  }
  if (!STATES[version.state].counts) return STATES[version.state].office;
  const other = otherVillage(shelf, village, version);
  return other === undefined
    ? undefined
    : `NIK ini masih tercatat sebagai anggota aktif di ${titleOf(desk.context, other)}. Desa itu perlu mengirim Berhenti dahulu.`;
}

const warningsOf = (desk: Desk, version: Version): readonly string[] =>
  version.findings
    .filter((finding) => finding.severity === 'warning')
    .map((finding) => findingText(desk.context, version, finding));
