import { formatNumber, formatPeriod, periodOf } from '../core/dates';
import { nameOf, villageTitle } from '../core/draw/rows';
import { plain } from '../core/importCells';
import {
  aboutColumn,
  CHOICE,
  CHOICES,
  chosen,
  PASSED_OVER,
  quoted,
  UNUSED,
  usesFor,
  ZERO,
  type Asked,
} from '../core/importChoices';
import { cellsFor, shapeOf, SHAPES, type Layout } from '../core/importLayout';
import { periodIn } from '../core/importMonths';
import type { ImportRead } from '../core/importTable';
import { refusalText } from '../core/importTold';
import { USE } from '../core/importWords';
import { addMonths } from '../core/place';
import type { Period } from '../core/settings';
import { shortText } from '../core/text';
import { openDesk, type Desk } from './desk';
import type { CommandResult, DialogField, DialogSpec, DialogValues } from './dialog';
import type { Draft, Plain } from './dialogFields';
import { choice, groupOf, headerField, tabField } from './importFields';
import { ownTabs } from './importSource';
import { batches, checkImport, wouldBe, type Checked, type ImportId } from './imports';

/** Command of the page that shows what an import would do; it changes nothing, so anybody may give it at once. */
export const LOOK = 'lookAtImport';

/** The dialog of the commands about past months. */
export function importDialog(desk: Desk, command: ImportId, plainDraft: Plain): Draft {
  if (command === 'undoImport') return undoDialog(desk, plainDraft);
  const tabs = ownTabs();
  const help =
    'Nama tab di lembar ini, link lembar Google lain, atau isi CSV yang ditempel. Judul tabel di atasnya boleh ikut.' +
    (tabs.length === 0 ? '' : ` Tab yang ada: ${tabs.join(', ')}.`);
  const field: DialogField = { id: 'reason', label: 'Sumber', kind: 'longText', required: true, help };
  return {
    ...plainDraft,
    introduction:
      'Laporan bulan-bulan lalu dari tabel kantor diperiksa dengan aturan yang sama seperti kiriman formulir. ' +
      'Pertama ditunjukkan kolom mana menjadi isian mana dan baris mana yang ditolak; semuanya dapat diubah. ' +
      'Sesudah itu baru diimpor. Desa tidak menerima pesan.',
    fields: [tabs[0] === undefined ? field : { ...field, value: tabs[0] }],
    action: 'Lihat dahulu',
    look: { command: LOOK, action: 'Lihat dahulu' },
    tall: true,
  };
}

function undoDialog(desk: Desk, draft: Plain): Draft {
  const choices = batches(desk).map(({ label }) => ({ value: label, label }));
  if (choices.length === 0)
    return { ...draft, introduction: 'Tidak ada impor yang dapat dibatalkan.', action: '' };
  return {
    ...draft,
    introduction:
      'Semua laporan dari satu impor dibatalkan sekaligus. Riwayatnya tetap, dengan keadaan Ditolak.',
    action: 'Batalkan impor',
    fields: [{ id: 'reason', label: 'Impor', kind: 'list', required: true, choices }],
  };
}

/** What an import would do, and everything that can be chosen about it, as the next dialog. */
export function lookAtImport({ reason = '' }: DialogValues): CommandResult {
  const desk = openDesk();
  const checked = checkImport(desk, reason);
  if (typeof checked === 'string') return { done: false, text: `${checked} Data tidak berubah.` };
  return { done: true, text: wouldBe(checked), next: previewOf(desk, checked) };
}

/** Readings that differ from what is written, named one by one. */
const READINGS_SHOWN = 40;

/** What would come in otherwise than it is written: `Balang, Mei 2026: …`. */
function readingLines({ context }: Desk, { good }: Checked): readonly string[] {
  const all = good.flatMap(({ village, period = '', kept }) =>
    (kept?.normalised ?? []).map((words) => `${nameOf(context, village)}, ${formatPeriod(period)}: ${words}`),
  );
  const more = all.length - READINGS_SHOWN;
  return [...all.slice(0, READINGS_SHOWN), ...(more > 0 ? [`dan ${formatNumber(more)} lagi.`] : [])];
}

