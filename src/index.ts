import { runCommand } from './flows/commands';
import type { dashboard } from './flows/dashboard';
import type { CommandResult, DialogValues } from './flows/dialog';
import { dispatch } from './flows/dispatch';
import { quietly } from './flows/desk';
import { edited, submitted } from './flows/events';
import { programmeName } from './flows/programme';
import { lazy } from './flows/lazy';
import type { SubdistrictShown } from './flows/setUpDialog';
import type { SetUpChoice } from './flows/setUpState';
import type { Progress } from './flows/steps';
import { homeSummary } from './flows/summary';
import { homeCard } from './ui/card';
import { showDashboard } from './ui/dashboard';
import { show } from './ui/dialogs';
import { showMenu } from './ui/menu';
import { showSetUp } from './ui/setUp';

/** The functions that Google calls by name: triggers, menu items, pages, the card. Names are in `flows/handlers`. */
export function onOpen(): void {
  showMenu(programmeName());
}

/** Submit trigger on `Respons`. */
export function onReportSubmit(event?: Parameters<typeof submitted>[0]): void {
  submitted(event);
}

/** Submit trigger on `Respons Pribadi`. */
export function onPersonalSubmit(event?: Parameters<typeof submitted>[0]): void {
  submitted(event, true);
}

/** Edit trigger on the master. */
export function onMasterEdit(event: Parameters<typeof edited>[0]): void {
  edited(event);
}

/** The one clock. */
export function everyHour(): void {
  quietly(dispatch);
}

/** Every five minutes while something long is under way. */
export function takeNextSlice(): void {
  lazy().takeSlice();
}

export function menuPrepareSettings(): void {
  showSetUp('prepare');
}

export function menuInstall(): void {
  showSetUp('install');
}

export function menuDashboard(): void {
  showDashboard();
}

export function menuOpenTab(): void {
  show(lazy().openTabsDialog());
}

export function menuRecap(): void {
  show(lazy().openCommand('recap'));
}

export function menuRemind(): void {
  show(lazy().openCommand('remind'));
}

export function menuSweep(): void {
  show(lazy().openCommand('sweep'));
}

export function menuRebuild(): void {
  show(lazy().openCommand('rebuild'));
}

export function menuRestore(): void {
  show(lazy().openCommand('restore'));
}

export function menuCorrect(): void {
  show(lazy().openCommand('correct'));
}

export function menuUpdateForms(): void {
  show(lazy().openCommand('updateForms'));
}

export function menuShowReport(): void {
  show(lazy().openCommand('showReport'));
}

export function menuApproveMonth(): void {
  show(lazy().openCommand('approveMonth'));
}

export function menuUnlock(): void {
  show(lazy().openCommand('unlock'));
}

export function menuUndoDecision(): void {
  show(lazy().openCommand('undo'));
}

export function menuAdjustBalance(): void {
  show(lazy().openCommand('adjustBalance'));
}

export function menuOpenings(): void {
  show(lazy().openCommand('openings'));
}

export function menuTrial(): void {
  show(lazy().openCommand('trial'));
}

export function menuOperators(): void {
  show(lazy().openCommand('operators'));
}

export function menuImportMonths(): void {
  show(lazy().openCommand('importMonths'));
}

export function menuImportMembers(): void {
  show(lazy().openCommand('importMembers'));
}

export function menuUndoImport(): void {
  show(lazy().openCommand('undoImport'));
}

export function menuFixClosing(): void {
  show(lazy().openCommand('fixClosing'));
}

export function menuUnfixClosing(): void {
  show(lazy().openCommand('unfixClosing'));
}

export function menuCopyPerson(): void {
  show(lazy().openCommand('copyPerson'));
}

export function menuErasePerson(): void {
  show(lazy().openCommand('erasePerson'));
}

export function menuEraseOld(): void {
  show(lazy().openCommand('eraseOld'));
}

export function menuHealth(): void {
  show(lazy().openCommand('health'));
}

export function menuWarn(): void {
  show(lazy().openCommand('warn'));
}

export function menuGroup(): void {
  show(lazy().openCommand('group'));
}

export function menuPrintUnits(): void {
  show(lazy().openCommand('printUnits'));
}

export function menuNote(): void {
  show(lazy().openCommand('note'));
}

export function menuHandOver(): void {
  show(lazy().openCommand('handOver'));
}

export function menuChangePin(): void {
  show(lazy().openCommand('changePin'));
}

export function menuRefresh(): void {
  show(lazy().openCommand('refresh'));
}

export function menuInnovation(): void {
  show(lazy().openCommand('innovation'));
}

export function menuGiveAccount(): void {
  show(lazy().openOffice('giveAccount'));
}

export function menuTakeAccount(): void {
  show(lazy().openOffice('takeAccount'));
}

export function menuCloseYear(): void {
  show(lazy().openCommand('closeYear'));
}

export function menuDismantle(): void {
  show(lazy().openOffice('dismantle'));
}

/** Button of a dialog. */
export function pageRun(command: string, values: DialogValues): CommandResult {
  return runCommand(command, values);
}

/** First slice of a set-up step. */
export function pageStartSetUp(flow: 'prepare' | 'install', choice: Partial<SetUpChoice>): Progress {
  return lazy().startFromDialog(flow, choice);
}

export function pageContinueSetUp(): Progress {
  return lazy().continueFromDialog();
}

/** All sub-districts of Indonesia, for the search of the first step. */
export function pageSubdistricts(): readonly string[] {
  return lazy().subdistrictLines();
}

/** The villages of one sub-district, to be confirmed in the first step. */
export function pageSubdistrict(code: string): SubdistrictShown | undefined {
  return lazy().subdistrictShown(code);
}

/** Another month of the dashboard, `2026-07`. */
export function pageDashboard(period: string): ReturnType<typeof dashboard> {
  return lazy().dashboard(period);
}

/** Home card of the add-on. */
export function onHomepage(): GoogleAppsScript.Card_Service.Card {
  return homeCard(homeSummary());
}
