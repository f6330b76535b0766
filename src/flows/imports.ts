import type { Decision } from '../core/book';
import { closedYearOf } from '../core/closedYears';
import { formatInstant, formatNumber } from '../core/dates';
import { titleOf } from '../core/draw/rows';
import { isIdentity } from '../core/identity';
import { askedOf, type Asked } from '../core/importChoices';
import { readImport, withoutTwins, type ImportRead } from '../core/importTable';
import { mappingLines, type Refusal } from '../core/importTold';
import type { Desk } from './desk';
import type { CommandResult } from './dialog';
import { someOf, writeRefused } from './importRefused';
import { linkedFile, sourceOf, type Source } from './importSource';
import { tryLines, type Tried } from './importTry';
import { isOffice } from './keeper';
import { settledDecisions } from './settled';
import { problem, type Order, type Understood, type UnderstandResult } from './orders';

export type ImportId = 'checkImport' | 'importMonths' | 'undoImport';

/** Lines of one import: all of them are judged and written in one turn. */
const MOST = 400;

/** Pasted text may come to stand in `Perintah`, where nobody's number may be. */
const PASTED_NUMBERS =
  'Teks yang ditempel memuat NIK atau nomor KK; nomor orang tidak boleh tersimpan di lembar ini. Hapus kolomnya (juga dari kolom Alasan, bila ditulis di Perintah), lalu tempel lagi.';

/** A source read and tried. */
export interface Checked extends Tried {
  readonly source: Source;
  readonly asked: Asked;
  readonly read: ImportRead;
  /** Short title of the report; '' = not known. */
  readonly title: string;
  readonly reason: string;
}

/** Reads a source with what was chosen about it and tries its lines; a sentence where there is nothing to read. */
export function checkImport(desk: Desk, text: string): Checked | string {
  const asked = askedOf(text);
  if (asked.source === '') return 'Mohon isi sumbernya (di Perintah: di kolom Alasan).';
  if (asked.problems.length > 0) return asked.problems.join(' ');
  const source = sourceOf(asked);
  if (typeof source === 'string') return source;
  if (source.isPasted && source.sheets.some(({ cells }) => cells.some((row) => row.some(isIdentity))))
    return PASTED_NUMBERS;
  const { catalogue } = desk.context;
  const { villages } = desk.settings;
  const filled = source.sheets.filter(
    ({ tab, cells }) => tab === '' || cells.some((row) => row.some((cell) => cell.trim() !== '')),
  );
  if (filled.length === 0) return 'Lembar itu kosong.';
  const read = readImport(filled, asked, catalogue, villages);
  const type = read.layout?.type;
  const { lines, problems } = withoutTwins(read.lines);
  if (lines.length > MOST)
    return `Ada ${formatNumber(lines.length)} laporan; sekali impor paling banyak ${formatNumber(MOST)}. Bagi per tahun atau per semester (bulan bersebelahan: tulis Judul Januari = dilewati untuk bulan yang menyusul).`;
  const reason = `Impor dari ${source.name}`;
  const tried = type ? tryLines(desk, type, lines, reason) : { good: [], refused: [] };
  return {
    source,
    asked,
    read,
    reason,
    title: type?.shortTitle ?? '',
    good: tried.good,
    refused: inOrder(source, [...read.problems, ...problems, ...tried.refused]),
  };
}

/** By tab and row, what is about a whole table first. */
function inOrder({ sheets }: Source, refused: readonly Refusal[]): readonly Refusal[] {
  const tabs = sheets.map(({ tab }) => tab);
  return [...refused].sort((a, b) => tabs.indexOf(a.tab) - tabs.indexOf(b.tab) || a.row - b.row);
}

/** Imports that still stand, newest first. */
export interface Batch {
  readonly label: string;
  readonly decisions: readonly Decision[];
}

