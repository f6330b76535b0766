import { enumValue, Served } from '../services/served';
import { rangeObject } from '../services/spreadsheet/person';
import { User } from '../services/user';
import type { TriggerState } from '../state/project';
import type { SubmitEvent } from '../state/host';
import type { Execution } from './execution';
import type { Machine } from './machine';

/** Calls a member of a served object by name: the host's own use of services, uncounted. */
function ask(object: unknown, member: string, ...args: unknown[]): unknown {
  const method = (object as Record<string, unknown> | null)?.[member];
  if (typeof method !== 'function') throw new Error(`The workspace has no ${member} to make an event with.`);
  return Reflect.apply(method as (...parts: unknown[]) => unknown, object, args);
}

function openFile(machine: Machine, execution: Execution, global: string, id: string): Served {
  const service = machine.services.get(global);
  if (!service) throw new Error(`${global} is not supported by the local workspace`);
  return ask(service.create(execution), 'openById', id) as Served;
}

function spreadsheetOf(machine: Machine, execution: Execution, id: string): Served {
  return openFile(machine, execution, 'SpreadsheetApp', id);
}
function rangeOf(execution: Execution, spreadsheetId: string, sheetId: number, a1: string): Served {
  const range = rangeObject(execution, spreadsheetId, sheetId, a1);
  if (!range) throw new Error(`The tab ${sheetId} of an event is gone.`);
  return range;
}

const mode = (execution: Execution): unknown => enumValue('Script.AuthMode', execution.execution.authMode);

/** Shapes: google.md section 2, Event objects. `blank` = a firing with nothing in it, as reported in the wild. */
export function submitEvent(
  machine: Machine,
  execution: Execution,
  trigger: TriggerState,
  event: SubmitEvent,
  blank: boolean,
): Record<string, unknown> {
  const base = { authMode: mode(execution), triggerUid: trigger.id };
  if (trigger.source === 'FORMS' && event.form) {
    const form = openFile(machine, execution, 'FormApp', event.form.formId);
    return { ...base, source: form, response: ask(form, 'getResponse', event.form.responseId) };
  }
  const { sheet } = event;
  if (!sheet) return base;
  const range = rangeOf(execution, sheet.spreadsheetId, sheet.sheetId, sheet.a1);
  if (!blank) return { ...base, namedValues: sheet.namedValues, values: sheet.values, range };
  const namedValues = Object.fromEntries(
    Object.entries(sheet.namedValues).map(([title, values]) => [title, values.map(() => '')]),
  );
  return { ...base, namedValues, values: sheet.values.map(() => ''), range };
}

export interface EditSignal {
  spreadsheetId: string;
  sheetId: number;
  a1: string;
  /** Only for one cell; left out where it was or became empty. */
  value?: string;
  oldValue?: string;
}

/** `user` by google.md section 5: the owner's own edits, and '' for another editor. */
export function editEvent(
  machine: Machine,
  execution: Execution,
  edit: EditSignal,
  trigger: TriggerState | undefined,
  person: string,
): Record<string, unknown> {
  const source = spreadsheetOf(machine, execution, edit.spreadsheetId);
  return {
    authMode: mode(execution),
    range: rangeOf(execution, edit.spreadsheetId, edit.sheetId, edit.a1),
    source,
    user: new User(execution, seenBy(execution, person)),
    ...(edit.value === undefined ? {} : { value: edit.value }),
    ...(edit.oldValue === undefined ? {} : { oldValue: edit.oldValue }),
    ...(trigger ? { triggerUid: trigger.id } : {}),
  };
}

/** An anonymous editor of a shared link shows up as the owner. */
function seenBy(execution: Execution, person: string): string {
  const { effectiveUser } = execution.execution;
  return person === '' || person === effectiveUser ? effectiveUser : '';
}

export function changeEvent(
  machine: Machine,
  execution: Execution,
  spreadsheetId: string,
  trigger: TriggerState,
  person: string,
): Record<string, unknown> {
  return {
    authMode: mode(execution),
    changeType: 'EDIT',
    source: spreadsheetOf(machine, execution, spreadsheetId),
    user: new User(execution, seenBy(execution, person)),
    triggerUid: trigger.id,
  };
}

export function openEvent(
  machine: Machine,
  execution: Execution,
  fileId: string,
  trigger: TriggerState | undefined,
): Record<string, unknown> {
  const isA = (kind: 'form' | 'document'): boolean => machine.store.get(kind, fileId) !== undefined;
  const service = isA('form') ? 'FormApp' : isA('document') ? 'DocumentApp' : 'SpreadsheetApp';
  const source = openFile(machine, execution, service, fileId);
  const user = new User(execution, execution.execution.effectiveUser);
  return { authMode: mode(execution), source, user, ...(trigger ? { triggerUid: trigger.id } : {}) };
}

export function clockEvent(
  machine: Machine,
  execution: Execution,
  trigger: TriggerState,
): Record<string, unknown> {
  const time = machine.now();
  const field = (pattern: string): number => Number(machine.platform.formatDate(time, 'UTC', pattern));
  return {
    authMode: mode(execution),
    year: field('yyyy'),
    month: field('M'),
    'day-of-month': field('d'),
    'day-of-week': field('u'),
    'week-of-year': field('w'),
    hour: field('H'),
    minute: field('m'),
    second: field('s'),
    timezone: 'UTC',
    triggerUid: trigger.id,
  };
}
