import { formatPeriod, periodOf } from '../core/dates';
import { collectedPeriod, dueDate } from '../core/due';
import { addMonths } from '../core/place';
import type { Instant, Period } from '../core/settings';
import type { Desk } from './desk';
import type { CommandResult, DialogField, DialogSpec } from './dialog';
import { makeGroupText, previewGroup } from './groupText';
import { handOver, handOverDialog, understandHandOver } from './handOver';
import { makeInnovationPapers } from './innovation';
import type { Memory } from './memory';
import {
  problem,
  villageNamed,
  type Order,
  type PaperId,
  type Understood,
  type UnderstandResult,
} from './orders';
import { refreshNow } from './shared';
import { hasUnits, makeUnitSheets, NO_UNITS, understandUnits } from './unitSheets';
import { makeWarnings, previewWarnings } from './warnings';

/** Fields that dialogs of other commands have too. */
export interface SharedFields {
  readonly month: (desk: Desk, value: Period) => DialogField;
  readonly village: (desk: Desk) => DialogField;
}

type Draft = Pick<DialogSpec, 'introduction' | 'lines' | 'fields' | 'action'>;

/** The newest month whose due day has passed; the first one that is owed where there is none. */
function latestDue({ settings, context }: Desk): Period {
  const newest = collectedPeriod(settings, context.today);
  const due = context.today > dueDate(settings, newest) ? newest : addMonths(newest, -1);
  return due < settings.goLive ? settings.goLive : due;
}

/** The list of villages with one choice for all of them. */
function oneOrAll({ choices = [], ...field }: DialogField, all: string): DialogField {
  const others = choices.filter((one) => one.value !== '');
  return { ...field, required: false, choices: [{ value: '', label: all }, ...others] };
}

/** The list of months with the running one first, which the tabs' lists have from the interim day on only. */
function runningOr({ choices = [], ...field }: DialogField, running: Period): DialogField {
  const name = formatPeriod(running);
  const others = choices.filter((one) => one.value !== name);
  return { ...field, required: false, value: '', choices: [{ value: '', label: name }, ...others] };
}

function unitsDialog(desk: Desk, shared: SharedFields): Draft {
  if (!hasUnits(desk)) return { introduction: NO_UNITS, lines: [], fields: [], action: '' };
  return {
    introduction:
      'Lembar kertas untuk ketua RT: satu halaman satu RT, dengan pertanyaan yang sama seperti formulir dan angka ' +
      'laporan terakhirnya. Disimpan di folder Surat, satu berkas satu desa, dan dapat dibuka operatornya.',
    lines: [],
    fields: [
      runningOr(shared.month(desk, ''), periodOf(desk.context.today)),
      oneOrAll(shared.village(desk), 'Semua desa dan kelurahan'),
    ],
    action: 'Buat lembar',
  };
}

/** The dialog of a command about letters and documents. */
export function paperDialog(desk: Desk, command: PaperId, shared: SharedFields): Draft {
  switch (command) {
    case 'warn': {
      const period = latestDue(desk);
      const lines = previewWarnings(desk, period);
      return {
        introduction:
          (lines.length === 0
            ? `Tidak ada desa/kelurahan yang perlu ditegur untuk ${formatPeriod(period)}.`
            : `Yang belum lengkap untuk ${formatPeriod(period)}:`) +
          ' Konsepnya disimpan di folder Surat untuk ditandatangani; program tidak mengirimnya.',
        lines,
        fields: [shared.month(desk, period), oneOrAll(shared.village(desk), 'Semua yang belum lengkap')],
        action: 'Buat konsep',
      };
    }
    case 'printUnits':
      return unitsDialog(desk, shared);
    case 'innovation':
      return {
        introduction:
          'Profil Inovasi dan Lampiran SK (daftar operator) dibuat dari angka yang benar-benar ada, untuk Indeks Inovasi Daerah. Angkanya bulan demi bulan ada di tab Bukti Inovasi.',
        lines: [],
        fields: [],
        action: 'Buat dokumen',
      };
    case 'refresh':
      return {
        introduction:
          'Rekap tahunan, tahun ini dan Tanda Terima di lembar desa, dan Rekap Bersama diperbarui sendiri tiap malam. Ini memperbaruinya sekarang. Rekap Bersama hanya ada bila dinyalakan di Pengaturan.',
        lines: [],
        fields: [],
        action: 'Perbarui',
      };
    case 'handOver':
      return handOverDialog(desk, shared.village(desk));
    case 'group':
      return {
        introduction:
          'Terima kasih dan jumlah desa/kelurahan yang sudah lengkap, untuk dikirim ke grup WhatsApp. Teksnya masuk tab Kirim WA; program tidak mengirimnya.',
        lines: previewGroup(desk, collected(desk)),
        fields: [shared.month(desk, collected(desk))],
        action: 'Buat teks',
      };
  }
}

/** The month that is being collected, as far as any is owed yet. */
const collected = ({ settings, context }: Desk): Period => {
  const newest = collectedPeriod(settings, context.today);
  return newest < settings.goLive ? settings.goLive : newest;
};

/** What such a command needs, or a sentence for the person where something is missing. */
export function understandPaper(desk: Desk, order: Order, period: Period | undefined): UnderstandResult {
  switch (order.command as PaperId) {
    case 'innovation':
    case 'refresh':
      return { ok: {} };
    case 'handOver':
      return understandHandOver(desk, order);
    case 'printUnits':
      return understandUnits(desk, order, period);
    case 'group':
    case 'warn': {
      if (period === undefined) return problem('Mohon pilih bulannya.');
      const newest = collected(desk);
      if (period > newest)
        return problem(`${formatPeriod(period)} belum dikumpulkan. Mohon pilih bulan lain.`);
      if (period < desk.settings.goLive)
        return problem(`Laporan baru wajib mulai ${formatPeriod(desk.settings.goLive)}.`);
      if (order.village === '') return { ok: { period } };
      const village = villageNamed(desk, order.village);
      return village === undefined
        ? problem('Desa atau kelurahan ini tidak dikenal.')
        : { ok: { period, village } };
    }
  }
}

/** Does it; the lock is held. */
export function performPaper(
  desk: Desk,
  memory: Memory,
  command: PaperId,
  ok: Understood,
  until: Instant,
  actor: string,
): CommandResult {
  switch (command) {
    case 'warn':
      return makeWarnings(desk, memory, ok.period ?? latestDue(desk), ok.village, until);
    case 'innovation':
      return makeInnovationPapers(desk, memory);
    case 'refresh':
      return refreshNow(desk, memory, until);
    case 'handOver':
      return handOver(desk, memory, ok, actor);
    case 'printUnits':
      return makeUnitSheets(desk, memory, ok, until);
    case 'group':
      return makeGroupText(desk, memory, ok.period ?? collected(desk));
  }
}
