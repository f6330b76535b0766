import { property } from '../google/properties';
import { KEY } from './memory';

/** Caption of the menu: the programme's name; runs LIMITED with every opening, one call. */
export function programmeName(): string {
  try {
    return property(KEY.programme) ?? 'KUDAPANMAS';
  } catch {
    return 'KUDAPANMAS';
  }
}