function previewOf(desk: Desk, checked: Checked): DialogSpec {
  const { good, refused, source, asked, read } = checked;
  const { left } = read;
  const readings = readingLines(desk, checked);
  const refusals = refused.length === 0 ? 'Tidak ada yang ditolak' : 'Yang ditolak, dengan alasannya';
  const beside = [
    ...(readings.length === 0 ? [] : ['yang dibaca lain dari tulisannya']),
    ...(left.length === 0 ? [] : ['yang tidak dibaca']),
  ];
  const told = [refusals, ...(beside.length === 0 ? [] : [`lalu ${beside.join(' dan ')}`])].join('; ');
  const lines = [...refused.map(refusalText), ...readings, ...left];
  return {
    command: 'importMonths',
    title: 'Impor bulan lalu',
    introduction: `Dari ${source.name}: ${wouldBe(checked)} Belum ada yang berubah. ${told}${lines.length === 0 ? '.' : ':'}`,
    lines,
    given: { reason: asked.source },
    under: CHOICES,
    fields: fieldsOf(desk, checked).map((one, at) => ({ ...one, id: `choice${String(at + 1)}` })),
    action: good.length === 0 ? '' : `Impor ${formatNumber(good.length)} laporan`,
    look: { command: LOOK, action: 'Lihat lagi' },
    tall: true,
  };
}

function fieldsOf(desk: Desk, checked: Checked): readonly DialogField[] {
  const { source, asked, read } = checked;
  const { layout, proposed, strangers, hasBlanks } = read;
  const said = (about: string): string | undefined => chosen(asked, about);
  const fields: DialogField[] = [...tabField(source, asked)];
  if (layout === undefined || proposed === undefined)
    return [...fields, headerField('', said(CHOICE.headers))];
  if (needsYear(layout, asked)) fields.push(yearChoice(desk, proposed, said(CHOICE.year)));
  if (!layout.uses.includes(USE.month) && layout.side === undefined)
    fields.push(monthChoice(desk, proposed, said(CHOICE.period)));
  const villages = desk.settings.villages.map(villageTitle);
  const titleOf = (name: string | undefined): string =>
    desk.settings.villages
      .filter((one) => plain(villageTitle(one)) === plain(name ?? ''))
      .map(villageTitle)[0] ??
    name ??
    '';
  if (!layout.uses.includes(USE.village)) {
    const village = proposed.village ? villageTitle(proposed.village) : '';
    fields.push(
      choice(
        CHOICE.village,
        'Desa/kelurahan seluruh tabel',
        ['', ...villages],
        village,
        said(CHOICE.village),
      ),
    );
  }
  for (const name of strangers) {
    const about = CHOICE.name(name);
    const label = `"${quoted(name)}" adalah`;
    fields.push(choice(about, label, ['', PASSED_OVER, ...villages], '', titleOf(said(about))));
  }
  if (hasBlanks)
    fields.push(
      choice(CHOICE.blank, 'Sel kosong atau "-"', ['ditolak', ZERO], 'ditolak', said(CHOICE.blank)),
    );
  return [
    ...fields,
    ...headerMonthFields(desk, asked, layout),
    ...columnFields(read, layout, proposed),
    ...tableFields(desk, asked, layout),
  ];
}

/** Months that have their place, newest first. */
function monthsBack({ context, registry }: Desk): readonly Period[] {
  const months: Period[] = [];
  for (let month = periodOf(context.today); month >= registry.base; month = addMonths(month, -1))
    months.push(month);
  return months;
}

function monthChoice(desk: Desk, { period }: Layout, value: string | undefined): DialogField {
  const months = ['', ...monthsBack(desk).map(formatPeriod)];
  return choice(CHOICE.period, 'Bulan seluruh tabel', months, period ? formatPeriod(period) : '', value);
}

