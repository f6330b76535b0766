import type { RunOutcome } from './api';
import type { Job } from './runner';

/** Runs a job to its end with whatever driver the workspace was opened with. */
export interface Engine {
  run(job: Job): Promise<RunOutcome>;
}
