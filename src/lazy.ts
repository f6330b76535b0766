import { provideLazy } from './flows/lazy';
import * as itself from './lazy';

/**
 * What is needed seldom, a program of its own beside `Code.js` (which every execution parses): set-up and its pages,
 * the dialogs of the menu and what they order, a new day and the messages by the clock, changed settings, rebuilding,
 * changes of the forms, recap files, the health check. It is handed what it works on and keeps nothing.
 */
export { continueClosing } from './flows/closeYear';
export { openCommand } from './flows/commandDialogs';
export { dashboard } from './flows/dashboard';
export { takeEdits } from './flows/edits';
export { examineDaily } from './flows/health';
export { mendTabs } from './flows/mend';
export { turnDay } from './flows/night';
export { continueErasing } from './flows/erasing';
export { openTabsDialog, takeTabChoice, withTabs } from './flows/openTabs';
export { fillRow } from './flows/orderEntry';
export { officeStep, openOffice } from './flows/officeDialogs';
export { understandPaper } from './flows/paperCommands';
export { understandPersonal } from './flows/personalOrders';
export { perform } from './flows/perform';
export { continueRebuild } from './flows/rebuild';
export { sayByClock } from './flows/remind';
export { seldomSentence, understandSeldom } from './flows/seldom';
export { refreshByClock } from './flows/shared';
export { ownerRefusal } from './flows/setUp';
export {
  continueFromDialog,
  setUpQuestion,
  startFromDialog,
  subdistrictLines,
  subdistrictShown,
} from './flows/setUpDialog';
export { settleEnded } from './flows/reforms';
export { takeSettings } from './flows/settingsChange';
export { takeSlice } from './flows/slices';
export { continueTransfer, retire } from './flows/transfer';
export { changeTwins } from './flows/twins';
export { continueUpdate } from './flows/updateForms';

provideLazy(itself);
