import type { Context, Hono } from 'hono';
import { html } from 'hono/html';
import type { Project, Schedule, TriggerState } from '../state/project';
import { dataTable, deskPage } from './layout';
import type { Markup } from './markup';
import { nothing } from './markup';
import { projectsOf, projectTitle } from './projects';
import type { Site } from './site';
import { frameOf } from './site';
import { numberText, shortTime } from './times';
import type { Words } from './words';

/** Triggers and properties of every project. */
export function addProjects(app: Hono, site: Site): void {
  app.get('/triggers', (c) => c.html(triggersPage(site, c)));
  app.get('/properties', (c) => c.html(propertiesPage(site, c)));
}

function triggersPage(site: Site, c: Context): Markup {
  const frame = frameOf(site, c);
  const { words } = frame;
  const projects = projectsOf(site).filter(({ triggers }) => triggers.length > 0);
  return deskPage(
    frame,
    words.say('triggers'),
    projects.length === 0
      ? html`<p>${words.say('emptyTriggers')}</p>`
      : projects.map((project) => projectTriggers(site, project, words)),
  );
}

function projectTriggers(site: Site, project: Project, words: Words): Markup {
  const creators = new Map<string, number>();
  for (const { creator } of project.triggers) creators.set(creator, (creators.get(creator) ?? 0) + 1);
  const title = projectTitle(site, project);
  return html`<section>
    <h2>${title}</h2>
    <p class="faint">${[...creators].map(([who, n]) => words.say('triggerCount', n, who)).join(' · ')}</p>
    ${dataTable(
      title,
      (['handler', 'kind', 'source', 'schedule', 'nextFiring', 'creator'] as const).map((head) =>
        words.say(head),
      ),
      project.triggers.map((trigger) => triggerRow(site, trigger, words)),
    )}
  </section>`;
}

function triggerRow(site: Site, trigger: TriggerState, words: Words): Markup {
  const source =
    trigger.sourceId === undefined ? undefined : site.workspace.store.get('file', trigger.sourceId);
  const next =
    trigger.kind !== 'clock'
      ? words.say('onEvent')
      : trigger.nextAt === undefined
        ? words.say('spent')
        : shortTime(trigger.nextAt, site.workspace.zone, words.language);
  return html`<tr>
    <th scope="row"><code>${trigger.handler}</code></th>
    <td>${trigger.kind}</td>
    <td>${source?.name ?? trigger.sourceId ?? '–'}</td>
    <td>${trigger.schedule ? scheduleText(trigger.schedule, site, words) : '–'}</td>
    <td>${next}</td>
    <td>${trigger.creator}</td>
  </tr>`;
}

/** The builder's own words, which a script's author knows: `everyDays(1) 09:15 Asia/Makassar`. */
function scheduleText(schedule: Schedule, site: Site, words: Words): string {
  if ('at' in schedule) return `at ${shortTime(schedule.at, site.workspace.zone, words.language)}`;
  const time =
    'hour' in schedule
      ? ` ${schedule.hour}:${String(schedule.minute).padStart(2, '0')} ${schedule.zone}`
      : '';
  switch (schedule.every) {
    case 'minutes':
      return `everyMinutes(${schedule.count})`;
    case 'hours':
      return `everyHours(${schedule.count})`;
    case 'days':
      return `everyDays(${schedule.count})${time}`;
    case 'week':
      return `everyWeeks(${schedule.weeks}) onWeekDay(${schedule.weekDay})${time}`;
    case 'month':
      return `onMonthDay(${schedule.day})${time}`;
  }
}

function propertiesPage(site: Site, c: Context): Markup {
  const frame = frameOf(site, c);
  const { words } = frame;
  const projects = projectsOf(site);
  return deskPage(
    frame,
    words.say('properties'),
    projects.length === 0
      ? html`<p>${words.say('none')}</p>`
      : projects.map((project) => projectProperties(site, project, words)),
  );
}

function projectProperties(site: Site, project: Project, words: Words): Markup {
  const title = projectTitle(site, project);
  return html`<section>
    <h2>${title}</h2>
    ${propertyTable(words.say('scriptProperties'), project.scriptProperties, words)}
    ${propertyTable(words.say('documentProperties'), project.documentProperties, words)}
    ${Object.entries(project.userProperties).map(([who, properties]) =>
      propertyTable(words.say('userPropertiesOf', who), properties, words),
    )}
  </section>`;
}

function propertyTable(title: string, properties: Record<string, string>, words: Words): Markup {
  const entries = Object.entries(properties).sort(([a], [b]) => a.localeCompare(b));
  if (entries.length === 0)
    return html`<h3>${title}</h3>
      <p class="faint">${words.say('none')}</p>`;
  return html`<h3>${title}</h3>
    ${dataTable(
      title,
      [words.say('key'), words.say('value')],
      entries.map(
        ([key, value]) =>
          html`<tr>
            <th scope="row"><code>${key}</code></th>
            <td>
              <code class="value">${value.slice(0, 2000)}</code>
              ${
                value.length > 200
                  ? html`<span class="faint"
                      >${words.say('characters', numberText(value.length, words.language))}</span
                    >`
                  : nothing
              }
            </td>
          </tr>`,
      ),
    )}`;
}
