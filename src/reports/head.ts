import { CORRECTS as CORRECTS_ID, DECLARED, HEAD as HEAD_ID, NOTE, PERIOD_LABEL } from '../core/head';
import type { Question } from '../core/report';

/** The head of every village's form, once, on its first page. The village is known from the form, never asked. */
export const HEAD_QUESTIONS = [
  {
    id: HEAD_ID.reportType,
    kind: 'choice',
    label: 'Laporan apa?',
    help: 'Pilih satu laporan. Pertanyaannya ada di halaman berikutnya.',
  },
  {
    id: HEAD_ID.period,
    kind: 'list',
    label: PERIOD_LABEL,
    help: 'Bulan yang dilaporkan. Untuk Kegiatan, Konsultasi, dan Uji kirim pilih yang paling atas.',
  },
  {
    id: HEAD_ID.reporter,
    kind: 'text',
    label: 'Nama petugas pelapor',
    help: 'Nama yang mengisi laporan ini.',
    minimum: 2,
    maximum: 80,
  },
] as const satisfies readonly Question[];

/** Stands behind the head where a village's reports are proven by PIN and not by an account. */
export const PIN_QUESTION = {
  id: HEAD_ID.pin,
  kind: 'pin',
  label: 'PIN desa/kelurahan',
  help: 'Empat angka dari Kasi. Mohon tidak dibagikan.',
} as const satisfies Question;

/** Last question of each report, before a branching question: the operator's own words. */
export const NOTES = {
  id: NOTE,
  kind: 'longText',
  label: 'Catatan',
  help: 'Boleh dikosongkan.',
  required: false,
  maximum: 500,
} as const satisfies Question;

/** In reports of single happenings: the number of the report that this one replaces. */
export const CORRECTS = {
  id: CORRECTS_ID,
  kind: 'text',
  label: 'Memperbaiki laporan nomor',
  help: 'Hanya bila memperbaiki laporan yang sudah dikirim. Nomornya ada di tab Laporan Kami.',
  required: false,
  maximum: 40,
} as const satisfies Question;

/** Stands at the head of each report's section. */
export const DECLARATION = DECLARED;
