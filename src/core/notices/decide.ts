import type { Version, VillageHead, VillageMonth } from '../book';
import { countedVersion, isImported } from '../counted';
import type { DrawContext } from '../draw/context';
import { inVillage } from '../draw/inVillage';
import type { Message } from '../patch';
import { STATES } from '../states';
import { balanceNotices } from './balance';
import { correctedNotice, editedNotice } from './edited';
import { pinNotices } from './pins';
import {
  answerNotice,
  correctionNotice,
  heldNotice,
  incidentNotice,
  isIncident,
  rejectedNotice,
  type Told,
} from './atOnce';

/** The version says something else than before: it is new, in another state, or decided upon again. */
function isNews(before: Version | undefined, after: Version): boolean {
  if (before === undefined) return true;
  if (before.state !== after.state) return true;
  return before.decision?.at !== after.decision?.at && after.decision !== undefined;
}

function noticesOf(
  told: Told,
  before: Version | undefined,
  counted: Version | undefined,
): readonly Message[] {
  const { version } = told;
  if (isImported(version)) return [];
  const messages: Message[] = [];
  const unknownBefore = before === undefined || !isIncident(before);
  const speaks = version.state !== 'duplicate' && version.state !== 'rejected';
  if (isIncident(version) && unknownBefore && speaks) messages.push(incidentNotice(told));
  if (version.edits && before === undefined) messages.push(editedNotice(told));
  if (version.answer && version.answer.id !== before?.answer?.id) messages.push(answerNotice(told));
  if (!isNews(before, version)) return messages;
  if (before === undefined && version.marks.includes('corrected'))
    return [...messages, correctedNotice(told, counted)];
  if (version.state === 'toCorrect') messages.push(correctionNotice(told));
  else if (version.state === 'rejected' && before !== undefined) messages.push(rejectedNotice(told));
  else if (STATES[version.state].held && version.state !== 'duplicate') messages.push(heldNotice(told));
  return messages;
}

/**
 * Messages that leave at once when a run has judged a month anew: what has to be corrected, what is held, what the
 * office did not take, totals that fit no more since the opening changed, and incidents to the Kasi. What is accepted is told by the day's receipt.
 */
export function noticesAtOnce(
  context: DrawContext,
  before: VillageMonth | undefined,
  after: VillageMonth,
): readonly Message[] {
  const own = inVillage(context, after.village);
  const balance = balanceNotices(own, before, after);
  const versions = context.catalogue.flatMap((type) => {
    const earlier = before?.reports[type.id] ?? [];
    return (after.reports[type.id] ?? []).flatMap((version) => {
      const was = earlier.find((one) => one.id === version.id);
      const { village, period } = after;
      const told = { context: own, village, period, month: after, version };
      return noticesOf(told, was, countedVersion(before, type.id));
    });
  });
  return [...versions, ...balance];
}

/** The same for responses without a month, and for what the village's head knows of wrong PINs. */
export function strayNotices(
  context: DrawContext,
  before: VillageHead | undefined,
  after: VillageHead,
): readonly Message[] {
  const own = inVillage(context, after.village);
  const strays = after.strays.flatMap((version) => {
    const was = before?.strays.find((one) => one.id === version.id);
    const told = { context: own, village: after.village, period: undefined, month: undefined, version };
    return noticesOf(told, was, undefined);
  });
  return [...strays, ...pinNotices(context, before, after)];
}
