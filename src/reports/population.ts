import { formatNumber } from '../core/dates';
import { sumText } from '../core/figures';
import type { Question, RecordOf, Rule, RuleContext } from '../core/report';
import { declareReport } from './declare';
import { DECLARATION, NOTES } from './head';

const flow = { kind: 'count', help: 'Tulis angka saja, tanpa titik. Tulis 0 bila tidak ada.' } as const;
const foreignFlow = { ...flow, page: 'branch' } as const;
const control = {
  kind: 'count',
  control: true,
  help: 'Semua penduduk, WNI dan WNA, menurut catatan desa/kelurahan. Tulis angka saja, tanpa titik: 1204',
} as const;
const households = { kind: 'count', required: false, help: 'Tulis angka saja. Boleh dikosongkan.' } as const;

const questions = [
  { ...flow, id: 'birthsMale', label: 'Kelahiran laki-laki (WNI)' },
  { ...flow, id: 'birthsFemale', label: 'Kelahiran perempuan (WNI)' },
  { ...flow, id: 'deathsMale', label: 'Kematian laki-laki (WNI)' },
  { ...flow, id: 'deathsFemale', label: 'Kematian perempuan (WNI)' },
  { ...flow, id: 'arrivalsMale', label: 'Pendatang laki-laki (WNI)' },
  { ...flow, id: 'arrivalsFemale', label: 'Pendatang perempuan (WNI)' },
  { ...flow, id: 'departuresMale', label: 'Pindah keluar laki-laki (WNI)' },
  { ...flow, id: 'departuresFemale', label: 'Pindah keluar perempuan (WNI)' },
  {
    id: 'householdsClosing',
    kind: 'count',
    stock: true,
    label: 'Jumlah KK akhir bulan',
    help: 'Tulis angka saja, tanpa titik: 351',
  },
  { ...households, id: 'householdsNew', label: 'KK baru' },
  { ...households, id: 'householdsLost', label: 'KK berkurang' },
  { ...control, id: 'closingMale', label: 'Jumlah seluruh penduduk akhir bulan, laki-laki' },
  { ...control, id: 'closingFemale', label: 'Jumlah seluruh penduduk akhir bulan, perempuan' },
  {
    id: 'differenceReason',
    kind: 'list',
    control: true,
    label: 'Alasan selisih',
    help: 'Hanya bila jumlah penduduk memang berbeda dari hitungan awal bulan + lahir + datang − meninggal − pindah.',
    required: false,
    choices: ['Pencocokan data dengan Dukcapil', 'Perbaikan data lama', 'Lainnya'],
  },
  NOTES,
  {
    id: 'foreignerChanges',
    kind: 'choice',
    label: 'Ada mutasi WNA?',
    help: 'Pilih Ya bila ada warga negara asing yang lahir, meninggal, datang, atau pindah bulan ini.',
    choices: ['Ya', 'Tidak'],
    branchOn: 'Ya',
  },
  { ...foreignFlow, id: 'foreignBirthsMale', label: 'Kelahiran laki-laki (WNA)' },
  { ...foreignFlow, id: 'foreignBirthsFemale', label: 'Kelahiran perempuan (WNA)' },
  { ...foreignFlow, id: 'foreignDeathsMale', label: 'Kematian laki-laki (WNA)' },
  { ...foreignFlow, id: 'foreignDeathsFemale', label: 'Kematian perempuan (WNA)' },
  { ...foreignFlow, id: 'foreignArrivalsMale', label: 'Pendatang laki-laki (WNA)' },
  { ...foreignFlow, id: 'foreignArrivalsFemale', label: 'Pendatang perempuan (WNA)' },
  { ...foreignFlow, id: 'foreignDeparturesMale', label: 'Pindah keluar laki-laki (WNA)' },
  { ...foreignFlow, id: 'foreignDeparturesFemale', label: 'Pindah keluar perempuan (WNA)' },
] as const satisfies readonly Question[];

export type Population = RecordOf<typeof questions>;

