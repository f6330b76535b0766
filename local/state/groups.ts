import type { GroupState, SheetState } from './spreadsheet';

/** How many groups of that dimension lie around a row or column, from 0. */
export function groupDepthAt(sheet: SheetState, dimension: GroupState['dimension'], place: number): number {
  const around = (sheet.groups ?? []).filter(
    (group) => group.dimension === dimension && place >= group.start && place < group.start + group.count,
  );
  return Math.max(0, ...around.map((group) => group.depth));
}
