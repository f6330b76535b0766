import type { AuthMode, ExecutionInfo, Runtime, Switches } from '../services/runtime';
import { WorkspaceFolder } from '../drive/workspaceFolder';
import { compareXlsx, type XlsxDifference } from '../drive/xlsxImport';
import type { Store } from '../state/store';
import type {
  AddProject,
  CellEdit,
  DialogAnswer,
  DialogHandler,
  Edited,
  ExecutionRecord,
  FaultControl,
  FormSubmission,
  GroupFold,
  OpenOptions,
  Question,
  RunOutcome,
  RunRequest,
  Snapshot,
  Submitted,
  WebAnswer,
  WebRequest,
  WhatIsShown,
  Workspace,
  WorkspaceClock,
} from './api';
import { durationMs, momentMs } from './duration';
import type { Engine } from './engine';
import { WorkerEngine } from './lanes';
import { DEFAULT_SWITCHES, Machine } from './machine';
import { menuFunction, Persons } from './persons';
import { importXlsx, spreadsheetOf } from './importXlsx';
import { PersonRuntime } from './people';
import { loadProject } from './project';
import { Runner, type Job } from './runner';
import { scriptFile } from './scriptFile';
import { TriggerDesk } from './triggers';
import { WebApps } from './webApp';
import { isJsonLike } from './values';

/** A Google Workspace on one's desk: see api.ts for what each part promises. */
export class LocalWorkspace implements Workspace {
  readonly store: Store;
  readonly switches: Switches;
  readonly faults: FaultControl;
  readonly clock: WorkspaceClock;
  private readonly runner: Runner;
  private engine: Engine;
  private isAside = false;
  private readonly workers: WorkerEngine;
  private readonly desk: TriggerDesk;
  private readonly persons: Persons;
  private readonly webApps: WebApps;

  private constructor(
    private readonly machine: Machine,
    private readonly options: OpenOptions,
    private readonly folder: WorkspaceFolder | undefined,
  ) {
    this.store = machine.store;
    this.switches = machine.switches;
    this.faults = machine.faults;
    this.runner = new Runner(machine);
    this.workers = new WorkerEngine(this.runner);
    this.engine = this.workers;
    this.useDriver(options.driver ?? 'thread');
    this.desk = new TriggerDesk(machine, this.runner, { run: (job) => this.engine.run(job) });
    this.persons = new Persons(machine, this.desk);
    this.webApps = new WebApps(machine, this.runner, { run: (job) => this.engine.run(job) });
    if (folder) this.runner.records.push(...folder.executions);
    machine.commit = (record) => this.commit(record);
    this.clock = {
      now: () => machine.now(),
      set: (to) => this.moveClock(momentMs(to)),
      advance: (by) => this.moveClock(machine.now() + (typeof by === 'number' ? by : durationMs(by))),
    };
  }

  static open(options: OpenOptions = {}): LocalWorkspace {
    const machine = new Machine({
      switches: { ...DEFAULT_SWITCHES, ...options.switches },
    });
    const folder =
      options.directory === undefined ? undefined : new WorkspaceFolder(options.directory, machine);
    const { zone, people, seed = 1, now = '2026-01-01T00:00:00+07:00' } = options;
    machine.begin({
      now: momentMs(now),
      seed,
      ...(zone === undefined ? {} : { zone }),
      ...(people ? { people } : {}),
    });
    return new LocalWorkspace(machine, options, folder);
  }

  /** Live: who is added gets an account. */
  get people(): { owner: string; others: string[] } {
    return this.machine.people;
  }

  get zone(): string {
    return this.machine.zone;
  }

  get executions(): readonly ExecutionRecord[] {
    return this.runner.records;
  }

  useDriver(driver: 'thread' | 'worker'): void {
    this.engine = driver === 'worker' ? this.workers : { run: async (job) => this.runner.runNow(job) };
  }

  addProject(project: AddProject): string {
    loadProject(project.directory);
    const id = this.machine.newId('file');
    const name = project.name ?? 'Proyek tanpa judul';
    const owner = project.owner ?? this.people.owner;
    // A script of its own is a file in Drive; a bound one belongs to its container.
    if (project.containerId === undefined)
      this.machine.store.put('file', id, scriptFile(id, name, owner, this.machine.now()));
    this.machine.store.put('project', id, {
      id,
      name,
      directory: project.directory,
      ...(project.containerId === undefined ? {} : { containerId: project.containerId }),
      owner,
      triggers: [],
      scriptProperties: {},
      documentProperties: {},
      userProperties: {},
    });
    this.machine.commit();
    return id;
  }

  run(request: RunRequest): Promise<RunOutcome> {
    return this.engine.run(this.jobOf(request));
  }

  runNow(request: RunRequest, beforeChange?: () => void): RunOutcome {
    if (this.engine === this.workers) throw new Error('runNow needs the thread driver.');
    return this.runner.runNow({ ...this.jobOf(request), ...(beforeChange ? { beforeChange } : {}) });
  }

  runRemembering(request: RunRequest): { outcome: RunOutcome; ended: Snapshot[] } {
    const ended: Snapshot[] = [];
    const beforeChange = (): void => void ended.push(this.snapshot());
    return { outcome: this.runNow(request, beforeChange), ended };
  }

  async runInterleaved(
    requests: readonly (RunRequest | FormSubmission)[],
    seed: number,
  ): Promise<RunOutcome[]> {
    const jobs = requests.flatMap((request) =>
      'publishedId' in request ? this.persons.jobsOf(request) : [this.jobOf(request)],
    );
    return this.workers.runInterleaved(jobs, seed);
  }

