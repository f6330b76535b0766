import type { DocNode, DocumentState } from '../../state/document';
import type { Runtime } from '../runtime';
import { GoogleError } from '../served';

/** The open document that an element belongs to. */
export interface Doc {
  readonly runtime: Runtime;
  readonly state: DocumentState;
  /** Set by `saveAndClose`: the object may not be used on. */
  closed: boolean;
}

/** Google's refusal of an element that stands somewhere already. */
const ATTACHED = 'Element must be detached.';
const LAST_PARAGRAPH = "Can't remove the last paragraph in a document section.";
const SECTIONS = new Set(['BODY_SECTION', 'HEADER_SECTION', 'FOOTER_SECTION', 'TABLE_CELL']);

/** Body, header and footer, as far as they are there. */
export function sections({ state }: Doc): DocNode[] {
  return [state.body, state.header, state.footer].filter((node) => node !== undefined);
}

/** The node that holds this one; undefined for a section and for what was copied or removed. */
export function parentIn(root: DocNode, node: DocNode): DocNode | undefined {
  for (const child of root.children ?? []) {
    if (child === node) return root;
    const found = parentIn(child, node);
    if (found) return found;
  }
  return undefined;
}

export function parentOf(doc: Doc, node: DocNode): DocNode | undefined {
  for (const section of sections(doc)) {
    const found = parentIn(section, node);
    if (found) return found;
  }
  return undefined;
}

/** Throws where the run may not write the document, or it is closed. */
export function requireWrite(doc: Doc): void {
  if (doc.closed) throw new GoogleError('Document is closed, its contents cannot be changed.');
  if (!doc.runtime.may('write', doc.state.id)) throw new GoogleError('Action not allowed');
}

/** Writes through one door: the right to write, the change, the journal, the time of the file. */
export function change<T>(doc: Doc, edit: () => T): T {
  requireWrite(doc);
  const made = edit();
  const { runtime, state } = doc;
  runtime.store.touch('document', state.id);
  const file = runtime.store.get('file', state.id);
  if (file && file.updated !== runtime.now()) {
    file.updated = runtime.now();
    runtime.store.touch('file', file.id);
  }
  return made;
}

/** Puts a detached node among a parent's children; `at` undefined = at the end. */
export function insert(doc: Doc, parent: DocNode, node: DocNode, at?: number): void {
  if (parentOf(doc, node)) throw new GoogleError(ATTACHED);
  const children = (parent.children ??= []);
  const place = at ?? children.length;
  if (place < 0 || place > children.length) throw outOfRange(at ?? place);
  change(doc, () => children.splice(place, 0, node));
}

/** Takes a node out; a section keeps one paragraph, and it is its last element. */
export function remove(doc: Doc, node: DocNode): void {
  const parent = parentOf(doc, node);
  const children = parent?.children;
  if (!parent || !children) throw new GoogleError('Element does not have a parent.');
  const isLast = children[children.length - 1] === node;
  if (SECTIONS.has(parent.type) && isLast && children.length === 1) throw new GoogleError(LAST_PARAGRAPH);
  change(doc, () => children.splice(children.indexOf(node), 1));
}

export function outOfRange(index: number): GoogleError {
  return new GoogleError(
    `Child index (${index}) must be greater than or equal to zero and less than the number of child elements.`,
  );
}

/** Every node under this one in reading order, itself first. */
export function* walk(node: DocNode): Generator<DocNode> {
  yield node;
  for (const child of node.children ?? []) yield* walk(child);
}

/** All nodes of the given types under this one, itself not. */
export function under(node: DocNode, ...types: string[]): DocNode[] {
  return [...walk(node)].filter((each) => each !== node && types.includes(each.type));
}

export const copyOf = (node: DocNode): DocNode => JSON.parse(JSON.stringify(node)) as DocNode;

/** A paragraph of that text; line breaks stay within it. */
export function paragraphOf(text: string, type = 'PARAGRAPH'): DocNode {
  return { type, children: text === '' ? [] : [{ type: 'TEXT', runs: [{ text }] }] };
}

export function cellOf(text: string): DocNode {
  return { type: 'TABLE_CELL', children: text.split('\n').map((line) => paragraphOf(line)) };
}

export function rowOf(texts: readonly string[]): DocNode {
  return { type: 'TABLE_ROW', children: texts.map(cellOf) };
}

export function tableOf(cells: readonly (readonly string[])[]): DocNode {
  return { type: 'TABLE', children: cells.map(rowOf) };
}
