import { Hono } from 'hono';
import type { Workspace } from '../host/api';
import { addAssets } from './assets';
import { notFoundPage } from './answers';
import { addCard } from './cardPage';
import { addClock } from './clockPage';
import { addDocuments } from './documentPage';
import { addExecutions } from './executionsPage';
import { addFaults } from './faultsPage';
import { addFormEditor } from './formEditPage';
import { addForms } from './formRoutes';
import { addFrames } from './frames';
import { addGrid } from './gridRoutes';
import { guard } from './guard';
import { messagePage } from './layout';
import { addImport } from './importPage';
import { addMail } from './mailPage';
import { Queue } from './queue';
import { addRun } from './runPage';
import { addSignIn } from './signInPage';
import type { Site } from './site';
import { frameOf, wantsPage } from './site';
import { addStart } from './startPage';
import { addProjects } from './triggersPage';
import { addWebApps } from './webAppPage';

/**
 * The pages and addresses of a workspace, which mirror Google's. Nothing is served to a foreign host name, no
 * page loads anything from elsewhere, and whatever changes the workspace happens one request after the other.
 */
export function createApp(workspace: Workspace): Hono {
  const app = new Hono();
  const site: Site = { workspace, queue: new Queue() };
  app.use('*', guard);
  addAssets(app);
  addStart(app, site);
  addSignIn(app, site);
  addForms(app, site);
  addFormEditor(app, site);
  addGrid(app, site);
  addImport(app, site);
  addDocuments(app, site);
  addFrames(app, site);
  addMail(app, site);
  addExecutions(app, site);
  addProjects(app, site);
  addClock(app, site);
  addFaults(app, site);
  addRun(app, site);
  addCard(app, site);
  addWebApps(app, site);
  app.notFound((c) => notFoundPage(site, c));
  app.onError((error, c) => {
    if (!wantsPage(c)) return c.json({ error: error.message }, 500);
    const frame = frameOf(site, c);
    return c.html(messagePage(frame, frame.words.say('somethingWrong'), error.message), 500);
  });
  return app;
}