  async aside<T>(work: () => Promise<T>): Promise<T> {
    const start = this.snapshot();
    const { records } = this.runner;
    const before = [...records];
    this.isAside = true;
    try {
      return await work();
    } finally {
      this.isAside = false;
      this.restore(start);
      records.splice(0, records.length, ...before);
      this.machine.commit();
    }
  }

  submitForm(submission: FormSubmission): Promise<Submitted> {
    return this.persons.submitForm(submission);
  }

  editCell(edit: CellEdit): Promise<Edited> {
    return this.persons.editCell(edit);
  }

  foldGroup(wish: GroupFold): string | undefined {
    return this.persons.foldGroup(wish);
  }

  editForm(edit: Parameters<Workspace['editForm']>[0]): Promise<string | undefined> {
    return this.persons.editForm(edit);
  }

  async openFile(open: {
    fileId: string;
    person: string;
  }): Promise<WhatIsShown & { executions: RunOutcome[] }> {
    if (!this.machine.may(open.person, 'read', open.fileId)) {
      throw new Error(`${open.person} may not open the file ${open.fileId}.`);
    }
    this.machine.shown.clear(open.fileId);
    const executions = await this.desk.opened(open.fileId, open.person);
    return { ...this.whatIsShown(open.fileId), executions };
  }

  compareFile({ fileId, bytes }: { fileId: string; bytes: Uint8Array }): Promise<XlsxDifference[]> {
    return compareXlsx(spreadsheetOf(this.store, fileId), bytes);
  }

  async importFile({ fileId, bytes }: { fileId: string; bytes: Uint8Array }): Promise<XlsxDifference[]> {
    const taken = await importXlsx(this.store, fileId, bytes);
    this.machine.commit();
    return taken;
  }

  clickMenu(click: Parameters<Workspace['clickMenu']>[0]): Promise<RunOutcome> {
    const [caption, ...rest] = click.path;
    for (const menu of this.whatIsShown(click.fileId).menus) {
      if (menu.caption !== caption) continue;
      const functionName = menuFunction(menu.items, rest);
      if (functionName === undefined) continue;
      return this.run({
        projectId: menu.projectId,
        functionName,
        user: click.person,
        trigger: 'menu',
        ...(click.view ? { view: click.view } : {}),
      });
    }
    const seen = this.whatIsShown(click.fileId).menus.map((menu) => menu.caption);
    throw new Error(`No menu entry ${click.path.join(' → ')}; there is: ${seen.join(', ') || 'no menu'}.`);
  }

  async callFromPage(call: {
    projectId?: string;
    functionName: string;
    args?: unknown[];
    person: string;
    view?: { sheetId: number; range: string };
    deploymentId?: string;
  }): Promise<RunOutcome> {
    const { projectId, functionName, args = [], person, view, deploymentId } = call;
    // Names that end with an underscore are private (google.md section 5).
    if (functionName.endsWith('_')) throw new Error(`Script function not found: ${functionName}`);
    // Only JSON-like values cross (google.md section 1, google.script.run).
    const crossed = JSON.parse(JSON.stringify(args)) as unknown[];
    const outcome =
      deploymentId === undefined
        ? await this.run({
            ...(projectId === undefined ? {} : { projectId }),
            functionName,
            args: crossed,
            user: person,
            trigger: 'page',
            ...(view ? { view } : {}),
          })
        : await this.webApps.call({ deploymentId, functionName, args: crossed, person });
    return 'result' in outcome && !isJsonLike(outcome.result) ? { ...outcome, result: null } : outcome;
  }

  visitWebApp(request: WebRequest): Promise<WebAnswer> {
    return this.webApps.visit(request);
  }

  answerDialogs(handler: DialogHandler | undefined): void {
    this.runner.handler = handler;
  }

  get questions(): readonly Question[] {
    return this.workers.questions;
  }

  answer(questionId: string, answer: DialogAnswer): void {
    this.workers.answer(questionId, answer);
  }

  runtimeFor(user: string, mode: AuthMode = 'FULL'): Runtime {
    return new PersonRuntime(this.machine, user, mode);
  }

  whatIsShown(fileId: string): WhatIsShown {
    return this.machine.shown.of(fileId);
  }

  snapshot(): Snapshot {
    this.machine.settle();
    return this.machine.store.snapshot();
  }

  restore(snapshot: Snapshot): void {
    this.machine.store.restore(snapshot);
    this.machine.readClock();
    this.machine.shown.clearAll();
  }

  async rest(): Promise<void> {
    this.machine.settle();
    await this.folder?.rest();
  }

  async close(): Promise<void> {
    await this.workers.close();
    await this.rest();
    this.folder?.close();
  }

  private async moveClock(to: number): Promise<ExecutionRecord[]> {
    const records = await this.desk.runUntil(Math.max(this.machine.now(), to));
    this.machine.commit();
    return records;
  }

  private jobOf(request: RunRequest): Job {
    const project = this.runner.projectOf(request.projectId);
    const user = request.user ?? project.owner;
    const trigger: ExecutionInfo['trigger'] = request.trigger ?? 'editor';
    const args = request.args ?? [];
    return {
      projectId: project.id,
      functionName: request.functionName,
      args: () => args,
      trigger,
      effectiveUser: user,
      activeUser: user,
      authMode: 'FULL',
      ...(request.view ? { view: request.view } : {}),
      ...(request.faults ? { faults: request.faults } : {}),
    };
  }

  private commit(record: ExecutionRecord | undefined): void {
    this.machine.settle();
    if (this.options.checkTouches) {
      // Tests add people to the live list: that is their affair.
      this.machine.store.touch('host', 'host');
      const silent = this.machine.store.untouchedChanges();
      if (silent.length > 0) throw new Error(`Changed without touch: ${silent.join(', ')}`);
    }
    if (this.isAside) return;
    if (this.folder) this.folder.commit(record);
    else this.machine.store.changes.clear();
  }
}
