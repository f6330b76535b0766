import { villageTitle, titleOf } from '../core/draw/rows';
import { usesPin } from '../core/senders';
import { SETTINGS_NAME } from '../core/tabs/names';
import { now } from '../google/clock';
import type { Desk } from './desk';
import type { CommandResult } from './dialog';
import type { Draft, Plain } from './dialogFields';
import { mark, type Memory } from './memory';
import { problem, villageNamed, type Order, type Understood, type UnderstandResult } from './orders';
import { renewPins } from './pins';
import { Run } from './run';
import { problemSentence, readSettings } from './settingsDesk';
import { logCells } from './words';

const OFFICE = 'kecamatan';

const NOBODY = 'Belum ada desa yang memakai PIN; caranya diatur di tab Pengaturan atau Desa.';

/** The dialog of *Ganti PIN*. */
export function pinDialog(desk: Desk, plain: Plain): Draft {
  const villages = desk.settings.villages.filter(({ code }) => usesPin(desk.settings, code));
  if (villages.length === 0) return { ...plain, introduction: NOBODY, action: '' };
  return {
    ...plain,
    introduction:
      `PIN lama langsung tidak berlaku. PIN baru dibuat sendiri dan hanya tampil di tab ${SETTINGS_NAME.operators}; ` +
      'sampaikan langsung atau lewat telepon. Laporan yang sudah masuk tetap.',
    fields: [
      {
        id: 'village',
        label: 'PIN milik',
        kind: 'list',
        required: true,
        choices: [
          { value: '', label: 'Pilih…' },
          ...villages.map((one) => ({ value: one.code, label: villageTitle(one) })),
          { value: OFFICE, label: 'Petugas kecamatan' },
        ],
      },
    ],
    action: 'Ganti PIN',
  };
}

/** Reads whose PIN is to be changed: a village that uses one, or in `Perintah` the word *kecamatan* under *Alasan*. */
export function understandPin(desk: Desk, { village: named, reason }: Order): UnderstandResult {
  const { settings } = desk;
  if (!settings.villages.some(({ code }) => usesPin(settings, code))) return problem(NOBODY);
  if (named.toLowerCase() === OFFICE || (named === '' && new RegExp(OFFICE, 'i').test(reason)))
    return { ok: { what: OFFICE } };
  const village = villageNamed(desk, named);
  if (village === undefined)
    return problem('Mohon pilih desa atau kelurahannya; untuk PIN kecamatan tulis kecamatan di Alasan.');
  return usesPin(settings, village)
    ? { ok: { village } }
    : problem(`${titleOf(desk.context, village)} memakai akun Google, bukan PIN.`);
}

/**
 * *Ganti PIN*: writes new PINs into the tab and marks the settings, so that the same run takes them into force. The PIN
 * itself is told nowhere.
 */
export function changePin(desk: Desk, memory: Memory, { village }: Understood, actor: string): CommandResult {
  const { problems: [wrong] = [] } = readSettings(desk.master);
  if (wrong !== undefined)
    return {
      done: false,
      text: `Pengaturan punya baris yang perlu diperbaiki dulu. ${problemSentence(wrong)} Data tidak berubah.`,
    };
  const whose = village === undefined ? 'kecamatan' : titleOf(desk.context, village);
  if (renewPins(desk.settings, village, desk.context.today) === 0)
    return {
      done: false,
      text: `${whose} belum punya operator di tab ${SETTINGS_NAME.operators}. Data tidak berubah.`,
    };
  const run = new Run(desk, memory, 'pesan');
  const about = village === undefined ? { reason: OFFICE } : { village };
  run.log(logCells(desk, { at: desk.now, actor, what: 'PIN diganti', ...about }));
  run.finish();
  mark('pengaturan', Math.max(now(), desk.now + 1), actor);
  return {
    done: true,
    text: `PIN ${whose} sudah diganti; yang lama tidak berlaku lagi. PIN baru ada di tab ${SETTINGS_NAME.operators}.`,
  };
}
