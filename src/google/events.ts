/** The submit event of a responses spreadsheet; Google fires it blank, twice or not at all now and then. */
export type SubmitEvent = Partial<GoogleAppsScript.Events.SheetsOnFormSubmit>;
export type EditEvent = GoogleAppsScript.Events.SheetsOnEdit & { readonly user?: GoogleAppsScript.Base.User };

/** Id of the tab that took the answer; undefined where the event does not say. */
export function tabOfSubmit(event: SubmitEvent | undefined): number | undefined {
  return event?.range?.getSheet().getSheetId();
}

/** Name of the edited tab, and who edited it: '' where Google does not tell. */
export function editOf(event: EditEvent): { readonly tab: string; readonly user: string } {
  return { tab: event.range.getSheet().getName(), user: event.user?.getEmail() ?? '' };
}
