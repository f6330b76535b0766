import { archiveName } from '../core/closedYears';
import { formatNumber } from '../core/dates';
import { titleOf } from '../core/draw/rows';
import { someNames } from '../core/draw/toDos';
import { IANA } from '../core/regions';
import { usesPin } from '../core/senders';
import { STATES } from '../core/states';
import { transferToDos } from '../core/transfer';
import { masterTabs, type Tab } from '../core/tabs';
import { TAB } from '../core/tabs/names';
import { effectiveUser, needsConsent } from '../google/identity';
import { fileExists } from '../google/files';
import { foreignTabs } from '../google/inspect';
import { mailQuota } from '../google/mail';
import { listTriggers } from '../google/triggers';
import type { Desk } from './desk';
import { changeText, handChanges } from './handChanges';
import { HANDLER } from './handlers';
import type { Complaint } from './healthTold';
import { officeAccount } from './keeper';
import { QUEUE_STATE_COLUMNS } from './home';
import { KEY, textOf, type Memory } from './memory';
import { outdatedReports } from './personalOrders';
import { transferOf } from './transfer';
import { unsentToDos } from './unsent';
import { formsOf } from './villageForms';

/** Either something is wrong, or it was looked at and is in order; '' = not worth a line. */
type Finding = Complaint | string;

const isComplaint = (one: Finding): one is Complaint => typeof one !== 'string';

/** Looks at everything that the office has itself: triggers, owner, consent, zone, tabs, mail, strangers. */
export function examineOffice(
  desk: Desk,
  memory: Memory,
): { readonly wrong: readonly Complaint[]; readonly good: readonly string[] } {
  const findings: readonly Finding[] = [
    ...triggers(desk),
    ...owner(desk),
    ...transfer(desk, memory),
    ...consent(),
    ...zone(desk),
    ...tabs(desk),
    ...figures(desk, memory),
    ...proofs(desk),
    ...strangeForms(desk),
    ...strangers(desk),
    ...retention(desk, memory),
    ...archives(desk),
    ...quota(),
    ...unsentToDos(desk, memory).map(({ text }): Finding => ({ text, told: true })),
  ];
  return {
    wrong: findings.filter(isComplaint),
    good: findings.filter((one): one is string => !isComplaint(one)),
  };
}

/** Personal data that is kept longer than the forms promise. */
function retention(desk: Desk, memory: Memory): readonly Finding[] {
  if ((desk.registry.facts.register ?? '') === '') return [];
  const count = outdatedReports(desk, memory);
  const text = `${formatNumber(count)} laporan data pribadi melewati masa simpannya. Jalankan Hapus data pribadi lama.`;
  return count === 0 ? [] : [{ text, menu: 'eraseOld' }];
}

/** Archives that somebody deleted. One call each. */
function archives({ context }: Desk): readonly Finding[] {
  return (context.closed ?? [])
    .filter(({ archive }) => !fileExists(archive))
    .map(({ year }) => ({
      text: `Berkas ${archiveName(year)} tidak ada atau di tempat sampah. Kembalikan dari tempat sampah Google Drive.`,
    }));
}

function triggers(desk: Desk): readonly Finding[] {
  const have = listTriggers().map((trigger) => trigger.handler);
  const wanted: readonly (readonly [string, string])[] = [
    [HANDLER.submit, 'laporan masuk'],
    ...((desk.registry.facts.personalResponses ?? '') === ''
      ? []
      : [[HANDLER.personalSubmit, 'laporan data pribadi masuk'] as const]),
    [HANDLER.edit, 'tindakan peninjau'],
    [HANDLER.hour, 'pekerjaan setiap jam'],
  ];
  const missing = wanted.filter(([handler]) => !have.includes(handler)).map(([, words]) => words);
  const twice = wanted.filter(([handler]) => have.filter((one) => one === handler).length > 1);
  if (missing.length > 0) {
    const text = `Pemicu untuk ${missing.join(', ')} tidak ada. Jalankan Pasang sekali lagi.`;
    return [{ text, menu: 'install' }];
  }
  return twice.length > 0
    ? [{ text: 'Ada pemicu ganda. Jalankan Pasang sekali lagi.', menu: 'install' }]
    : ['Pemicu lengkap.'];
}

/** A hand-over of the account, or a taking down, that hangs. */
function transfer(desk: Desk, memory: Memory): readonly Finding[] {
  const half =
    'Bongkar belum selesai: sebagian formulir sudah ditutup. Jalankan Bongkar lagi, atau Pasang untuk membatalkan.';
  return [
    ...transferToDos(transferOf(memory), desk.now).map((text) => ({ text, menu: 'giveAccount' as const })),
    ...(textOf(memory, KEY.dismantle) === '' ? [] : [{ text: half, menu: 'dismantle' as const }]),
  ];
}

function owner(desk: Desk): readonly Finding[] {
  const address = officeAccount();
  const findings: Finding[] = [];
  if (address !== '' && address.toLowerCase() !== desk.settings.owner.toLowerCase())
    findings.push({
      text: `Akun kantor ${address}, sedangkan di Pengaturan tertulis ${desk.settings.owner}. Samakan, lalu jalankan Pasang.`,
    });
  if (effectiveUser().toLowerCase() !== address.toLowerCase())
    findings.push({ text: `Pemeriksaan ini tidak dijalankan oleh akun kantor (${address}).` });
  return findings.length > 0 ? findings : [`Akun kantor: ${address}.`];
}

function consent(): readonly Finding[] {
  if (!needsConsent()) return ['Izin program lengkap.'];
  return [
    {
      text: 'Program memerlukan izin baru. Dari akun kantor, buka Pasang, lalu setujui izin yang diminta Google.',
      menu: 'install',
    },
  ];
}

