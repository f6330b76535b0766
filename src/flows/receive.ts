import { now } from '../google/clock';
import { mark } from './memory';
import { workOff } from './work';

/**
 * A form was submitted: its mark, then the work if nobody else is at it. `sheetId` = number of its tab in
 * `Respons` (`Respons Pribadi` where it is personal); undefined where Google's event came empty: then all forms are
 * looked at.
 */
export function receive(sheetId: number | undefined, isPersonal = false): void {
  mark(sheetId === undefined ? 'formulir' : `${isPersonal ? 'p' : ''}${String(sheetId)}`, now());
  workOff();
}
