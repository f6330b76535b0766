import type { DocNode } from '../../state/document';
import { Served } from '../served';
import type { Members } from '../spreadsheet/members';
import type { Element } from './element';
import type { Found } from './search';
import type { Doc } from './tree';
import { wrap } from './wrap';

type G = Members<GoogleAppsScript.Document.RangeElement>;

/** What a search found: an element, or some letters of a text. Offsets are -1 where it is the whole element. */
export class RangeElement extends Served implements Pick<G, keyof G> {
  static override readonly gas = 'Document.RangeElement';
  readonly place: Found;

  constructor(
    private readonly doc: Doc,
    node: DocNode,
    private readonly part?: Found,
  ) {
    super(doc.runtime);
    this.place = part ?? { node, start: -1, end: -1 };
  }
  getElement(): Element {
    return wrap(this.doc, this.place.node);
  }
  getStartOffset(): number {
    return this.place.start;
  }
  getEndOffsetInclusive(): number {
    return this.place.end;
  }
  isPartial(): boolean {
    return this.part !== undefined;
  }
}
