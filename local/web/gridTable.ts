import { html } from 'hono/html';
import { pictureIn } from '../drive/cellPicture';
import type { Runtime } from '../services/runtime';
import { bandColors } from '../services/spreadsheet/bandColors';
import { isDatePattern } from '../services/spreadsheet/cellTime';
import { cellText } from '../services/spreadsheet/displayText';
import { mayEdit } from '../services/spreadsheet/document';
import type { Tab } from '../services/spreadsheet/document';
import { checkboxValues } from '../services/spreadsheet/validationCheck';
import { columnName } from '../state/a1';
import { rowAt } from '../state/sheetCells';
import { styleAt } from '../state/sheetStyles';
import type { CellStyle, RichRun, ValidationState } from '../state/spreadsheet';
import { localLink } from './addresses';
import { conditionalStyles } from './gridColors';
import type { Conditional, NotDrawn } from './gridColors';
import { groupButtons } from './gridGroups';
import { LookBook, layoutCss } from './gridStyle';
import { spansIn } from './gridWindow';
import type { GridWindow, Spans } from './gridWindow';
import type { Markup } from './markup';
import { flag, nothing, safeHref } from './markup';
import { drawPicture } from './pictures';
import type { Words } from './words';

/** The drawn tab: its table, the style rules that the table's classes stand for, and the lists of its dropdowns. */
export interface DrawnGrid {
  table: Markup;
  css: string;
  /** Values to choose from, by place in the tab's rules. */
  lists: Map<number, string[]>;
  /** Colour rules that the shown cells would need and that are not computed here. */
  notDrawn: NotDrawn[];
}

/** What drawing one tab needs at every cell. */
interface Brush {
  runtime: Runtime;
  tab: Tab;
  shown: GridWindow;
  words: Words;
  looks: LookBook;
  conditional: Conditional;
  band: ReturnType<typeof bandColors>;
  lists: Map<number, string[]>;
  /** Whose buttons the heads of rows and columns carry. */
  groups: Parameters<typeof groupButtons>[0];
}

/** Draws the part of a tab that `shown` names, as that runtime's person sees it. */
export function drawGrid(runtime: Runtime, tab: Tab, shown: GridWindow, words: Words): DrawnGrid {
  const brush: Brush = {
    runtime,
    tab,
    shown,
    words,
    looks: new LookBook(),
    conditional: conditionalStyles(runtime, tab),
    band: bandColors(tab.sheet),
    lists: new Map(),
    groups: { sheet: tab.sheet, words, writable: mayEdit(runtime, tab) },
  };
  const { merges } = tab.sheet;
  const top = spansIn(merges, shown.frozenRows, shown.columns);
  const below = spansIn(merges, shown.rows, shown.columns);
  const head = shown.frozenRows.map((row) => drawRow(brush, row, top));
  const rows = shown.rows.map((row) => drawRow(brush, row, below));
  const table = html`<table
    role="grid"
    aria-multiselectable="true"
    aria-label="${words.say('sheetOf', tab.sheet.name)}"
    aria-rowcount="${tab.sheet.rowCount + 1}"
  >
    <colgroup>
      <col class="rowhead" />
      ${shown.columns.map((column) => html`<col class="k${column}" />`)}
    </colgroup>
    <thead>
      <tr>
        <td class="corner" role="presentation">
          ${groupButtons(brush.groups, 'rows', -1)}${groupButtons(brush.groups, 'columns', -1)}
        </td>
        ${shown.columns.map((column) => columnHead(brush, column))}
      </tr>
      ${head}
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`;
  return {
    table,
    css: layoutCss(tab.sheet, shown) + brush.looks.css(),
    lists: brush.lists,
    notDrawn: brush.conditional.notDrawn(),
  };
}

function columnHead({ shown, groups }: Brush, column: number): Markup {
  // prettier-ignore
  return html`<th scope="col" role="columnheader" class="${frozenClass(shown, column)}">${columnName(column)}${groupButtons(groups, 'columns', column)}</th>`;
}

function frozenClass(shown: GridWindow, column: number): string {
  return column < shown.frozenColumns ? `frozen z${column}` : '';
}

function drawRow(brush: Brush, row: number, spans: Spans): Markup {
  const { tab, runtime, shown } = brush;
  const columns = tab.sheet.columnCount;
  const open = mayEdit(runtime, tab, { row, column: 0, rows: 1, columns });
  const texts = shown.columns.map((column) => cellText(runtime.platform, tab.state, tab.sheet, row, column));
  const title = texts.find((text) => text !== '') ?? '';
  return html`<tr class="h${row}" aria-rowindex="${row + 2}">
    <th scope="row" role="rowheader" class="rowhead">${row + 1}${groupButtons(brush.groups, 'rows', row)}</th>
    ${shown.columns.map((column, place) => {
      if (spans.covered(row, column)) return nothing;
      const writable = open || mayEdit(runtime, tab, { row, column, rows: 1, columns: 1 });
      const next = texts[place + 1];
      const spills = next === '' || next === undefined;
      return drawCell(brush, { row, column, text: texts[place] ?? '', writable, spills, title }, spans);
    })}
  </tr>`;
}

interface Cell {
  row: number;
  column: number;
  text: string;
  /** May the person write here? */
  writable: boolean;
  /** Is the neighbour empty, so that a long text runs over it? */
  spills: boolean;
  /** First text of the row: what a screen reader says to a checkbox. */
  title: string;
}

