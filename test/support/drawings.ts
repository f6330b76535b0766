import type { LedgerMonth, StateId, Version, VillageMonth } from '../../src/core/book';
import { addMonths } from '../../src/core/place';
import type { DrawContext } from '../../src/core/draw/context';
import type { Block, Cell, Patch } from '../../src/core/patch';
import { HEAD } from '../../src/core/head';
import { NO_STOCK } from '../../src/core/population';
import type { Finding, ReportTypeId, Stock, Value } from '../../src/core/report';
import type { LetterSettings, Settings, Village } from '../../src/core/settings';
import { instantOf } from '../../src/core/zones';
import { CATALOGUE } from '../../src/reports/index';

export const BALANG = '63.11.06.2005';
export const LAMIDA = '63.11.06.2006';
export const KOTA = '63.11.06.1001';

const village = (code: string, name: string): Village => ({
  code,
  name,
  kind: code.split('.')[3]?.startsWith('1') === true ? 'kelurahan' : 'desa',
});

/** What an office has filled in for its letters. */
export const LETTERS: LetterSettings = {
  address: 'Jl. Contoh No. 1',
  title: 'Camat',
  name: 'Contoh Nama, S.Sos.',
  rank: '',
  number: '',
  copies: [],
  paper: 'F4',
  basis: ['Peraturan Contoh Nomor 1'],
};

/** Three villages of an invented sub-district, due on the 5th, locked after the 20th. */
export const SETTINGS: Settings = {
  profile: 'kudapanmas',
  programme: 'KUDAPANMAS',
  subdistrict: { code: '63.11.06', name: 'Paringin', regency: 'Kabupaten Balangan' },
  zone: 'WITA',
  owner: 'kantor@contoh.id',
  kasi: { name: 'Bapak Rahmat', email: 'kasi@contoh.id', whatsapp: '0812-0000-0001' },
  reviewers: [],
  reportTypes: ['population', 'activities', 'readiness'],
  goLive: '2026-07',
  dueDay: 5,
  lockDay: 20,
  interimDay: 25,
  senderMode: 'account',
  statusPageOpen: false,
  villages: [village(KOTA, 'Paringin Kota'), village(BALANG, 'Balang'), village(LAMIDA, 'Lamida')],
  operators: [
    { village: KOTA, name: 'Siti', email: 'kota@contoh.id', whatsapp: '081200000011' },
    { village: BALANG, name: 'Aminah', email: 'balang@contoh.id', whatsapp: '081200000012' },
    { village: LAMIDA, name: 'Norhayati', email: 'lamida@contoh.id', whatsapp: '081200000013' },
  ],
  openings: [KOTA, BALANG, LAMIDA].map((code) => ({
    ...stock(610, 590, 351),
    village: code,
    period: '2026-06',
    source: 'Dukcapil',
  })),
  mandatory: [
    { kind: 'Siskamling/ronda', minimum: 4 },
    { kind: 'Gotong royong', minimum: 1 },
  ],
  holidays: [],
  letters: LETTERS,
};

/** An instant of 2026 in the sub-district's zone: `at('08-03', '09:14')`. */
export function at(day: string, time = '09:00'): number {
  return instantOf(`2026-${day}`, time, 'WITA');
}

/** Citizens only unless more is named. */
export function stock(male: number, female: number, households: number, more: Partial<Stock> = {}): Stock {
  return { ...NO_STOCK, citizensMale: male, citizensFemale: female, households, ...more };
}

/** Everything that a drawing needs, at an instant. */
export function contextAt(now: number, more: Partial<Settings> = {}): DrawContext {
  const settings = { ...SETTINGS, ...more };
  const entries = Object.fromEntries([
    [HEAD.reportType, '1'],
    [HEAD.period, '2'],
    [HEAD.reporter, '3'],
    ...CATALOGUE.flatMap((type, t) =>
      type.questions.map((question, q) => [`${type.id}.${question.id}`, String(1000 * (t + 1) + q)] as const),
    ),
  ]) as Record<string, string>;
  const today = new Date(now + 8 * 3_600_000).toISOString().slice(0, 10);
  return {
    settings,
    catalogue: CATALOGUE.filter((type) => settings.reportTypes.includes(type.id)),
    placing: { base: addMonths(settings.goLive, -24), blockSize: settings.villages.length + 8 },
    places: settings.villages.map((one) => one.code),
    addresses: Object.fromEntries(
      settings.villages.map((one) => [
        one.code,
        {
          village: one.code,
          form: `https://docs.google.com/forms/d/e/${one.code}/viewform`,
          entries,
          status: `https://docs.google.com/spreadsheets/d/${one.code}/edit#gid=0`,
        },
      ]),
    ),
    masterAddress: (tab) =>
      ({
        '': 'https://docs.google.com/spreadsheets/d/induk/edit',
        'Antrean Tinjau': 'https://docs.google.com/spreadsheets/d/induk/edit#gid=3',
      })[tab],
    now,
    today,
  };
}

