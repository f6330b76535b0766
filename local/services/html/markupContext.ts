/** Where in a page some text stands, as far as escaping has to know. */
export type Context =
  | { kind: 'text' | 'tag' | 'comment' | 'style' }
  /** In the value of an attribute; `quote` '' = without quotes, `begun` = something of the value was printed. */
  | { kind: 'value'; name: string; quote: string; begun: boolean }
  /** In a script; `quote` '' = outside of any string, comments count as strings that end by themselves. */
  | { kind: 'script'; quote: string };

/** What prints a value safely in a context: names of functions that the compiled template begins with. */
export type Escape = '$esc' | '$js' | '$str' | '$url' | '$css';

const URLS = /^(href|src|action|formaction|cite|background|poster|data)$/i;

export function escapeFor(context: Context): Escape {
  if (context.kind === 'script') return context.quote === '' ? '$js' : '$str';
  if (context.kind === 'style') return '$css';
  if (context.kind !== 'value') return '$esc';
  if (/^on/i.test(context.name)) return '$str';
  return URLS.test(context.name) && !context.begun ? '$url' : '$esc';
}

/** The context after some static text. */
export function follow(start: Context, text: string): Context {
  let context = start;
  let at = 0;
  while (at < text.length) {
    const rest = text.slice(at);
    const step = STEPS[context.kind](context, rest);
    context = step.context;
    at += Math.max(1, step.length);
  }
  return context;
}

type Step = (context: Context, rest: string) => { context: Context; length: number };
const upTo = (
  rest: string,
  mark: RegExp,
  context: Context,
  after: (found: string) => Context,
): ReturnType<Step> => {
  const match = mark.exec(rest);
  return match
    ? { context: after(match[0]), length: match.index + match[0].length }
    : { context, length: rest.length };
};
/** The element whose start tag is open, to know what begins when it ends. */
const TEXT: Context = { kind: 'text' };

const STEPS: Record<Context['kind'], Step> = {
  text: (context, rest) =>
    upTo(rest, /<!--|<script\b[^>]*>|<style\b[^>]*>|<[A-Za-z/]/i, context, (found) => {
      if (found === '<!--') return { kind: 'comment' };
      if (/^<script/i.test(found)) return { kind: 'script', quote: '' };
      return /^<style/i.test(found) ? { kind: 'style' } : { kind: 'tag' };
    }),
  comment: (context, rest) => upTo(rest, /-->/, context, () => TEXT),
  style: (context, rest) => upTo(rest, /<\/style\s*>/i, context, () => TEXT),
  tag: (context, rest) =>
    upTo(rest, />|([\w:-]+)\s*=\s*(["']?)/, context, (found) => {
      if (found === '>') return TEXT;
      const [, name = '', quote = ''] = /^([\w:-]+)\s*=\s*(["']?)$/.exec(found) ?? [];
      return { kind: 'value', name, quote, begun: false };
    }),
  value: (context, rest) => {
    const { name, quote } = context as Extract<Context, { kind: 'value' }>;
    const end = quote === '' ? /[\s>]/ : new RegExp(quote);
    const ended = upTo(rest, end, { kind: 'value', name, quote, begun: true }, (found) =>
      found === '>' ? TEXT : { kind: 'tag' },
    );
    return ended;
  },
  script: (context, rest) => {
    const { quote } = context as Extract<Context, { kind: 'script' }>;
    const outside: Context = { kind: 'script', quote: '' };
    if (quote === '') {
      return upTo(rest, /<\/script\s*>|\/\/[^\n]*|\/\*[\s\S]*?\*\/|["'`]/i, context, (found) => {
        if (found.startsWith('<')) return TEXT;
        return /^["'`]$/.test(found) ? { kind: 'script', quote: found } : outside;
      });
    }
    return upTo(rest, new RegExp(`\\\\[\\s\\S]|${quote}|</script\\s*>`, 'i'), context, (found) => {
      if (found.startsWith('<')) return TEXT;
      return found === quote ? outside : context;
    });
  },
};
