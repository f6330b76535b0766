import { AIDS } from '../aids';
import type { AidId, OfficeList, ReportTypeId } from '../report';
import type { KnownChoices, SettingsProblem } from '../settingsCheck';
import type { LetterSettings, Settings, ZoneName } from '../settings';
import { settingsTab } from '../settingsTabs';
import { cleanText } from '../text';
import {
  isAddress,
  needCount,
  needText,
  readAddress,
  readDate,
  readPeriod,
  readSenderMode,
  readWhatsapp,
  type LineReader,
} from './lines';

export type General = Omit<
  Settings,
  | 'villages'
  | 'operators'
  | 'officePin'
  | 'openings'
  | 'mandatory'
  | 'holidays'
  | 'neighbourhoods'
  | 'letters'
> & { readonly letters: Omit<LetterSettings, 'basis'> };

const LONGEST_CHOICE = 60;

const plain = (text: string): string => cleanText(text, false).text.toLowerCase();

/**
 * The lines of `Pengaturan` as one reader whose columns are the lines' ids: an empty cell is the line's initial value,
 * a missing line is told.
 */
function reader(rows: readonly (readonly string[])[], problems: SettingsProblem[]): LineReader {
  const tab = settingsTab('settings');
  const lines = tab.lines ?? [];
  const place = (id: string): number => {
    const label = plain(lines.find((line) => line.id === id)?.label ?? '');
    return rows.findIndex((cells) => plain(cells[0] ?? '') === label);
  };
  const problem = (id: string, sentence: string): void => {
    const label = lines.find((line) => line.id === id)?.label ?? id;
    problems.push({ tab: tab.name, row: place(id) + 1, column: label, sentence });
  };
  for (const line of lines)
    if (line.required && line.initial === '' && place(line.id) < 0)
      problem(line.id, 'Baris ini tidak ditemukan. Mohon kembalikan namanya di kolom A.');
  return {
    row: 0,
    text: (id) => {
      const at = place(id);
      const written = at < 0 ? '' : cleanText(rows[at]?.[1] ?? '', false).text;
      return written === '' ? (lines.find((line) => line.id === id)?.initial ?? '') : written;
    },
    problem,
  };
}

/** A list of choices: each once, none too long for a form. */
function listOf(line: LineReader, list: OfficeList): readonly string[] {
  const all = listed(line.text(`list.${list}`));
  const twice = all.find((one, at) => all.findIndex((other) => plain(other) === plain(one)) !== at);
  if (twice !== undefined)
    line.problem(`list.${list}`, `"${twice}" tertulis dua kali. Mohon hapus salah satu.`);
  const long = all.find((one) => one.length > LONGEST_CHOICE);
  if (long !== undefined)
    line.problem(`list.${list}`, `"${long}" terlalu panjang; paling banyak ${LONGEST_CHOICE} huruf.`);
  return all;
}

function zoneOf(line: LineReader): ZoneName {
  const text = line.text('zone').toUpperCase();
  if (text === 'WIB' || text === 'WITA' || text === 'WIT') return text;
  line.problem('zone', 'Mohon pilih WIB, WITA, atau WIT.');
  return 'WITA';
}

function verifiedOf(line: LineReader): Pick<Settings, 'emailsVerified'> {
  const said = line.text('emailsVerified').toLowerCase();
  return said === 'ya' || said === 'tidak' ? { emailsVerified: said === 'ya' } : {};
}

function listed(text: string): readonly string[] {
  return text.split(/[,;\n]/).flatMap((part) => (part.trim() === '' ? [] : [part.trim()]));
}

function reviewersOf(line: LineReader, owner: string): readonly string[] {
  const all = listed(line.text('reviewers').toLowerCase());
  for (const address of all)
    if (!isAddress(address))
      line.problem(
        'reviewers',
        `"${address}" bukan alamat email. Mohon perbaiki; pisahkan alamat dengan koma.`,
      );
  return [...new Set(all)].filter((address) => address !== owner);
}

function reportTypesOf(line: LineReader, profile: string, known: KnownChoices): readonly ReportTypeId[] {
  const said = listed(line.text('reportTypes'));
  const ids = known.reportTypes.map((type) => type.id);
  if (said.length === 0) return known.profiles[profile] ?? ids;
  for (const title of said)
    if (!known.reportTypes.some((type) => plain(type.shortTitle) === plain(title)))
      line.problem(
        'reportTypes',
        `"${title}" tidak dikenal. Pilihannya: ${known.reportTypes.map((type) => type.shortTitle).join(', ')}.`,
      );
  return known.reportTypes
    .filter((type) => said.some((title) => plain(title) === plain(type.shortTitle)))
    .map((type) => type.id);
}

