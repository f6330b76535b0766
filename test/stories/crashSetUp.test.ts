import { tellPoints } from '../support/crashes';
import { crashEachPart, installScene, prepareScene } from '../support/setUpCrashes';
import { setUpDirectory } from '../support/setUpWorkspace';

jest.setTimeout(600_000);

const directory = setUpDirectory('crashSetUp', undefined, '63');

/** A section is made like another: all kinds of reports are interrupted in the long tests, with all sixteen villages. */
const THREE_TYPES = 'Kependudukan, Kegiatan, Rekap Linmas';

test('Siapkan pengaturan, interrupted at each change and started again', () => {
  const tried = crashEachPart(directory, prepareScene);
  tellPoints('Siapkan pengaturan', tried);
  expect(tried.wrong).toEqual({});
});

test('Pasang, interrupted at each change and started again', () => {
  const tried = crashEachPart(directory, installScene('three', THREE_TYPES));
  tellPoints('Pasang for three villages', tried);
  expect(tried.wrong).toEqual({});
});
