import { standingOf } from '../core/transfer';
import { effectiveUser } from '../google/identity';
import { NotReady, openDesk, type Desk } from './desk';
import type { CommandResult, DialogSpec, DialogValues, MenuAnswer } from './dialog';
import { dismantle, dismantleDialog } from './dismantle';
import { LOOK, lookAtImport } from './importDialog';
import { LOOK_AT_MEMBERS, lookAtMembers } from './memberDialog';
import { lookAtReport, SHOW } from './showReport';
import { officeAccount } from './keeper';
import { recall, type Memory } from './memory';
import { giveAccount, takeAccount } from './officeSteps';
import { giveOwnership } from './ownershipLeft';
import { transferOf } from './transfer';
import { OPEN_TAB, openTab } from './openTabs';

/** Items of the menu that are about the office itself; they are never rows of `Perintah`. */
export type OfficeItem = 'giveAccount' | 'takeAccount' | 'dismantle';

const TITLES: Readonly<Record<OfficeItem, string>> = {
  giveAccount: 'Serah terima akun',
  takeAccount: 'Ambil alih',
  dismantle: 'Bongkar',
};

/** What the item shows to the person at the keyboard, by the account she opened the master with. */
export function openOffice(item: OfficeItem): MenuAnswer {
  const title = TITLES[item];
  try {
    const memory = recall();
    const desk = openDesk(memory);
    return { kind: 'dialog', dialog: { title, lines: [], fields: [], ...dialogOf(item, desk, memory) } };
  } catch (failure) {
    if (!(failure instanceof NotReady)) throw failure;
    return { kind: 'sentence', title, text: failure.message };
  }
}

type Shown = Pick<DialogSpec, 'command' | 'introduction' | 'action'> & Partial<DialogSpec>;

const told = (introduction: string): Shown => ({ command: '', introduction, action: '' });

function dialogOf(item: OfficeItem, desk: Desk, memory: Memory): Shown {
  if (item === 'dismantle') return dismantleDialog(desk, memory);
  return item === 'giveAccount' ? giveDialog(desk, memory) : takeDialog(memory);
}

function giveDialog({ settings }: Desk, memory: Memory): Shown {
  const own = effectiveUser();
  const office = officeAccount();
  const transfer = transferOf(memory);
  const standing = standingOf(own, office, transfer);
  if (standing === 'former')
    return {
      command: 'giveOwnership',
      introduction:
        `Akun kantor sekarang ${office}. Yang masih milik ${own} diserahkan atau ditawarkan kepadanya; sesudah ` +
        'diterima, akun ini boleh dikeluarkan dari folder kantor.',
      action: 'Serahkan kepemilikan',
    };
  if (standing !== 'office')
    return told(
      `Serah terima dimulai dari akun kantor ${office}; sekarang terbuka dengan ${own}. Akun yang baru memakai menu Ambil alih.`,
    );
  return {
    command: 'giveAccount',
    introduction:
      `Semua berkas ${settings.programme} dibagikan ke akun kantor yang baru dan ditawarkan kepemilikannya satu per ` +
      'satu. Tidak ada yang berganti sebelum akun itu sendiri membuka lembar ini dan memilih Ambil alih. Boleh ' +
      'dijalankan jauh hari, sebagai persiapan.',
    fields: [
      {
        id: 'email',
        label: 'Email akun kantor yang baru',
        kind: 'text',
        required: true,
        ...(transfer === undefined || transfer.step === 'taken' ? {} : { value: transfer.to }),
      },
      {
        id: 'sure',
        label: 'Tetap pakai akun ini',
        kind: 'list',
        choices: [
          { value: '', label: 'Tidak, bila tampak seperti akun pribadi' },
          { value: 'ya', label: 'Ya, ini akun kantor' },
        ],
      },
    ],
    action: 'Bagikan berkas',
  };
}

function takeDialog(memory: Memory): Shown {
  const own = effectiveUser();
  const office = officeAccount();
  const transfer = transferOf(memory);
  const standing = standingOf(own, office, transfer);
  if (standing === 'office' && transfer?.step === 'taken')
    return {
      command: 'takeAccount',
      introduction: `${own} sudah memegang semua. Kepemilikan berkas yang ditawarkan akun lama dapat diterima di sini.`,
      action: 'Terima kepemilikan',
    };
  if (standing === 'office') return told(`${own} sudah akun kantor; tidak ada yang perlu diambil alih.`);
  if (
    standing === 'former' ||
    (transfer !== undefined && transfer.step !== 'taken' && standing === 'stranger')
  )
    return told(
      standing === 'former'
        ? `Akun kantor sudah ${office}. Untuk kembali, mulai Serah terima akun dari ${office}.`
        : `Serah terima ini ditujukan ke ${transfer?.to ?? ''}; sekarang terbuka dengan ${own}.`,
    );
  const introduction =
    `Akun ini (${own}) akan memegang semua pekerjaan: laporan diterima, email dikirim, dan setiap jam diperiksa ` +
    `dengan namanya. Izin ke semua berkas dan email diuji dulu; sesudah itu ${office} berhenti bekerja. Data tetap.`;
  const reason = {
    id: 'reason',
    label: 'Alasan (bila akun lama tidak dapat dibuka lagi)',
    kind: 'text' as const,
  };
  return {
    command: 'takeAccount',
    introduction,
    fields: standing === 'heir' ? [] : [reason],
    action: 'Ambil alih',
  };
}

const STEPS: Readonly<Record<string, (values: DialogValues) => CommandResult>> = {
  giveAccount,
  takeAccount,
  giveOwnership,
  dismantle,
  [LOOK]: lookAtImport,
  [LOOK_AT_MEMBERS]: lookAtMembers,
  [SHOW]: lookAtReport,
  [OPEN_TAB]: openTab,
};

/** The button of such a dialog; a sentence for a command that nobody knows, in a copy and before set-up. */
export function officeStep(command: string, values: DialogValues): CommandResult {
  const step = Object.keys(STEPS).includes(command) ? STEPS[command] : undefined;
  try {
    return step?.(values) ?? { done: false, text: 'Perintah ini tidak dikenal. Data tidak berubah.' };
  } catch (failure) {
    if (!(failure instanceof NotReady)) throw failure;
    return { done: false, text: failure.message };
  }
}
