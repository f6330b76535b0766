import type { Submission } from '../core/book';
import type { Instant } from '../core/settings';
import { now } from '../google/clock';
import { openForm, type FormHandle, type RawResponse } from '../google/responses';
import { fingerprint } from './fingerprint';
import type { FormCursor } from './memory';
import type { VillageRow } from './registry';
import { submissionOf, type ReadForm } from './villageForms';

/** Responses are read again from so long before the newest known one: Google may show them late or out of order. */
export const OVERLAP = 15 * 60_000;

/** Fingerprints that a cursor keeps at most: a property holds 9 KB. */
const KEPT = 450;

/** What one reading of a village's form brought. */
export interface Intake {
  readonly row: VillageRow;
  readonly source: ReadForm;
  readonly form: FormHandle;
  /** Responses that were not known, oldest first; of a long backlog the oldest. */
  readonly submissions: readonly Submission[];
  /** Everything that was sent until then is known with them; infinite where nothing is left. */
  readonly upTo: Instant;
  /** The cursor to keep once they are written. */
  readonly cursor: FormCursor;
  /** The cursor where all that the form holds is known. */
  readonly whole: FormCursor;
  /** A known response has another time: somebody changed its answers in the form. */
  readonly moved: boolean;
}

function cursorAt(raws: readonly RawResponse[], known: Instant, startedAt: Instant): FormCursor {
  const readFrom = raws.reduce((latest, raw) => Math.max(latest, raw.at), known);
  const overlap = raws.filter((raw) => raw.at >= readFrom - OVERLAP);
  const kept = overlap.slice(-KEPT);
  const done = kept.map((raw) => fingerprint(raw.id));
  const [first] = kept;
  // What falls out of a crowded overlap and shows up again is known to the books.
  return { readFrom, startedAt, done, ...(overlap.length > KEPT && first ? { from: first.at } : {}) };
}

/**
 * Reads a village's form from its cursor on and takes the oldest `most` responses that are not known, with all that
 * were sent in the same moment as the last of them. Two calls. Throws Google's own words where the form cannot be
 * opened.
 */
export function readForm(row: VillageRow, source: ReadForm, cursor: FormCursor, most: number): Intake {
  const startedAt = now();
  const form = openForm(source.form);
  const { readFrom, from = readFrom - OVERLAP } = cursor;
  const raws = [...form.responses(readFrom === 0 ? undefined : from)].sort((a, b) => a.at - b.at);
  const known = new Set(cursor.done);
  const fresh = raws.filter((raw) => !known.has(fingerprint(raw.id)));
  const upTo = fresh.length > most ? (fresh[most - 1]?.at ?? Infinity) : Infinity;
  const taken = fresh.filter((raw) => raw.at <= upTo);
  const left = new Set(fresh.filter((raw) => raw.at > upTo));
  const trusted = form.collectsVerified() === false ? { ...source, proof: 'typed' as const } : source;
  return {
    row,
    source,
    form,
    submissions: taken.map((raw) => submissionOf(row, trusted, raw)),
    upTo: left.size > 0 ? upTo : Infinity,
    cursor: cursorAt(
      raws.filter((raw) => !left.has(raw)),
      readFrom,
      startedAt,
    ),
    whole: cursorAt(raws, readFrom, startedAt),
    moved: raws.some((raw) => raw.at > readFrom && known.has(fingerprint(raw.id))),
  };
}
