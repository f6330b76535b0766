import { NO_OFFICE, type Office } from '../core/office';
import { jsonOf, KEY, type Memory } from './memory';

/** The office's own facts as they are kept. */
export function officeOf(memory: Memory): Office {
  return {
    asked: jsonOf(memory, KEY.asked, NO_OFFICE.asked),
    coached: jsonOf(memory, KEY.coached, NO_OFFICE.coached),
    rehearsed: jsonOf(memory, KEY.rehearsed, NO_OFFICE.rehearsed),
  };
}
