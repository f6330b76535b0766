import { formatNumber, formatPeriod, periodOf } from '../core/dates';
import { nameOf, villageTitle } from '../core/draw/rows';
import { plain } from '../core/importCells';
import {
  ALL_TABS,
  CHOICE,
  CHOICES,
  chosen,
  PASSED_OVER,
  quoted,
  UNUSED,
  usesFor,
  ZERO,
} from '../core/importChoices';
import type { Layout } from '../core/importLayout';
import { refusalText } from '../core/importTable';
import { USE } from '../core/importWords';
import { addMonths } from '../core/place';
import { shortText } from '../core/text';
import { openDesk, type Desk } from './desk';
import type { CommandResult, DialogField, DialogSpec, DialogValues } from './dialog';
import type { Draft, Plain } from './dialogFields';
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
  const { good, refused, source, asked } = checked;
  const readings = readingLines(desk, checked);
  const refusals = refused.length === 0 ? 'Tidak ada yang ditolak' : 'Yang ditolak, dengan alasannya';
  const told = readings.length === 0 ? refusals : `${refusals}; lalu yang dibaca lain dari tulisannya`;
  return {
    command: 'importMonths',
    title: 'Impor bulan lalu',
    introduction: `Dari ${source.name}: ${wouldBe(checked)} Belum ada yang berubah. ${told}${refused.length + readings.length === 0 ? '.' : ':'}`,
    lines: [...refused.map(refusalText), ...readings],
    given: { reason: asked.source },
    under: CHOICES,
    fields: fieldsOf(desk, checked).map((one, at) => ({ ...one, id: `choice${String(at + 1)}` })),
    action: good.length === 0 ? '' : `Impor ${formatNumber(good.length)} laporan`,
    look: { command: LOOK, action: 'Lihat lagi' },
    tall: true,
  };
}

type Options = readonly string[];

/** A list whose answer is a choice about the import; `proposed` is what counts without it. */
function choice(
  about: string,
  label: string,
  options: Options,
  proposed: string,
  value = proposed,
): DialogField {
  const all = [...new Set([...options, proposed, value])];
  return {
    id: '',
    part: about,
    label,
    kind: 'list',
    choices: all.map((one) => ({ value: one, label: one === '' ? 'Pilih…' : one })),
    proposed,
    value,
  };
}

function fieldsOf(desk: Desk, checked: Checked): readonly DialogField[] {
  const { source, asked, shown, strangers, hasBlanks } = checked;
  const { layout, proposed } = shown;
  const said = (about: string): string | undefined => chosen(asked, about);
  const fields: DialogField[] = [];
  if (source.tabs.length > 0) {
    const wanted = said(CHOICE.tab);
    const first = wanted === undefined ? (source.sheets[0]?.name ?? '') : '';
    fields.push(choice(CHOICE.tab, 'Tab yang diimpor', [ALL_TABS, ...source.tabs], first, wanted));
  }
  if (layout === undefined || proposed === undefined)
    return [...fields, headerField('', said(CHOICE.headers))];
  if (!layout.uses.includes(USE.month)) fields.push(monthChoice(desk, proposed, said(CHOICE.period)));
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
  return [...fields, ...columnFields(desk, checked, layout, proposed)];
}

const headerField = (proposed: string, value = proposed): DialogField => ({
  id: '',
  part: CHOICE.headers,
  label: 'Judul kolom berakhir di baris',
  kind: 'number',
  proposed,
  value,
});

function monthChoice(desk: Desk, { period }: Layout, value: string | undefined): DialogField {
  const months: string[] = [''];
  for (let month = periodOf(desk.context.today); month >= desk.registry.base; month = addMonths(month, -1))
    months.push(formatPeriod(month));
  return choice(CHOICE.period, 'Bulan seluruh tabel', months, period ? formatPeriod(period) : '', value);
}

/** What each column is, with the first thing that stands in it; then which report and where the figures begin. */
function columnFields(
  { context }: Desk,
  { source, shown, asked }: Checked,
  layout: Layout,
  proposed: Layout,
): readonly DialogField[] {
  const labels = usesFor(layout.type);
  const labelOf = (use: string | undefined): string => labels.find(([one]) => one === use)?.[1] ?? UNUSED;
  const options = [UNUSED, ...labels.map(([, label]) => label)];
  const cells = source.sheets.find(({ tab }) => shown.lines[0]?.tab === tab) ?? source.sheets[0];
  const rows = cells?.cells.slice(layout.headers.to) ?? [];
  const unused = layout.names.filter((name, at) => name !== '' && layout.uses[at] === undefined).length;
  const group = `Kolom (${formatNumber(layout.names.length)}, ${formatNumber(unused)} tidak dipakai)`;
  const columns = layout.names.flatMap((name, at): DialogField[] => {
    const sample = rows.map((row) => (row[at] ?? '').trim()).find((cell) => cell !== '');
    if (name === '' && sample === undefined) return [];
    const about = CHOICE.column(at);
    const label = `${about}${name === '' ? '' : `: ${shortText(name)}`}`;
    const field = choice(about, label, options, labelOf(proposed.uses[at]), labelOf(layout.uses[at]));
    const help = sample === undefined ? {} : { help: `Isi: ${quoted(sample)}` };
    return [{ ...field, ...help, group }];
  });
  const types = context.catalogue.filter((one) => one.frequency === 'monthly' && one.personal === undefined);
  const titles = types.map((one) => one.shortTitle);
  const said = (about: string): string | undefined => chosen(asked, about);
  const own = said(CHOICE.type) === undefined ? layout.type.shortTitle : '';
  const type = choice(CHOICE.type, 'Laporan', titles, own, layout.type.shortTitle);
  const row = said(CHOICE.headers) === undefined ? String(layout.headers.to) : '';
  return [...columns, { ...type, group }, { ...headerField(row, String(layout.headers.to)), group }];
}
