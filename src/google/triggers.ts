/** A trigger by what it calls and when; at most one of a handler and source exists. */
export type TriggerSpec =
  | { readonly handler: string; readonly on: 'submit' | 'edit'; readonly spreadsheetId: string }
  | { readonly handler: string; readonly on: 'hours' | 'minutes'; readonly every: number };

function matches(trigger: GoogleAppsScript.Script.Trigger, spec: TriggerSpec): boolean {
  if (trigger.getHandlerFunction() !== spec.handler) return false;
  return !('spreadsheetId' in spec) || trigger.getTriggerSourceId() === spec.spreadsheetId;
}

function create(spec: TriggerSpec): void {
  const builder = ScriptApp.newTrigger(spec.handler);
  if ('every' in spec) {
    const clock = builder.timeBased();
    (spec.on === 'hours' ? clock.everyHours(spec.every) : clock.everyMinutes(spec.every)).create();
    return;
  }
  const watched = builder.forSpreadsheet(spec.spreadsheetId);
  (spec.on === 'submit' ? watched.onFormSubmit() : watched.onEdit()).create();
}

/** Handlers of the triggers of this account in this script, with the file they watch ('' = clock). */
export function listTriggers(): readonly { readonly handler: string; readonly source: string }[] {
  return ScriptApp.getProjectTriggers().map((trigger) => ({
    handler: trigger.getHandlerFunction(),
    source: trigger.getTriggerSourceId() ?? '',
  }));
}

/** Creates those of the triggers that do not exist yet; one look for all. Gives the handlers created. */
export function ensureTriggers(specs: readonly TriggerSpec[]): readonly string[] {
  const existing = ScriptApp.getProjectTriggers();
  const missing = specs.filter((spec) => !existing.some((trigger) => matches(trigger, spec)));
  missing.forEach(create);
  return missing.map((spec) => spec.handler);
}

/** Deletes all triggers that this account has in this script. */
export function removeAllTriggers(): void {
  for (const trigger of ScriptApp.getProjectTriggers()) ScriptApp.deleteTrigger(trigger);
}

/** Deletes every trigger of that handler. */
export function removeTriggers(handler: string): void {
  ScriptApp.getProjectTriggers()
    .filter((trigger) => trigger.getHandlerFunction() === handler)
    .forEach((trigger) => ScriptApp.deleteTrigger(trigger));
}
