/**
 * What is needed seldom, a program of its own beside `Code.js` (which every execution parses): set-up and its pages,
 * rebuilding, changes of the forms, recap files, the health check. It is handed what it works on and keeps nothing.
 */
export { continueFromDialog, setUpQuestion, startFromDialog, subdistrictLines } from './flows/setUpDialog';
export { takeEdits } from './flows/edits';
export { checkHealth } from './flows/health';
export { continueRebuild, startRebuild } from './flows/rebuild';
export { makeRecap } from './flows/recap';
export { ownerRefusal } from './flows/setUp';
export { takeSlice } from './flows/slices';
export { changeTwins } from './flows/twins';
export {
  buildMissingTabs,
  continueUpdate,
  offerMonths,
  previewUpdate,
  startUpdate,
} from './flows/updateForms';
