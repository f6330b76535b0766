import { gas, keyOf } from '../boundary';
import { Served } from '../served';

/** Plain data of a card or a part of it: what the web page draws. Buttons, sections and so on nest. */
export type CardData = { [key: string]: CardValue };
export type CardValue = string | number | boolean | CardData | CardValue[];

/** A part of a card: a heap of named settings. `G` is Google's interface, which setters hand back. */
export abstract class CardPart<G> extends Served {
  /** JSON data; `kind` names the part. */
  readonly data: CardData = {};

  protected readonly put = (key: string, value: unknown): G => {
    this.data[key] = plain(value);
    return gas<G>(this);
  };

  protected readonly push = (key: string, value: unknown): G => {
    const list = this.data[key];
    const item = plain(value);
    this.data[key] = Array.isArray(list) ? [...list, item] : [item];
    return gas<G>(this);
  };
}

/** A setting as data: parts become their data, enum constants their key, everything else itself. */
function plain(value: unknown): CardValue {
  if (value instanceof CardPart) return { ...(value.data as CardData) };
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  const key = keyOf(value);
  if (key !== '') return key;
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, plain(part)]));
  }
  return '';
}

/** Data of whatever a card function gave back: a card, several, or a response; undefined when it is none of these. */
export function cardData(value: unknown): CardData[] | undefined {
  const list: unknown[] = Array.isArray(value) ? value : [value];
  const parts = list.filter((part): part is CardPart<unknown> => part instanceof CardPart);
  return parts.length > 0 && parts.length === list.length ? parts.map((part) => part.data) : undefined;
}
