import { html, raw } from 'hono/html';
import type { WhatIsShown } from '../host/api';
import type { Runtime } from '../services/runtime';
import { mayEdit } from '../services/spreadsheet/document';
import { rectToA1 } from '../state/a1';
import type { DriveFile } from '../state/file';
import type { SheetState, SpreadsheetState } from '../state/spreadsheet';
import { tabCharts } from './charts';
import { drawGrid } from './gridTable';
import type { DrawnGrid } from './gridTable';
import type { GridWindow } from './gridWindow';
import { deskPage } from './layout';
import type { Frame } from './layout';
import type { Markup } from './markup';
import { nothing, safeColor } from './markup';
import { tabPictures } from './pictures';
import { menuBar, messageLine, scriptBoxes } from './scriptBoxes';
import type { Said } from './scriptBoxes';
import type { Words } from './words';

/** One tab of a spreadsheet as a person has it on the screen. */
export interface GridView {
  frame: Frame;
  runtime: Runtime;
  file: DriveFile;
  state: SpreadsheetState;
  sheet: SheetState;
  shown: GridWindow;
  menus: WhatIsShown['menus'];
  /** Said once on top: why a change was refused, or what a menu run gave. */
  message: Said | undefined;
  /** Cell that stands in the bar. */
  selected: string;
}

/** What changes from tab to tab, and the style rules that its classes stand for. */
export interface GridPart {
  title: string;
  /** Name of the file: a script may change it. */
  name: string;
  markup: Markup;
  css: string;
}

/** Bar, table, tabs and protections of one tab. */
export function gridPart(view: GridView): GridPart {
  const { frame, runtime, file, state, sheet } = view;
  const drawn = drawGrid(runtime, { state, sheet }, view.shown, frame.words);
  return {
    title: `${sheet.name} – ${file.name}`,
    name: file.name,
    markup: html`${editBar(view)} ${gridBox(view, drawn)} ${pager(view)} ${tabs(view)}
    ${notDrawn(drawn, frame.words)} ${tabCharts(runtime, { state, sheet }, frame.words)}
    ${tabPictures(runtime, { state, sheet }, frame.words)} ${exportLinks(view)} ${protections(view)}`,
    css: drawn.css + tabColors(state),
  };
}

/** The whole page around that part. Its policy has to name the hash of `part.css`. */
export function gridPage(view: GridView, part: GridPart): Markup {
  const { frame } = view;
  return deskPage(
    frame,
    part.title,
    html`${menuBar(frame, view.menus, `/spreadsheets/d/${view.file.id}`, { gid: view.sheet.sheetId })}
      ${messageLine(view.message)}
      <p id="live" class="live" role="status" hidden></p>
      ${raw(`<style>${part.css}</style>`)}
      <div id="grid-part">${part.markup}</div>
      ${scriptBoxes(frame)}`,
    {
      scripts: ['selection', 'grid', 'groups', 'menus', 'frames'],
      kind: 'desk-page grid-page',
      heading: heading(view),
    },
  );
}

function heading({ frame, file, runtime }: GridView): Markup {
  const canWrite = runtime.may('write', file.id);
  return html`<div class="title">
    <h1>${file.name}</h1>
    ${canWrite ? nothing : html`<span class="state held">${frame.words.say('onlyRead')}</span>`}
  </div>`;
}

/** Colour rules that are left out, by name: nothing is coloured by a guess. */
function notDrawn(drawn: DrawnGrid, words: Words): Markup {
  if (drawn.notDrawn.length === 0) return nothing;
  return html`<details class="not-drawn" open>
    <summary>${words.say('rulesNotDrawn')} (${drawn.notDrawn.length})</summary>
    <ul>
      ${drawn.notDrawn.map(
        ({ where, formula, piece }) =>
          html`<li>
            <strong>${where}</strong> <code>${formula}</code>
            <span class="faint">${words.say('notComputed', piece)}</span>
          </li>`,
      )}
    </ul>
  </details>`;
}

function exportLinks({ frame, file, sheet, runtime }: GridView): Markup {
  const base = `/spreadsheets/d/${file.id}/export?format=`;
  return html`<p class="exports">
    ${frame.words.say('exportAs')} <a href="${base}xlsx">xlsx</a>
    <a href="${base}csv&gid=${sheet.sheetId}">csv</a>
    <a href="${base}pdf&gid=${sheet.sheetId}">pdf</a>
    ${
      runtime.may('write', file.id)
        ? html`· <a href="/spreadsheets/d/${file.id}/import">${frame.words.say('importXlsx')}</a>`
        : nothing
    }
  </p>`;
}

function editBar({ frame, file, sheet, shown, selected, runtime }: GridView): Markup {
  const { words } = frame;
  if (!runtime.may('write', file.id)) return nothing;
  return html`<form class="bar" method="post" action="/spreadsheets/d/${file.id}/cells" id="bar">
    <input type="hidden" name="gid" value="${sheet.sheetId}" />
    <input type="hidden" name="row" value="${shown.from}" />
    <label
      ><span class="sr">${words.say('cell')}</span
      ><input
        class="box where"
        name="cell"
        value="${selected}"
        autocomplete="off"
        required
        pattern="[A-Za-z]{0,3}[0-9]{0,7}(:[A-Za-z]{0,3}[0-9]{0,7})?"
    /></label>
    <label class="what"
      ><span class="sr">${words.say('cellValue')}</span><input class="box" name="text" autocomplete="off"
    /></label>
    <button type="submit">${words.say('save')}</button>
  </form>`;
}

