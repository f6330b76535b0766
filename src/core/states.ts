import type { Decision, MarkId, StateId, Version } from './book';
import type { Tone } from './looks';

/** What people read of a state, and what it does. */
export interface StateWords {
  /** In tabs, for the office. */
  readonly label: string;
  /** What the operator reads: one sentence, what it means and what she has to do. */
  readonly operator: string;
  /** What the Kasi reads: what can be done. */
  readonly office: string;
  readonly tone: Tone;
  /** Its figures stand in the totals. */
  readonly counts: boolean;
  /** Waits for a person of the office: *Lepas* or *Tolak*. */
  readonly held: boolean;
}

/** The states in the order in which the first that applies is taken; then those that a person gives. */
export const STATES: Readonly<Record<StateId, StateWords>> = {
  quarantined: {
    label: 'Karantina',
    operator: 'Laporan tersimpan, tetapi formulirnya perlu kami periksa dulu. Tidak perlu dikirim ulang.',
    office: 'Formulir atau pertanyaannya tidak dikenal. Periksa formulirnya, lalu lepas atau tolak.',
    tone: 'waiting',
    counts: false,
    held: true,
  },
  senderUnknown: {
    label: 'Ditahan: pengirim tidak dikenal',
    operator: 'Laporan tersimpan. Pengirimnya belum kami kenal; kami periksa dulu.',
    office:
      'Pengirim tidak ada di tab Operator untuk desa itu, atau PIN-nya tidak cocok. Lepas bila memang petugasnya, atau tolak.',
    tone: 'waiting',
    counts: false,
    held: true,
  },
  toCorrect: {
    label: 'Perlu Perbaikan',
    operator: 'Ada yang perlu diperbaiki. Laporan ini belum dihitung; mohon kirim ulang.',
    office: 'Desa sudah diberi tahu apa yang perlu diperbaiki.',
    tone: 'wrong',
    counts: false,
    held: false,
  },
  beforeGoLive: {
    label: 'Ditahan: sebelum mulai berlaku',
    operator:
      'Laporan tersimpan, tetapi belum dihitung: waktunya di luar bulan-bulan yang dilaporkan dari sini.',
    office: 'Bulannya sebelum mulai berlaku atau desanya belum/tidak lagi ada. Lepas bila tetap dipakai.',
    tone: 'waiting',
    counts: false,
    held: true,
  },
  awaitingUnlock: {
    label: 'Menunggu Pembukaan Kunci',
    operator: 'Laporan tersimpan. Bulan ini sudah ditutup atau disetujui; laporan menunggu dibuka oleh Kasi.',
    office: 'Bulan sudah terkunci atau disetujui. Buka kunci bulan itu, lepas, atau tolak.',
    tone: 'waiting',
    counts: false,
    held: true,
  },
  wrongMonth: {
    label: 'Ditahan: mungkin salah bulan',
    operator: 'Laporan tersimpan. Bulannya mungkin keliru; mohon kirim ulang dengan bulan yang benar.',
    office:
      'Bulan itu sudah ada laporannya, sedangkan bulan berjalan belum. Lepas bila bulannya benar, atau tolak.',
    tone: 'waiting',
    counts: false,
    held: true,
  },
  duplicate: {
    label: 'Ganda',
    operator: 'Laporan yang sama sudah kami terima, jadi yang ini tidak dihitung lagi.',
    office:
      'Sama dengan laporan yang dikirim kurang dari 10 menit sebelumnya. Lepas bila memang dua laporan yang berbeda; Tolak bila terkirim dua kali.',
    tone: 'open',
    counts: false,
    held: true,
  },
  accepted: {
    label: 'Diterima',
    operator: 'Laporan sudah kami terima dan dihitung. Terima kasih.',
    office: 'Dihitung. Dapat disetujui, dikembalikan, atau ditolak.',
    tone: 'good',
    counts: true,
    held: false,
  },
  approved: {
    label: 'Disetujui',
    operator: 'Laporan sudah disetujui. Terima kasih.',
    office: 'Dihitung dan bulannya terkunci untuk laporan ini.',
    tone: 'good',
    counts: true,
    held: false,
  },
  rejected: {
    label: 'Ditolak',
    operator: 'Laporan ini tidak dipakai. Alasannya tertulis di sebelahnya.',
    office: 'Tidak dihitung. Batalkan bila keliru.',
    tone: 'wrong',
    counts: false,
    held: false,
  },
};

/** In the order in which the first that applies is taken. */
export const STATE_ORDER: readonly StateId[] = [
  'quarantined',
  'senderUnknown',
  'toCorrect',
  'beforeGoLive',
  'awaitingUnlock',
  'wrongMonth',
  'duplicate',
  'accepted',
];

