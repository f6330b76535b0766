import type { Decision, Version, VillageHead, VillageMonth } from '../book';
import { isArchived } from '../closedYears';
import { formatInstant } from '../dates';
import { cellText } from '../escape';
import type { Upsert } from '../patch';
import type { Period, VillageCode } from '../settings';
import { TAB } from '../tabs/names';
import { KEY_COLUMNS, STATE_LOOKS, text, type Tab } from '../tabs/tab';
import { wallClock } from '../zones';
import { isPinProof } from '../pins';
import type { DrawContext } from './context';
import { field, rowOfFields, type Field } from './field';
import { findingsText } from './findings';
import { nameOf, reportMonth, typeTitle } from './rows';
import { stateText } from './words';

/** A version where it belongs; `period` undefined = its month could not be read. */
export interface Entry {
  readonly context: DrawContext;
  readonly village: VillageCode;
  readonly period: Period | undefined;
  readonly version: Version;
}

const DECIDED: Readonly<Partial<Record<Decision['action'], string>>> = {
  approve: 'Disetujui',
  return: 'Dikembalikan',
  reject: 'Ditolak',
  release: 'Dilepas',
  cancel: 'Dibatalkan keputusannya',
  unlock: 'Dibuka kuncinya',
  adjustBalance: 'Dikoreksi saldonya',
};

const PROOF: Readonly<Record<Version['proof'], string>> = {
  verified: 'akun Google',
  typed: 'alamat diketik',
  pin: 'PIN desa',
  officePin: 'PIN kecamatan',
  wrongPin: 'PIN keliru',
  unseenPin: 'PIN tidak diperiksa',
  noPin: 'tanpa PIN',
};

/** `Disetujui oleh … , 4 Agustus 2026 pukul 08.10 WITA: alasan`. */
export function decisionText({ context, version }: Entry): string {
  const { decision } = version;
  if (decision === undefined) return '';
  const when = formatInstant(decision.at, context.settings.zone);
  const said = `${DECIDED[decision.action] ?? ''} oleh ${decision.actor}, ${when}`;
  return decision.reason === '' ? said : cellText(`${said}: ${decision.reason}`);
}

/** `operator@…, akun Google`; what proves it alone where no address came. */
export function senderText({ sender, proof }: Version): string {
  const proven = sender === '' && !isPinProof(proof) ? '' : PROOF[proof];
  return [sender, proven].filter((part) => part !== '').join(', ');
}

/** A version's month as people read it; what was named where no month could be read. */
export function monthText({ context, period, version }: Entry): string {
  return period === undefined ? cellText(version.named ?? '') : reportMonth(context, version.type, period);
}

const FIELDS: readonly Field<Entry>[] = [
  field(text('Waktu', 230), ({ context, version }) => formatInstant(version.at, context.settings.zone)),
  field(text('Desa/Kelurahan', 170), ({ context, village }) => nameOf(context, village)),
  field(text('Laporan', 140), ({ context, version }) => typeTitle(context, version)),
  field(text('Bulan', 120), monthText),
  field(text('Nomor laporan', 160), ({ version }) => version.number),
  field(text('Keadaan', 260), ({ context, period, version }) => stateText(version, period, context.today)),
  field(text('Yang ditemukan', 420, { wrap: true }), ({ context, version }) =>
    findingsText(context, version),
  ),
  field(text('Dirapikan', 260, { wrap: true }), ({ version }) => cellText(version.normalised.join('\n'))),
  field(text('Keputusan', 320, { wrap: true }), decisionText),
  field(text('Petugas pelapor', 160), ({ version }) => cellText(version.reporter)),
  field(text('Pengirim', 220), ({ version }) => cellText(version.sender)),
  field(text('Bukti pengirim', 120), ({ version: { sender, proof } }) =>
    sender === '' && !isPinProof(proof) ? '' : PROOF[proof],
  ),
];

/** `Riwayat`. */
export function historyTab(): Tab {
  return {
    name: TAB.history,
    layout: 'keyed',
    shown: false,
    columns: [...KEY_COLUMNS, ...FIELDS],
    headerRow: 1,
    frozenRows: 1,
    frozenColumns: 4,
    rows: 200,
    looks: STATE_LOOKS,
    protection: 'owner',
    empty:
      'Setiap laporan yang masuk, satu baris satu kiriman. Baris pertama muncul begitu ada kiriman. Tahun yang sudah ditutup buku ada di arsipnya; link-nya di Beranda.',
  };
}

/** Text that sorts by time: the wall clock to the second, then the village. */
export function timeOrder(context: DrawContext, village: VillageCode, version: Version): string {
  return `${wallClock(version.at, context.settings.zone).slice(0, 19)}|${village}`;
}

function historyRow(entry: Entry): Upsert {
  const { context, village, version } = entry;
  const order = timeOrder(context, village, version);
  const values = [version.id, order, ...rowOfFields(FIELDS, entry)];
  return { kind: 'upsert', book: 'master', tab: TAB.history, key: version.id, order, values };
}

/** All versions of a month, in the catalogue's order of types. */
export function entriesOf(context: DrawContext, month: VillageMonth): readonly Entry[] {
  const { village, period } = month;
  return context.catalogue.flatMap((type) =>
    (month.reports[type.id] ?? []).map((version) => ({ context, village, period, version })),
  );
}

/** `Riwayat`: one row a version of the month that stands in no archive. */
export function drawHistory(context: DrawContext, month: VillageMonth): readonly Upsert[] {
  return entriesOf(context, month)
    .filter(({ version }) => !isArchived(context.closed, month.period, version.at))
    .map(historyRow);
}

/** `Riwayat`: one row a response without a month. */
export function drawStrayHistory(context: DrawContext, head: VillageHead): readonly Upsert[] {
  return head.strays.map((version) =>
    historyRow({ context, village: head.village, period: undefined, version }),
  );
}