function gridBox({ frame, file, sheet, shown, selected }: GridView, drawn: DrawnGrid): Markup {
  const { words } = frame;
  return html`<div
      class="grid"
      id="grid"
      tabindex="-1"
      data-gid="${sheet.sheetId}"
      data-row="${shown.from}"
      ${selected === 'A1' ? nothing : html`data-range="${selected}"`}
    >
      ${drawn.table}
    </div>
    ${groupForm(file, sheet, shown)}
    ${[...drawn.lists].map(
      ([place, values]) =>
        html`<datalist id="list${place}">
          ${values.map((value) => html`<option value="${value}"></option>`)}
        </datalist>`,
    )}
    ${
      shown.columnsLeftOut > 0
        ? html`<p class="faint">
            ${words.say('truncatedColumns', shown.columns.length, shown.columns.length + shown.columnsLeftOut)}
          </p>`
        : nothing
    }`;
}

/** What the buttons of groups send: they stand in the heads of rows and columns. */
function groupForm(file: DriveFile, sheet: SheetState, shown: GridWindow): Markup {
  if ((sheet.groups ?? []).length === 0) return nothing;
  return html`<form id="groups" method="post" action="/spreadsheets/d/${file.id}/groups">
    <input type="hidden" name="gid" value="${sheet.sheetId}" />
    <input type="hidden" name="row" value="${shown.from}" />
  </form>`;
}

/** Address of a tab, or of a later page of it, without opening the file again. */
export function tabPath(fileId: string, sheetId: number, row?: number): string {
  return `/spreadsheets/d/${fileId}/edit?gid=${sheetId}${row === undefined ? '' : `&row=${row}`}&keep=1`;
}

function pager({ frame, file, sheet, shown }: GridView): Markup {
  if (shown.previous === undefined && shown.next === undefined) return nothing;
  const { words } = frame;
  const link = (row: number | undefined, text: string): Markup =>
    row === undefined
      ? nothing
      : html`<a class="button" href="${tabPath(file.id, sheet.sheetId, row)}">${text}</a>`;
  const last = shown.rows[shown.rows.length - 1] ?? shown.from;
  return html`<nav class="pager" aria-label="${words.say('rowsOf', shown.from + 1, last + 1, shown.end)}">
    ${link(shown.previous, words.say('previousRows'))}
    <span>${words.say('rowsOf', shown.from + 1, last + 1, shown.end)}</span>
    ${link(shown.next, words.say('nextRows'))}
  </nav>`;
}

function tabs({ frame, file, state, sheet, runtime }: GridView): Markup {
  const { words } = frame;
  const now = runtime.now();
  const all = state.sheets.filter((one) => one.visibleFrom === undefined || one.visibleFrom <= now);
  const hidden = all.filter((one) => one.hidden);
  const item = (one: SheetState): Markup =>
    html`<li>
      <a
        class="t${one.sheetId}"
        href="${tabPath(file.id, one.sheetId)}"
        ${one === sheet ? html`aria-current="page"` : nothing}
        >${one.name}</a
      >
    </li>`;
  return html`<nav class="tabs" aria-label="${words.say('sheets')}">
    <ul>
      ${all.filter((one) => !one.hidden || one === sheet).map(item)}
    </ul>
    ${
      hidden.length === 0
        ? nothing
        : html`<details>
            <summary>${words.say('hiddenSheets')} (${hidden.length})</summary>
            <ul>
              ${hidden.map(item)}
            </ul>
          </details>`
    }
  </nav>`;
}

function tabColors(state: SpreadsheetState): string {
  return state.sheets
    .map((one) => {
      const color = safeColor(one.tabColor);
      return color === undefined ? '' : `.tabs a.t${one.sheetId}{box-shadow:inset 0 -4px ${color}}`;
    })
    .join('');
}

function protections({ frame, runtime, state, sheet, file }: GridView): Markup {
  if (sheet.protections.length === 0) return nothing;
  const { words } = frame;
  return html`<details class="protections">
    <summary>${words.say('protectedRanges')} (${sheet.protections.length})</summary>
    <ul>
      ${sheet.protections.map((one) => {
        const where = one.rect ? rectToA1(one.rect) : words.say('protectedSheet');
        const mine = mayEdit(runtime, { state, sheet }, one.rect);
        const editors = [file.owner, ...(one.editors ?? file.editors)].join(', ');
        return html`<li>
          <strong>${where}</strong> ${one.description}
          ${one.warningOnly ? html`(${words.say('warningOnly')})` : nothing}
          <span class="faint">${words.say('editorsAre', editors)}</span>
          ${mine ? html`<span aria-hidden="true">✓</span>` : nothing}
          ${
            one.unprotected && one.unprotected.length > 0
              ? html`<span class="faint">– ${one.unprotected.map((rect) => rectToA1(rect)).join(', ')}</span>`
              : nothing
          }
        </li>`;
      })}
    </ul>
  </details>`;
}
