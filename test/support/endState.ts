import type { SheetState } from '../../local/state/spreadsheet';
import { TAB } from '../../src/core/tabs/names';
import type { Story } from './story';

/** What stands at the end of a story, told so that two stories can be compared line by line. */
export interface EndState {
  /** All tabs cell by cell, help and choices of the forms, triggers, what is kept between runs. */
  readonly lines: readonly string[];
  /** Mails, `to subject`, in alphabetical order. */
  readonly mails: readonly string[];
  /** Rows of `Surat dan Surel` by key: state and address. */
  readonly outbox: readonly OutboxRow[];
}

interface OutboxRow {
  readonly key: string;
  readonly state: string;
}

export interface Telling {
  /**
   * Leaves out when a run did something (hours in `Log`, in the outbox and beside an order): an interrupted run is
   * made up for later. Times of facts (answers, decisions) are always compared.
   */
  readonly withoutRunTimes?: boolean;
  /** Further tabs in which the hour of a run stands: `Keputusan`, where a decision is made up for later. */
  readonly runTabs?: readonly string[];
  /** What else differs honestly, and why, is said where it is given. */
  readonly honest?: (line: string) => string;
  /** Tabs whose rows may stand in another order: messages that several runs queued at once. */
  readonly unordered?: readonly string[];
  /** Tabs that are left out. */
  readonly without?: readonly string[];
}

/** Properties that say when something was done, how far a form was read, or what can be counted anew. */
const RUN_PROPERTIES = /^(run|hitung|kursor:.*|tanda:.*|oleh:.*|sehat|diingatkan|tertahan)$/;
/** Tabs in which runs write the hour at which they wrote. */
const RUN_TABS: readonly string[] = [TAB.log, TAB.outbox, TAB.whatsapp, TAB.commands];
/** Instants as people read them, in order texts and in JSON; numbers of decisions hold one too. */
const INSTANT = /(pukul )?\d\d\.\d\d WITA|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?|(?<!\d)1[78]\d{11}(?!\d)/g;

function rowLines(sheet: SheetState, told: (text: string) => string): string[] {
  return sheet.rows.flatMap((row, at) => {
    const values = (row?.values ?? []).map((value) => (value === null ? '' : String(value)));
    while (values[values.length - 1] === '') values.pop();
    const links = Object.entries(row?.richText ?? {}).flatMap(([column, runs]) =>
      runs.flatMap((run) => (run.link === undefined ? [] : [`${column}→${run.link}`])),
    );
    if (values.length === 0 && links.length === 0) return [];
    return [`${String(at + 1)} ${told(values.join(' | '))} ${links.join(' ')}`];
  });
}

function tabLines(story: Story, telling: Telling): string[] {
  const { store } = story.workspace;
  return store.ids('spreadsheet').flatMap((id) => {
    const name = store.get('file', id)?.name ?? id;
    return (store.get('spreadsheet', id)?.sheets ?? [])
      .filter((sheet) => !(telling.without ?? []).includes(sheet.name))
      .flatMap((sheet) => {
        const runTabs = [...RUN_TABS, ...(telling.runTabs ?? [])];
        const hides = telling.withoutRunTimes === true && runTabs.includes(sheet.name);
        const lines = rowLines(sheet, hides ? (text) => text.replace(INSTANT, 'jam') : (text) => text);
        const unordered = (telling.unordered ?? []).includes(sheet.name);
        const told = ofTab(sheet, lines).map((line) => (unordered ? line.replace(/^\d+ /, '') : line));
        return [`${name}/${sheet.name}`, ...told.map((line) => `${name}/${sheet.name}/${line}`)];
      });
  });
}

function ofTab(sheet: SheetState, lines: readonly string[]): readonly string[] {
  if (sheet.name === TAB.outbox) return lines.map(withoutState);
  // A message in doubt is a to-do, the only one that an interruption may leave; the lines below it move down.
  if (sheet.name === TAB.home)
    return lines
      .filter((line) => !/mungkin sudah terkirim|Tidak ada yang menunggu tindak lanjut/.test(line))
      .map((line) => line.replace(/^\d+ /, ''));
  // `Log` tells what runs did: what a run did again stands there again, later and perhaps without who asked for it.
  if (sheet.name === TAB.log)
    return [...new Set(lines.map((line) => line.replace(/^(\d+ )?.*? jam \| [^|]*/, '')))];
  return lines;
}

