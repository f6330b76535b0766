import { html } from 'hono/html';
import { columnName } from '../state/a1';
import type { GroupState, SheetState } from '../state/spreadsheet';
import type { Markup } from './markup';
import { flag, nothing } from './markup';
import type { Words } from './words';

/** Where a group's button stands: the line after it, or before it where the tab says so; -1 = there is no such line. */
function buttonLine(sheet: SheetState, group: GroupState): number {
  const isBefore = sheet.groupControls?.[group.dimension] === 'BEFORE';
  const line = isBefore ? group.start - 1 : group.start + group.count;
  const lines = group.dimension === 'rows' ? sheet.rowCount : sheet.columnCount;
  return line < lines ? line : -1;
}

/** Names a group in an address of the page. */
export function groupName({ dimension, start, count, depth }: GroupState): string {
  return `${dimension}/${start}/${count}/${depth}`;
}

/** The group of that name, where the tab still has it. */
export function groupNamed(sheet: SheetState, name: unknown): GroupState | undefined {
  return (sheet.groups ?? []).find((group) => groupName(group) === name);
}

function label({ dimension, start, count, collapsed }: GroupState, words: Words): string {
  const end = start + count - 1;
  return dimension === 'rows'
    ? words.say(collapsed ? 'unfoldRows' : 'foldRows', start + 1, end + 1)
    : words.say(collapsed ? 'unfoldColumns' : 'foldColumns', columnName(start), columnName(end));
}

/** The buttons of the groups that end at that line; of those that have no line (-1) they stand in the corner. */
export function groupButtons(
  { sheet, words, writable }: { sheet: SheetState; words: Words; writable: boolean },
  dimension: GroupState['dimension'],
  line: number,
): Markup {
  const own = (sheet.groups ?? []).filter(
    (group) => group.dimension === dimension && buttonLine(sheet, group) === line,
  );
  if (own.length === 0) return nothing;
  // The sign is drawn by the style sheet: the head's text stays its number.
  return html`${own.map(
    (group) =>
      html`<button
        class="fold ${dimension}"
        form="groups"
        name="group"
        value="${groupName(group)}"
        aria-expanded="${String(!group.collapsed)}"
        aria-label="${label(group, words)}"
        title="${label(group, words)}"
        ${flag('disabled', !writable)}
      ></button>`,
  )}`;
}
