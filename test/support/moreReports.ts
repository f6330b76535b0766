import { pasteRows } from '../sample/install';
import { differenceOf, storyState } from './storyState';
import { openStory, type Story } from './story';
import { OWNER, VILLAGES } from './threeVillages';

/**
 * An office with all report types of the first programme but those about persons, which `more` may add; Balang has
 * three RT, the other two villages none listed.
 */
export function openMoreReports(more: readonly string[] = []): Promise<Story> {
  return openStory({
    reportTypes: ['Kependudukan', 'Kegiatan', 'Rekap Linmas', 'Ekonomi', 'RT', 'Konsultasi', ...more],
    typing: (one) =>
      pasteRows(
        one.workspace,
        one.master,
        'neighbourhoods',
        ['village', 'rt'],
        [[VILLAGES.balang.code, '1-3']],
        OWNER,
      ),
  });
}

/** What an operator writes of one RT. */
export const line = (rt: number, more = 'KK 117, L 204, P 197'): string =>
  `RT ${String(rt)}: ${more}, lahir 0, meninggal 0, datang 0, pindah 0, ronda 4`;
export const THREE_RT = [line(1), line(2), line(3, 'KK 117, L 202, P 198')].join('\n');

export const shown = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.join(' | ')).join('\n');

/** State of the report that came last. */
export const lastState = (story: Story): string =>
  story.records('Riwayat', ['Keadaan']).at(-1)?.['Keadaan'] ?? '';

/** What `Kepatuhan` says of Balang, by report. */
export function complianceOf(story: Story): Record<string, string> {
  const rows = story.rows('Kepatuhan');
  const row = rows.find((cells) => cells[1] === 'Balang') ?? [];
  return Object.fromEntries(
    (rows[1] ?? []).flatMap((group, at) => (group === '' ? [] : [[group, row[at] ?? '']])),
  );
}

/** What *Bangun ulang* gives is what stands there. */
export async function rebuildsTheSame(story: Story): Promise<void> {
  const tabs = (): string[] =>
    storyState(story, false).filter((one) => !/\/(Log|Perintah)\/|^property /.test(one));
  const before = tabs();
  expect((await story.command('rebuild')).text).toContain('Bangun ulang selesai');
  expect(differenceOf(before, tabs())).toEqual([]);
}
