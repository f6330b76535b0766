/** Members that Google's reference has and the published types lack (google.md section 9). */
declare namespace GoogleAppsScript.Script {
  interface ScriptApp {
    getAuthorizationInfo(authMode: AuthMode, oAuthScopes: string[]): AuthorizationInfo;
  }
  interface AuthorizationInfo {
    getAuthorizedScopes(): string[];
  }
}
