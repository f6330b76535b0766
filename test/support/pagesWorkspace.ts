import path from 'node:path';
import type { OpenOptions } from '../../local/host/api';
import { LocalWorkspace } from '../../local/host/workspace';
import { OWNER, pagesContent, pagesMail, RESPONDER } from './pagesContent';
import type { PagesContent } from './pagesContent';

/** A workspace with a spreadsheet, forms, mail and a small bound script, on 1 August 2026, 08.00 WITA. */
export function pagesWorkspace(
  options: OpenOptions = {},
): PagesContent & { workspace: LocalWorkspace; projectId: string } {
  const workspace = LocalWorkspace.open({
    now: '2026-08-01T08:00:00+08:00',
    zone: 'Asia/Makassar',
    people: { owner: OWNER, others: [RESPONDER] },
    switches: { language: 'id' },
    ...options,
  });
  const runtime = workspace.runtimeFor(OWNER);
  const content = pagesContent(runtime);
  pagesMail(runtime);
  const projectId = workspace.addProject({
    directory: path.join(process.cwd(), 'test', 'support', 'pagesProject'),
    containerId: content.spreadsheetId,
    name: 'Contoh',
  });
  return { ...content, workspace, projectId };
}
