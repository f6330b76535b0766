import { addressProblem, SILENT, standingOf, type Transfer } from '../core/transfer';
import { sameAddress } from '../core/senders';
import { now } from '../google/clock';
import { effectiveUser } from '../google/identity';
import { mailQuota, sendMail } from '../google/mail';
import { closedTabs, shareWith } from '../google/ownership';
import { ensureTriggers } from '../google/triggers';
import { accessChange, changeAccess } from './access';
import { alone, refused } from './alone';
import type { Desk } from './desk';
import type { CommandResult, DialogValues } from './dialog';
import { villageComplaints } from './healthForms';
import { standingTriggers } from './installEnd';
import { officeAccount } from './keeper';
import { KEY, mark, remember, type Memory } from './memory';
import { neededIds, officeFiles } from './officeFiles';
import { NAMED, someLines, takenResult } from './ownershipLeft';
import { writeSetting } from './settingsSheet';
import { continueAccepting, continueSharing, keepTransfer, tellTransfer, transferOf } from './transfer';
import { formsOf } from './villageForms';
import { BUDGET, workOff } from './work';

/** *Serah terima akun*: the office names the account that is to hold everything, and shares file by file with it. */
export function giveAccount(values: DialogValues): CommandResult {
  return alone((desk, memory) => {
    const own = effectiveUser();
    const office = officeAccount();
    if (!sameAddress(own, office))
      return refused(
        `Langkah ini hanya dapat dijalankan dengan akun kantor ${office}; sekarang terbuka dengan ${own}.`,
      );
    const to = (values['email'] ?? '').trim().toLowerCase();
    const wrong = addressProblem(to, office, desk.settings, values['sure'] === 'ya');
    if (wrong !== undefined) return refused(wrong);
    const words = shareWith(desk.registry.facts.folder, to);
    if (words !== undefined)
      return refused(`Google menolak ${to}. Pastikan itu akun Google yang sudah ada. (${words})`);
    const state = continueSharing(desk, memory, named(desk, memory, own, to), now() + BUDGET);
    return { done: true, text: sharedWords(state) };
  });
}

/** The hand-over to that account: the one that is under way, else a new one; one to another account is dropped. */
function named(desk: Desk, memory: Memory, from: string, to: string): Transfer {
  const known = transferOf(memory);
  if (known !== undefined && known.step !== 'taken' && sameAddress(known.to, to))
    return { ...known, step: 'sharing' };
  const state: Transfer = { from, to, at: desk.now, step: 'sharing', after: '' };
  const dropped = known !== undefined && known.step !== 'taken' ? `menggantikan ${known.to}` : '';
  tellTransfer(desk, memory, state, { actor: from, what: 'Serah terima akun dimulai', reason: dropped });
  return state;
}

function sharedWords({ step, to, from }: Transfer): string {
  if (step === 'sharing')
    return `Berkas sedang dibagikan ke ${to} dan dilanjutkan sendiri setiap jam; jalankan lagi untuk mempercepat.`;
  return (
    `Semua berkas sudah dibagikan ke ${to}. Berikutnya: buka lembar ini dengan ${to}, lalu pilih menu Ambil alih. ` +
    `Sampai saat itu ${from} tetap bekerja seperti biasa.`
  );
}

/** What the account lacks to hold everything: files that it may not edit, parts of tabs that are closed to it. */
function lacking(desk: Desk, own: string): readonly string[] {
  const needed = new Set(neededIds(desk));
  const closed = officeFiles(desk, own).filter((file) => needed.has(file.id) && !file.mayEdit);
  if (closed.length > 0) return someLines(closed);
  const { register = '' } = desk.registry.facts;
  const tabs = [desk.master.id, register].filter((id) => id !== '').flatMap(closedTabs);
  return tabs.length === 0 ? [] : [`Tab yang terkunci untuk akun ini: ${tabs.slice(0, NAMED).join(', ')}`];
}

/** A mail from the account to itself shows that it may send. Google's words where it may not. */
function mailProof(desk: Desk, own: string): string | undefined {
  const { programme, subdistrict } = desk.settings;
  const text =
    `Email ini membuktikan bahwa ${own} dapat mengirim email ${programme} Kecamatan ${subdistrict.name}. ` +
    'Mulai sekarang pesan kepada operator dikirim dari akun ini.';
  try {
    if (mailQuota() < 1) return 'jatah email hari ini habis; coba lagi besok';
    const subject = `[${programme}] Uji kirim dari akun kantor yang baru`;
    sendMail({ to: [own], subject, text, html: `<p>${text.replace(/</g, '&lt;')}</p>`, name: programme });
    return undefined;
  } catch (failure) {
    return failure instanceof Error ? failure.message : String(failure);
  }
}

