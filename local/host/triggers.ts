import { nextFiring } from '../services/schedule';
import { phaseOf } from '../services/triggerBuilders';
import type { PendingEvent, SubmitEvent } from '../state/host';
import type { Project, TriggerState } from '../state/project';
import type { ExecutionRecord, RunOutcome } from './api';
import type { Engine } from './engine';
import { changeEvent, clockEvent, editEvent, openEvent, submitEvent, type EditSignal } from './events';
import { shownTo, type Machine } from './machine';
import type { Job, Runner } from './runner';

const MINUTE = 60_000;

interface Installed {
  project: Project;
  trigger: TriggerState;
}
type Args = Job['args'];

type View = { sheetId: number; range: string };
/** In a run that an edit or an answer fired, the cells that it wrote are the active ones. */
const viewOf = ({ sheetId, a1 }: { sheetId: number; a1: string }): View => ({ sheetId, range: a1 });

/** Fires simple and installed triggers: who runs, with what, and when. */
export class TriggerDesk {
  constructor(
    private readonly machine: Machine,
    private readonly runner: Runner,
    private readonly engine: Engine,
  ) {}

  /** A submission's triggers, in the manner that the switches ask for. */
  async submitted(event: SubmitEvent): Promise<ExecutionRecord[]> {
    const manner = this.machine.faults.current.submitEvents ?? this.machine.switches.submitEvents;
    const heard = this.heard(event);
    const records: ExecutionRecord[] = [];
    for (const each of manner === 'lost' ? [] : heard) {
      if (manner === 'late' || manner === 'shuffled') this.postpone(each, event, manner);
      else {
        const times = manner === 'twice' ? 2 : 1;
        for (let time = 0; time < times; time += 1) {
          records.push(await this.deliver(each, event, manner === 'blank'));
        }
      }
    }
    return records;
  }

  /** The runs that a submission causes, each once, for somebody else to order. */
  jobsOf(event: SubmitEvent): Job[] {
    return this.heard(event).map((each) => this.submitJob(each, event, false));
  }

  private heard(event: SubmitEvent): Installed[] {
    return this.installed('formSubmit').filter(
      ({ trigger }) =>
        trigger.sourceId !== undefined &&
        trigger.sourceId === (trigger.source === 'FORMS' ? event.form?.formId : event.sheet?.spreadsheetId),
    );
  }

  async edited(edit: EditSignal, person: string): Promise<ExecutionRecord[]> {
    const records: ExecutionRecord[] = [];
    for (const project of this.boundTo(edit.spreadsheetId)) {
      const args: Args = (execution) => [editEvent(this.machine, execution, edit, undefined, person)];
      const record = await this.simple(project, 'onEdit', 'edit', person, args, viewOf(edit));
      if (record) records.push(record);
    }
    for (const each of [...this.installed('edit'), ...this.installed('change')]) {
      const { trigger } = each;
      if (trigger.sourceId !== edit.spreadsheetId) continue;
      const args: Args =
        trigger.kind === 'edit'
          ? (execution) => [editEvent(this.machine, execution, edit, trigger, person)]
          : (execution) => [changeEvent(this.machine, execution, edit.spreadsheetId, trigger, person)];
      const kind = trigger.kind === 'edit' ? 'edit' : 'change';
      records.push(await this.fire(each, kind, args, person, viewOf(edit)));
    }
    return records;
  }

  async opened(fileId: string, person: string): Promise<RunOutcome[]> {
    const records: RunOutcome[] = [];
    for (const project of this.boundTo(fileId)) {
      const args: Args = (execution) => [openEvent(this.machine, execution, fileId, undefined)];
      const record = await this.simple(project, 'onOpen', 'open', person, args);
      if (record) records.push(record);
    }
    for (const each of this.installed('open').filter(({ trigger }) => trigger.sourceId === fileId)) {
      const args: Args = (execution) => [openEvent(this.machine, execution, fileId, each.trigger)];
      records.push(await this.fire(each, 'open', args, person));
    }
    return records;
  }

  /** Everything due until then, in the order of time; what a run takes moves the clock on. */
  async runUntil(time: number): Promise<ExecutionRecord[]> {
    const records: ExecutionRecord[] = [];
    for (let due = this.nextDue(time); due; due = this.nextDue(time)) {
      this.machine.moveTo(due.at);
      const record = await due.run();
      if (record) records.push(record);
    }
    this.machine.moveTo(time);
    return records;
  }

