import { COMMANDS } from '../core/tabs/stores';
import { effectiveUser } from '../google/identity';
import { NotReady, openDesk } from './desk';
import type { CommandResult, DialogValues } from './dialog';
import { isOffice } from './keeper';
import { lazy } from './lazy';
import { AMOUNT_HEADERS, veiledReason, type Order, type OrderId } from './orders';
import { workOff } from './work';

/** Fields that stand together in the cell *Alasan*. */
const TOGETHER = ['name', 'email', 'whatsapp', 'old', 'which', 'why'] as const;

function orderFrom(command: OrderId, values: DialogValues): Order {
  const amount = Object.fromEntries(Object.keys(AMOUNT_HEADERS).map((id) => [id, values[id] ?? '']));
  const said =
    values['reason'] ??
    TOGETHER.map((id) => values[id] ?? '')
      .filter(Boolean)
      .join('; ');
  return {
    command,
    village: values['village'] ?? '',
    period: values['period'] ?? '',
    reason: veiledReason(command, said.trim()),
    until: values['until'] ?? '',
    amount,
  };
}

const BUSY: CommandResult = {
  done: false,
  text: 'Bagian lain sedang bekerja. Data tidak berubah. Coba lagi sebentar lagi.',
};

/**
 * The button of a dialog. Run by the owner the command goes at once; by anybody else it becomes a row of `Perintah`
 * with its checkbox selected, which the owner's trigger carries out as soon as it is ticked by hand. Tabs that the
 * answer names are shown.
 */
export function runCommand(command: string, values: DialogValues): CommandResult {
  const result = carryOut(command, values);
  return command !== 'openTab' && /\btab [A-Z]/.test(result.text) ? lazy().withTabs(result) : result;
}

function carryOut(command: string, values: DialogValues): CommandResult {
  const known = COMMANDS.find((one) => one.id === command);
  if (known === undefined) return lazy().officeStep(command, values);
  const order = orderFrom(known.id, values);
  try {
    if (!isOffice()) return lazy().fillRow(openDesk(), order);
    const done = workOff({ orders: [order], ticks: true, actor: effectiveUser(), ...beforehand(known.id) });
    return done.held ? (done.answers[0] ?? BUSY) : BUSY;
  } catch (failure) {
    if (failure instanceof NotReady) return { done: false, text: failure.message };
    throw failure;
  }
}

/** *Bangun ulang* first takes in what has not come in yet, so that the messages about it are not lost. */
const beforehand = (command: OrderId): { readonly forms?: 'all' } =>
  command === 'rebuild' ? { forms: 'all' } : {};
