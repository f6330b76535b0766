import { drawChart } from '../drive/drawChart';
import { documentExporter } from '../drive/exportDocument';
import { spreadsheetExporter } from '../drive/exportSpreadsheet';
import { printHtml } from '../drive/printHtml';
import { ROOT_FOLDER_ID } from '../services/drive/createFile';
import { services } from '../services/index';
import type { Platform, Quota, Shown, Switches } from '../services/runtime';
import { GoogleError, type ServiceEntry } from '../services/served';
import type { HostState } from '../state/host';
import type { ExecutionRecord } from './api';
import { chance, hashOf, makeId, type IdKind } from './chance';
import { DocumentStore } from './documents';
import { FaultBox } from './faults';
import { LockTable } from './locks';
import { DAILY, DAY, QUOTA_WORDS } from './quotas';
import { nodePlatform } from './platform';
import { ShownBoard } from './shown';

export const DEFAULT_SWITCHES: Switches = {
  language: 'id',
  linkedTabDelay: 1500,
  submitEvents: 'normal',
  accountKind: 'consumer',
  emailCollectionType: true,
  responderPermissions: true,
  noAccount: [],
};

const DEFAULT_OWNER = 'pemilik@contoh.id';
const DEFAULT_ZONE = 'Asia/Jakarta';

export interface MachineOptions {
  switches: Switches;
}

/** What a workspace begins with, or is given anew when it opens again. */
export interface Beginning {
  now: number;
  seed: number;
  zone?: string;
  people?: { owner: string; others: string[] };
}

/** What all runs of a workspace share: documents, clock, quotas, locks, faults, what people see. */
export class Machine {
  readonly store = new DocumentStore();
  /** Virtual time in ms, in memory that isolates read. */
  readonly clock = new Float64Array(new SharedArrayBuffer(8));
  readonly locks = new LockTable();
  readonly shown = new ShownBoard();
  readonly faults: FaultBox;
  readonly services: ReadonlyMap<string, ServiceEntry> = new Map(
    services.map((entry) => [entry.global, entry]),
  );
  readonly platform: Platform;
  readonly switches: Switches;
  /** Makes what changed durable; a workspace in memory has nothing to do. */
  commit: (record?: ExecutionRecord) => void = () => this.settle();
  /** What was used already when faults limited a quota, by account and quota. */
  private quotaBase = new Map<string, number>();

  constructor(options: MachineOptions) {
    this.platform = nodePlatform({
      exportSpreadsheet: spreadsheetExporter(this.store),
      exportDocument: documentExporter(this.store),
      printHtml,
      drawChart,
    });
    this.switches = options.switches;
    this.faults = new FaultBox(() => (this.quotaBase = new Map()));
  }

  /** A fresh workspace's own documents; a reopened one has them. */
  begin({ now, seed, zone, people }: Beginning): void {
    if (!this.store.get('clock', 'clock')) this.store.put('clock', 'clock', { now });
    if (!this.store.get('host', 'host')) {
      const host: HostState = { seed, drawn: {}, executions: 0, quotas: {}, pending: [] };
      this.store.put('host', 'host', { ...host, people: { owner: DEFAULT_OWNER, others: [] } });
    }
    if (zone !== undefined) this.host.zone = zone;
    if (people) {
      const others = new Set([...this.people.others, ...people.others]);
      this.host.people = { owner: people.owner, others: [...others] };
    }
    this.store.touch('host', 'host');
    if (!this.store.get('mailbox', 'mail')) this.store.put('mailbox', 'mail', { messages: [] });
    this.readClock();
  }

  /** After loading or restoring documents: the clock shows what they say. */
  readClock(): void {
    this.clock[0] = this.store.get('clock', 'clock')?.now ?? 0;
  }

  get host(): HostState {
    const found = this.store.get('host', 'host');
    if (!found) throw new Error('The workspace has not begun.');
    return found;
  }

