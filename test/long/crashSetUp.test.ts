import { tellPoints } from '../support/crashes';
import { crashSetUp, installScene, prepareScene } from '../support/setUpCrashes';
import { setUpDirectory } from '../support/setUpWorkspace';

jest.setTimeout(7_200_000);

const directory = setUpDirectory('crashSetUpLong');
const all = (points: readonly number[]): readonly number[] => points;

test('Siapkan pengaturan, interrupted at each change and started again', () => {
  const tried = crashSetUp(directory, prepareScene, all);
  tellPoints('Siapkan pengaturan', tried);
  expect(tried.wrong).toEqual({});
});

test('Pasang for three villages, interrupted at each change and started again', () => {
  const tried = crashSetUp(directory, installScene('three'), all);
  tellPoints('Pasang for three villages', tried);
  expect(tried.wrong).toEqual({});
});

test('Pasang for all sixteen villages, interrupted at each change and started again', () => {
  const tried = crashSetUp(directory, installScene('all'), all);
  tellPoints('Pasang for sixteen villages', tried);
  expect(tried.wrong).toEqual({});
});
