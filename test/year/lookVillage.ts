import { grid, tab } from '../sample/sheet';
import { momentText, monthText, quarterText } from './calendar';
import { ANSWER, isAnswered, nameAfter } from './decided';
import { judgeRows, judgeSet, type Judged } from './judged';
import type { Recounted } from './look';
import { standingsOf, standingText } from './recount/compliance';
import { villageLinmasYear } from './recount/linmasYear';
import { villageYear } from './recount/population';
import { sheetOf } from './sending';
import type { Act } from './teller';

const TITLES: Readonly<Partial<Record<Act['type'], string>>> = {
  population: 'Kependudukan',
  activities: 'Kegiatan',
  readiness: 'Rekap Linmas',
  welfare: 'Ekonomi',
  neighbourhoods: 'RT',
  questions: 'Konsultasi',
  events: 'Peristiwa',
  members: 'Anggota Linmas',
};
const PERSONAL: readonly Act['type'][] = ['events', 'members'];

/** What is not accepted ends so. */
function stateOf({ office }: Recounted, act: Act): RegExp {
  if (act.fate === 'never') return /^[!…·✗]/;
  const village = office.year.villages[act.village];
  const month = village?.months.find((one) => one.period === act.period);
  const returned =
    act.fate === 'replaced' &&
    (act.type === 'population' ? month?.course : month?.readiness.course) === 'returned';
  return returned && ['population', 'readiness'].includes(act.type) ? /^!/ : /^✓/;
}

/** Values of an answer as `Isi laporan` tells them: figures and choices; dates, times and lines have looks of their own. */
function shownValues(act: Act): readonly string[] {
  const skipped = ['date', 'startTime', 'endTime', 'lines'];
  return Object.entries(act.answers).flatMap(([id, value]) =>
    skipped.includes(id) || typeof value !== 'string'
      ? []
      : [value.replace(/\B(?=(\d{3})+$)/g, /^\d+$/.test(value) ? '.' : '')],
  );
}

function judgeOwnReports(judged: Judged, recounted: Recounted, place: number): void {
  const { story } = recounted.office;
  const { sender, acts } = recounted.played;
  const [titles = [], ...rows] = grid(tab(story.workspace, sheetOf(sender, place), 'Laporan Kami'));
  const column = (title: string): number => titles.indexOf(title);
  const where = `Laporan Kami ${nameAfter(recounted.told.year, place)}`;
  const own = acts.filter((act) => act.village === place && act.fate !== 'stopped');
  const found = rows.filter((row) => (row[column('Waktu')] ?? '') !== '');
  judgeSet(
    judged,
    where,
    own.map((act) => `${momentText(sender.sent[act.key] ?? '')} ${TITLES[act.type] ?? ''}`),
    found.map((row) => `${row[column('Waktu')] ?? ''} ${row[column('Laporan')] ?? ''}`),
  );
  for (const act of own) {
    const moment = momentText(sender.sent[act.key] ?? '');
    const row = found.find(
      (one) => one[column('Waktu')] === moment && one[column('Laporan')] === TITLES[act.type],
    );
    const state = row?.[column('Keadaan')] ?? '';
    judged.cells += 1;
    if (!stateOf(recounted, act).test(state))
      judged.differences.push(`${where}, ${act.key} (${act.fate}): found "${state}"`);
    if (PERSONAL.includes(act.type)) continue;
    const text = row?.[column('Isi laporan')] ?? '';
    const kind = recounted.told.year.villages[place]?.kind ?? 'desa';
    for (const declared of shownValues(act)) {
      const value = declared.replace('desa/kelurahan', kind);
      judged.cells += 1;
      if (!text.includes(`: ${value}`))
        judged.differences.push(`${where}, ${act.key}: "${value}" is not in "${text}"`);
    }
  }
}

/** `Tanda Terima`: what counts, each with how punctual it was. */
function judgeReceipts(judged: Judged, recounted: Recounted, place: number): void {
  const { story } = recounted.office;
  const { sender, acts } = recounted.played;
  const { told } = recounted;
  const rows = grid(tab(story.workspace, sheetOf(sender, place), 'Tanda Terima')).slice(2);
  const wanted = acts.flatMap((act) => {
    if (act.village !== place || ['never', 'stopped'].includes(act.fate)) return [];
    // A question stands in the month in which it was asked: the running one is not in the list yet.
    if (act.type === 'questions' && act.at.slice(0, 7) > (told.year.periods.at(-1) ?? '')) return [];
    if (act.fate === 'replaced' && (act.type === 'activities' || stateOf(recounted, act).source === '^!'))
      return [];
    const at = told.year.periods.indexOf(act.period ?? '');
    const standing = act.period === undefined ? undefined : standingsOf(told, place, at).get(act.type);
    const sign = standing?.word === 'Tepat Waktu' ? '✓' : '⏱';
    return [
      [
        TITLES[act.type],
        momentText(sender.sent[act.key] ?? ''),
        standing === undefined ? '' : `${sign} ${standingText(standing)}`,
        act.period === undefined
          ? ''
          : act.type === 'welfare'
            ? quarterText(act.period)
            : monthText(act.period),
      ].join(' | '),
    ];
  });
  const found = rows.flatMap((row) => {
    if ((row[1] ?? '') === '') return [];
    const isMonthly = ['Kependudukan', 'Rekap Linmas', 'Ekonomi', 'RT'].includes(row[1] ?? '');
    return [[row[1], row[3], row[4], isMonthly ? row[0] : ''].join(' | ')];
  });
  judgeSet(judged, `Tanda Terima ${nameAfter(told.year, place)}`, wanted, found);
}

/** A village's own Sheet: its year, what it sent, what was received. */
export function judgeVillage(judged: Judged, recounted: Recounted, place: number): void {
  const { office, played, books, told } = recounted;
  const own = books?.[place];
  if (own !== undefined) {
    const rows = grid(tab(office.story.workspace, sheetOf(played.sender, place), 'B.3 Tahun Ini'));
    judgeRows(judged, `B.3 Tahun Ini ${nameAfter(told.year, place)}`, villageYear(own), rows, 3);
  }
  if (own === undefined) {
    const rows = grid(tab(office.story.workspace, sheetOf(played.sender, place), 'Linmas Tahun Ini'));
    const where = `Linmas Tahun Ini ${nameAfter(told.year, place)}`;
    judgeRows(judged, where, villageLinmasYear(told.year, place), rows, 3);
  }
  judgeOwnReports(judged, recounted, place);
  judgeReceipts(judged, recounted, place);
}

/** `Konsultasi`: each question, and the answer where there is one. */
export function judgeQuestions(judged: Judged, { office, told }: Recounted): void {
  const found = office.story
    .records('Konsultasi', ['Pertanyaan', 'Jawaban terkirim'])
    .map((row) =>
      [
        row['Desa/Kelurahan'],
        row['Pertanyaan'],
        row['Jawaban terkirim'],
        (row['Keadaan'] ?? '').split(' ')[0],
      ].join(' | '),
    );
  const wanted = told.year.villages.flatMap((village, place) =>
    village.months.flatMap(({ question }) =>
      question === undefined
        ? []
        : [
            [
              nameAfter(told.year, place),
              question,
              isAnswered(place) ? ANSWER : '',
              isAnswered(place) ? '✓' : '…',
            ].join(' | '),
          ],
    ),
  );
  judgeSet(judged, 'Konsultasi', wanted, found);
}
