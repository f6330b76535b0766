import type { RunRequest } from '../../local/host/api';
import {
  crashEverywhere,
  interleaveBySeeds,
  type CrashTrial,
  type Failures,
  type Tried,
} from '../../local/host/trials';
import type { CommandResult, DialogSpec } from '../../src/flows/dialog';
import type { Story } from './story';
import { OWNER } from './threeVillages';

/** The account that follows the office's. */
export const NEXT = 'kantor.baru@contoh.id';

/** What the two accounts of a hand-over do, and what it leaves. */
export class HandOver {
  constructor(private readonly story: Story) {}

  give(values: Readonly<Record<string, string>> = {}, person = OWNER): Promise<CommandResult> {
    return this.story.command('giveAccount', { email: NEXT, sure: '', ...values }, person);
  }

  take(person = NEXT, reason = ''): Promise<CommandResult> {
    return this.story.command('takeAccount', { reason }, person);
  }

  /** Opens the master as that person and clicks an item; gives the dialog. */
  async open(item: string, person: string): Promise<DialogSpec> {
    const { story } = this;
    await story.clickItem(item, person);
    const html = story.workspace.whatIsShown(story.fileId).dialog?.html ?? '';
    return JSON.parse(/var spec = (\{.*\});/.exec(html)?.[1] ?? '{}') as DialogSpec;
  }

  get project() {
    const { store } = this.story.workspace;
    const found = store.get('project', this.story.master.projectId);
    if (found === undefined) throw new Error('The master has no project.');
    return found;
  }

  /** Accounts that have triggers. */
  get creators(): string[] {
    return [...new Set(this.project.triggers.map((one) => one.creator))].sort();
  }

  /** How many files and folders each account owns. */
  get owners(): Record<string, number> {
    const { store } = this.story.workspace;
    const counts: Record<string, number> = {};
    for (const id of store.ids('file')) {
      const { parentId, owner = '' } = store.get('file', id) ?? {};
      if (parentId !== undefined) counts[owner] = (counts[owner] ?? 0) + 1;
    }
    return counts;
  }

  /** How often a village's reports stand in `Riwayat`. */
  versions(name: string): number {
    return this.story.rows('Riwayat').filter((row) => row.join(' ').includes(name)).length;
  }

  /** What a hand-over leaves, told without times. */
  get left() {
    const { story } = this;
    const snapshots = story
      .records('Keputusan', ['Keputusan', 'Oleh', 'Pengaturan'])
      .filter((one) => one['Keputusan'] === 'Pengaturan');
    const last = snapshots[snapshots.length - 1];
    return {
      owners: this.owners,
      creators: this.creators,
      triggers: this.project.triggers.map((one) => `${one.creator} ${one.handler}`).sort(),
      keeper: this.project.scriptProperties['kantor'],
      setting: story.rows('Pengaturan').find((line) => line[0] === 'Akun pemilik')?.[1],
      by: last?.['Oleh'],
      isInForce: last?.['Pengaturan']?.includes(`"owner":"${NEXT}"`),
      versions: this.versions('Kalahiang'),
    };
  }

  /**
   * After the hand-over, before the old account's triggers are gone: a report comes in, and the runs of both accounts
   * answer it at once, in an order that each seed picks. Gives what is wrong, by seed: it has to be received at once, once,
   * and the old account's triggers have to be gone.
   */
  async together(seeds: readonly number[]): Promise<Failures> {
    const { workspace } = this.story;
    const run = (user: string): RunRequest => ({
      functionName: 'onReportSubmit',
      args: [],
      trigger: 'formSubmit',
      user,
    });
    return interleaveBySeeds(workspace, {
      requests: async () => {
        workspace.faults.set({ submitEvents: 'lost' });
        await this.story.submit('other', {});
        workspace.faults.clear();
        return [run(OWNER), run(NEXT)];
      },
      seeds,
      check: () => [
        ...(this.versions('Kalahiang') === 1 ? [] : [`${String(this.versions('Kalahiang'))} versions`]),
        ...(this.creators.join() === NEXT ? [] : [`triggers of ${this.creators.join()}`]),
      ],
    });
  }

  /**
   * Ends the hand-over at its n-th change, for each of `pick(all)`; both accounts press their buttons once more, a report
   * comes in, two hours pass: what is left then has to be what is left without an interruption.
   */
  async interrupted(pick?: CrashTrial['pick']): Promise<Tried> {
    const { workspace } = this.story;
    const act = async () => {
      const from = workspace.executions.length;
      await this.give().catch(() => undefined);
      await this.take().catch(() => undefined);
      return workspace.executions.slice(from);
    };
    const heal = async (): Promise<void> => {
      // Where the new account has taken over already, the old one is refused.
      await this.give();
      await this.take();
      await this.story.submit('other', {});
      await this.story.advance('PT2H');
    };
    const begin = workspace.snapshot();
    await act();
    await heal();
    const wanted = JSON.stringify(this.left);
    workspace.restore(begin);
    const check = (): string[] => {
      const is = JSON.stringify(this.left);
      return is === wanted ? [] : [`expected ${wanted}`, `is ${is}`];
    };
    return crashEverywhere(workspace, { act, heal, check, ...(pick === undefined ? {} : { pick }) });
  }
}
