import { join } from 'node:path';
import type { ExecutionRecord } from '../host/api';
import type { Machine } from '../host/machine';
import { spreadsheetXlsx } from './exportSpreadsheet';
import { Mirror } from './mirror';
import { StateFolder } from './stateFolder';

/** A workspace's folder on the real disk: `state/` is the authority, `Drive/` and `Mail/` are for people. */
export class WorkspaceFolder {
  private readonly state: StateFolder;
  private readonly mirror: Mirror;

  constructor(
    directory: string,
    private readonly machine: Machine,
  ) {
    this.state = new StateFolder(join(directory, 'state'), machine.store);
    this.state.load();
    this.mirror = new Mirror(directory, machine.store, (id) => spreadsheetXlsx(machine.store, id));
  }

  get executions(): readonly ExecutionRecord[] {
    return this.state.executions;
  }

  /** Durable when it returns; mail files follow by themselves. */
  commit(record: ExecutionRecord | undefined): void {
    const { changes } = this.machine.store;
    const mailed = changes.has('mailbox/mail');
    for (const { kind, id } of changes.values()) this.mirror.changed(kind, id);
    this.state.commit(record);
    if (mailed) this.mirror.writeMail();
  }

  /** Documents anew, and the files beside them as far as they changed. */
  async rest(): Promise<void> {
    this.state.rest();
    await this.mirror.rest();
  }

  close(): void {
    this.state.close();
  }
}
