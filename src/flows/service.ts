import type { VillageMonth } from '../core/book';
import { formatPeriod } from '../core/dates';
import { REGISTER } from '../core/draw/register';
import { drawService, SERVICE_MONTH, SERVICE_TAB } from '../core/draw/service';
import { statusPeriods } from '../core/draw/status';
import { MEMBERS } from '../core/members';
import { CATALOGUE } from '../reports/index';
import type { Desk } from './desk';
import type { Memory } from './memory';
import { withRoster } from './monthPages';
import { loadAll } from './rebuildTabs';
import { Run } from './run';

/** Names of members in `Register`, by the number of the report that tells them. */
function namesOf(run: Run): Readonly<Record<string, string>> {
  const tab = CATALOGUE.find((type) => type.id === MEMBERS)?.dataTab ?? '';
  const register = run.open(REGISTER);
  if (!register.has(tab)) return {};
  const [headers = [], ...rows] = register.readAll(tab);
  const at = (header: string): number => headers.findIndex((one) => one === header);
  const [number, name] = [at('Nomor laporan'), at('Nama lengkap')];
  return Object.fromEntries(rows.map((row) => [String(row[number] ?? ''), String(row[name] ?? '')]));
}

/**
 * Writes `Bertugas` of `Register` anew: of the months that are not locked, or of all. Rows that say the same stay; with
 * nothing new there is nothing to write.
 */
export function writeService(desk: Desk, memory: Memory, which: 'open' | 'all'): void {
  const { registry, settings, context } = desk;
  if ((registry.facts.register ?? '') === '' || !settings.reportTypes.includes(MEMBERS)) return;
  const run = new Run(desk, memory, 'hari');
  const register = run.open(REGISTER);
  if (!register.has(SERVICE_TAB.name)) return;
  const months = monthsOf(run, which);
  const names = namesOf(run);
  const rows = months.flatMap((month) => drawService(context, month, names, REGISTER));
  const standing = register.readAll(SERVICE_TAB.name).slice(1);
  const known = Object.fromEntries(standing.map((row) => [String(row[0] ?? ''), JSON.stringify(row)]));
  const drawn = new Set(rows.map((row) => row.key));
  const looked = new Set(months.map((month) => formatPeriod(month.period)));
  const gone = standing.filter((row) => {
    const isLooked = which === 'all' || looked.has(String(row[SERVICE_MONTH] ?? ''));
    return String(row[0] ?? '') !== '' && isLooked && !drawn.has(String(row[0]));
  });
  run.draw(
    ...gone.map((row) => ({
      kind: 'removal' as const,
      book: REGISTER,
      tab: SERVICE_TAB.name,
      key: String(row[0]),
    })),
    ...rows.filter((row) => known[row.key] !== JSON.stringify(row.values)),
  );
  run.finish();
}

function monthsOf({ shelf, desk }: Run, which: 'open' | 'all'): readonly VillageMonth[] {
  const { settings, context } = desk;
  shelf.loadHeads();
  if (which === 'all') return loadAll(shelf).map((month) => withRoster(month, shelf.head(month.village)));
  const periods = statusPeriods(settings, context.today);
  shelf.load(periods.map((period) => ({ period })));
  return periods
    .flatMap((period) => shelf.slice(period))
    .map((month) => withRoster(month, shelf.head(month.village)));
}
