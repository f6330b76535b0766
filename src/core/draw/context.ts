import type { ClosedYears } from '../closedYears';
import type { Office } from '../office';
import type { Placing } from '../place';
import type { VillageAddresses } from '../prefill';
import type { ReportType } from '../report';
import type { Instant, LocalDate, Settings, VillageCode } from '../settings';

/** All that a drawing needs beside the months themselves; the same for one response and for a rebuild. */
export interface DrawContext {
  readonly settings: Settings;
  /** The report types switched on, in the order of the catalogue. */
  readonly catalogue: readonly ReportType[];
  readonly placing: Placing;
  /** Villages in the order of `Registri`: the place of a village is its index. */
  readonly places: readonly VillageCode[];
  readonly addresses: Readonly<Record<VillageCode, VillageAddresses>>;
  /** Address of a tab of the master by its name, `''` = the file itself; undefined where there is no such tab. */
  readonly masterAddress: (tab: string) => string | undefined;
  /** What pages of all villages show of the office's own work; left out: nothing. */
  readonly office?: Office;
  /** Years that are closed: their reports stand in archives. */
  readonly closed?: ClosedYears | undefined;
  readonly now: Instant;
  /** Day of `now` in the sub-district's zone. */
  readonly today: LocalDate;
}
