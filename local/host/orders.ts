import { columnName } from '../state/a1';
import type { RunOutcome, Workspace } from './api';
import { interleaveBySeeds, type Failures, type Findings, type Together } from './trials';

/** What is wanted of several runs at once. */
export interface OrderWish {
  together: Together;
  seeds: readonly number[];
  /** A function that runs after each order and gives nothing, or what is wrong; left out = see `tryOrders`. */
  check?: { functionName: string; projectId?: string } | undefined;
}

/** What somebody can look up in a workspace, by where it stands: cells, properties, numbers of answers and mails. */
type Standing = ReadonlyMap<string, string>;

const SHOWN = 12;

function* cells({ store }: Workspace): Generator<[string, string]> {
  for (const id of store.ids('spreadsheet')) {
    const name = store.get('file', id)?.name ?? id;
    for (const sheet of store.get('spreadsheet', id)?.sheets ?? []) {
      for (const [row, stored] of sheet.rows.entries()) {
        for (const [column, value] of (stored?.values ?? []).entries()) {
          if (value === null || value === '') continue;
          yield [`${name}!${sheet.name}!${columnName(column)}${String(row + 1)}`, JSON.stringify(value)];
        }
      }
    }
  }
}

function* properties({ store }: Workspace): Generator<[string, string]> {
  for (const id of store.ids('project')) {
    const project = store.get('project', id);
    const stored = { ...project?.scriptProperties, ...project?.documentProperties };
    for (const [key, value] of Object.entries(stored)) yield [`${project?.name ?? id}: ${key}`, value];
  }
}

function standing(workspace: Workspace): Standing {
  const { store } = workspace;
  const mails = store.get('mailbox', 'mail')?.messages.length ?? 0;
  const answers = store
    .ids('form')
    .reduce((sum, id) => sum + (store.get('form', id)?.responses.length ?? 0), 0);
  return new Map([
    ...cells(workspace),
    ...properties(workspace),
    ['mail', String(mails)],
    ['responses', String(answers)],
  ]);
}

/** Where two ends differ, as `place: after this order ≠ one after the other`. */
function apart(wanted: Standing, got: Standing): Findings {
  const places = [...new Set([...wanted.keys(), ...got.keys()])];
  const lines = places
    .filter((place) => wanted.get(place) !== got.get(place))
    .map((place) => `${place}: ${got.get(place) ?? '–'} ≠ ${wanted.get(place) ?? '–'}`);
  return lines.length > SHOWN ? [...lines.slice(0, SHOWN), `… ${String(lines.length - SHOWN)}`] : lines;
}

async function oneByOne(workspace: Workspace, together: Together): Promise<void> {
  for (const each of together) {
    if (!('publishedId' in each)) await workspace.run(each);
    else {
      const sent = await workspace.submitForm(each);
      if (!sent.accepted) throw new Error(sent.messages.map(({ message }) => message).join(' '));
    }
  }
}

/** A text, a list or an error of the checking function is a finding. */
function findingsOf({ status, result, error }: RunOutcome): Findings {
  if (status !== 'completed') return [`${error?.name ?? status}: ${error?.message ?? ''}`];
  const told = Array.isArray(result) ? result : [result];
  return told
    .filter((each) => each !== undefined && each !== null && each !== '' && each !== true)
    .map(String);
}

/**
 * Runs the same things at once in the order of each seed and gives what was wrong, by seed. Without a check that is
 * whatever stands otherwise than after the same runs one by one. The workspace is left as it was.
 */
export function tryOrders(workspace: Workspace, { together, seeds, check }: OrderWish): Promise<Failures> {
  return workspace.aside(async () => {
    const start = workspace.snapshot();
    let wanted: Standing = new Map();
    if (!check) {
      await oneByOne(workspace, together);
      wanted = standing(workspace);
      workspace.restore(start);
    }
    return interleaveBySeeds(workspace, {
      requests: () => together,
      seeds,
      check: async () =>
        check ? findingsOf(await workspace.run(check)) : apart(wanted, standing(workspace)),
    });
  });
}
