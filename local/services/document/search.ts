import type { DocNode } from '../../state/document';
import { GoogleError } from '../served';
import { splice, textOf } from './runs';
import { change, walk, type Doc } from './tree';

/**
 * A search pattern of DocumentApp: RE2 without groups that capture (reference, ContainerElement.findText). Flags
 * that RE2 writes inside, `(?i)` and `(?s)`, are taken over; a wrong pattern fails in Google's words.
 */
export function patternOf(text: string): RegExp {
  const [, flags = '', rest = text] = /^\(\?([imsU]+)\)([\s\S]*)$/.exec(text) ?? [];
  try {
    return new RegExp(rest.replace(/\(\?P</g, '(?<'), `g${flags.replace(/U/g, '')}`);
  } catch {
    throw new GoogleError(`Invalid regular expression pattern ${text}`);
  }
}

export interface Found {
  node: DocNode;
  start: number;
  /** Of the last letter. */
  end: number;
}

/** The first match under `root`, or the first after `from`. Matches do not reach over elements. */
export function findText(root: DocNode, pattern: string, from?: Found): Found | undefined {
  const search = patternOf(pattern);
  let reached = from === undefined;
  for (const node of walk(root)) {
    if (node.type !== 'TEXT') continue;
    if (!reached && node !== from?.node) continue;
    search.lastIndex = node === from?.node ? from.end + 1 : 0;
    reached = true;
    const match = search.exec(textOf(node));
    if (match && match[0] !== '') return { node, start: match.index, end: match.index + match[0].length - 1 };
  }
  return undefined;
}

/** Replaces every match; the new text takes the style of the first letter it stands for, `$` means itself. */
export function replaceText(doc: Doc, root: DocNode, pattern: string, replacement: string): void {
  const search = patternOf(pattern);
  change(doc, () => {
    for (const node of walk(root)) {
      if (node.type !== 'TEXT') continue;
      const matches = [...textOf(node).matchAll(search)].filter((match) => match[0] !== '');
      for (const match of matches.reverse()) {
        splice(node, match.index, match.index + match[0].length, replacement);
      }
    }
  });
}
