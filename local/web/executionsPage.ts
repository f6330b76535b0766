import type { Context, Hono } from 'hono';
import { html } from 'hono/html';
import type { ExecutionRecord, ExecutionStatus } from '../host/api';
import { notFoundPage } from './answers';
import { choice, dataTable, deskPage } from './layout';
import type { Markup } from './markup';
import { nothing } from './markup';
import type { Site } from './site';
import { frameOf } from './site';
import { projectsOf, projectTitle } from './projects';
import { numberText, secondsText, shortTime } from './times';
import type { Word, Words } from './words';

const statusWord: Record<ExecutionStatus, Word> = {
  completed: 'completed',
  failed: 'failedStatus',
  crashed: 'crashed',
  timedOut: 'timedOut',
};
const statusSign: Record<ExecutionStatus, [string, string]> = {
  completed: ['✓', 'good'],
  failed: ['!', 'bad'],
  crashed: ['!', 'bad'],
  timedOut: ['⏱', 'late'],
};

/** `Exception: The words.` as the editor's list shows a failure; '' where there was none. */
export function errorText(record: Pick<ExecutionRecord, 'error'>): string {
  return record.error ? `${record.error.name}: ${record.error.message}` : '';
}

/** The shape of one line of `/executions.json`. */
export function executionJson(record: ExecutionRecord): Record<string, unknown> {
  return {
    ...record,
    log: record.log.map((line) => line.text),
    logLines: record.log,
    error: record.error ? errorText(record) : null,
    stack: record.error?.stack ?? null,
  };
}

/** List with filter, detail and JSON of what ran. */
export function addExecutions(app: Hono, site: Site): void {
  app.get('/executions.json', (c) => c.json(site.workspace.executions.map(executionJson)));
  app.get('/executions', (c) => c.html(listPage(site, c)));
  app.get('/executions/:id', (c) => {
    const record = site.workspace.executions.find(({ id }) => id === c.req.param('id'));
    return record ? c.html(detailPage(site, c, record)) : notFoundPage(site, c);
  });
}

function listPage(site: Site, c: Context): Markup {
  const frame = frameOf(site, c);
  const { words } = frame;
  const all = [...site.workspace.executions].reverse();
  const wanted = {
    function: c.req.query('function') ?? '',
    status: c.req.query('status') ?? '',
    trigger: c.req.query('trigger') ?? '',
  };
  const matching = all.filter(
    (record) =>
      (wanted.function === '' || record.function === wanted.function) &&
      (wanted.status === '' || record.status === wanted.status) &&
      (wanted.trigger === '' || record.trigger === wanted.trigger),
  );
  const shown = matching.slice(0, 200);
  const filter = html`<form method="get" action="/executions" class="row">
    ${choice(
      'function',
      words.say('function'),
      options(
        words,
        all.map((r) => r.function),
      ),
      wanted.function,
    )}
    ${choice(
      'trigger',
      words.say('trigger'),
      options(
        words,
        all.map((r) => r.trigger),
      ),
      wanted.trigger,
    )}
    ${choice(
      'status',
      words.say('status'),
      options(
        words,
        all.map((r) => r.status),
        (value) => words.say(statusWord[value]),
      ),
      wanted.status,
    )}
    <button type="submit">${words.say('filter')}</button>
  </form>`;
  const list =
    all.length === 0
      ? html`<p>${words.say('emptyExecutions')}</p>`
      : html`${filter}
          <p class="faint">${words.say('shownOf', shown.length, all.length)}</p>
          ${executionTable(site, words, shown, words.say('executions'))}
          <p class="faint">${words.say('modelledHint')}</p>`;
  return deskPage(frame, words.say('executions'), html`${list} ${runForm(site, words)}`);
}

/** What the editor's Run button does, for scripts without a menu. */
function runForm(site: Site, words: Words): Markup {
  const projects = projectsOf(site);
  if (projects.length === 0) return nothing;
  const titles = projects.map((project) => ({ value: project.id, text: projectTitle(site, project) }));
  return html`<section>
    <h2>${words.say('runFunction')}</h2>
    <form method="post" action="/run" class="row">
      <label class="field"
        ><span>${words.say('function')}</span
        ><input class="box" name="function" required autocomplete="off" spellcheck="false"
      /></label>
      ${choice('project', words.say('project'), titles, '')}
      <button type="submit">${words.say('run')}</button>
    </form>
  </section>`;
}