type Sex = 'Male' | 'Female';
type Citizenship = 'citizens' | 'foreigners';
interface Flows {
  readonly births: number;
  readonly deaths: number;
  readonly arrivals: number;
  readonly departures: number;
}

const SEX_WORD = { Male: 'laki-laki', Female: 'perempuan' } as const;

/** Changes of one sex and citizenship; without a report on foreigners they had none. */
function flowsOf(record: Population, citizenship: Citizenship, sex: Sex): Flows {
  if (citizenship === 'citizens') {
    return {
      births: record[`births${sex}`],
      deaths: record[`deaths${sex}`],
      arrivals: record[`arrivals${sex}`],
      departures: record[`departures${sex}`],
    };
  }
  return {
    births: record[`foreignBirths${sex}`] ?? 0,
    deaths: record[`foreignDeaths${sex}`] ?? 0,
    arrivals: record[`foreignArrivals${sex}`] ?? 0,
    departures: record[`foreignDepartures${sex}`] ?? 0,
  };
}

function bothCitizenships(record: Population, sex: Sex): Flows {
  const a = flowsOf(record, 'citizens', sex);
  const b = flowsOf(record, 'foreigners', sex);
  return {
    births: a.births + b.births,
    deaths: a.deaths + b.deaths,
    arrivals: a.arrivals + b.arrivals,
    departures: a.departures + b.departures,
  };
}

const net = (flows: Flows): number => flows.births + flows.arrivals - flows.deaths - flows.departures;

/** People at the start of the month by sex, both citizenships; undefined = not known. */
function openingOf(context: RuleContext, sex: Sex): number | undefined {
  const opening = context.opening;
  return opening === undefined ? undefined : opening[`citizens${sex}`] + opening[`foreigners${sex}`];
}

/** People at the start of the month; where that is not known, those of the report itself. */
function populationOf(record: Population, context: RuleContext): number {
  const male = openingOf(context, 'Male');
  const female = openingOf(context, 'Female');
  return male === undefined || female === undefined
    ? record.closingMale + record.closingFemale
    : male + female;
}

const told = (opening: number, flows: Flows): string =>
  sumText([
    [opening, '(awal bulan)'],
    [flows.births, 'lahir'],
    [flows.arrivals, 'datang'],
    [-flows.deaths, 'meninggal'],
    [-flows.departures, 'pindah'],
  ]);

/** Many at once: a warning only. Shares of the population, Permendagri knows none: limits of this programme. */
function unusuallyMany(
  question: 'birthsMale' | 'birthsFemale' | 'arrivalsMale' | 'arrivalsFemale',
  what: string,
  limit: (population: number) => number,
): Rule<Population> {
  return {
    id: `${question}Many`,
    severity: 'warning',
    question,
    broken: (record, context) => {
      const population = populationOf(record, context);
      const most = limit(population);
      if (record[question] <= most) return undefined;
      return {
        sent: formatNumber(record[question]),
        expected: `paling banyak ${formatNumber(most)}`,
        message:
          `Tertulis ${formatNumber(record[question])} ${what} dalam satu bulan, di antara ` +
          `${formatNumber(population)} penduduk. Laporan tetap dihitung. Bila keliru, mohon kirim ulang.`,
      };
    },
  };
}

const share = (part: number) => (population: number) => Math.floor(population * part);
const births = (population: number): number => Math.max(10, share(0.01)(population));

/** More deaths than there were people. */
function deathsAboveOpening(citizenship: Citizenship, sex: Sex): Rule<Population> {
  const question = citizenship === 'citizens' ? (`deaths${sex}` as const) : (`foreignDeaths${sex}` as const);
  return {
    id: `${question}AboveOpening`,
    severity: 'error',
    question,
    broken: (record, context) => {
      const opening = context.opening?.[`${citizenship}${sex}`];
      const deaths = flowsOf(record, citizenship, sex).deaths;
      if (opening === undefined || deaths <= opening) return undefined;
      return {
        sent: formatNumber(deaths),
        expected: `paling banyak ${formatNumber(opening)}`,
        message:
          `Tertulis ${formatNumber(deaths)} meninggal, penduduk ${SEX_WORD[sex]} ` +
          `(${citizenship === 'citizens' ? 'WNI' : 'WNA'}) awal bulan ${formatNumber(opening)}. ` +
          'Mohon periksa, lalu kirim ulang.',
      };
    },
  };
}

