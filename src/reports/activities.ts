import { LISTS } from '../core/aids';
import { formatNumber } from '../core/dates';
import { defineReport } from '../core/define';
import { particulars } from '../core/figures';
import { atMost } from '../core/limits';
import type { Question, RecordOf } from '../core/report';
import { minutesBetween } from '../core/timeOfDay';
import { CORRECTS, DECLARATION, NOTES } from './head';

/** Kinds of activity; the tab `Program Wajib` names some of them. */
export const ACTIVITY_KINDS = [
  'Siskamling/ronda',
  'Patroli',
  'Pengamanan acara/hajatan',
  'Pengamanan pemilu/pilkada/pilkades',
  'Penanggulangan bencana',
  'Kebakaran',
  'Pertolongan pertama/evakuasi',
  'Kegiatan sosial/posyandu',
  'Gotong royong',
  'Pembinaan/penyuluhan',
  'Pelatihan',
  'Deteksi dini/tamu wajib lapor',
  'Lainnya',
] as const;

const affected = {
  kind: 'count',
  page: 'branch',
  help: 'Tulis angka saja. Tulis 0 bila tidak ada.',
  maximum: 9999,
} as const;

const questions = [
  { id: 'kind', kind: 'list', label: 'Jenis kegiatan', choices: ACTIVITY_KINDS },
  {
    id: 'performedBy',
    kind: 'choice',
    label: 'Pelaksana',
    help: 'Kegiatan RT saja tetap dicatat, tetapi tidak masuk hitungan Linmas.',
    choices: ['Linmas', 'RT', 'Linmas dan RT bersama'],
  },
  {
    id: 'times',
    kind: 'count',
    label: 'Berapa kali',
    help: 'Untuk kegiatan yang sama dan berulang sebulan, misalnya ronda: 8. Kosong berarti satu kali.',
    required: false,
    minimum: 1,
    maximum: 31,
  },
  {
    id: 'description',
    kind: 'longText',
    label: 'Uraian kegiatan',
    help: 'Apa yang dilakukan dan hasilnya, paling sedikit 10 huruf.',
    minimum: 10,
    maximum: 1000,
  },
  {
    id: 'date',
    kind: 'date',
    label: 'Tanggal kegiatan',
    help: 'Bila berulang: tanggal yang terakhir. Kegiatan lewat tengah malam: tanggal mulainya.',
  },
  { id: 'startTime', kind: 'time', label: 'Jam mulai', help: 'Boleh dikosongkan.', required: false },
  {
    id: 'endTime',
    kind: 'time',
    label: 'Jam selesai',
    help: 'Boleh dikosongkan. Tanpa jam mulai dan jam selesai, jam kegiatan tidak dihitung.',
    required: false,
  },
  { id: 'location', kind: 'text', label: 'Lokasi', minimum: 3, maximum: 150 },
  {
    id: 'squads',
    kind: 'checkboxes',
    label: 'Regu',
    help: 'Boleh lebih dari satu, boleh dikosongkan.',
    required: false,
    choices: LISTS.squads,
    listed: 'squads',
  },
  {
    id: 'personnel',
    kind: 'count',
    label: 'Jumlah personil',
    help: 'Yang ikut pada satu kali kegiatan. Tulis angka saja: 8',
    minimum: 1,
    maximum: 500,
  },
  { id: 'leader', kind: 'text', label: 'Penanggung jawab/Danru', minimum: 2, maximum: 80 },
  {
    id: 'partners',
    kind: 'text',
    label: 'Unsur lain yang ikut',
    help: 'Misalnya Bhabinkamtibmas, Babinsa, warga. Boleh dikosongkan.',
    required: false,
    maximum: 150,
  },
  {
    id: 'photo',
    kind: 'choice',
    label: 'Foto',
    choices: ['Sudah di grup WA', 'Di kantor desa/kelurahan', 'Tautan', 'Tidak ada'],
  },
  {
    id: 'photoUrl',
    kind: 'link',
    label: 'Tautan foto',
    help: 'Dari Google Drive atau Google Foto, dimulai dengan https://. Boleh dikosongkan.',
    required: false,
    maximum: 500,
  },
  CORRECTS,
  NOTES,
  {
    id: 'incident',
    kind: 'choice',
    label: 'Ada kejadian atau temuan?',
    help: 'Pilih Ya bila ada korban, kerusakan, atau hal yang perlu ditindaklanjuti.',
    choices: ['Ya', 'Tidak'],
    branchOn: 'Ya',
  },
  { id: 'incidentKind', kind: 'text', label: 'Jenis kejadian', page: 'branch', minimum: 3, maximum: 100 },
  { ...affected, id: 'incidentDeaths', label: 'Korban jiwa' },
  { ...affected, id: 'incidentInjured', label: 'Korban luka' },
  { ...affected, id: 'incidentHouseholds', label: 'KK terdampak' },
  {
    id: 'incidentLoss',
    kind: 'text',
    label: 'Perkiraan kerugian',
    help: 'Boleh dikosongkan.',
    page: 'branch',
    required: false,
    maximum: 100,
  },
  {
    id: 'incidentFollowUp',
    kind: 'longText',
    label: 'Tindak lanjut',
    help: 'Apa yang sudah dan masih perlu dilakukan.',
    page: 'branch',
    minimum: 3,
    maximum: 1000,
  },
] as const satisfies readonly Question[];

