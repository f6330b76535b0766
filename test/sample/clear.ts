import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';

/**
 * Removes a workspace from the disk, if the person agrees; true where nothing is left of it. Throws for a folder that
 * is no workspace: a mistyped `--data` must not cost anybody's files.
 */
export async function clear(
  directory: string,
  agree: (question: string) => Promise<boolean>,
): Promise<boolean> {
  if (!existsSync(directory)) return true;
  if (!existsSync(path.join(directory, 'state')))
    throw new Error(
      `--bersihkan: ${directory} bukan folder workspace (tidak berisi folder state). Tidak ada yang dihapus.`,
    );
  if (!(await agree(`Hapus semua isi ${directory} dan mulai dari awal?`))) return false;
  rmSync(directory, { recursive: true });
  return true;
}
