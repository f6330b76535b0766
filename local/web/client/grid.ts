/// <reference lib="dom" />
import type { Selection } from './selection';
import type { ClientFunction } from './source';

function gridSelection(): Selection {
  return (window as unknown as { gridSelection: Selection }).gridSelection;
}

function gridWords(): Record<string, string> {
  return JSON.parse(document.getElementById('script-words')?.dataset.words ?? '{}') as Record<string, string>;
}

function gridBase(): string {
  return location.pathname.replace(/\/[^/]*$/, '');
}

/** The line above the grid belongs to the other script. */
function sayLive(text: string, bad: boolean): void {
  document.dispatchEvent(new CustomEvent('say', { detail: { text, bad } }));
}

async function postJson(path: string, body: unknown): Promise<Record<string, unknown>> {
  const response = await fetch(gridBase() + path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify(body),
  });
  return (await response.json()) as Record<string, unknown>;
}

function textOf(cell: HTMLElement): string {
  const own = [...cell.childNodes].filter(
    (node) => !(node instanceof HTMLElement) || !node.matches('.arrow, .note'),
  );
  return cell.dataset.v ?? own.map((node) => node.textContent).join('');
}

/** Makes a cell the one that arrows, the bar and typing go by. */
function selectCell(cell: HTMLElement, focus: boolean): void {
  for (const other of document.querySelectorAll<HTMLElement>('.grid td[tabindex="0"]')) {
    other.tabIndex = -1;
    other.removeAttribute('aria-selected');
  }
  cell.tabIndex = 0;
  cell.setAttribute('aria-selected', 'true');
  const bar = document.querySelector<HTMLFormElement>('#bar');
  const where = bar?.querySelector<HTMLInputElement>('[name=cell]');
  const what = bar?.querySelector<HTMLInputElement>('[name=text]');
  const box = cell.querySelector<HTMLInputElement>('[data-box]');
  if (where) where.value = cell.dataset.a ?? '';
  const grid = document.getElementById('grid');
  delete grid?.dataset.end;
  if (grid?.dataset.range !== undefined) gridSelection().showRange(cell.dataset.a ?? '');
  if (what) {
    what.value = box ? ((box.checked ? box.dataset.on : box.dataset.off) ?? '') : textOf(cell);
    what.readOnly = cell.classList.contains('locked');
    if (cell.dataset.l === undefined) what.removeAttribute('list');
    else what.setAttribute('list', `list${cell.dataset.l}`);
  }
  if (focus) cell.focus();
}

/** Puts a tab, as the server draws it, into the open page; frames and dialogs are left alone. */
async function loadPart(address: string): Promise<void> {
  const part = document.getElementById('grid-part');
  const response = await fetch(`${address}&part=1`, { headers: { Accept: 'application/json' } });
  if (!part || !response.ok) return;
  const fresh = (await response.json()) as { title: string; name: string; css: string; html: string };
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(fresh.css);
  document.adoptedStyleSheets = [sheet];
  document.querySelector('main > style')?.remove();
  part.innerHTML = fresh.html;
  document.title = document.title.replace(/^.*(?= – )/, fresh.title);
  const heading = document.querySelector('h1');
  if (heading) heading.textContent = fresh.name;
  const first = part.querySelector<HTMLElement>('.grid tbody td[data-a]');
  if (first) selectCell(first, false);
}

/** The open tab anew, where it stood; or there where a script has gone. */
async function refreshGrid(view: { gid: number; range: string } | null): Promise<void> {
  const grid = document.getElementById('grid');
  if (!grid) return;
  const { scrollLeft, scrollTop } = grid;
  const range = view?.range ?? gridSelection().selectedRange();
  const active = view
    ? range.split(':')[0]
    : document.querySelector<HTMLElement>('.grid td[tabindex="0"]')?.dataset.a;
  const focused = document.activeElement !== null && document.activeElement.closest('.grid') !== null;
  const gid = String(view?.gid ?? grid.dataset.gid);
  const row = view ? Math.max(0, Number(/\d+/.exec(range)?.[0] ?? 1) - 1) : grid.dataset.row;
  const address = `${location.pathname}?gid=${gid}&row=${row}&keep=1`;
  if (gid !== grid.dataset.gid) history.pushState(null, '', address);
  await loadPart(address);
  const now = document.getElementById('grid');
  if (!view) now?.scrollTo(scrollLeft, scrollTop);
  const cell = now?.querySelector<HTMLElement>(`td[data-a="${CSS.escape(active ?? 'A1')}"]`);
  if (cell) selectCell(cell, focused);
  if (cell && range.includes(':')) gridSelection().showRange(range);
  if (view) cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  document.dispatchEvent(new CustomEvent('grid-drawn'));
}

