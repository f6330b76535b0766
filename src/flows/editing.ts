import type { VillageBook } from '../core/book';
import type { Intake } from './intake';
import type { Judged, Sources } from './judge';
import { lazy } from './lazy';
import { cursorOf } from './memory';
import type { Run } from './run';
import { logCells } from './words';

/**
 * Answers are final. Where somebody switched their editing on, or a known response came again with another time, what
 * was changed in the form is taken in as further versions, and editing is switched off and told. While older responses
 * wait (`isWhole` false) so does this.
 */
export function withEdits(run: Run, intake: Intake, sources: Sources, isWhole: boolean): Intake {
  const { row, form, source, moved } = intake;
  const canEdit = form.canEdit();
  const { edited = moved } = cursorOf(run.memory, source.cursor);
  if (!isWhole || !(canEdit || edited)) return intake;
  if (canEdit) {
    const what = 'Pengubahan jawaban formulir dimatikan lagi';
    run.log(logCells(run.desk, { at: run.desk.now, actor: 'sistem', what, village: row.code }));
    run.afterwards(() => {
      form.stopEditing();
    });
  }
  return lazy().takeEdits(run, intake, sources);
}

const holds = ({ head, months }: VillageBook, id: string): boolean =>
  [...head.strays, ...Object.values(months).flatMap((month) => Object.values(month.reports).flat())].some(
    (version) => version.id === id,
  );

/** Whether a response came that was known: somebody changed its answers while nobody looked. */
export function cameAgain({ row, submissions }: Intake, judged: readonly Judged[]): boolean {
  const before = judged.find((one) => one.village === row.code)?.before;
  if (before === undefined) return false;
  const { foldedThrough } = before.head;
  return submissions.some(
    (one) => one.edits === undefined && one.at > foldedThrough && holds(before, one.id),
  );
}