/** Fewer than no people left at the end of the month. */
function closingBelowZero(citizenship: Citizenship, sex: Sex): Rule<Population> {
  const question =
    citizenship === 'citizens' ? (`departures${sex}` as const) : (`foreignDepartures${sex}` as const);
  return {
    id: `${question}BelowZero`,
    severity: 'error',
    question,
    broken: (record, context) => {
      const opening = context.opening?.[`${citizenship}${sex}`];
      const flows = flowsOf(record, citizenship, sex);
      if (opening === undefined || opening + net(flows) >= 0) return undefined;
      return {
        sent: formatNumber(flows.departures),
        expected: `paling banyak ${formatNumber(Math.max(0, opening + net(flows) + flows.departures))}`,
        message:
          `${told(opening, flows)} = ${formatNumber(opening + net(flows))}, kurang dari nol. ` +
          'Mohon periksa angka meninggal dan pindah, lalu kirim ulang.',
      };
    },
  };
}

/** The control total of one sex against opening and changes; a chosen reason makes the difference legitimate. */
function controlTotal(sex: Sex): Rule<Population> {
  const question = `closing${sex}` as const;
  return {
    id: `controlTotal${sex}`,
    severity: 'error',
    question,
    broken: (record, context) => {
      const opening = openingOf(context, sex);
      if (opening === undefined || (record.differenceReason ?? '') !== '') return undefined;
      const flows = bothCitizenships(record, sex);
      const expected = opening + net(flows);
      if (record[question] === expected) return undefined;
      return {
        sent: formatNumber(record[question]),
        expected: formatNumber(expected),
        message:
          `Tertulis ${formatNumber(record[question])}, hitungan kami ${formatNumber(expected)}: ` +
          `${told(opening, flows)} = ${formatNumber(expected)}. Mohon periksa angka lahir, meninggal, datang, ` +
          'dan pindah, lalu kirim ulang. Bila memang berbeda karena pencocokan data, pilih Alasan selisih di ' +
          'laporan yang sama.',
      };
    },
  };
}

const SEXES: readonly Sex[] = ['Male', 'Female'];
const FLOWS = ['births', 'deaths', 'arrivals', 'departures'] as const;

/** All changes of a report in one list, citizens then foreigners. */
function allFlows(record: Readonly<Record<string, unknown>>): readonly number[] {
  return ['', 'foreign'].flatMap((prefix) =>
    FLOWS.flatMap((name) =>
      SEXES.map((sex) => {
        const id = prefix === '' ? name : `${prefix}${name.charAt(0).toUpperCase()}${name.slice(1)}`;
        const value = record[`${id}${sex}`];
        return typeof value === 'number' ? value : 0;
      }),
    ),
  );
}

const isQuiet = (flows: readonly number[]): boolean => flows.every((value) => value === 0);

