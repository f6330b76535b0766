import { formatInstant } from '../core/dates';
import type { Desk } from './desk';
import type { CommandResult } from './dialog';
import { jsonOf, KEY, type Memory } from './memory';

/** The last health check, kept for those who may not look themselves. */
export interface Health {
  readonly at: number;
  /** What is wrong and what to do, one sentence each. */
  readonly wrong: readonly string[];
  /** What was looked at and is in order. */
  readonly good: readonly string[];
}

/** A check in words. */
export function healthResult(desk: Desk, health: Health): CommandResult {
  const when = formatInstant(health.at, desk.settings.zone);
  const text =
    health.wrong.length === 0
      ? `Semua baik, diperiksa ${when}.`
      : `${String(health.wrong.length)} hal perlu perhatian, diperiksa ${when}.`;
  return {
    done: true,
    text,
    lines: [...health.wrong.map((one) => `! ${one}`), ...health.good.map((one) => `✓ ${one}`)],
  };
}

/** The last check; undefined where there was none yet. */
export function lastHealth(memory: Memory): Health | undefined {
  return jsonOf<Health | undefined>(memory, KEY.health, undefined);
}
