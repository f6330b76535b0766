import type { Browser, FrameLocator, Page } from 'playwright-core';
import { serve, type Served } from '../../local/web/serve';
import { axeFindings, launchBrowser, newPage, picture } from '../support/browser';
import { KASI, openOffice, OWNER, setUpDirectory } from '../support/setUpWorkspace';

jest.setTimeout(120_000);

const office = openOffice(setUpDirectory('setUpDialog'));
let browser: Browser;
let server: Served;

beforeAll(async () => {
  server = await serve(office.workspace, { port: 0 });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

async function openMaster(as: string): Promise<Page> {
  const page = await newPage(browser, { url: server.url, as, width: 1366, height: 800 });
  await page.goto(`${server.url}/spreadsheets/d/${office.master}/edit`);
  return page;
}

async function choose(page: Page, item: string): Promise<void> {
  await page.getByText('KUDAPANMAS', { exact: true }).first().click();
  await page.getByRole('button', { name: item, exact: true }).click();
}

const frameOf = (page: Page, title: string): FrameLocator =>
  page.getByRole('dialog', { name: title }).frameLocator('iframe');

test('the owner finds the kecamatan, prepares and installs; the bar moves to its end', async () => {
  const page = await openMaster(OWNER);
  await choose(page, 'Siapkan pengaturan…');
  const prepare = frameOf(page, 'Siapkan pengaturan');
  await prepare
    .getByRole('option', { name: 'Paringin, Kabupaten Balangan (63.11.06)' })
    .waitFor({ state: 'attached' });
  await prepare.getByLabel('Cari kecamatan').fill('juai balangan');
  await prepare
    .getByRole('option', { name: 'Juai, Kabupaten Balangan (63.11.01)' })
    .waitFor({ state: 'attached' });
  await prepare.getByLabel('Cari kecamatan').fill('paringin 63.11.06');
  await prepare
    .getByRole('option', { name: 'Paringin, Kabupaten Balangan (63.11.06)' })
    .waitFor({ state: 'attached' });
  expect(await axeFindings(page)).toEqual([]);
  await picture(page, 'setup-prepare', false);
  await prepare.getByRole('button', { name: 'Siapkan' }).click();
  await prepare.getByText('Tab pengaturan siap.').waitFor();
  await prepare.getByRole('button', { name: 'Tutup' }).click();

  office.run('fillSettings');
  await choose(page, 'Pasang…');
  const install = frameOf(page, 'Pasang');
  await install.getByRole('button', { name: 'Pasang' }).click();
  await install.getByText('Pemasangan selesai.').waitFor({ timeout: 90_000 });
  await picture(page, 'setup-install', false);
});

test('anybody else reads which account to use', async () => {
  const read: string[] = [];
  office.workspace.answerDialogs((question) => {
    read.push(question.text);
    return { button: 'OK' };
  });
  const page = await openMaster(KASI);
  await choose(page, 'Pasang…');
  await page.getByText('Skrip selesai').waitFor();
  expect(read).toEqual([expect.stringContaining(OWNER)]);
});
