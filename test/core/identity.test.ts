import { bornOn, initials, isSpoiltColumn, maskNumber, maskNumbers, parseNik } from '../../src/core/identity';
import { KINDS } from '../../src/core/kinds';
import type { Question } from '../../src/core/report';

const MALE = '6311061508909999';
const FEMALE = '6311065508909999';

const nik: Question = { id: 'nik', kind: 'identity', label: 'NIK', required: false, seen: 'masked' };
const read = (raw: string, question = nik) =>
  KINDS[question.kind].read(raw, question, { sentOn: '2026-08-01' });
const ruleOf = (raw: string, question = nik): string => {
  const { value, findings } = read(raw, question);
  const text = typeof value === 'string' ? value : 'kosong';
  return findings[0]?.rule ?? text;
};

test('a NIK says region, sex and birth; its century is told by the stated date', () => {
  expect(parseNik(MALE)).toEqual({ region: '63.11.06', sex: 'male', day: '15', month: '08', year: '90' });
  expect(parseNik(FEMALE)).toMatchObject({ sex: 'female', day: '15' });
  const old = parseNik('6311061508109999');
  expect(old && bornOn(old, '1910-08-15')).toBe(true);
  expect(old && bornOn(old, '2010-08-15')).toBe(true);
  expect(old && bornOn(old, '2010-08-16')).toBe(false);
});

test.each([
  ['the day 32', '6311063208909999', false],
  ['the day 0', '6311060008909999', false],
  ['the day 40, neither sex', '6311064008909999', false],
  ['the day 71, a woman on the 31st', '6311067108909999', true],
  ['the day 72', '6311067208909999', false],
  ['the month 13', '6311061513909999', false],
  ['29 February of a leap year', '6311062902009999', true],
  ['29 February of a year that leaps in no century', '6311062902019999', false],
  ['31 April', '6311063104909999', false],
  ['a serial that ends in 0', '6311061508909990', true],
  ['15 digits', '631106150890999', false],
])('%s', (_what, text, isPossible) => {
  expect(parseNik(text) !== undefined).toBe(isPossible);
});

test.each([
  // Rows 1 to 4 of the table of what comes in.
  [MALE, MALE],
  ['6311 0615 0890 9999', MALE],
  ['6311.0615.0890-9999', MALE],
  [`'${MALE}`, MALE],
  ['6311\u00a00615\u00a00890\u00a09999', MALE],
  ['６３１１０６１５０８９０９９９９', MALE],
  ['631106150890999', 'field.number'],
  ['63110615089099999', 'field.number'],
  ['63110615O8909999', 'field.number'],
  ['6311061508909x99', 'field.number'],
  ['6.31106E+15', 'field.numberSpoilt'],
  ['6,31106E+15', 'field.numberSpoilt'],
  ['0', 'kosong'],
  ['-', 'kosong'],
  ['1111111111111111', 'kosong'],
  ['6311061508900000', 'kosong'],
])('what is written %s is read %s', (raw, wanted) => {
  expect(ruleOf(raw)).toBe(wanted);
});

test.each(['0', '-', '1111111111111111', '6311061508900000'])('where one is asked, %s is none', (raw) => {
  expect(ruleOf(raw, { ...nik, required: true })).toBe('field.number');
});

test.each(['Contoh Warga', '15-08-1990', '081299990001', '6.31106E+15'])(
  'instead of a NIK %s: nothing of it is shown',
  (raw) => {
    const [finding] = read(raw).findings;
    expect(finding).toMatchObject({ severity: 'error', sent: '' });
    expect(finding?.message).not.toMatch(/Tertulis|Contoh|1508|0812|6311/);
  },
);

test('what is refused is quoted without the number', () => {
  const [finding] = read('631106150890999').findings;
  expect(finding).toMatchObject({ sent: '631106*********' });
  expect(finding?.message).toContain('15 tanda');
  expect(JSON.stringify(read('631106150890999'))).not.toContain('150890');
  const [hidden] = read('63110615O8909999', { ...nik, seen: 'never' }).findings;
  expect(JSON.stringify(hidden)).not.toContain('631106');
});

const phone: Question = { id: 'phone', kind: 'phone', label: 'No. HP', seen: 'never' };
const area: Question = { id: 'rt', kind: 'area', label: 'RT', seen: 'never' };
test.each([
  ['0812 0000 0001', phone, '6281200000001'],
  ['+62812-0000-0001', phone, '6281200000001'],
  ['6281200000001', phone, '6281200000001'],
  ['0811', phone, 'field.phone'],
  ['021123456789', phone, 'field.phone'],
  ['1', area, '001'],
  ['RT 01', area, '001'],
  ['012', area, '012'],
  ['1234', area, 'field.area'],
  ['dua', area, 'field.area'],
] as const)('%s', (raw, question, wanted) => {
  expect(ruleOf(raw, question)).toBe(wanted);
});

test('what others see of a person', () => {
  expect(maskNumber(MALE)).toBe('631106**********');
  expect(initials("siti Nur'aini binti Contoh")).toBe('S. N. A. B. C.');
  expect(maskNumbers(`petugas ${MALE} atau 6311 0615 0890 9999, nomor 2005-260803-091402`)).toBe(
    'petugas 631106********** atau 631106**********, nomor 2005-260803-091402',
  );
});

test.each([
  // Of a person, or perhaps: masked.
  ['No. HP 0812 9999 0002', 'No. HP 081299******'],
  ['HP 812.999.900', 'HP 812999***'],
  ['HP 62.812.999.900', 'HP 628129*****'],
  ['NIK 6.311.061.508.909.999', 'NIK 631106**********'],
  ['Rp 6311061508909999', 'Rp 631106**********'],
  ['6311-06-15-08-1990-9999', '631106************'],
  ['6311-061508-900123', '631106**********'],
  ['kode 123456789', 'kode 123456***'],
  // Of nobody: as it stands.
  ['laporan 2005-260803-091402-2 keliru', 'laporan 2005-260803-091402-2 keliru'],
  ['Rp 1.250.000.000 dan Rp1250000000', 'Rp 1.250.000.000 dan Rp1250000000'],
  ['rugi 125.000.000 rupiah', 'rugi 125.000.000 rupiah'],
  ['rapat 03-08-2026 09.14', 'rapat 03-08-2026 09.14'],
  ['sejak 2026-08-03 09:14:02', 'sejak 2026-08-03 09:14:02'],
  ['1.204 jiwa, 351 KK', '1.204 jiwa, 351 KK'],
])('a long number in a sentence: %s', (text, seen) => {
  expect(maskNumbers(text)).toBe(seen);
});

test('a column of which more than half end in 0 was spoilt', () => {
  expect(isSpoiltColumn(['6311061508909000', '6311061508909100', MALE])).toBe(true);
  expect(isSpoiltColumn([MALE, '6311061508909990'])).toBe(false);
});