/** Another tab or page of rows without leaving the page, so that a sidebar stays as it is. */
function onTab(event: MouseEvent): void {
  const link = (event.target as HTMLElement).closest<HTMLAnchorElement>('.tabs a, .pager a');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  history.pushState(null, '', link.href);
  sayLive('', false);
  void loadPart(link.href).then(() => document.getElementById('grid')?.focus());
}

/** Sends what a person typed into a cell; what Google would say against it stands above the grid. */
async function sendCell(a1: string, text: string | string[][]): Promise<void> {
  const words = gridWords();
  const gid = document.getElementById('grid')?.dataset.gid ?? '';
  sayLive('', false);
  try {
    const answer = await postJson('/cells', { gid, cell: a1, text });
    const wrong = answer.refused ?? answer.error;
    if (typeof wrong === 'string') sayLive(wrong, true);
  } catch {
    sayLive(words.unreachable ?? '', true);
  }
  await refreshGrid(null);
  // An edit trigger may have shown something.
  document.dispatchEvent(new CustomEvent('script-look'));
}

function neighbour(cell: HTMLElement, down: number, right: number): HTMLElement | undefined {
  const rows = [...document.querySelectorAll<HTMLTableRowElement>('.grid tr')].slice(1);
  const row = cell.closest('tr');
  if (!row) return undefined;
  const target = rows[rows.indexOf(row) + down];
  const column = cell.dataset.a?.replace(/\d+/, '') ?? '';
  const cells = [...(target ?? row).querySelectorAll<HTMLElement>('td[data-a]')];
  const here = cells.findIndex((one) => one.dataset.a?.replace(/\d+/, '') === column);
  return target ? cells[here + right] : undefined;
}

/** An input in the cell's place; Enter takes it, Escape leaves the cell as it was. */
function editInPlace(cell: HTMLElement, typed: string | undefined): void {
  const a1 = cell.dataset.a ?? '';
  if (cell.classList.contains('locked') || cell.querySelector('[data-box], .editor')) return;
  const before = textOf(cell);
  const list =
    cell.dataset.l === undefined
      ? null
      : document.querySelector<HTMLDataListElement>(`#list${cell.dataset.l}`);
  const editor = list ? document.createElement('select') : document.createElement('input');
  editor.className = 'editor';
  editor.setAttribute('aria-label', a1);
  if (list && editor instanceof HTMLSelectElement) {
    const values = [...list.options].map((option) => option.value);
    for (const value of new Set(['', ...values, ...(before === '' ? [] : [before])]))
      editor.add(new Option(value, value));
  }
  editor.value = typed ?? before;
  let done = false;
  const finish = (save: boolean, down: number): void => {
    if (done) return;
    done = true;
    const text = editor.value;
    editor.remove();
    cell.focus();
    const next = neighbour(cell, down, 0);
    if (next) selectCell(next, true);
    if (save && text !== before) void sendCell(a1, text);
  };
  editor.addEventListener('keydown', (event) => {
    if (!(event instanceof KeyboardEvent)) return;
    event.stopPropagation();
    if (event.key === 'Enter') finish(true, 1);
    else if (event.key === 'Escape') finish(false, 0);
    else if (event.key === 'Tab') finish(true, 0);
    else return;
    event.preventDefault();
  });
  if (list) editor.addEventListener('change', () => finish(true, 0));
  editor.addEventListener('blur', () => finish(true, 0));
  cell.append(editor);
  editor.focus();
}

function onGridKey(event: KeyboardEvent): void {
  const cell = (event.target as HTMLElement).closest<HTMLElement>('.grid td[data-a]');
  if (!cell || event.altKey || event.isComposing) return;
  const arrows: Record<string, [number, number]> = {
    ArrowDown: [1, 0],
    ArrowUp: [-1, 0],
    ArrowRight: [0, 1],
    ArrowLeft: [0, -1],
  };
  const arrow = arrows[event.key];
  const box = cell.querySelector<HTMLInputElement>('[data-box]');
  if (arrow) {
    const next = neighbour(event.shiftKey ? gridSelection().rangeEnd(cell) : cell, arrow[0], arrow[1]);
    if (next && event.shiftKey) gridSelection().extendTo(next);
    else if (next) selectCell(next, true);
  } else if (event.key === 'Enter' || event.key === 'F2') {
    const link = cell.querySelector<HTMLAnchorElement>('a');
    if (event.key === 'Enter' && event.ctrlKey && link) link.click();
    else editInPlace(cell, undefined);
  } else if (event.key === ' ' && box && !box.disabled) {
    box.click();
  } else if (event.key === 'Delete' || event.key === 'Backspace') {
    if (!cell.classList.contains('locked') && !box) void sendCell(cell.dataset.a ?? '', '');
  } else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey) {
    editInPlace(cell, event.key);
  } else {
    return;
  }
  event.preventDefault();
}

