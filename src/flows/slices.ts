import { now } from '../google/clock';
import { takeLock } from '../google/lock';
import { removeTriggers } from '../google/triggers';
import { openDesk, quietly } from './desk';
import { HANDLER } from './handlers';
import { isLeftOver } from './keeper';
import { recall } from './memory';
import { retire } from './transfer';
import { BUDGET } from './work';
import { continueClosing, isClosing } from './closeYear';
import { continueErasing, isErasing } from './erasing';
import { continueRebuild, isRebuilding } from './rebuild';
import { continueMembers, isImportingMembers } from './memberImport';
import { nextSetUpSlice } from './setUp';
import { continueUpdate, isUpdatingForms } from './updateForms';

/** The next slice of whatever long work is under way: set-up, else rebuilding; without any the trigger goes. */
export function takeSlice(): void {
  quietly(nextSlice);
}

function nextSlice(): void {
  const left = recall();
  if (isLeftOver(left)) {
    retire(left);
    return;
  }
  if (nextSetUpSlice() !== undefined) return;
  const lock = takeLock();
  if (lock === undefined) return;
  try {
    const memory = recall();
    if (isRebuilding(memory)) continueRebuild(openDesk(memory), memory, now() + BUDGET);
    else if (isErasing(memory)) continueErasing(openDesk(memory), memory, now() + BUDGET);
    else if (isClosing(memory)) continueClosing(openDesk(memory), memory, now() + BUDGET);
    else if (isImportingMembers(memory)) continueMembers(openDesk(memory), memory, now() + BUDGET);
    else if (isUpdatingForms(memory)) continueUpdate(openDesk(memory), memory);
    else removeTriggers(HANDLER.nextSlice);
  } finally {
    lock.release();
  }
}
