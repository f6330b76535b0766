import type { Project, Schedule, TriggerState } from '../state/project';
import { keyOf } from './boundary';
import { LIMITS } from './limits';
import type { Runtime } from './runtime';
import { instantOf, nextFiring } from './schedule';
import { GoogleError, Served } from './served';
import { Trigger } from './trigger';

/** Triggers of one user in one script (google.md section 1). */
const LIMIT = LIMITS.triggersPerUser;
const WEEK_DAYS = ['SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY'];
const MINUTES = [1, 5, 10, 15, 30];

/** The project of the running script, live. */
export function projectOf(runtime: Runtime): Project {
  const found = runtime.store.get('project', runtime.execution.projectId);
  if (!found) throw new GoogleError('Triggers are not supported outside of a project.');
  return found;
}

function install(runtime: Runtime, state: Omit<TriggerState, 'id' | 'creator'>): Trigger {
  const project = projectOf(runtime);
  const creator = runtime.execution.effectiveUser;
  // Spent one-off triggers count too (google.md section 2, Rules).
  if (project.triggers.filter((trigger) => trigger.creator === creator).length >= LIMIT) {
    throw new GoogleError(
      'This script has too many triggers. Triggers must be deleted from the script before more can be added.',
    );
  }
  const made: TriggerState = { ...state, id: runtime.newId('trigger'), creator };
  project.triggers.push(made);
  runtime.store.touch('project', project.id, 'triggers');
  return new Trigger(runtime, made);
}

/** A stable number in [0, 1) that belongs to a trigger: the minute that Google picks for it. */
export function phaseOf(id: string): number {
  let mixed = 17;
  for (const letter of id) mixed = (Math.imul(mixed, 31) + letter.charCodeAt(0)) >>> 0;
  return ((Math.imul(mixed, 2654435761) >>> 0) % 100_000) / 100_000;
}

/** Triggers on a file: one builder for the three kinds of file, which differ in the events that they know. */
abstract class FileTriggerBuilder extends Served {
  private kind: TriggerState['kind'] | undefined;

  constructor(
    runtime: Runtime,
    private readonly handler: string,
    private readonly source: 'FORMS' | 'SPREADSHEETS' | 'DOCUMENTS',
    private readonly sourceId: string,
  ) {
    super(runtime);
  }

  create(): Trigger {
    if (!this.kind) throw new GoogleError('The event type of the trigger is missing.');
    const { handler, source, sourceId, kind } = this;
    return install(this.runtime, { handler, source, sourceId, kind });
  }

  protected on(kind: TriggerState['kind']): this {
    this.kind = kind;
    return this;
  }
}

export class SpreadsheetTriggerBuilder extends FileTriggerBuilder {
  static override readonly gas = 'Script.SpreadsheetTriggerBuilder';
  onChange(): this {
    return this.on('change');
  }
  onEdit(): this {
    return this.on('edit');
  }
  onFormSubmit(): this {
    return this.on('formSubmit');
  }
  onOpen(): this {
    return this.on('open');
  }
}

export class FormTriggerBuilder extends FileTriggerBuilder {
  static override readonly gas = 'Script.FormTriggerBuilder';
  onFormSubmit(): this {
    return this.on('formSubmit');
  }
  onOpen(): this {
    return this.on('open');
  }
}

export class DocumentTriggerBuilder extends FileTriggerBuilder {
  static override readonly gas = 'Script.DocumentTriggerBuilder';
  onOpen(): this {
    return this.on('open');
  }
}

type Frequency = 'minutes' | 'hours' | 'days' | 'weeks' | 'month';

/** Reference, Class ClockTriggerBuilder. */
export class ClockTriggerBuilder extends Served {
  static override readonly gas = 'Script.ClockTriggerBuilder';
  private frequency: Frequency | undefined;
  private count = 1;
  private moment: number | undefined;
  private date: { year: number; month: number; day: number } | undefined;
  private hour: number | undefined;
  private minute: number | undefined;
  private weekDay: number | undefined;
  private monthDay = 1;
  private zone: string | undefined;

  constructor(
    runtime: Runtime,
    private readonly handler: string,
  ) {
    super(runtime);
  }

  after(durationMilliseconds: number): this {
    this.moment = this.runtime.now() + durationMilliseconds;
    return this;
  }

  at(date: Date): this {
    this.moment = date.getTime();
    return this;
  }

  atDate(year: number, month: number, day: number): this {
    this.date = { year, month, day };
    return this;
  }

  atHour(hour: number): this {
    this.hour = hour;
    this.frequency ??= 'days';
    return this;
  }

  nearMinute(minute: number): this {
    this.minute = minute;
    return this;
  }

  everyMinutes(n: number): this {
    if (!MINUTES.includes(n)) {
      throw new GoogleError(
        'The value you passed to everyMinutes was invalid. It must be one of 1, 5, 10, 15 or 30.',
      );
    }
    return this.every('minutes', n);
  }

  everyHours(n: number): this {
    return this.every('hours', n);
  }

  everyDays(n: number): this {
    return this.every('days', n);
  }

  everyWeeks(n: number): this {
    return this.every('weeks', n);
  }

  onWeekDay(day: unknown): this {
    this.weekDay = WEEK_DAYS.indexOf(keyOf(day));
    if (this.frequency === 'weeks') return this;
    return this.every('weeks', 1);
  }

  onMonthDay(day: number): this {
    this.monthDay = day;
    this.frequency = 'month';
    return this;
  }

  inTimezone(timezone: string): this {
    this.zone = timezone;
    return this;
  }

  create(): Trigger {
    const schedule = this.schedule();
    const made = install(this.runtime, { handler: this.handler, kind: 'clock', source: 'CLOCK', schedule });
    const { state } = made;
    // The minute is the trigger's own, and the trigger has an id only now.
    if ('minute' in schedule && this.minute === undefined)
      schedule.minute = Math.floor(phaseOf(state.id) * 60);
    const { platform } = this.runtime;
    const next = nextFiring(
      schedule,
      this.runtime.now() - ('at' in schedule ? 1 : 0),
      phaseOf(state.id),
      (time, zone) => platform.zoneOffset(time, zone),
    );
    state.nextAt = next ?? this.runtime.now();
    return made;
  }

  private every(frequency: Frequency, count: number): this {
    this.frequency = frequency;
    this.count = Math.max(1, count);
    return this;
  }

  private schedule(): Schedule {
    const zone = this.zone ?? this.runtime.project?.timeZone ?? 'GMT';
    const hour = this.hour ?? 0;
    const minute = this.minute ?? 0;
    if (this.moment !== undefined) return { at: this.moment };
    if (this.date) {
      const { year, month, day } = this.date;
      const { platform } = this.runtime;
      const days = Date.UTC(year, month - 1, day) / 86_400_000;
      return { at: instantOf(days, hour, minute, zone, (time, name) => platform.zoneOffset(time, name)) };
    }
    switch (this.frequency) {
      case 'minutes':
      case 'hours':
        return { every: this.frequency, count: this.count };
      case 'days':
        return { every: 'days', count: this.count, hour, minute, zone };
      case 'weeks':
        return { every: 'week', weeks: this.count, weekDay: this.weekDay ?? 1, hour, minute, zone };
      case 'month':
        return { every: 'month', day: this.monthDay, hour, minute, zone };
      case undefined:
        throw new GoogleError('The frequency of the clock trigger is missing.');
    }
  }
}
