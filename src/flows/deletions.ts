import type { ToDo } from '../core/draw/home';
import { titleOf } from '../core/draw/rows';
import { TAB } from '../core/tabs/names';
import { answerRows } from '../google/answerRows';
import { countKeyed } from '../google/keyed';
import { tabsOfMaster, type Desk } from './desk';
import type { Chores } from './home';
import { jsonOf, KEY } from './memory';
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

/** Answers whose rows are gone from `Respons`: the forms keep them, so nothing is lost, but somebody deleted. */
function lostAnswers(run: Run, desk: Desk): readonly string[] {
  const { responses } = desk.registry.facts;
  if (responses === '') return [];
  const rows = answerRows(responses);
  run.shelf.loadHeads();
  return desk.registry.villages.flatMap((row) => {
    const { rowless = 0 } = run.shelf.head(row.code);
    const known = (run.countIn(row.code, TAB.ownReports)?.rows ?? 0) - rowless;
    const standing = rows[row.responsesTab];
    if (standing === undefined || standing >= known) return [];
    const name = titleOf(desk.context, row.code);
    return [
      `${String(known - standing)} baris jawaban ${name} terhapus dari berkas Respons. Jawabannya tetap ada di formulir; rekap tidak berubah.`,
    ];
  });
}

/** Each night: rows that somebody deleted are told on `Beranda` and in `Log`; what they said stays in force. */
export function tellDeletions(run: Run): Chores {
  const { desk, memory } = run;
  const chores = jsonOf<Chores>(memory, KEY.chores, {});
  const known = new Set((chores['hapus'] ?? []).map((one) => one.text));
  const found = [...lostRows(run), ...lostAnswers(run, desk)].filter((text) => !known.has(text));
  if (found.length === 0) return chores;
  for (const reason of found)
    run.log(logCells(desk, { at: desk.now, actor: 'sistem', what: 'Baris terhapus', reason }));
  const all: readonly ToDo[] = [...(chores['hapus'] ?? []), ...found.map((text) => ({ text }))].slice(-5);
  const after = { ...chores, hapus: all };
  run.keep({ [KEY.chores]: JSON.stringify(after) });
  return after;
}
