/**
 * Names of the functions that Google calls by name: triggers, menu items and pages. They stand in `src/index.ts`
 * as exported functions; a trigger keeps the name it was created with, so a name never changes.
 */
export const HANDLER = {
  /** Submit trigger on `Respons`. */
  submit: 'onReportSubmit',
  /** Submit trigger on `Respons Pribadi`, which is there only where personal report types are switched on. */
  personalSubmit: 'onPersonalSubmit',
  /** Edit trigger on the master. */
  edit: 'onMasterEdit',
  /** The one clock. */
  hour: 'everyHour',
  /** Takes the next slice while something long is under way (set-up, rebuilding); removed with the last slice. */
  nextSlice: 'takeNextSlice',
} as const;

/** Menu items in their order, by what they call. */
export const COMMAND = {
  prepare: 'menuPrepareSettings',
  install: 'menuInstall',
  dashboard: 'menuDashboard',
  openTab: 'menuOpenTab',
  recap: 'menuRecap',
  remind: 'menuRemind',
  sweep: 'menuSweep',
  restore: 'menuRestore',
  correct: 'menuCorrect',
  rebuild: 'menuRebuild',
  updateForms: 'menuUpdateForms',
  showReport: 'menuShowReport',
  approveMonth: 'menuApproveMonth',
  unlock: 'menuUnlock',
  undo: 'menuUndoDecision',
  adjust: 'menuAdjustBalance',
  openings: 'menuOpenings',
  trial: 'menuTrial',
  operators: 'menuOperators',
  importMonths: 'menuImportMonths',
  importMembers: 'menuImportMembers',
  undoImport: 'menuUndoImport',
  fixClosing: 'menuFixClosing',
  unfixClosing: 'menuUnfixClosing',
  copyPerson: 'menuCopyPerson',
  erasePerson: 'menuErasePerson',
  eraseOld: 'menuEraseOld',
  health: 'menuHealth',
  warn: 'menuWarn',
  note: 'menuNote',
  group: 'menuGroup',
  printUnits: 'menuPrintUnits',
  handOver: 'menuHandOver',
  changePin: 'menuChangePin',
  refresh: 'menuRefresh',
  innovation: 'menuInnovation',
  giveAccount: 'menuGiveAccount',
  takeAccount: 'menuTakeAccount',
  closeYear: 'menuCloseYear',
  dismantle: 'menuDismantle',
} as const;

export type CommandId = keyof typeof COMMAND;