function zone(desk: Desk): readonly Finding[] {
  const wanted = IANA[desk.settings.zone];
  return desk.master.zone === wanted
    ? [`Zona waktu ${desk.settings.zone}.`]
    : [
        {
          text: `Zona waktu lembar ini ${desk.master.zone}, seharusnya ${wanted}. Ubah di File → Setelan.`,
        },
      ];
}

/** Tabs that can be made again without losing a fact: what is computed, what is ordered, what is only told. */
export const canBeMade = ({ layout, name }: Tab): boolean =>
  ['keyed', 'placed', 'page'].includes(layout) || name === TAB.commands || name === TAB.log;

/** Tabs and columns that somebody deleted, moved or renamed. One call a tab. */
function tabs({ master, context }: Desk): readonly Finding[] {
  const wrong = masterTabs(context.catalogue).flatMap((tab): readonly Complaint[] => {
    if (!master.has(tab.name)) {
      const text = canBeMade(tab)
        ? `Tab ${tab.name} hilang. Jalankan Pasang, lalu Bangun ulang.`
        : `Tab ${tab.name} hilang. Kembalikan lewat File → Histori versi; bila tidak dapat, jalankan Pasang.`;
      return [{ text, menu: 'install' }];
    }
    return tab.headerRow === 0 ? [] : headers(tab, master.read(tab.name, headerArea(tab))[0] ?? []);
  });
  return wrong.length > 0 ? wrong : ['Semua tab dan kolom ada di tempatnya.'];
}

const headerArea = ({ headerRow, columns }: Tab) => ({
  row: headerRow,
  column: 1,
  rows: 1,
  columns: columns.length,
});

function headers(tab: Tab, found: readonly unknown[]): readonly Complaint[] {
  const at = tab.columns.findIndex((column, place) => column.header !== '' && column.header !== found[place]);
  const wanted = tab.columns[at]?.header;
  if (wanted === undefined) return [];
  const is = found[at] === '' ? 'kosong' : `“${String(found[at])}”`;
  const help = canBeMade(tab)
    ? 'Hapus tab itu, jalankan Pasang, lalu Bangun ulang.'
    : 'Kembalikan lewat File → Histori versi.';
  const text = `Tab ${tab.name}: kolom ke-${String(at + 1)} seharusnya “${wanted}”, sekarang ${is}. ${help}`;
  return [canBeMade(tab) ? { text, menu: 'install' } : { text }];
}

/** Figures that somebody changed by hand where the program computes them. */
function figures(desk: Desk, memory: Memory): readonly Finding[] {
  const changes = handChanges(desk, memory);
  const [first] = changes;
  if (first === undefined) return ['Angka di tab hitungan sesuai.'];
  const more = changes.length > 1 ? `, dan ${String(changes.length - 1)} sel lain` : '';
  const text =
    `Angka hitungan diubah dengan tangan: ${changeText(first)}${more}. Kembalikan, atau bila yang tertulis yang ` +
    'benar, jadikan koreksi.';
  return [{ text, menu: 'restore', or: 'correct' }];
}

/** Forms whose senders only type their addresses, as far as the last readings know. */
function proofs({ registry, context, settings }: Desk): readonly Finding[] {
  const typed = registry.villages.filter(
    (row) => !usesPin(settings, row.code) && formsOf(row).some((form) => form.proof === 'typed'),
  );
  if (typed.length === 0) return [];
  const names = someNames(typed.map((row) => titleOf(context, row.code)));
  return [
    {
      text:
        `Alamat pengirim di formulir ${names} belum diverifikasi Google. Di formulirnya pilih Setelan → Respons → ` +
        'Kumpulkan alamat email → Diverifikasi. Bila sudah dan pesan ini tetap ada sesudah empat jam, ' +
        'pilih Ya di Pengaturan, baris Email pengirim diverifikasi.',
    },
  ];
}

/** Forms that somebody linked to the office's files of answers: nobody reads what they collect. */
function strangeForms({ registry }: Desk): readonly Finding[] {
  const { responses = '', personalResponses = '' } = registry.facts;
  const known = registry.villages.flatMap((row) => formsOf(row).map((form) => form.responsesTab));
  const names = [responses, personalResponses]
    .filter((id) => id !== '' && fileExists(id))
    .flatMap((id) => foreignTabs(id, known));
  return names.map((name) => ({
    text:
      `Formulir lain tersambung ke berkas Respons (tab ${name}); jawabannya tidak dibaca dan tidak dihitung. ` +
      'Putuskan sambungannya di formulir itu: Jawaban → Batalkan penautan formulir.',
  }));
}

/** Reports that are held since nobody knows their sender. */
function strangers({ master }: Desk): readonly Finding[] {
  const rows = master.has(TAB.queue) ? master.lastRow(TAB.queue) - 1 : 0;
  if (rows <= 0) return [];
  const area = { row: 2, column: 1, rows, columns: QUEUE_STATE_COLUMNS };
  const held = master
    .read(TAB.queue, area)
    .filter((row) => row.some((cell) => String(cell).includes(STATES.senderUnknown.office)));
  if (held.length === 0) return [];
  const text = `${String(held.length)} laporan ditahan karena pengirimnya tidak dikenal. Lepas atau tolak di tab ${TAB.queue}; bila operator berganti, daftarkan di tab Operator.`;
  return [{ text, told: true }];
}

/** Below this many recipients a morning's messages may not all leave. */
const FEW = 20;

function quota(): readonly Finding[] {
  const left = mailQuota();
  return left < FEW
    ? [{ text: `Jatah email hari ini tinggal ${String(left)} penerima; sisanya dikirim besok.` }]
    : [`Jatah email hari ini masih ${String(left)} penerima.`];
}