function options<T extends string>(
  words: Words,
  values: readonly T[],
  text: (value: T) => string = (value) => value,
): { value: string; text: string }[] {
  const distinct = [...new Set(values)].sort();
  return [{ value: '', text: words.say('all') }, ...distinct.map((value) => ({ value, text: text(value) }))];
}

function statusBadge(words: Words, status: ExecutionStatus): Markup {
  const [sign, kind] = statusSign[status];
  return html`<span class="state ${kind}"
    ><span aria-hidden="true">${sign}</span> ${words.say(statusWord[status])}</span
  >`;
}

/** The records as a table, one line each, linked to their detail. */
export function executionTable(
  site: Site,
  words: Words,
  records: readonly ExecutionRecord[],
  caption: string,
): Markup {
  const heads = [
    'function',
    'status',
    'trigger',
    'startedAt',
    'modelledTime',
    'remoteCalls',
    'user',
  ] as const;
  return dataTable(
    caption,
    heads.map((head) => words.say(head)),
    records.map(
      (record) =>
        html`<tr>
          <th scope="row"><a href="/executions/${record.id}">${record.function}</a></th>
          <td>${statusBadge(words, record.status)}</td>
          <td>${record.trigger}</td>
          <td>${shortTime(Date.parse(record.startedAt), site.workspace.zone, words.language)}</td>
          <td class="number">${secondsText(record.modelledMs, words.language)} s</td>
          <td class="number">${numberText(record.remoteCalls, words.language)}</td>
          <td>${record.user}</td>
        </tr>`,
    ),
  );
}

function detailPage(site: Site, c: Context, record: ExecutionRecord): Markup {
  const frame = frameOf(site, c);
  const { words } = frame;
  const facts: [Word, Markup | string][] = [
    ['status', statusBadge(words, record.status)],
    ['trigger', record.trigger],
    ['user', record.user],
    ['startedAt', shortTime(Date.parse(record.startedAt), site.workspace.zone, words.language)],
    ['modelledTime', `${secondsText(record.modelledMs, words.language)} s`],
    ['wallTime', `${numberText(Math.round(record.wallMs), words.language)} ms`],
    ['remoteCalls', numberText(record.remoteCalls, words.language)],
    ['cellsRead', numberText(record.cellsRead, words.language)],
    ['cellsWritten', numberText(record.cellsWritten, words.language)],
  ];
  return deskPage(
    frame,
    record.function,
    html`<dl class="facts">
        ${facts.map(
          ([word, value]) =>
            html`<div>
              <dt>${words.say(word)}</dt>
              <dd>${value}</dd>
            </div>`,
        )}
      </dl>
      ${errorSection(words, record)} ${logSection(site, words, record)} ${callsSection(words, record)}`,
  );
}

function errorSection(words: Words, record: ExecutionRecord): Markup {
  if (!record.error) return nothing;
  return html`<section>
    <h2>${words.say('error')}</h2>
    <pre class="wrong" tabindex="0">${record.error.stack ?? errorText(record)}</pre>
  </section>`;
}

function logSection(site: Site, words: Words, record: ExecutionRecord): Markup {
  const lines = record.log.map(
    (line) =>
      html`<li class="${line.level}">
        <time>${shortTime(line.at, site.workspace.zone, words.language)}</time>
        <span class="faint">${line.level}</span>
        <span class="text">${line.text}</span>
      </li>`,
  );
  return html`<section>
    <h2>${words.say('log')}</h2>
    ${
      lines.length === 0
        ? html`<p class="faint">${words.say('noLog')}</p>`
        : html`<ol class="log">
            ${lines}
          </ol>`
    }
  </section>`;
}

function callsSection(words: Words, record: ExecutionRecord): Markup {
  const calls = Object.entries(record.calls).sort(([, a], [, b]) => b - a);
  return html`<section>
    <h2>${words.say('calls')}</h2>
    ${calls.length === 0 ? html`<p class="faint">${words.say('none')}</p>` : callTable(words, calls)}
  </section>`;
}

function callTable(words: Words, calls: [string, number][]): Markup {
  return dataTable(
    words.say('calls'),
    [words.say('member'), words.say('count')],
    calls.map(
      ([name, count]) =>
        html`<tr>
          <th scope="row"><code>${name}</code></th>
          <td class="number">${numberText(count, words.language)}</td>
        </tr>`,
    ),
  );
}
