import type { ExecutionRecord, Workspace } from '../../local/host/api';

/** Hours in which the add-on has something to do by the clock: the new day, the morning's and the evening's messages. */
const HOURS_OF_CLOCK = [0, 8, 17];
const HOUR = 3_600_000;

/**
 * Lets the time pass until a local time, `2026-08-03T09:14`, in the zone so far ahead (`+08:00`). Of the hours only
 * those with work by the clock are played, since playing every hour of a season takes minutes: in the others the
 * host sleeps, and what it missed fires once. Gives what ran.
 */
export async function pass(workspace: Workspace, to: string, offset: string): Promise<ExecutionRecord[]> {
  const records = await passHours(workspace, to, offset);
  return [...records, ...(await workspace.clock.set(timeOf(to, offset)))];
}

/** The same, but what the host missed in the last hours waits for the next hour that is played. */
export async function passHours(
  workspace: Workspace,
  to: string,
  offset: string,
): Promise<ExecutionRecord[]> {
  const until = timeOf(to, offset);
  const aside = Date.parse(`1970-01-01T00:00:00${offset}`);
  const { clock } = workspace;
  const host = workspace.runtimeFor(workspace.people.owner);
  const records: ExecutionRecord[] = [];
  for (let hour = Math.ceil((clock.now() - aside) / HOUR); hour * HOUR + aside < until; hour += 1) {
    if (!HOURS_OF_CLOCK.includes(hour % 24)) continue;
    const begins = hour * HOUR + aside;
    host.sleep(Math.max(0, begins - clock.now()));
    records.push(...(await clock.set(Math.min(until, Math.max(begins + HOUR - 1, clock.now())))));
  }
  host.sleep(Math.max(0, until - clock.now()));
  return records;
}

/** `2026-08-03T09:14`, so far ahead → milliseconds. */
const timeOf = (local: string, offset: string): number => Date.parse(`${local}:00${offset}`);
