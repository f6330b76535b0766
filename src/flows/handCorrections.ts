import type { Decision, Version, VillageMonth } from '../core/book';
import { countedVersion } from '../core/counted';
import { formatNumber, formatPeriod } from '../core/dates';
import { questionAt } from '../core/draw/data';
import { findingText } from '../core/draw/findings';
import { nameOf } from '../core/draw/rows';
import { answerText } from '../core/draw/values';
import { collectedPeriod } from '../core/due';
import { foldVillage } from '../core/fold';
import { readingOf } from '../core/fold/kept';
import { NOTE } from '../core/head';
import { KINDS } from '../core/kinds';
import { blockOf, rowOf } from '../core/place';
import type { Finding, Question, ReportType, Value } from '../core/report';
import { STATES } from '../core/states';
import { foldEnv, type Desk } from './desk';
import type { Draft, Plain } from './dialogFields';
import { changesIn, dataRows, type HandChange } from './handChanges';
import { problem, type Order, type UnderstandResult } from './orders';
import { recall } from './memory';
import { movedTypes } from './rowOrder';
import { Run } from './run';
import { monthsOf, type Shelf } from './shelf';
import { sourcesOf } from './sources';

/** An answer that somebody changed in a row of `Data …`, as the report would have it. */
interface Changed {
  readonly question: Question;
  readonly value: Value;
  readonly found: string;
}

/** A report whose row was changed by hand. */
interface Corrected {
  readonly month: VillageMonth;
  readonly type: ReportType;
  readonly version: Version;
  readonly changed: readonly Changed[];
}

/** What can become a correction, and what cannot, each with its reason. */
interface Found {
  readonly reports: readonly Corrected[];
  readonly refused: readonly string[];
}

const placeOf = ({ tab, cell }: HandChange): string => `${tab} ${cell}`;

/** Reads a cell as an answer of that question; a sentence where it is none, or would not read the same afterwards. */
function asAnswer(desk: Desk, version: Version, question: Question, change: HandChange): Changed | string {
  const text = String(change.value).trim();
  if (text === '') return 'Sel itu kosong; tulis angkanya (0 bila tidak ada).';
  const reading = KINDS[question.kind].read(text, question, { sentOn: desk.context.today });
  const wrong = reading.findings.find((one) => one.severity === 'error');
  if (wrong !== undefined) return wrong.message;
  const after: Version = { ...version, values: { ...version.values, [question.id]: reading.value } };
  const isSame = [KINDS[question.kind].show(reading.value), answerText(after, question)].includes(
    change.found,
  );
  return isSame
    ? { question, value: reading.value, found: change.found }
    : `“${question.label}” tidak dapat diubah dari selnya. Minta desa mengirim ulang.`;
}

/** Changes in the rows of `Data …` of the collected month, report by report. */
function find(run: Run): Found {
  const { desk, shelf } = run;
  const { catalogue, placing, places } = desk.context;
  const period = collectedPeriod(desk.settings, desk.context.today);
  const changes = dataRows(run, period).flatMap((one) => changesIn(desk, one));
  const reports: Corrected[] = [];
  const refused: string[] = [];
  for (const type of catalogue)
    for (const month of shelf.slice(period)) {
      const row = rowOf(placing, blockOf(placing, period), places.indexOf(month.village));
      const own = changes.filter((one) => one.tab === type.dataTab && one.row === row);
      const version = countedVersion(month, type.id);
      const changed: Changed[] = [];
      for (const change of own) {
        const question = questionAt(type, change.column);
        const read =
          version === undefined
            ? 'Belum ada laporan yang dapat dikoreksi.'
            : question === undefined
              ? 'Bukan jawaban laporan.'
              : asAnswer(desk, version, question, change);
        if (typeof read === 'string') refused.push(`${placeOf(change)}: ${read}`);
        else changed.push(read);
      }
      if (version !== undefined && changed.length > 0) reports.push({ month, type, version, changed });
    }
  return { reports, refused };
}

/** `Data Kependudukan, Balang: Kelahiran laki-laki 3 → 4` */
function lines(desk: Desk, { month, type, version, changed }: Corrected): readonly string[] {
  return changed.map(
    ({ question, found }) =>
      `${type.shortTitle} ${nameOf(desk.context, month.village)}: ${question.label} ` +
      `${answerText(version, question) || '–'} → ${found}`,
  );
}

