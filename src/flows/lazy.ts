import { readProgram } from '../google/program';
import type * as Lazy from '../lazy';

let loaded: typeof Lazy | undefined;

/** The part of the program that is needed seldom; read and parsed where an execution first asks for it. */
export function lazy(): typeof Lazy {
  // Our own file, and the only way in which Apps Script parses code later than at the start of an execution.
  loaded ??= new Function(`${readProgram('lazy')};return lazy;`)() as typeof Lazy;
  return loaded;
}

/** Says that the part is here already: it asks for itself where it does what `Code.js` does as well. */
export function provideLazy(itself: typeof Lazy): void {
  loaded = itself;
}
