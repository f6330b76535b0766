import { formatDate, formatNumber, parseDate, periodOf, quarterKey } from '../dates';
import { villagesOn } from '../due';
import { cut } from '../escape';
import { toned } from '../looks';
import type { Coached } from '../office';
import type { LocalDate, Settings, VillageCode } from '../settings';
import { TAB } from '../tabs/names';
import { columnOf, STATE_LOOKS, text, type Tab } from '../tabs/tab';
import type { DrawContext } from './context';
import { line, pair, type Line } from './page';
import { villageTitle } from './rows';
import { someNames, type ToDo } from './toDos';

const write = { editable: true, wrap: true } as const;

/** `Pembinaan`: visits and coaching, a row each, written by the Kasi. */
export function coachingTab(): Tab {
  return {
    name: TAB.coaching,
    layout: 'form',
    shown: false,
    columns: [
      text('Tanggal', 110, write),
      text('Desa/Kelurahan', 200, write),
      text('Tahap', 130, write),
      text('Topik', 220, write),
      text('Peserta', 180, write),
      text('Tindak lanjut', 240, write),
      text('Tenggat', 110, write),
      text('Selesai', 80, { ...write, list: ['Ya', 'Belum'] }),
      text('Catatan', 220, write),
      text('Keadaan', 260, { wrap: true }),
    ],
    headerRow: 1,
    frozenRows: 1,
    frozenColumns: 2,
    rows: 200,
    looks: STATE_LOOKS,
    protection: 'reviewers',
    empty: 'Satu baris satu pembinaan. Desa/Kelurahan boleh beberapa, dipisah koma, atau Semua.',
  };
}

const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^(desa|kelurahan|kel\.|ds\.)\s+/, '')
    .trim();

/** Villages that a cell names; a name that is none is given back. */
function villagesIn(settings: Settings, said: string): readonly VillageCode[] | string {
  if (/^semua$/i.test(said)) return settings.villages.map((one) => one.code);
  const names = said.split(/[,;\n]/).filter((part) => part.trim() !== '');
  const found = names.map((name) => settings.villages.find((one) => plain(one.name) === plain(name))?.code);
  const wrong = names[found.indexOf(undefined)];
  return wrong ?? found.flatMap((code) => code ?? []);
}

/** The tab read: what follows from it, and what stands in *Keadaan* of each row. */
export interface CoachingRead {
  readonly coached: Coached;
  readonly states: readonly string[];
}

/** Reads the rows below the headers, cells as people see them. `today`: nothing was coached in the future. */
export function readCoaching(
  settings: Settings,
  rows: readonly (readonly string[])[],
  today: LocalDate,
): CoachingRead {
  const tab = coachingTab();
  const last: Record<VillageCode, readonly [LocalDate, string]> = {};
  const open: (readonly [string, string, LocalDate | ''])[] = [];
  const states = rows.map((cells) => {
    const of = (header: string): string => (cells[columnOf(tab, header) - 1] ?? '').trim();
    if (cells.slice(0, -1).every((cell) => cell.trim() === '')) return '';
    const date = parseDate(of('Tanggal'));
    const villages = villagesIn(settings, of('Desa/Kelurahan'));
    const due = of('Tenggat') === '' ? '' : parseDate(of('Tenggat'));
    if (date === undefined) return toned('wrong', 'Mohon isi Tanggal, misalnya 17/08/2026.');
    if (typeof villages === 'string')
      return toned('wrong', `"${cut(villages.trim(), 40)}" tidak ada di tab Desa.`);
    if (villages.length === 0) return toned('wrong', 'Mohon isi desa/kelurahannya, atau Semua.');
    if (due === undefined) return toned('wrong', 'Mohon isi Tenggat seperti 17/08/2026, atau kosongkan.');
    const what = cut([of('Tahap'), of('Topik')].filter((part) => part !== '').join(': '), 80);
    if (date <= today)
      for (const code of villages) if ((last[code]?.[0] ?? '') <= date) last[code] = [date, what];
    const followUp = of('Tindak lanjut');
    if (followUp === '' || /^ya$/i.test(of('Selesai')))
      return toned('good', date > today ? 'Direncanakan' : 'Tercatat');
    open.push([cut(of('Desa/Kelurahan'), 40), cut(followUp, 80), due]);
    return due !== '' && due < today
      ? toned('late', 'Tindak lanjut lewat tenggat')
      : toned('waiting', 'Tindak lanjut belum selesai');
  });
  return { coached: { last, open: open.slice(-20) }, states };
}

/** Villages that were not coached in the quarter of that day. */
export function uncoached({ office, settings, today }: DrawContext): readonly string[] {
  const quarter = quarterKey(periodOf(today));
  return villagesOn(settings, today)
    .filter(({ code }) => {
      const [date] = office?.coached.last[code] ?? [];
      return date === undefined || quarterKey(periodOf(date)) !== quarter;
    })
    .map((village) => village.name);
}

/** On `Beranda`: how many villages were coached this quarter, and who was not. */
export function coachingLines(context: DrawContext): readonly Line[] {
  if (context.office === undefined) return [];
  const all = villagesOn(context.settings, context.today).length;
  const without = uncoached(context);
  const lines = [
    pair(
      'Pembinaan triwulan ini',
      `${formatNumber(all - without.length)} dari ${formatNumber(all)} desa/kelurahan`,
    ),
  ];
  return without.length === 0 || without.length === all
    ? lines
    : [...lines, pair('Belum dibina triwulan ini', someNames(without, 10))];
}

/** Follow-ups whose day has passed. */
export function coachingToDos({ office, today, masterAddress }: DrawContext): readonly ToDo[] {
  const late = (office?.coached.open ?? []).filter(([, , due]) => due !== '' && due < today);
  const link = masterAddress(TAB.coaching);
  return late.map(([villages, what, due]) => ({
    text: `Tindak lanjut pembinaan ${villages} lewat tenggat ${formatDate(due)}: ${what}`,
    ...(link === undefined ? {} : { link }),
  }));
}

/** On a village's page: the last visit. */
export function lastVisitLines({ office, settings }: DrawContext, code: VillageCode): readonly Line[] {
  const village = settings.villages.find((one) => one.code === code);
  const visit = office?.coached.last[code];
  if (visit === undefined || village === undefined) return [];
  const [date, what] = visit;
  return [
    line(
      `Pembinaan terakhir di ${villageTitle(village)}: ${formatDate(date)}${what === '' ? '' : `, ${what}`}.`,
    ),
  ];
}
