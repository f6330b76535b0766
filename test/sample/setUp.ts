import type { Workspace } from '../../local/host/api';
import type { MenuEntry } from '../../local/services/runtime';
import { mustComplete, type Master } from './install';

/** What a slice of set-up tells its dialog; see src/flows/steps. */
interface Told {
  finished: boolean;
  stopped: boolean;
  done: number;
  total: number;
  message: string;
  problems: readonly string[];
}

const CAPTION = { prepare: 'Siapkan pengaturan…', install: 'Pasang…' } as const;

/** Ways to an item through menus and submenus. */
export function pathTo(entries: readonly MenuEntry[], caption: string): string[][] {
  return entries.flatMap((entry) =>
    entry.caption === caption
      ? [[caption]]
      : pathTo(entry.items ?? [], caption).map((way) => [entry.caption, ...way]),
  );
}

/**
 * Clicks one of the two set-up steps in the menu and stays at its dialog until it says that it is done, as the
 * owner does. Throws what the dialog says when it stops.
 */
export async function clickThrough(
  workspace: Workspace,
  master: Master,
  step: keyof typeof CAPTION,
  person: string,
  progress: (done: number, total: number, words: string) => void = () => undefined,
  choice: { subdistrict?: string; profile?: string } = {},
): Promise<void> {
  const opened = await workspace.openFile({ fileId: master.fileId, person });
  const [path] = opened.menus.flatMap((menu) =>
    pathTo(menu.items, CAPTION[step]).map((way) => [menu.caption, ...way]),
  );
  if (path === undefined) throw new Error(`No menu offers "${CAPTION[step]}".`);
  mustComplete(await workspace.clickMenu({ fileId: master.fileId, person, path }));
  const call = async (functionName: string, args: unknown[]): Promise<Told> =>
    mustComplete(await workspace.callFromPage({ projectId: master.projectId, functionName, args, person }))
      .result as Told;
  let told = await call('pageStartSetUp', [step, choice]);
  while (!told.finished) {
    if (told.stopped) throw new Error([told.message, ...told.problems].join('\n'));
    progress(told.done, told.total, told.message);
    told = await call('pageContinueSetUp', []);
  }
  progress(told.total, told.total, told.message);
}