export function batches(desk: Desk): readonly Batch[] {
  const { settings, context } = desk;
  const decisions = settledDecisions(desk);
  const undone = new Set(
    decisions.filter((one) => one.action === 'reject').map((one) => one.responseId ?? ''),
  );
  const found = new Map<string, Decision[]>();
  for (const one of decisions) {
    const isClosed = one.period !== undefined && closedYearOf(context.closed, one.period) !== undefined;
    const isImport = one.action === 'import' || one.action === 'adopt';
    if (!isImport || undone.has(one.responseId ?? one.id) || isClosed) continue;
    // Members come in village by village: the decisions of one import begin alike.
    const batch = one.id.split('-')[0] ?? '';
    found.set(batch, [...(found.get(batch) ?? []), one]);
  }
  return [...found.values()]
    .flatMap((all): readonly Batch[] => {
      const [first] = all;
      if (first === undefined) return [];
      return [{ label: `${first.reason}, ${formatInstant(first.at, settings.zone)}`, decisions: all }];
    })
    .reverse();
}

/** Reads what is to be imported or taken back; what nothing would come of is refused when it is carried out. */
export function understandImport(desk: Desk, order: Order, command: ImportId): UnderstandResult {
  if (command === 'undoImport') return understandUndo(desk, order);
  const checked = checkImport(desk, order.reason);
  // What this account may not open the office's may: its run will tell.
  if (typeof checked === 'string')
    return isOffice() || linkedFile(order.reason) === undefined
      ? problem(checked)
      : { ok: { what: order.reason } };
  if (command === 'checkImport' || checked.good.length === 0) return { ok: { what: order.reason } };
  const { good, refused, reason, asked } = checked;
  return {
    ok: {
      many: good,
      said: importedText(desk, checked),
      noted: { what: 'Impor', to: asked.written.join('; '), reason },
      beside: () => {
        writeRefused(desk, reason, refused);
      },
    },
  };
}

function importedText({ context }: Desk, { good, refused, title, source }: Checked): string {
  const villages = [...new Set(good.map((one) => one.village))];
  const [only] = villages;
  const where =
    villages.length === 1 && only !== undefined
      ? titleOf(context, only)
      : `${formatNumber(villages.length)} desa/kelurahan`;
  const done = `${formatNumber(good.length)} laporan ${title} dari ${source.name} diimpor untuk ${where}.`;
  return refused.length === 0 ? done : `${done} Tidak diimpor:\n${someOf(refused)}`;
}

function understandUndo(desk: Desk, order: Order): UnderstandResult {
  const all = batches(desk);
  const wanted = order.reason.trim().toLowerCase();
  const batch = wanted === '' ? all[0] : all.find(({ label }) => label.toLowerCase().includes(wanted));
  if (batch === undefined) return problem('Tidak ada impor seperti itu yang dapat dibatalkan.');
  const many = batch.decisions.map(({ id, village, period, responseId = id }) => ({
    id: '',
    at: desk.now,
    action: 'reject' as const,
    village,
    ...(period === undefined ? {} : { period }),
    responseId,
    reason: 'Impor dibatalkan',
  }));
  return { ok: { many, said: `${batch.label}: ${formatNumber(many.length)} laporan dibatalkan.` } };
}

/** What would come of an import, in one sentence. */
export function wouldBe({ good, refused, title }: Checked): string {
  if (title === '') return 'Belum ada yang dapat diimpor.';
  return `${formatNumber(good.length)} baris dapat diimpor sebagai ${title}, ${formatNumber(refused.length)} hal perlu dilihat.`;
}

/**
 * *Periksa impor*, and an import of which nothing can come in: nothing is imported, all that is refused stands in a
 * tab of its own.
 */
export function performCheck(desk: Desk, command: ImportId, ok: Understood): CommandResult {
  const checked = checkImport(desk, ok.what ?? '');
  if (typeof checked === 'string') return { done: false, text: `${checked} Data tidak berubah.` };
  const { refused, read, reason } = checked;
  writeRefused(desk, reason, refused);
  if (command === 'importMonths')
    return {
      done: false,
      text: `Tidak ada baris yang dapat diimpor. Data tidak berubah.\n${someOf(refused)}`,
    };
  return {
    done: true,
    text: `${wouldBe(checked)} Belum ada yang berubah; jalankan Impor bulan lalu bila sudah sesuai.`,
    lines: [someOf(refused), ...read.left, ...(read.layout ? mappingLines(read.layout) : [])].filter(
      (line) => line !== '',
    ),
  };
}
