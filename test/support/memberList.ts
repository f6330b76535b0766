import { crashEverywhere, type CrashTrial, type Tried } from '../../local/host/trials';
import { actsOf } from './crashes';
import { fileOf } from './officeFile';
import { recordsIn } from './personalStory';
import type { Story } from './story';
import { KASI } from './threeVillages';

const HEADERS = [
  'No',
  'Nama',
  'NIK',
  'TTL',
  'L/P',
  'Pendidikan',
  'Status Kawin',
  'No HP',
  'Jabatan',
  'Regu',
  'Desa',
];

/** A man of an office's list, invented: the day of birth makes him another one. */
export const listed = (day: number, more: Readonly<Record<number, string>> = {}): string[] => {
  const born = String(day).padStart(2, '0');
  const row = [
    String(day),
    `Contoh Terdaftar ${'ABCDEFGHIJ'.charAt(day)}`,
    `631106${born}07809999`,
    `Balang, ${born}-07-1980`,
    'L',
    'SMA',
    'Kawin',
    `08135555000${born.charAt(1)}`,
    'Anggota',
    'Pengamanan',
    'Balang',
  ];
  return row.map((cell, at) => more[at] ?? cell);
};

/** A file of the office with such a list, numbers of people kept as text. */
export const listOf = (story: Story, name: string, rows: readonly (readonly string[])[]): Promise<string> =>
  fileOf(story, name, {
    Anggota: [['DAFTAR ANGGOTA LINMAS'], HEADERS, ...rows].map((row) =>
      row.map((cell) => (/^\d{10,}$/.test(cell) ? `'${cell}` : cell)),
    ),
  });

export const ALL_BELUM = 'Kosong Terdaftar di SIM Linmas? = Belum';

/** What an import of three members leaves, whenever it came to its end; in words what is wrong with it. */
function wrongIn(story: Story): string[] {
  const rows = recordsIn(story, 'Register', 'Anggota Linmas').filter((row) => row['Keadaan'] !== '');
  const sent = (['balang', 'other'] as const).map(
    (village) => story.form(village, 'members').responses.length,
  );
  const decided = story
    .records('Keputusan', ['Keputusan'])
    .filter((row) => row['Keputusan'] === 'Impor anggota')
    .map((row) => row['Nomor']);
  const waiting = story.rows('Antrean Tinjau').flat().join();
  const found = {
    members: rows.map((row) => `${row['NIK'] ?? ''} ${row['Keadaan'] ?? ''}`).sort(),
    sent,
    decided: [decided.length, new Set(decided).size],
    answer: story.rows('Perintah')[1]?.[11],
    waits: waiting.includes('Anggota Linmas'),
    left: story.rows('Log').filter((row) => row[2] === 'Impor anggota').length,
    slices: (story.workspace.store.get('project', story.master.projectId)?.triggers ?? []).filter(
      (one) => one.handler === 'takeNextSlice',
    ).length,
  };
  const accepted = (day: number): string => `${listed(day)[2] ?? ''} ✓ Diterima (dari impor)`;
  const wanted = {
    members: [1, 2, 3].map(accepted),
    sent: [2, 1],
    decided: [3, 3],
    answer: expect.stringContaining('✓ 3 anggota Linmas diimpor untuk 2 desa/kelurahan.') as unknown,
    waits: false,
    left: 1,
    slices: 0,
  };
  try {
    expect(found).toEqual(wanted);
    return [];
  } catch {
    return [JSON.stringify(found)];
  }
}

/** Orders two members of one village and one of another as the Kasi and interrupts what the tick begins. */
export async function crashMemberImport(story: Story, pick?: CrashTrial['pick']): Promise<Tried> {
  const other = story.rows('Desa').find((row) => row.includes('63.11.06.2006'))?.[1] ?? '';
  const link = await listOf(story, 'Daftar Linmas', [listed(1), listed(2), listed(3, { 10: other })]);
  const columns = story.rows('Perintah')[0] ?? [];
  const type = (title: string, text: string) =>
    story.type('Perintah', 2, columns.indexOf(title) + 1, text, KASI);
  await type('Perintah', 'Impor anggota Linmas');
  await type('Alasan', `${link} Pilihan: ${ALL_BELUM}`);
  return crashEverywhere(story.workspace, {
    act: () => actsOf(story, { acts: [() => type('Jalankan', 'TRUE')] }),
    heal: () => story.advance('PT2H'),
    check: () => wrongIn(story),
    ...(pick ? { pick } : {}),
  });
}

/** Sends more members of one village than a round takes, and as many as an execution has no time for. */
export async function manyMembers(story: Story, count: number): Promise<string> {
  const nik = (at: number): string =>
    `6311060107${String(50 + Math.floor(at / 90))}${String(9000 + (at % 90))}`;
  const rows = Array.from({ length: count }, (_unused, at) =>
    listed(1, { 2: nik(at), 3: `Balang, 01-07-19${String(50 + Math.floor(at / 90))}` }),
  );
  const link = await listOf(story, 'Daftar panjang', rows);
  return `${link} Pilihan: ${ALL_BELUM}`;
}
