import { KINDS } from '../../src/core/kinds';
import { readSubmission } from '../../src/core/read';
import type { Question } from '../../src/core/report';
import { cleanIdentity, cleanText, cutText, identityProblem } from '../../src/core/text';
import { CATALOGUE } from '../../src/reports';
import { at, report, someSettings } from '../support/villageStory';

const TODAY = { sentOn: '2026-08-03' };

function read(question: Omit<Question, 'id' | 'label'>, raw: string | readonly string[]) {
  const { value, normalised, findings, unknown } = KINDS[question.kind].read(
    raw,
    { id: 'q', label: 'Isian', ...question },
    TODAY,
  );
  return {
    value,
    told: normalised.length > 0,
    rules: findings.map((one) => `${one.severity} ${one.rule}`),
    unknown,
  };
}

describe('counts', () => {
  test.each([
    ['0', 0, false],
    ['1204', 1204, false],
    [' 12 ', 12, true],
    ["'12", 12, true],
    ['１２', 12, true],
    ['12\u00a0', 12, true],
    ['1\u200b2', 12, true],
    ['007', 7, true],
  ])('%j is %d', (raw, value, told) => {
    expect(read({ kind: 'count' }, raw)).toMatchObject({ value, told, rules: [] });
  });

  test.each([
    '-3',
    '1.5',
    '1.234',
    '1,234',
    '12 orang',
    'dua',
    '-',
    'nihil',
    '=1+1',
    '1e3',
    '12 13',
    '+5',
    '−4',
  ])('%j is refused and asks for digits', (raw) => {
    expect(read({ kind: 'count' }, raw)).toMatchObject({ value: null, rules: ['error field.digits'] });
  });

  test('limits', () => {
    expect(read({ kind: 'count', minimum: 1, maximum: 31 }, '31').value).toBe(31);
    expect(read({ kind: 'count', minimum: 1, maximum: 31 }, '0').rules).toEqual(['error field.range']);
    expect(read({ kind: 'count' }, '1000000').rules).toEqual(['error field.range']);
  });
});

describe('other kinds', () => {
  test.each([
    ['2026-08-03', '2026-08-03', []],
    ['2026-08-04', null, ['error field.future']],
    ['2026-02-30', null, ['error field.date']],
    ['3 Agustus', null, ['error field.date']],
  ])('date %j', (raw, value, rules) => {
    expect(read({ kind: 'date' }, raw)).toMatchObject({ value, rules });
  });

  test.each([
    ['22:00', '22:00', []],
    ['7.05', '07:05', []],
    ['22:00:00', '22:00', []],
    ['24:00', null, ['error field.time']],
    ['malam', null, ['error field.time']],
  ])('time %j', (raw, value, rules) => {
    expect(read({ kind: 'time' }, raw)).toMatchObject({ value, rules });
  });

  test.each([
    ['https://drive.google.com/file/d/abc', []],
    ['https://photos.app.goo.gl/abc', []],
    ['http://drive.google.com/x', ['warning field.linkHost']],
    ['https://drive.google.com.evil.example/x', ['warning field.linkHost']],
    ['javascript:alert(1)', ['warning field.linkHost']],
    ['https://bit.ly/abc', ['warning field.linkHost']],
  ])('link %j', (raw, rules) => {
    expect(read({ kind: 'link' }, raw)).toMatchObject({ value: raw, rules });
  });

  test('choices are known by their words; others are not ours to guess', () => {
    const kind = { kind: 'choice', choices: ['Ya', 'Tidak'] } as const;
    expect(read(kind, ' ya ').value).toBe('Ya');
    expect(read(kind, 'Mungkin')).toMatchObject({
      value: null,
      unknown: 'pilihan "Mungkin" pada pertanyaan "Isian"',
    });
    const boxes = { kind: 'checkboxes', choices: ['A', 'B', 'C'] } as const;
    expect(read(boxes, ['C', 'A']).value).toEqual(['C', 'A']);
  });

  test('text: one line, no invisible signs, cut at the limit with a mark, too short is refused', () => {
    expect(read({ kind: 'text' }, ' a\u200b\n b ')).toMatchObject({ value: 'a b', told: true });
    expect(read({ kind: 'longText' }, ' a\n b ').value).toBe('a\n b');
    expect(read({ kind: 'text', maximum: 5 }, '😀😀😀😀😀😀')).toMatchObject({
      value: '😀😀😀😀…',
      told: true,
    });
    expect(read({ kind: 'longText', minimum: 10 }, 'ronda').rules).toEqual(['error field.short']);
    expect(read({ kind: 'text' }, '=IMPORTXML("x")').value).toBe('=IMPORTXML("x")');
  });
});

