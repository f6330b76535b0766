import type { DocNode } from '../../state/document';
import { GoogleError } from '../served';
import type { Element } from './element';
import type { Doc } from './tree';

type Make = (doc: Doc, node: DocNode) => Element;
const makers = new Map<string, Make>();

/** Says which class stands for elements of a type: the classes know each other only through this table. */
export function register(type: string, make: Make): void {
  makers.set(type, make);
}

/** The object that a script gets for a node. */
export function wrap(doc: Doc, node: DocNode): Element {
  const make = makers.get(node.type);
  if (!make) throw new GoogleError(`Document element ${node.type} is not supported by the local workspace`);
  return make(doc, node);
}
