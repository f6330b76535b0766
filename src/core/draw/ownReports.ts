import type { VillageBook, Version } from '../book';
import { formatInstant } from '../dates';
import { cellText } from '../escape';
import type { Upsert } from '../patch';
import { TAB } from '../tabs/names';
import { KEY_COLUMNS, STATE_LOOKS, text, type Tab } from '../tabs/tab';
import type { DrawContext } from './context';
import { field, rowOfFields, type Field } from './field';
import { findingsText } from './findings';
import { entriesOf, monthText, timeOrder, type Entry } from './history';
import { inVillage } from './inVillage';
import { typeTitle } from './rows';
import { answerText } from './values';
import { stateText } from './words';

/** What was sent, a line an answer, in the form's order; what was left open is left out. */
function answersText(context: DrawContext, version: Version): string {
  const type = context.catalogue.find((one) => one.id === version.type);
  const lines = (type?.questions ?? []).flatMap((question) => {
    const shown = answerText(version, question);
    return shown === '' ? [] : [`${question.label}: ${shown}`];
  });
  return cellText(lines.join('\n'));
}

const FIELDS: readonly Field<Entry>[] = [
  field(text('Waktu', 230), ({ context, version }) => formatInstant(version.at, context.settings.zone)),
  field(text('Laporan', 130), ({ context, version }) => typeTitle(context, version)),
  field(text('Bulan', 120), monthText),
  // Without what depends on the day alone: sixteen Sheets would have to be opened each 1st.
  field(text('Keadaan', 260), ({ period, version }) => stateText(version, period, undefined)),
  field(text('Yang ditemukan', 380, { wrap: true }), ({ context, version }) =>
    findingsText(context, version),
  ),
  field(text('Isi laporan', 380, { wrap: true }), ({ context, version }) => answersText(context, version)),
  field(text('Nomor laporan', 160), ({ version }) => version.number),
];

/** `Laporan Kami`: what the village sent, one row a response. */
export function ownReportsTab(): Tab {
  return {
    name: TAB.ownReports,
    layout: 'keyed',
    shown: true,
    columns: [...KEY_COLUMNS, ...FIELDS],
    headerRow: 1,
    frozenRows: 1,
    frozenColumns: 0,
    rows: 100,
    looks: STATE_LOOKS,
    protection: 'owner',
    empty: 'Semua laporan yang pernah dikirim dari sini. Baris pertama muncul setelah laporan pertama.',
  };
}

/** `Laporan Kami`: one row a version of the loaded months and of responses without a month. */
export function drawOwnReports(drawn: DrawContext, book: VillageBook): readonly Upsert[] {
  const village = book.head.village;
  const context = inVillage(drawn, village);
  const strays = book.head.strays.map((version) => ({ context, village, period: undefined, version }));
  const entries = [...Object.values(book.months).flatMap((month) => entriesOf(context, month)), ...strays];
  return entries.map((entry) => {
    const order = timeOrder(context, village, entry.version);
    const values = [entry.version.id, order, ...rowOfFields(FIELDS, entry)];
    return { kind: 'upsert', book: village, tab: TAB.ownReports, key: entry.version.id, order, values };
  });
}
