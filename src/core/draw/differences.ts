import type { Difference, DifferenceCause, VillageMonth } from '../book';
import { isArchived } from '../closedYears';
import { formatInstant, formatPeriod } from '../dates';
import { MISSING, STOCK_PARTS, toned } from '../looks';
import type { Upsert } from '../patch';
import { TAB } from '../tabs/names';
import { figure, KEY_COLUMNS, STATE_LOOKS, text, type Tab } from '../tabs/tab';
import type { DrawContext } from './context';
import { field, rowOfFields, type Field } from './field';
import { amountText } from './amount';
import { nameOf } from './rows';

interface Entry {
  readonly context: DrawContext;
  readonly month: VillageMonth;
  readonly difference: Difference;
}

const CAUSES: Readonly<Record<DifferenceCause, string>> = {
  reported: 'Jumlah akhir bulan menurut desa/kelurahan berbeda dari hitungan, dengan alasan',
  controlTotal: 'Bulan terkunci dilengkapi; jumlah akhir bulannya berbeda dari hitungan',
  openingChanged: 'Bulan sebelumnya berubah setelah bulan ini dikunci',
};

/** What has to be done about a difference, in words and sign. */
function standing({ difference }: Entry): string {
  if (difference.settled) return toned('good', 'Selesai');
  return difference.cause === 'reported'
    ? toned('waiting', 'Menunggu persetujuan di Antrean Tinjau')
    : toned('wrong', 'Perlu koreksi saldo di bulan yang belum dikunci');
}

const FIELDS: readonly Field<Entry>[] = [
  field(text('Desa/Kelurahan', 170), ({ context, month }) => nameOf(context, month.village)),
  field(text('Bulan', 120), ({ month }) => formatPeriod(month.period)),
  field(text('Sebab', 360, { wrap: true }), ({ difference }) => CAUSES[difference.cause]),
  ...STOCK_PARTS.map(([part, words]) =>
    field<Entry>(figure(words, 72), ({ difference }) => difference.amount[part]),
  ),
  field(text('Sudah dikoreksi', 200), ({ difference }) =>
    difference.corrected === undefined ? MISSING : amountText(difference.corrected) || MISSING,
  ),
  field(text('Keadaan', 340), standing),
  field(text('Sejak', 230), ({ context, difference }) => formatInstant(difference.at, context.settings.zone)),
];

/** `Selisih`. */
export function differencesTab(): Tab {
  return {
    name: TAB.differences,
    layout: 'keyed',
    shown: false,
    columns: [...KEY_COLUMNS, ...FIELDS],
    headerRow: 1,
    frozenRows: 1,
    frozenColumns: 4,
    rows: 50,
    looks: STATE_LOOKS,
    protection: 'owner',
    empty:
      'Tidak ada selisih. Bila saldo satu bulan tidak cocok dengan bulan sebelumnya, barisnya muncul di sini.',
  };
}

/** `Selisih`: the row of a month that has a difference and stands in no archive, else none. */
export function drawDifferences(context: DrawContext, month: VillageMonth): readonly Upsert[] {
  const difference = month.ledger?.difference;
  if (difference === undefined || isArchived(context.closed, month.period, difference.at)) return [];
  const key = `${month.village}|${month.period}`;
  const order = `${month.period}|${month.village}`;
  const values = [key, order, ...rowOfFields(FIELDS, { context, month, difference })];
  return [{ kind: 'upsert', book: 'master', tab: TAB.differences, key, order, values }];
}
