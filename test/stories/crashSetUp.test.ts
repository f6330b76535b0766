import { drawn, everyKth, tellPoints } from '../support/crashes';
import { crashSetUp, installScene, prepareScene } from '../support/setUpCrashes';
import { setUpDirectory } from '../support/setUpWorkspace';

jest.setTimeout(240_000);

const directory = setUpDirectory('crashSetUp');

test('Siapkan pengaturan, interrupted at every nineteenth change and started again', () => {
  const tried = crashSetUp(directory, prepareScene, everyKth(19, 3));
  tellPoints('Siapkan pengaturan', tried);
  expect(tried.wrong).toEqual({});
});

test('Pasang, interrupted at seeded changes and started again', () => {
  const tried = crashSetUp(directory, installScene('three'), drawn(24, 63));
  tellPoints('Pasang for three villages', tried);
  expect(tried.wrong).toEqual({});
});
