import { REGISTER, registerTabs } from '../core/draw/register';
import { answerRows, deleteAnswerRows } from '../google/answerRows';
import { openForm } from '../google/responses';
import type { Run } from './run';

/** Ids of the responses that `Register` has. One call to open, two a tab. */
function inRegister(run: Run): ReadonlySet<string> {
  const register = run.open(REGISTER);
  return new Set(
    registerTabs(run.desk.context.catalogue).flatMap(({ name }) => {
      const rows = register.lastRow(name) - 1;
      const keys = rows > 0 ? register.read(name, { row: 2, column: 1, rows, columns: 1 }) : [];
      return keys.map(([key]) => String(key ?? ''));
    }),
  );
}

/**
 * Each night: `Respons Pribadi` is a signal only, so the rows of every tab whose form's responses are all in
 * `Register` leave. They are counted before the form is read: what comes in meanwhile keeps its row.
 */
export function clearPersonalRows(run: Run): void {
  const { registry } = run.desk;
  const { personalResponses = '', register = '' } = registry.facts;
  if (personalResponses === '' || register === '') return;
  const rows = answerRows(personalResponses);
  const filled = registry.villages.flatMap(({ personal }) => {
    const count = rows[personal?.responsesTab ?? 0] ?? 0;
    return personal === undefined || personal.form === '' || count === 0 ? [] : [{ ...personal, count }];
  });
  if (filled.length === 0) return;
  const known = inRegister(run);
  for (const { form, responsesTab, count } of filled) {
    const all = openForm(form).responses();
    if (all.length >= count && all.every((one) => known.has(one.id)))
      deleteAnswerRows(personalResponses, responsesTab, count);
  }
}
