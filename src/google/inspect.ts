import { fileExists } from './files';
import { isOpenToAll } from './linkAccess';
import { newer } from './newer';
import { retry } from './retry';

/** How a form stands at Google, for the health check. */
export interface FormState {
  readonly published: boolean;
  readonly accepting: boolean;
  /** Spreadsheet that it is linked to; '' = none. */
  readonly destination: string;
  /** Somebody switched the editing of responses on. */
  readonly editable: boolean;
}

/** Looks at a form; Google's own words where it cannot be opened. */
export function inspectForm(id: string): FormState | { readonly failure: string } {
  try {
    const form = retry(() => FormApp.openById(id));
    const more = newer(form);
    return {
      published: more.supportsAdvancedResponderPermissions() ? more.isPublished() : true,
      accepting: form.isAcceptingResponses(),
      destination: destinationOf(form),
      editable: form.canEditResponse(),
    };
  } catch (failure) {
    return { failure: failure instanceof Error ? failure.message : String(failure) };
  }
}

/** Who gets to a form: anyone with the link, and whether it asks them for an address. Two calls. */
export function inspectSenders(id: string): { readonly isOpen: boolean; readonly collects: boolean } {
  const form = retry(() => FormApp.openById(id));
  const isLimited = newer(form).supportsAdvancedResponderPermissions();
  return { isOpen: !isLimited || isOpenToAll(id, 'answer') === true, collects: form.collectsEmail() };
}

/** Names of the tabs of a spreadsheet that some other form fills. `known` = numbers of the tabs of our own forms. */
export function foreignTabs(spreadsheetId: string, known: readonly number[]): readonly string[] {
  const sheets = retry(() => SpreadsheetApp.openById(spreadsheetId)).getSheets();
  return sheets
    .filter((sheet) => !known.includes(sheet.getSheetId()) && (sheet.getFormUrl() ?? '') !== '')
    .map((sheet) => sheet.getName());
}

/** Which of these tabs a spreadsheet lacks; undefined where it cannot be opened or lies in the bin. */
export function missingTabs(spreadsheetId: string, names: readonly string[]): readonly string[] | undefined {
  if (!fileExists(spreadsheetId)) return undefined;
  try {
    const have = retry(() => SpreadsheetApp.openById(spreadsheetId))
      .getSheets()
      .map((sheet) => sheet.getName());
    return names.filter((name) => !have.includes(name));
  } catch {
    return undefined;
  }
}

/** An unlinked form throws, in the account's language, so the words are not looked at. */
function destinationOf(form: GoogleAppsScript.Forms.Form): string {
  try {
    return form.getDestinationId();
  } catch {
    return '';
  }
}
