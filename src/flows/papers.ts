import { lettersOf, PAPERS, type Filling, type TemplateLine } from '../core/letters/paper';
import { createDocument, fillDocument, writeDocument } from '../google/documents';
import { ensureCopy, ensureFolder, ensureMade, fileExists, type Entry } from '../google/files';
import type { Desk } from './desk';
import { readRegistry, writeFacts, type PaperKind } from './registry';

/** A template: its name in the kecamatan's folder and what it says until somebody edits it. */
export interface Template {
  readonly kind: PaperKind;
  readonly name: string;
  readonly lines: readonly TemplateLine[];
}

/** Folder of the letters and documents, beside `Rekap`. */
const FOLDER = 'Surat';

/** `Surat/<year>`. */
export function papersFolder(desk: Desk, year: string): Entry {
  return ensureFolder(ensureFolder(desk.registry.facts.folder, FOLDER).id, year);
}

/**
 * The template's file, made once in the kecamatan's folder; where somebody threw it away it is made anew. Gives its id.
 */
export function ensureTemplate(desk: Desk, template: Template): string {
  const known = desk.registry.facts.papers?.[template.kind] ?? '';
  if (fileExists(known)) return known;
  // What another template of this run wrote stays.
  const { facts, base } = readRegistry(desk.master);
  const { id } = writePaper(desk, template.name, facts.folder, template.lines);
  writeFacts(desk.master, base, { ...facts, papers: { ...facts.papers, [template.kind]: id } });
  return id;
}

const sizeOf = ({ settings }: Desk): (typeof PAPERS)['F4'] => PAPERS[lettersOf(settings).paper];

/** The document `name` in the folder with these paragraphs; one that is there already stays. */
export function writePaper(desk: Desk, name: string, folder: string, lines: readonly TemplateLine[]): Entry {
  const passing = `Sedang dibuat ${name} ${desk.master.id}`;
  return ensureMade(folder, name, passing, createDocument, (id) => {
    writeDocument(id, lines, sizeOf(desk));
  });
}

/** The document `name` in the folder, a copy of the template with its places filled; one that is there already stays. */
export function makePaper(
  desk: Desk,
  templateId: string,
  name: string,
  folder: string,
  filling: Filling,
): Entry {
  const copy = ensureCopy(templateId, name, folder);
  fillDocument(copy.id, filling, sizeOf(desk));
  return copy;
}
