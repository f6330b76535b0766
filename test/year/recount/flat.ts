import { endsQuarter } from '../calendar';
import { nameAfter } from '../decided';
import { ACTIVITY_KINDS } from '../linmasTruth';
import { b3Figures, type Books, type Row, type Told } from './figures';
import { monthlyTypes, standingsOf, standingText } from './compliance';
import { flatActivities, flatHours } from './linmas';

/** Columns of the readiness report and where their figures come from; what nobody tells stays empty. */
const READINESS = {
  anggota_linmas_aktif_laki_laki: 'male',
  anggota_linmas_aktif_perempuan: 'female',
  terdaftar_di_sim_linmas: 'registered',
  memiliki_kta: 'withCard',
  pernah_ikut_pelatihan: 'trained',
  pos_kamling_seluruhnya: 'posts',
  pos_kamling_aktif: 'activePosts',
  kegiatan_yang_belum_dikirim_satu_per_satu: 'unsent',
} as const;
const WELFARE: Readonly<Record<string, string>> = {
  kk_prasejahtera_miskin_menurut_desa_kelurahan: 'poorHouseholds',
  kk_desil_1_2: 'decile12',
  kk_desil_3_4: 'decile34',
  kk_desil_5: 'decile5',
  kpm_pkh: 'family',
  kpm_sembako_bpnt: 'food',
  jiwa_pbi_jkn: 'health',
  kpm_blt_dana_desa: 'village',
  penerima_bantuan_yang_meninggal: 'recipientsDied',
  penerima_bantuan_yang_pindah: 'recipientsMoved',
  penerima_bantuan_yang_sudah_mampu: 'recipientsAble',
  usulan_penerima_baru: 'proposals',
  warga_yang_kehilangan_pekerjaan: 'jobsLost',
};
const WHO = ['wna_l', 'wna_p', 'wni_l', 'wni_p'];
const STOCK = [...WHO, 'kk', 'anggota_keluarga', 'jiwa'];
const CHANGES = ['lahir', 'datang', 'meninggal', 'pindah'];

const plain = (value: number | undefined): string => (value === undefined ? '' : String(value));
const code = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]+/g, '_');

/** Figures of a village's month by the columns of the flat `Data`; empty where nothing is known. */
function figuresOf(
  told: Told,
  books: Books | undefined,
  place: number,
  at: number,
): Readonly<Record<string, string>> {
  const village = told.year.villages[place];
  const month = village?.months[at];
  const all: Record<string, string> = {};
  if (village === undefined || month === undefined) return all;
  const activities = flatActivities(told.year, place, at);
  [...ACTIVITY_KINDS, 'jumlah'].forEach((kind, n) => (all[`kegiatan_${code(kind)}`] = activities[n] ?? ''));
  all['jam_orang'] = activities[14] ?? '';
  const hours = flatHours(told.year, place, at);
  ACTIVITY_KINDS.forEach((kind, n) => (all[`jam_orang_${code(kind)}`] = hours[n] ?? ''));
  const strong = month.readiness.course === 'missing' ? undefined : month.readiness;
  for (const [column, field] of Object.entries(READINESS)) all[column] = plain(strong?.[field]);
  const book = books?.[place]?.[at];
  if (book === undefined) return all;
  const columns = [
    ...STOCK.map((one) => `awal_${one}`),
    ...CHANGES.flatMap((change) => WHO.map((who) => `${change}_${who}`)),
    ...STOCK.map((one) => `akhir_${one}`),
  ];
  b3Figures(book).forEach((value, n) => (all[columns[n] ?? ''] = plain(value)));
  const welfare =
    endsQuarter(month.period) && month.welfare?.course !== 'missing' ? month.welfare : undefined;
  for (const [column, field] of Object.entries(WELFARE)) all[column] = plain(welfare?.figures[field]);
  all['gotong_royong_bulan_ini_kali_'] = month.unitsCourse === 'missing' ? '' : String(month.communalWork);
  return all;
}

const STATE_COLUMNS: Readonly<Record<string, string>> = {
  population: 'keadaan_kependudukan',
  readiness: 'keadaan_rekap_linmas',
  welfare: 'keadaan_ekonomi',
  neighbourhoods: 'keadaan_rt',
};
/** Equipment: nobody tells of it. */
const UNTOLD = ['senter', 'pentungan', 'ht', 'seragam_layak_pakai'];

/** A row of the flat `Data` under these headers; throws where a header is not known. */
export function flatRow(
  told: Told,
  books: Books | undefined,
  headers: readonly string[],
  place: number,
  at: number,
): Row {
  const village = told.year.villages[place];
  const figures = figuresOf(told, books, place, at);
  const standings = standingsOf(told, place, at);
  const known: Record<string, string> = {
    kode: village?.code ?? '',
    desa_kelurahan: nameAfter(told.year, place),
    jenis: village?.kind ?? '',
    bulan: told.year.periods[at] ?? '',
    ...figures,
  };
  for (const type of monthlyTypes(told)) {
    const standing = standings.get(type);
    known[STATE_COLUMNS[type] ?? ''] = standing ? standingText(standing) : '';
  }
  return headers.map((header) => {
    const value = known[header] ?? known[`${header}_`] ?? (UNTOLD.includes(header) ? '' : undefined);
    if (value === undefined) throw new Error(`The recount knows no column ${header}.`);
    return value;
  });
}