/** Words of the marks beside *Diterima*. */
export const MARKS: Readonly<Record<MarkId, { readonly label: string; readonly operator: string }>> = {
  interim: {
    label: 'sementara',
    operator: 'Bulan ini belum berakhir. Bila ada perubahan sampai akhir bulan, mohon kirim ulang.',
  },
  awaitingPreviousMonth: {
    label: 'menunggu bulan sebelumnya',
    operator: 'Jumlah awal bulan baru diketahui setelah laporan bulan sebelumnya kami terima.',
  },
  awaitingOpening: {
    label: 'menunggu saldo awal',
    operator: 'Jumlah penduduk awal masih kami siapkan. Laporan sudah tercatat.',
  },
  awaitingAdjustment: {
    label: 'menunggu koreksi saldo',
    operator: 'Selisih dengan alasannya sedang diperiksa Kasi. Laporan sudah tercatat.',
  },
  byReviewer: {
    label: 'diisikan oleh kecamatan',
    operator: 'Laporan ini diisikan oleh kecamatan.',
  },
  imported: {
    label: 'dari impor',
    operator: 'Dimasukkan kecamatan dari catatan lama.',
  },
  corrected: {
    label: 'dikoreksi kecamatan',
    operator: 'Angka laporan ini dikoreksi kecamatan; alasannya tertulis di Catatan.',
  },
  noted: {
    label: 'dicatat kecamatan',
    operator: 'Pertanyaan ini dicatat kecamatan dari WA, telepon, atau pertemuan.',
  },
  addressNotVerified: {
    label: 'alamat belum diverifikasi',
    operator: 'Alamat pengirim diketik, belum diverifikasi oleh Google.',
  },
};

/** Decisions about one response. */
export type ResponseAction = 'approve' | 'return' | 'reject' | 'release' | 'cancel';

/** What a person of the office can do with a response. */
export interface Transition {
  readonly action: ResponseAction;
  /** The entry of the column *Tindakan*. */
  readonly word: string;
  readonly from: readonly StateId[];
  /** Undefined: judged again from the top (release), or the state before (cancel). */
  readonly to: StateId | undefined;
  readonly reasonRequired: boolean;
  /** Who may: whoever may edit the protected column, the owner and the reviewers of `Pengaturan`. */
  readonly who: 'owner and reviewers';
  readonly explanation: string;
}

const HELD: readonly StateId[] = [
  'quarantined',
  'senderUnknown',
  'beforeGoLive',
  'awaitingUnlock',
  'wrongMonth',
  'duplicate',
];

const who = 'owner and reviewers';

/** All that people can decide about a response; the lists in tabs and the manual's table come from here. */
export const TRANSITIONS: readonly Transition[] = [
  {
    action: 'approve',
    word: 'Setujui',
    from: ['accepted'],
    to: 'approved',
    reasonRequired: false,
    who,
    explanation: 'Laporan disetujui dan bulannya terkunci. Selisih yang diberi alasan menjadi koreksi saldo.',
  },
  {
    action: 'return',
    word: 'Kembalikan',
    from: ['accepted', 'approved'],
    to: 'toCorrect',
    reasonRequired: true,
    who,
    explanation: 'Desa diminta memperbaiki; laporan tidak dihitung sampai kirim ulang.',
  },
  {
    action: 'reject',
    word: 'Tolak',
    from: [...HELD, 'accepted', 'approved'],
    to: 'rejected',
    reasonRequired: true,
    who,
    explanation: 'Laporan tidak dipakai.',
  },
  {
    action: 'release',
    word: 'Lepas',
    from: HELD,
    to: undefined,
    reasonRequired: false,
    who,
    explanation: 'Yang menahan dilewati; laporan diperiksa lagi dari awal dengan aturan lainnya.',
  },
  {
    action: 'cancel',
    word: 'Batalkan',
    from: ['approved', 'toCorrect', 'rejected', 'accepted', ...HELD],
    to: undefined,
    reasonRequired: false,
    who,
    explanation: 'Tindakan terakhir atas laporan ini dibatalkan.',
  },
];

/** The transition of an action; undefined for actions that are not about one response. */
export function transitionOf(action: Decision['action']): Transition | undefined {
  return TRANSITIONS.find((transition) => transition.action === action);
}

/** Whether a decision is about one response. */
export function isResponseAction(action: Decision['action']): action is ResponseAction {
  return transitionOf(action) !== undefined;
}

/** Whether the action means anything for the version as it stands. */
export function mayDecide(version: Version, action: ResponseAction): boolean {
  const transition = transitionOf(action);
  if (!transition?.from.includes(version.state)) return false;
  if (action === 'cancel') return (version.before ?? []).length > 0;
  return action !== 'approve' || version.findings.every((finding) => finding.severity !== 'error');
}

/** Why an action is refused, as a sentence for the row of the queue; undefined where it may be done. */
export function decisionProblem(
  version: Version,
  action: ResponseAction,
  reason: string,
): string | undefined {
  const transition = transitionOf(action);
  const { label } = STATES[version.state];
  if (!transition) return 'Tindakan ini tidak dikenal.';
  if (action === 'cancel' && (version.before ?? []).length === 0)
    return 'Belum ada tindakan yang dapat dibatalkan.';
  if (!mayDecide(version, action))
    return `Laporan berstatus ${label} tidak dapat ${PASSIVE[action]}. Data tidak berubah.`;
  if (transition.reasonRequired && reason.trim() === '')
    return 'Mohon isi kolom Alasan, karena alasannya disampaikan kepada desa.';
  return undefined;
}

const PASSIVE: Readonly<Record<ResponseAction, string>> = {
  approve: 'disetujui',
  return: 'dikembalikan',
  reject: 'ditolak',
  release: 'dilepas',
  cancel: 'dibatalkan',
};

/** The state with its marks: `Diterima (sementara, menunggu saldo awal)`. `marks` = those that apply today. */
export function stateText(state: StateId, marks: readonly MarkId[]): string {
  const told = marks.map((mark) => MARKS[mark].label).join(', ');
  return told === '' ? STATES[state].label : `${STATES[state].label} (${told})`;
}