/** The state of a message is compared by itself: one that was in flight stands as doubtful. */
const withoutState = (line: string): string =>
  line
    .replace(/\S+ (Terkirim|Mungkin sudah terkirim) \| (jam|[^|]*) \|/, 'dikirim |')
    .replace(/,"state":"(sent|maybeSent)"/, '')
    .replace(/,"sentAt":(jam|\d+)/, '');

function formLines(story: Story): string[] {
  const { store } = story.workspace;
  return store.ids('form').flatMap((id) => {
    const form = store.get('form', id);
    return (form?.items ?? []).map(
      (item) =>
        `form ${form?.title ?? ''} ${item.title}: ${item.helpText} ` +
        (item.choices ?? []).map((choice) => choice.value).join(';'),
    );
  });
}

function projectLines(story: Story): string[] {
  const project = story.workspace.store.get('project', story.master.projectId);
  return [
    ...(project?.triggers ?? []).map((trigger) => `trigger ${trigger.handler} ${trigger.kind}`),
    ...Object.entries(project?.scriptProperties ?? {}).flatMap(([key, value]) =>
      RUN_PROPERTIES.test(key) || ['', '{}'].includes(value)
        ? []
        : [`property ${key} ${value.replace(INSTANT, 'jam')}`],
    ),
  ];
}

function outboxRows(story: Story): OutboxRow[] {
  const [titles = [], ...rows] = story.rows(TAB.outbox);
  const state = titles.indexOf('Keadaan');
  return rows.flatMap((row) =>
    (row[0] ?? '') === '' ? [] : [{ key: row[0] ?? '', state: row[state] ?? '' }],
  );
}

/** Files and folders by their names and places; a file in the bin is gone. */
function fileLines(story: Story): string[] {
  const { store } = story.workspace;
  return store.ids('file').flatMap((id) => {
    const file = store.get('file', id);
    if (file === undefined || file.trashed) return [];
    const folder = store.get('file', file.parentId ?? '')?.name ?? '';
    return [
      `file ${folder}/${file.name} ${JSON.stringify([file.editors, file.viewers, file.publishedReaders ?? []])}`,
    ];
  });
}

/** Tells what stands now. */
export function endState(story: Story, telling: Telling = {}): EndState {
  const honest = telling.honest ?? ((line: string): string => line);
  const lines = [
    ...tabLines(story, telling),
    ...formLines(story),
    ...projectLines(story),
    ...fileLines(story),
  ];
  return {
    lines: lines.map(honest),
    mails: story.mails.map((mail) => `${mail.to.join(',')} ${mail.subject}`).sort(),
    outbox: outboxRows(story),
  };
}

/** Lines that only one of two lists has, as often as it has more of them. */
export function linesApart(wanted: readonly string[], got: readonly string[]): string[] {
  if (wanted.length === got.length && wanted.every((line, at) => line === got[at])) return [];
  const counts = new Map<string, number>();
  for (const line of wanted) counts.set(line, (counts.get(line) ?? 0) + 1);
  for (const line of got) counts.set(line, (counts.get(line) ?? 0) - 1);
  return [...counts].flatMap(([line, more]) =>
    Array.from({ length: Math.abs(more) }, () => `${more > 0 ? 'missing' : 'too much'}: ${line}`),
  );
}

const DOUBTFUL = /Mungkin sudah terkirim/;

/**
 * What is wrong with a state after an interruption, by the one without: nothing may differ but the one message that
 * was in flight, which stands as doubtful and has left once or not at all.
 */
export function wrongAfterCrash(wanted: EndState, got: EndState): string[] {
  const doubtful = got.outbox.filter((row) => DOUBTFUL.test(row.state));
  const keys = got.outbox.map((row) => row.key);
  const others = got.outbox.filter((row) => !DOUBTFUL.test(row.state));
  const states = new Map(wanted.outbox.map((row) => [row.key, row.state] as const));
  const mails = linesApart(wanted.mails, got.mails);
  return [
    ...linesApart(wanted.lines, got.lines),
    ...(doubtful.length > 1 ? [`${String(doubtful.length)} messages in doubt`] : []),
    ...keys.filter((key, at) => keys.indexOf(key) !== at).map((key) => `twice in the outbox: ${key}`),
    ...others.flatMap(({ key, state }) =>
      states.get(key) === state ? [] : [`${key} is ${state}, not ${states.get(key) ?? 'there'}`],
    ),
    ...(mails.length > doubtful.length || mails.some((mail) => mail.startsWith('too much')) ? mails : []),
  ];
}
