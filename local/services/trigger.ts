import type { TriggerState } from '../state/project';
import { constant, gas } from './boundary';
import type { Runtime } from './runtime';
import { Served } from './served';

const EVENTS: Record<TriggerState['kind'], string> = {
  clock: 'CLOCK',
  open: 'ON_OPEN',
  edit: 'ON_EDIT',
  formSubmit: 'ON_FORM_SUBMIT',
  change: 'ON_CHANGE',
};

/** An installed trigger (reference, Class Trigger). */
export class Trigger
  extends Served
  implements
    Pick<
      GoogleAppsScript.Script.Trigger,
      'getEventType' | 'getHandlerFunction' | 'getTriggerSource' | 'getTriggerSourceId' | 'getUniqueId'
    >
{
  static override readonly gas = 'Script.Trigger';

  constructor(
    runtime: Runtime,
    readonly state: TriggerState,
  ) {
    super(runtime);
  }

  getEventType(): GoogleAppsScript.Script.EventType {
    return constant('Script.EventType', EVENTS[this.state.kind]);
  }

  getHandlerFunction(): string {
    return this.state.handler;
  }

  getTriggerSource(): GoogleAppsScript.Script.TriggerSource {
    return constant('Script.TriggerSource', this.state.source ?? 'CLOCK');
  }

  /** null for a clock trigger. */
  getTriggerSourceId(): string {
    return this.state.sourceId ?? gas(null);
  }

  getUniqueId(): string {
    return this.state.id;
  }
}
