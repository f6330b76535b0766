import type {
  Announcement,
  LocalDate,
  MandatoryActivity,
  Neighbourhood,
  OpeningBalance,
  Operator,
  Settings,
  Village,
  VillageCode,
} from '../settings';
import type { Seal } from '../personal';
import { PIN_PATTERN, sealedPin } from '../pins';
import { usesPin } from '../senders';
import { OPENING_STATUS } from '../settingsTabs';
import { villageCalled } from '../operatorTable';
import { kindOf } from '../villageKind';
import {
  needCount,
  needText,
  readAddress,
  readDate,
  readPeriod,
  readSenderMode,
  readWhatsapp,
  type LineReader,
} from './lines';
import { withOrigins } from './origins';

const MOST_PEOPLE = 999_999;

/** Says where a value stands a second time; `first` = key → row. */
function onceOnly(line: LineReader, first: Map<string, number>, key: string, column: string): void {
  const before = first.get(key);
  if (before !== undefined) line.problem(column, `Sama dengan baris ${before}. Mohon hapus salah satu.`);
  else first.set(key, line.row);
}

/** Something stands there beside the village: not only a row made ready for somebody to fill. */
function isFilled(line: LineReader, columns: readonly string[]): boolean {
  return columns.some((column) => line.text(column) !== '');
}

/** The village of a line: by its code, else by its name, as lists are pasted. */
function villageCode(line: LineReader, villages: readonly Village[]): VillageCode {
  const codes = villages.map((village) => village.code);
  const named = line.text('village') === '' ? villageCalled(villages, line.text('villageName')) : undefined;
  if (named) return named.code;
  const code = needText(line, 'village');
  if (code !== '' && !codes.includes(code))
    line.problem('village', `Kode ${code} tidak ada di tab Desa. Mohon periksa kodenya.`);
  return code;
}

function supervisor(line: LineReader): Pick<Village, 'supervisor'> {
  const name = line.text('supervisorName');
  const email = readAddress(line, 'supervisorEmail');
  const whatsapp = readWhatsapp(line, 'supervisorWhatsapp');
  return name + email + whatsapp === '' ? {} : { supervisor: { name, email, whatsapp } };
}

/** `Desa`. The kind follows from the code: fourth group 1xxx = kelurahan, 2xxx = desa (Permendagri 137/2017). */
export function readVillages(lines: readonly LineReader[], subdistrict: string): readonly Village[] {
  const rows = new Map<string, number>();
  const villages = lines.map((line): Village => {
    const code = needText(line, 'code');
    if (!/^\d{2}\.\d{2}\.\d{2}\.[12]\d{3}$/.test(code))
      line.problem(
        'code',
        `Tertulis "${code}". Kode desa terdiri dari empat bagian, misalnya 63.11.06.2005.`,
      );
    else if (subdistrict !== '' && !code.startsWith(`${subdistrict}.`))
      line.problem('code', `Kode ${code} bukan bagian kecamatan ${subdistrict}.`);
    onceOnly(line, rows, code, 'code');
    const from = readPeriod(line, 'from');
    const until = readPeriod(line, 'until');
    const senderMode = readSenderMode(line);
    if (from !== undefined && until !== undefined && until < from)
      line.problem('until', 'Ada sampai tidak boleh sebelum Ada sejak.');
    return {
      code,
      name: needText(line, 'name'),
      kind: kindOf(code),
      ...(from === undefined ? {} : { from }),
      ...(until === undefined ? {} : { until }),
      ...supervisor(line),
      ...(senderMode === undefined ? {} : { senderMode }),
    };
  });
  return villages.map((village, at) => {
    const line = lines[at];
    return line === undefined ? village : withOrigins(line, village, villages);
  });
}

