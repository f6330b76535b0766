import type { Context, Hono } from 'hono';
import { html } from 'hono/html';
import type { RunOutcome } from '../host/api';
import { loadProject } from '../host/project';
import { cardData } from '../services/card/cardPart';
import type { CardData } from '../services/card/cardPart';
import type { Project } from '../state/project';
import { localLink } from './addresses';
import { drawCard, partOf, partsOf } from './cardMarkup';
import { errorText } from './executionsPage';
import { deskPage } from './layout';
import type { Markup } from './markup';
import { nothing, safeHref } from './markup';
import { projectNamed } from './runPage';
import type { Site } from './site';
import { atKeyboard, frameOf } from './site';
import { projectsOf, projectTitle } from './projects';

const BUTTON = 'card-button';

/** What one person has open beside the sheet: cards on a stack, and what the last click said. */
interface Panel {
  projectId: string;
  stack: CardData[];
  notice?: string;
  link?: string;
  error?: string;
}

/** The home card of a project with an `addOns` section, drawn from the script's CardService data. */
export function addCard(app: Hono, site: Site): void {
  const panels = new Map<string, Panel>();
  app.get('/card', async (c) => {
    const project = chosenProject(site, c.req.query('project'));
    const homepage = project && homepageOf(project);
    if (!project || homepage === undefined) return c.html(cardPage(site, c, undefined));
    const panel: Panel = { projectId: project.id, stack: [] };
    take(panel, await runCard(site, c, panel, homepage, {}, {}));
    panels.set(atKeyboard(site, c), panel);
    return c.html(cardPage(site, c, panel));
  });
  app.post('/card', async (c) => {
    const panel = panels.get(atKeyboard(site, c));
    const fields = new URLSearchParams(await c.req.text());
    const button = readButton(fields.get(BUTTON));
    if (!panel || !button) return c.redirect('/card', 303);
    const inputs: Record<string, string[]> = {};
    for (const name of new Set(fields.keys())) if (name !== BUTTON) inputs[name] = fields.getAll(name);
    take(panel, await runCard(site, c, panel, button.function, button.parameters, inputs));
    return c.html(cardPage(site, c, panel));
  });
}

function chosenProject(site: Site, name: string | undefined): Project | undefined {
  const id = projectNamed(site, name);
  if (typeof id === 'string') return site.workspace.store.get('project', id);
  return projectsOf(site).find((project) => homepageOf(project) !== undefined);
}

/** The function that the manifest names for the home card in Sheets, or for all hosts. */
function homepageOf(project: Project): string | undefined {
  const { addOns } = loadProject(project.directory).manifest;
  const triggerIn = (host: 'sheets' | 'common'): unknown =>
    member(member(member(addOns, host), 'homepageTrigger'), 'runFunction');
  const name = triggerIn('sheets') ?? triggerIn('common');
  return typeof name === 'string' ? name : undefined;
}

function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}

interface Button {
  function: string;
  parameters: Record<string, string>;
}
function readButton(text: string | null): Button | undefined {
  try {
    const json = JSON.parse(text ?? '') as Partial<Button>;
    return typeof json.function === 'string'
      ? { function: json.function, parameters: json.parameters ?? {} }
      : undefined;
  } catch {
    return undefined;
  }
}

/** Runs as Google runs a card's function: one event object, 30 seconds (google.md sections 1 and 5). */
function runCard(
  site: Site,
  c: Context,
  panel: Panel,
  functionName: string,
  parameters: Record<string, string>,
  inputs: Record<string, string[]>,
): Promise<RunOutcome> {
  const formInputs = Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [name, { stringInputs: { value } }]),
  );
  const event = {
    commonEventObject: { hostApp: 'SHEETS', platform: 'WEB', parameters, formInputs },
    sheets: {},
    parameters,
    formInput: Object.fromEntries(Object.entries(inputs).map(([name, value]) => [name, value[0] ?? ''])),
    formInputs: inputs,
  };
  return site.queue.run(() =>
    site.workspace.run({
      projectId: panel.projectId,
      functionName,
      args: [event],
      user: atKeyboard(site, c),
      trigger: 'card',
    }),
  );
}

/** What the script answered moves the stack: cards lie on top, a response says its steps. */
function take(panel: Panel, outcome: RunOutcome): void {
  delete panel.notice;
  delete panel.link;
  delete panel.error;
  if (outcome.status !== 'completed') {
    panel.error = errorText(outcome) || outcome.status;
    return;
  }
  for (const part of cardData(outcome.result) ?? []) {
    if (part.kind === 'card') panel.stack.push(part);
    else respond(panel, part);
  }
}

function respond(panel: Panel, response: CardData): void {
  const notice = partOf(response, 'notification')?.text;
  if (typeof notice === 'string') panel.notice = notice;
  const link = partOf(response, 'openLink')?.url;
  if (typeof link === 'string') panel.link = link;
  const navigation = partOf(response, 'navigation');
  const shown = partsOf(response, 'cards').map((card): CardData => ({ push: card }));
  for (const step of [...(navigation ? partsOf(navigation, 'steps') : []), ...shown]) {
    const pushed = partOf(step, 'push');
    const updated = partOf(step, 'update');
    if (pushed) panel.stack.push(pushed);
    else if (updated) panel.stack.splice(-1, 1, updated);
    else if (step.pop === true) panel.stack.pop();
    else if (step.popToRoot === true) panel.stack.splice(1);
    else if (typeof step.popTo === 'string') {
      const at = panel.stack.findIndex((card) => card.name === step.popTo);
      if (at >= 0) panel.stack.splice(at + 1);
    }
  }
}

function cardPage(site: Site, c: Context, panel: Panel | undefined): Markup {
  const frame = frameOf(site, c);
  const { words } = frame;
  if (!panel) return deskPage(frame, words.say('card'), html`<p>${words.say('noCard')}</p>`);
  const project = site.workspace.store.get('project', panel.projectId);
  const top = panel.stack[panel.stack.length - 1];
  return deskPage(
    frame,
    words.say('card'),
    html`${project ? html`<p class="faint">${projectTitle(site, project)}</p>` : nothing}
    ${panel.error === undefined ? nothing : html`<p class="wrong" role="alert">${panel.error}</p>`}
    ${panel.notice === undefined ? nothing : html`<p class="said" role="status">${panel.notice}</p>`}
    ${
      panel.link === undefined
        ? nothing
        : html`<p><a rel="noreferrer" href="${safeHref(localLink(panel.link))}">${panel.link}</a></p>`
    }
    ${top ? drawCard(top, BUTTON) : nothing}`,
  );
}
