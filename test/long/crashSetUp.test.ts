import { drawn, tellPoints } from '../support/crashes';
import { crashEachPart, crashSetUp, installScene, prepareScene } from '../support/setUpCrashes';
import { setUpDirectory } from '../support/setUpWorkspace';

jest.setTimeout(7_200_000);

const directory = setUpDirectory('crashSetUpLong', undefined, '63');
const all = (points: readonly number[]): readonly number[] => points;

test('Siapkan pengaturan in one piece, interrupted at each change and started again', () => {
  const tried = crashSetUp(directory, prepareScene, all);
  tellPoints('Siapkan pengaturan', tried);
  expect(tried.wrong).toEqual({});
});

test('Pasang for three villages in one piece, interrupted at 200 seeded changes and started again', () => {
  const tried = crashSetUp(directory, installScene('three'), drawn(200, 63));
  tellPoints('Pasang for three villages', tried);
  expect(tried.wrong).toEqual({});
});

test('Pasang for all sixteen villages, part by part, interrupted at each change and started again', () => {
  const tried = crashEachPart(directory, installScene('all'));
  tellPoints('Pasang for sixteen villages', tried);
  expect(tried.wrong).toEqual({});
});
