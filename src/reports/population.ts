import { formatNumber } from '../core/dates';
import { particulars, sumText } from '../core/figures';
import { defineReport } from '../core/define';
import {
  arithmetic,
  bySex,
  flow,
  FLOW_KINDS,
  missingPeople,
  netFlow,
  people,
  type Citizenship,
  type PopulationValues,
  type Sex,
} from '../core/population';
import { atMost } from '../core/limits';
import type { Rule, RuleContext, Stock } from '../core/report';
import { DECLARATION } from './head';
import { POPULATION_QUESTIONS, type Population } from './populationQuestions';

const SEXES: readonly Sex[] = ['Male', 'Female'];
const SEX_WORD = { Male: 'laki-laki', Female: 'perempuan' } as const;

const expectedClosing = (opening: Stock, record: Population, sex: Sex): number =>
  bySex(opening, sex) + netFlow(record, 'citizens', sex) + netFlow(record, 'foreigners', sex);

/** People at the start of the month; where that is not known, those of the report itself. */
const populationOf = (record: Population, context: RuleContext): number =>
  context.opening === undefined ? record.closingMale + record.closingFemale : people(context.opening);

/** All changes of a report in one list. */
const allFlows = (values: PopulationValues): readonly number[] =>
  (['citizens', 'foreigners'] as const).flatMap((citizenship) =>
    SEXES.flatMap((sex) => FLOW_KINDS.map((kind) => flow(values, kind, citizenship, sex))),
  );

const isQuiet = (flows: readonly number[]): boolean => flows.every((value) => value === 0);

const share = (part: number) => (population: number) => Math.floor(population * part);
const birthsLimit = (population: number): number => Math.max(10, share(0.01)(population));

/** Many at once: a warning only. No regulation knows these shares of the population: they are the programme's. */
function unusuallyMany(
  question: 'birthsMale' | 'birthsFemale' | 'arrivalsMale' | 'arrivalsFemale',
  what: string,
  limit: (population: number) => number,
): Rule<Population> {
  return atMost({
    id: `${question}Many`,
    severity: 'warning',
    question,
    limit: (record, context) => limit(populationOf(record, context)),
    message: (sent, _most, record, context) =>
      `Tertulis ${sent} ${what} dalam satu bulan, di antara ${formatNumber(populationOf(record, context))} ` +
      'penduduk. Laporan tetap dihitung. Bila keliru, mohon kirim ulang.',
  });
}

const groupWords = (citizenship: Citizenship, sex: Sex): string =>
  `${SEX_WORD[sex]} (${citizenship === 'citizens' ? 'WNI' : 'WNA'})`;

/** No more deaths than there were people. */
function deathsAboveOpening(citizenship: Citizenship, sex: Sex): Rule<Population> {
  const question = citizenship === 'citizens' ? (`deaths${sex}` as const) : (`foreignDeaths${sex}` as const);
  return atMost({
    id: `${question}AboveOpening`,
    severity: 'error',
    question,
    limit: (_record, context) => context.opening?.[`${citizenship}${sex}`],
    message: (sent, most) =>
      `Tertulis ${sent} meninggal, penduduk ${groupWords(citizenship, sex)} awal bulan ${most}. ` +
      'Mohon periksa, lalu kirim ulang.',
  });
}

/** Kinds of those who are gone at the end of the month: what is said of them, and what is counted before them. */
const GONE = {
  departures: { said: 'pindah keluar', foreign: 'foreignDepartures', beside: 'lahir, datang, dan meninggal' },
  missing: { said: 'hilang', foreign: 'foreignMissing', beside: 'lahir, datang, meninggal, dan pindah' },
} as const;

