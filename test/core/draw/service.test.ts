import { namedIn } from '../../../src/core/draw/service';

const members = ['Contoh Satu', 'H. Contoh Dua', 'Udin', 'Tono', 'tono', 'Ali'].map((name) => ({ name }));

test.each([
  ['Danru: CONTOH  satu', ['Contoh Satu']],
  ['bersama Contoh Dua, dan kawan-kawan', ['H. Contoh Dua']],
  ['H.Contoh Dua/Udin', ['H. Contoh Dua', 'Udin']],
  ['Contoh Satuan dan Udinsyah', []],
  // A name that two bear, and one that is too short to be sure.
  ['Tono dan Ali', []],
  ['', []],
])('%s names %j', (said, wanted) => {
  expect(namedIn(said, members).map((one) => one.name)).toEqual(wanted);
});
