import { monthText } from '../calendar';
import {
  adjustmentText, allAdjusted, b3Figures, cell, columnSums, dotted, joined, ofText, peopleIn, type Book, type Books,
  type Figures, type Row,
} from './figures'; // prettier-ignore

const REASON = 'Laporannya tidak ada; menurut buku desa.';
const UNKNOWN: Figures = Array.from({ length: 30 }, () => undefined);

function fixedText({ month: { closing } }: Book): string {
  const [male, female] = [closing.people[0] + closing.people[2], closing.people[1] + closing.people[3]];
  return `saldo akhir ditetapkan: ${dotted(male)} L, ${dotted(female)} P, ${dotted(closing.households)} KK (${REASON})`;
}

function note(book: Book): string {
  const { month, closing, flows, approved } = book;
  return joined([
    adjustmentText(month.adjustment),
    closing === undefined ? fixedText(book) : '',
    flows === undefined ? 'belum lapor' : '',
    month.course === 'byOffice' ? 'diisikan oleh kecamatan' : '',
    flows !== undefined && !approved ? 'belum disetujui' : '',
  ]);
}

/** `Rekap Penduduk` of a month: villages, JUMLAH over those with a closing, flows of those without one. */
export function populationRows(books: Books, at: number): readonly Row[] {
  const month = books.flatMap((own) => own[at] ?? []);
  const closed = month.filter((book) => book.closing !== undefined);
  const open = month.filter((book) => book.closing === undefined && book.flows !== undefined);
  const sums = closed.length === 0 ? UNKNOWN : columnSums(closed.map(b3Figures));
  const flows = columnSums(open.map(b3Figures)).map((sum, n) => (n >= 7 && n < 23 ? sum : undefined));
  return [
    ...month.map((book, place) => [String(place + 1), book.name, ...b3Figures(book).map(cell), note(book)]),
    ['', `JUMLAH (${ofText(closed.length, month.length)})`, ...sums.map(cell), ''],
    [
      '',
      `Mutasi tanpa saldo akhir (${String(open.length)} desa/kelurahan)`,
      ...(open.length === 0 ? UNKNOWN : flows).map(cell),
      '',
    ],
  ];
}

/** What stands below the table. */
export function populationFooter(books: Books, at: number): string {
  const month = books.flatMap((own) => own[at] ?? []);
  const closed = month.filter((book) => book.closing !== undefined);
  const approved = closed.filter((book) => book.approved).length;
  return `Menurut laporan desa/kelurahan, bukan SIAK; ${ofText(closed.length, month.length)}; disetujui ${String(approved)}.`;
}

interface Span {
  readonly figures: Figures;
  readonly counted: number;
  readonly of: number;
  readonly closed: boolean;
}

/** Opening of the first month, flows of all that reported, closing of the last that has one. */
function spanOf(books: readonly Book[]): Span {
  const counted = books.filter((book) => book.flows !== undefined);
  const first = books.find((book) => book.opening !== undefined);
  const last = [...books].reverse().find((book) => book.closing !== undefined);
  const sums = columnSums(counted.map(b3Figures));
  const figures = Array.from({ length: 30 }, (_column, at) => {
    if (at < 7) return first && b3Figures(first)[at];
    if (at < 23) return counted.length === 0 ? undefined : sums[at];
    return last && b3Figures(last)[at];
  });
  return { figures, counted: counted.length, of: books.length, closed: last !== undefined };
}

const PARTS: readonly (readonly [words: string, isIn: (period: string) => boolean])[] = [
  ['Semester I', (period) => Number(period.slice(5)) <= 6],
  ['Semester II', (period) => Number(period.slice(5)) > 6],
  ['Setahun', () => true],
];

function partsOf(books: readonly Book[]): readonly (readonly [string, readonly Book[]])[] {
  const all = PARTS.map(([words, isIn]) => [words, books.filter((book) => isIn(book.month.period))] as const);
  return all.filter(([, some]) => some.length > 0);
}

/** One village's months, halves and year, as in its own Sheet. */
export function villageYear(books: readonly Book[]): readonly Row[] {
  const [any] = books;
  const name = `${any?.village.kind === 'desa' ? 'Desa' : 'Kelurahan'} ${any?.name ?? ''}`;
  const months = books.map((book) => {
    const figures = b3Figures(book).map(cell);
    return [name, monthText(book.month.period), ...figures, adjustmentText(book.month.adjustment)];
  });
  const parts = partsOf(books).map(([words, some]) => {
    const span = spanOf(some);
    // The first month's koreksi saldo stands in its opening.
    const adjusted = adjustmentText(allAdjusted(some.slice(1).map((book) => book.month)));
    return [name, `${words} (${ofText(span.counted, span.of)} bulan)`, ...span.figures.map(cell), adjusted];
  });
  return [...months, ...parts];
}

function sumRow(words: string, all: readonly Span[], several: boolean): Row {
  const closed = all.filter((one) => one.closed);
  const figures = closed.length === 0 ? UNKNOWN : columnSums(closed.map((one) => one.figures));
  const complete = closed.filter((one) => one.counted === one.of).length;
  const said = several ? `${ofText(complete, all.length)} desa/kelurahan lengkap semua bulannya` : '';
  return ['JUMLAH', `${words} (${ofText(closed.length, all.length)})`, ...figures.map(cell), said];
}

/** `Rekap Tahunan`: the sums, then each village. */
export function yearRows(books: Books): readonly Row[] {
  const [first = []] = books;
  const months = first.map((book, at) =>
    sumRow(
      monthText(book.month.period),
      books.map((own) => spanOf(own.slice(at, at + 1))),
      false,
    ),
  );
  const parts = partsOf(first).map(([words, own]) => {
    const all = books.map((one) => partsOf(one).find(([said]) => said === words)?.[1] ?? []);
    return sumRow(words, all.map(spanOf), own.length > 1);
  });
  return [...months, ...parts, ...books.flatMap(villageYear)];
}

/** Jiwa and KK at the end of a month, else at its beginning. */
export function knownStock(
  book: Book | undefined,
): { readonly people: number; readonly households: number } | undefined {
  const stock = book?.closing ?? book?.opening;
  return stock && { people: peopleIn(stock), households: stock.households };
}