describe('identity numbers', () => {
  test.each([
    ['6311061508909999', undefined],
    [' 631106.150890-9999 ', undefined],
    ['６３１１０６１５０８９０９９９９', undefined],
    ['631106150890999', 'digits'],
    ['63110615089099991', 'digits'],
    ['63110615O8909999', 'digits'],
    ['6.31106E+15', 'spoilt'],
    ['-', 'empty'],
    ['0', 'empty'],
    ['1111111111111111', 'empty'],
    ['6311061508900000', 'empty'],
  ])('%j: %s', (raw, problem) => {
    const text = cleanIdentity(raw).text;
    expect(identityProblem(/e/i.test(raw) ? raw : text)).toBe(problem);
  });
});

test('clean and cut never break a sign', () => {
  expect(cleanText('a\r\nb\u0007', true)).toEqual({
    text: 'a\nb',
    notes: ['Karakter yang tidak tampak dibuang.'],
  });
  expect(cutText('👩‍👩‍👧x', 3).text).not.toMatch(/[\uD800-\uDBFF]…$/);
});

describe('a whole report', () => {
  const readAll = (submission: ReturnType<typeof report>, kind: 'desa' | 'kelurahan' = 'desa') =>
    readSubmission(submission, CATALOGUE, someSettings(), kind);

  test('only the chosen report is read; the branch only where it was taken', () => {
    const sent = report('population', '2026-07', at('2026-08-03'), { foreignBirthsMale: 5 });
    const result = readAll({ ...sent, answers: { ...sent.answers, 'activities.personnel': 'banyak' } });
    expect(result).toMatchObject({ period: '2026-07', findings: [], unknown: [] });
    expect(result.values).toMatchObject({ birthsMale: 0, foreignBirthsMale: null, householdsNew: null });
  });

  test('what is missing is asked for; what may be left open is not', () => {
    const sent = report('population', '2026-07', at('2026-08-03'), {
      closingMale: '',
      foreignerChanges: 'Ya',
    });
    const rules = readAll(sent).findings.map((one) => `${one.rule} ${one.question}`);
    expect(rules).toContain('field.required closingMale');
    expect(rules).toContain('field.required foreignBirthsMale');
    expect(rules).not.toContain('field.required householdsNew');
  });

  test('an event counts in the month of its date, whatever month was chosen', () => {
    expect(readAll(report('activities', '2026-03', at('2026-08-03'))).period).toBe('2026-07');
  });

  test.each([
    [{ report: 'Laporan Lama' }, ['jenis laporan "Laporan Lama"']],
    [{ 'population.foreignerChanges': 'Mungkin' }, ['pilihan "Mungkin" pada pertanyaan "Ada mutasi WNA?"']],
  ])('what the declarations do not know: %j', (answers, unknown) => {
    const sent = report('population', '2026-07', at('2026-08-03'));
    expect(readAll({ ...sent, answers: { ...sent.answers, ...answers } }).unknown).toEqual(unknown);
  });

  test('a monthly report without a month asks for it', () => {
    const result = readAll(report('population', undefined, at('2026-08-03')));
    expect(result.period).toBeUndefined();
    expect(result.findings[0]).toMatchObject({ rule: 'field.period', question: 'period', severity: 'error' });
  });
});
