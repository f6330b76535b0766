/**
 * Members of a form that Google has and the published types do not know yet (publishing and responders, 2025),
 * and two that are used widely but documented nowhere: so they are asked for before they are called.
 */
export interface NewerForm {
  setPublished(enabled: boolean): unknown;
  isPublished(): boolean;
  supportsAdvancedResponderPermissions(): boolean;
  addPublishedReader(address: string): unknown;
  removePublishedReader(address: string): unknown;
  setEmailCollectionType?(type: unknown): unknown;
  getEmailCollectionType?(): unknown;
}

/** The same form, with its newer members. */
export function newer(form: GoogleAppsScript.Forms.Form): NewerForm {
  return form as unknown as NewerForm;
}

/** Whether the form collects verified addresses; undefined where this account's Forms does not tell. No remote call. */
export function collectsVerified(form: GoogleAppsScript.Forms.Form): boolean | undefined {
  try {
    const kind = newer(form).getEmailCollectionType?.();
    return kind === undefined ? undefined : String(kind) === 'VERIFIED';
  } catch {
    return undefined;
  }
}

/** Google's value for *verified* addresses; undefined where this account's Forms does not have it. */
export function verifiedCollection(): unknown {
  const app = FormApp as unknown as { EmailCollectionType?: { VERIFIED?: unknown } };
  return app.EmailCollectionType?.VERIFIED;
}