/** No fewer than no people left at the end of the month. */
function goneAboveStock(kind: keyof typeof GONE, citizenship: Citizenship, sex: Sex): Rule<Population> {
  const { said, foreign, beside } = GONE[kind];
  const question = citizenship === 'citizens' ? (`${kind}${sex}` as const) : (`${foreign}${sex}` as const);
  return atMost({
    id: `${question}AboveStock`,
    severity: 'error',
    question,
    limit: (record, context) => {
      const opening = context.opening?.[`${citizenship}${sex}`];
      if (opening === undefined) return undefined;
      return Math.max(0, opening + netFlow(record, citizenship, sex) + flow(record, kind, citizenship, sex));
    },
    message: (sent, most) =>
      `Tertulis ${sent} ${said}, padahal penduduk ${groupWords(citizenship, sex)} yang ada dengan ${beside} ` +
      `bulan ini ${most}. Mohon periksa angka-angka itu, lalu kirim ulang.`,
  });
}

const isMissingTold = (record: Population): boolean => missingPeople(record) > 0;

/** The control total of one sex against opening and changes; a chosen reason makes the difference legitimate. */
function controlTotal(sex: Sex): Rule<Population> {
  const question = `closing${sex}` as const;
  return {
    id: `controlTotal${sex}`,
    severity: 'error',
    question,
    broken: (record, context) => {
      const opening = context.opening;
      if (opening === undefined || (record.differenceReason ?? '') !== '') return undefined;
      const expected = expectedClosing(opening, record, sex);
      if (record[question] === expected) return undefined;
      return particulars(
        record[question],
        expected,
        `Tertulis ${formatNumber(record[question])}, hitungan kami ${formatNumber(expected)}: ` +
          `${arithmetic(opening, record, sex)}. Mohon periksa angka lahir, meninggal, datang, ` +
          `${isMissingTold(record) ? 'pindah, dan hilang' : 'dan pindah'}, lalu kirim ulang. Bila memang berbeda karena pencocokan data, pilih Alasan selisih di ` +
          'laporan yang sama.',
      );
    },
  };
}

