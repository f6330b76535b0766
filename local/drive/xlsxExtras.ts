import type { RowDef, SheetImage } from 'hucre';
import type { WriteSheet } from 'hucre/xlsx';
import { groupDepthAt } from '../state/groups';
import type { GroupState, SheetState } from '../state/spreadsheet';
import { pictureIn, storedPicture, type Pictures } from './cellPicture';

type Dimension = GroupState['dimension'];

/** Excel nests groups seven deep. */
const DEEPEST = 7;
const COLUMN = 100;
const ROW = 21;

function groupsOf(sheet: SheetState, dimension: Dimension): GroupState[] {
  return (sheet.groups ?? []).filter((group) => group.dimension === dimension);
}
const isBefore = (sheet: SheetState, dimension: Dimension): boolean =>
  sheet.groupControls?.[dimension] === 'BEFORE';
const buttonLine = (sheet: SheetState, group: GroupState): number =>
  isBefore(sheet, group.dimension) ? group.start - 1 : group.start + group.count;

/** Every line that lies in a group or carries the button of one. */
export function groupedLines(sheet: SheetState, dimension: Dimension): number[] {
  const lines = groupsOf(sheet, dimension).flatMap((group) => [
    ...Array.from({ length: group.count }, (_, at) => group.start + at),
    buttonLine(sheet, group),
  ]);
  return [...new Set(lines)].filter((line) => line >= 0).sort((a, b) => a - b);
}

/** How deep a line lies in groups, and whether the group whose button it carries is folded. */
export function outlineAt(
  sheet: SheetState,
  dimension: Dimension,
  line: number,
): Pick<RowDef, 'outlineLevel' | 'collapsed'> {
  const groups = groupsOf(sheet, dimension);
  if (groups.length === 0) return {};
  const level = Math.min(DEEPEST, groupDepthAt(sheet, dimension, line));
  const isFolded = groups.some((group) => group.collapsed && buttonLine(sheet, group) === line);
  return { ...(level > 0 ? { outlineLevel: level } : {}), ...(isFolded ? { collapsed: true } : {}) };
}

/** On which side the buttons of groups stand, where it is not Excel's own. */
export function outlineOf(sheet: SheetState): Pick<WriteSheet, 'outlineProperties'> {
  const [above, left] = [isBefore(sheet, 'rows'), isBefore(sheet, 'columns')];
  if (!above && !left) return {};
  return {
    outlineProperties: {
      ...(above ? { summaryBelow: false } : {}),
      ...(left ? { summaryRight: false } : {}),
    },
  };
}

/** Pictures over the cells, and those in cells, which lie over their cell in the file. */
export function sheetImages(sheet: SheetState, pictures: Pictures): Pick<WriteSheet, 'images'> {
  const images = [...overCells(sheet, pictures), ...inCells(sheet, pictures)];
  return images.length > 0 ? { images } : {};
}

function overCells(sheet: SheetState, pictures: Pictures): SheetImage[] {
  return (sheet.images ?? []).flatMap((image) => {
    const stored = image.content === undefined ? pictures(image.url ?? '') : storedPicture(image.content);
    if (!stored) return [];
    return [
      {
        data: stored.bytes,
        type: stored.type,
        anchor: { from: { row: image.row - 1, col: image.column - 1 } },
        width: Math.round(image.width),
        height: Math.round(image.height),
        ...(image.alt ? { altText: image.alt } : {}),
        ...(image.altTitle ? { title: image.altTitle } : {}),
      },
    ];
  });
}

function inCells(sheet: SheetState, pictures: Pictures): SheetImage[] {
  const images: SheetImage[] = [];
  for (const [row, stored] of sheet.rows.entries()) {
    if (!stored) continue;
    const columns = [...Object.keys(stored.images ?? {}), ...Object.keys(stored.formulas ?? {})];
    for (const column of new Set(columns.map(Number))) {
      const picture = pictureIn(stored, column);
      const found = picture && pictures(picture.url);
      if (!found) continue;
      const [width, height] = [sheet.columnWidths[column] ?? COLUMN, sheet.rowHeights[row] ?? ROW];
      const scale = Math.min(1, width / found.width, height / found.height);
      images.push({
        data: found.bytes,
        type: found.type,
        anchor: { from: { row, col: column } },
        width: Math.max(1, Math.round(found.width * scale)),
        height: Math.max(1, Math.round(found.height * scale)),
        ...(picture.description ? { altText: picture.description } : {}),
        ...(picture.title ? { title: picture.title } : {}),
      });
    }
  }
  return images;
}
