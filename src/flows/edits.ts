import type { Edit, KeptReading, Submission } from '../core/book';
import { lockDate } from '../core/due';
import { comparedProof } from '../core/fold/pins';
import { answerKey, HEAD } from '../core/head';
import { readSubmission, type ReadReport } from '../core/read';
import type { Finding } from '../core/report';
import type { Instant, Period } from '../core/settings';
import { kindOf } from '../core/villageKind';
import { CATALOGUE } from '../reports/index';
import { editToCells } from './decisions';
import { foldEnv } from './desk';
import type { Intake } from './intake';
import type { Sources } from './judge';
import { openedMonths } from './opened';
import type { VillageRow } from './registry';
import { GONE, submissionOf, type ReadForm } from './villageForms';
import type { Run } from './run';
import { monthsOf } from './shelf';
import { keptSubmission, knownOf, VERSION, type Known, type ReadAgain } from './sources';

const SECOND = 1000;

/** Keys of questions that a person deleted: with a question Google drops all answers that were given to it. */
function lostKeys(source: ReadForm, standing: readonly string[]): ReadonlySet<string> {
  const there = new Set(standing);
  const gone = Object.keys(source.items).filter((id) => !there.has(id));
  return new Set(gone.map((id) => (source.items[id] ?? '').replace(GONE, '')));
}

/** Whether only answers to deleted questions are missing from what was read at the time. */
function isOnlyLess(now: ReadReport, then: KeptReading, lost: ReadonlySet<string>): boolean {
  if (lost.size === 0) return false;
  if (lost.has(HEAD.reportType)) return true;
  const { type } = now;
  if (type === undefined || type.id !== then.type) return false;
  const kept = type.questions.filter((one) => !lost.has(answerKey(type.id, one.id)));
  const saysMonth = type.frequency === 'monthly' && !lost.has(HEAD.period);
  const told = (one: Pick<KeptReading, 'reporter' | 'values'>): string =>
    JSON.stringify([
      lost.has(HEAD.reporter) ? '' : one.reporter,
      kept.map((question) => one.values[question.id] ?? null),
    ]);
  return told(now) === told(then) && (!saysMonth || now.period === (then.period ?? now.period));
}

function editedFinding(number: string): Finding {
  const message = `Jawaban laporan nomor ${number} diubah di formulir; jawaban yang semula tetap tersimpan.`;
  const rule = 'field.edited';
  return { rule, severity: 'information', question: '', sent: '', expected: '', message };
}

/** A form's responses that may have been changed, with what is known of the village. */
interface Looked {
  readonly row: VillageRow;
  readonly source: ReadForm;
  readonly known: ReadonlyMap<string, Known>;
  readonly recorded: readonly Edit[];
  readonly lost: ReadonlySet<string>;
}

/** What somebody made of a known response; undefined where it says what it said. */
function editOf(run: Run, looked: Looked, now: Submission, at: Instant): Edit | undefined {
  const { row, source, known, recorded, lost } = looked;
  const own = recorded.filter((one) => one.original.id === now.id);
  const before = known.get(now.id);
  const original = own[0]?.original ?? (before && keptSubmission(row.code, source, before));
  const last = own[own.length - 1]?.edited ?? original;
  if (!original || !last || (last.print ?? '') === '' || last.print === now.print) return undefined;
  const { seal } = foldEnv(run.desk);
  // The row of Keputusan has no answers: what the PIN proves is said now.
  const proof = comparedProof({ ...now, at }, run.desk.settings, seal);
  const report = readSubmission({ ...now, at }, CATALOGUE, run.desk.settings, kindOf(row.code), seal);
  if (last.kept && isOnlyLess(report, last.kept, lost)) return undefined;
  const { type, ...read } = report;
  const number = before?.version.number ?? '';
  const kept: KeptReading = {
    ...read,
    type: type?.id ?? '',
    findings: [...report.findings, editedFinding(number)],
  };
  const period = original.kept?.period;
  const edits = { id: now.id, ...(period === undefined ? {} : { period }) };
  const id = `${now.id}${VERSION}${String(own.length + 2)}`;
  return { at, original, edited: { ...now, id, at, proof, kept, edits } };
}

/** Edits among the responses of a form of that village, all of whose months are loaded; put on record with the run. */
export function editsAmong(
  run: Run,
  row: VillageRow,
  { source, responses, itemIds }: ReadAgain,
  sources: Sources,
): readonly Edit[] {
  const known = knownOf(run.shelf.book(row.code));
  const seen = responses.filter((one) => known.has(one.id));
  if (seen.every((one) => known.get(one.id)?.version.print === one.print)) return [];
  const looked = { row, source, known, recorded: sources.edits(row.code), lost: lostKeys(source, itemIds()) };
  const found: Edit[] = [];
  // Numbers of reports go by seconds.
  for (const one of seen) {
    const edit = editOf(run, looked, one, run.desk.now + found.length * SECOND);
    if (edit !== undefined) found.push(edit);
  }
  run.record(...found.map((one) => editToCells(one, run.desk.registry.facts.zone)));
  sources.note(found);
  return found;
}

/** Since when responses are looked at: all of the months that are not locked. */
function lookedFrom({ desk, memory }: Run, { row, submissions }: Intake, known: readonly Known[]): Instant {
  const { settings, context, now } = desk;
  const opened = openedMonths(memory, row.code, now);
  const isOpen = (period: Period): boolean =>
    context.today <= lockDate(settings, period) || opened.includes(period);
  const sent = known.flatMap(({ period, version }) =>
    period !== undefined && isOpen(period) ? [version.at] : [],
  );
  return Math.min(...sent, ...submissions.map((one) => one.at));
}

/**
 * What somebody changed in a form's answers, as further versions with the time at which they were read: compares the
 * responses of the months that are not locked with what is known. Three calls, and those that load the village.
 */
export function takeEdits(run: Run, intake: Intake, sources: Sources): Intake {
  const { row, source, form } = intake;
  const { shelf } = run;
  shelf.loadHeads();
  shelf.load(monthsOf(shelf.head(row.code)).map((period) => ({ period, village: row.code })));
  const known = knownOf(shelf.book(row.code));
  const from = lookedFrom(run, intake, [...known.values()]);
  if (from === Infinity) return intake;
  const responses = form.responses(from).map((raw) => submissionOf(row, source, raw));
  const edits = editsAmong(run, row, { source, responses, itemIds: form.itemIds }, sources);
  const fresh = intake.submissions.filter((one) => !known.has(one.id));
  return { ...intake, submissions: [...fresh, ...edits.map((one) => one.edited)] };
}
