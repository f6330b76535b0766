import { opensStatus, usesPin } from '../core/senders';
import type { Settings } from '../core/settings';
import { setOpenToAll } from '../google/linkAccess';
import type { VillageRow } from './registry';
import { formsOf } from './villageForms';

/** Whether anyone with a link may answer the village's forms or read its page. */
export const hasOpenLinks = (settings: Settings, { code }: VillageRow): boolean =>
  usesPin(settings, code) || opensStatus(settings, code);

/**
 * Closes to anyone with a link what the settings open to all, or opens it again: the forms of a village that proves its
 * reports by PIN, and its status page. Gives a sentence for the office for each that Google refused.
 */
export function shareLinks(settings: Settings, row: VillageRow, isOpen: boolean): readonly string[] {
  const forms = usesPin(settings, row.code) ? formsOf(row).map(({ form }) => form) : [];
  const sheets = opensStatus(settings, row.code) && row.sheet !== '' ? [row.sheet] : [];
  const how = isOpen ? 'belum dapat dibuka' : 'masih terbuka';
  const refused = (files: readonly string[], access: 'answer' | 'read', what: string): readonly string[] =>
    files.some((id) => setOpenToAll(id, access, isOpen) !== undefined)
      ? [`${what} ${how} bagi yang punya link; ubah dengan tangan lewat Bagikan.`]
      : [];
  return [...refused(forms, 'answer', 'Formulir'), ...refused(sheets, 'read', 'Halaman status')];
}
