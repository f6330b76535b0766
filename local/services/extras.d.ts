/** Members that Google's reference has and the published types lack (google.md section 9). */
declare namespace GoogleAppsScript.Script {
  interface ScriptApp {
    getAuthorizationInfo(authMode: AuthMode, oAuthScopes: string[]): AuthorizationInfo;
  }
  interface AuthorizationInfo {
    getAuthorizedScopes(): string[];
  }
}
/** Old names that are out of the reference and still answer: Google's published samples call them. */
declare namespace GoogleAppsScript.Spreadsheet {
  interface Range {
    getColumnIndex(): number;
    setBackgroundColor(color: string | null): Range;
    /** Reference: `null` within the grid resets that cell's color; the types let only the whole be null. */
    setBackgroundObjects(color: (Color | null)[][]): Range;
  }
}