function drawCell(brush: Brush, cell: Cell, spans: Spans): Markup {
  const { tab, looks, conditional, shown } = brush;
  const { row, column, text } = cell;
  const stored = rowAt(tab.sheet, row);
  const band = brush.band(row, column);
  const own = styleAt(tab.sheet, row, column);
  const style: CellStyle = band === undefined ? own : { background: band, ...own };
  const extra = conditional.styleOf(row, column, text);
  const value = stored?.values[column] ?? null;
  const rule = style.validation === undefined ? undefined : tab.sheet.validations[style.validation];
  const note = stored?.notes?.[column];
  const list = style.validation === undefined || !rule ? undefined : listPlace(brush, style.validation, rule);
  const picture = pictureIn(stored, column);
  const span = spans.spanAt(row, column);
  const plain = inputText(brush, cell, style);
  const classes = [
    extra ? looks.classOf({ ...style, ...extra }) : looks.classOf(style),
    typeof value === 'number' && style.horizontal === undefined ? 'n' : '',
    typeof value === 'boolean' && style.horizontal === undefined ? 'b' : '',
    cell.spills && style.wrap !== 'WRAP' && style.wrap !== 'CLIP' && typeof value === 'string' ? 'over' : '',
    cell.writable ? '' : 'locked',
    note === undefined ? '' : 'noted',
    frozenClass(shown, column),
  ];
  const a1 = `${columnName(column)}${row + 1}`;
  const attributes = html`${span && span.rows > 1 ? html` rowspan="${span.rows}"` : nothing}${
    span && span.columns > 1 ? html` colspan="${span.columns}"` : nothing
  }${plain === text && !picture ? nothing : html` data-v="${plain}"`}${list === undefined ? nothing : html` data-l="${list}"`}${
    cell.writable ? nothing : html` aria-readonly="true"`
  }`;
  const inner =
    rule?.type === 'CHECKBOX'
      ? checkbox(brush, cell, rule, a1)
      : picture
        ? drawPicture(brush.runtime, picture, brush.words)
        : content(cell, stored?.richText?.[column]);
  const marks = html`${list === undefined ? nothing : html`<span class="arrow" aria-hidden="true">▾</span>`}${noteMark(brush, note)}`;
  // The cell keeps blanks as they are, so none may stand between the tags.
  // prettier-ignore
  return html`<td role="gridcell" tabindex="-1" data-a="${a1}" class="${classes.filter(Boolean).join(' ')}"${attributes}>${inner}${marks}</td>`;
}

function noteMark({ words }: Brush, note: string | undefined): Markup {
  if (note === undefined) return nothing;
  // prettier-ignore
  return html`<span class="note" title="${note}"><span class="sr">${words.say('note')}: ${note}</span></span>`;
}

function checkbox(brush: Brush, cell: Cell, rule: ValidationState, a1: string): Markup {
  const value = rowAt(brush.tab.sheet, cell.row)?.values[cell.column] ?? null;
  const [ticked, unticked] = checkboxValues(rule);
  const on = value === ticked || String(value) === String(ticked);
  const asTyped = (one: unknown): string =>
    typeof one === 'boolean' ? String(one).toUpperCase() : String(one ?? '');
  return html`<input
    type="checkbox"
    tabindex="-1"
    data-box="${a1}"
    data-on="${asTyped(ticked)}"
    data-off="${asTyped(unticked)}"
    aria-label="${a1} ${cell.title}"
    ${flag('checked', on)}
    ${flag('disabled', !cell.writable)}
  />`;
}

function content(cell: Cell, runs: RichRun[] | undefined): Markup {
  if (!runs) return html`${/^https?:\/\/\S+$/.test(cell.text) ? link(cell.text, cell.text) : cell.text}`;
  return html`${runs.map((run) => {
    const inner = run.bold
      ? html`<strong>${run.text}</strong>`
      : run.italic
        ? html`<em>${run.text}</em>`
        : run.text;
    return run.link === undefined ? html`${inner}` : link(run.link, inner);
  })}`;
}

function link(address: string, inner: Markup | string): Markup {
  return html`<a href="${safeHref(localLink(address))}" rel="noreferrer" target="_blank" tabindex="-1"
    >${inner}</a
  >`;
}

/** What stands in the cell when a person begins to edit it: the formula, a plain number, a date as it is shown. */
function inputText({ runtime, tab }: Brush, cell: Cell, style: CellStyle): string {
  const stored = rowAt(tab.sheet, cell.row);
  const value = stored?.values[cell.column];
  const formula = stored?.formulas?.[cell.column];
  if (formula !== undefined) return formula;
  if (typeof value !== 'number') return cell.text;
  const isDate = style.numberFormat !== undefined && isDatePattern(style.numberFormat);
  return isDate ? cell.text : runtime.platform.formatNumber(value, 'General', tab.state.locale);
}

function listPlace(brush: Brush, place: number, rule: ValidationState): number | undefined {
  if (rule.type !== 'VALUE_IN_LIST' && rule.type !== 'VALUE_IN_RANGE') return undefined;
  if (rule.showDropdown === false) return undefined;
  if (!brush.lists.has(place)) brush.lists.set(place, listValues(brush, rule));
  return place;
}

function listValues({ runtime, tab }: Brush, rule: ValidationState): string[] {
  if (rule.type === 'VALUE_IN_LIST') return rule.values.map((value) => String(value));
  const [source] = rule.values;
  if (typeof source !== 'object' || source === null || !('rect' in source)) return [];
  const sheet = tab.state.sheets.find(({ sheetId }) => sheetId === source.sheetId);
  if (!sheet) return [];
  const texts: string[] = [];
  const end = Math.min(source.rect.row + source.rect.rows, sheet.rows.length);
  for (let row = source.rect.row; row < end && texts.length < 500; row++) {
    for (let c = 0; c < source.rect.columns; c++) {
      const text = cellText(runtime.platform, tab.state, sheet, row, source.rect.column + c);
      if (text !== '' && !texts.includes(text)) texts.push(text);
    }
  }
  return texts;
}
