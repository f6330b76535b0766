import { AIDS } from '../core/aids';
import { formatNumber, formatPeriod } from '../core/dates';
import { defineReport } from '../core/define';
import { particulars } from '../core/figures';
import { atMost } from '../core/limits';
import type { AidId, Question, RecordOf, Rule, RuleContext } from '../core/report';
import { DECLARATION, NOTES } from './head';

const stock = {
  kind: 'count',
  stock: true,
  help: 'Tulis angka saja, tanpa titik. Tulis 0 bila tidak ada.',
} as const;
const decile = {
  ...stock,
  required: false,
  help: 'Menurut DTSEN, bila diketahui. Boleh dikosongkan.',
} as const;
const change = {
  kind: 'count',
  help: 'Sejak laporan sebelumnya. Tulis angka saja. Tulis 0 bila tidak ada.',
} as const;

const questions = [
  { ...stock, id: 'poorHouseholds', label: 'KK prasejahtera/miskin menurut desa/kelurahan' },
  { ...decile, id: 'decile12', label: 'KK desil 1–2' },
  { ...decile, id: 'decile34', label: 'KK desil 3–4' },
  { ...decile, id: 'decile5', label: 'KK desil 5' },
  { ...stock, id: 'family', aid: 'family', label: `KPM ${AIDS.family}` },
  { ...stock, id: 'food', aid: 'food', label: `KPM ${AIDS.food}` },
  { ...stock, id: 'health', aid: 'health', label: `Jiwa ${AIDS.health}` },
  { ...stock, id: 'village', aid: 'village', label: `KPM ${AIDS.village}`, only: 'desa' },
  { ...change, id: 'recipientsDied', label: 'Penerima bantuan yang meninggal' },
  { ...change, id: 'recipientsMoved', label: 'Penerima bantuan yang pindah' },
  { ...change, id: 'recipientsAble', label: 'Penerima bantuan yang sudah mampu' },
  { ...change, id: 'proposals', label: 'Usulan penerima baru' },
  { ...change, id: 'jobsLost', label: 'Warga yang kehilangan pekerjaan' },
  NOTES,
] as const satisfies readonly Question[];

type Welfare = RecordOf<typeof questions>;

/** At most the households (people) of the village, as far as they are known. */
function withinPopulation(
  question: 'poorHouseholds' | AidId,
  of: 'households' | 'people' = 'households',
): Rule<Welfare> {
  return atMost({
    id: `${question}AbovePopulation`,
    severity: 'error',
    question,
    limit: (_record, context) => context.known?.[of],
    message: (sent, most, _record, context) =>
      `Tertulis ${sent}, padahal ${of === 'people' ? 'penduduk' : 'KK'} ${knownMonth(context)} ${most}. ` +
      'Mohon periksa, lalu kirim ulang.',
  });
}

const knownMonth = (context: RuleContext): string =>
  `akhir ${formatPeriod(context.known?.period ?? context.period)}`;

const deciles = ({ decile12, decile34, decile5 }: Welfare): number =>
  (decile12 ?? 0) + (decile34 ?? 0) + (decile5 ?? 0);

/** Keadaan Ekonomi dan Penerima Bantuan. Desil is set centrally (DTSEN): a village only passes on what it knows. */
export const welfare = defineReport({
  id: 'welfare',
  title: 'Keadaan Ekonomi dan Penerima Bantuan',
  shortTitle: 'Ekonomi',
  dataTab: 'Data Ekonomi',
  frequency: 'monthly',
  quarterly: true,
  introduction:
    'Keadaan pada akhir masa laporan: triwulan (pilih bulan terakhirnya, misalnya September) atau bulan. Angka yang ' +
    `lalu sudah terisi; ubah yang berubah saja. Cukup jumlahnya, tanpa nama dan NIK. ${DECLARATION}`,
  questions,
  rules: [
    withinPopulation('poorHouseholds'),
    withinPopulation('family'),
    withinPopulation('food'),
    withinPopulation('health', 'people'),
    withinPopulation('village'),
    {
      id: 'decilesAbovePopulation',
      severity: 'error',
      question: 'decile12',
      broken: (record, context) => {
        const { known } = context;
        const sum = deciles(record);
        if (!known || sum <= known.households) return undefined;
        return particulars(
          sum,
          `paling banyak ${formatNumber(known.households)}`,
          `Jumlah KK desil 1–5 tertulis ${formatNumber(sum)}, padahal KK ${knownMonth(context)} ` +
            `${formatNumber(known.households)}. Mohon periksa ketiga angka desil, lalu kirim ulang.`,
        );
      },
    },
    {
      id: 'notChecked',
      severity: 'information',
      question: '',
      broken: (_record, context) =>
        context.known === undefined
          ? particulars(
              '',
              'jumlah KK dan penduduk',
              'Belum dapat diperiksa: jumlah KK dan penduduk belum diketahui. Angkanya tetap dihitung.',
            )
          : undefined,
    },
    ...(['family', 'food', 'health', 'village'] as const).map((question): Rule<Welfare> => ({
      id: `${question}Changed`,
      severity: 'warning',
      question,
      broken: (record, context) => {
        const before = context.previous?.[question];
        const now = record[question];
        // The programme's own limit: a quarter more or less, and at least ten.
        if (typeof before !== 'number' || typeof now !== 'number' || before === 0) return undefined;
        const change = Math.abs(now - before);
        if (change < 10 || change * 4 <= before) return undefined;
        return particulars(
          now,
          before,
          `Tertulis ${formatNumber(now)}, pada laporan sebelumnya ${formatNumber(before)}. Laporan tetap dihitung. ` +
            'Bila keliru, mohon kirim ulang.',
        );
      },
    })),
  ],
});
