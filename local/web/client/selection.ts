/// <reference lib="dom" />
import type { ClientFunction } from './source';

/** Makes a cell the active one: the grid's own script does. */
type Select = (cell: HTMLElement, focus: boolean) => void;

/** What the grid's script uses of this one, under a name of the page: see `offerSelection`. */
export interface Selection {
  extendTo(cell: HTMLElement): void;
  rangeEnd(active: HTMLElement): HTMLElement;
  selectedRange(): string;
  showRange(range: string): void;
  wholeLine(head: HTMLElement): string;
  wireDrag(select: Select): void;
  jumpTo(address: string, select: Select): void;
}

/** Column and row of an address, from 1; 0 where it names none, as the row of `B`. */
function placeOf(address: string): { column: number; row: number } {
  const letters = /^[A-Z]*/i.exec(address)?.[0] ?? '';
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return { column, row: Number(address.slice(letters.length)) || 0 };
}

/** Is the cell inside of a range such as `A1:C4`, `2:3`, `B:B`? */
function isInside(cell: HTMLElement, range: string): boolean {
  const [from = '', to = from] = range.split(':');
  const [start, end, at] = [placeOf(from), placeOf(to), placeOf(cell.dataset.a ?? '')];
  const within = (value: number, a: number, b: number): boolean =>
    (a === 0 && b === 0) || (value >= Math.min(a, b) && value <= Math.max(a, b));
  return within(at.column, start.column, end.column) && within(at.row, start.row, end.row);
}

/** The selected range, as a script's active range will have it. */
function selectedRange(): string {
  const grid = document.getElementById('grid');
  return (
    grid?.dataset.range ?? document.querySelector<HTMLElement>('.grid td[tabindex="0"]')?.dataset.a ?? 'A1'
  );
}

/** Marks the cells of a range and says it in the bar; the cell that stays active is another's affair. */
function showRange(range: string): void {
  const grid = document.getElementById('grid');
  if (!grid) return;
  const single = !range.includes(':');
  if (single) delete grid.dataset.range;
  else grid.dataset.range = range;
  for (const cell of grid.querySelectorAll<HTMLElement>('td[data-a]')) {
    const inside = !single && isInside(cell, range);
    cell.classList.toggle('in-range', inside);
    if (inside) cell.setAttribute('aria-selected', 'true');
    else if (cell.tabIndex !== 0) cell.removeAttribute('aria-selected');
  }
  const where = document.querySelector<HTMLInputElement>('#bar [name=cell]');
  if (where) where.value = range;
}

/** From the active cell to that one. */
function extendTo(cell: HTMLElement): void {
  const anchor = document.querySelector<HTMLElement>('.grid td[tabindex="0"]')?.dataset.a ?? '';
  const end = cell.dataset.a ?? '';
  const grid = document.getElementById('grid');
  if (grid) grid.dataset.end = end;
  showRange(anchor === end ? anchor : `${anchor}:${end}`);
}

/** The cell that a range with the keyboard reaches to. */
function rangeEnd(active: HTMLElement): HTMLElement {
  const end = document.getElementById('grid')?.dataset.end ?? '';
  return document.querySelector<HTMLElement>(`.grid td[data-a="${CSS.escape(end)}"]`) ?? active;
}

/** A click on a row's number or a column's letter: all of it. */
function wholeLine(head: HTMLElement): string {
  const text = head.textContent.trim();
  return `${text}:${text}`;
}

/** A range by the mouse; a finger scrolls. */
function wireDrag(select: Select): void {
  let from: HTMLElement | null = null;
  const cellOf = (event: Event): HTMLElement | null =>
    (event.target as HTMLElement).closest<HTMLElement>('.grid td[data-a]');
  document.addEventListener('pointerdown', (event) => {
    from = event.pointerType === 'mouse' && event.button === 0 && !event.shiftKey ? cellOf(event) : null;
  });
  document.addEventListener('pointerup', () => (from = null));
  document.addEventListener('pointerover', (event) => {
    const cell = from && cellOf(event);
    if (!from || !cell || from.querySelector('.editor')) return;
    if (from.tabIndex !== 0) select(from, true);
    extendTo(cell);
  });
}

/** What is typed into the box of addresses: a cell or a range of the part that is shown. */
function jumpTo(address: string, select: Select): void {
  const first = address.split(':')[0] ?? '';
  const cell = document.querySelector<HTMLElement>(`.grid td[data-a="${CSS.escape(first)}"]`);
  if (!cell) return;
  select(cell, false);
  cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  if (address.includes(':')) showRange(address);
}

/**
 * Puts these functions where the grid's script finds them. A bundle may rename a function, and the text of one cannot
 * name another module, so nothing but a name of the page holds between two files.
 */
function offerSelection(): void {
  const all: Selection = { extendTo, rangeEnd, selectedRange, showRange, wholeLine, wireDrag, jumpTo };
  Object.assign(window, { gridSelection: all });
}

export const selectionScript: readonly ClientFunction[] = [
  placeOf,
  isInside,
  selectedRange,
  showRange,
  extendTo,
  rangeEnd,
  wholeLine,
  wireDrag,
  jumpTo,
  offerSelection,
];
