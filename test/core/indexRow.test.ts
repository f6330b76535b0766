import { INDEX_COLUMNS, monthFromCells, monthToCells, headFromCells } from '../../src/core/indexRow';
import { LONGEST_CELL } from '../../src/core/escape';
import { at, BALANG, cellsOf, report, stored, VillageStory } from '../support/villageStory';

function busyMonth(count: number): VillageStory {
  const story = new VillageStory();
  story.arrive(
    ...Array.from({ length: count }, (_unused, index) =>
      report('activities', undefined, at('2026-07-30', `09:${String(index % 60).padStart(2, '0')}:00`), {
        location: `Pos ${index}`,
        description: `Ronda 😀 "${index}" = kegiatan ${'keliling '.repeat(80)}`,
      }),
    ),
  );
  return story;
}

test('a month comes back as it went, over as many cells as it takes, none of them too long', () => {
  const story = busyMonth(200);
  const month = story.book().months['2026-07'];
  if (!month) throw new Error('July holds activities.');
  const cells = monthToCells(month);
  expect(cells).toHaveLength(INDEX_COLUMNS);
  expect(cells.filter((cell) => cell !== '').length).toBeGreaterThan(3);
  expect(Math.max(...cells.map((cell) => cell.length))).toBeLessThanOrEqual(LONGEST_CELL);
  expect(cells.every((cell) => !/[\uD800-\uDBFF]$/.test(cell))).toBe(true);
  expect(monthFromCells(cells)).toEqual(month);
});

test('an ordinary month takes one cell beside its key', () => {
  const story = new VillageStory();
  story.arrive(
    report('population', '2026-07', at('2026-08-03')),
    report('readiness', '2026-07', at('2026-08-03', '10:00:00')),
  );
  const month = story.book().months['2026-07'];
  if (!month) throw new Error('July holds reports.');
  const cells = monthToCells(month);
  expect(cells.filter((cell) => cell !== '')).toHaveLength(2);
  expect(cells[0]).toBe(`${BALANG}|2026-07`);
  expect(cells.join('').length).toBeLessThan(2500);
});

test('heads with strays come back as they went', () => {
  const story = new VillageStory();
  const stray = report('population', '2026-07', at('2026-08-03'));
  story.arrive(
    { ...stray, answers: { report: 'Entah', period: 'Juli 2026' } },
    report('population', undefined, at('2026-08-04')),
  );
  expect(story.book().head.strays.map((one) => one.type)).toEqual(['', 'population']);
  expect(cellsOf(stored(story.book()))).toBe(cellsOf(story.book()));
});

test('an empty row holds nothing; a damaged one says which', () => {
  expect(monthFromCells(['', '', ''])).toBeUndefined();
  expect(headFromCells([])).toBeUndefined();
  expect(() => monthFromCells([`${BALANG}|2026-07`, '{"ledger":'])).toThrow(`${BALANG}|2026-07`);
});
