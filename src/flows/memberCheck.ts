import { formatNumber } from '../core/dates';
import { askedOf, type Asked } from '../core/importChoices';
import type { Refusal } from '../core/importTold';
import { readMembers, type MembersRead } from '../core/memberTable';
import { MEMBERS } from '../core/members';
import type { ReportType } from '../core/report';
import type { Desk } from './desk';
import { linkedFile, sourceOf, type Source } from './importSource';
import { tryMembers, type TriedMembers } from './memberTry';

/** Lines of one import: all of them are judged in one turn. */
const MOST = 400;

/** A source of members, read. */
export interface MembersSource {
  readonly asked: Asked;
  readonly source: Source;
  readonly type: ReportType;
  readonly read: MembersRead;
  readonly reason: string;
}

/** The same, each line tried. */
export interface CheckedMembers extends MembersSource, Omit<TriedMembers, 'refused'> {
  readonly refused: readonly Refusal[];
}

export const NO_MEMBERS =
  'Laporan Anggota Linmas tidak dipakai di sini. Nyalakan di tab Pengaturan, baris Laporan yang dipakai, lalu jalankan Pasang supaya formulir data pribadi dibuat; sesudah itu daftar anggota dapat diimpor.';

const ONLY_LINK =
  'Daftar anggota memuat NIK, dan NIK tidak boleh berada di lembar ini atau di tab Perintah. Simpan daftarnya sebagai lembar Google tersendiri yang hanya dibuka akun kantor, lalu isi link-nya di sini.';

const EMPTY = 'Mohon isi link lembar daftar anggotanya (di Perintah: di kolom Alasan).';

/** Reads a list of members with what was chosen about it; a sentence where there is nothing to read. */
export function readMembersSource(desk: Desk, text: string): MembersSource | string {
  const type = desk.context.catalogue.find((one) => one.id === MEMBERS);
  if (type === undefined) return NO_MEMBERS;
  const asked = askedOf(text);
  if (asked.source === '') return EMPTY;
  const id = linkedFile(asked.source);
  if (id === undefined || id === desk.master.id || asked.source.includes('\n')) return ONLY_LINK;
  if (asked.problems.length > 0) return asked.problems.join(' ');
  const source = sourceOf(asked);
  if (typeof source === 'string') return source;
  const filled = source.sheets.filter(({ cells }) =>
    cells.some((row) => row.some((cell) => cell.trim() !== '')),
  );
  if (filled.length === 0) return 'Lembar itu kosong.';
  const read = readMembers(filled, asked, type, desk.settings);
  if (read.lines.length > MOST)
    return `Ada ${formatNumber(read.lines.length)} anggota; sekali impor paling banyak ${formatNumber(MOST)}. Bagi per desa, satu tab satu kali impor.`;
  return { asked, source, type, read, reason: `Impor anggota dari ${source.name}` };
}

/** Reads a list of members and tries its lines; nothing changes. */
export function checkMembers(desk: Desk, text: string): CheckedMembers | string {
  const found = readMembersSource(desk, text);
  if (typeof found === 'string') return found;
  const { good, refused, warnings } = tryMembers(desk, found.type, found.read.lines);
  const tabs = found.source.sheets.map(({ tab }) => tab);
  const all = [...found.read.problems, ...refused].sort(
    (a, b) => tabs.indexOf(a.tab) - tabs.indexOf(b.tab) || a.row - b.row,
  );
  return { ...found, good, refused: all, warnings };
}

/** What would come of an import, in one sentence. */
export const membersWouldBe = ({ good, refused }: CheckedMembers): string =>
  `${formatNumber(good.length)} anggota dapat diimpor, ${formatNumber(refused.length)} hal perlu dilihat.`;
