import type { SenderProof, StateId } from '../book';
import { formatDate, formatPeriod } from '../dates';
import { closedSentence } from '../closedYears';
import { lockDate } from '../due';
import type { Finding, ReportType } from '../report';
import { secondOf } from '../reportNumber';
import { endedWords } from '../reforms';
import type { Period, Settings, Village } from '../settings';
import { inKind } from '../villageKind';
import type { Lock } from './locks';

/** Why a response is held, as a finding for people to read: rules `state.*`, they go when the state goes. */
export function stateFinding(state: StateId, message: string, sent = '', expected = ''): Finding {
  return { rule: `state.${state}`, severity: 'information', question: '', sent, expected, message };
}

export function isStateFinding(finding: Finding): boolean {
  return finding.rule.startsWith('state.');
}

export function quarantineFinding(unknown: readonly string[]): Finding {
  return stateFinding(
    'quarantined',
    `Tidak kami kenal: ${unknown.join('; ')}. Kasi memeriksanya dulu; tidak perlu dikirim ulang.`,
  );
}

/** What is said where a PIN, or its absence, is why a report is held. */
const PIN_WORDS: Readonly<Partial<Record<SenderProof, string>>> = {
  wrongPin:
    'PIN desa/kelurahan yang ditulis tidak cocok. Mohon kirim ulang dengan PIN yang benar; bila lupa, tanyakan kepada Kasi.',
  unseenPin:
    'PIN desa/kelurahan sudah lima kali keliru dalam satu jam, jadi PIN laporan ini tidak diperiksa. Tidak perlu dikirim ulang; Kasi memastikannya dulu.',
  noPin: 'PIN desa/kelurahan tidak terisi. Kasi memastikan pengirimnya dulu; tidak perlu dikirim ulang.',
};

export function senderFinding(sender: string, proof: SenderProof, kind: Village['kind']): Finding {
  const said = PIN_WORDS[proof];
  const message =
    said !== undefined
      ? inKind(said, kind)
      : sender === ''
        ? 'Alamat pengirim tidak tercatat pada laporan ini. Kasi memeriksanya dulu.'
        : `Alamat ${sender} belum terdaftar sebagai operator di sini. Kasi memeriksanya dulu.`;
  return stateFinding('senderUnknown', message, sender);
}

/** What is said of a time before go-live: of a month that is not owed, of a happening with its own date. */
function earlyWords(type: Pick<ReportType, 'frequency'>, month: string, goLive: string): string {
  return type.frequency === 'monthly'
    ? `Laporan wajib mulai ${goLive}; laporan ${month} disimpan dulu.`
    : `Tanggalnya dalam ${month}, sebelum pencatatan mulai berlaku (${goLive}). Laporan disimpan dan belum dihitung; Kasi menentukan apakah dipakai. Tidak perlu dikirim ulang.`;
}

export function beforeGoLiveFinding(
  settings: Settings,
  period: Period,
  village: Village,
  type: Pick<ReportType, 'frequency'>,
): Finding {
  const isAfter = village.until !== undefined && period > village.until;
  const [month, goLive] = [formatPeriod(period), formatPeriod(settings.goLive)];
  const message = isAfter
    ? `${endedWords(settings, village)} Laporan ${month} disimpan dulu.`
    : period < settings.goLive
      ? earlyWords(type, month, goLive)
      : `Laporan ${month} tidak diminta dari sini; laporan disimpan dulu.`;
  return stateFinding('beforeGoLive', message, month, goLive);
}

export function lockFinding(settings: Settings, period: Period, lock: Lock): Finding {
  const month = formatPeriod(period);
  const messages: Readonly<Record<Lock, string>> = {
    expired: `${month} ditutup ${formatDate(lockDate(settings, period))}. Laporan menunggu Kasi membuka kuncinya.`,
    approved: `Laporan ${month} sudah disetujui. Perubahan menunggu Kasi membuka kuncinya.`,
    closed: `${closedSentence(period.slice(0, 4))} Laporan ${month} disimpan, tetapi tidak dihitung. Bila angkanya perlu, mohon hubungi Kasi.`,
  };
  return stateFinding('awaitingUnlock', messages[lock], month);
}

export function wrongMonthFinding(named: Period, meant: Period): Finding {
  const message =
    `Mungkin maksudnya ${formatPeriod(meant)}, yang belum ada laporannya. Bila ya, mohon kirim ulang dengan bulan ` +
    `${formatPeriod(meant)}. Bila memang ${formatPeriod(named)}, mohon beri tahu Kasi.`;
  return stateFinding('wrongMonth', message, formatPeriod(named), formatPeriod(meant));
}

/** `own` = its own number; reports of one second were sent by one click or two. */
export function duplicateFinding(number: string, own: string): Finding {
  const message =
    secondOf(number) === secondOf(own)
      ? 'Laporan yang sama terkirim dua kali; yang pertama dihitung.'
      : `Sama dengan laporan nomor ${number} yang dikirim sebelumnya.`;
  return stateFinding('duplicate', message, '', number);
}
