/** Which fields are wanted of an object; an empty selection below a name = all that it holds. */
interface Selection {
  readonly [name: string]: Selection;
}

/** `permissions(id,role),kind` or `permissions/id` as a selection; undefined where it cannot be read. */
function selectionOf(text: string): Selection | undefined {
  const tokens = text.replace(/\s+/g, '').match(/[\w*]+|[(),/]|./g) ?? [];
  let at = 0;
  const list = (): Selection | undefined => {
    let all: Selection = {};
    for (;;) {
      const name = tokens[at] ?? '';
      if (!/^[\w*]+$/.test(name)) return undefined;
      at += 1;
      const below = under();
      if (below === undefined) return undefined;
      all = { ...all, [name]: { ...all[name], ...below } };
      if (tokens[at] !== ',') return all;
      at += 1;
    }
  };
  const under = (): Selection | undefined => {
    if (tokens[at] === '/') {
      const name = tokens[at + 1] ?? '';
      if (!/^[\w*]+$/.test(name)) return undefined;
      at += 2;
      const below = under();
      return below === undefined ? undefined : { [name]: below };
    }
    if (tokens[at] !== '(') return {};
    at += 1;
    const below = list();
    if (below === undefined || tokens[at] !== ')') return undefined;
    at += 1;
    return below;
  };
  const all = list();
  return at === tokens.length ? all : undefined;
}

function picked(value: unknown, selection: Selection): unknown {
  if (Array.isArray(value)) return value.map((each: unknown) => picked(each, selection));
  if (Object.keys(selection).length === 0 || typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, each]) => {
      const below = selection[name] ?? selection['*'];
      return below === undefined ? [] : [[name, picked(each, below)]];
    }),
  );
}

/**
 * The part of an answer that a call asked for by `fields` (guide *Return specific fields* of the Drive API);
 * undefined where `fields` cannot be read.
 */
export function partOf<T extends object>(answer: T, fields: string): T | undefined {
  const selection = selectionOf(fields);
  return selection === undefined ? undefined : (picked(answer, selection) as T);
}
