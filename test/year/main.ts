import { parseArgs } from 'node:util';
import { differenceOf } from '../support/storyState';
import { tabsOf } from '../support/received';
import { monthText } from './calendar';
import { judgeAll, recount } from './look';
import { profileOf } from '../../src/reports/profiles';
import { playYear } from './play';
import { openOffice, type OfficeOptions } from './setUp';
import { MEASURED, MOST_ANSWERS, tooMuchWork, workOf } from './work';

const USAGE = `Pemakaian: npm run year -- [--profil NAMA] [--seed N] [--desa N] [--bulan N] [--mulai BULAN] [--tidur]

  --profil NAMA  kudapanmas (Paringin, bawaan) atau sinar-linmas (Juai)
  --seed N       angka awal; angka yang sama memainkan tahun yang sama (bawaan: 7)
  --desa N       berapa desa/kelurahan (bawaan: semua)
  --bulan N      berapa bulan (bawaan: 12)
  --mulai BULAN  bulan pertama, misalnya 2027-01 (bawaan)
  --tidur        jam tanpa kejadian dilewati: lebih cepat, tanpa pengingat pada jamnya`;

const SUBDISTRICTS = { kudapanmas: '63.11.06', 'sinar-linmas': '63.11.01' } as const;

function wholeNumber(text: string, name: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1)
    throw new Error(`--${name} ${text}: tulis bilangan bulat, misalnya 3.\n${USAGE}`);
  return value;
}

/** Reads the command line; throws a sentence that names the wrong option. */
function optionsOf(args: readonly string[]): OfficeOptions & { readonly asleep: boolean } {
  const { values } = parseArgs({
    args: [...args],
    options: {
      profil: { type: 'string', default: 'kudapanmas' },
      seed: { type: 'string', default: '7' },
      desa: { type: 'string' },
      bulan: { type: 'string', default: '12' },
      mulai: { type: 'string', default: '2027-01' },
      tidur: { type: 'boolean', default: false },
    },
  });
  const { profil, mulai, desa } = values;
  if (profil !== 'kudapanmas' && profil !== 'sinar-linmas')
    throw new Error(`--profil ${profil} tidak dikenal.\n${USAGE}`);
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(mulai))
    throw new Error(`--mulai ${mulai}: tulis seperti 2027-01.\n${USAGE}`);
  return {
    profile: profil,
    subdistrict: SUBDISTRICTS[profil],
    seed: wholeNumber(values.seed, 'seed'),
    firstPeriod: mulai,
    months: wholeNumber(values.bulan, 'bulan'),
    odd: 0.5,
    asleep: values.tidur,
    ...(desa === undefined ? {} : { villages: wholeNumber(desa, 'desa') }),
  };
}

/** Plays the year and prints what differs; gives the number of faults. */
async function main(options: ReturnType<typeof optionsOf>): Promise<number> {
  const started = Date.now();
  const seconds = (): string => `${String(Math.round((Date.now() - started) / 1000))} detik`;
  const office = await openOffice(options);
  console.log(`Terpasang: ${String(office.year.villages.length)} desa/kelurahan (${seconds()}).`);
  let month = '';
  const played = await playYear(office, {
    asleep: options.asleep,
    progress: (at, done, of) => {
      if (at.slice(0, 7) === month) return;
      month = at.slice(0, 7);
      console.log(`  ${monthText(month)}: ${String(done)} dari ${String(of)} kejadian (${seconds()})`);
    },
  });
  const recounted = recount(office, played);
  const judged = await judgeAll(recounted);
  const before = tabsOf(office.story);
  await office.story.command('rebuild');
  const rebuilt = differenceOf(before, tabsOf(office.story));
  const again = await judgeAll(recounted);
  const heavy = tooMuchWork(played.works, profileOf(options.profile).optional);
  const faults = [...judged.differences, ...rebuilt, ...again.differences, ...heavy];
  console.log(
    [
      `${String(played.works.length)} kiriman, ${String(judged.cells)} sel dibandingkan dua kali (${seconds()}).`,
      `Berbeda dari hitungan ulang: ${String(judged.differences.length)}; karena Bangun ulang: ${String(rebuilt.length)}; sesudahnya: ${String(again.differences.length)}.`,
      ...faults.slice(0, 100).map((one) => `  ${one}`),
      `Pekerjaan operator ${office.year.villages[MEASURED]?.name ?? ''} (5 RT), paling banyak ${String(MOST_ANSWERS)} isian sebulan sesudah bulan pertama:`,
    ].join('\n'),
  );
  console.table(
    workOf(played.works, MEASURED, profileOf(options.profile).optional).map((one) => ({
      Bulan: monthText(one.month),
      Kiriman: one.submissions,
      Isian: one.answers,
      'Kiriman pilihan': one.optional.submissions,
      'Isian pilihan': one.optional.answers,
      'Tanpa link': one.unlinked,
    })),
  );
  return faults.length;
}

main(optionsOf(process.argv.slice(2))).then(
  (faults) => {
    process.exitCode = faults === 0 ? 0 : 1;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    process.exitCode = 1;
  },
);
