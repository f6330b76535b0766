import { defineReport } from '../core/define';
import type { Question } from '../core/report';

const questions = [
  {
    id: 'device',
    kind: 'choice',
    label: 'Formulir ini diisi dari mana?',
    choices: ['Ponsel', 'Komputer'],
  },
  {
    id: 'notes',
    kind: 'longText',
    label: 'Catatan',
    help: 'Boleh dikosongkan. Tulis bila ada yang sulit dibuka atau diisi.',
    required: false,
    maximum: 500,
  },
] as const satisfies readonly Question[];

/** Uji kirim: shows before go-live that an operator reaches the form with the right account; counts in no figure. */
export const rehearsal = defineReport({
  id: 'rehearsal',
  title: 'Uji kirim',
  shortTitle: 'Uji kirim',
  dataTab: 'Data Uji Kirim',
  frequency: 'event',
  anytime: true,
  introduction:
    'Untuk mencoba sebelum laporan sungguhan: cukup satu jawaban. Bila tanda ✓ Uji kirim muncul di halaman status, formulir dan akunnya sudah benar.',
  questions,
  rules: [],
});
