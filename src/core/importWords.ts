import { has, plain } from './importCells';
import { MEMBERS } from './members';
import { memberUse } from './memberWords';
import { B3_KINDS, flowQuestion, LEDGER_QUESTIONS, LEDGER_TYPE, SEXES } from './population';
import type { ReportType } from './report';

/** What a column says beside answers: whose figures they are and of when. All other uses are ids of questions. */
export const USE = { village: '@village', month: '@month', year: '@year' } as const;

/** Use of each column; undefined = not used. */
export type Uses = readonly (string | undefined)[];

const SEX: Readonly<Record<(typeof SEXES)[number], RegExp>> = {
  Male: / (l|lk|laki|laki laki|pria) /,
  Female: / (p|pr|perempuan|wanita) /,
};
const FLOW: Readonly<Record<(typeof B3_KINDS)[number], RegExp>> = {
  births: / (lahir|kelahiran) /,
  arrivals: / (datang|pendatang|masuk|kedatangan) /,
  deaths: / (mati|meninggal|kematian|wafat) /,
  departures: / (pindah|keluar|kepindahan) /,
};
const FOREIGN = / (wna|asing) /;
const CITIZENSHIP = / (wni|wna|asing) /;
const CLOSING = / (akhir|jumlah penduduk|penduduk akhir|jumlah jiwa) /;
const EARLIER = / (awal|lalu|sebelumnya) /;
const HOUSEHOLDS = / (kk|kepala keluarga|keluarga) /;
const VILLAGE = / (desa|kelurahan|nama desa|desa kelurahan) /;
const CODE = / kode( desa| wilayah)? /;
const MONTH = /^(bulan|bln|periode)( laporan| tahun)?$/;

/** The question of the population report that a column of an office's own table is about. */
function populationQuestion(header: string): string | undefined {
  if (has(header, EARLIER)) return undefined;
  if (has(header, HOUSEHOLDS) && !has(header, / anggota /)) {
    if (has(header, / baru /)) return LEDGER_QUESTIONS.householdsNew;
    if (has(header, / (kurang|berkurang|hilang) /)) return LEDGER_QUESTIONS.householdsLost;
    return LEDGER_QUESTIONS.households;
  }
  const sexes = SEXES.filter((one) => has(header, SEX[one]));
  const [sex] = sexes;
  // A column of both is a sum.
  if (sex === undefined || sexes.length > 1) return undefined;
  const kind = B3_KINDS.find((one) => has(header, FLOW[one]));
  if (kind) return flowQuestion(kind, has(header, FOREIGN) ? 'foreigners' : 'citizens', sex);
  if (!has(header, CLOSING)) return undefined;
  return sex === 'Male' ? LEDGER_QUESTIONS.closingMale : LEDGER_QUESTIONS.closingFemale;
}

/** The one figure that a title or the name of a tab is about, as words of a header; '' = none, or several. */
function subjectOf(title: string): string {
  const flows = B3_KINDS.filter((kind) => has(title, FLOW[kind]));
  const [flow] = flows;
  if (flows.length > 1 || has(title, EARLIER)) return '';
  if (flow !== undefined) return flowWord(flow);
  if (has(title, HOUSEHOLDS)) return has(title, /(jiwa|penduduk)/) ? '' : 'kk';
  return has(title, CLOSING) ? 'akhir' : '';
}

const flowWord = (kind: (typeof B3_KINDS)[number]): string =>
  ({ births: 'lahir', arrivals: 'datang', deaths: 'mati', departures: 'pindah' })[kind];

/**
 * What columns are of which the header says no more than the sex, or nothing beside the month: figures of what a title
 * or the name of the tab is about.
 */
export function usesByTitle(
  type: ReportType,
  headers: readonly (string | undefined)[],
  titles: readonly string[],
): Uses {
  const subjects = [...new Set(titles.map((title) => subjectOf(plain(title))).filter((one) => one !== ''))];
  const [subject] = subjects;
  if (type.id !== LEDGER_TYPE || subject === undefined || subjects.length > 1) return [];
  return headers.map((header) => {
    if (header === undefined) return undefined;
    const isSex = SEXES.some((one) => SEX[one].test(` ${header} `) && header.split(' ').length < 3);
    return header === '' || (isSex && subject !== 'kk')
      ? populationQuestion(`${header} ${subject}`)
      : undefined;
  });
}

/** Questions of a type by what a header may call them. */
const calledSo = (type: ReportType): ReadonlyMap<string, string> =>
  new Map(
    type.questions.flatMap(({ id, label }) => [[plain(label), id] as const, [id.toLowerCase(), id] as const]),
  );

/**
 * What the headers, made plain, say of a report type. Where some columns of a question name the citizenship, the
 * others that say the same are sums of them.
 */
export function usesOf(type: ReportType, headers: readonly string[]): (string | undefined)[] {
  const labels = calledSo(type);
  const found = headers.map(
    (header) =>
      labels.get(header) ??
      (type.id === LEDGER_TYPE ? populationQuestion(header) : undefined) ??
      (type.id === MEMBERS ? memberUse(header) : undefined),
  );
  const split = new Set(found.filter((_one, at) => has(headers[at] ?? '', CITIZENSHIP)));
  const uses = found.map((one, at) =>
    one !== undefined && split.has(one) && !has(headers[at] ?? '', CITIZENSHIP) ? undefined : one,
  );
  const first = (test: (header: string) => boolean): number =>
    headers.findIndex((header, at) => uses[at] === undefined && test(header));
  const set = (at: number, use: string): void => {
    if (at >= 0) uses[at] = use;
  };
  if (type.personal === undefined) {
    set(
      first((header) => MONTH.test(header)),
      USE.month,
    );
    set(
      first((header) => /^(tahun|thn)$/.test(header)),
      USE.year,
    );
  }
  const code = first((header) => has(header, CODE));
  set(code >= 0 ? code : first((header) => has(header, VILLAGE)), USE.village);
  return uses;
}

const B3_FLOWS = [
  [10, 'births'],
  [14, 'arrivals'],
  [18, 'deaths'],
  [22, 'departures'],
] as const;

function b3Use(column: number): string | undefined {
  if (column === 2) return USE.village;
  if (column === 30) return LEDGER_QUESTIONS.households;
  // Each group is WNA L, WNA P, WNI L, WNI P.
  if (column >= 26 && column <= 29)
    return column % 2 === 0 ? LEDGER_QUESTIONS.closingMale : LEDGER_QUESTIONS.closingFemale;
  const [from, kind] = B3_FLOWS.find(([first]) => column >= first && column < first + 4) ?? [];
  if (from === undefined || kind === undefined) return undefined;
  const place = column - from;
  return flowQuestion(kind, place < 2 ? 'foreigners' : 'citizens', place % 2 === 0 ? 'Male' : 'Female');
}

/** Columns of Buku Rekapitulasi Jumlah Penduduk (Permendagri 47/2016, B.3) from 1 to 33. */
export const B3_USES: Uses = Array.from({ length: 33 }, (_unused, at) => b3Use(at + 1));
