import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { deploymentId } from '../../local/services/deployment';
import { serve } from '../../local/web/serve';
import { newPage } from '../support/browser';
import { OWNER, RESPONDER } from '../support/pagesContent';
import { pagesWorkspace } from '../support/pagesWorkspace';
import { projectFolder } from '../support/localProject';
import { WEB_APP, WEB_PAGE } from '../support/webAppProject';

interface Desk {
  readonly browser: Browser;
  readonly url: string;
  readonly folder: string;
}
interface Shot {
  name: string;
  path: string;
  as?: string;
  height?: number;
  /** A phone of 360 pixels instead of a screen of 1,000. */
  phone?: boolean;
  /** The page down to its end, not only what is seen at first. */
  whole?: boolean;
  /** What is done before the picture is taken. */
  before?: (page: Page) => Promise<void>;
}

async function shoot({ browser, url, folder }: Desk, shot: Shot): Promise<void> {
  const { name, as = OWNER, height = 640, phone = false, whole = false, before } = shot;
  const page = await newPage(browser, { url, as, width: phone ? 360 : 1000, height, language: 'en-US' });
  await page.goto(url + shot.path);
  await before?.(page);
  await page.screenshot({ path: path.join(folder, `local-${name}.png`), fullPage: whole });
  await page.context().close();
}

/** The pages of the local workspace over a small content that belongs to no product. */
export async function takeWorkspacePictures(browser: Browser, folder: string): Promise<void> {
  const setting = pagesWorkspace({ driver: 'worker' });
  const { workspace, spreadsheetId, documentId, everyItem, form, projectId } = setting;
  await workspace.run({ projectId, functionName: 'install' });
  await workspace.run({ projectId, functionName: 'write', trigger: 'menu' });
  await workspace.run({ projectId, functionName: 'fail', trigger: 'menu' });
  await workspace.run({ projectId, functionName: 'remember' });
  workspace.faults.set({ crashAt: 7, functionName: 'write' });
  const webapp = { executeAs: 'USER_DEPLOYING', access: 'ANYONE' };
  const directory = projectFolder(WEB_APP, { manifest: { webapp }, files: { 'page.html': WEB_PAGE } });
  const app = deploymentId(workspace.addProject({ directory, name: 'Layanan' }));
  const server = await serve(workspace, { port: 0 });
  const desk: Desk = { browser, url: server.url, folder };
  const book = `/spreadsheets/d/${spreadsheetId}`;
  const failed = workspace.executions.find(({ status }) => status === 'failed')?.id ?? '';
  const shots: Shot[] = [
    { name: 'sign-in', path: '/sign-in?to=/', height: 520 },
    { name: 'grid', path: `${book}/edit`, height: 620, before: openMenu },
    { name: 'grid-looks', path: `${book}/edit?gid=31&keep=1`, height: 500, whole: true },
    { name: 'grid-charts', path: `${book}/edit?gid=21&keep=1`, height: 760, before: scrollToCharts },
    { name: 'grid-phone', path: `${book}/edit?keep=1`, phone: true, height: 640 },
    { name: 'dialog', path: `${book}/edit`, height: 560, before: openDialog },
    { name: 'sidebar', path: `${book}/edit`, height: 560, before: openSidebar },
    { name: 'import', path: `${book}/import`, height: 420 },
    { name: 'document', path: `/document/d/${documentId}/edit`, height: 820 },
    {
      name: 'form',
      path: `/forms/d/e/${everyItem.publishedId}/viewform`,
      as: RESPONDER,
      phone: true,
      height: 900,
    },
    {
      name: 'form-sections',
      path: `/forms/d/e/${form.publishedId}/viewform`,
      as: RESPONDER,
      phone: true,
      height: 640,
    },
    { name: 'form-edit', path: `/forms/d/${form.id}/edit`, height: 820 },
    { name: 'mail', path: '/mail', height: 420 },
    { name: 'message', path: '/mail/messages/m2', height: 620 },
    { name: 'executions', path: '/executions', height: 640 },
    { name: 'execution', path: `/executions/${failed}`, height: 720 },
    { name: 'triggers', path: '/triggers', height: 420 },
    { name: 'properties', path: '/properties', height: 460 },
    { name: 'clock', path: '/clock', height: 520 },
    { name: 'faults', path: '/faults', height: 760, whole: true },
    { name: 'card', path: '/card', height: 520 },
    { name: 'web-app', path: `/macros/s/${app}/exec?name=Sari`, height: 360, before: askWebApp },
  ];
  try {
    for (const shot of shots) await shoot(desk, shot);
  } finally {
    await server.close();
    await workspace.close();
  }
}

async function openMenu(page: Page): Promise<void> {
  await page.getByText('Contoh', { exact: true }).click();
}
async function choose(page: Page, name: string): Promise<void> {
  await openMenu(page);
  await page.getByRole('button', { name, exact: true }).click();
  await page.frameLocator('iframe').locator('body *').first().waitFor();
}
const openDialog = (page: Page): Promise<void> => choose(page, 'Dialog');
const openSidebar = (page: Page): Promise<void> => choose(page, 'Bilah');

async function scrollToCharts(page: Page): Promise<void> {
  await page.locator('section.charts').evaluate((section) => section.scrollIntoView());
}
async function askWebApp(page: Page): Promise<void> {
  const frame = page.frameLocator('iframe.web-app');
  await frame.getByRole('button', { name: 'Tanya' }).click();
  await frame.getByText('Halo Budi').waitFor();
}
