import type { DocAttributes, DocNode, DocRun } from '../../state/document';

const same = (a: DocAttributes | undefined, b: DocAttributes | undefined): boolean =>
  JSON.stringify(Object.entries(a ?? {}).sort()) === JSON.stringify(Object.entries(b ?? {}).sort());

const runOf = (text: string, style: DocAttributes | undefined): DocRun =>
  style && Object.keys(style).length > 0 ? { text, style } : { text };

/** Joins neighbours of one style and drops empty pieces; a text without any letter keeps none. */
function tidy(runs: DocRun[]): DocRun[] {
  const made: DocRun[] = [];
  for (const run of runs) {
    const last = made[made.length - 1];
    if (run.text === '') continue;
    if (last && same(last.style, run.style)) made[made.length - 1] = runOf(last.text + run.text, run.style);
    else made.push(run);
  }
  return made;
}

/** The pieces from `start` up to, not with, `end`. */
function cut(runs: readonly DocRun[], start: number, end: number): DocRun[] {
  const made: DocRun[] = [];
  let at = 0;
  for (const { text, style } of runs) {
    const piece = text.slice(Math.max(0, start - at), Math.max(0, end - at));
    if (piece !== '') made.push(runOf(piece, style));
    at += text.length;
  }
  return made;
}

export const textOf = (node: DocNode): string => (node.runs ?? []).map((run) => run.text).join('');

/** The style of the letter at that offset; past the end, of the last letter. */
export function styleAt(node: DocNode, offset: number): DocAttributes {
  let at = 0;
  const runs = node.runs ?? [];
  for (const run of runs) {
    at += run.text.length;
    if (offset < at) return run.style ?? {};
  }
  return runs[runs.length - 1]?.style ?? {};
}

/** Replaces letters `start` up to `end` by text of that style (default: the style of the first replaced letter). */
export function splice(node: DocNode, start: number, end: number, text: string, style?: DocAttributes): void {
  const runs = node.runs ?? [];
  const own = style ?? styleAt(node, start);
  node.runs = tidy([...cut(runs, 0, start), runOf(text, own), ...cut(runs, end, Number.POSITIVE_INFINITY)]);
}

/** Changes the style of letters `start` up to `end`. */
export function restyle(
  node: DocNode,
  start: number,
  end: number,
  change: (style: DocAttributes) => void,
): void {
  const runs = node.runs ?? [];
  const styled = cut(runs, start, end).map(({ text, style }) => {
    const made = { ...style };
    change(made);
    return runOf(text, made);
  });
  node.runs = tidy([...cut(runs, 0, start), ...styled, ...cut(runs, end, Number.POSITIVE_INFINITY)]);
}

/** Offsets at which the style changes, 0 first (reference, Text.getTextAttributeIndices). */
export function indices(node: DocNode): number[] {
  const made: number[] = [];
  let at = 0;
  for (const run of node.runs ?? []) {
    made.push(at);
    at += run.text.length;
  }
  return made;
}