/** The seal of a line's PIN. What stands there is never said: who reads the sentence may not know the PIN. */
function sealOf(line: LineReader, place: VillageCode, seal: Seal): string | undefined {
  const pin = line.text('pin');
  if (pin === '') return undefined;
  if (new RegExp(PIN_PATTERN).test(pin)) return sealedPin(place, pin, seal);
  line.problem(
    'pin',
    'PIN terdiri dari empat angka dan tidak diawali 0. Kosongkan; PIN baru terisi sendiri.',
  );
  return undefined;
}

/** The line of `Operator` that holds the office's own PIN: it bears the code of the sub-district. */
export const isOfficeLine = (line: Pick<LineReader, 'text'>, subdistrict: string): boolean =>
  subdistrict !== '' && line.text('village') === subdistrict;

/** The office's PIN, sealed. */
export function readOfficePin(
  lines: readonly LineReader[],
  subdistrict: string,
  seal: Seal,
): Pick<Settings, 'officePin'> {
  const line = lines.find((one) => isOfficeLine(one, subdistrict));
  const officePin = line && sealOf(line, subdistrict, seal);
  return officePin === undefined ? {} : { officePin };
}

/** `Operator`: one line a person and village. Whose village is proven by PIN needs no address. */
export function readOperators(
  lines: readonly LineReader[],
  { villages, senderMode, subdistrict }: Pick<Settings, 'villages' | 'senderMode' | 'subdistrict'>,
  seal: Seal,
): readonly Operator[] {
  const rows = new Map<string, number>();
  const filled = lines.filter(
    (line) =>
      !isOfficeLine(line, subdistrict.code) &&
      isFilled(line, ['name', 'email', 'whatsapp', 'from', 'until', 'pin']),
  );
  return filled.map((line) => {
    const village = villageCode(line, villages);
    const email = readAddress(line, 'email');
    if (email === '' && !usesPin({ villages, senderMode }, village))
      line.problem('email', 'Belum diisi. Mohon tulis akun Google yang dipakai mengisi formulir.');
    const from = readDate(line, 'from');
    const until = readDate(line, 'until');
    if (from !== undefined && until !== undefined && until < from)
      line.problem('until', 'Berlaku sampai tidak boleh sebelum Berlaku sejak.');
    const name = needText(line, 'name');
    onceOnly(line, rows, `${village} ${email || name} ${from ?? ''}`, 'email');
    const pin = sealOf(line, village, seal);
    return {
      village,
      name,
      email,
      whatsapp: readWhatsapp(line, 'whatsapp'),
      ...(pin === undefined ? {} : { pin }),
      ...(from === undefined ? {} : { from }),
      ...(until === undefined ? {} : { until }),
    };
  });
}

/** A proposal is not in force until it is confirmed. */
function isInForce(line: LineReader): boolean {
  const status = line.text('status').toLowerCase();
  const [proposed, confirmed] = OPENING_STATUS;
  if (status !== '' && status !== proposed && status !== confirmed)
    line.problem('status', `Tertulis "${status}". Mohon pilih ${proposed} atau ${confirmed}.`);
  return status !== proposed;
}

/** `Saldo Awal`: at most one balance a village and month. */
export function readOpenings(
  lines: readonly LineReader[],
  villages: readonly Village[],
): readonly OpeningBalance[] {
  const rows = new Map<string, number>();
  const figures = ['citizensMale', 'citizensFemale', 'foreignersMale', 'foreignersFemale', 'households'];
  const filled = lines.filter((line) => isFilled(line, ['period', 'source', ...figures]) && isInForce(line));
  return filled.map((line) => {
    const village = villageCode(line, villages);
    const period = readPeriod(line, 'period') ?? '';
    if (period === '' && line.text('period') === '')
      line.problem('period', 'Belum diisi. Mohon tulis bulan seperti Juni 2026.');
    onceOnly(line, rows, `${village} ${period}`, 'village');
    const people = (column: string, empty?: number): number => needCount(line, column, 0, MOST_PEOPLE, empty);
    const balance: OpeningBalance = {
      village,
      period,
      citizensMale: people('citizensMale'),
      citizensFemale: people('citizensFemale'),
      foreignersMale: people('foreignersMale', 0),
      foreignersFemale: people('foreignersFemale', 0),
      households: people('households'),
      source: line.text('source'),
    };
    const all =
      balance.citizensMale + balance.citizensFemale + balance.foreignersMale + balance.foreignersFemale;
    if (balance.households > all)
      line.problem(
        'households',
        `Jumlah KK ${balance.households} lebih dari jumlah jiwa ${all}. Mohon periksa.`,
      );
    return balance;
  });
}

