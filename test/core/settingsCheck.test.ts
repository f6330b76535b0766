import { checkSettings, type SettingsCells } from '../../src/core/settingsCheck';
import { SETTINGS_TABS, type SettingsTabId } from '../../src/core/settingsTabs';
import { openingsDiffer, settingsAt } from '../../src/core/snapshots';
import { CATALOGUE } from '../../src/reports';
import { ACTIVITY_KINDS } from '../../src/reports/activities';
import { PROFILES } from '../../src/reports/profiles';
import { someSettings } from '../support/villageStory';

const KNOWN = {
  reportTypes: CATALOGUE,
  profiles: Object.fromEntries(PROFILES.map((one) => [one.id, one.reportTypes])),
  activityKinds: ACTIVITY_KINDS,
  seal: (text: string) => `segel ${text}`,
};

const HEADERS = Object.fromEntries(
  SETTINGS_TABS.map((tab) => [tab.id, tab.columns.map((column) => column.header)]),
) as Record<SettingsTabId, string[]>;

const GENERAL: Readonly<Record<string, string>> = {
  subdistrictCode: '63.11.06',
  subdistrictName: 'Paringin',
  regency: 'Kabupaten Balangan',
  owner: 'Pemilik@Example.id',
  goLive: 'Juli 2026',
};

function general(more: Readonly<Record<string, string>> = {}): string[][] {
  const lines = SETTINGS_TABS.find((tab) => tab.id === 'settings')?.lines ?? [];
  return lines.map((line) => [line.label, more[line.id] ?? GENERAL[line.id] ?? line.initial, line.help]);
}

/** Good tabs; `rows` replaces the rows below the headers. */
function cells(rows: Partial<Record<SettingsTabId, string[][]>> = {}): SettingsCells {
  const good: Record<SettingsTabId, string[][]> = {
    settings: general(),
    villages: [
      ['63.11.06.2005', 'Balang', '', '', 'Contoh', 'pengawas@example.id', '0812-3456-7890'],
      ['63.11.06.1001', 'Paringin Kota', '', '', '', '', ''],
    ],
    operators: [
      ['63.11.06.2005', 'Balang', 'Contoh', 'Operator@Example.id', '+62 812 3456 7891', '', '31/12/2026'],
    ],
    openings: [['63.11.06.2005', 'Balang', 'Juni 2026', '610', '592', '', '', '351', 'Dukcapil']],
    mandatory: [['siskamling/ronda', '4', '']],
    neighbourhoods: [],
    announcements: [],
    basis: [],
    holidays: [['17 Agustus 2026', 'Hari Kemerdekaan']],
  };
  return Object.fromEntries(
    SETTINGS_TABS.map((tab) => [tab.id, [HEADERS[tab.id], ...(rows[tab.id] ?? good[tab.id])]]),
  ) as unknown as SettingsCells;
}

test('good tabs become one snapshot', () => {
  const { settings, problems } = checkSettings(cells(), KNOWN);
  expect(problems).toBeUndefined();
  expect(settings).toMatchObject({
    profile: 'kudapanmas',
    zone: 'WITA',
    owner: 'pemilik@example.id',
    reportTypes: [
      'population',
      'activities',
      'readiness',
      'welfare',
      'neighbourhoods',
      'questions',
      'rehearsal',
    ],
    goLive: '2026-07',
    dueDay: 5,
    lockDay: 20,
    interimDay: 25,
    statusPageOpen: false,
    villages: [
      { code: '63.11.06.2005', kind: 'desa', supervisor: { whatsapp: '6281234567890' } },
      { code: '63.11.06.1001', kind: 'kelurahan' },
    ],
    operators: [{ email: 'operator@example.id', whatsapp: '6281234567891', until: '2026-12-31' }],
    openings: [{ period: '2026-06', citizensMale: 610, foreignersMale: 0, households: 351 }],
    mandatory: [{ kind: 'Siskamling/ronda', minimum: 4 }],
    holidays: ['2026-08-17'],
  });
});

