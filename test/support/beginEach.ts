import type { Snapshot } from '../../local/host/api';
import type { Story } from './story';

/** Plays a story once for a file; every test begins where it stands then, without faults. */
export function beginEach(play: () => Promise<Story>): void {
  let story: Story;
  let begin: Snapshot;
  beforeAll(async () => {
    story = await play();
    begin = story.workspace.snapshot();
  }, 120_000);
  beforeEach(() => {
    story.workspace.faults.clear();
    story.workspace.restore(begin);
  });
}
