import type { ReportTypeId } from './report';

/** Answers of the form's first page, keys of `Submission.answers`. */
export const HEAD = {
  /** *Laporan apa?*: a report type's `shortTitle`. */
  reportType: 'report',
  /** *Bulan laporan*: `Juli 2026`, or `NOT_MONTHLY`. */
  period: 'period',
  /** *Nama petugas pelapor*. */
  reporter: 'reporter',
  /** *PIN desa*, only in the forms of villages that prove themselves by it; read once and kept nowhere. */
  pin: 'pin',
} as const;

/** Label of the list of months. */
export const PERIOD_LABEL = 'Bulan laporan';

/** First entry of the list *Bulan laporan*. */
export const NOT_MONTHLY = 'bukan laporan bulanan';

/** Id of the question `Catatan` that ends the first page of each section. */
export const NOTE = 'notes';

/** Id of the optional question *Memperbaiki laporan nomor* of `event` types. */
export const CORRECTS = 'corrects';

/** Key of a section's question in `Submission.answers` and in the registry's maps: `population.birthsMale`. */
export function answerKey(type: ReportTypeId, question: string): string {
  return `${type}.${question}`;
}

/** What an operator declares by sending; stands at the head of each report's section. */
export const DECLARED = 'Dengan mengirim, Bapak/Ibu menyatakan data ini benar.';
