import { property, setProperties } from '../google/properties';
import { KEY } from './memory';

/** Which of the two set-up steps is under way; '' = none. */
export type SetUpFlow = 'prepare' | 'install' | '';

/** What the first step was asked for. */
export interface SetUpChoice {
  /** `63.11.06`. */
  readonly subdistrict: string;
  readonly profile: string;
  /** Local spellings, by village code; left out = as the list has them. */
  readonly names?: Readonly<Record<string, string>>;
  /** Lines of `Pengaturan` by id; left out or '' = the default. */
  readonly lines?: Readonly<Record<string, string>>;
  /** A pasted table of operators; left out = none yet. */
  readonly operators?: string;
}

/** How far set-up has come: one property. */
export interface SetUpState {
  /** The master it belongs to; another one means: begin anew. */
  readonly master: string;
  readonly flow: SetUpFlow;
  readonly choice: SetUpChoice;
  /** Steps that are done, by id, of each of the two. */
  readonly done: Readonly<Record<'prepare' | 'install', readonly string[]>>;
}

/** Paringin with its own programme: what this product was made for. */
export const DEFAULT_CHOICE: SetUpChoice = { subdistrict: '63.11.06', profile: 'kudapanmas' };

/** The state of this master; a fresh one where there is none or where it is another's. One call. */
export function loadState(master: string): SetUpState {
  const fresh: SetUpState = { master, flow: '', choice: DEFAULT_CHOICE, done: { prepare: [], install: [] } };
  const text = property(KEY.setUp);
  if (text === undefined || text === '') return fresh;
  const stored = JSON.parse(text) as Stored;
  if (stored.master !== master) return fresh;
  const { prepare, install } = stored.done;
  return { ...stored, done: { prepare: split(prepare), install: split(install) } };
}

/** Keeps the state. One call. */
export function saveState(state: SetUpState): void {
  const { prepare, install } = state.done;
  const stored: Stored = { ...state, done: { prepare: prepare.join('|'), install: install.join('|') } };
  setProperties({ [KEY.setUp]: JSON.stringify(stored) });
}

/** As it stands in the property: ids joined, to stay small. */
type Stored = Omit<SetUpState, 'done'> & { readonly done: Readonly<Record<'prepare' | 'install', string>> };

const split = (ids: string): readonly string[] => (ids === '' ? [] : ids.split('|'));
