/** Words of failures that pass by themselves (lower case; seen in public logs of Apps Script projects). */
const PASSING = [
  'too many times in a short time',
  'service invoked too many times',
  'rate limit exceeded',
  'timed out',
  'too many simultaneous invocations',
  'internal error',
  'server error occurred',
  'unexpected error while getting the method or property',
  'service unavailable',
  'service error:',
];

/** Words of failures that a second try cannot mend; they are looked at first. */
const LASTING = [
  'lock timeout',
  'exceeded maximum execution time',
  'too many times for one day',
  'too much computer time for one day',
];

const PAUSES_MS = [1000, 2000, 4000, 8000];

/** Whether the failure is one of Google's that pass by themselves. */
export function isPassing(failure: unknown): boolean {
  const text = (failure instanceof Error ? failure.message : String(failure)).toLowerCase();
  if (LASTING.some((words) => text.includes(words))) return false;
  return PASSING.some((words) => text.includes(words));
}

/**
 * Does `act`, and where Google fails for a moment does it again after 1, 2, 4 and 8 seconds (and a little by
 * chance). Only for what may be done twice: reads, whole writes, settings; never for what creates or sends.
 */
export function retry<T>(act: () => T): T {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return act();
    } catch (failure) {
      const pause = PAUSES_MS[attempt];
      if (pause === undefined || !isPassing(failure)) throw failure;
      Utilities.sleep(pause + Math.floor(Math.random() * 500));
    }
  }
}
