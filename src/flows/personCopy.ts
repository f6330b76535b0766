import { formatInstant, formatNumber } from '../core/dates';
import { allRegisterTabs, COPY_NAME, REGISTER, registerTabs } from '../core/draw/register';
import { SERVICE_MEMBER, SERVICE_TAB } from '../core/draw/service';
import { titleOf } from '../core/draw/rows';
import { padded } from '../core/draw/field';
import type { Personal } from '../core/erase';
import type { Cell } from '../core/patch';
import type { CommandResult } from './dialog';
import type { Run } from './run';
import { buildTab } from '../google/tabBuild';
import { protectTab } from '../google/protect';
import { openBook } from '../google/tables';

const HEADING = '▌ ';

/** The tab, made where `Register` is older than it. */
function copyTab(run: Run): void {
  const register = run.open(REGISTER);
  if (register.has(COPY_NAME)) return;
  const tabs = allRegisterTabs(run.desk.context.catalogue);
  const tab = tabs.find((one) => one.name === COPY_NAME);
  if (tab === undefined) return;
  const book = openBook(run.desk.registry.facts.register ?? '', tabs);
  buildTab(book, tab, tabs.length - 1, { lists: { villages: [], months: [] } });
  protectTab(book, tab, []);
}

/** Rows of `Register` about these reports, each as its headers and what stands under them. */
function linesOf(run: Run, all: readonly Personal[]): readonly (readonly Cell[])[] {
  const { desk } = run;
  const register = run.open(REGISTER);
  const wanted = new Set(all.flatMap((one) => [one.version.id, one.version.number]));
  return [...registerTabs(desk.context.catalogue), SERVICE_TAB].flatMap((tab) => {
    if (!register.has(tab.name)) return [];
    const [, ...rows] = register.readAll(tab.name);
    const headers = tab.columns.map((column) => column.header);
    return rows
      .filter((row) => wanted.has(String(row[tab === SERVICE_TAB ? SERVICE_MEMBER : 0] ?? '')))
      .flatMap((row) => [
        ['', ''],
        [`${HEADING}${tab.name}`, ''],
        // Key and order stand in the first two columns.
        ...headers.flatMap((header, at) => {
          const cell = String(row[at] ?? '');
          return at < 2 || cell === '' || header === 'No' ? [] : [[header, cell]];
        }),
      ]);
  });
}

function write(run: Run, lines: readonly (readonly Cell[])[]): void {
  const register = run.open(REGISTER);
  const before = register.lastRow(COPY_NAME);
  const height = Math.max(before, lines.length, 1);
  const rows = Array.from({ length: height }, (_row, at) => padded(lines[at] ?? [], 2));
  register.write(COPY_NAME, 1, 1, rows);
}

/** Takes the last copy away; nothing where there is none. */
export function clearCopy(run: Run): void {
  if ((run.desk.registry.facts.register ?? '') === '') return;
  const register = run.open(REGISTER);
  if (register.has(COPY_NAME) && register.lastRow(COPY_NAME) > 0) write(run, []);
}

/** Puts everything about one person into `Salinan Data` of `Register`: the only place where it may stand whole. */
export function copyPerson(run: Run, all: readonly Personal[]): CommandResult {
  const { desk } = run;
  copyTab(run);
  const villages = [...new Set(all.map((one) => titleOf(desk.context, one.village)))].join(', ');
  write(run, [
    [`${HEADING}Salinan data satu orang`, ''],
    ['Dibuat', formatInstant(desk.now, desk.settings.zone)],
    ['Oleh', `Kecamatan ${desk.settings.subdistrict.name}`],
    ['Laporan', `${formatNumber(all.length)}, dari ${villages}`],
    ['Dipakai untuk', 'Buku Mutasi Penduduk dan daftar anggota Satlinmas'],
    ...linesOf(run, all),
  ]);
  const register = run.open(REGISTER);
  const url = `${register.url}#gid=${String(register.tabId(COPY_NAME))}`;
  return {
    done: true,
    text: `Salinan data dari ${formatNumber(all.length)} laporan ada di berkas Register, tab ${COPY_NAME}. Unduh atau cetak dari sana untuk yang bersangkutan; salinan berikutnya menggantikannya.`,
    links: [{ text: 'Buka salinan', url }],
  };
}
