import type { Decision, VillageBook } from '../core/book';
import { closedYearOf } from '../core/closedYears';
import { countedVersion } from '../core/counted';
import { formatInstant, formatNumber, formatPeriod } from '../core/dates';
import { findingText } from '../core/draw/findings';
import { titleOf } from '../core/draw/rows';
import { foldVillage } from '../core/fold';
import { answerKey, HEAD, NOTE } from '../core/head';
import { mappingLines, readImport, type ImportLine } from '../core/importTable';
import { readSubmission } from '../core/read';
import type { ReportType } from '../core/report';
import type { VillageCode } from '../core/settings';
import { STATES } from '../core/states';
import { CATALOGUE } from '../reports/index';
import { readDecided } from './decisions';
import { foldEnv, type Desk } from './desk';
import type { CommandResult, DialogField } from './dialog';
import type { Draft, Plain } from './dialogFields';
import { problem, type Order, type Understood, type UnderstandResult } from './orders';
import { ownTabs, sourceOf, type Source } from './importSource';
import { monthsOf, Shelf } from './shelf';
import { sourcesOf } from './sources';

type ImportId = 'checkImport' | 'importMonths' | 'undoImport';

/** Lines of one import: all of them are judged and written in one turn. */
const MOST = 400;
/** Refused lines that are named one by one where there is little room. */
const NAMED = 12;

/** A line as the decision that brings its report in; `number` keeps the lines of one import in order. */
function decisionFor(
  desk: Desk,
  type: ReportType,
  line: ImportLine,
  reason: string,
  number: number,
): Decision {
  const answers = {
    [HEAD.reportType]: type.shortTitle,
    [HEAD.period]: formatPeriod(line.period),
    [HEAD.reporter]: 'Impor',
    ...Object.fromEntries(
      Object.entries({ [NOTE]: reason, ...line.answers }).map(([id, text]) => [answerKey(type.id, id), text]),
    ),
  };
  const id = `I${String(desk.now)}-${String(number).padStart(4, '0')}`;
  const submission = { id, village: line.village.code, at: desk.now, sender: '', answers, unknown: [] };
  const { period, named, reporter, values, normalised, findings, unknown } = readSubmission(
    { ...submission, proof: 'verified' },
    CATALOGUE,
    desk.settings,
    line.village.kind,
  );
  const kept = { type: type.id, period, named, reporter, values, normalised, findings, unknown };
  const about = { village: line.village.code, period: period ?? line.period, reason };
  return { id, at: desk.now, actor: desk.settings.owner, action: 'import', kept, ...about };
}

/** What came of trying: the decisions whose reports count, and why the other lines do not. */
interface Tried {
  readonly good: readonly Decision[];
  readonly refused: readonly string[];
}

function bookOf(shelf: Shelf, village: VillageCode): VillageBook {
  shelf.load(monthsOf(shelf.head(village)).map((period) => ({ period, village })));
  return shelf.book(village);
}

/** Folds the lines into the books as they stand, without keeping anything: the same rules as for any report. */
function tryLines(desk: Desk, type: ReportType, lines: readonly ImportLine[], reason: string): Tried {
  const shelf = new Shelf(desk.master, desk.context.placing, desk.context.places);
  shelf.loadHeads();
  const env = foldEnv(desk, sourcesOf(desk, []).snapshots());
  const sorted = [...lines].sort((a, b) =>
    a.period < b.period ? -1 : a.period > b.period ? 1 : a.row - b.row,
  );
  const made = sorted.map((line, at) => ({ line, decision: decisionFor(desk, type, line, reason, at + 1) }));
  const good: Decision[] = [];
  const refused: (readonly [number, string])[] = [];
  for (const village of [...new Set(lines.map((line) => line.village.code))]) {
    const own = made.filter(({ line }) => line.village.code === village);
    const book = bookOf(shelf, village);
    const early = own.map(({ line }) => earlyProblem(desk, book, type, line));
    const events = own.flatMap(({ decision }, at) =>
      early[at] === undefined ? [{ kind: 'decision' as const, at: decision.at, decision }] : [],
    );
    const after = foldVillage(book, events, env).book;
    own.forEach(({ line, decision }, at) => {
      const why = early[at] ?? whyRefused(desk, after, type, decision);
      if (why === undefined) good.push(decision);
      else
        refused.push([
          line.row,
          `Baris ${String(line.row)} (${line.village.name}, ${formatPeriod(line.period)}): ${why}`,
        ]);
    });
  }
  return {
    good: good.sort((a, b) => (a.id < b.id ? -1 : 1)),
    refused: refused.sort(([a], [b]) => a - b).map(([, text]) => text),
  };
}