/** Rows and columns out of another program's table; one value is typed like any other. */
function onPaste(event: ClipboardEvent): void {
  const cell = (event.target as HTMLElement).closest<HTMLElement>('.grid td[data-a]');
  const text = event.clipboardData?.getData('text/plain') ?? '';
  if (!cell || cell.querySelector('.editor') || cell.classList.contains('locked') || text === '') return;
  event.preventDefault();
  const rows = text
    .replace(/\r?\n$/, '')
    .split(/\r?\n/)
    .map((line) => line.split('\t'));
  const [first] = rows;
  void sendCell(cell.dataset.a ?? '', rows.length === 1 && first?.length === 1 ? (first[0] ?? '') : rows);
}

function wireGrid(): void {
  document.addEventListener('keydown', onGridKey);
  document.addEventListener('paste', onPaste);
  document.addEventListener('click', (event) => {
    const target = event.target as HTMLElement;
    const cell = target.closest<HTMLElement>('.grid td[data-a]');
    const head = target.closest<HTMLElement>('.grid tbody th, .grid thead th');
    if (head && !target.closest('.fold')) {
      const first = head.closest('tr')?.querySelector<HTMLElement>('td[data-a]');
      if (head.classList.contains('rowhead') && first) selectCell(first, false);
      gridSelection().showRange(gridSelection().wholeLine(head));
    }
    if (cell && event.shiftKey) gridSelection().extendTo(cell);
    // The click that ends a drag over cells is none.
    else if (
      cell &&
      !target.closest('.editor') &&
      cell.dataset.a !== document.getElementById('grid')?.dataset.end
    ) {
      selectCell(cell, !target.closest('input, a'));
      if (target.closest('.arrow')) editInPlace(cell, undefined);
    }
  });
  gridSelection().wireDrag(selectCell);
  document.addEventListener('click', onTab);
  window.addEventListener('popstate', () => {
    const gid = new URLSearchParams(location.search).get('gid') ?? '';
    void loadPart(
      `${location.pathname}?keep=1&gid=${gid}&row=${new URLSearchParams(location.search).get('row') ?? ''}`,
    );
  });
  document.addEventListener('dblclick', (event) => {
    const cell = (event.target as HTMLElement).closest<HTMLElement>('.grid td[data-a]');
    if (cell) editInPlace(cell, undefined);
  });
  document.addEventListener('change', (event) => {
    const box = event.target as HTMLInputElement;
    const a1 = box.dataset.box;
    if (box.matches('#bar [name=cell]')) gridSelection().jumpTo(box.value.trim().toUpperCase(), selectCell);
    if (a1 !== undefined) void sendCell(a1, (box.checked ? box.dataset.on : box.dataset.off) ?? '');
  });
  document.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement;
    if (form.id === 'bar') {
      event.preventDefault();
      const value = (name: string): string =>
        form.querySelector<HTMLInputElement>(`[name=${name}]`)?.value ?? '';
      const active = document.querySelector<HTMLElement>('.grid td[tabindex="0"]')?.dataset.a;
      const where = value('cell').toUpperCase();
      void sendCell(where.includes(':') ? (active ?? where) : where, value('text'));
    }
  });
  document.addEventListener('sheet-changed', (event) => {
    void refreshGrid((event as CustomEvent<{ gid: number; range: string } | null>).detail);
  });
}

function gridMain(): void {
  const wished = /gid=(\d+)/.exec(location.hash)?.[1];
  const grid = document.getElementById('grid');
  if (wished !== undefined && grid && wished !== grid.dataset.gid && !/[?&]gid=/.test(location.search)) {
    location.replace(`${location.pathname}?gid=${wished}&keep=1`);
    return;
  }
  wireGrid();
  const first = document.querySelector<HTMLElement>('.grid tbody td[data-a]');
  const range = grid?.dataset.range ?? 'A1';
  const wanted = document.querySelector<HTMLElement>(
    `.grid td[data-a="${CSS.escape(range.split(':')[0] ?? '')}"]`,
  );
  if (wanted ?? first) selectCell((wanted ?? first) as HTMLElement, false);
  if (range.includes(':')) gridSelection().showRange(range);
}

export const gridScript: readonly ClientFunction[] = [
  gridSelection,
  gridWords,
  gridBase,
  sayLive,
  postJson,
  textOf,
  selectCell,
  loadPart,
  refreshGrid,
  onTab,
  sendCell,
  neighbour,
  editInPlace,
  onGridKey,
  onPaste,
  wireGrid,
  gridMain,
];
