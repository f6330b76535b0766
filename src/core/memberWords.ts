import { has } from './importCells';

/** Place and date of birth in one column. */
export const BIRTH = '@birth';

/** Questions about a change, not about the person: a table of members answers none of them. */
export const NOT_IN_TABLES = ['kind', 'corrects', 'reasonLeft', 'notes'] as const;

/** What a column of an office's list of members is about, first found first; headers are plain words. */
const COLUMNS: readonly (readonly [use: string, words: RegExp])[] = [
  ['nik', / (nik|no ktp|nomor ktp|n i k) /],
  [
    BIRTH,
    / (ttl|tempat tanggal lahir|tempat tgl lahir|tempat dan tanggal lahir|tmp tgl lahir|tempat lahir (tanggal|tgl) lahir) /,
  ],
  ['birthPlace', / (tempat|tmpt|tmp) lahir /],
  ['birthDate', / (tanggal|tgl|tgl\.) lahir /],
  ['sex', / (jk|j k|l p|jenis kelamin|kelamin) /],
  ['education', / (pendidikan|ijazah) /],
  ['marriage', / (status (kawin|perkawinan|nikah|pernikahan)|kawin|perkawinan) /],
  ['phone', / (hp|handphone|telepon|telp|tlp|wa|whatsapp|nomor hp) /],
  ['position', / jabatan /],
  ['squad', / regu /],
  ['decreeDate', / (tanggal|tgl) (surat keputusan|sk) /],
  ['decreeNumber', / (sk|surat keputusan) /],
  ['card', / kta /],
  ['registered', / (sim linmas|simlinmas|terdaftar) /],
  ['trainingYear', / tahun (pelatihan|diklat|pembinaan) /],
  ['training', / (pelatihan|diklat) /],
  ['name', / nama /],
];

/** The question that a column of a list of members answers; undefined = none. */
export function memberUse(header: string): string | undefined {
  if (has(header, / (desa|kelurahan|kecamatan|alamat|orang tua|ayah|ibu) /)) return undefined;
  return COLUMNS.find(([, words]) => has(header, words))?.[0];
}

/** What tables call the choices of the form, in small letters. */
export const SAME_AS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  sex: {
    l: 'Laki-laki',
    lk: 'Laki-laki',
    'laki laki': 'Laki-laki',
    laki: 'Laki-laki',
    pria: 'Laki-laki',
    p: 'Perempuan',
    pr: 'Perempuan',
    wanita: 'Perempuan',
  },
  education: {
    mi: 'SD',
    smp: 'SLTP',
    mts: 'SLTP',
    sma: 'SLTA',
    smk: 'SLTA',
    smu: 'SLTA',
    stm: 'SLTA',
    ma: 'SLTA',
    d1: 'Diploma',
    d2: 'Diploma',
    d3: 'Diploma',
    diii: 'Diploma',
    s1: 'S1 atau lebih',
    's 1': 'S1 atau lebih',
    sarjana: 'S1 atau lebih',
    d4: 'S1 atau lebih',
    s2: 'S1 atau lebih',
    's 2': 'S1 atau lebih',
  },
  marriage: {
    menikah: 'Kawin',
    nikah: 'Kawin',
    'belum menikah': 'Belum kawin',
    'belum nikah': 'Belum kawin',
    lajang: 'Belum kawin',
  },
  registered: {
    sudah: 'Ya',
    terdaftar: 'Ya',
    v: 'Ya',
    '✓': 'Ya',
    tidak: 'Belum',
    'belum terdaftar': 'Belum',
  },
};
