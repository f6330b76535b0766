import { formatInstant } from '../core/dates';
import { sameAddress } from '../core/senders';
import { standingOf, type Transfer } from '../core/transfer';
import { now } from '../google/clock';
import { effectiveUser } from '../google/identity';
import { giveTo, shareWith, type Owned } from '../google/ownership';
import { alone, refused } from './alone';
import type { Desk } from './desk';
import type { CommandResult } from './dialog';
import { officeAccount } from './keeper';
import { officeFiles } from './officeFiles';
import { isOwnedBy, transferOf } from './transfer';
import { BUDGET } from './work';

/** Files that are named one by one. */
export const NAMED = 12;

const line = (file: Owned): string => `${file.name === '' ? file.url : file.name}`;

/** The first of them by name, the rest counted. */
export function someLines(files: readonly Owned[]): readonly string[] {
  const more = files.length - NAMED;
  return [...files.slice(0, NAMED).map(line), ...(more > 0 ? [`dan ${String(more)} berkas lain`] : [])];
}

/** What the new account reads once it has taken over; `proofs` = lines about what was tried. */
export function takenResult(
  desk: Desk,
  { from, to, left = 0, takenAt = desk.now }: Transfer,
  proofs: readonly string[],
): CommandResult {
  const when = formatInstant(takenAt, desk.settings.zone);
  const foreign = left === 0 ? [] : officeFiles(desk, to).filter((file) => !isOwnedBy(file.owner, to));
  const text =
    `${to} memegang semua sejak ${when}: laporan diterima dan email dikirim dari akun ini. ` +
    `Pemicu ${from} berhenti sendiri.`;
  return {
    done: true,
    text,
    lines: [...remainingLines(from, to, foreign), ...proofs],
    links: [
      ...(foreign.length === 0 ? [] : [PENDING, ...foreign.slice(0, NAMED).map(fileLink)]),
      { text: 'Folder kantor', url: `https://drive.google.com/drive/folders/${desk.registry.facts.folder}` },
    ],
  };
}

const PENDING = {
  text: 'Kepemilikan yang menunggu diterima',
  url: 'https://drive.google.com/drive/search?q=pendingowner:me',
};
const fileLink = (file: Owned): { readonly text: string; readonly url: string } => ({
  text: line(file),
  url: file.url,
});

/** What both accounts still have to do, in the order in which it is done. */
function remainingLines(from: string, to: string, foreign: readonly Owned[]): readonly string[] {
  if (foreign.length === 0)
    return [
      `✓ Semua berkas milik ${to}.`,
      `Terakhir: cabut izin ${from}. Di Drive klik kanan folder kantor → Bagikan → hapus ${from}.`,
    ];
  return [
    `1. Dengan ${from}: buka Serah terima akun, tekan Serahkan kepemilikan.`,
    `2. Dengan ${to}: buka Ambil alih, tekan Terima kepemilikan. Yang ditolak Google diterima satu per satu lewat link di bawah.`,
    `3. Sesudah semua berkas milik ${to}: cabut izin ${from} pada folder kantor.`,
    `${String(foreign.length)} berkas masih milik akun lama:`,
    ...someLines(foreign),
  ];
}

/** *Serahkan kepemilikan*, by the account before: gives away what it still owns, or offers it. */
export function giveOwnership(): CommandResult {
  return alone((desk, memory) => {
    const own = effectiveUser();
    const transfer = transferOf(memory);
    if (transfer === undefined || standingOf(own, officeAccount(), transfer) !== 'former')
      return refused(`${own} tidak punya berkas yang perlu diserahkan.`);
    const until = now() + BUDGET;
    const owned = officeFiles(desk, own).filter((file) => sameAddress(file.owner, own));
    const failed = owned.filter((file) => {
      if (now() > until) return true;
      return (shareWith(file.id, transfer.to) ?? giveTo(file.id, transfer.to)) !== undefined;
    });
    const rest = officeFiles(desk, own).filter((file) => sameAddress(file.owner, own));
    const text =
      rest.length === 0
        ? `Semua berkas milik ${transfer.to}. Tinggal ${own} dikeluarkan dari folder kantor.`
        : `${String(rest.length - failed.length)} berkas ditawarkan. Dengan ${transfer.to} buka Ambil alih, lalu tekan Terima kepemilikan.`;
    const lines =
      failed.length === 0
        ? []
        : [`${String(failed.length)} berkas belum dapat diserahkan:`, ...someLines(failed)];
    return { done: true, text, lines, links: failed.slice(0, NAMED).map(fileLink) };
  });
}
