import type { SenderProof } from '../core/book';
import type { ClosedYears } from '../core/closedYears';
import { SPARE_PLACES, type Placing } from '../core/place';
import type { EntryMap, VillageAddresses } from '../core/prefill';
import type { Instant, Period, VillageCode, ZoneName } from '../core/settings';
import { kindOf } from '../core/villageKind';
import type { Snapshot } from '../core/snapshots';
import { TAB } from '../core/tabs/names';
import type { Read } from '../google/cells';
import type { Workbook } from '../google/workbook';
import { NO_FORM, type ItemMap, type VillageForm } from './villageForms';

/** The forms there are: by the kind of village, and the one for personal data. */
export type FormKind = 'desa' | 'kelurahan' | 'personal';

/** Documents that are copies of a template. */
export type PaperKind = 'warning' | 'profile' | 'operators' | 'trial';

/** What set-up found once and every run uses; JSON in D1. */
export interface Facts {
  readonly zone: ZoneName;
  /** Villages at set-up: with the spare places, the rows of a block; never changes. */
  readonly places: number;
  /** Folder of all files of this kecamatan. */
  readonly folder: string;
  readonly recapFolder: string;
  /** Spreadsheet `Respons`. */
  readonly responses: string;
  /** Spreadsheets `Respons Pribadi` and `Register`; only where personal types are switched on. */
  readonly personalResponses?: string;
  readonly register?: string;
  readonly templates: Readonly<Partial<Record<FormKind | 'sheet', string>>>;
  /** Templates of documents. */
  readonly papers?: Readonly<Partial<Record<PaperKind, string>>>;
  /** Numbers of the questions in links, by answer key; a village with other numbers has its own. */
  readonly entries: Readonly<Partial<Record<FormKind, EntryMap>>>;
  /** Years that *Tutup buku tahunan* has closed, oldest first. */
  readonly closed?: ClosedYears;
  /** Whether Google verifies the addresses of those who answer. */
  readonly proof: SenderProof;
  /** Since when everything stands still (*Bongkar*); left out or 0 = it does not. */
  readonly dismantled?: Instant;
}

/** A village's row, from row 3 on, in the order of their places. */
export interface VillageRow extends VillageForm {
  readonly code: VillageCode;
  readonly name: string;
  readonly folder: string;
  /** Its form for personal types. */
  readonly personal?: VillageForm;
  readonly sheet: string;
  /** Address of the tab `Status` in the village's Sheet. */
  readonly statusUrl: string;
  /** What a person has to do for this village since Google refused it, one sentence each. */
  readonly toDos: readonly string[];
}

/** The tab `Registri`, whole. */
export interface Registry {
  /** Id of the spreadsheet it belongs to: another one than the open one means that this is a copy. */
  readonly belongsTo: string;
  /** The settings in force and since when; undefined before the first check. */
  readonly snapshot: Snapshot | undefined;
  /** First month that has a place. */
  readonly base: Period;
  readonly facts: Facts;
  readonly villages: readonly VillageRow[];
}

export const FIRST_VILLAGE_ROW = 3;
export const REGISTRY_COLUMNS = 12;

const NO_FACTS: Facts = {
  zone: 'WITA',
  places: 0,
  folder: '',
  recapFolder: '',
  responses: '',
  templates: {},
  entries: {},
  proof: 'typed',
};

/** A registry that nobody owns yet. */
export const EMPTY_REGISTRY: Registry = {
  belongsTo: '',
  snapshot: undefined,
  base: '',
  facts: NO_FACTS,
  villages: [],
};

const json = <T>(cell: Read | undefined, otherwise: T): T =>
  typeof cell === 'string' && cell.startsWith('{') ? (JSON.parse(cell) as T) : otherwise;

/**
 * Reads `Registri`; an empty one gives a registry that belongs to ''. One call where the number of its villages is
 * known, two otherwise.
 */
export function readRegistry(master: Workbook, villages = 0): Registry {
  const rows = FIRST_VILLAGE_ROW - 1 + villages;
  const cells =
    villages === 0
      ? master.readAll(TAB.registry)
      : master.read(TAB.registry, { row: 1, column: 1, rows, columns: REGISTRY_COLUMNS });
  const head = cells[0] ?? [];
  const facts = { ...NO_FACTS, ...json<Partial<Facts>>(head[3], {}) };
  return {
    belongsTo: String(head[0] ?? ''),
    snapshot: json<Snapshot | undefined>(head[1], undefined),
    base: String(head[2] ?? ''),
    facts,
    villages: cells
      .slice(FIRST_VILLAGE_ROW - 1)
      .filter((row) => String(row[0] ?? '') !== '')
      .map(villageFromCells),
  };
}