/** What refuses a line before it is judged. */
function earlyProblem(desk: Desk, book: VillageBook, type: ReportType, line: ImportLine): string | undefined {
  const { period } = line;
  if (period < desk.registry.base)
    return `hanya bulan sejak ${formatPeriod(desk.registry.base)} yang ada tempatnya.`;
  const year = closedYearOf(desk.context.closed, period);
  if (year !== undefined) return `tahun ${year.year} sudah ditutup buku.`;
  return countedVersion(book.months[period], type.id)
    ? 'bulan ini sudah ada laporannya; laporan itu yang dipakai.'
    : undefined;
}

function whyRefused(desk: Desk, book: VillageBook, type: ReportType, decision: Decision): string | undefined {
  const versions = book.months[decision.period ?? '']?.reports[type.id] ?? [];
  const version = versions.find((one) => one.id === decision.id);
  if (version === undefined) return 'bulannya tidak dapat dipakai.';
  if (STATES[version.state].counts) return undefined;
  const errors = version.findings.filter((finding) => finding.severity === 'error');
  return errors.length === 0
    ? STATES[version.state].office
    : errors.map((finding) => findingText(desk.context, version, finding)).join(' ');
}

/** A table read and tried; a sentence where it cannot be read at all. */
interface Checked extends Tried {
  readonly source: Source;
  readonly mapping: readonly string[];
  readonly title: string;
  readonly reason: string;
}

function check(desk: Desk, text: string): Checked | string {
  const source = sourceOf(text);
  if (typeof source === 'string') return source;
  const types = desk.context.catalogue;
  const { mapping, lines, problems } = readImport(source.cells, types, desk.settings.villages);
  if (mapping === undefined) return problems.join(' ');
  if (lines.length > MOST)
    return `Ada ${formatNumber(lines.length)} baris; sekali impor paling banyak ${formatNumber(MOST)}. Bagi per tahun atau per semester.`;
  const reason = `Impor dari ${source.name}`;
  const tried = tryLines(desk, mapping.type, lines, reason);
  return {
    source,
    reason,
    title: mapping.type.shortTitle,
    mapping: mappingLines(mapping, source.cells[0] ?? []),
    good: tried.good,
    refused: [...problems, ...tried.refused],
  };
}

const DIALOGS: Readonly<Record<ImportId, readonly [introduction: string, action: string]>> = {
  checkImport: [
    'Melihat dahulu, tanpa mengubah apa pun: kolom mana menjadi isian mana, baris mana yang dapat diimpor, dan apa yang menolak baris lainnya.',
    'Periksa',
  ],
  importMonths: [
    'Laporan bulan-bulan lalu dari tabel kantor diperiksa dengan aturan yang sama seperti kiriman formulir. Yang baik dicatat sebagai diterima (dari impor), yang ditolak disebut satu per satu. Desa tidak menerima pesan.',
    'Impor',
  ],
  undoImport: [
    'Semua laporan dari satu impor dibatalkan sekaligus. Riwayatnya tetap, dengan keadaan Ditolak.',
    'Batalkan impor',
  ],
};