/** Whether months are named without their year, or a year was chosen for them. */
const needsYear = ({ year, side, uses }: Layout, asked: Asked): boolean =>
  chosen(asked, CHOICE.year) !== undefined ||
  (year === undefined && !uses.includes(USE.year) && (side !== undefined || uses.includes(USE.month)));

function yearChoice(desk: Desk, { year = '' }: Layout, value: string | undefined): DialogField {
  const first = Number(desk.registry.base.slice(0, 4));
  const count = Number(desk.context.today.slice(0, 4)) - first + 1;
  const years = Array.from({ length: count }, (_unused, at) => String(first + at)).reverse();
  return choice(CHOICE.year, 'Tahun bulan-bulan itu', ['', ...years], year, value);
}

/** What each column is, with the first thing that stands in it; of a figure of each month once. */
function columnFields(read: ImportRead, layout: Layout, proposed: Layout): readonly DialogField[] {
  const labels = usesFor(layout.type);
  const labelOf = (use: string | undefined): string => labels.find(([one]) => one === use)?.[1] ?? UNUSED;
  const options = [UNUSED, ...labels.map(([, label]) => label)];
  const rows = cellsFor(layout, read.sheet?.cells ?? []).slice(layout.headers.to);
  const seen = new Set<string>();
  const fields = layout.names.flatMap((name, at): DialogField[] => {
    const sample = rows.map((row) => (row[at] ?? '').trim()).find((cell) => cell !== '');
    const about = aboutColumn(layout, at);
    if ((name === '' && sample === undefined) || seen.has(about)) return [];
    seen.add(about);
    const own = layout.side?.[at] === undefined ? name : '';
    const label = `${about}${own === '' ? '' : `: ${shortText(own)}`}`;
    const field = choice(about, label, options, labelOf(proposed.uses[at]), labelOf(layout.uses[at]));
    return [{ ...field, ...(sample === undefined ? {} : { help: `Isi: ${quoted(sample)}` }) }];
  });
  return groupOf(layout.isTurned ? 'Baris' : 'Kolom', fields);
}

/** Which month each month of the headers is. */
function headerMonthFields(desk: Desk, asked: Asked, layout: Layout): readonly DialogField[] {
  const months = monthsBack(desk).map(formatPeriod);
  const names = [...new Set((layout.side ?? []).flatMap((one) => (one ? [one.said] : [])))];
  const fields = names.map((name) => {
    const at = layout.side?.findIndex((one) => one?.said === name) ?? -1;
    const period = periodIn(name, layout.year);
    const about = CHOICE.month(name);
    const own = chosen(asked, about);
    const proposed = period === undefined ? '' : formatPeriod(period);
    const found = layout.periods?.[at];
    const value = found === undefined || found === PASSED_OVER ? own : formatPeriod(found);
    return choice(about, about, ['', PASSED_OVER, ...months], proposed, value);
  });
  return groupOf('Bulan', fields);
}

/** Which report it is, how its months lie and where its figures begin. */
function tableFields({ context }: Desk, asked: Asked, layout: Layout): readonly DialogField[] {
  const types = context.catalogue.filter((one) => one.frequency === 'monthly' && one.personal === undefined);
  const titles = types.map((one) => one.shortTitle);
  const said = (about: string): string | undefined => chosen(asked, about);
  const own = said(CHOICE.type) === undefined ? layout.type.shortTitle : '';
  const type = choice(CHOICE.type, 'Laporan', titles, own, layout.type.shortTitle);
  const shape = shapeOf(layout);
  const proposed = said(CHOICE.shape) === undefined ? shape : '';
  const form = choice(CHOICE.shape, 'Susunan tabel', SHAPES, proposed, shape);
  const row = said(CHOICE.headers) === undefined ? String(layout.headers.to) : '';
  const header = layout.isTurned ? [] : [headerField(row, String(layout.headers.to))];
  return [type, form, ...header].map((field) => ({ ...field, group: 'Tabel' }));
}
