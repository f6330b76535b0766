import fc from 'fast-check';
import { lineText, readLines } from '../../src/core/lines';
import { neighbourhoods } from '../../src/reports/neighbourhoods';

const figures = neighbourhoods.questions.find((one) => one.kind === 'lines')?.line ?? [];
const full = 'KK 45, L 80, P 77, lahir 1, meninggal 0, datang 2, pindah 0, ronda 4';
const read = (text: string) => {
  const { lines, problems } = readLines(text, figures);
  return {
    lines: lines.map((line) => lineText(line, figures)),
    problems: problems.map((one) => `${one.rule}: ${one.sentence}`),
    quotes: problems.map((one) => one.quote),
  };
};

test.each([
  ['as it is brought prefilled', `RT 001: ${full}`],
  ['one digit, small letters', `rt 1 ${full.toLowerCase()}`],
  ['other separators', 'RT.01; KK=45; L=80; P=77; lahir=1; meninggal=0; datang=2; pindah=0; ronda=4'],
  ['without blanks', 'RT001:KK45,L80,P77,lahir1,meninggal0,datang2,pindah0,ronda4'],
  ['another order', 'RT 1: ronda 4, pindah 0, datang 2, meninggal 0, lahir 1, P 77, L 80, KK 45'],
  [
    'figures before their words',
    'RT 1: 45 KK, 80 L, 77 P, 1 lahir, 0 meninggal, 2 datang, 0 pindah, 4 ronda',
  ],
  ['abbreviations', 'RT 1 KK 45 lk 80 pr 77 lhr 1 mgl 0 dtg 2 pdh 0 siskamling 4'],
  [
    'units behind the figures',
    'RT 1: KK 45, L 80 orang, P 77 org, lahir 1 orang, meninggal 0, datang 2 jiwa, pindah 0, ronda 4x',
  ],
  [
    'a row a figure',
    'RT 001\nKK : 45\nL : 80\nP : 77\nLahir : 1\nMeninggal : 0\nDatang : 2\nPindah : 0\nRonda : 4 kali',
  ],
  ['nil in words', 'RT 1 KK 45 L 80 P 77 lahir 1 meninggal nihil datang 2 pindah tidak ada ronda 4'],
  ['several that are nil', 'RT 1: KK 45, L 80, P 77, lahir 1, datang 2, ronda 4, meninggal/pindah: 0'],
  ['full-width digits', 'RT １: KK ４５, L 80, P 77, lahir 1, meninggal 0, datang 2, pindah 0, ronda 4'],
  ['a chat, iPhone', `[09.14, 3/8/2026] Ketua RT 1 Pak Amat: RT 001: ${full}`],
  ['a chat, Android', `03/08/26 09.14 - Pak Amat: *RT 001*: ${full}`],
  ['a greeting and thanks', `Assalamualaikum, laporan bulan Juli 2026:\n- RT 001: ${full}\nTerima kasih`],
  [
    'its total, right',
    `RT 1: KK 45, L 80, P 77, jumlah 157 jiwa, lahir 1, meninggal 0, datang 2, pindah 0, ronda 4`,
  ],
])('is read: %s', (_what, text) => {
  expect(read(text)).toEqual({ lines: [`RT 001: ${full}`], problems: [], quotes: [] });
});

