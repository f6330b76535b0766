/** A trigger by what it calls and when; at most one of a handler and source exists. */
export type TriggerSpec =
  | { readonly handler: string; readonly on: 'submit' | 'edit'; readonly spreadsheetId: string }
  | { readonly handler: string; readonly on: 'hours' | 'minutes'; readonly every: number };

function matches(trigger: GoogleAppsScript.Script.Trigger, spec: TriggerSpec): boolean {
  if (trigger.getHandlerFunction() !== spec.handler) return false;
  return spec.on === 'hours' || spec.on === 'minutes' || trigger.getTriggerSourceId() === spec.spreadsheetId;
}

function create(spec: TriggerSpec): void {
  const builder = ScriptApp.newTrigger(spec.handler);
  if (spec.on === 'hours') builder.timeBased().everyHours(spec.every).create();
  else if (spec.on === 'minutes') builder.timeBased().everyMinutes(spec.every).create();
  else if (spec.on === 'submit') builder.forSpreadsheet(spec.spreadsheetId).onFormSubmit().create();
  else builder.forSpreadsheet(spec.spreadsheetId).onEdit().create();
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

/** Deletes every trigger of that handler. */
export function removeTriggers(handler: string): void {
  ScriptApp.getProjectTriggers()
    .filter((trigger) => trigger.getHandlerFunction() === handler)
    .forEach((trigger) => ScriptApp.deleteTrigger(trigger));
}
