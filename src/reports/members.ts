import { LISTS } from '../core/aids';
import { defineReport } from '../core/define';
import { particulars } from '../core/figures';
import { isLeader } from '../core/members';
import type { AsRead, Question, RecordOf } from '../core/report';
import { DECLARATION } from './head';
import { dateText, noteOf, PERSON, PERSON_RULES, personOf, yearsFrom } from './person';

const branch = { page: 'branch' } as const;
const open = { page: 'branch', required: false } as const;
const KEPT = 'Bila mengubah: kosongkan yang tetap.';

const questions = [
  PERSON.name,
  PERSON.nik,
  {
    id: 'reasonLeft',
    kind: 'list',
    label: 'Alasan berhenti',
    help: 'Hanya untuk yang berhenti.',
    required: false,
    choices: ['Mengundurkan diri', 'Pindah', 'Meninggal', 'Usia', 'Diberhentikan', 'Lainnya'],
    seen: 'never',
  },
  PERSON.corrects,
  PERSON.notes,
  {
    id: 'kind',
    kind: 'choice',
    label: 'Perubahan',
    help: 'Ubah: isi data anggota seperti keadaan sekarang. Berhenti: tidak ada pertanyaan lagi.',
    choices: ['Tambah', 'Ubah', 'Berhenti'],
    branchOn: ['Tambah', 'Ubah'],
    seen: 'whole',
  },
  { ...PERSON.sex, ...branch },
  { ...PERSON.birthPlace, ...branch },
  { ...PERSON.birthDate, ...branch },
  {
    id: 'education',
    kind: 'list',
    label: 'Pendidikan terakhir',
    choices: ['Tidak tamat SD', 'SD', 'SLTP', 'SLTA', 'Diploma', 'S1 atau lebih'],
    seen: 'never',
    ...branch,
  },
  {
    id: 'marriage',
    kind: 'choice',
    label: 'Status kawin',
    choices: ['Belum kawin', 'Kawin', 'Cerai hidup', 'Cerai mati'],
    seen: 'never',
    ...branch,
  },
  {
    id: 'phone',
    kind: 'phone',
    label: 'No. HP',
    help: 'Misalnya 081234567890. Boleh dikosongkan.',
    seen: 'never',
    ...open,
  },
  {
    id: 'position',
    kind: 'list',
    label: 'Jabatan',
    choices: LISTS.positions,
    listed: 'positions',
    seen: 'whole',
    ...branch,
  },
  {
    id: 'squad',
    kind: 'list',
    label: 'Regu',
    choices: LISTS.squads,
    listed: 'squads',
    seen: 'whole',
    ...branch,
  },
  {
    id: 'decreeNumber',
    kind: 'text',
    label: 'No. SK',
    help: 'Nomor SK pengangkatan. Boleh dikosongkan.',
    maximum: 60,
    seen: 'never',
    ...open,
  },
  {
    id: 'decreeDate',
    kind: 'date',
    label: 'Tanggal SK',
    help: 'Boleh dikosongkan.',
    seen: 'never',
    ...open,
  },
  {
    id: 'card',
    kind: 'text',
    label: 'No. KTA',
    help: `Kosongkan bila belum punya KTA. ${KEPT}`,
    maximum: 40,
    seen: 'never',
    ...open,
  },
  {
    id: 'registered',
    kind: 'choice',
    label: 'Terdaftar di SIM Linmas?',
    help: 'Pendaftaran di SIM Linmas tetap dilakukan sendiri; di sini hanya dicatat.',
    choices: ['Ya', 'Belum'],
    seen: 'whole',
    ...branch,
  },
  {
    id: 'training',
    kind: 'text',
    label: 'Pelatihan terakhir',
    help: `Nama pelatihannya. Kosongkan bila belum pernah. ${KEPT}`,
    maximum: 100,
    seen: 'never',
    ...open,
  },
  {
    id: 'trainingYear',
    kind: 'count',
    label: 'Tahun pelatihan',
    help: 'Misalnya 2024.',
    minimum: 1970,
    maximum: 2100,
    seen: 'never',
    ...open,
  },
] as const satisfies readonly Question[];

export type MemberReport = RecordOf<typeof questions>;
type Read = AsRead<MemberReport>;

const LOW_SCHOOLS: readonly (string | null)[] = ['Tidak tamat SD', 'SD'];
const ADULT_YEARS = 18;

const told = (text: string | number | null): string | null => (text === null || text === '' ? null : 'ada');
const cell = (text: string | number | null): string => (text === null ? '' : String(text));

