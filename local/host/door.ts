import { shortName } from '../contract/schema';
import { checkSignature } from '../contract/signature';
import type { CallMessage, Reply } from '../isolate/messages';
import { GoogleError, Served, type ServedClass } from '../services/served';

import type { ExecutionRecord } from './api';
import { Parked, type Execution } from './execution';
import { fillError } from './googleErrors';
import type { Machine } from './machine';
import { planOf, type CallPlan } from './plans';
import { checkScopes } from './scopes';
import { fromScript, toScript } from './values';

interface Target {
  /** undefined = a global that the workspace has no service for. */
  object: Served | undefined;
  gas: string;
  /** As unsupported members are refused: `Sheet.setTabColor`, `CalendarApp.getDefaultCalendar`. */
  title: string;
}

/**
 * The one way from a script to the state. In this order: faults, limits, cost, what is supported, scopes,
 * signature, the call itself.
 */
export class Door {
  constructor(private readonly machine: Machine) {}

  /** Answers a call, or says until when it has to wait. A parked call is served again as `again`. */
  serve(execution: Execution, message: CallMessage, again = false): Reply | Parked {
    if (execution.ended) return { x: true };
    try {
      const target = this.target(execution, message);
      const plan = planOf(target.gas, message.m);
      if (!again && !this.admit(execution, plan, target, message.m)) return { x: true };
      const value = this.call(execution, target, message, plan);
      execution.stopWaiting();
      return { r: toScript(execution, value) };
    } catch (error) {
      if (error instanceof Parked) return error;
      execution.stopWaiting();
      if (error instanceof GoogleError) return { e: { name: error.gasName, message: error.message } };
      execution.hostError ??= error instanceof Error ? error : new Error(String(error));
      return { e: { name: 'Error', message: `Local workspace: ${execution.hostError.message}` } };
    }
  }

  /** Counts the call and lets faults and limits strike; false = the execution ends here, the call does not happen. */
  private admit(
    execution: Execution,
    { name, kind, cost, changes }: CallPlan,
    { gas, title }: Target,
    member: string,
  ): boolean {
    const { record } = execution;
    if (changes) execution.start.beforeChange?.();
    const strike = execution.watch.strike(name, changes);
    if (strike && 'crash' in strike) {
      execution.ended = 'crashed';
      return false;
    }
    record.calls[name] = (record.calls[name] ?? 0) + 1;
    record.callCount += 1;
    if (changes) {
      record.changes += 1;
      if (!execution.holdsScriptLock()) noteOutsideLock(record, name);
    }
    if (cost.remote) {
      record.remoteCalls += 1;
      record.remoteByKind[kind] = (record.remoteByKind[kind] ?? 0) + 1;
    }
    execution.spend(cost.ms);
    if (execution.modelled > execution.limit) {
      execution.ended = 'timedOut';
      return false;
    }
    if (strike) {
      const id = execution.execution.containerId ?? '';
      throw new GoogleError(fillError(strike.fail, gas, title, member, id));
    }
    return true;
  }

  private call(execution: Execution, target: Target, message: CallMessage, plan: CallPlan): unknown {
    const { object, gas } = target;
    const member = message.m;
    const method = object ? (object as unknown as Record<string, unknown>)[member] : undefined;
    if (!object || typeof method !== 'function' || member in Object.prototype) {
      throw new GoogleError(`${target.title}.${member} is not supported by the local workspace`);
    }
    checkScopes(gas, member, execution.project.scopes, execution.execution.authMode);
    const given = message.a.map((each) => fromScript(execution, each));
    // A template is rendered in the script's realm, which hands over the text: see bootStubs.
    const template = gas === 'HTML.HtmlTemplate' && member === 'evaluate';
    const args = template ? given : checkSignature(gas, member, given);
    const { cellsRead, cellsWritten } = execution.record;
    const value: unknown = Reflect.apply(method, object, args);
    const cells = execution.record.cellsRead - cellsRead + execution.record.cellsWritten - cellsWritten;
    if (cells > 0) execution.spend(cells * plan.cost.perCell);
    return value;
  }

  private target(execution: Execution, message: CallMessage): Target {
    if (message.s !== undefined) return this.global(execution, message.s);
    const object = execution.handles.get(message.h ?? 0);
    if (!object) throw new GoogleError(`Illegal invocation of ${message.m}.`);
    const { gas } = object.constructor as unknown as ServedClass;
    return { object, gas, title: shortName(gas) };
  }

  /** `SpreadsheetApp`, or a part of an advanced service such as `Drive.Permissions`. */
  private global(execution: Execution, path: string): Target {
    const entry = this.machine.services.get(path);
    if (!entry) return { object: undefined, gas: path, title: path };
    let object = execution.globals.get(path);
    if (!object) {
      object = entry.create(execution);
      execution.globals.set(path, object);
    }
    return { object, gas: entry.gas, title: path };
  }
}

function noteOutsideLock({ outsideLock, callCount }: ExecutionRecord, name: string): void {
  const known = outsideLock[name];
  if (known) known.times += 1;
  else outsideLock[name] = { times: 1, firstCall: callCount };
}
