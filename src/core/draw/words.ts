import type { MarkId, StateId, Version } from '../book';
import { isInterim } from '../compliance';
import { toned, type Tone } from '../looks';
import type { LocalDate, Period } from '../settings';

/** What people read for a state, and how it looks. */
export const STATE_WORDS: Readonly<Record<StateId, { readonly words: string; readonly tone: Tone }>> = {
  quarantined: { words: 'Karantina', tone: 'waiting' },
  senderUnknown: { words: 'Ditahan: pengirim tidak dikenal', tone: 'waiting' },
  toCorrect: { words: 'Perlu Perbaikan', tone: 'wrong' },
  beforeGoLive: { words: 'Ditahan: sebelum mulai berlaku', tone: 'waiting' },
  awaitingUnlock: { words: 'Menunggu Pembukaan Kunci', tone: 'waiting' },
  wrongMonth: { words: 'Ditahan: mungkin salah bulan', tone: 'waiting' },
  duplicate: { words: 'Ganda', tone: 'open' },
  accepted: { words: 'Diterima', tone: 'good' },
  approved: { words: 'Disetujui', tone: 'good' },
  rejected: { words: 'Ditolak', tone: 'open' },
};

export const MARK_WORDS: Readonly<Record<MarkId, string>> = {
  interim: 'sementara',
  awaitingPreviousMonth: 'menunggu bulan sebelumnya',
  awaitingOpening: 'menunggu saldo awal',
  awaitingAdjustment: 'menunggu koreksi saldo',
  byReviewer: 'diisikan oleh kecamatan',
  addressNotVerified: 'alamat belum diverifikasi',
};

/** The marks that hold on that day, as one text; '' for none. *Sementara* ends with its month. */
export function marksText(version: Version, period: Period, today: LocalDate): string {
  return version.marks
    .filter((mark) => mark !== 'interim' || isInterim(version, period, today))
    .map((mark) => MARK_WORDS[mark])
    .join(', ');
}

/** `✓ Diterima (sementara)`. */
export function stateText(version: Version, period: Period | undefined, today: LocalDate): string {
  const { words, tone } = STATE_WORDS[version.state];
  const said = version.replaced === true ? `${words}, sudah diganti perbaikannya` : words;
  const marks = period === undefined ? '' : marksText(version, period, today);
  return toned(tone, marks === '' ? said : `${said} (${marks})`);
}