/** The decision that makes a corrected report of it: all that was answered, but for what was changed. */
function decisionFor(desk: Desk, one: Corrected, reason: string, number: number): Omit<Decision, 'actor'> {
  const { month, type, version, changed } = one;
  const kept = readingOf(version, month.period);
  const ids = new Set(changed.map(({ question }) => question.id));
  const values: Record<string, Value> = { ...kept.values };
  for (const { question, value } of changed) values[question.id] = value;
  const note = `Koreksi kecamatan: ${reason}`;
  if (type.questions.some(({ id }) => id === NOTE))
    values[NOTE] = [kept.values[NOTE], note]
      .filter((text) => text !== undefined && text !== null && text !== '')
      .join('; ');
  const findings = kept.findings.filter((finding: Finding) => !ids.has(finding.question));
  return {
    id: `J${String(desk.now)}-${String(number).padStart(3, '0')}`,
    at: desk.now,
    action: 'correct',
    village: month.village,
    period: month.period,
    reason,
    kept: { ...kept, values, findings },
  };
}

/** Why the corrected report would not count; undefined where it would. The same rules as for any report. */
function refusal(desk: Desk, shelf: Shelf, type: ReportType, decision: Decision): string | undefined {
  const { village } = decision;
  shelf.loadHeads();
  shelf.load(monthsOf(shelf.head(village)).map((period) => ({ period, village })));
  const env = foldEnv(desk, sourcesOf(desk, []).snapshots());
  const { book } = foldVillage(shelf.book(village), [{ kind: 'decision', at: decision.at, decision }], env);
  const all = book.months[decision.period ?? '']?.reports[type.id] ?? [];
  const version = all.find((one) => one.id === decision.id);
  if (version !== undefined && STATES[version.state].counts) return undefined;
  if (version?.state === 'awaitingUnlock')
    return 'bulan ini terkunci atau laporannya sudah disetujui; jalankan Buka kunci atau Batalkan keputusan dahulu.';
  const errors = version?.findings.filter((finding) => finding.severity === 'error') ?? [];
  return version === undefined || errors.length === 0
    ? 'laporannya tidak dapat dihitung.'
    : errors.map((finding) => findingText(desk.context, version, finding)).join(' ');
}

const NOTHING =
  'Tidak ada jawaban yang diubah dengan tangan di tab Data … bulan yang sedang dikumpulkan. ' +
  'Angka di tab rekap dihitung dari sana; ubah di tab Data …, atau pakai Koreksi saldo.';

const DISORDERED =
  'Baris di tab Data … tidak lagi di tempatnya (diurutkan, disisipi, atau dihapus). Jalankan Periksa kesehatan: barisnya dikembalikan beserta yang Bapak/Ibu tulis. Lalu ulangi.';

/** The dialog of *Jadikan koreksi*: what was changed by hand, old and new. */
export function correctDialog(desk: Desk, plain: Plain): Draft {
  if (movedTypes(desk).length > 0) return { ...plain, introduction: DISORDERED, action: '' };
  const { reports, refused } = find(new Run(desk, recall(), 'formulir'));
  const shown = [...reports.flatMap((one) => lines(desk, one)), ...refused];
  if (reports.length === 0) return { ...plain, introduction: NOTHING, lines: refused, action: '' };
  return {
    ...plain,
    introduction:
      'Yang tertulis di tab Data … menjadi laporan koreksi, diperiksa dengan aturan yang sama; laporan semula tetap di Riwayat dan desa diberi tahu. Bila keliru, tolak nomor koreksinya di Antrean Tinjau: laporan semula berlaku lagi.',
    lines: shown,
    fields: [{ id: 'reason', label: 'Alasan', kind: 'longText', required: true }],
    action: 'Jadikan koreksi',
  };
}

/** Reads what was changed and makes corrected reports of it; all or nothing where a rule refuses one. */
export function understandCorrect(desk: Desk, order: Order): UnderstandResult {
  const reason = order.reason.trim();
  if (reason === '') return problem('Mohon isi alasannya; alasan itu disampaikan kepada desa.');
  const run = new Run(desk, recall(), 'formulir');
  if (movedTypes(desk).length > 0) return problem(DISORDERED);
  const { reports, refused } = find(run);
  if (reports.length === 0) return problem([NOTHING, ...refused].join('\n'));
  const many = reports.map((one, at) => decisionFor(desk, one, reason, at + 1));
  const against = reports.flatMap((one, at) => {
    const decision = many[at];
    const why = decision && refusal(desk, run.shelf, one.type, { ...decision, actor: desk.settings.owner });
    return why === undefined
      ? []
      : [`${one.type.shortTitle} ${nameOf(desk.context, one.month.village)}: ${why}`];
  });
  if (against.length > 0) return problem(`Belum dapat dijadikan koreksi.\n${against.join('\n')}`);
  const [first] = reports;
  const done = `${formatNumber(reports.length)} laporan ${formatPeriod(first?.month.period ?? '')} dikoreksi.`;
  const rest = refused.length === 0 ? [] : ['Tidak ikut:', ...refused];
  return {
    ok: { many, said: [done, ...reports.flatMap((one) => lines(desk, one)), ...rest].join('\n') },
  };
}
