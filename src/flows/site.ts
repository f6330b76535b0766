import { personalTypes } from '../core/persons';
import type { ReportType } from '../core/report';
import type { Instant, LocalDate, Settings, Village } from '../core/settings';
import { TAB } from '../core/tabs/names';
import type { Workbook } from '../google/workbook';
import {
  EMPTY_REGISTRY,
  newVillageRow,
  readRegistry,
  writeFacts,
  writeVillage,
  type Facts,
  type Registry,
  type VillageRow,
} from './registry';

/** A village and its place in the registry. */
export interface Plot {
  readonly place: number;
  readonly village: Village;
}

/** Everything that the steps of *Pasang* work on during one slice. */
export class Site {
  private known: Registry | undefined;

  constructor(
    readonly master: Workbook,
    readonly settings: Settings,
    readonly catalogue: readonly ReportType[],
    readonly now: Instant,
    readonly today: LocalDate,
  ) {}

  /** Personal types are switched on: their files belong to the kecamatan. */
  get isPersonal(): boolean {
    return personalTypes(this.catalogue).length > 0;
  }

  /**
   * The registry as it is: read once a slice, then kept with what the steps write. One that is not there, or that
   * came along with a copy of another master, is empty.
   */
  get registry(): Registry {
    this.known ??= this.read();
    return this.known;
  }

  private read(): Registry {
    if (!this.master.has(TAB.registry)) return EMPTY_REGISTRY;
    const registry = readRegistry(this.master);
    return registry.belongsTo === this.master.id ? registry : EMPTY_REGISTRY;
  }

  /** The tab `Registri` was written by somebody else than this site: read it again. */
  forget(): void {
    this.known = undefined;
  }

  /** Keeps facts in the registry. One call. */
  keep(change: Partial<Facts>): void {
    const registry = this.registry;
    const facts = { ...registry.facts, ...change };
    writeFacts(this.master, registry.base, facts);
    this.known = { ...registry, facts };
  }

  /** Villages with their places: those of the registry keep theirs, new ones follow in the order of the settings. */
  get plots(): readonly Plot[] {
    const placed = this.registry.villages;
    const isNew = (village: Village): boolean => !placed.some((row) => row.code === village.code);
    return [
      ...placed.flatMap((row, place) => {
        const village = this.settings.villages.find((one) => one.code === row.code);
        return village === undefined ? [] : [{ place, village }];
      }),
      ...this.settings.villages.filter(isNew).map((village, at) => ({ place: placed.length + at, village })),
    ];
  }

  /** The row of a village; a fresh one where it has none yet. */
  row({ place, village }: Plot): VillageRow {
    return this.registry.villages[place] ?? newVillageRow(village.code, village.name);
  }

  /** Keeps what is known about a village. One call. */
  keepRow(plot: Plot, change: Partial<VillageRow>): void {
    const row = { ...this.row(plot), ...change };
    writeVillage(this.master, plot.place, row);
    const villages = [...this.registry.villages];
    villages[plot.place] = row;
    this.known = { ...this.registry, villages };
  }

  /** A name that no other kecamatan of the same account uses, for what Google first makes in the root. */
  passingName(what: string): string {
    return `Sedang dibuat ${what} ${this.master.id}`;
  }
}
