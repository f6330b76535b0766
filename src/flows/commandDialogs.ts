import { addDays } from '../core/dates';
import { collectedPeriod } from '../core/due';
import { addMonths } from '../core/place';
import { COMMANDS } from '../core/tabs/stores';
import { NotReady, openDesk, type Desk } from './desk';
import type { DialogField, MenuAnswer } from './dialog';
import { monthField, reasonField, villageField, type Draft, type Plain } from './dialogFields';
import { restoreDialog } from './handChanges';
import { healthResult, lastHealth } from './healthTold';
import { isOffice } from './keeper';
import { recall } from './memory';
import { AMOUNT_HEADERS, isPersonal, isSeldom, type OrderId } from './orders';
import { paperDialog } from './paperCommands';
import { personalDialog } from './personalOrders';
import { previewReminders } from './remind';
import { seldomDialog } from './seldom';
import { previewUpdate } from './updateForms';

const wordsOf = (command: OrderId): string => COMMANDS.find((one) => one.id === command)?.words ?? command;

/** What a menu item shows first: a dialog with what it needs, or one sentence where it cannot be done here. */
export function openCommand(command: OrderId): MenuAnswer {
  try {
    const desk = openDesk();
    return { kind: 'dialog', dialog: { ...dialogOf(desk, command), command } };
  } catch (failure) {
    if (!(failure instanceof NotReady)) throw failure;
    return { kind: 'sentence', title: wordsOf(command), text: failure.message };
  }
}

function dialogOf(desk: Desk, command: OrderId): Draft {
  const plain: Plain = { title: wordsOf(command), lines: [], fields: [] };
  if (isPersonal(command)) return personalDialog(desk, command, plain);
  if (isSeldom(command)) return seldomDialog(desk, command, plain);
  switch (command) {
    case 'recap':
      return {
        ...plain,
        introduction:
          'Rekap satu bulan menjadi satu berkas dengan B.3, Linmas, dan Data, beserta XLSX-nya, di folder Rekap. Rekap bulan yang sama diganti.',
        fields: [monthField(desk, addMonths(collectedPeriod(desk.settings, desk.context.today), 0))],
        action: 'Buat rekap',
      };
    case 'remind':
      return remindDialog(desk, plain);
    case 'sweep':
      return {
        ...plain,
        introduction:
          'Semua formulir dibaca lagi, kalau-kalau ada laporan yang belum masuk. Yang sudah masuk tidak dihitung dua kali.',
        action: 'Ambil laporan',
      };
    case 'unlock':
      return unlockDialog(desk, plain);
    case 'adjustBalance':
      return adjustDialog(desk, plain);
    case 'updateForms':
      return updateDialog(desk, plain);
    case 'restore':
      return restoreDialog(desk, plain);
    case 'rebuild':
      return {
        ...plain,
        introduction:
          'Semua tab dihitung lagi dari jawaban formulir dan keputusan peninjau. Formulir, keputusan, pesan, dan Log tetap. Dapat berlangsung beberapa menit; jendela ini boleh ditutup.',
        action: 'Bangun ulang',
      };
    case 'health':
      return healthDialog(desk, plain);
    default:
      return { ...plain, ...paperDialog(desk, command, { month: monthField, village: villageField }) };
  }
}

function unlockDialog(desk: Desk, plain: Plain): Draft {
  const { today } = desk.context;
  return {
    ...plain,
    introduction:
      'Bulan yang sudah dikunci dibuka untuk satu desa atau kelurahan sampai tanggal yang dipilih. Laporan yang menunggu langsung diperiksa.',
    fields: [
      villageField(desk),
      monthField(desk, addMonths(collectedPeriod(desk.settings, today), -1)),
      reasonField,
      { id: 'until', label: 'Terbuka sampai', kind: 'date', required: true, value: addDays(today, 7) },
    ],
    action: 'Buka kunci',
  };
}

function adjustDialog(desk: Desk, plain: Plain): Draft {
  const amounts = Object.entries(AMOUNT_HEADERS).map(([id, label]): DialogField => ({
    id,
    label: `${label} (tambah 2, kurang -2)`,
    kind: 'number',
  }));
  return {
    ...plain,
    introduction:
      'Jumlah penduduk atau KK satu desa ditambah atau dikurangi pada satu bulan yang belum dikunci. Tercatat dengan alasannya dan disebut di kolom 33 B.3.',
    fields: [
      villageField(desk),
      monthField(desk, collectedPeriod(desk.settings, desk.context.today)),
      ...amounts,
      reasonField,
    ],
    action: 'Koreksi saldo',
  };
}

function remindDialog(desk: Desk, plain: Plain): Draft {
  const lines = previewReminders(desk);
  if (lines.length === 0)
    return {
      ...plain,
      introduction: 'Semua laporan sudah masuk; tidak ada yang perlu diingatkan.',
      action: '',
    };
  return {
    ...plain,
    introduction: `${String(lines.length)} desa/kelurahan akan menerima pengingat lewat email dan di tab Kirim WA:`,
    lines,
    action: 'Kirim sekarang',
  };
}

/** What *Perbarui formulir* may set anew beside what differs; in `Perintah` the same words stand under *Alasan*. */
const RULES = ['hanya yang berbeda', 'juga semua aturan isian'] as const;

const UNSEEN =
  'Semua formulir dibandingkan dengan pengaturan, dan yang berbeda dikembalikan. Jawaban yang sudah masuk tetap; pertanyaan tambahan buatan sendiri dibiarkan. Apa yang berbeda disebut oleh Periksa kesehatan.';

function updateDialog(desk: Desk, plain: Plain): Draft {
  // The forms are the owner's; another account cannot open them.
  const isOwn = isOffice();
  const lines = isOwn ? previewUpdate(desk) : [];
  const isSame = isOwn && lines.length === 0;
  const found = isSame
    ? 'Semua formulir sesuai dengan pengaturan. Aturan isian (misalnya angka saja) tidak dapat dilihat dari sini, tetapi dapat dipasang lagi.'
    : 'Yang akan diubah di formulir. Jawaban yang sudah masuk tetap; pertanyaan tambahan buatan sendiri dibiarkan.';
  return {
    ...plain,
    introduction: isOwn ? found : UNSEEN,
    lines,
    fields: [
      {
        id: 'reason',
        label: 'Yang diperbarui',
        kind: 'list',
        required: true,
        choices: RULES.map((words) => ({ value: words, label: words })),
        value: RULES[isSame ? 1 : 0],
      },
    ],
    action: 'Perbarui',
  };
}

function healthDialog(desk: Desk, plain: Plain): Draft {
  const last = lastHealth(recall());
  const action = last === undefined ? 'Periksa' : 'Periksa lagi';
  if (last === undefined) return { ...plain, introduction: 'Belum pernah diperiksa.', action };
  const { text, lines = [] } = healthResult(desk, last);
  return { ...plain, introduction: text, lines, action };
}