/** Data Anggota Satlinmas: what changed about a member, one response a person and change. */
export const members = defineReport({
  id: 'members',
  title: 'Data Anggota Satlinmas',
  shortTitle: 'Anggota Linmas',
  dataTab: 'Anggota Linmas',
  frequency: 'event',
  introduction:
    'Satu laporan untuk satu anggota yang masuk (Tambah), datanya berubah (Ubah), atau berhenti. Ini bukan ' +
    `pengganti SIM Linmas Kemendagri. ${DECLARATION}`,
  questions,
  rules: [
    {
      id: 'alreadyActive',
      severity: 'error',
      question: 'kind',
      broken: ({ kind, nik }, { member }) =>
        kind === 'Tambah' && nik !== null && member.active !== undefined
          ? particulars(
              kind,
              'Ubah',
              `NIK ini sudah tercatat sebagai anggota aktif dengan laporan nomor ${member.active}. Bila datanya ` +
                'berubah, mohon kirim dengan pilihan Ubah.',
            )
          : undefined,
    },
    {
      id: 'notActive',
      severity: 'error',
      question: 'kind',
      broken: ({ kind, nik }, { member }) =>
        kind !== 'Tambah' && nik !== null && member.active === undefined
          ? particulars(
              kind,
              'Tambah',
              'NIK ini tidak tercatat sebagai anggota aktif di sini. Mohon periksa NIK-nya; bila memang belum ' +
                'pernah dilaporkan, kirim dulu dengan pilihan Tambah.',
            )
          : undefined,
    },
    {
      id: 'secondLeader',
      severity: 'warning',
      question: 'position',
      broken: ({ position, squad }, { member }) =>
        isLeader(position ?? '') && member.leaders.length > 0
          ? particulars(
              position ?? '',
              'satu tiap regu',
              `Regu ${squad ?? ''} sudah punya ${position ?? ''} (laporan nomor ${member.leaders.join(', ')}). ` +
                'Laporan tetap dihitung. Bila berganti, mohon kirim Ubah untuk yang lama.',
            )
          : undefined,
    },
  ],
  personal: {
    person: personOf,
    remains: ['kind', 'sex'],
    same: () => '',
    yields: (record) => ({
      ...noteOf(record),
      cardHeld: told(record.card),
      trainedEver: told(record.training) ?? told(record.trainingYear),
    }),
    rules: [
      ...PERSON_RULES,
      {
        id: 'field.reasonMissing',
        question: 'reasonLeft',
        broken: ({ kind, reasonLeft }) =>
          kind === 'Berhenti' && reasonLeft === null
            ? ['error', 'Alasan berhenti belum diisi. Mohon lengkapi, lalu kirim ulang.']
            : undefined,
      },
      {
        id: 'field.young',
        question: 'birthDate',
        broken: ({ birthDate, marriage }, { sentOn }) =>
          birthDate !== null && birthDate > yearsFrom(sentOn, -ADULT_YEARS) && marriage === 'Belum kawin'
            ? [
                'warning',
                'Belum 18 tahun dan belum kawin; anggota Satlinmas paling muda 18 tahun atau sudah kawin ' +
                  '(Permendagri 84/2014). Laporan tetap dihitung. Bila keliru, mohon kirim ulang.',
              ]
            : undefined,
      },
      {
        id: 'field.education',
        question: 'education',
        broken: ({ education }) =>
          LOW_SCHOOLS.includes(education)
            ? [
                'warning',
                'Pendidikan anggota Satlinmas paling rendah SLTP (Permendagri 84/2014). Laporan tetap dihitung.',
              ]
            : undefined,
      },
      {
        id: 'field.trainingYear',
        question: 'trainingYear',
        broken: ({ trainingYear }, { sentOn }) =>
          trainingYear !== null && trainingYear > Number(sentOn.slice(0, 4))
            ? ['error', 'Tahun pelatihan belum lewat. Mohon periksa, lalu kirim ulang.']
            : undefined,
      },
      {
        id: 'field.decreeDate',
        question: 'decreeDate',
        broken: ({ decreeDate, birthDate }) =>
          decreeDate !== null && birthDate !== null && decreeDate < birthDate
            ? [
                'warning',
                'Tanggal SK sebelum tanggal lahir. Laporan tetap dihitung. Bila keliru, mohon kirim ulang.',
              ]
            : undefined,
      },
    ],
    register: [
      { header: 'Perubahan', cell: ({ kind }) => cell(kind) },
      { header: 'Nama lengkap', cell: ({ name }) => cell(name) },
      { header: 'NIK', cell: ({ nik }) => cell(nik) },
      { header: 'Jenis kelamin', cell: ({ sex }) => cell(sex) },
      { header: 'Tempat lahir', cell: ({ birthPlace }) => cell(birthPlace) },
      { header: 'Tanggal lahir', cell: ({ birthDate }) => dateText(birthDate) },
      { header: 'Pendidikan', cell: ({ education }) => cell(education) },
      { header: 'Status kawin', cell: ({ marriage }) => cell(marriage) },
      { header: 'No. HP', cell: ({ phone }) => cell(phone) },
      { header: 'Jabatan', cell: ({ position }) => cell(position) },
      { header: 'Regu', cell: ({ squad }) => cell(squad) },
      { header: 'No. SK', cell: ({ decreeNumber }) => cell(decreeNumber) },
      { header: 'Tanggal SK', cell: ({ decreeDate }) => dateText(decreeDate) },
      { header: 'No. KTA', cell: ({ card }) => cell(card) },
      { header: 'SIM Linmas', cell: ({ registered }) => cell(registered) },
      {
        header: 'Pelatihan terakhir',
        cell: ({ training, trainingYear }: Read) =>
          [training, trainingYear].filter((one) => one !== null && one !== '').join(', '),
      },
      { header: 'Alasan berhenti', cell: ({ reasonLeft }) => cell(reasonLeft) },
      { header: 'Catatan', cell: ({ notes }) => cell(notes) },
    ],
  },
});
