import type { Decision } from '../core/book';
import { formatInstant } from '../core/dates';
import { readCoaching } from '../core/draw/coaching';
import { drawHome } from '../core/draw/home';
import { collectedPeriod } from '../core/due';
import { toned } from '../core/looks';
import { NO_OFFICE, QUESTIONS, withQuestions, withRehearsals, type Office } from '../core/office';
import type { Period, VillageCode } from '../core/settings';
import { TAB } from '../core/tabs/names';
import { columnOf } from '../core/tabs/tab';
import { pagePeriods } from '../core/draw/status';
import { tickedRows, type ActionRow } from './actions';
import { sameDecision } from './decisions';
import type { Desk } from './desk';
import { drawVillage } from './drawing';
import { factsOf } from './home';
import type { Judged } from './judge';
import { KEY } from './memory';
import { openedMonths } from './opened';
import type { Run } from './run';

/** The same desk with other facts of the office. */
export function withOffice(desk: Desk, office: Office): Desk {
  return { ...desk, context: { ...desk.context, office } };
}

/** The questions and *Uji kirim* after these judgements, kept with the run where they changed. */
export function officeAfter(run: Run, judged: readonly Judged[]): Office {
  const office = run.desk.context.office ?? NO_OFFICE;
  const before = judged.flatMap((one) => one.touched.flatMap((period) => one.before.months[period] ?? []));
  const after = judged.flatMap((one) => one.touched.flatMap((period) => one.after.months[period] ?? []));
  const asked = withQuestions(office.asked, before, after);
  const rehearsed = withRehearsals(office.rehearsed, before, after);
  if (JSON.stringify(asked) !== JSON.stringify(office.asked))
    run.keep({ [KEY.asked]: JSON.stringify(asked) });
  if (rehearsed.join() !== office.rehearsed.join()) run.keep({ [KEY.rehearsed]: JSON.stringify(rehearsed) });
  return { ...office, asked, rehearsed };
}

/** Status pages that read differently by the office's facts alone; those in `drawn` are drawn by others. */
export function redrawOffice(run: Run, after: Desk, drawn: readonly VillageCode[]): void {
  const { desk, shelf, memory } = run;
  const [was, is] = [desk.context.office, after.context.office];
  const all = JSON.stringify(was?.asked.general) !== JSON.stringify(is?.asked.general);
  const touched = desk.registry.villages.filter(
    ({ code, sheet }) =>
      sheet !== '' &&
      !drawn.includes(code) &&
      (all || JSON.stringify(was?.coached.last[code]) !== JSON.stringify(is?.coached.last[code])),
  );
  if (touched.length === 0) return;
  shelf.loadHeads();
  const needs = ({ code }: { code: VillageCode }): { period: Period; village: VillageCode }[] =>
    [
      ...pagePeriods(desk.settings, desk.context.today, shelf.head(code)),
      ...openedMonths(memory, code, desk.now),
    ].map((period) => ({ period, village: code }));
  shelf.load(touched.flatMap(needs));
  for (const { code } of touched) {
    const book = shelf.book(code);
    run.redraw(drawVillage(desk.context, book), drawVillage(after.context, book));
  }
}

const END = 'Kirim';

/** Answers that are ticked in `Konsultasi`, as decisions; what cannot be sent says so beside the tick. */
export function readAnswers(
  run: Run,
  actor: string,
  nextId: () => string,
  pending: readonly Decision[],
): readonly Decision[] {
  const { desk } = run;
  const { master, context } = desk;
  if (!context.catalogue.some((type) => type.id === QUESTIONS) || !master.has(TAB.consultation)) return [];
  return tickedRows(master, TAB.consultation, END).flatMap((row): Decision[] => {
    const [time = '', village = ''] = row.text('Urutan').split('|');
    const reason = row.text('Jawaban');
    if (reason === '' || !context.places.includes(village)) {
      const problem =
        reason === ''
          ? 'Mohon tulis Jawaban dulu, lalu centang lagi.'
          : 'Baris ini bukan pertanyaan. Data tidak berubah.';
      run.afterwards(() => {
        row.untick(END, [toned('wrong', problem)]);
      });
      return [];
    }
    const action = /^ya$/i.test(row.text('Umum')) ? ('answerAll' as const) : ('answer' as const);
    const about = { village, period: time.slice(0, 7), responseId: row.text('Kunci'), reason };
    const decision: Decision = { id: nextId(), at: desk.now, actor, action, ...about };
    run.afterwards(() => {
      finish(desk, row);
    });
    return pending.some((one) => sameDecision(one, decision)) ? [] : [decision];
  });
}

function finish(desk: Desk, row: ActionRow): void {
  row.untick(END, [toned('good', `Terkirim ${formatInstant(desk.now, desk.settings.zone)}`)]);
  row.write('Jawaban', ['', '']);
}

/** What `Pembinaan` says now; *Keadaan* is written where it reads differently. Two calls, and one to write. */
function coachedNow(run: Run): Office['coached'] {
  const { master, settings, context } = run.desk;
  const declared = master.declaration(TAB.coaching);
  if (declared === undefined || !master.has(TAB.coaching)) return NO_OFFICE.coached;
  const rows = master.readShown(TAB.coaching).slice(1);
  const { coached, states } = readCoaching(settings, rows, context.today);
  const column = columnOf(declared, 'Keadaan');
  if (states.some((state, at) => state !== (rows[at]?.[column - 1] ?? '')))
    run.afterwards(() => {
      master.write(
        TAB.coaching,
        2,
        column,
        states.map((state) => [state]),
      );
    });
  return coached;
}

/** Takes `Pembinaan` in: the last visits on the status pages, the figures on `Beranda`. */
export function takeCoaching(run: Run): void {
  const { desk, memory, shelf } = run;
  const office = desk.context.office ?? NO_OFFICE;
  const coached = coachedNow(run);
  if (JSON.stringify(coached) === JSON.stringify(office.coached)) return;
  run.keep({ [KEY.coached]: JSON.stringify(coached) });
  const after = withOffice(desk, { ...office, coached });
  redrawOffice(run, after, []);
  const period = collectedPeriod(desk.settings, desk.context.today);
  shelf.load([{ period }]);
  const months = shelf.slice(period);
  const facts = factsOf(desk, memory);
  run.redraw(drawHome(desk.context, period, months, facts), drawHome(after.context, period, months, facts));
}
