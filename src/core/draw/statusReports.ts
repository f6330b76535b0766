import type { Version } from '../book';
import type { Compliance } from '../compliance';
import { versionsOf } from '../counted';
import { formatInstant, formatNumber, formatPeriod } from '../dates';
import { dueDate } from '../due';
import { cut } from '../escape';
import { toned } from '../looks';
import { correctionLink, latestVersion, reportLink } from '../prefill';
import { MARKS, STATES } from '../states';
import { meantMonth, stateWords } from './findings';
import { line, type Line } from './page';
import { reportMonth } from './rows';
import { correctLine, findingLines, LONGEST_FINDING, reasonLine, type PageMonth } from './statusLines';
import { marksOn } from './words';

const named = ({ context, period }: PageMonth, one: Compliance): string =>
  reportMonth(context, one.type, period, 'short');

/** A monthly report on the page: where it stands, what was found, and the one link that helps. */
export function reportLines(entry: PageMonth, one: Compliance): readonly Line[] {
  const title = entry.context.catalogue.find((type) => type.id === one.type)?.shortTitle ?? one.type;
  const version = one.version;
  if (version === undefined) return missingLines(entry, one, title);
  if (one.counted !== undefined) return acceptedLines(entry, one, one.counted, title);
  const { context } = entry;
  const { tone, label } = STATES[version.state];
  return [
    line(toned(tone, `${title}: ${label.toLowerCase()}`)),
    line(stateWords(version)),
    ...reasonLine(version),
    ...(version.state === 'toCorrect'
      ? [
          ...findingLines(context, version),
          ...correctLine(entry, version, `Perbaiki ${title} ${named(entry, one)} (sudah terisi)`),
        ]
      : []),
    ...meantLine(entry, version, title),
  ];
}

/** The report once more with the month that was probably meant. */
function meantLine({ context, village }: PageMonth, version: Version, title: string): readonly Line[] {
  const meant = meantMonth(version);
  if (meant === undefined) return [];
  const link = correctionLink(context, village, version, meant);
  return link === '' ? [] : [line(`Kirim ulang ${title} untuk ${formatPeriod(meant)} (sudah terisi)`, link)];
}

function missingLines(entry: PageMonth, one: Compliance, title: string): readonly Line[] {
  const { context, village, period, months, open } = entry;
  const due = dueDate(context.settings, period);
  const words = context.today > due ? `${title}: belum, tenggatnya sudah lewat` : `${title}: belum`;
  const link = open
    ? reportLink(context, village, one.type, period, latestVersion(months, one.type), entry.month)
    : '';
  return [
    line(toned(context.today > due ? 'wrong' : 'open', words)),
    ...rejectedLines(entry, one),
    ...(link === '' ? [] : [line(`Isi ${title} ${named(entry, one)}`, link)]),
  ];
}

/** The reason why the last one was not used, where nothing came after it. */
function rejectedLines(entry: PageMonth, one: Compliance): readonly Line[] {
  const all = versionsOf(entry.month, one.type);
  const last = all[all.length - 1];
  if (last?.state !== 'rejected') return [];
  const reason = cut(last.decision?.reason ?? '', LONGEST_FINDING);
  return [line(`Laporan nomor ${last.number} tidak dipakai${reason === '' ? '.' : `: ${reason}`}`)];
}

function acceptedLines(entry: PageMonth, one: Compliance, counted: Version, title: string): readonly Line[] {
  const { context, period } = entry;
  const when = formatInstant(counted.at, context.settings.zone);
  const punctual = one.word === 'late' ? `terlambat ${formatNumber(one.daysLate)} hari` : 'tepat waktu';
  const approved = counted.state === 'approved' ? ', disetujui' : '';
  const marks = marksOn(counted, period, context.today).filter((mark) => mark !== 'addressNotVerified');
  return [
    line(toned('good', `${title}: diterima ${when} (${punctual}${approved})`)),
    ...marks.map((mark) => line(MARKS[mark].operator)),
    ...findingLines(context, counted),
    ...(one.pending ? pendingLines(entry, counted) : []),
    ...(approved === '' && !one.pending
      ? correctLine(entry, counted, `Perbaiki ${title} ${named(entry, one)} (sudah terisi)`)
      : []),
  ];
}

/** What was sent after the counted version and does not stand in the figures. */
function pendingLines(entry: PageMonth, counted: Version): readonly Line[] {
  const all = versionsOf(entry.month, counted.type === '' ? 'population' : counted.type);
  const newest = all[all.length - 1];
  if (newest === undefined || newest.id === counted.id) return [];
  const { tone, label } = STATES[newest.state];
  return [
    line(toned(tone, `Perbaikannya: ${label.toLowerCase()}`)),
    line(`${stateWords(newest)} Sementara itu laporan di atas tetap dihitung.`),
    ...(newest.state === 'toCorrect'
      ? [
          ...findingLines(entry.context, newest),
          ...correctLine(entry, newest, 'Perbaiki lagi (sudah terisi)'),
        ]
      : []),
  ];
}
