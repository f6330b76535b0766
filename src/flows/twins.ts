import { twinNow } from '../core/notices/whatsapp';
import type { Message } from '../core/patch';
import { TAB } from '../core/tabs/names';
import { columnOf } from '../core/tabs/tab';
import type { Desk } from './desk';

/** A message that reads differently now than when it was queued; undefined = its reason is gone. */
export interface Changed {
  readonly key: string;
  readonly message: Message | undefined;
}

/**
 * Brings rows of `Kirim WA` up to what their mails say now, before a person sends them; what is ticked as sent stays as
 * it was sent. Four calls a row.
 */
export function changeTwins({ master }: Desk, changed: readonly Changed[]): void {
  const declared = master.declaration(TAB.whatsapp);
  if (declared === undefined) return;
  const column = columnOf(declared, 'Sudah dikirim');
  for (const { key, message } of changed) {
    const row = master.findRow(TAB.whatsapp, 1, key);
    if (row === undefined) continue;
    const [[tick] = []] = master.read(TAB.whatsapp, { row, column, rows: 1, columns: 1 });
    if (tick === true) continue;
    const now = twinNow(message);
    master.write(TAB.whatsapp, row, now.column, [[now.text, now.link]]);
    if (now.url !== undefined) master.writeLinks(TAB.whatsapp, row, now.column + 1, [now.link], [now.url]);
  }
}
