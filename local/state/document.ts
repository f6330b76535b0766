/** A text document. Its elements are a tree of plain nodes under the body and, where there are, header and footer. */
export interface DocumentState {
  id: string;
  body: DocNode;
  header?: DocNode;
  footer?: DocNode;
  /** Attributes that paragraphs of a heading take, by heading, where a script changed Google's defaults. */
  headings?: Record<string, DocAttributes>;
  language?: string;
}

/** Keys of Google's enum `DocumentApp.Attribute`; lengths in points, enum constants by their key, colors as `#rrggbb`. */
export type DocAttributes = Record<string, string | number | boolean>;

export interface DocNode {
  /** A key of `DocumentApp.ElementType`. */
  type: string;
  attributes?: DocAttributes;
  /** Of everything that holds other elements. */
  children?: DocNode[];
  /** Of TEXT: pieces of equal style, in order. */
  runs?: DocRun[];
  /** Of INLINE_IMAGE: base64, sizes in pixels. */
  image?: DocImage;
}

export interface DocRun {
  text: string;
  style?: DocAttributes;
}

export interface DocImage {
  content: string;
  contentType: string;
  name?: string;
  width: number;
  height: number;
  alt?: string;
  altTitle?: string;
}

/** A4 with margins of an inch, as a new document has it in Indonesia; points. */
export const NEW_PAGE: DocAttributes = {
  PAGE_WIDTH: 595.276,
  PAGE_HEIGHT: 841.89,
  MARGIN_TOP: 72,
  MARGIN_BOTTOM: 72,
  MARGIN_LEFT: 72,
  MARGIN_RIGHT: 72,
};

/** One blank paragraph: what a section holds at least. */
export const blankParagraph = (): DocNode => ({ type: 'PARAGRAPH', children: [] });

/** A document as Google makes it: one blank paragraph. */
export function newDocumentState(id: string): DocumentState {
  return {
    id,
    body: { type: 'BODY_SECTION', attributes: { ...NEW_PAGE }, children: [blankParagraph()] },
  };
}

/** All text of a node; paragraphs, rows and cells end with a line break between them, images count for nothing. */
export function textOfNode(node: DocNode): string {
  if (node.runs) return node.runs.map((run) => run.text).join('');
  const inLine = node.type === 'PARAGRAPH' || node.type === 'LIST_ITEM';
  return (node.children ?? []).map(textOfNode).join(inLine ? '' : '\n');
}
