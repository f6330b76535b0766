/** What one run of the probe left in `probe.json`: a result by the name of each probe. */
export interface ProbeOutput {
  version: number;
  results: Record<string, unknown>;
}

/** One place where two outputs say different things; `path` names the probe, then what is inside of its result. */
export interface Difference {
  path: string;
  google: string;
  local: string;
}

/** Reads an output; throws a sentence that names the file and what is wrong with it. */
export function readOutput(name: string, text: string): ProbeOutput {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new Error(`${name} is not valid JSON (${error instanceof Error ? error.message : String(error)}).`);
  }
  const output = json as Partial<ProbeOutput> | null;
  if (output?.version !== 1 || typeof output.results !== 'object' || output.results === null)
    throw new Error(`${name} is no output of the probe: it has no "version": 1 and "results".`);
  return { version: 1, results: output.results };
}

const shown = (value: unknown): string => (value === undefined ? '(not there)' : JSON.stringify(value));
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every difference in the order of Google's output; equal outputs give none. */
export function compareOutputs(google: ProbeOutput, local: ProbeOutput): Difference[] {
  return compare('', google.results, local.results);
}

function compare(path: string, google: unknown, local: unknown): Difference[] {
  const inside = isRecord(google) && isRecord(local) && !('error' in google) && !('error' in local);
  if (!inside) {
    return shown(google) === shown(local) ? [] : [{ path, google: shown(google), local: shown(local) }];
  }
  const keys = [...new Set([...Object.keys(google), ...Object.keys(local)])];
  return keys.flatMap((key) => compare(path === '' ? key : `${path} › ${key}`, google[key], local[key]));
}
