import type { Submission } from '../core/book';
import type { Instant } from '../core/settings';
import { now } from '../google/clock';
import { openForm, type FormHandle } from '../google/responses';
import { fingerprint } from './fingerprint';
import type { FormCursor } from './memory';
import { submissionOf, type VillageRow } from './registry';

/** Responses are read again from so long before the newest known one: Google may show them late or out of order. */
export const OVERLAP = 15 * 60_000;

/** What one reading of a village's form brought. */
export interface Intake {
  readonly row: VillageRow;
  readonly form: FormHandle;
  /** Responses that were not known, oldest first. */
  readonly submissions: readonly Submission[];
  /** The cursor to keep once all of them are written. */
  readonly cursor: FormCursor;
}

/**
 * Reads a village's form from its cursor on; `since` reads from further back and takes known responses for new,
 * which folding then passes over. Two calls. Throws Google's own words where the form cannot be opened.
 */
export function readForm(row: VillageRow, cursor: FormCursor, since?: Instant): Intake {
  const startedAt = now();
  const form = openForm(row.form);
  const from = since ?? cursor.readFrom - OVERLAP;
  const raws = form.responses(cursor.readFrom === 0 && since === undefined ? undefined : from);
  const known = since === undefined ? new Set(cursor.done) : new Set<string>();
  const newest = raws.reduce((latest, raw) => Math.max(latest, raw.at), cursor.readFrom);
  return {
    row,
    form,
    submissions: raws.filter((raw) => !known.has(fingerprint(raw.id))).map((raw) => submissionOf(row, raw)),
    cursor: {
      readFrom: newest,
      startedAt,
      done: raws.filter((raw) => raw.at >= newest - OVERLAP).map((raw) => fingerprint(raw.id)),
    },
  };
}
