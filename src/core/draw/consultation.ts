import type { VillageBook, Version, VillageMonth } from '../book';
import { countedVersions, counts, versionsOf } from '../counted';
import { periodOf, formatDate, formatDecimal, formatInstant, formatNumber } from '../dates';
import { cellText, cut } from '../escape';
import { toned } from '../looks';
import { medianHours, QUESTIONS, type Asked } from '../office';
import type { Upsert } from '../patch';
import { addMonths } from '../place';
import { reportLink } from '../prefill';
import { STATES } from '../states';
import { TAB } from '../tabs/names';
import { KEY_COLUMNS, STATE_LOOKS, text, type Tab } from '../tabs/tab';
import { localDate } from '../zones';
import type { DrawContext } from './context';
import { field, rowOfFields, type Field } from './field';
import { findingText, stateWords } from './findings';
import { timeOrder } from './history';
import { heading, line, type Line } from './page';
import { nameOf } from './rows';
import { textOf } from './values';

interface Entry {
  readonly context: DrawContext;
  readonly month: VillageMonth;
  readonly version: Version;
}

const wrap = { wrap: true } as const;

/** State columns: all that is drawn. What the Kasi writes stands behind them. */
const FIELDS: readonly Field<Entry>[] = [
  field(text('Waktu', 230), ({ context, version }) => formatInstant(version.at, context.settings.zone)),
  field(text('Desa/Kelurahan', 140), ({ context, month }) => nameOf(context, month.village)),
  field(text('Penanya', 120), ({ version }) => cellText(version.reporter)),
  field(text('Topik', 140, wrap), ({ version }) => textOf(version, 'topic')),
  field(text('Pertanyaan', 300, wrap), ({ version }) => cellText(textOf(version, 'question'))),
  field(text('Mengenai', 160), ({ version }) => cellText(textOf(version, 'about'))),
  field(text('Keadaan', 190, wrap), ({ context, version: { answer } }) => {
    if (answer === undefined) return toned('waiting', 'Menunggu jawaban');
    const day = formatDate(localDate(answer.at, context.settings.zone));
    return toned('good', `Dijawab ${day}${answer.general === true ? ', untuk semua desa' : ''}`);
  }),
  field(text('Jawaban terkirim', 300, wrap), ({ version }) => cellText(version.answer?.text ?? '')),
];

/** `Konsultasi`: questions of the operators; the Kasi writes *Jawaban*, chooses *Umum* and ticks *Kirim*. */
export function consultationTab(): Tab {
  return {
    name: TAB.consultation,
    layout: 'keyed',
    shown: false,
    columns: [
      ...KEY_COLUMNS,
      ...FIELDS,
      text('Jawaban', 320, { editable: true, wrap: true }),
      text('Umum', 70, { editable: true, list: ['Ya', 'Tidak'] }),
      text('Kirim', 70, { editable: true, checkbox: true }),
      text('Hasil', 240, wrap),
    ],
    headerRow: 1,
    frozenRows: 1,
    frozenColumns: 4,
    rows: 100,
    looks: STATE_LOOKS,
    protection: 'reviewers',
    empty:
      'Pertanyaan operator muncul di sini. Tulis Jawaban, pilih Umum bila berguna bagi semua, lalu centang Kirim.',
  };
}

/** `Konsultasi`: a row a question of the month that counts. */
export function drawConsultation(context: DrawContext, month: VillageMonth): readonly Upsert[] {
  return countedVersions(month, QUESTIONS).map((version) => {
    const order = timeOrder(context, month.village, version);
    const values = [version.id, order, ...rowOfFields(FIELDS, { context, month, version })];
    return { kind: 'upsert', book: 'master', tab: TAB.consultation, key: version.id, order, values };
  });
}

/** Questions that wait for a person, and the newest one where it has to be written anew. */
function waitingLines(context: DrawContext, all: readonly Version[]): readonly Line[] {
  return all
    .filter(({ state }, at) => (state === 'toCorrect' ? at === all.length - 1 : STATES[state].held))
    .filter(({ state }) => state !== 'duplicate')
    .slice(-3)
    .flatMap((version) => {
      const { tone, label } = STATES[version.state];
      const errors = version.findings.filter((one) => one.severity === 'error');
      return [
        line(toned(tone, `Pertanyaan nomor ${version.number}: ${label.toLowerCase()}`)),
        ...(version.state === 'toCorrect'
          ? errors.map((one) => line(`– ${findingText(context, version, one)}`))
          : [line(stateWords(version))]),
      ];
    });
}

/** On a village's page: its newest questions with their answers, where to ask, and what was answered for all. */
export function consultationLines(context: DrawContext, book: VillageBook): readonly Line[] {
  if (!context.catalogue.some((type) => type.id === QUESTIONS)) return [];
  // Those of the last two months, which every drawing of the page has at hand.
  const since = addMonths(periodOf(context.today), -1);
  const all = Object.values(book.months)
    .filter((month) => month.period >= since)
    .flatMap((month) => versionsOf(month, QUESTIONS))
    .sort((a, b) => a.at - b.at);
  const own = all.filter(counts).slice(-3);
  const general = context.office?.asked.general ?? [];
  const link = reportLink(context, book.head.village, QUESTIONS, undefined, own[own.length - 1]);
  const lines = [
    ...own.flatMap(({ values, answer }) => [
      line(toned(answer ? 'good' : 'waiting', `Pertanyaan: ${cut(String(values['question'] ?? ''), 300)}`)),
      line(answer ? `Jawaban: ${answer.text}` : 'Menunggu jawaban Kasi.'),
    ]),
    ...waitingLines(context, all),
    ...(link === '' ? [] : [line('Tanya Kasi lewat formulir', link)]),
  ];
  const shared = general.flatMap(([, , question, answer]) => [
    line(`Tanya: ${question}`),
    line(`Jawab: ${answer}`),
  ]);
  return [
    ...(lines.length === 0 ? [] : [...heading('Konsultasi'), ...lines]),
    ...(shared.length === 0 ? [] : [...heading('Tanya jawab untuk semua'), ...shared]),
  ];
}

/** `2 menunggu jawaban; separuh pertanyaan terjawab dalam 5 jam`. */
export function consultationText(asked: Asked): string {
  const hours = medianHours(asked);
  const waiting = `${formatNumber(asked.open.length)} menunggu jawaban`;
  if (hours === undefined) return waiting;
  const time = hours < 48 ? `${formatDecimal(hours, 1)} jam` : `${formatDecimal(hours / 24, 1)} hari`;
  return `${waiting}; separuh pertanyaan terjawab dalam ${time}`;
}
