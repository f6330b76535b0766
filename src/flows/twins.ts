import { twinNow, twinOrders } from '../core/notices/whatsapp';
import type { Message } from '../core/patch';
import { TAB } from '../core/tabs/names';
import { columnOf } from '../core/tabs/tab';
import type { Read } from '../google/cells';
import { isTick } from './actions';
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
    if (isTick(tick)) continue;
    const now = twinNow(message);
    master.write(TAB.whatsapp, row, now.column, [[now.text, now.link]]);
    if (now.url !== undefined) master.writeLinks(TAB.whatsapp, row, now.column + 1, [now.link], [now.url]);
  }
}

/** `Kirim WA` for a new day: what is still to be sent stands on top, corrections first. Five calls at most. */
export function orderTwins({ master, context }: Desk): void {
  const declared = master.declaration(TAB.whatsapp);
  const rows = master.lastRow(TAB.whatsapp) - 1;
  if (declared === undefined || rows < 2) return;
  const read = (column: number): readonly Read[] =>
    master.read(TAB.whatsapp, { row: 2, column, rows, columns: 1 }).map(([cell = '']) => cell);
  const before = read(2).map(String);
  const sent = read(columnOf(declared, 'Sudah dikirim')).map(isTick);
  const orders = twinOrders(context, before, sent);
  const moved = orders.map((order) => [order]);
  if (orders.some((order, at) => order !== before[at])) master.write(TAB.whatsapp, 2, 2, moved);
  const known = orders.filter((order) => order !== '');
  if (known.some((order, at) => order < (known[at - 1] ?? ''))) master.sort(TAB.whatsapp, 2, [2, 1]);
}
