import type { Snapshot } from '../../local/host/api';
import { endState, linesApart, type EndState } from '../support/endState';
import { openStory, type Story } from '../support/story';
import { beforeWeek, playWeek, SUBMISSIONS } from '../support/weekPlayed';

jest.setTimeout(300_000);

let story: Story;
let start: Snapshot;
let wanted: EndState;

/**
 * Messages depend on when an answer is read (one that is corrected before is never complained about), and so do
 * the properties that count them; `Log` tells what runs did.
 */
const tabs = (): EndState =>
  endState(story, {
    without: ['Surat dan Surel', 'Kirim WA', 'Log'],
    honest: (line) => (line.startsWith('property surat') ? '' : line),
  });

const keysTwice = ({ outbox }: EndState): string[] =>
  outbox.map((row) => row.key).filter((key, at, all) => all.indexOf(key) !== at);

beforeAll(async () => {
  story = await openStory();
  await beforeWeek(story);
  start = story.workspace.snapshot();
  await playWeek(story, 'normal');
  wanted = tabs();
});

test('the week is what it says', () => {
  expect(SUBMISSIONS).toBeGreaterThanOrEqual(20);
  const states = story.rows('Riwayat').join('\n');
  for (const word of [
    'Perlu Perbaikan',
    'Diterima',
    'Disetujui',
    'Dikembalikan',
    'Menunggu Pembukaan Kunci',
    'menunggu bulan sebelumnya',
  ])
    expect(states).toContain(word);
});

describe.each(['normal', 'lost', 'twice', 'blank', 'late', 'shuffled'] as const)('events %s', (manner) => {
  test('the same tabs after the night, each message once; the same again by Bangun ulang', async () => {
    story.workspace.restore(start);
    await playWeek(story, manner);
    const got = tabs();
    expect(linesApart(wanted.lines, got.lines)).toEqual([]);
    expect(keysTwice(got)).toEqual([]);
    expect((await story.command('rebuild')).done).toBe(true);
    expect(linesApart(got.lines, tabs().lines)).toEqual([]);
  });
});