test.each([
  [
    'a letter for a digit',
    `RT 3: ${full.replace('80', '8O')}`,
    'line: Angka "8o" tidak terbaca; tulis angka saja, misalnya 45.',
  ],
  [
    'a thousand with a dot',
    `RT 3: ${full.replace('80', '1.204')}`,
    'line: Angka "1.204" tidak terbaca; tulis angka saja, misalnya 45.',
  ],
  ['an unknown word', `RT 3: ${full}, sapi 3`, 'line: Tidak kami kenal: "sapi 3".'],
  ['a figure without a word', `RT 3: ${full}, 9`, 'line: Tidak kami kenal: angka 9 tanpa keterangan.'],
  [
    'a word without a figure',
    `RT 3: ${full.replace('pindah 0, ', '')}, pindah -`,
    'line: Angka sesudah pindah belum ada; bila tidak ada, tulis 0.',
  ],
  ['twice in a line', `RT 3: ${full}, lahir 2`, 'line: lahir tertulis dua kali.'],
  [
    'one figure for two words',
    'RT 3: KK 45, L 80, P 77, lahir meninggal 1, datang 2, pindah 0, ronda 4',
    'line: Tidak jelas untuk lahir atau meninggal.',
  ],
  [
    'left out',
    'RT 3: KK 45, L 80, P 77, lahir 1',
    'lineMissing: Belum ada: meninggal, datang, pindah, ronda. Bila tidak ada, tulis 0.',
  ],
  [
    'more households than people',
    `RT 3: ${full.replace('45', '200')}`,
    'lineHouseholds: KK 200, padahal penduduknya 157 (L 80 + P 77).',
  ],
  [
    'a total that is wrong',
    `RT 3: ${full}, jumlah 160`,
    'lineTotal: Jumlah tertulis 160, padahal L 80 + P 77 = 157.',
  ],
  ['no RT named', full, 'lineKey: Baris ini tidak menyebut nomor RT-nya.'],
  ['nothing of the kind', 'sudah dikirim kemarin', 'lineKey: Belum ada baris RT yang terbaca.'],
])('is told: %s', (_what, text, problem) => {
  expect(read(text).problems).toContain(problem);
});

test('each problem quotes its own line; the other lines are read', () => {
  const found = read(`RT 1: ${full}\nRT 2: ${full.replace('77', '7i')}\nRT 3: ${full}`);
  expect(found.quotes[0]).toMatch(/^RT 2: KK 45/);
  expect(found.quotes.every((quote) => quote.startsWith('RT 2'))).toBe(true);
  expect(found.lines).toHaveLength(3);
});

test('an RT of two RW is two lines; the same RT twice is told', () => {
  expect(read(`RT 1/RW 2: ${full}\nRT 1/3: ${full}`)).toMatchObject({ problems: [] });
  expect(read(`RT 1: ${full}\nRT 01: ${full}`).problems).toEqual(['lineTwice: RT 001 tertulis dua kali.']);
});

const unit = fc.record({
  key: fc.integer({ min: 1, max: 999 }).map((n) => String(n).padStart(3, '0')),
  people: fc.tuple(fc.nat(900), fc.nat(900)),
  flows: fc.array(fc.nat(40), { minLength: 5, maxLength: 5 }),
  share: fc.nat(100),
});

test('what is written in its own spelling is read back, in whatever order and with whatever separators', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(unit, { selector: (one) => one.key, minLength: 1, maxLength: 12 }),
      fc.constantFrom(', ', '; ', ' | ', '\n', ' '),
      fc.constantFrom(' ', ': ', '=', ' = ', ''),
      fc.boolean(),
      (units, between, beside, backwards) => {
        const lines = units.map(({ key, people: [male, female], flows, share }) => {
          const households = Math.floor(((male + female) * share) / 100);
          const [births = 0, deaths = 0, arrivals = 0, departures = 0, patrols = 0] = flows;
          return {
            key,
            figures: { households, male, female, births, deaths, arrivals, departures, patrols },
          };
        });
        const written = lines.map((line) => {
          const parts = figures.flatMap(({ id, word }) => {
            const value = (line.figures as Record<string, number>)[id];
            return value === undefined ? [] : [`${word}${beside}${value}`];
          });
          return `RT ${Number(line.key)}: ${(backwards ? parts.reverse() : parts).join(between)}`;
        });
        const found = readLines(written.reverse().join('\n'), figures);
        expect(found.problems).toEqual([]);
        const sorted = [...lines].sort((a, b) => (a.key < b.key ? -1 : 1));
        expect(found.lines).toEqual(sorted);
      },
    ),
    { numRuns: 60 },
  );
});