export type Activity = RecordOf<typeof questions>;

/** Laporan Kegiatan: one response an activity, or a month's repeated activity. */
export const activities = defineReport({
  id: 'activities',
  title: 'Laporan Kegiatan Linmas dan RT',
  shortTitle: 'Kegiatan',
  dataTab: 'Data Kegiatan',
  frequency: 'event',
  dateQuestion: 'date',
  sameWhen: ['date', 'kind', 'startTime', 'location'],
  introduction:
    'Satu laporan untuk satu kegiatan. Kegiatan yang sama dan berulang sebulan cukup satu laporan dengan ' +
    `jumlah kalinya. ${DECLARATION}`,
  questions,
  rules: [
    {
      id: 'longActivity',
      severity: 'warning',
      question: 'endTime',
      broken: (record) => {
        const minutes = minutesBetween(record.startTime, record.endTime);
        if (minutes === undefined || minutes <= 16 * 60) return undefined;
        return particulars(
          `${String(record.startTime)}–${String(record.endTime)}`,
          'paling lama 16 jam',
          `Dari ${dotted(record.startTime)} sampai ${dotted(record.endTime)} berarti ` +
            `${formatNumber(Math.floor(minutes / 60))} jam ${formatNumber(minutes % 60)} menit. Laporan tetap ` +
            'dihitung. Bila jamnya keliru, mohon kirim ulang.',
        );
      },
    },
    {
      id: 'hoursNotCounted',
      severity: 'information',
      question: 'endTime',
      broken: (record) =>
        minutesBetween(record.startTime, record.endTime) === undefined
          ? particulars(
              '',
              'jam mulai dan jam selesai',
              'Jam mulai atau jam selesai kosong, jadi jam kegiatan ini tidak dihitung; kegiatannya dihitung.',
            )
          : undefined,
    },
    atMost<Activity>({
      id: 'personnelAboveMembers',
      severity: 'warning',
      question: 'personnel',
      // What an RT does alone is not done by Linmas members.
      limit: (record, context) => (record.performedBy === 'RT' ? undefined : context.activeMembers),
      message: (sent, most) =>
        `Tertulis ${sent} personil, anggota Linmas aktif yang tercatat ${most}. Laporan tetap dihitung. ` +
        'Bila keliru, mohon kirim ulang.',
    }),
    {
      id: 'photoLinkMissing',
      severity: 'warning',
      question: 'photoUrl',
      broken: (record) =>
        record.photo === 'Tautan' && (record.photoUrl ?? '') === ''
          ? particulars(
              '',
              'tautan',
              'Foto dipilih Tautan, tetapi tautannya kosong. Laporan tetap dihitung. Bila ada, mohon kirim ulang ' +
                'dengan tautannya.',
            )
          : undefined,
    },
    {
      id: 'nihilReported',
      severity: 'warning',
      question: '',
      compares: true,
      broken: (_record, context) => {
        const readiness = context.sameMonth.readiness?.[0];
        if (readiness?.['anyActivity'] !== 'Nihil') return undefined;
        return particulars(
          '1 kegiatan',
          'Nihil',
          'Rekap Linmas bulan ini tertulis Nihil, padahal ada Laporan Kegiatan. Keduanya tetap dihitung. Bila ' +
            'memang ada kegiatan, mohon kirim ulang Rekap Linmas dengan pilihan Ya.',
        );
      },
    },
  ],
});

const dotted = (time: string | null): string => `pukul ${(time ?? '').replace(':', '.')}`;