function villageFromCells(row: readonly Read[]): VillageRow {
  const at = (column: number): string => String(row[column] ?? '');
  const extras = json<{ proof?: SenderProof; proofSince?: Instant; toDos?: string[] }>(row[9], {});
  return {
    code: at(0),
    name: at(1),
    folder: at(2),
    form: at(3),
    formUrl: at(4),
    entries: json<EntryMap | undefined>(row[5], undefined),
    items: json<ItemMap>(row[6], {}),
    responsesTab: Number(at(7) || '0'),
    sheet: at(8),
    proof: extras.proof ?? 'typed',
    proofSince: extras.proofSince ?? 0,
    toDos: extras.toDos ?? [],
    statusUrl: at(10),
    ...(at(11) === '' ? {} : { personal: { ...NO_FORM, ...json<Partial<VillageForm>>(at(11), {}) } }),
  };
}

/** Cells of a village's row. */
export function villageToCells(row: VillageRow): string[] {
  return [
    row.code,
    row.name,
    row.folder,
    row.form,
    row.formUrl,
    row.entries === undefined ? '' : JSON.stringify(row.entries),
    Object.keys(row.items).length === 0 ? '' : JSON.stringify(row.items),
    row.responsesTab === 0 ? '' : String(row.responsesTab),
    row.sheet,
    JSON.stringify({
      proof: row.proof,
      ...(row.proofSince === 0 ? {} : { proofSince: row.proofSince }),
      toDos: row.toDos,
    }),
    row.statusUrl,
    row.personal === undefined ? '' : JSON.stringify(row.personal),
  ];
}

/** A village of which nothing is built yet. */
export function newVillageRow(code: VillageCode, name: string): VillageRow {
  return {
    ...NO_FORM,
    code,
    name,
    folder: '',
    sheet: '',
    statusUrl: '',
    toDos: [],
  };
}

/** Writes a village's row at its place. One call. */
export function writeVillage(master: Workbook, place: number, row: VillageRow): void {
  master.write(TAB.registry, FIRST_VILLAGE_ROW + place, 1, [villageToCells(row)]);
}

/** Writes C1 (base month) and D1 (facts). One call. */
export function writeFacts(master: Workbook, base: Period, facts: Facts): void {
  master.write(TAB.registry, 1, 3, [[base, JSON.stringify(facts)]]);
}

/** Files that reviewers read and nobody but the owner writes: `Register` and the archives. */
export const readByReviewers = ({ register, closed = [] }: Facts): readonly string[] =>
  [register ?? '', ...closed.map(({ archive }) => archive)].filter((id) => id !== '');

/** Writes A1: from now on the registry belongs to this spreadsheet. One call. */
export function claimRegistry(master: Workbook): void {
  master.write(TAB.registry, 1, 1, [[master.id]]);
}

/** Empties the registry: what stands in it belongs to the spreadsheet that this one was copied from. */
export function clearRegistry(master: Workbook): void {
  const rows = master.lastRow(TAB.registry);
  // The villages first and A1 last: until it is empty the registry is known as another's.
  for (const area of [
    { row: FIRST_VILLAGE_ROW, rows: rows - FIRST_VILLAGE_ROW + 1 },
    { row: 1, rows: 1 },
  ]) {
    if (area.rows > 0) master.clear(TAB.registry, { ...area, column: 1, columns: REGISTRY_COLUMNS });
  }
}

/** Writes `Konteks` (B1): from now on every run uses these settings. One call. */
export function writeSnapshot(master: Workbook, snapshot: Snapshot): void {
  master.write(TAB.registry, 1, 2, [[JSON.stringify(snapshot)]]);
}

/** How the rows of `Indeks` and of the data tabs are placed. */
export function placingOf(registry: Registry): Placing {
  return { base: registry.base, blockSize: registry.facts.places + SPARE_PLACES };
}

/** Villages by place. */
export function placesOf(registry: Registry): readonly VillageCode[] {
  return registry.villages.map((village) => village.code);
}

/** What links need, by village; a village whose form is not ready yet has empty addresses. */
export function addressesOf(registry: Registry): Readonly<Record<VillageCode, VillageAddresses>> {
  return Object.fromEntries(
    registry.villages.map((row) => [
      row.code,
      {
        village: row.code,
        form: row.formUrl,
        entries: row.entries ?? registry.facts.entries[kindOf(row.code)] ?? {},
        status: row.statusUrl,
        ...(row.personal === undefined
          ? {}
          : {
              personal: {
                form: row.personal.formUrl,
                entries: row.personal.entries ?? registry.facts.entries.personal ?? {},
              },
            }),
      },
    ]),
  );
}
