import { constant, gas, keyOf } from './boundary';
import { webAppUrl } from './deployment';
import type { Runtime } from './runtime';
import { GoogleError, Served, type ServiceEntry } from './served';
import { Trigger } from './trigger';
import {
  ClockTriggerBuilder,
  DocumentTriggerBuilder,
  FormTriggerBuilder,
  projectOf,
  SpreadsheetTriggerBuilder,
} from './triggerBuilders';

/** The id of a file that a script names by id or by the opened file itself. */
function fileId(file: unknown): string {
  if (typeof file === 'string') return file;
  if (file instanceof Served && 'getId' in file && typeof file.getId === 'function')
    return String(file.getId());
  throw new GoogleError('Invalid argument: key');
}

/** `ScriptApp.newTrigger('f')`: says what the trigger listens to. */
export class TriggerBuilder extends Served {
  static override readonly gas = 'Script.TriggerBuilder';

  constructor(
    runtime: Runtime,
    private readonly handler: string,
  ) {
    super(runtime);
  }

  forSpreadsheet(sheet: unknown): SpreadsheetTriggerBuilder {
    return new SpreadsheetTriggerBuilder(this.runtime, this.handler, 'SPREADSHEETS', this.known(sheet));
  }

  forForm(form: unknown): FormTriggerBuilder {
    return new FormTriggerBuilder(this.runtime, this.handler, 'FORMS', this.known(form));
  }

  forDocument(document: unknown): DocumentTriggerBuilder {
    return new DocumentTriggerBuilder(this.runtime, this.handler, 'DOCUMENTS', this.known(document));
  }

  timeBased(): ClockTriggerBuilder {
    return new ClockTriggerBuilder(this.runtime, this.handler);
  }

  private known(file: unknown): string {
    const id = fileId(file);
    if (!this.runtime.may('read', id)) {
      throw new GoogleError(
        'No item with the given ID could be found. Possibly because you have not edited this item or you do not have permission to access it.',
      );
    }
    return id;
  }
}

/** What the person has granted (reference, Class AuthorizationInfo). */
export class AuthorizationInfo
  extends Served
  implements
    Pick<
      GoogleAppsScript.Script.AuthorizationInfo,
      'getAuthorizationStatus' | 'getAuthorizationUrl' | 'getAuthorizedScopes'
    >
{
  static override readonly gas = 'Script.AuthorizationInfo';

  constructor(
    runtime: Runtime,
    private readonly missing: readonly string[],
  ) {
    super(runtime);
  }

  getAuthorizationStatus(): GoogleAppsScript.Script.AuthorizationStatus {
    return constant('Script.AuthorizationStatus', this.missing.length > 0 ? 'REQUIRED' : 'NOT_REQUIRED');
  }

  getAuthorizationUrl(): string {
    if (this.missing.length === 0) return gas(null);
    return `https://script.google.com/macros/d/${this.runtime.execution.projectId}/authorize`;
  }

  getAuthorizedScopes(): string[] {
    return [...(this.runtime.project?.scopes ?? [])];
  }
}

/** The project as a web app: deployed where its manifest has a `webapp` (reference, Class Service). */
export class Service extends Served implements Pick<GoogleAppsScript.Script.Service, 'getUrl' | 'isEnabled'> {
  static override readonly gas = 'Script.Service';

  getUrl(): string {
    return gas(this.isEnabled() ? webAppUrl(this.runtime.execution.projectId) : null);
  }

  isEnabled(): boolean {
    return this.runtime.project?.isWebApp ?? false;
  }
}

/** Reference, Class ScriptApp. Triggers are seen by their creator only (google.md section 2, Rules). */
export class ScriptApp extends Served {
  static override readonly gas = 'Script.ScriptApp';

  newTrigger(functionName: string): TriggerBuilder {
    return new TriggerBuilder(this.runtime, functionName);
  }

  getProjectTriggers(): Trigger[] {
    const own = this.runtime.execution.effectiveUser;
    return projectOf(this.runtime)
      .triggers.filter((trigger) => trigger.creator === own)
      .map((trigger) => new Trigger(this.runtime, trigger));
  }

  getScriptTriggers(): Trigger[] {
    return this.getProjectTriggers();
  }

  getUserTriggers(file: unknown): Trigger[] {
    const id = fileId(file);
    return this.getProjectTriggers().filter((trigger) => trigger.state.sourceId === id);
  }

  deleteTrigger(trigger: Trigger): void {
    const project = projectOf(this.runtime);
    const own = this.runtime.execution.effectiveUser;
    const at = project.triggers.findIndex((each) => each.id === trigger.state.id && each.creator === own);
    if (at < 0)
      throw new GoogleError(
        'Unexpected error while getting the method or property deleteTrigger on object ScriptApp.',
      );
    project.triggers.splice(at, 1);
    this.runtime.store.touch('project', project.id, 'triggers');
  }

  getScriptId(): string {
    return this.runtime.execution.projectId;
  }

  getProjectKey(): string {
    return this.runtime.execution.projectId;
  }

  getOAuthToken(): string {
    return this.runtime.project?.token ?? '';
  }

  getService(): Service {
    return new Service(this.runtime);
  }

  getInstallationSource(): GoogleAppsScript.Script.InstallationSource {
    return constant('Script.InstallationSource', 'NONE');
  }

  getAuthorizationInfo(_authMode: unknown, oAuthScopes: string[] = []): AuthorizationInfo {
    return new AuthorizationInfo(this.runtime, this.missing(oAuthScopes));
  }

  /** Granular consent (google.md section 9): here every scope of the manifest is granted, no other. */
  requireScopes(authMode: unknown, oAuthScopes: string[]): void {
    const missing = this.missing(oAuthScopes);
    if (missing.length > 0 && keyOf(authMode) !== 'NONE') {
      throw new GoogleError(
        `Specified permissions are not sufficient. Required permissions: ${missing.join(' && ')}`,
      );
    }
  }

  requireAllScopes(authMode: unknown): void {
    this.requireScopes(authMode, [...(this.runtime.project?.scopes ?? [])]);
  }

  invalidateAuth(): void {
    // Nothing is withdrawn: the next run would only ask the person again.
  }

  private missing(scopes: readonly string[]): string[] {
    const granted = this.runtime.project?.scopes;
    return granted ? scopes.filter((scope) => !granted.includes(scope)) : [];
  }
}

export const scriptService: ServiceEntry = {
  global: 'ScriptApp',
  gas: 'Script.ScriptApp',
  create: (runtime) => new ScriptApp(runtime),
  classes: [
    ScriptApp,
    Trigger,
    TriggerBuilder,
    ClockTriggerBuilder,
    SpreadsheetTriggerBuilder,
    FormTriggerBuilder,
    DocumentTriggerBuilder,
    AuthorizationInfo,
    Service,
  ],
};