  /** Who has an account here. */
  get people(): { owner: string; others: string[] } {
    return (this.host.people ??= { owner: DEFAULT_OWNER, others: [] });
  }

  get zone(): string {
    return this.host.zone ?? DEFAULT_ZONE;
  }

  now(): number {
    return Math.floor(this.clock[0] ?? 0);
  }

  /** Time never runs backwards. The clock's document follows when it is asked for: see `settle`. */
  moveTo(time: number): void {
    if (time > (this.clock[0] ?? 0)) this.clock[0] = time;
  }

  /** Brings the documents up to the clock: before they are written, copied or compared. */
  settle(): void {
    const clock = this.store.get('clock', 'clock');
    if (!clock || clock.now === this.clock[0]) return;
    clock.now = this.clock[0] ?? 0;
    this.store.touch('clock', 'clock');
  }

  /** The next number in [0, 1) of a purpose's own sequence. */
  draw(purpose = 'chance'): number {
    const { host } = this;
    const count = (host.drawn[purpose] ?? 0) + 1;
    host.drawn[purpose] = count;
    this.store.touch('host', 'host');
    return chance(host.seed ^ hashOf(purpose), count);
  }

  newId(kind: IdKind): string {
    // One drawn number an id, whatever its length: the letters come from that number.
    const start = Math.floor(this.draw(kind) * 0xffffffff);
    let at = 0;
    return makeId(kind, () => chance(start, (at += 1)));
  }

  use(account: string, quota: Quota, amount: number): void {
    if (this.remaining(account, quota) < amount) throw new GoogleError(QUOTA_WORDS[quota]);
    const entry = this.quota(account, quota);
    if (entry.used === 0) entry.since = this.now();
    entry.used += amount;
    this.store.touch('host', 'host');
  }

  remaining(account: string, quota: Quota): number {
    const { used } = this.quota(account, quota);
    const { mailQuota, quotas } = this.faults.current;
    const limit = quotas?.[quota] ?? (quota === 'mailRecipients' ? mailQuota : undefined);
    if (limit !== undefined) {
      const key = `${quota}/${account}`;
      const base = this.quotaBase.get(key) ?? used;
      this.quotaBase.set(key, base);
      return Math.max(0, limit - (used - base));
    }
    return Math.max(0, DAILY[quota][this.switches.accountKind] - used);
  }

  /** Quotas begin anew 24 hours after their first use (google.md section 1). */
  private quota(account: string, quota: Quota): { since: number; used: number } {
    const own = (this.host.quotas[account] ??= {});
    const entry = (own[quota] ??= { since: this.now(), used: 0 });
    if (this.now() - entry.since >= DAY) {
      entry.since = this.now();
      entry.used = 0;
    }
    return entry;
  }

  /** Owner, people it is shared with, its folders, its link (DriveApp reference, Access and Permission). */
  may(account: string, access: 'read' | 'write', fileId: string): boolean {
    for (let file = this.store.get('file', fileId); file;) {
      if (file.owner === account || file.editors.includes(account) || file.link === 'anyoneEdit') return true;
      if (access === 'read' && (file.viewers.includes(account) || file.link === 'anyoneView')) return true;
      const { parentId } = file;
      // My Drive stands for everybody's own: being in it gives nobody a right.
      file =
        parentId === undefined || parentId === ROOT_FOLDER_ID ? undefined : this.store.get('file', parentId);
    }
    return false;
  }

  show(projectId: string, what: Shown): void {
    this.shown.add(projectId, what);
  }
}

/**
 * The person as a run of somebody else's script may know her: Google hides her across domains, and in simple
 * triggers of free accounts (reference, Session.getActiveUser).
 */
export function shownTo(machine: Machine, owner: string, person = '', knowsItself = true): string {
  const domain = (address: string): string => address.slice(address.indexOf('@') + 1).toLowerCase();
  const together = machine.switches.accountKind === 'workspace' && domain(owner) === domain(person);
  return together || (knowsItself && owner === person) ? person : '';
}
