/** Address of the account whose rights this execution has; '' where Google does not tell. */
export function effectiveUser(): string {
  return Session.getEffectiveUser().getEmail();
}

/** Address of the account that owns the spreadsheet this project is bound to; '' in a shared drive. */
export function masterOwner(): string {
  return SpreadsheetApp.getActiveSpreadsheet().getOwner()?.getEmail() ?? '';
}

/** Whether the account still has to agree to something that the program needs, as after an update that needs more. */
export function needsConsent(): boolean {
  const { AuthMode, AuthorizationStatus } = ScriptApp;
  return (
    ScriptApp.getAuthorizationInfo(AuthMode.FULL).getAuthorizationStatus() === AuthorizationStatus.REQUIRED
  );
}
