/** The workspace's own time: milliseconds since 1970, moved by executions, people and tests. */
export interface ClockState {
  now: number;
}
