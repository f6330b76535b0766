/** The isolate's own tables: which object stands for what on the host. */
export interface IsolateValues {
  /** Marks an object as the stub of a served one; no script can see or make the mark. */
  mark(object: object, id: number): void;
  /** The served object's number; undefined = no stub. */
  idOf(object: object): number | undefined;
  services: WeakMap<object, string>;
  constants: WeakMap<object, { $e: string; $k: string }>;
  /** Script value → message. */
  encode(value: unknown): unknown;
  /** Message → script value, born in this realm: nothing of the host's own objects gets through. */
  decode(value: unknown): unknown;
  /** Set by the stubs: object of a class, constant of an enum. */
  object(id: number, gas: string): object;
  constant(name: string, key: string): object;
}

type Plain = Record<string, unknown>;

/**
 * Born inside the context as text, so it may use nothing but its parameters and the language's globals.
 * Objects with keys that begin with `$` travel as `{$v: [[key, value]…]}` and cannot pose as references.
 */
export function bootValues(): IsolateValues {
  const objectTag = Object.prototype.toString;
  const isDate = (value: object): boolean => objectTag.call(value) === '[object Date]';
  const flat = (value: unknown): boolean =>
    value === null || (typeof value !== 'object' && typeof value !== 'function' && typeof value !== 'symbol');
  const encodeObject = (value: Plain): Plain => {
    const keys = Object.keys(value);
    if (keys.some((key) => key.charCodeAt(0) === 36)) {
      return { $v: keys.map((key) => [key, values.encode(value[key])]) };
    }
    const out: Plain = {};
    for (const key of keys) out[key] = values.encode(value[key]);
    return out;
  };
  // A private field can be put on an object that somebody else made: faster than a WeakMap, and as secret.
  class Same {
    constructor(object: object) {
      return object;
    }
  }
  class Handle extends Same {
    #id: number;
    constructor(object: object, id: number) {
      super(object);
      this.#id = id;
    }
    static idOf(object: object): number | undefined {
      return #id in object ? object.#id : undefined;
    }
  }
  const values: IsolateValues = {
    mark: (object, id) => void new Handle(object, id),
    idOf: (object) => Handle.idOf(object),
    services: new WeakMap(),
    constants: new WeakMap(),
    object: () => ({}),
    constant: () => ({}),
    encode(value) {
      if (typeof value === 'function') return { $f: 'function' };
      if (typeof value === 'symbol') return { $f: 'symbol' };
      if (value === null || typeof value !== 'object' || isDate(value)) return value;
      const id = values.idOf(value);
      if (id !== undefined) return { $h: id };
      const constant = values.constants.get(value);
      if (constant) return constant;
      const service = values.services.get(value);
      if (service !== undefined) return { $s: service };
      if (Array.isArray(value)) {
        const plain = value.every((each) => flat(each));
        return plain ? value : value.map((each) => values.encode(each));
      }
      if (ArrayBuffer.isView(value)) return value;
      if (objectTag.call(value) === '[object RegExp]') return { $f: 'RegExp' };
      return encodeObject(value as Plain);
    },
    decode(value) {
      if (value === null || typeof value !== 'object') return value;
      if (Array.isArray(value)) {
        const size = value.length;
        // Of its final size from the beginning: of half a million bytes that is three times as quick as growing.
        const made: unknown[] = new Array(size);
        for (let at = 0; at < size; at += 1) {
          const each: unknown = value[at];
          made[at] = each !== null && typeof each === 'object' ? values.decode(each) : each;
        }
        return made;
      }
      if (isDate(value)) return new Date((value as Date).getTime());
      if (ArrayBuffer.isView(value)) return Array.from(value as Int8Array);
      const record = value as Plain;
      if (typeof record.$h === 'number') return values.object(record.$h, String(record.$c));
      if (typeof record.$e === 'string') return values.constant(record.$e, String(record.$k));
      const pairs = Array.isArray(record.$v) ? (record.$v as [string, unknown][]) : Object.entries(record);
      const made: Plain = {};
      for (const [key, each] of pairs) made[key] = values.decode(each);
      return made;
    },
  };
  return values;
}
