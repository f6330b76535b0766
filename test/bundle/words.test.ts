import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** Words that nobody is to read, and what stands in their place (docs/glosarium.md, KBBI). */
const FORBIDDEN: readonly (readonly [RegExp, string])[] = [
  [/jatuh tempo/i, 'tenggat'],
  [/\bantrian\b/i, 'antrean'],
  [/perlindungan (masyarakat|data)/i, 'pelindungan'],
  [/ketentraman/i, 'ketenteraman'],
  [/\bsurel\b(?<!Surat dan Surel)/i, 'email'],
  [/\b(deadline|reminder|approve|reject|submit|upload|download)\b/i, 'kata Indonesia'],
  [/\b(error|null|undefined|exception|invalid|NaN|timeout|bug)\b/i, 'kalimat untuk orang'],
  [/tidak valid|data salah|Anda salah|salah anda/i, 'yang tertulis dan yang diminta'],
  [/\bAnda\b/, 'Bapak/Ibu'],
  [
    /\b(nomer|ijin|aktifitas|resiko|merubah|jadual|silahkan|sekedar|hutang|praktek|analisa|himbau)\b/i,
    'KBBI',
  ],
  [/\bdi (isi|kirim|terima|tolak|setujui|perbaiki|tahan|hitung|simpan|buka|kunci)\b/i, 'diisi, dikirim, …'],
  [/\b(?!laki )(\w{3,}) \1\b/i, 'sekali saja'],
  [/[a-z] [,.;](\s|$)/, 'tanda baca'],
];

/** Google's own words, which the program only recognises. */
const GOOGLES = /google\/retry\.ts$/;
/** What is thrown at a programmer is English and is read by nobody else. */
const ENGLISH = /\b(the|is|are|was|has|have|of|cannot|names?|holds?|needs?|no|its?|two|one)\b/i;

const filesIn = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const file = path.join(folder, name);
    return statSync(file).isDirectory() ? filesIn(file) : [file];
  });

const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');

/** Sentences in a program's literals: places of a template become …, pieces that `+` joins one text. */
function sentencesOf(text: string): string[] {
  const joined = withoutComments(text)
    .replace(/\$\{[^{}]*(\{[^{}]*\}[^{}]*)*\}/g, '…')
    .replace(/['`]\s*\+\s*['`]/g, '');
  const literals = joined.match(/'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/g) ?? [];
  return literals
    .map((one) => one.slice(1, -1))
    .filter((one) => /[a-z]{2} [a-zA-Z…]/.test(one) && !/^\.{1,2}\/|[{}<>=]{2}|=>|;\n/.test(one))
    .filter((one) => !ENGLISH.test(one));
}

const wordsOfPage = (html: string): string[] =>
  html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
    .split(/<[^>]*>/)
    .map((one) => one.replace(/\s+/g, ' ').trim())
    .filter((one) => one !== '');

/** Running text of a manual, without code, links and rows of dashes. */
const linesOf = (manual: string): string[] =>
  manual
    .replace(/```[\s\S]*?```/g, '')
    .replace(/`[^`]*`|\]\([^)]*\)|<[^>]*>/g, '…')
    .split('\n')
    .filter((line) => !line.startsWith('|'));

const problemsIn = (texts: readonly string[]): string[] =>
  texts.flatMap((text) =>
    FORBIDDEN.flatMap(([word, instead]) => {
      const found = word.exec(text);
      return found === null ? [] : [`"${found[0]}" (${instead}): ${text.slice(0, 120)}`];
    }),
  );

test('no text of the program has a word that the glossary forbids', () => {
  const programs = filesIn('src').filter((file) => file.endsWith('.ts') && !GOOGLES.test(file));
  const sentences = programs.flatMap((file) => sentencesOf(readFileSync(file, 'utf8')));
  expect(sentences.length).toBeGreaterThan(1000);
  expect(problemsIn(sentences)).toEqual([]);
});

test('nor have its pages and the manuals', () => {
  const pages = ['dialog', 'dashboard', 'setUp'].map((name) => readFileSync(`src/ui/${name}.html`, 'utf8'));
  const manuals = ['panduan-operator', 'panduan-kasi'].map((name) => readFileSync(`docs/${name}.md`, 'utf8'));
  const texts = [...pages.flatMap(wordsOfPage), ...manuals.flatMap(linesOf)];
  expect(texts.length).toBeGreaterThan(200);
  expect(problemsIn(texts)).toEqual([]);
});

test.each([
  'Laporan sudah jatuh tempo.',
  'Data tidak valid.',
  'Surel sudah dikirim.',
  'Silahkan di isi lagi.',
  'Mohon isi isi lagi.',
])('%s is told', (text) => {
  expect(problemsIn([text]).length).toBeGreaterThan(0);
});
