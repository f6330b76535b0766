import type { Snapshot } from '../../local/host/api';
import type { Story } from './story';

/**
 * Plays a story once for a file, or for a group of tests that goes on from there; every test begins where it stands
 * then, without faults. Gives what brings the story back there.
 */
export function beginEach(play: () => Promise<Story>): () => void {
  let story: Story;
  let begin: Snapshot;
  beforeAll(async () => {
    story = await play();
    begin = story.workspace.snapshot();
  }, 120_000);
  const restart = (): void => {
    story.workspace.faults.clear();
    story.workspace.restore(begin);
  };
  beforeEach(restart);
  return restart;
}
