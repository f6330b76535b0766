import type { DriveFile } from '../../state/file';
import { GoogleError } from '../served';
import { sameAccount } from './sharing';

/** True for the files that a query of `searchFiles` or `searchFolders` asks for. */
export type FileTest = (file: DriveFile) => boolean;

/** What a query may ask about besides the file itself. */
export interface QueryContext {
  user: string;
  /** Text that `fullText contains` looks through. */
  fullText(file: DriveFile): string;
  /** Wall-clock dates without a zone are taken as UTC. */
  parseDate(text: string): number;
}

type Token = { kind: 'word' | 'text' | 'operator' | 'bracket'; text: string };

function tokens(query: string): Token[] {
  const found: Token[] = [];
  const pattern = /\s*(?:("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|(<=|>=|!=|=|<|>)|([()])|([A-Za-z_]+))/y;
  let at = 0;
  const end = query.trimEnd().length;
  while (at < end) {
    pattern.lastIndex = at;
    const match = pattern.exec(query);
    if (!match) throw invalid(query);
    at = pattern.lastIndex;
    const [, text, operator, bracket, word] = match;
    if (text !== undefined) found.push({ kind: 'text', text: text.slice(1, -1).replace(/\\(.)/g, '$1') });
    else if (operator !== undefined) found.push({ kind: 'operator', text: operator });
    else if (bracket !== undefined) found.push({ kind: 'bracket', text: bracket });
    else found.push({ kind: 'word', text: word ?? '' });
  }
  return found;
}

function invalid(query: string): GoogleError {
  return new GoogleError(`Invalid argument: ${query}`);
}

/** Reads Drive's query language (v2 field names as DriveApp takes them: `title contains 'x' and trashed = false`). */
export function parseQuery(query: string, context: QueryContext): FileTest {
  const list = tokens(query);
  let at = 0;
  const take = (): Token => {
    const token = list[at++];
    if (!token) throw invalid(query);
    return token;
  };
  const isWord = (word: string): boolean =>
    list[at]?.kind === 'word' && list[at]?.text.toLowerCase() === word;
  const either = (): FileTest => {
    let test = both();
    while (isWord('or')) {
      at++;
      const [left, right] = [test, both()];
      test = (file) => left(file) || right(file);
    }
    return test;
  };
  const both = (): FileTest => {
    let test = one();
    while (isWord('and')) {
      at++;
      const [left, right] = [test, one()];
      test = (file) => left(file) && right(file);
    }
    return test;
  };
  const one = (): FileTest => {
    if (isWord('not')) {
      at++;
      const test = one();
      return (file) => !test(file);
    }
    const first = take();
    if (first.text === '(' && first.kind === 'bracket') {
      const test = either();
      if (take().text !== ')') throw invalid(query);
      return test;
    }
    return term(first, take(), take(), query, context);
  };
  const test = either();
  if (at < list.length) throw invalid(query);
  return test;
}

function term(first: Token, operator: Token, last: Token, query: string, context: QueryContext): FileTest {
  if (first.kind === 'text') {
    if (operator.text.toLowerCase() !== 'in') throw invalid(query);
    return membership(first.text, last.text, query);
  }
  const field = first.text;
  const compare = operator.text.toLowerCase();
  const value = last.text;
  switch (field) {
    case 'title':
    case 'name':
      return words((file) => file.name, compare, value, query);
    case 'fullText':
      return words((file) => context.fullText(file), compare, value, query);
    case 'mimeType':
      return words((file) => file.mimeType, compare, value, query);
    case 'trashed':
      return flag((file) => file.trashed, compare, value, query);
    case 'starred':
      return flag((file) => file.starred ?? false, compare, value, query);
    case 'hidden':
      return flag(() => false, compare, value, query);
    case 'sharedWithMe':
      return flag((file) => !sameAccount(file.owner, context.user), compare, value, query);
    case 'modifiedDate':
    case 'modifiedTime':
    case 'lastViewedByMeDate':
      return dates((file) => file.updated, compare, context.parseDate(value), query);
    case 'createdDate':
    case 'createdTime':
      return dates((file) => file.created, compare, context.parseDate(value), query);
    default:
      throw invalid(query);
  }
}

function membership(value: string, field: string, query: string): FileTest {
  const has = (people: string[]): boolean => people.some((one) => sameAccount(one, value));
  switch (field) {
    case 'parents':
      return (file) => file.parentId === value;
    case 'owners':
      return (file) => sameAccount(file.owner, value);
    case 'writers':
      return (file) => has([file.owner, ...file.editors]);
    case 'readers':
      return (file) => has([file.owner, ...file.editors, ...file.viewers]);
    default:
      throw invalid(query);
  }
}

/** Letters' case does not count. Google's `title contains` looks at beginnings of words only; here at any part. */
function words(of: (file: DriveFile) => string, compare: string, value: string, query: string): FileTest {
  const wanted = value.toLowerCase();
  if (compare === '=') return (file) => of(file).toLowerCase() === wanted;
  if (compare === '!=') return (file) => of(file).toLowerCase() !== wanted;
  if (compare === 'contains') return (file) => of(file).toLowerCase().includes(wanted);
  throw invalid(query);
}

function flag(of: (file: DriveFile) => boolean, compare: string, value: string, query: string): FileTest {
  const wanted = value.toLowerCase() === 'true';
  if (compare === '=') return (file) => of(file) === wanted;
  if (compare === '!=') return (file) => of(file) !== wanted;
  throw invalid(query);
}

function dates(of: (file: DriveFile) => number, compare: string, value: number, query: string): FileTest {
  switch (compare) {
    case '=':
      return (file) => of(file) === value;
    case '!=':
      return (file) => of(file) !== value;
    case '<':
      return (file) => of(file) < value;
    case '<=':
      return (file) => of(file) <= value;
    case '>':
      return (file) => of(file) > value;
    case '>=':
      return (file) => of(file) >= value;
    default:
      throw invalid(query);
  }
}