let serial = 0;

/** A judged response; accepted and on its own merits unless more is said. */
export function version(
  type: ReportTypeId,
  sent: number,
  values: Readonly<Record<string, Value>>,
  more: Partial<Version> = {},
): Version {
  serial += 1;
  const state: StateId = more.state ?? 'accepted';
  return {
    id: `r${String(serial)}`,
    number: `2005-260803-${String(serial).padStart(6, '0')}`,
    type,
    at: sent,
    sender: 'balang@contoh.id',
    proof: 'verified',
    reporter: 'Aminah',
    values,
    normalised: [],
    findings: [],
    marks: [],
    qualified: state === 'accepted' || state === 'approved',
    ...more,
    state,
  };
}

/** Answers of a population report: births, deaths, arrivals, departures as male/female pairs, citizens. */
export function lampid(
  births: readonly [number, number],
  deaths: readonly [number, number],
  arrivals: readonly [number, number],
  departures: readonly [number, number],
  households: number,
  more: Readonly<Record<string, Value>> = {},
): Record<string, Value> {
  return {
    birthsMale: births[0],
    birthsFemale: births[1],
    deathsMale: deaths[0],
    deathsFemale: deaths[1],
    arrivalsMale: arrivals[0],
    arrivalsFemale: arrivals[1],
    departuresMale: departures[0],
    departuresFemale: departures[1],
    householdsClosing: households,
    foreignerChanges: 'Tidak',
    ...more,
  };
}

/** Answers of a readiness report: active men and women, posts and active posts. */
export function strength(
  men: number,
  women: number,
  posts: number,
  active: number,
  more: Readonly<Record<string, Value>> = {},
): Record<string, Value> {
  return {
    anyActivity: 'Ya',
    activeMale: men,
    activeFemale: women,
    registeredSim: 5,
    withCard: 4,
    trained: 3,
    posts,
    activePosts: active,
    ...more,
  };
}

/** Answers of an activity report. */
export function activity(
  kind: string,
  date: string,
  personnel: number,
  more: Readonly<Record<string, Value>> = {},
): Record<string, Value> {
  return {
    kind,
    performedBy: 'Linmas',
    date,
    personnel,
    description: 'Kegiatan rutin bersama warga.',
    location: 'RT 001',
    photo: 'Tidak ada',
    incident: 'Tidak',
    ...more,
  };
}

/** The ledger of a month that was counted. */
export function ledger(
  opening: Stock | undefined,
  closing: Stock | undefined,
  counted?: string,
): LedgerMonth {
  return {
    ...(opening === undefined ? {} : { opening }),
    ...(closing === undefined ? {} : { closing }),
    ...(counted === undefined ? {} : { counted }),
    adjustment: NO_STOCK,
    adjustments: [],
    judged: opening !== undefined,
  };
}

/** A village's July 2026 unless another month is named. */
export function month(code: string, more: Partial<VillageMonth> = {}): VillageMonth {
  return { village: code, period: '2026-07', reports: {}, unlocks: [], ...more };
}

/** A finding about a question. */
export function finding(question: string, message: string, severity: Finding['severity'] = 'error'): Finding {
  return { rule: `test.${question}`, severity, question, sent: '', expected: '', message };
}

/** The only block among patches. */
export function blockOf(patches: readonly Patch[]): Block {
  const [block] = patches.filter((patch): patch is Block => patch.kind === 'block');
  if (block === undefined) throw new Error('No block was drawn.');
  return block;
}

/** Rows of the block, empty cells at their end and empty rows at its end left out. */
export function rowsOf(patches: readonly Patch[]): readonly (readonly Cell[])[] {
  const rows = blockOf(patches).values.map((row) => {
    const last = row.reduce<number>((found, cell, column) => (cell === '' ? found : column), -1);
    return row.slice(0, last + 1);
  });
  const last = rows.reduce<number>((found, row, index) => (row.length === 0 ? found : index), -1);
  return rows.slice(0, last + 1);
}

/** First column of a page as lines, links told behind them. */
export function linesOf(patches: readonly Patch[]): readonly string[] {
  const block = blockOf(patches);
  return rowsOf(patches).map((row, index) => {
    const linked = block.links?.urls[index] === undefined ? '' : ' →';
    return `${row.join(' | ')}${linked}`;
  });
}