  private nextDue(time: number): { at: number; run: () => Promise<ExecutionRecord | undefined> } | undefined {
    let first: { at: number; run: () => Promise<ExecutionRecord | undefined> } | undefined;
    for (const each of this.installed('clock')) {
      const at = each.trigger.nextAt;
      if (at !== undefined && at <= time && (!first || at < first.at)) {
        first = { at, run: () => this.clock(each) };
      }
    }
    for (const pending of this.machine.host.pending) {
      if (pending.at <= time && (!first || pending.at < first.at)) {
        first = { at: pending.at, run: () => this.arrive(pending) };
      }
    }
    return first;
  }

  private async clock(each: Installed): Promise<ExecutionRecord> {
    const { trigger, project } = each;
    const { schedule } = trigger;
    const { platform } = this.machine;
    const next =
      schedule &&
      nextFiring(schedule, this.machine.now(), phaseOf(trigger.id), (time, zone) =>
        platform.zoneOffset(time, zone),
      );
    // A spent one-off stays in the list and counts (google.md section 2, Rules).
    if (next === undefined) delete trigger.nextAt;
    else trigger.nextAt = next;
    this.machine.store.touch('project', project.id, 'triggers');
    return this.fire(each, 'clock', (execution) => [clockEvent(this.machine, execution, trigger)]);
  }

  private async arrive(pending: PendingEvent): Promise<ExecutionRecord | undefined> {
    const { host } = this.machine;
    host.pending = host.pending.filter((each) => each !== pending);
    this.machine.store.touch('host', 'host');
    const project = this.machine.store.get('project', pending.projectId);
    const trigger = project?.triggers.find((each) => each.id === pending.triggerId);
    return project && trigger ? this.deliver({ project, trigger }, pending.event, false) : undefined;
  }

  private postpone(each: Installed, event: SubmitEvent, manner: 'late' | 'shuffled'): void {
    const wait = manner === 'late' ? 2 + 28 * this.machine.draw() : 60 * this.machine.draw();
    const at = this.machine.now() + Math.round(wait * MINUTE);
    const { project, trigger } = each;
    this.machine.host.pending.push({ at, projectId: project.id, triggerId: trigger.id, event });
    this.machine.store.touch('host', 'host');
  }

  private deliver(each: Installed, event: SubmitEvent, blank: boolean): Promise<ExecutionRecord> {
    return this.engine.run(this.submitJob(each, event, blank));
  }

  private submitJob(each: Installed, event: SubmitEvent, blank: boolean): Job {
    const args: Args = (execution) => [submitEvent(this.machine, execution, each.trigger, event, blank)];
    return this.job(each, 'formSubmit', args, undefined, event.sheet && viewOf(event.sheet));
  }

  private fire(...fired: Parameters<TriggerDesk['job']>): Promise<ExecutionRecord> {
    return this.engine.run(this.job(...fired));
  }

  /** An installed trigger runs as its creator, with full rights (google.md section 2, Rules). */
  private job(
    { project, trigger }: Installed,
    kind: 'formSubmit' | 'edit' | 'change' | 'open' | 'clock',
    args: Args,
    person?: string,
    view?: View,
  ): Job {
    const { creator } = trigger;
    return {
      projectId: project.id,
      functionName: trigger.handler,
      args,
      trigger: kind,
      effectiveUser: creator,
      activeUser: kind === 'clock' ? creator : shownTo(this.machine, creator, person),
      authMode: 'FULL',
      ...(view ? { view } : {}),
      countsMinutes: true,
    };
  }

  /** `onOpen`, `onEdit`: as the person, with few rights, and only when the project has one. */
  private async simple(
    project: Project,
    functionName: string,
    trigger: 'open' | 'edit',
    person: string,
    args: Args,
    view?: View,
  ): Promise<ExecutionRecord | undefined> {
    const pattern = new RegExp(
      `\\bfunction\\s+${functionName}\\s*\\(|\\b(?:var|let|const)\\s+${functionName}\\s*=`,
    );
    if (!this.runner.load(project).files.some((file) => pattern.test(file.code))) return undefined;
    return this.engine.run({
      projectId: project.id,
      functionName,
      args,
      trigger,
      effectiveUser: person,
      activeUser: shownTo(this.machine, project.owner, person, false),
      authMode: 'LIMITED',
      ...(view ? { view } : {}),
    });
  }

  private boundTo(fileId: string): Project[] {
    return this.projects().filter((project) => project.containerId === fileId);
  }

  private projects(): Project[] {
    const { store } = this.machine;
    return store.ids('project').flatMap((id) => store.get('project', id) ?? []);
  }

  private installed(kind: TriggerState['kind']): Installed[] {
    return this.projects().flatMap((project) =>
      project.triggers.filter((trigger) => trigger.kind === kind).map((trigger) => ({ project, trigger })),
    );
  }
}