/** Laporan Bulanan Kependudukan (LAMPID): changes of the month; the stock follows from them (Permendagri 47/2016, B.3). */
export const population = defineReport({
  id: 'population',
  title: 'Laporan Bulanan Kependudukan (LAMPID)',
  shortTitle: 'Kependudukan',
  dataTab: 'Data Kependudukan',
  frequency: 'monthly',
  introduction: `Lahir, meninggal, datang, dan pindah selama satu bulan. Bila tidak ada, tulis 0. ${DECLARATION}`,
  questions: POPULATION_QUESTIONS,
  rules: [
    unusuallyMany('birthsMale', 'kelahiran laki-laki', birthsLimit),
    unusuallyMany('birthsFemale', 'kelahiran perempuan', birthsLimit),
    unusuallyMany('arrivalsMale', 'pendatang laki-laki', share(0.05)),
    unusuallyMany('arrivalsFemale', 'pendatang perempuan', share(0.05)),
    ...SEXES.map((sex) => deathsAboveOpening('citizens', sex)),
    ...SEXES.map((sex) => goneAboveStock('departures', 'citizens', sex)),
    ...SEXES.map((sex) => deathsAboveOpening('foreigners', sex)),
    ...SEXES.map((sex) => goneAboveStock('departures', 'foreigners', sex)),
    ...SEXES.map((sex) => goneAboveStock('missing', 'citizens', sex)),
    ...SEXES.map((sex) => goneAboveStock('missing', 'foreigners', sex)),
    atMost<Population>({
      id: 'householdsAbovePeople',
      severity: 'error',
      question: 'householdsClosing',
      limit: (record) => record.closingMale + record.closingFemale,
      message: (sent, most) =>
        `Tertulis ${sent} KK, jumlah penduduk ${most} jiwa. Mohon periksa kedua angka itu, lalu kirim ulang.`,
    }),
    {
      id: 'householdsNone',
      severity: 'error',
      question: 'householdsClosing',
      broken: (record) => {
        const people = record.closingMale + record.closingFemale;
        if (record.householdsClosing > 0 || people === 0) return undefined;
        return particulars(
          '0',
          'lebih dari 0',
          `Tertulis 0 KK, padahal ada ${formatNumber(people)} penduduk. Mohon isi jumlah KK akhir bulan, ` +
            'lalu kirim ulang.',
        );
      },
    },
    {
      id: 'householdsChanged',
      severity: 'warning',
      question: 'householdsClosing',
      broken: (record, context) => {
        const before = context.opening?.households ?? 0;
        const change = Math.abs(record.householdsClosing - before);
        if (before === 0 || record.householdsClosing === 0 || change * 10 <= before) return undefined;
        return particulars(
          record.householdsClosing,
          `${formatNumber(Math.ceil(before * 0.9))}–${formatNumber(Math.floor(before * 1.1))}`,
          `Tertulis ${formatNumber(record.householdsClosing)} KK, awal bulan ${formatNumber(before)} KK. ` +
            'Laporan tetap dihitung. Bila keliru, mohon kirim ulang.',
        );
      },
    },
    {
      id: 'householdsBalance',
      severity: 'warning',
      question: 'householdsClosing',
      broken: (record, context) => {
        const before = context.opening?.households;
        const isTold = record.householdsNew !== null || record.householdsLost !== null;
        if (before === undefined || !isTold) return undefined;
        const added = record.householdsNew ?? 0;
        const lost = record.householdsLost ?? 0;
        const expected = before + added - lost;
        if (record.householdsClosing === expected) return undefined;
        const sum = sumText([
          [before, '(awal bulan)'],
          [added, 'baru'],
          [-lost, 'berkurang'],
        ]);
        return particulars(
          record.householdsClosing,
          expected,
          `Tertulis ${formatNumber(record.householdsClosing)} KK, hitungan kami ${formatNumber(expected)}: ` +
            `${sum} = ${formatNumber(expected)}. Laporan tetap dihitung. Bila keliru, mohon kirim ulang.`,
        );
      },
    },
    ...SEXES.map(controlTotal),
    {
      id: 'sexesSwapped',
      severity: 'warning',
      question: '',
      broken: (record, context) => {
        if (context.opening === undefined) return undefined;
        const expectedMale = expectedClosing(context.opening, record, 'Male');
        const expectedFemale = expectedClosing(context.opening, record, 'Female');
        const isSwapped = record.closingMale === expectedFemale && record.closingFemale === expectedMale;
        if (!isSwapped || expectedMale === expectedFemale) return undefined;
        return particulars(
          `${formatNumber(record.closingMale)} L, ${formatNumber(record.closingFemale)} P`,
          `${formatNumber(expectedMale)} L, ${formatNumber(expectedFemale)} P`,
          `Jumlah laki-laki (${formatNumber(record.closingMale)}) dan perempuan ` +
            `(${formatNumber(record.closingFemale)}) tampaknya tertukar. Mohon periksa, lalu kirim ulang.`,
        );
      },
    },
    {
      id: 'sameAsLastMonth',
      severity: 'warning',
      question: '',
      broken: (record, context) => {
        if (context.previous === undefined) return undefined;
        const flows = allFlows(record);
        const before = allFlows(context.previous);
        if (isQuiet(flows) || flows.some((value, at) => value !== before[at])) return undefined;
        return particulars(
          'sama dengan laporan sebelumnya',
          'angka bulan ini',
          'Semua angka lahir, meninggal, datang, dan pindah sama persis dengan laporan bulan sebelumnya. Laporan ' +
            'tetap dihitung. Bila belum diperbarui, mohon kirim ulang.',
        );
      },
    },
    {
      id: 'quietThreeMonths',
      severity: 'warning',
      question: '',
      broken: (record, context) => {
        const before = context.earlier.slice(0, 2);
        if (before.length < 2 || ![record, ...before].every((one) => isQuiet(allFlows(one))))
          return undefined;
        return particulars(
          '0 selama tiga bulan',
          'angka bulan ini',
          'Tiga bulan berturut-turut tidak ada lahir, meninggal, datang, atau pindah. Laporan tetap dihitung. ' +
            'Bila ada yang terlewat, mohon kirim ulang.',
        );
      },
    },
  ],
});
