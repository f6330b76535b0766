import { approveDialog, understandApprove } from './approveMonth';
import type { Draft, Plain } from './dialogFields';
import { closeYearDialog, understandCloseYear } from './closeYearPreview';
import { closingDialog, closingSentence, understandClosing } from './closings';
import type { CommandResult } from './dialog';
import type { Desk } from './desk';
import { noteDialog, understandNote } from './noteQuestion';
import { openingsDialog, performOpenings, understandOpenings } from './openings';
import { correctDialog, understandCorrect } from './handCorrections';
import { importDialog } from './importDialog';
import { performCheck, understandImport } from './imports';
import { membersDialog } from './memberDialog';
import { understandMembers } from './memberImport';
import type { Memory } from './memory';
import { changePin, pinDialog, understandPin } from './changePin';
import { operatorsDialog, performOperators, understandOperators } from './operators';
import type { Order, UnderstandResult, SeldomId, Understood } from './orders';
import { performShow, showReportDialog, understandShow } from './showReport';
import { undoDialog, understandUndo } from './undo';
import { performTrial, trialDialog, understandTrial } from './trial';

const isImport = (command: SeldomId): command is 'checkImport' | 'importMonths' | 'undoImport' =>
  command === 'checkImport' || command === 'importMonths' || command === 'undoImport';

/** What the menu item of a seldom order shows. */
export function seldomDialog(desk: Desk, command: SeldomId, plain: Plain): Draft {
  if (command === 'showReport') return showReportDialog(plain);
  if (command === 'approveMonth') return approveDialog(desk, plain);
  if (command === 'undo') return undoDialog(desk, plain);
  if (command === 'correct') return correctDialog(desk, plain);
  if (command === 'trial') return trialDialog(desk, plain);
  if (command === 'operators') return operatorsDialog(plain);
  if (command === 'closeYear') return closeYearDialog(desk, plain);
  if (command === 'changePin') return pinDialog(desk, plain);
  if (command === 'note') return noteDialog(desk, plain);
  if (command === 'importMembers') return membersDialog(desk, plain);
  if (isImport(command)) return importDialog(desk, command, plain);
  return command === 'openings' ? openingsDialog(desk, plain) : closingDialog(desk, command, plain);
}

/** Reads what a seldom order needs; a sentence where something is missing or cannot be read. */
export function understandSeldom(desk: Desk, order: Order, command: SeldomId): UnderstandResult {
  if (command === 'showReport') return understandShow(desk, order);
  if (command === 'approveMonth') return understandApprove(desk, order);
  if (command === 'undo') return understandUndo(desk, order);
  if (command === 'correct') return understandCorrect(desk, order);
  if (command === 'trial') return understandTrial(desk, order);
  if (command === 'operators') return understandOperators(desk, order);
  if (command === 'closeYear') return understandCloseYear(desk, order);
  if (command === 'changePin') return understandPin(desk, order);
  if (command === 'note') return understandNote(desk, order);
  if (command === 'importMembers') return understandMembers(desk, order);
  if (isImport(command)) return understandImport(desk, order, command);
  return command === 'openings' ? understandOpenings(desk, order) : understandClosing(desk, order, command);
}

/** What the decision of a seldom order did. */
export function seldomSentence(desk: Desk, ok: Understood): string {
  return closingSentence(desk, ok);
}

/** Does a seldom order that decides nothing; the lock is held. */
export function performSeldom(
  desk: Desk,
  memory: Memory,
  command: SeldomId,
  ok: Understood,
  actor: string,
): CommandResult {
  if (command === 'showReport') return performShow(desk, ok);
  if (command === 'trial') return performTrial(desk, memory, ok, actor);
  if (command === 'operators') return performOperators(desk, ok, actor);
  if (command === 'changePin') return changePin(desk, memory, ok, actor);
  if (isImport(command)) return performCheck(desk, command, ok);
  if (command === 'openings') return performOpenings(desk, ok, actor);
  throw new Error(`${command} is a decision and is carried out with its round.`);
}