/** Laporan Bulanan Kependudukan (LAMPID): changes of the month; the stock follows from them (Permendagri 47/2016, B.3). */
export const population = declareReport({
  id: 'population',
  title: 'Laporan Bulanan Kependudukan (LAMPID)',
  shortTitle: 'Kependudukan',
  dataTab: 'Data Kependudukan',
  frequency: 'monthly',
  introduction: `Lahir, meninggal, datang, dan pindah selama satu bulan. Bila tidak ada, tulis 0. ${DECLARATION}`,
  questions,
  rules: [
    unusuallyMany('birthsMale', 'kelahiran laki-laki', births),
    unusuallyMany('birthsFemale', 'kelahiran perempuan', births),
    ...SEXES.map((sex) => deathsAboveOpening('citizens', sex)),
    unusuallyMany('arrivalsMale', 'pendatang laki-laki', share(0.05)),
    unusuallyMany('arrivalsFemale', 'pendatang perempuan', share(0.05)),
    ...SEXES.map((sex) => closingBelowZero('citizens', sex)),
    ...SEXES.map((sex) => deathsAboveOpening('foreigners', sex)),
    ...SEXES.map((sex) => closingBelowZero('foreigners', sex)),
    {
      id: 'householdsAbovePeople',
      severity: 'error',
      question: 'householdsClosing',
      broken: (record) => {
        const people = record.closingMale + record.closingFemale;
        if (record.householdsClosing <= people) return undefined;
        return {
          sent: formatNumber(record.householdsClosing),
          expected: `paling banyak ${formatNumber(people)}`,
          message:
            `Tertulis ${formatNumber(record.householdsClosing)} KK, jumlah penduduk ${formatNumber(people)} jiwa. ` +
            'Mohon periksa kedua angka itu, lalu kirim ulang.',
        };
      },
    },
    {
      id: 'householdsNone',
      severity: 'error',
      question: 'householdsClosing',
      broken: (record) => {
        const people = record.closingMale + record.closingFemale;
        if (record.householdsClosing > 0 || people === 0) return undefined;
        return {
          sent: '0',
          expected: 'lebih dari 0',
          message:
            `Tertulis 0 KK, padahal ada ${formatNumber(people)} penduduk. Mohon isi jumlah KK akhir bulan, ` +
            'lalu kirim ulang.',
        };
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
        return {
          sent: formatNumber(record.householdsClosing),
          expected: `${formatNumber(Math.ceil(before * 0.9))}–${formatNumber(Math.floor(before * 1.1))}`,
          message:
            `Tertulis ${formatNumber(record.householdsClosing)} KK, awal bulan ${formatNumber(before)} KK. ` +
            'Laporan tetap dihitung. Bila keliru, mohon kirim ulang.',
        };
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
        return {
          sent: formatNumber(record.householdsClosing),
          expected: formatNumber(expected),
          message:
            `Tertulis ${formatNumber(record.householdsClosing)} KK, hitungan kami ${formatNumber(expected)}: ` +
            `${sum} = ${formatNumber(expected)}. Laporan tetap dihitung. Bila keliru, mohon kirim ulang.`,
        };
      },
    },
    ...SEXES.map(controlTotal),
    {
      id: 'sexesSwapped',
      severity: 'warning',
      question: '',
      broken: (record, context) => {
        const male = openingOf(context, 'Male');
        const female = openingOf(context, 'Female');
        if (male === undefined || female === undefined) return undefined;
        const expectedMale = male + net(bothCitizenships(record, 'Male'));
        const expectedFemale = female + net(bothCitizenships(record, 'Female'));
        const isSwapped = record.closingMale === expectedFemale && record.closingFemale === expectedMale;
        if (!isSwapped || expectedMale === expectedFemale) return undefined;
        return {
          sent: `${formatNumber(record.closingMale)} L, ${formatNumber(record.closingFemale)} P`,
          expected: `${formatNumber(expectedMale)} L, ${formatNumber(expectedFemale)} P`,
          message:
            `Jumlah laki-laki (${formatNumber(record.closingMale)}) dan perempuan ` +
            `(${formatNumber(record.closingFemale)}) tampaknya tertukar. Mohon periksa, lalu kirim ulang.`,
        };
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
        return {
          sent: 'sama dengan laporan sebelumnya',
          expected: 'angka bulan ini',
          message:
            'Semua angka lahir, meninggal, datang, dan pindah sama persis dengan laporan bulan sebelumnya. Laporan ' +
            'tetap dihitung. Bila belum diperbarui, mohon kirim ulang.',
        };
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
        return {
          sent: '0 selama tiga bulan',
          expected: 'angka bulan ini',
          message:
            'Tiga bulan berturut-turut tidak ada lahir, meninggal, datang, atau pindah. Laporan tetap dihitung. ' +
            'Bila ada yang terlewat, mohon kirim ulang.',
        };
      },
    },
  ],
});
