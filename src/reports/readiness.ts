import { formatNumber } from '../core/dates';
import { defineReport } from '../core/define';
import { particulars } from '../core/figures';
import { atMost } from '../core/limits';
import type { Question, RecordOf, Rule } from '../core/report';
import { DECLARATION, NOTES } from './head';

const strength = { kind: 'count', stock: true, help: 'Tulis angka saja, tanpa titik: 12' } as const;
const equipment = {
  kind: 'count',
  stock: true,
  required: false,
  help: 'Tulis angka saja. Boleh dikosongkan.',
} as const;

const questions = [
  {
    id: 'anyActivity',
    kind: 'choice',
    label: 'Ada kegiatan bulan ini?',
    help: 'Pilih Nihil bila Linmas tidak berkegiatan sama sekali bulan ini.',
    choices: ['Ya', 'Nihil'],
  },
  {
    id: 'unsentActivities',
    kind: 'count',
    label: 'Kegiatan yang belum dikirim satu per satu',
    help: 'Berapa kegiatan bulan ini yang belum ada Laporan Kegiatannya. Tulis angka saja. Boleh dikosongkan.',
    required: false,
    maximum: 999,
  },
  { ...strength, id: 'activeMale', label: 'Anggota Linmas aktif laki-laki', maximum: 999 },
  { ...strength, id: 'activeFemale', label: 'Anggota Linmas aktif perempuan', maximum: 999 },
  { ...strength, id: 'registeredSim', label: 'Terdaftar di SIM Linmas', maximum: 999 },
  { ...strength, id: 'withCard', label: 'Memiliki KTA', maximum: 999 },
  { ...strength, id: 'trained', label: 'Pernah ikut pelatihan', maximum: 999 },
  { ...strength, id: 'posts', label: 'Pos kamling seluruhnya', maximum: 999 },
  { ...strength, id: 'activePosts', label: 'Pos kamling aktif', maximum: 999 },
  { ...equipment, id: 'flashlights', label: 'Senter', maximum: 9999 },
  { ...equipment, id: 'batons', label: 'Pentungan', maximum: 9999 },
  { ...equipment, id: 'radios', label: 'HT', maximum: 9999 },
  { ...equipment, id: 'uniforms', label: 'Seragam layak pakai', maximum: 9999 },
  {
    id: 'disturbances',
    kind: 'longText',
    label: 'Gangguan trantibum atau kerawanan',
    help: 'Apa yang terjadi, di mana, kapan. Kosongkan bila tidak ada.',
    required: false,
    maximum: 1000,
  },
  NOTES,
] as const satisfies readonly Question[];

export type Readiness = RecordOf<typeof questions>;

const active = (record: Readiness): number => record.activeMale + record.activeFemale;

/** A part of the active members that is larger than all of them. */
function moreThanActive(question: 'registeredSim' | 'withCard' | 'trained', what: string): Rule<Readiness> {
  return atMost({
    id: `${question}AboveActive`,
    severity: 'error',
    question,
    limit: active,
    message: (sent, most, record) =>
      `Tertulis ${sent} anggota ${what}, anggota aktif ${most} (${formatNumber(record.activeMale)} laki-laki + ` +
      `${formatNumber(record.activeFemale)} perempuan). Mohon periksa kedua angka itu, lalu kirim ulang.`,
  });
}

/** Rekap Bulanan Linmas: strength, posts and equipment of a village's Linmas, with an explicit *Nihil*. */
export const readiness = defineReport({
  id: 'readiness',
  title: 'Rekap Bulanan Linmas',
  shortTitle: 'Rekap Linmas',
  dataTab: 'Data Linmas',
  frequency: 'monthly',
  introduction: `Keadaan Linmas pada akhir bulan. Angka bulan lalu sudah terisi; ubah yang berubah saja. ${DECLARATION}`,
  questions,
  rules: [
    {
      id: 'fewMembers',
      severity: 'warning',
      question: 'activeMale',
      broken: (record, context) =>
        active(record) < 10
          ? particulars(
              active(record),
              'paling sedikit 10',
              `Anggota aktif tertulis ${formatNumber(active(record))} orang; satu ${context.kind} biasanya ` +
                'paling sedikit 10. Laporan tetap dihitung. Bila ada yang terlewat, mohon kirim ulang.',
            )
          : undefined,
    },
    {
      id: 'membersChanged',
      severity: 'warning',
      question: 'activeMale',
      broken: (record, context) => {
        const male = context.previous?.['activeMale'];
        const female = context.previous?.['activeFemale'];
        if (typeof male !== 'number' || typeof female !== 'number') return undefined;
        const before = male + female;
        const change = active(record) - before;
        if (Math.abs(change) <= 5) return undefined;
        return particulars(
          active(record),
          `${formatNumber(before - 5)}–${formatNumber(before + 5)}`,
          `Anggota aktif tertulis ${formatNumber(active(record))} orang, pada laporan sebelumnya ` +
            `${formatNumber(before)}. Laporan tetap dihitung. Bila ada yang keliru, mohon kirim ulang.`,
        );
      },
    },
    moreThanActive('registeredSim', 'terdaftar di SIM Linmas'),
    moreThanActive('withCard', 'memiliki KTA'),
    moreThanActive('trained', 'pernah ikut pelatihan'),
    atMost<Readiness>({
      id: 'activePostsAbovePosts',
      severity: 'error',
      question: 'activePosts',
      limit: (record) => record.posts,
      message: (sent, most) =>
        `Pos kamling aktif tertulis ${sent}, pos kamling seluruhnya ${most}. Mohon periksa kedua angka itu, lalu ` +
        'kirim ulang.',
    }),
    {
      id: 'nihilWithUnsent',
      severity: 'warning',
      question: 'anyActivity',
      broken: (record) => {
        const unsent = record.unsentActivities ?? 0;
        if (record.anyActivity !== 'Nihil' || unsent === 0) return undefined;
        return particulars(
          'Nihil',
          'Ya',
          `Tertulis Nihil, tetapi ada ${formatNumber(unsent)} kegiatan yang belum dikirim. ` +
            'Laporan tetap dihitung. Bila memang ada kegiatan, mohon kirim ulang dengan pilihan Ya.',
        );
      },
    },
    {
      id: 'nihilWithActivities',
      severity: 'warning',
      question: 'anyActivity',
      compares: true,
      broken: (record, context) => {
        const sent = context.sameMonth.activities?.length ?? 0;
        if (record.anyActivity !== 'Nihil' || sent === 0) return undefined;
        return particulars(
          'Nihil',
          'Ya',
          `Tertulis Nihil, padahal ${formatNumber(sent)} Laporan Kegiatan bulan ini sudah kami terima. ` +
            'Laporan tetap dihitung. Bila memang ada kegiatan, mohon kirim ulang dengan pilihan Ya.',
        );
      },
    },
  ],
});