/** Why that account cannot take over now; undefined where it may. */
function takeProblem(own: string, transfer: Transfer | undefined, reason: string): string | undefined {
  const office = officeAccount();
  if (own === '')
    return 'Google tidak menyebut akun yang dipakai. Mohon buka lembar ini dengan akun kantor yang baru.';
  const standing = standingOf(own, office, transfer);
  if (standing === 'office' && transfer?.step === 'taken') return undefined;
  if (standing === 'office') return `${own} sudah akun kantor; tidak ada yang perlu diambil alih.`;
  if (standing === 'former')
    return `Akun kantor sudah ${office}. Untuk kembali ke ${own}, mulai Serah terima akun dari ${office}.`;
  if (standing === 'heir') return undefined;
  if (transfer !== undefined && transfer.step !== 'taken')
    return `Serah terima ini ditujukan ke ${transfer.to}; sekarang terbuka dengan ${own}.`;
  return reason === ''
    ? `Serah terima belum dimulai dari ${office}. Dengan akun itu jalankan Serah terima akun lebih dahulu; bila akun itu tidak dapat dibuka lagi, tulis alasannya.`
    : undefined;
}

/**
 * *Ambil alih*, by the new account itself: proves that it can do the work (every file, every protected tab, mail), then
 * in this order: its triggers, the mark that ends the old account's, the line in `Pengaturan`. Done again it goes on
 * where it was interrupted.
 */
export function takeAccount(values: DialogValues): CommandResult {
  const own = effectiveUser();
  const reason = (values['reason'] ?? '').trim();
  const taken = alone((desk, memory) => {
    const transfer = transferOf(memory);
    const wrong = takeProblem(own, transfer, reason);
    if (wrong !== undefined) return refused(wrong);
    if (transfer?.step !== 'taken' || !sameAddress(transfer.to, own)) {
      const lacks = lacking(desk, own);
      if (lacks.length > 0) return refused(lackWords(desk, own, transfer), lacks);
      const words = mailProof(desk, own);
      if (words !== undefined)
        return refused(`${own} belum dapat mengirim email: ${words}. Periksa akun itu, lalu coba lagi.`);
    }
    switchTo(desk, memory, own, transfer, reason);
    return { done: true, text: '' };
  });
  if (!taken.done) return taken;
  workOff({ forms: 'all', ticks: true, settings: true, actor: own });
  return alone((desk, memory) => {
    const state = transferOf(memory);
    if (state === undefined) return { done: true, text: `${own} sudah akun kantor.` };
    const proofs = state.counted === undefined ? provenForms(desk) : [];
    return takenResult(desk, continueAccepting(desk, memory, state, now() + BUDGET / 2), proofs);
  });
}

function lackWords({ settings }: Desk, own: string, transfer: Transfer | undefined): string {
  const old = transfer?.from ?? settings.owner;
  return (
    `${own} belum dapat mengubah semua yang diperlukan. Dengan ${old} jalankan Serah terima akun sekali lagi; bila akun ` +
    'itu tidak dapat dibuka lagi, minta bantuan admin akunnya atau pulihkan lewat halaman pemulihan akun Google.'
  );
}

function switchTo(
  desk: Desk,
  memory: Memory,
  own: string,
  before: Transfer | undefined,
  reason: string,
): void {
  const { responses, personalResponses = '' } = desk.registry.facts;
  ensureTriggers(standingTriggers(desk.master.id, responses, personalResponses));
  const isNew = before?.step !== 'taken' || !sameAddress(before.to, own);
  const base = isNew ? { from: officeAccount(), to: own, at: before?.at ?? desk.now } : before;
  const state: Transfer = { ...base, step: 'taken', after: '', takenAt: before?.takenAt ?? now() };
  if (isNew) {
    // One call: from here on the triggers of the account before remove themselves.
    const fresh = { ...state, takenAt: now() };
    remember(memory, {
      [KEY.keeper]: own,
      [KEY.twoAccounts]: String(now() + SILENT),
      [KEY.transfer]: JSON.stringify(fresh),
    });
    const why = reason === '' ? 'oleh akun yang ditunjuk' : `tanpa akun lama: ${reason}`;
    tellTransfer(desk, memory, fresh, { actor: own, what: 'Akun kantor diambil alih', reason: why });
  } else keepTransfer(memory, state);
  if (!sameAddress(desk.settings.owner, own)) {
    writeSetting('owner', own);
    mark('pengaturan', now(), own);
  }
}

/** Every form as the new account finds it, and whether it may say who answers: each of them is let in once more. */
function provenForms(desk: Desk): readonly string[] {
  const wrong = desk.registry.villages.flatMap((row) => {
    const found = villageComplaints(desk, row, []).map((one) => one.text);
    if (found.length > 0) return found;
    return changeAccess(row, accessChange(undefined, desk.settings, row.code, desk.context.today));
  });
  const count = String(desk.registry.villages.flatMap(formsOf).length);
  return wrong.length === 0
    ? [`✓ ${count} formulir menerima jawaban, dan izin mengisinya dapat diatur dari akun ini.`]
    : wrong.map((one) => `! ${one}`);
}