/** The dialog of the three commands about past months. */
export function importDialog(desk: Desk, command: ImportId, plain: Plain): Draft {
  const [introduction, action] = DIALOGS[command];
  const draft = { ...plain, introduction, action };
  if (command === 'undoImport') return undoDialog(desk, draft);
  const tabs = ownTabs();
  const help =
    'Nama tab di lembar ini, link lembar Google lain, atau isi CSV yang ditempel. Baris pertama: judul kolom (Desa, Bulan, Lahir L, …).' +
    (tabs.length === 0 ? '' : ` Tab yang ada: ${tabs.join(', ')}.`);
  const field: DialogField = { id: 'reason', label: 'Sumber', kind: 'longText', required: true, help };
  return { ...draft, fields: [tabs[0] === undefined ? field : { ...field, value: tabs[0] }] };
}

function undoDialog(desk: Desk, draft: Draft): Draft {
  const choices = batches(desk).map(({ label }) => ({ value: label, label }));
  if (choices.length === 0)
    return { ...draft, introduction: 'Tidak ada impor yang dapat dibatalkan.', action: '' };
  return { ...draft, fields: [{ id: 'reason', label: 'Impor', kind: 'list', required: true, choices }] };
}

/** Imports that still stand, newest first. */
interface Batch {
  readonly label: string;
  readonly decisions: readonly Decision[];
}

function batches({ master, registry, settings, context }: Desk): readonly Batch[] {
  const { decisions } = readDecided(master, registry.facts.zone);
  const undone = new Set(
    decisions.filter((one) => one.action === 'reject').map((one) => one.responseId ?? ''),
  );
  const found = new Map<string, Decision[]>();
  for (const one of decisions) {
    const isClosed = one.period !== undefined && closedYearOf(context.closed, one.period) !== undefined;
    if (one.action !== 'import' || undone.has(one.id) || isClosed) continue;
    const label = `${one.reason}, ${formatInstant(one.at, settings.zone)}`;
    found.set(label, [...(found.get(label) ?? []), one]);
  }
  return [...found].map(([label, all]) => ({ label, decisions: all })).reverse();
}

/** Reads what is to be imported or taken back; refused where nothing would come of it. */
export function understandImport(desk: Desk, order: Order, command: ImportId): UnderstandResult {
  if (command === 'undoImport') return understandUndo(desk, order);
  if (order.reason.trim() === '') return problem('Mohon isi sumbernya (di Perintah: di kolom Alasan).');
  if (command === 'checkImport') return { ok: { what: order.reason } };
  const checked = check(desk, order.reason);
  if (typeof checked === 'string') return problem(checked);
  if (checked.good.length === 0)
    return problem(`Tidak ada baris yang dapat diimpor. ${someOf(checked.refused)}`);
  return { ok: { many: checked.good, said: importedText(desk, checked) } };
}

const someOf = (refused: readonly string[]): string => {
  const more = refused.length - NAMED;
  return [...refused.slice(0, NAMED), ...(more > 0 ? [`dan ${formatNumber(more)} lagi.`] : [])].join('\n');
};

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
  const many = batch.decisions.map(({ id, village, period }) => ({
    id: '',
    at: desk.now,
    action: 'reject' as const,
    village,
    ...(period === undefined ? {} : { period }),
    responseId: id,
    reason: 'Impor dibatalkan',
  }));
  return { ok: { many, said: `${batch.label}: ${formatNumber(many.length)} laporan dibatalkan.` } };
}

/** *Periksa impor*: what an import would do; nothing changes. */
export function performCheck(desk: Desk, ok: Understood): CommandResult {
  const checked = check(desk, ok.what ?? '');
  if (typeof checked === 'string') return { done: false, text: `${checked} Data tidak berubah.` };
  const { good, refused, title, mapping } = checked;
  return {
    done: true,
    text:
      `${formatNumber(good.length)} baris dapat diimpor sebagai ${title}, ${formatNumber(refused.length)} hal perlu dilihat. ` +
      'Belum ada yang berubah; jalankan Impor bulan lalu bila sudah sesuai.',
    lines: [...refused, ...mapping],
  };
}