test('the profile gives the reports where none are named; named ones stand in the order of the catalogue', () => {
  const of = (more: Record<string, string>) =>
    checkSettings(cells({ settings: general(more) }), KNOWN).settings?.reportTypes;
  expect(of({ profile: 'sinar-linmas' })).toEqual([
    'activities',
    'readiness',
    'questions',
    'members',
    'rehearsal',
  ]);
  expect(of({ reportTypes: 'rekap linmas, Kependudukan' })).toEqual(['population', 'readiness']);
});

test('columns and lines may be moved; empty rows and rows made ready are passed over', () => {
  const moved = cells({
    operators: [
      ['63.11.06.1001', 'Paringin Kota', '', '', '', '', ''],
      ['', '', '', '', '', '', ''],
    ],
  });
  const villages = (moved.villages ?? []).map((row) => [row[1] ?? '', row[0] ?? '', ...row.slice(2)]);
  const result = checkSettings({ ...moved, villages, settings: [...moved.settings].reverse() }, KNOWN);
  expect(result.settings?.villages.map((one) => one.name)).toEqual(['Balang', 'Paringin Kota']);
  expect(result.settings?.operators).toEqual([]);
});

test.each<[string, Partial<Record<SettingsTabId, string[][]>>, string, number, string]>([
  ['a due day', { settings: general({ dueDay: '31' }) }, 'Pengaturan', 15, 'Tanggal tenggat'],
  ['a lock before the due day', { settings: general({ lockDay: '3' }) }, 'Pengaturan', 16, 'Tanggal kunci'],
  ['a month', { settings: general({ goLive: 'tujuh' }) }, 'Pengaturan', 14, 'Mulai berlaku'],
  ['an address', { settings: general({ owner: 'kantor' }) }, 'Pengaturan', 8, 'Akun pemilik'],
  ['a report', { settings: general({ reportTypes: 'Pajak' }) }, 'Pengaturan', 13, 'Laporan yang dipakai'],
  ['a zone', { settings: general({ zone: 'GMT' }) }, 'Pengaturan', 7, 'Zona waktu'],
  [
    'a code',
    { villages: [['63.11.06.205', 'Balang', '', '', '', '', '']], operators: [], openings: [] },
    'Desa',
    2,
    'Kode',
  ],
  [
    'a village of another sub-district',
    { villages: [['63.11.01.2005', 'X', '', '', '', '', '']], operators: [], openings: [] },
    'Desa',
    2,
    'Kode',
  ],
  ['no village', { villages: [], operators: [], openings: [] }, 'Desa', 0, ''],
  [
    'an unknown village',
    { operators: [['63.11.06.2099', '', 'A', 'a@b.id', '', '', '']] },
    'Operator',
    2,
    'Kode desa',
  ],
  [
    'a telephone number',
    { operators: [['63.11.06.2005', '', 'A', 'a@b.id', '12345', '', '']] },
    'Operator',
    2,
    'WhatsApp',
  ],
  [
    'a day',
    { operators: [['63.11.06.2005', '', 'A', 'a@b.id', '', '31/02/2026', '']] },
    'Operator',
    2,
    'Berlaku sejak',
  ],
  [
    'a count with a dot',
    { openings: [['63.11.06.2005', '', 'Juni 2026', '1.204', '592', '', '', '351', '']] },
    'Saldo Awal',
    2,
    'WNI laki-laki',
  ],
  [
    'more KK than people',
    { openings: [['63.11.06.2005', '', 'Juni 2026', '10', '10', '', '', '21', '']] },
    'Saldo Awal',
    2,
    'Jumlah KK',
  ],
  [
    'a balance twice',
    {
      openings: [
        ['63.11.06.2005', '', 'Juni 2026', '10', '10', '', '', '5', ''],
        ['63.11.06.2005', '', '06/2026', '10', '10', '', '', '5', ''],
      ],
    },
    'Saldo Awal',
    3,
    'Kode desa',
  ],
  ['a kind of activity', { mandatory: [['Senam', '4', '']] }, 'Program Wajib', 2, 'Jenis kegiatan'],
  ['a holiday', { holidays: [['besok', '']] }, 'Libur', 2, 'Tanggal'],
])('%s that is wrong is named with its place', (_what, rows, tab, row, column) => {
  const { problems } = checkSettings(cells(rows), KNOWN);
  expect(problems).toHaveLength(1);
  expect(problems?.[0]).toMatchObject({ tab, row, column });
  expect(problems?.[0]?.sentence).toMatch(/^[A-Z"].*\.$/);
});

test('a missing column is told once', () => {
  const broken = {
    ...cells(),
    holidays: [
      ['Hari', 'Nama'],
      ['17/08/2026', 'x'],
    ],
  };
  expect(checkSettings(broken, KNOWN).problems?.[0]).toMatchObject({
    tab: 'Libur',
    row: 1,
    column: 'Tanggal',
  });
});

test('the snapshot in force at a time; balances that differ between two', () => {
  const [one, two] = [someSettings(), someSettings({ openings: [] })];
  const snapshots = [
    { at: 10, settings: one },
    { at: 20, settings: two },
  ];
  expect([5, 10, 19, 20].map((at) => settingsAt(snapshots, at).openings.length)).toEqual([1, 1, 1, 0]);
  expect(openingsDiffer(one, two, '63.11.06.2005')).toEqual(['2026-06']);
  expect(openingsDiffer(one, two, '63.11.06.1001')).toEqual([]);
});

test('RT are listed one by one or as a range, with their RW and head; what is no number is told', () => {
  const rows = [
    ['63.11.06.2005', 'Balang', '2-3', '', ''],
    ['63.11.06.2005', 'Balang', 'RT 1', '', 'Contoh Ketua'],
    ['63.11.06.1001', 'Paringin Kota', '1', 'RW 2', ''],
    ['63.11.06.1001', 'Paringin Kota', '', '', ''],
  ];
  const { settings, problems } = checkSettings(cells({ neighbourhoods: rows }), KNOWN);
  expect(problems).toBeUndefined();
  expect(settings?.neighbourhoods).toEqual([
    { village: '63.11.06.1001', key: '001/002', head: '' },
    { village: '63.11.06.2005', key: '001', head: 'Contoh Ketua' },
    { village: '63.11.06.2005', key: '002', head: '' },
    { village: '63.11.06.2005', key: '003', head: '' },
  ]);
  const wrong = [['63.11.06.2005', '', 'lima', 'A', '']];
  const told = checkSettings(cells({ neighbourhoods: wrong }), KNOWN).problems ?? [];
  expect(told.map((one) => one.sentence)).toEqual([
    'Tertulis "lima". Mohon tulis nomor RT, misalnya 1 atau 1-5.',
    'Tertulis "A". Mohon tulis nomor RW, misalnya 2.',
  ]);
  const twice = [rows[1] ?? [], ['63.11.06.2005', '', '1-2', '', '']];
  expect(checkSettings(cells({ neighbourhoods: twice }), KNOWN).problems?.[0]?.sentence).toMatch(
    /^Sama dengan baris 2/,
  );
});

test('an office without the tab RT has no RT; aid names and the rhythm of welfare come from their lines', () => {
  const none = { ...cells(), neighbourhoods: [] };
  expect(checkSettings(none, KNOWN).settings?.neighbourhoods).toEqual([]);
  const { settings } = checkSettings(
    cells({ settings: general({ welfareEvery: 'tiap bulan', 'aid.village': 'BLT Desa' }) }),
    KNOWN,
  );
  expect(settings).toMatchObject({ welfareMonthly: true, aids: { family: 'PKH', village: 'BLT Desa' } });
});

test('announcements, the legal basis and what letters need: read, and each wrong line is named', () => {
  const announcements = [
    ['Rapat Senin.', '01/08/2026', '10/08/2026'],
    ['Tetap.', '', ''],
  ];
  const settings = general({
    signNumber: '19800101 200501 1 001',
    letterCopies: 'Bupati; ;Inspektur',
    paper: 'A4',
  });
  const good = checkSettings(cells({ announcements, basis: [['Perda contoh']], settings }), KNOWN).settings;
  expect(good?.announcements).toEqual([
    { text: 'Rapat Senin.', from: '2026-08-01', until: '2026-08-10' },
    { text: 'Tetap.' },
  ]);
  expect(good?.letters).toMatchObject({
    title: 'Camat',
    number: '198001012005011001',
    copies: ['Bupati', 'Inspektur'],
    paper: 'A4',
    basis: ['Perda contoh'],
  });
  const wrong = cells({
    announcements: [
      ['x'.repeat(301), '', ''],
      ['Terbalik', '10/08/2026', '01/08/2026'],
    ],
    settings: general({ signNumber: '123' }),
  });
  expect(checkSettings(wrong, KNOWN).problems?.map((one) => [one.tab, one.row > 0, one.sentence])).toEqual([
    ['Pengaturan', true, 'Mohon tulis NIP dengan 18 angka, atau kosongkan.'],
    ['Pengumuman', true, 'Mohon singkat: paling panjang 300 huruf.'],
    ['Pengumuman', true, 'Tanggal ini sebelum Tampil sejak. Mohon periksa.'],
  ]);
  const before = { ...cells(), announcements: [], basis: [] };
  expect(checkSettings(before, KNOWN).settings).toMatchObject({ announcements: [], letters: { basis: [] } });
});

describe('a line of Saldo Awal that was proposed', () => {
  const line = (status: string): string[] => [
    ...['63.11.06.2005', 'Balang', 'Juni 2026', '610', '592', '', '', '351', 'Usulan'],
    status,
  ];

  test('is not in force, whatever stands in it; confirmed it is', () => {
    const broken = ['63.11.06.2005', 'Balang', '', 'enam', '', '', '', '', 'Usulan', 'usulan'];
    expect(checkSettings(cells({ openings: [line('usulan'), broken] }), KNOWN).settings?.openings).toEqual(
      [],
    );
    const { settings } = checkSettings(cells({ openings: [line('Dikonfirmasi')] }), KNOWN);
    expect(settings?.openings).toMatchObject([{ period: '2026-06', citizensMale: 610 }]);
  });

  test('needs one of the two words', () => {
    const { problems } = checkSettings(cells({ openings: [line('sudah')] }), KNOWN);
    expect(problems).toMatchObject([{ tab: 'Saldo Awal', column: 'Status' }]);
  });
});

describe('how senders are known', () => {
  const line = (email: string, pin: string): string[] => [
    '63.11.06.2005',
    'Balang',
    'Contoh',
    email,
    '081234567891',
    '',
    '',
    pin,
  ];
  const office = ['63.11.06', 'Kecamatan', 'Petugas kecamatan', '', '', '', '', '7310'];
  const byPin = { settings: general({ senderMode: 'PIN desa' }) };

  it('by PIN: none can be read in the settings, and an address may be missing', () => {
    const { settings } = checkSettings(cells({ ...byPin, operators: [line('', '4821'), office] }), KNOWN);
    expect(settings).toMatchObject({ senderMode: 'pin', officePin: 'segel pin|63.11.06|7310' });
    expect(settings?.operators).toEqual([
      expect.objectContaining({ email: '', pin: 'segel pin|63.11.06.2005|4821' }),
    ]);
  });

  it.each([
    ['an address that an account needs', { operators: [line('', '4821')] }, 'Email', 'Belum diisi.'],
    ['a PIN of three digits', { ...byPin, operators: [line('', '482')] }, 'PIN', 'empat angka'],
    ['another way', { settings: general({ senderMode: 'sidik jari' }) }, 'Cara mengenali', 'Mohon pilih'],
  ])('%s is named, and no sentence tells a PIN', (_what, rows, column, words) => {
    const { problems = [] } = checkSettings(cells(rows), KNOWN);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.column).toContain(column);
    expect(problems[0]?.sentence).toContain(words);
    expect(JSON.stringify(problems)).not.toMatch(/482/);
  });
});
