import { titleOf } from '../core/draw/rows';
import { readOperatorTable, type PastedOperator, type PastedOperators } from '../core/operatorTable';
import { usesPin } from '../core/senders';
import { settingsTab } from '../core/settingsTabs';
import { now } from '../google/clock';
import type { CommandResult } from './dialog';
import type { Draft, Plain } from './dialogFields';
import type { Desk } from './desk';
import { mark } from './memory';
import { problem, type Order, type Understood, type UnderstandResult } from './orders';
import { problemSentence, readSettings } from './settingsDesk';
import { SettingsSheet } from './settingsSheet';

const TAB_NAME = settingsTab('operators').name;

/** The dialog of *Tempel daftar operator*. */
export function operatorsDialog(plain: Plain): Draft {
  return {
    ...plain,
    introduction: `Tempel daftar operator dari lembar kerja atau pesan. Satu baris satu orang: desa, nama, email (boleh kosong di desa dengan PIN), WhatsApp. Baris yang baik ditambahkan ke tab ${TAB_NAME}; yang belum, disebut satu per satu.`,
    fields: [{ id: 'reason', label: 'Daftar operator', kind: 'longText', required: true }],
    action: 'Tambahkan',
  };
}

const read = ({ settings }: Desk, text: string): PastedOperators =>
  readOperatorTable(text, settings.villages, (village) => usesPin(settings, village));

/** Reads a pasted list; refused only where nothing in it can be used. */
export function understandOperators(desk: Desk, order: Order): UnderstandResult {
  if (order.reason.trim() === '') return problem('Mohon tempel daftarnya (di Perintah: di kolom Alasan).');
  const { operators, problems } = read(desk, order.reason);
  return operators.length === 0
    ? problem(problems[0] ?? 'Tidak ada operator di daftar itu.')
    : { ok: { what: order.reason } };
}

/** Adds the good lines; who stands there already is left as she is. They come into force right after this. */
export function performOperators(desk: Desk, ok: Understood, actor: string): CommandResult {
  const { operators, problems } = read(desk, ok.what ?? '');
  const sheet = new SettingsSheet('operators');
  const stands = ({ village, email, name }: PastedOperator): boolean =>
    sheet.lines.some(
      (line) =>
        line.text('village') === village &&
        line.text('email').toLowerCase() === email &&
        (email !== '' || line.text('name').toLowerCase() === name.toLowerCase()) &&
        line.text('until') === '',
    );
  const fresh = operators.filter((one) => !stands(one));
  for (const { village, villageName, name, email, whatsapp } of fresh) {
    // A row that set-up made ready for the village is filled first.
    const ready = sheet.lines.find(
      (line) =>
        line.text('village') === village &&
        ['name', 'email', 'whatsapp', 'from', 'until'].every((column) => line.text(column) === ''),
    );
    sheet.put(ready, { village, villageName, name, email, whatsapp });
  }
  if (fresh.length > 0) mark('pengaturan', now(), actor);
  const known = operators
    .filter((one) => !fresh.includes(one))
    .map((one) => `${titleOf(desk.context, one.village)}: ${one.email || one.name} sudah terdaftar.`);
  const { problems: wrong = [] } = fresh.length > 0 ? readSettings(desk.master) : {};
  const held =
    wrong.length > 0
      ? ' Belum berlaku karena tab pengaturan perlu diperbaiki:'
      : ' Izinnya diatur sesudah ini.';
  return {
    done: true,
    text: `${String(fresh.length)} operator ditambahkan.${fresh.length > 0 ? held : ''}`,
    lines: [...problems, ...known, ...wrong.slice(0, 8).map(problemSentence)],
  };
}
