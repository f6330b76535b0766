import { readXlsx } from 'hucre/xlsx';
import { grid, spreadsheet, tab } from '../sample/sheet';
import type { Story } from '../support/story';
import { dayIn, endsQuarter, monthsOn, monthText } from './calendar';
import { nothingJudged, judgeRows, type Judged } from './judged';
import type { Played } from './play';
import { booksOf, type Books, type Row, type Told } from './recount/figures';
import { complianceRows, sharedRows } from './recount/compliance';
import { flatRow } from './recount/flat';
import { linmasRows } from './recount/linmas';
import { linmasYearRows } from './recount/linmasYear';
import { memberRows } from './recount/members';
import { populationFooter, populationRows, yearRows } from './recount/population';
import { unitRows } from './recount/units';
import { welfareRows } from './recount/welfare';
import { judgeQuestions, judgeVillage } from './lookVillage';
import type { Office } from './setUp';

/** The year as it was played, and what the recount makes of it. */
export interface Recounted {
  readonly office: Office;
  readonly played: Played;
  readonly told: Told;
  /** Undefined = the programme does not ask for people. */
  readonly books: Books | undefined;
}

export function recount(office: Office, played: Played): Recounted {
  const { year, options } = office;
  const today = dayIn(monthsOn(options.firstPeriod, options.months), 24);
  const told: Told = { year, acts: played.acts, sent: played.sender.sent, today };
  return { office, played, told, books: options.profile === 'kudapanmas' ? booksOf(year) : undefined };
}

/** Tabs that show one month, and their rows from the fourth on. */
function monthPages(
  { told, books }: Recounted,
  at: number,
): readonly (readonly [tab: string, rows: readonly Row[]])[] {
  const { year } = told;
  return [
    ['Kepatuhan', complianceRows(told, at)],
    ['Rekap Linmas', linmasRows(year, books, at)],
    ['Rekap Anggota', memberRows(year, at)],
    ...(books === undefined
      ? []
      : ([
          ['Rekap Penduduk', [...populationRows(books, at), ['', populationFooter(books, at)]]],
          ['Rekap RT', unitRows(year, books, at)],
          ...(endsQuarter(year.periods[at] ?? '')
            ? [['Rekap Ekonomi', welfareRows(year, books, at)] as const]
            : []),
        ] as const)),
  ];
}

async function judgeMonths(judged: Judged, recounted: Recounted): Promise<void> {
  const { story, year } = recounted.office;
  for (const [at, period] of year.periods.entries())
    for (const [name, rows] of monthPages(recounted, at)) {
      if (story.rows(name)[0]?.[1] !== monthText(period)) await story.type(name, 1, 2, monthText(period));
      judgeRows(judged, `${name} ${monthText(period)}`, rows, story.rows(name), 3);
    }
}

function fileNamed(story: Story, name: string): string {
  const { store } = story.workspace;
  const id = store.ids('file').find((one) => {
    const file = store.get('file', one);
    return file?.name === name && !file.trashed;
  });
  if (id === undefined) throw new Error(`There is no file ${name}.`);
  return id;
}

type Sheets = Readonly<Record<string, readonly (readonly string[])[]>>;

/** Recaps for the kabupaten, read out of the XLSX as a file. */
async function xlsxOf(story: Story, period: string): Promise<Sheets> {
  const made = await story.command('recap', { period });
  if (!made.done) throw new Error(made.text);
  const subdistrict = /Kecamatan (.+)\.xlsx$/;
  const { store } = story.workspace;
  const name = store
    .ids('file')
    .map((id) => store.get('file', id)?.name ?? '')
    .find((one) => one.startsWith(`Rekap ${monthText(period)} `) && subdistrict.test(one));
  const content = store.get('file', fileNamed(story, name ?? ''))?.content ?? '';
  const book = await readXlsx(Buffer.from(content, 'base64'));
  return Object.fromEntries(
    book.sheets.map((sheet) => [
      sheet.name,
      sheet.rows.map((row) => row.map((one) => (one === null || one === undefined ? '' : String(one)))),
    ]),
  );
}

/** Rows of the B.3 and Linmas sheets stand below a title, the headers and the numbers of the columns. */
function judgeSheets(
  judged: Judged,
  where: string,
  sheets: Sheets,
  { told, books }: Recounted,
  at: number,
): void {
  if (books !== undefined)
    judgeRows(judged, `${where} B.3`, populationRows(books, at), sheets['B.3'] ?? [], 6);
  judgeRows(judged, `${where} Linmas`, linmasRows(told.year, books, at), sheets['Linmas'] ?? [], 5);
}

async function judgeFiles(judged: Judged, recounted: Recounted): Promise<void> {
  const { story, year } = recounted.office;
  for (const [at, period] of year.periods.entries()) {
    const where = `Rekap ${monthText(period)}.xlsx`;
    const sheets = await xlsxOf(story, period);
    judgeSheets(judged, where, sheets, recounted, at);
    const [headers = [], ...rows] = sheets['Data'] ?? [];
    const wanted = year.villages.map((_village, place) =>
      flatRow(recounted.told, recounted.books, headers, place, at),
    );
    judgeRows(judged, `${where} Data`, wanted, rows, 0);
  }
}

/** `Rekap Bersama` shows the last month that is over. */
function judgeShared(judged: Judged, recounted: Recounted): void {
  const { story, year } = recounted.office;
  const last = year.periods.length - 1;
  const fileId = fileNamed(story, 'Rekap Bersama');
  const sheets = Object.fromEntries(
    spreadsheet(story.workspace, fileId).sheets.map((sheet) => [
      sheet.name,
      grid(tab(story.workspace, fileId, sheet.name)),
    ]),
  );
  judgeRows(
    judged,
    'Rekap Bersama Kelengkapan',
    sharedRows(recounted.told, last),
    sheets['Kelengkapan'] ?? [],
    4,
  );
  judgeSheets(judged, 'Rekap Bersama', sheets, recounted, last);
}

/** Every figure of every tab, Sheet and file against the recount. */
export async function judgeAll(recounted: Recounted): Promise<Judged> {
  const judged = nothingJudged();
  const { story, year } = recounted.office;
  await judgeMonths(judged, recounted);
  if (recounted.books !== undefined)
    judgeRows(judged, 'Rekap Tahunan', yearRows(recounted.books), story.rows('Rekap Tahunan'), 3);
  const linmas = 'Rekap Tahunan Linmas';
  judgeRows(judged, linmas, linmasYearRows(year), story.rows(linmas), 3);
  judgeQuestions(judged, recounted);
  judgeShared(judged, recounted);
  year.villages.forEach((_village, place) => {
    judgeVillage(judged, recounted, place);
  });
  await judgeFiles(judged, recounted);
  return judged;
}
