import { formatDate } from '../core/dates';
import { titleOf } from '../core/draw/rows';
import { TAB } from '../core/tabs/names';
import { COMMANDS } from '../core/tabs/stores';
import { columnOf } from '../core/tabs/tab';
import { effectiveUser } from '../google/identity';
import { actionRows } from './actions';
import type { Desk } from './desk';
import type { CommandResult } from './dialog';
import { AMOUNT_HEADERS, understand, villageNamed, type Order } from './orders';

/** Fills the first free row of `Perintah` and selects its checkbox; the person's own rights suffice. What could not be done is said before. */
export function fillRow(desk: Desk, order: Order): CommandResult {
  const result = understand(desk, order);
  if ('problem' in result) return { done: false, text: result.problem };
  const { master } = desk;
  const rows = actionRows(master, TAB.commands);
  const free = rows.find((row) => row.text('Perintah') === '' && row.text('Hasil') === '');
  const row = free?.row ?? (rows[rows.length - 1]?.row ?? 1) + 1;
  const place = villageNamed(desk, order.village);
  const village = place === undefined ? '' : titleOf(desk.context, place);
  const amounts = Object.keys(AMOUNT_HEADERS).map((id) => order.amount[id as keyof Order['amount']] ?? '');
  const until = order.until === '' ? '' : formatDate(order.until);
  try {
    master.write(TAB.commands, row, 1, [
      [
        COMMANDS.find((one) => one.id === order.command)?.words ?? order.command,
        village,
        order.period,
        // What is no village (the office's own PIN) has no entry in the list of villages.
        place === undefined && order.reason === '' ? order.village : order.reason,
        until,
        ...amounts.map(asFigure),
      ],
    ]);
  } catch {
    return notAllowed(desk);
  }
  master.write(TAB.commands, row, columnNamed(desk, 'Oleh'), [[effectiveUser()]]);
  master.select(TAB.commands, row, columnNamed(desk, 'Jalankan'));
  return {
    done: true,
    text: 'Perintah sudah ditulis di tab Perintah. Centang kotak Jalankan yang sudah dipilih untuk menjalankan; hasilnya muncul di kolom Hasil.',
  };
}

/** The tab is closed to whoever is no reviewer: its protection is what gives the right to order. */
const notAllowed = ({ settings }: Desk): CommandResult => ({
  done: false,
  text:
    `${effectiveUser()} bukan peninjau, jadi belum dapat memberi perintah. Mohon minta ${settings.owner} menambahkannya ` +
    'di Pengaturan, baris Email peninjau. Data tidak berubah.',
});

const asFigure = (text: string): string | number => (/^-?\d+$/.test(text.trim()) ? Number(text) : text);

function columnNamed(desk: Desk, header: string): number {
  const declared = desk.master.declaration(TAB.commands);
  if (declared === undefined) throw new Error(`Tab ${TAB.commands} is not declared.`);
  return columnOf(declared, header);
}
