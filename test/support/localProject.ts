import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OpenOptions } from '../../local/host/api';
import { LocalWorkspace } from '../../local/host/workspace';
import { newSpreadsheet } from '../../local/services/spreadsheet/newSpreadsheet';

const folders: string[] = [];
const opened: LocalWorkspace[] = [];

/** A fresh folder on the real disk; `cleanUp` removes it. */
export function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'local-workspace-'));
  folders.push(folder);
  return folder;
}

/** A project on disk: one script file, further files by name, the manifest with changes. */
export function projectFolder(
  code: string,
  given: { manifest?: Record<string, unknown>; files?: Record<string, string> } = {},
): string {
  const folder = freshFolder();
  const manifest = { timeZone: 'Asia/Makassar', runtimeVersion: 'V8', ...given.manifest };
  const files = { 'Code.js': code, 'appsscript.json': JSON.stringify(manifest), ...given.files };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

export const OWNER = 'kantor@contoh.id';
export const KASI = 'kasi@contoh.id';

/** A workspace of two people at eight in the morning (WITA), watched for forgotten touches; `cleanUp` closes it. */
export function openWorkspace(options: OpenOptions = {}): LocalWorkspace {
  const workspace = LocalWorkspace.open({
    now: '2026-08-06T08:00:00+08:00',
    zone: 'Asia/Makassar',
    people: { owner: OWNER, others: [KASI] },
    checkTouches: true,
    ...options,
  });
  opened.push(workspace);
  return workspace;
}

export interface Bound {
  workspace: LocalWorkspace;
  projectId: string;
  /** The spreadsheet that the project is bound to. */
  fileId: string;
}

/** A workspace with a project bound to a fresh spreadsheet, both the owner's. */
export function openBound(
  code: string,
  given: Parameters<typeof projectFolder>[1] & { options?: OpenOptions } = {},
): Bound {
  const workspace = openWorkspace(given.options);
  const runtime = workspace.runtimeFor(OWNER);
  const book = newSpreadsheet(runtime, { name: 'Induk' });
  const projectId = workspace.addProject({ directory: projectFolder(code, given), containerId: book.id });
  return { workspace, projectId, fileId: book.id };
}

export async function cleanUp(): Promise<void> {
  await Promise.all(opened.splice(0).map((workspace) => workspace.close()));
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}
