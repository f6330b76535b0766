import type { SheetState } from '../../state/spreadsheet';
import type { Runtime } from '../runtime';
import type { ServiceEntry } from '../served';
import { GoogleError, Served } from '../served';
import { ChartOptions } from '../charts/chartOptions';
import { Banding } from './banding';
import * as charts from './charts';
import { CellImage, CellImageBuilder } from './cellImage';
import { Color, ColorBuilder, RgbColor } from './color';
import {
  BooleanCondition,
  ConditionalFormatRule,
  ConditionalFormatRuleBuilder,
  GradientCondition,
} from './conditionalFormat';
import { DataValidation, DataValidationBuilder } from './dataValidation';
import { DeveloperMetadata, DeveloperMetadataFinder, DeveloperMetadataLocation } from './developerMetadata';
import { flushPending, openSpreadsheet, visibleSheets } from './document';
import { Filter, FilterCriteria, FilterCriteriaBuilder } from './filter';
import { Group } from './group';
import type { Members } from './members';
import { Menu } from './menu';
import { NamedRange } from './namedRange';
import { newSpreadsheet } from './newSpreadsheet';
import { OverGridImage } from './overGridImage';
import { Protection } from './protection';
import { Range } from './range';
import { RangeList } from './rangeList';
import { RichTextValue, RichTextValueBuilder } from './richText';
import { Selection } from './selection';
import { Sheet } from './sheet';
import { Spreadsheet } from './spreadsheet';
import { TextFinder } from './textFinder';
import { TextRotation } from './textRotation';
import { TextStyle, TextStyleBuilder } from './textStyle';
import { PromptResponse, Ui, uiOf } from './ui';

// prettier-ignore
type AppMember =
  | 'create' | 'flush' | 'getActive' | 'getActiveRange' | 'getActiveRangeList' | 'getActiveSheet'
  | 'getActiveSpreadsheet' | 'getCurrentCell' | 'getSelection' | 'getUi' | 'newCellImage' | 'newColor' | 'newConditionalFormatRule'
  | 'newDataValidation' | 'newFilterCriteria' | 'newRichTextValue' | 'newTextStyle' | 'open' | 'openById' | 'openByUrl'
  | 'setActiveRange' | 'setActiveRangeList' | 'setActiveSheet' | 'setActiveSpreadsheet' | 'setCurrentCell';

