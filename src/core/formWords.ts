import { isQuarterly } from './due';
import { villageTitle } from './draw/rows';
import { RETENTION_MONTHS } from './personal';
import type { ReportType } from './report';
import type { Settings, Village } from './settings';
import { listed } from './text';

/** What people read around the questions of a form. */
export interface FormWords {
  readonly title: string;
  readonly description: string;
  /** The last words, after sending: they stand fixed in the form and cannot know what was sent. */
  readonly confirmation: string;
}

/** Names of the files that set-up makes, as people find them in Drive. */
export const FILE_NAME = {
  master: (settings: Settings): string => `${settings.programme} ${settings.subdistrict.name}`,
  form: (village: Village): string => `Formulir ${villageTitle(village)}`,
  sheet: (village: Village): string => `Lembar ${villageTitle(village)}`,
  personalForm: (village: Village): string => `Formulir Data Pribadi ${villageTitle(village)}`,
  template: (kind: 'desa' | 'kelurahan' | 'personal'): string =>
    `Templat formulir ${kind === 'personal' ? 'data pribadi' : kind}`,
  sheetTemplate: 'Templat lembar desa',
  responses: 'Respons',
  personalResponses: 'Respons Pribadi',
  register: 'Register',
  recap: 'Rekap',
} as const;

/** Why names are asked for (UU 27/2022: who sees them, what for, how long). */
const PRIVACY =
  'Nama petugas pelapor dan penanggung jawab dicatat hanya untuk mengelola laporan ini, dilihat oleh petugas ' +
  'kecamatan, dan disimpan selama program berjalan. Jangan menulis NIK atau nomor KK di formulir ini.';

function asked(settings: Settings, catalogue: readonly ReportType[]): string {
  const monthly = catalogue.filter((type) => type.frequency === 'monthly');
  const of = (quarterly: boolean): string =>
    listed(monthly.flatMap((type) => (isQuarterly(settings, type) === quarterly ? [type.shortTitle] : [])));
  const [months, quarters] = [of(false), of(true)];
  return `${months === '' ? '' : ` Setiap bulan: ${months}.`}${quarters === '' ? '' : ` Setiap triwulan: ${quarters}.`}`;
}

/** Words of a village's form. `statusUrl` = address of its page *Status*. */
export function formWords(
  settings: Settings,
  village: Village,
  catalogue: readonly ReportType[],
  statusUrl: string,
): FormWords {
  const title = villageTitle(village);
  const { name } = settings.subdistrict;
  const whatsapp = settings.kasi.whatsapp === '' ? '' : ` ${settings.kasi.whatsapp}`;
  return {
    title: `${settings.programme}: Laporan ${title}`,
    description:
      `Laporan ${title} kepada Kecamatan ${name}.${asked(settings, catalogue)} Tenggatnya tanggal ` +
      `${String(settings.dueDay)} bulan berikutnya pukul 23.59 ${settings.zone}. Bila tidak ada kejadian, tetap ` +
      `kirim dengan angka 0 atau pilih Nihil.\n\n${PRIVACY}`,
    confirmation:
      `Terima kasih. Laporan selesai bila tanda ✓ muncul di halaman status ${title}, biasanya dalam 2 menit: ` +
      `${statusUrl}\nBila setelah satu jam belum ada, mohon WA Kasi Trantib${whatsapp}.`,
  };
}

/** Words of a village's form for personal data: who sees it, what for, how long (UU 27/2022). */
export function personalFormWords(settings: Settings, village: Village, statusUrl: string): FormWords {
  const title = villageTitle(village);
  const { name } = settings.subdistrict;
  const { kasi } = settings;
  const officer = kasi.name === '' ? 'Kasi Trantib' : `Kasi Trantib (${kasi.name})`;
  const whatsapp = kasi.whatsapp === '' ? '' : ` ${kasi.whatsapp}`;
  const months = settings.retentionMonths ?? RETENTION_MONTHS;
  return {
    title: `${settings.programme}: Data Pribadi ${title}`,
    description:
      `Laporan per orang dari ${title} kepada Kecamatan ${name}. Satu laporan untuk satu orang.\n\n` +
      'Pelindungan data pribadi: NIK, No. KK, tanggal lahir, dan nomor HP dipakai hanya untuk Buku Mutasi ' +
      `Penduduk dan daftar anggota Satlinmas, dilihat hanya oleh ${officer} dan peninjau Kecamatan ${name}, dan ` +
      `disimpan ${String(months)} bulan. Di tempat lain yang tampil hanya nomor laporan, NIK tersamar, dan inisial. ` +
      `Perbaikan atau penghapusan dapat diminta kepada ${officer}${whatsapp}. Nama petugas pelapor dicatat.`,
    confirmation:
      `Terima kasih. Laporan selesai bila tercatat di halaman status ${title}, biasanya dalam 2 menit: ` +
      `${statusUrl}\nBila setelah satu jam belum ada, mohon WA Kasi Trantib${whatsapp}.`,
  };
}

/** Words of a template: nobody answers it. */
export function templateWords(settings: Settings, kind: 'desa' | 'kelurahan' | 'personal'): FormWords {
  return {
    title: `${settings.programme}: ${FILE_NAME.template(kind)}`,
    description: 'Templat. Formulir tiap desa dan kelurahan adalah salinannya; jangan diisi.',
    confirmation: 'Ini templat, bukan formulir desa.',
  };
}
