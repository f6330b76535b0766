import { emptiedCells, OUTBOX_TEXT } from '../core/notices/outbox';
import { TWIN_TEXT } from '../core/notices/whatsapp';
import { TAB } from '../core/tabs/names';
import type { Workbook } from '../google/workbook';

const GONE = 'Isinya dihapus bersama data pribadi.';

/**
 * Takes the words of messages about these responses out of `Surat dan Surel` and `Kirim WA`; the rows stay, and what has
 * not left yet is left alone. Two calls to read, one a row.
 */
export function emptyMessages(master: Workbook, ids: ReadonlySet<string>): void {
  const isAbout = (key: string): boolean => ids.has(key.slice(key.lastIndexOf('|') + 1));
  const rowsOf = (tab: string): readonly (readonly unknown[])[] =>
    master.has(tab) ? master.readAll(tab) : [];
  rowsOf(TAB.outbox).forEach((row, at) => {
    const cells = isAbout(String(row[0] ?? '')) ? emptiedCells(row, GONE) : undefined;
    if (cells !== undefined) master.write(TAB.outbox, at + 1, OUTBOX_TEXT, [cells]);
  });
  rowsOf(TAB.whatsapp).forEach((row, at) => {
    if (isAbout(String(row[0] ?? '')) && row[TWIN_TEXT - 1] !== GONE)
      master.write(TAB.whatsapp, at + 1, TWIN_TEXT, [[GONE, '']]);
  });
}