function daysOf(line: LineReader): Pick<Settings, 'dueDay' | 'lockDay' | 'interimDay'> {
  const dueDay = needCount(line, 'dueDay', 1, 28);
  const lockDay = needCount(line, 'lockDay', 1, 28);
  if (lockDay < dueDay)
    line.problem('lockDay', `Tanggal kunci tidak boleh sebelum tanggal tenggat (${dueDay}).`);
  return { dueDay, lockDay, interimDay: needCount(line, 'interimDay', 1, 28) };
}

function subdistrictOf(line: LineReader): Settings['subdistrict'] {
  const code = needText(line, 'subdistrictCode');
  if (code !== '' && !/^\d{2}\.\d{2}\.\d{2}$/.test(code))
    line.problem(
      'subdistrictCode',
      `Tertulis "${code}". Kode kecamatan terdiri dari tiga bagian, misalnya 63.11.06.`,
    );
  return { code, name: needText(line, 'subdistrictName'), regency: needText(line, 'regency') };
}

function goLiveOf(line: LineReader): string {
  const period = readPeriod(line, 'goLive');
  if (period === undefined && line.text('goLive') === '')
    line.problem(
      'goLive',
      'Belum diisi. Mohon tulis bulan pertama yang wajib dilaporkan, misalnya Juli 2026.',
    );
  return period ?? '';
}

function trialOf(line: LineReader): Pick<Settings, 'trial'> {
  const from = readDate(line, 'trialFrom');
  const until = readDate(line, 'trialUntil');
  const isEmpty = (id: string): boolean => line.text(id) === '';
  if (isEmpty('trialFrom') !== isEmpty('trialUntil'))
    line.problem(
      isEmpty('trialFrom') ? 'trialFrom' : 'trialUntil',
      'Mohon isi kedua tanggal uji coba, atau kosongkan keduanya.',
    );
  if (from === undefined || until === undefined) return {};
  if (until < from) line.problem('trialUntil', 'Uji coba tidak boleh berakhir sebelum dimulai.');
  const isDiscarded = line.text('trialData').toLowerCase() === 'dibuang';
  return { trial: { from, until, ...(isDiscarded ? { discarded: true as const } : {}) } };
}

function ownerOf(line: LineReader): string {
  const owner = readAddress(line, 'owner');
  if (owner === '')
    line.problem('owner', 'Belum diisi. Mohon tulis akun Google kantor yang memiliki berkas ini.');
  return owner;
}

function lettersOf(line: LineReader): Omit<LetterSettings, 'basis'> {
  const number = line.text('signNumber').replace(/[\s.]/g, '');
  if (number !== '' && !/^\d{18}$/.test(number))
    line.problem('signNumber', 'Mohon tulis NIP dengan 18 angka, atau kosongkan.');
  return {
    address: line.text('letterAddress'),
    title: line.text('signTitle'),
    name: line.text('signName'),
    rank: line.text('signRank'),
    number,
    copies: line
      .text('letterCopies')
      .split(';')
      .map((one) => one.trim())
      .filter((one) => one !== ''),
    paper: line.text('paper').toUpperCase() === 'A4' ? 'A4' : 'F4',
  };
}

/** `Pengaturan`: everything but the lists. */
export function readGeneral(
  rows: readonly (readonly string[])[],
  known: KnownChoices,
  problems: SettingsProblem[],
): General {
  const line = reader(rows, problems);
  const profile = needText(line, 'profile').toLowerCase();
  const owner = ownerOf(line);
  return {
    profile,
    programme: needText(line, 'programme'),
    subdistrict: subdistrictOf(line),
    zone: zoneOf(line),
    owner,
    kasi: {
      name: line.text('kasiName'),
      email: readAddress(line, 'kasiEmail'),
      whatsapp: readWhatsapp(line, 'kasiWhatsapp'),
    },
    reviewers: reviewersOf(line, owner),
    reportTypes: reportTypesOf(line, profile, known),
    goLive: goLiveOf(line),
    ...trialOf(line),
    ...daysOf(line),
    senderMode: readSenderMode(line) ?? 'account',
    statusPageOpen: line.text('statusPageOpen').toLowerCase() === 'ya',
    ...(line.text('missingPeople').toLowerCase() === 'ya' ? { missingPeople: true as const } : {}),
    groupNames: line.text('groupNames').toLowerCase() === 'ya',
    sharedRecap: line.text('sharedRecap').toLowerCase() === 'ya',
    letters: lettersOf(line),
    ...verifiedOf(line),
    retentionMonths: needCount(line, 'retentionMonths', 12, 240),
    lists: { positions: listOf(line, 'positions'), squads: listOf(line, 'squads') },
    welfareMonthly: line.text('welfareEvery').toLowerCase() === 'tiap bulan',
    aids: Object.fromEntries(Object.keys(AIDS).map((aid) => [aid, line.text(`aid.${aid}`)])) as Record<
      AidId,
      string
    >,
  };
}
