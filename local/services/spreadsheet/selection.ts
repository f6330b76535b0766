import type { SpreadsheetState } from '../../state/spreadsheet';
import type { Runtime } from '../runtime';
import type { EnumValue } from '../served';
import { Served } from '../served';
import type { Members } from './members';
import type { Range } from './range';
import type { RangeList } from './rangeList';
import { Sheet } from './sheet';
import { activeSheet } from './view';

// prettier-ignore
type SelectionMember =
  | 'getActiveRange' | 'getActiveRangeList' | 'getActiveSheet' | 'getCurrentCell' | 'getNextDataRange';

/** What is selected in the active tab. */
export class Selection
  extends Served
  implements Pick<Members<GoogleAppsScript.Spreadsheet.Selection>, SelectionMember>
{
  static override readonly gas = 'Spreadsheet.Selection';
  constructor(
    runtime: Runtime,
    private readonly state: SpreadsheetState,
  ) {
    super(runtime);
  }

  getActiveSheet(): Sheet {
    return new Sheet(this.runtime, { state: this.state, sheet: activeSheet(this.runtime, this.state) });
  }
  getActiveRange(): Range {
    return this.getActiveSheet().getActiveRange();
  }
  getActiveRangeList(): RangeList {
    return this.getActiveSheet().getActiveRangeList();
  }
  getCurrentCell(): Range {
    return this.getActiveSheet().getCurrentCell();
  }
  getNextDataRange(direction: EnumValue): Range {
    const sheet = this.getActiveSheet();
    const from = sheet.getCurrentCell();
    const to = from.getNextDataCell(direction);
    const top = Math.min(from.getRow(), to.getRow());
    const left = Math.min(from.getColumn(), to.getColumn());
    const rows = Math.abs(from.getRow() - to.getRow()) + 1;
    return sheet.getRange(top, left, rows, Math.abs(from.getColumn() - to.getColumn()) + 1);
  }
}
