import { formatDate, isDate } from '../dates';
import type { Question } from '../report';
import { oneText, refused } from './finding';
import type { ItemSpec, Kind } from './kind';

function spec(question: Question, item: 'DATE' | 'TIME'): ItemSpec {
  return {
    item,
    title: question.label,
    helpText: question.help ?? '',
    required: question.required !== false,
  };
}

/** A day, today at the latest. */
export const date: Kind = {
  item: (question) => spec(question, 'DATE'),
  read: (raw, question, context) => {
    const sent = oneText(raw).trim();
    if (!isDate(sent))
      return refused(
        'date',
        question,
        sent,
        'tanggal',
        'Mohon isi tanggal yang benar, misalnya 31 Juli 2026.',
      );
    if (sent > context.sentOn)
      return refused(
        'future',
        question,
        formatDate(sent),
        `paling lambat ${formatDate(context.sentOn)}`,
        `Tanggal itu sesudah hari pengiriman, ${formatDate(context.sentOn)}. Mohon periksa tanggalnya.`,
      );
    return { value: sent, normalised: [], findings: [] };
  },
  columnFormat: '@',
  prefill: (value) => (typeof value === 'string' && isDate(value) ? value : undefined),
  show: (value) => (typeof value === 'string' && isDate(value) ? formatDate(value) : ''),
  manual: () => 'tanggal, paling lambat hari pengiriman',
};

/** A time of day. */
export const time: Kind = {
  item: (question) => spec(question, 'TIME'),
  read: (raw, question) => {
    const sent = oneText(raw).trim();
    const parts = /^(\d{1,2})[:.](\d{2})(?::\d{2})?$/.exec(sent);
    const hours = Number(parts?.[1]);
    const minutes = Number(parts?.[2]);
    if (!parts || hours > 23 || minutes > 59)
      return refused('time', question, sent, 'jam', 'Mohon isi jam yang benar, misalnya 22.00.');
    const value = `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
    return { value, normalised: [], findings: [] };
  },
  columnFormat: '@',
  prefill: (value) => (typeof value === 'string' && value !== '' ? value : undefined),
  show: (value) => (typeof value === 'string' ? value.replace(':', '.') : ''),
  manual: () => 'jam, misalnya 22.00',
};
