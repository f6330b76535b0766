import type { ToDo } from '../core/draw/home';
import { titleOf } from '../core/draw/rows';
import { someNames } from '../core/draw/toDos';
import { TAB } from '../core/tabs/names';
import { foreignTabs } from '../google/inspect';
import { countKeyed } from '../google/keyed';
import { tabsOfMaster, type Desk } from './desk';
import type { Run } from './run';
import { logCells } from './words';

/** Tabs in which a person may not delete rows, and what brings them back. */
function lostRows(run: Run): readonly string[] {
  const { master } = run.desk;
  return tabsOfMaster().flatMap(({ name, layout }) => {
    const known = run.countOf(name);
    if (layout !== 'keyed' || known === undefined || !master.has(name)) return [];
    const standing = countKeyed(master, name);
    if (standing.rows >= known.rows) return [];
    run.recount(name, standing);
    return [
      `${String(known.rows - standing.rows)} baris terhapus dari tab ${name}. Jalankan Bangun ulang untuk mengembalikannya.`,
    ];
  });
}

/** Rows of answers in each tab of `Respons`, by the tab's number. */
export type AnswerRows = Readonly<Record<number, number>>;

/** Answers whose rows are gone from `Respons`: the forms keep them, so nothing is lost, but somebody deleted. */
function lostAnswers(run: Run, rows: AnswerRows): readonly string[] {
  const { registry, context } = run.desk;
  run.shelf.loadHeads();
  return registry.villages.flatMap((row) => {
    const { rowless = 0 } = run.shelf.head(row.code);
    const closed = registry.facts.closed ?? [];
    const archived = closed[closed.length - 1]?.answers[row.code] ?? 0;
    const known = (run.countIn(row.code, TAB.ownReports)?.rows ?? 0) - rowless - archived;
    const standing = rows[row.responsesTab];
    if (standing === undefined || standing >= known) return [];
    const name = titleOf(context, row.code);
    return [
      `${String(known - standing)} baris jawaban ${name} terhapus dari berkas Respons. Jawabannya tetap ada di formulir; rekap tidak berubah.`,
    ];
  });
}

/**
 * Rows that somebody deleted, in `Log` and as to-dos; `before` = those that are told already. What the rows said stays
 * in force.
 */
export function tellDeletions(run: Run, rows: AnswerRows, before: readonly ToDo[]): readonly ToDo[] {
  const known = new Set(before.map((one) => one.text));
  const found = [...lostRows(run), ...lostAnswers(run, rows)].filter((text) => !known.has(text));
  for (const reason of found)
    run.log(logCells(run.desk, { at: run.desk.now, actor: 'sistem', what: 'Baris terhapus', reason }));
  return [...before, ...found.map((text) => ({ text }))].slice(-5);
}

/** Answers of forms that the office does not know: they stay where Google put them and count nowhere. */
export function strangeAnswers({ registry }: Desk, rows: AnswerRows): readonly ToDo[] {
  const known = registry.villages.map((row) => row.responsesTab);
  const filled = Object.entries(rows).some(([tab, count]) => count > 0 && !known.includes(Number(tab)));
  const names = filled ? foreignTabs(registry.facts.responses, known) : [];
  if (names.length === 0) return [];
  const text = `Karantina: jawaban formulir yang tidak dikenal masuk ke berkas Respons (tab ${someNames(names)}) dan tidak dihitung. Periksa kesehatan menyebut caranya.`;
  return [{ text }];
}