/** The global `SpreadsheetApp` of one execution. */
export class SpreadsheetApp
  extends Served
  implements Pick<Members<GoogleAppsScript.Spreadsheet.SpreadsheetApp>, AppMember>
{
  static override readonly gas = 'Spreadsheet.SpreadsheetApp';
  private activeId: string | undefined;

  constructor(runtime: Runtime) {
    super(runtime);
    this.activeId = runtime.execution.containerId;
  }

  create(name: string, rows = 1000, columns = 26): Spreadsheet {
    return new Spreadsheet(this.runtime, newSpreadsheet(this.runtime, { name, rows, columns }));
  }
  openById(id: string): Spreadsheet {
    return new Spreadsheet(this.runtime, openSpreadsheet(this.runtime, id));
  }
  openByUrl(url: string): Spreadsheet {
    const id = /\/spreadsheets\/d\/([A-Za-z0-9_-]+)/.exec(url)?.[1];
    if (id === undefined) throw new GoogleError('Invalid argument: url');
    return this.openById(id);
  }
  open(file: { getId(): string }): Spreadsheet {
    return this.openById(file.getId());
  }
  /** Everything written is there; a tab that a form was just linked to can be seen (google.md section 2). */
  flush(): void {
    flushPending(this.runtime);
  }

  /** The file that the script is bound to; null for a script of its own and for one bound to another kind of file. */
  getActive(): Spreadsheet | null {
    const state =
      this.activeId === undefined ? undefined : this.runtime.store.get('spreadsheet', this.activeId);
    return state ? new Spreadsheet(this.runtime, state) : null;
  }
  getActiveSpreadsheet(): Spreadsheet | null {
    return this.getActive();
  }
  setActiveSpreadsheet(newActiveSpreadsheet: Spreadsheet): void {
    this.activeId = newActiveSpreadsheet.getId();
  }
  private active(): Spreadsheet {
    const spreadsheet = this.getActive();
    if (!spreadsheet) throw new GoogleError('There is no active spreadsheet.');
    return spreadsheet;
  }
  getActiveSheet(): Sheet | null {
    return this.getActive()?.getActiveSheet() ?? null;
  }
  setActiveSheet(sheet: Sheet, restoreSelection = false): Sheet {
    return sheet.getParent().setActiveSheet(sheet, restoreSelection);
  }
  getActiveRange(): Range | null {
    return this.getActive()?.getActiveRange() ?? null;
  }
  getActiveRangeList(): RangeList | null {
    return this.getActive()?.getActiveRangeList() ?? null;
  }
  getCurrentCell(): Range | null {
    return this.getActive()?.getCurrentCell() ?? null;
  }
  getSelection(): Selection {
    return this.active().getSelection();
  }
  setActiveRange(range: Range): Range {
    return range.activate();
  }
  setActiveRangeList(rangeList: RangeList): RangeList {
    return rangeList.activate();
  }
  setCurrentCell(cell: Range): Range {
    return cell.activateAsCurrentCell();
  }

  getUi(): Ui {
    return uiOf(this.runtime, 'SpreadsheetApp', 'spreadsheet');
  }

  newCellImage(): CellImageBuilder {
    return new CellImageBuilder(this.runtime, {});
  }
  newColor(): ColorBuilder {
    return new ColorBuilder(this.runtime);
  }
  newConditionalFormatRule(): ConditionalFormatRuleBuilder {
    return new ConditionalFormatRuleBuilder(this.runtime);
  }
  newDataValidation(): DataValidationBuilder {
    return new DataValidationBuilder(this.runtime);
  }
  newFilterCriteria(): FilterCriteriaBuilder {
    return new FilterCriteriaBuilder(this.runtime);
  }
  newRichTextValue(): RichTextValueBuilder {
    return new RichTextValueBuilder(this.runtime);
  }
  newTextStyle(): TextStyleBuilder {
    return new TextStyleBuilder(this.runtime, {});
  }
}

/** A tab by its id for whoever builds event objects; undefined when scripts cannot see it yet. */
export function sheetById(runtime: Runtime, spreadsheetId: string, sheetId: number): Sheet | undefined {
  const state = runtime.store.get('spreadsheet', spreadsheetId);
  const sheet: SheetState | undefined =
    state && visibleSheets(runtime, state).find((candidate) => candidate.sheetId === sheetId);
  return state && sheet ? new Sheet(runtime, { state, sheet }) : undefined;
}

export const spreadsheetService: ServiceEntry = {
  global: 'SpreadsheetApp',
  gas: SpreadsheetApp.gas,
  create: (runtime) => new SpreadsheetApp(runtime),
  classes: [
    SpreadsheetApp,
    Spreadsheet,
    Sheet,
    Range,
    RangeList,
    Selection,
    NamedRange,
    Protection,
    DataValidation,
    DataValidationBuilder,
    ConditionalFormatRule,
    ConditionalFormatRuleBuilder,
    BooleanCondition,
    GradientCondition,
    RichTextValue,
    RichTextValueBuilder,
    TextStyle,
    TextStyleBuilder,
    TextRotation,
    TextFinder,
    Color,
    ColorBuilder,
    RgbColor,
    Filter,
    FilterCriteria,
    FilterCriteriaBuilder,
    Group,
    DeveloperMetadata,
    DeveloperMetadataFinder,
    DeveloperMetadataLocation,
    Banding,
    CellImage,
    CellImageBuilder,
    OverGridImage,
    charts.EmbeddedChart,
    charts.ContainerInfo,
    ChartOptions,
    charts.EmbeddedChartBuilder,
    charts.EmbeddedAreaChartBuilder,
    charts.EmbeddedBarChartBuilder,
    charts.EmbeddedColumnChartBuilder,
    charts.EmbeddedComboChartBuilder,
    charts.EmbeddedHistogramChartBuilder,
    charts.EmbeddedLineChartBuilder,
    charts.EmbeddedPieChartBuilder,
    charts.EmbeddedScatterChartBuilder,
    charts.EmbeddedTableChartBuilder,
    Menu,
    Ui,
    PromptResponse,
  ],
};
