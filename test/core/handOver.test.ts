import { median } from '../../src/core/figures';
import { isCalled, readHandOver } from '../../src/core/handOver';

const GOOD = { name: 'Siti Contoh', email: 'siti@contoh.id', whatsapp: '6281234567890', replaces: '' };

test.each([
  ['in one line', 'Siti Contoh; siti@contoh.id; 0812-3456-7890', GOOD],
  ['with commas', 'Siti Contoh, SITI@contoh.id, +62 812 3456 7890', GOOD],
  ['line by line, in another order', 'siti@contoh.id\n081234567890\nSiti Contoh', GOOD],
  [
    'with a degree',
    'Siti Contoh, S.Pd.; siti@contoh.id; 081234567890',
    { ...GOOD, name: 'Siti Contoh, S.Pd.' },
  ],
  ['without a number', 'Siti Contoh; siti@contoh.id', { ...GOOD, whatsapp: '' }],
  [
    'with whom she follows',
    'Siti Contoh; siti@contoh.id; 081234567890; Menggantikan Budi@contoh.id',
    { ...GOOD, replaces: 'Budi@contoh.id' },
  ],
])('an operator who comes is read %s', (_how, text, read) => {
  expect(readHandOver(text)).toEqual(read);
});

test.each([
  ['nothing', '', 'Mohon tulis nama, email, dan WhatsApp operator baru'],
  ['only an address', 'siti@contoh.id', 'Mohon tulis nama'],
  ['no address', 'Siti Contoh; 081234567890', 'Mohon tulis email operator baru'],
  ['half an address', 'Siti Contoh; siti@contoh', 'Mohon tulis email operator baru'],
  ['no mobile number', 'Siti; siti@contoh.id; 0526 2021', 'Tertulis nomor "0526 2021".'],
])('%s is told', (_what, text, words) => {
  expect(readHandOver(text)).toEqual({ problem: expect.stringContaining(words) as string });
});

describe('in a village with a PIN', () => {
  const without = { ...GOOD, email: '' };
  test.each([
    ['without an address', 'Siti Contoh; 081234567890', without],
    ['with one', 'Siti Contoh; siti@contoh.id', { ...GOOD, whatsapp: '' }],
    [
      'by commas, with a degree',
      'Siti Contoh, S.Pd., 081234567890',
      { ...without, name: 'Siti Contoh, S.Pd.' },
    ],
    ['instead of a name', 'Siti Contoh; 081234567890; menggantikan Budi', { ...without, replaces: 'Budi' }],
  ])('an operator is read %s', (_how, text, read) => {
    expect(readHandOver(text, true)).toEqual(read);
  });

  test.each([
    ['neither address nor number', 'Siti Contoh', 'pesannya hanya lewat WhatsApp'],
    ['half an address', 'Siti Contoh; siti@contoh; 081234567890', 'Mohon tulis email operator baru'],
    ['what is no address', 'Siti Contoh; siti; 081234567890', 'Tertulis "siti"'],
  ])('%s is told', (_what, text, words) => {
    expect(readHandOver(text, true)).toEqual({ problem: expect.stringContaining(words) as string });
  });

  test('who is meant is called by address, without one by name', () => {
    const siti = { name: 'Siti Contoh', email: '' };
    expect([
      isCalled(siti, ' siti contoh'),
      isCalled(siti, ''),
      isCalled({ ...siti, email: 'a@b.id' }, 'Siti Contoh'),
    ]).toEqual([true, false, false]);
  });
});

test('the median of none is nothing', () => {
  expect([median([]), median([3]), median([4, 1]), median([5, 1, 2])]).toEqual([undefined, 3, 2.5, 2]);
});
