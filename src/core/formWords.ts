import { isQuarterly } from './due';
import { villageTitle } from './draw/rows';
import { RETENTION_MONTHS } from './personal';
import type { ReportType, ReportTypeId } from './report';
import type { Settings, Village } from './settings';
import { listed } from './text';

/** `6281299990000` as people write it: `0812-9999-0000`. */
const phoneText = (digits: string): string =>
  digits.replace(/^62/, '0').replace(/^(\d{4})(\d{4})(\d+)$/, '$1-$2-$3');

/** Where the Kasi is asked: a link that a phone opens, and nothing where no number is known. */
const chatWith = ({ kasi }: Settings): string =>
  kasi.whatsapp === '' ? '.' : `: https://wa.me/${kasi.whatsapp}`;

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
  return {
    title: `${settings.programme}: Laporan ${title}`,
    description:
      `Laporan ${title} kepada Kecamatan ${name}.${asked(settings, catalogue)} Tenggatnya tanggal ` +
      `${String(settings.dueDay)} bulan berikutnya pukul 23.59 ${settings.zone}. Bila tidak ada kejadian, tetap ` +
      `kirim dengan angka 0 atau pilih Nihil.\n\n${PRIVACY}`,
    confirmation:
      `Terima kasih. Laporan selesai bila tanda ✓ muncul di halaman status ${title}, biasanya dalam 2 menit: ` +
      `${statusUrl}\nBila setelah satu jam belum ada, mohon WA Kasi Trantib${chatWith(settings)}`,
  };
}

/** What personal data of each type is for, and how long it is kept. */
const PURPOSES: Readonly<Partial<Record<ReportTypeId, { readonly use: string; readonly kept: string }>>> = {
  events: { use: 'Buku Mutasi Penduduk', kept: '' },
  members: { use: 'daftar anggota Satlinmas', kept: 'data anggota selama masih aktif, lalu ' },
};

/** Who may see it: the office's account, the Kasi by name, the reviewers by address. */
function officers({ kasi, owner, reviewers, subdistrict }: Settings): string {
  const named = kasi.name === '' ? 'Kasi Trantib' : `Kasi Trantib (${kasi.name})`;
  const others = reviewers.filter((address) => address !== kasi.email);
  const reviewing = others.length === 0 ? '' : ` dan peninjau (${others.join(', ')})`;
  return `${named}, pemegang akun ${owner}${reviewing} di Kecamatan ${subdistrict.name}`;
}

/** Words of a village's form for personal data: who sees it, what for, how long (UU 27/2022). */
export function personalFormWords(settings: Settings, village: Village, statusUrl: string): FormWords {
  const title = villageTitle(village);
  const { name } = settings.subdistrict;
  const { kasi } = settings;
  const officer = kasi.name === '' ? 'Kasi Trantib' : `Kasi Trantib (${kasi.name})`;
  const whatsapp = kasi.whatsapp === '' ? '' : ` (WA ${phoneText(kasi.whatsapp)})`;
  const months = String(settings.retentionMonths ?? RETENTION_MONTHS);
  const purposes = settings.reportTypes.flatMap((type) => PURPOSES[type] ?? []);
  const kept = purposes.map((one) => one.kept).join('');
  return {
    title: `${settings.programme}: Data Pribadi ${title}`,
    description:
      `Laporan per orang dari ${title} kepada Kecamatan ${name}. Satu laporan untuk satu orang.\n\n` +
      'Pelindungan data pribadi: NIK, No. KK, tanggal lahir, dan nomor HP dipakai hanya untuk ' +
      `${listed(purposes.map((one) => one.use))}, dilihat hanya oleh ${officers(settings)}, dan disimpan ` +
      `${kept}${months} bulan; sesudah itu dihapus Kasi. Di tempat lain yang tampil hanya nomor laporan, NIK tersamar, ` +
      `dan inisial. Salinan, perbaikan, atau penghapusan dapat diminta kepada ${officer}${whatsapp}. Nama petugas ` +
      'pelapor dicatat.',
    confirmation:
      `Terima kasih. Laporan selesai bila tercatat di halaman status ${title}, biasanya dalam 2 menit: ` +
      `${statusUrl}\nBila setelah satu jam belum ada, mohon WA Kasi Trantib${chatWith(settings)}`,
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
