import { defineReport } from '../core/define';
import type { Question } from '../core/report';

const questions = [
  {
    id: 'topic',
    kind: 'list',
    label: 'Topik',
    choices: [
      'Cara mengisi laporan',
      'Kependudukan',
      'Linmas dan ketertiban',
      'Bantuan sosial',
      'RT',
      'Formulir atau akun',
      'Lainnya',
    ],
  },
  {
    id: 'question',
    kind: 'longText',
    label: 'Pertanyaan',
    help: 'Tulis yang ingin ditanyakan. Tanpa NIK, nomor KK, dan nama warga.',
    minimum: 5,
    maximum: 1000,
  },
  {
    id: 'about',
    kind: 'text',
    label: 'Mengenai laporan nomor',
    help: 'Boleh dikosongkan. Nomornya ada di tab Laporan Kami.',
    required: false,
    maximum: 40,
  },
  {
    id: 'notes',
    kind: 'longText',
    label: 'Catatan',
    help: 'Boleh dikosongkan.',
    required: false,
    maximum: 500,
  },
] as const satisfies readonly Question[];

/** Konsultasi: the operators' place to ask; answered in the tab `Konsultasi`. */
export const consultation = defineReport({
  id: 'questions',
  title: 'Konsultasi',
  shortTitle: 'Konsultasi',
  dataTab: 'Data Konsultasi',
  frequency: 'event',
  introduction:
    'Tempat bertanya kepada Kasi Trantib. Jawabannya dikirim lewat email dan WhatsApp, dan tampil di halaman status.',
  questions,
  rules: [],
});