/** `RT`: a line an RT, or several of a village in a line (`1-5`); in the order of village and number. */
export function readNeighbourhoods(
  lines: readonly LineReader[],
  villages: readonly Village[],
): readonly Neighbourhood[] {
  const rows = new Map<string, number>();
  const all = lines
    .filter((line) => isFilled(line, ['rt', 'rw', 'head']))
    .flatMap((line): Neighbourhood[] => {
      const village = villageCode(line, villages);
      const said = line.text('rt');
      const range = /^(?:rt\s*)?(\d{1,3})(?:\s*[-–]\s*(\d{1,3}))?$/i.exec(said);
      const rw = /^(?:rw\s*)?(\d{0,3})$/i.exec(line.text('rw'));
      const [from, until] = [Number(range?.[1] ?? 0), Number(range?.[2] ?? range?.[1] ?? 0)];
      if (from < 1 || until < from)
        line.problem('rt', `Tertulis "${said}". Mohon tulis nomor RT, misalnya 1 atau 1-5.`);
      if (!rw) line.problem('rw', `Tertulis "${line.text('rw')}". Mohon tulis nomor RW, misalnya 2.`);
      const behind = rw?.[1] ? `/${rw[1].padStart(3, '0')}` : '';
      return Array.from({ length: Math.max(0, until - from + 1) }, (_unit, at) => {
        const key = String(from + at).padStart(3, '0') + behind;
        onceOnly(line, rows, `${village} ${key}`, 'rt');
        return { village, key, head: from === until ? line.text('head') : '' };
      });
    });
  const order = (one: Neighbourhood): string => `${one.village} ${one.key}`;
  return all.sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

/** `Program Wajib`. */
export function readMandatory(
  lines: readonly LineReader[],
  kinds: readonly string[],
): readonly MandatoryActivity[] {
  const rows = new Map<string, number>();
  return lines.map((line) => {
    const sent = needText(line, 'kind');
    const kind = kinds.find((one) => one.toLowerCase() === sent.toLowerCase());
    if (sent !== '' && kind === undefined)
      line.problem('kind', `"${sent}" bukan pilihan di Laporan Kegiatan. Pilihannya: ${kinds.join(', ')}.`);
    const period = readPeriod(line, 'period');
    onceOnly(line, rows, `${sent.toLowerCase()} ${period ?? ''}`, 'kind');
    const minimum = needCount(line, 'minimum', 1, 31);
    return { kind: kind ?? sent, minimum, ...(period === undefined ? {} : { period }) };
  });
}

/** `Libur`, oldest first; a day that stands twice counts once. */
export function readHolidays(lines: readonly LineReader[]): readonly LocalDate[] {
  const days = lines.flatMap((line) => {
    const date = readDate(line, 'date');
    if (date === undefined && line.text('date') === '')
      line.problem('date', 'Belum diisi. Mohon tulis tanggalnya.');
    return date === undefined ? [] : [date];
  });
  return [...new Set(days)].sort();
}

/** `Pengumuman`, in the order of the tab. */
export function readAnnouncements(lines: readonly LineReader[]): readonly Announcement[] {
  return lines.map((line) => {
    const text = needText(line, 'text');
    if (text.length > 300) line.problem('text', 'Mohon singkat: paling panjang 300 huruf.');
    const [from, until] = [readDate(line, 'from'), readDate(line, 'until')];
    if (from !== undefined && until !== undefined && until < from)
      line.problem('until', 'Tanggal ini sebelum Tampil sejak. Mohon periksa.');
    return { text, ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) };
  });
}
