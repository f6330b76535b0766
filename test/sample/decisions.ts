import type { Workspace } from '../../local/host/api';
import { formatPeriod } from '../../src/core/dates';
import { addMonths } from '../../src/core/place';
import { TAB } from '../../src/core/tabs/names';
import type { Lead } from './acts';
import type { Cast } from './cast';
import type { Master } from './install';
import type { Happening } from './play';
import { CORRECTED, RETURNED } from './scenario';
import { grid, header, tab, type } from './sheet';

/** What `Antrean Tinjau` calls the report that goes all the courses. */
const LEADING: Readonly<Record<Lead, string>> = { population: 'Kependudukan', readiness: 'Rekap Linmas' };

/** The Kasi at the keyboard, with his own rights only. */
class Kasi {
  constructor(
    private readonly workspace: Workspace,
    private readonly master: Master,
    private readonly address: string,
  ) {}

  /** Chooses the same action for all rows of `Antrean Tinjau` that are meant, pasted in one go; the reason first. */
  async choose(
    meant: (row: Readonly<Record<string, string>>) => boolean,
    action: string,
    reason = '',
  ): Promise<void> {
    const at = tab(this.workspace, this.master.fileId, TAB.queue);
    const { row: top, columns } = header(at, ['Tindakan', 'Alasan']);
    const lines = grid(at);
    const titles = lines[top - 1] ?? [];
    const rows = lines.flatMap((line, index) => {
      const cells = Object.fromEntries(titles.map((title, column) => [title, line[column] ?? '']));
      return index >= top && line[0] !== '' && meant(cells) ? [index + 1] : [];
    });
    const [first, last] = [rows[0], rows[rows.length - 1]];
    if (first === undefined || last === undefined) throw new Error(`Nothing waits for ${action}.`);
    const paste = (title: string, text: string): Promise<unknown> => {
      const cells = Array.from({ length: last - first + 1 }, (_, n) => [
        rows.includes(first + n) ? text : '',
      ]);
      return type(this.workspace, at, { row: first, column: columns[title] ?? 1 }, cells, this.address);
    };
    if (reason !== '') await paste('Alasan', reason);
    await paste('Tindakan', action);
  }

  /** Fills the next row of `Perintah` and ticks it. */
  async order(fields: Readonly<Record<string, string>>): Promise<void> {
    const at = tab(this.workspace, this.master.fileId, TAB.commands);
    const { row: top, columns } = header(at, ['Perintah', 'Jalankan', ...Object.keys(fields)]);
    const used = grid(at).filter((line, index) => index >= top && (line[0] ?? '') !== '').length;
    const row = top + used + 1;
    for (const [title, text] of Object.entries(fields))
      await type(this.workspace, at, { row, column: columns[title] ?? 1 }, text, this.address);
    await type(this.workspace, at, { row, column: columns['Jalankan'] ?? 1 }, 'TRUE', this.address);
  }
}

/** What the Kasi decides in the sample: most of what waits is approved, the odd ones are looked at. */
export function decisions(
  workspace: Workspace,
  master: Master,
  people: Cast,
  lead: Lead,
): readonly Happening[] {
  const leading = LEADING[lead];
  const kasi = new Kasi(workspace, master, people.kasi.email);
  const nameOf = (place: number): string => people.villages[place]?.name ?? '';
  const titleOf = (place: number): string =>
    `${people.villages[place]?.kind === 'desa' ? 'Desa' : 'Kelurahan'} ${nameOf(place)}`;
  const early = people.villages.slice(0, 10).map((village) => village.name);
  const [july = '', august = '', september = ''] = people.periods;
  const day = (period: string, at: string): string => `${addMonths(period, 1)}-${at}`;
  const isOf = (
    row: Readonly<Record<string, string>>,
    place: number,
    report: string,
    period: string,
  ): boolean =>
    row['Desa/Kelurahan'] === nameOf(place) &&
    row['Laporan'] === report &&
    row['Bulan'] === formatPeriod(period);
  const approve = (period: string) => (): Promise<void> =>
    kasi.choose(
      (row) =>
        early.includes(row['Desa/Kelurahan'] ?? '') &&
        row['Bulan'] === formatPeriod(period) &&
        row['Laporan'] === leading &&
        (row['Keadaan'] ?? '').startsWith('✓ Diterima'),
      'Setujui',
    );
  return [
    {
      at: day(july, '06T09:20'),
      run: () =>
        kasi.choose(
          (row) => isOf(row, 14, leading, july) && row['Keadaan']?.includes('Ditahan') === true,
          'Lepas',
        ),
    },
    { at: day(july, '06T09:30'), run: approve(july) },
    {
      at: day(july, '06T09:40'),
      run: () =>
        kasi.choose(
          (row) => isOf(row, RETURNED.village, 'Rekap Linmas', july),
          'Kembalikan',
          RETURNED.reason,
        ),
    },
    {
      at: day(july, '25T09:30'),
      run: () =>
        kasi.order({
          Perintah: 'Buka kunci',
          Desa: titleOf(15),
          Bulan: formatPeriod(july),
          Alasan: 'Operator sakit; laporannya sudah ada di kantor desa.',
          Sampai: '31/08/2026',
        }),
    },
    {
      at: day(august, '02T10:00'),
      run: () =>
        kasi.choose(
          (row) =>
            isOf(row, 4, leading, august) && row['Keadaan']?.includes('pengirim tidak dikenal') === true,
          'Tolak',
          'Dikirim oleh orang yang bukan petugas; laporan dari desa sendiri kami tunggu.',
        ),
    },
    { at: day(august, '09T09:30'), run: approve(august) },
    ...(lead === 'population'
      ? [
          {
            at: `${september}-28T10:00`,
            run: () =>
              kasi.order({
                Perintah: 'Koreksi saldo',
                Desa: titleOf(CORRECTED.village),
                Bulan: formatPeriod(september),
                Alasan: CORRECTED.reason,
                'WNI L': String(CORRECTED.male),
              }),
          },
        ]
      : []),
  ];
}
