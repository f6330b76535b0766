import { formatDay, formatNumber, formatPeriod } from '../dates';
import { lineFigures, unitsOf } from '../draw/neighbourhoods';
import type { DrawContext } from '../draw/context';
import { titleOf } from '../draw/rows';
import { dueDate } from '../due';
import { NOTE } from '../head';
import { linesOf, unitName, type UnitLine } from '../lines';
import type { LineFigure, ReportType } from '../report';
import type { Period, VillageCode } from '../settings';
import type { Version } from '../book';
import type { TemplateLine } from './paper';

/** The type whose paper sheet this is. */
export const NEIGHBOURHOODS = 'neighbourhoods';

/** Name of a village's sheets of one month in Drive. */
export function neighbourhoodSheetName(context: DrawContext, village: VillageCode, period: Period): string {
  return `Lembar RT ${titleOf(context, village)} ${formatPeriod(period)}`;
}

const BLANK = '………………';
const RULED = '…………………………………………………………………………………………………………';

/** What is asked of the village once, and of each RT on paper; the operator adds it up. */
function otherQuestions(type: ReportType): readonly TemplateLine[] {
  return type.questions
    .filter((question) => question.line === undefined && question.id !== NOTE)
    .flatMap((question) =>
      question.kind === 'count'
        ? [{ text: `${question.label}: ${BLANK}` }]
        : [{ text: `${question.label}: ${RULED}` }, { text: RULED }],
    );
}

/** The figures of the declaration; those of the RT's last report stand beside what stays from month to month. */
function figureTable(figures: readonly LineFigure[], last: UnitLine | undefined): TemplateLine {
  const rows = figures.map((figure) => {
    const before = figure.stock === true ? last?.figures[figure.id] : undefined;
    const label = figure.required === false ? `${figure.label} (boleh kosong)` : figure.label;
    return [label, before === undefined ? '' : formatNumber(before), ''];
  });
  return { text: '', table: [['Yang dilaporkan', 'Laporan terakhir', 'Bulan ini'], ...rows] };
}

function onePage(
  context: DrawContext,
  village: VillageCode,
  period: Period,
  type: ReportType,
  key: string,
  last: UnitLine | undefined,
): readonly TemplateLine[] {
  const figures = lineFigures(context.catalogue);
  const [rt = '', rw = ''] = key.split('/');
  const place = titleOf(context, village);
  const head = context.settings.neighbourhoods?.find((one) => one.village === village && one.key === key);
  const words = figures.filter((one) => one.required !== false).map((one) => `${one.word} …`);
  return [
    { text: type.title.toUpperCase(), align: 'center', bold: true },
    {
      text: `${place}, Kecamatan ${context.settings.subdistrict.name}`,
      align: 'center',
    },
    { text: `Bulan ${formatPeriod(period)}`, align: 'center', rule: true },
    { text: `RT ${rt === '' ? BLANK : rt}   RW ${rw === '' ? BLANK : rw}` },
    { text: `Ketua RT: ${head === undefined || head.head === '' ? BLANK : head.head}` },
    { text: 'Isi kolom Bulan ini dengan angka. Bila tidak ada, tulis 0. Tanpa NIK dan nomor KK.' },
    figureTable(figures, last),
    { text: '' },
    ...otherQuestions(type),
    { text: '' },
    {
      text: `Mohon diserahkan kepada operator ${place} sebelum ${formatDay(dueDate(context.settings, period))}.`,
    },
    { text: `Boleh juga lewat WA dengan tulisan: ${unitName(key === '' ? '…' : key)}: ${words.join(', ')}` },
    { text: '' },
    { text: `Ketua RT ${rt === '' ? '………' : rt},`, align: 'right' },
    { text: '' },
    { text: '' },
    { text: '(………………………………)', align: 'right' },
  ];
}

/**
 * *Cetak lembar RT*: a page for each RT of the village, out of the same declaration as the form. RT are those of the
 * settings, else those of the last report (`latest`), else one page without a number to be copied.
 */
export function neighbourhoodSheet(
  context: DrawContext,
  village: VillageCode,
  period: Period,
  latest: Version | undefined,
): readonly TemplateLine[] {
  const type = context.catalogue.find((one) => one.id === NEIGHBOURHOODS);
  if (type === undefined) return [];
  const lines = linesOf(latest?.values['lines'], lineFigures(context.catalogue));
  const listed = unitsOf(context.settings, village);
  const known = listed.length > 0 ? listed : lines.map((line) => line.key);
  const keys = known.length > 0 ? known : [''];
  return keys.flatMap((key, at) => {
    const page = onePage(
      context,
      village,
      period,
      type,
      key,
      lines.find((line) => line.key === key),
    );
    const [first, ...rest] = page;
    return at === 0 || first === undefined ? page : [{ ...first, newPage: true as const }, ...rest];
  });
}
