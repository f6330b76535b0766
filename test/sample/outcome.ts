import type { Workspace } from '../../local/host/api';
import { TAB } from '../../src/core/tabs/names';
import type { Compared } from './compare';
import type { Master } from './install';
import type { Played } from './play';
import { grid, header, tab } from './sheet';

/** How many of each, most first. */
export function tally(words: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}

/** The words of one column of a tab, below its header. */
export function column(workspace: Workspace, master: Master, name: string, title: string): string[] {
  const at = tab(workspace, master.fileId, name);
  const head = header(at, [title]);
  const index = (head.columns[title] ?? 1) - 1;
  return grid(at)
    .slice(head.row)
    .map((line) => line[index] ?? '')
    .filter((word) => word !== '');
}

/** What came in and what was done with it: rows of a short table. */
export function outcome(
  workspace: Workspace,
  master: Master,
  played: Played,
  compared: Compared,
): string[][] {
  const mails = workspace.store.get('mailbox', 'mail')?.messages ?? [];
  const failed = workspace.executions.filter((record) => record.status !== 'completed').length;
  return [
    ['Laporan', ''],
    ['  dikirim lewat formulir', String(played.sent)],
    ['  dihentikan oleh formulir', String(played.refused.length)],
    ...tally(column(workspace, master, TAB.history, 'Keadaan')).map(([word, count]) => [
      `  ${word}`,
      String(count),
    ]),
    ['Keputusan Kasi', ''],
    ...tally(
      column(workspace, master, TAB.decisions, 'Keputusan').filter((word) => word !== 'Pengaturan'),
    ).map(([word, count]) => [`  ${word}`, String(count)]),
    ['Menunggu di Antrean Tinjau', String(column(workspace, master, TAB.queue, 'Nomor laporan').length)],
    // A programme without population reports has no closings.
    ...(compared.of === 0
      ? []
      : [
          [
            'Penduduk akhir bulan, sama dengan yang sebenarnya',
            `${String(compared.same)} dari ${String(compared.of)} bulan desa/kelurahan`,
          ],
        ]),
    ['Email terkirim', String(mails.filter((mail) => !mail.draft).length)],
    ['Pesan siap di Kirim WA', String(column(workspace, master, TAB.whatsapp, 'Nama').length)],
    ['Eksekusi yang gagal', String(failed)],
  ];
}
