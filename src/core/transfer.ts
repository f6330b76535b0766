import type { Instant, LocalDate, Settings } from './settings';
import { isAddress } from './settingsRead/lines';

/** How far *Serah terima akun* has come; kept from the moment in which the new account is named until all is over. */
export interface Transfer {
  /** The office account until now. */
  readonly from: string;
  /** The one that is to hold everything. */
  readonly to: string;
  /** When it was named. */
  readonly at: Instant;
  /** Files are being shared; all are; the new account has taken over. */
  readonly step: 'sharing' | 'shared' | 'taken';
  /** Id of the last file that is done; '' = none yet. */
  readonly after: string;
  readonly takenAt?: Instant;
  /** When the old account's triggers removed themselves. */
  readonly retired?: Instant;
  /** Files that the new account does not own yet, as last counted, and the day of that. */
  readonly left?: number;
  readonly counted?: LocalDate;
}

/** Words in the addresses of offices; an address without any of them is likely a person's. */
const OFFICE = /kantor|kec|camat|kasi|trantib|tibum|linmas|pemkab|kab\b|admin|desa|kelurahan|sekretariat/;

/** Whether an address looks like a person's: it names neither an office, nor the programme, nor the sub-district. */
export function looksPersonal(address: string, { programme, subdistrict }: Settings): boolean {
  const name = (address.split('@')[0] ?? '').toLowerCase();
  const own = [programme, subdistrict.name].map((words) => words.toLowerCase().replace(/[^a-z]/g, ''));
  const plain = name.replace(/[^a-z]/g, '');
  return !OFFICE.test(name) && !own.some((one) => one !== '' && plain.includes(one));
}

const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

/** Why that address cannot become the office account; undefined where it can. `sure` = the person was warned before. */
export function addressProblem(
  address: string,
  owner: string,
  settings: Settings,
  sure: boolean,
): string | undefined {
  if (!isAddress(address))
    return `Tertulis "${address}". Mohon tulis email akun kantor yang baru, misalnya kantor.paringin@gmail.com.`;
  if (same(address, owner)) return `${address} sudah akun kantor. Mohon tulis akun yang baru.`;
  if (looksPersonal(address, settings) && !sure)
    return (
      `${address} tampak seperti akun pribadi. Bila orangnya pindah tugas, semua berkas ikut pergi. Pakai akun ` +
      'kantor; bila ini memang akun kantor, pilih Ya di kolom Tetap pakai akun ini.'
    );
  return undefined;
}

/** Who stands before the dialog of a hand-over. */
export type Standing = 'office' | 'heir' | 'former' | 'stranger';

/** Which part that account has in the hand-over; `office` = the account that holds everything now. */
export function standingOf(user: string, office: string, transfer: Transfer | undefined): Standing {
  if (office !== '' && same(user, office)) return 'office';
  if (transfer === undefined) return 'stranger';
  if (same(user, transfer.to)) return 'heir';
  return transfer.step === 'taken' && same(user, transfer.from) ? 'former' : 'stranger';
}

const DAY = 24 * 60 * 60_000;
/** A hand-over that nobody takes up is told after so long. */
const HANGS = 3 * DAY;
/** The old account's clock runs every hour: after so long (ms) without a word it runs no more. */
export const SILENT = 2 * DAY;

/** Whether the old account may still have triggers that have not removed themselves. */
export function mayStillRun({ takenAt, retired }: Transfer, now: Instant): boolean {
  return takenAt !== undefined && retired === undefined && now - takenAt < SILENT;
}

/** What a person has to do about a hand-over, in sentences; none where it goes on as it should. */
export function transferToDos(transfer: Transfer | undefined, now: Instant): readonly string[] {
  if (transfer === undefined) return [];
  const { from, to, at, step, left = 0 } = transfer;
  if (step === 'taken')
    return left === 0
      ? []
      : [
          `${String(left)} berkas masih milik ${from}; bila akun itu dihapus, berkasnya ikut hilang. ` +
            `Dengan akun itu buka Serah terima akun, lalu dengan ${to} terima kepemilikannya.`,
        ];
  const waits = step === 'shared' ? `${to} belum menekan Ambil alih` : 'pembagian berkas belum selesai';
  return now - at < HANGS
    ? []
    : [
        `Serah terima akun ke ${to} belum selesai: ${waits}. Selesaikan lewat menu Serah terima akun; ` +
          'sampai saat itu akun lama tetap bekerja.',
      ];
}
