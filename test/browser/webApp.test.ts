import type { Browser } from 'playwright-core';
import { deploymentId } from '../../local/services/deployment';
import { serve } from '../../local/web/serve';
import type { Served } from '../../local/web/serve';
import { axeFindings, launchBrowser, newPage, picture, scrollsSideways } from '../support/browser';
import { cleanUp, openWorkspace, projectFolder } from '../support/localProject';
import { RESPONDER } from '../support/pagesContent';
import { WEB_APP, WEB_PAGE } from '../support/webAppProject';

jest.setTimeout(60_000);

let browser: Browser;
beforeAll(async () => (browser = await launchBrowser()));
afterAll(() => browser.close());

describe('a web app', () => {
  const own = openWorkspace();
  const webapp = { executeAs: 'USER_DEPLOYING', access: 'ANYONE' };
  const directory = projectFolder(WEB_APP, { manifest: { webapp }, files: { 'page.html': WEB_PAGE } });
  const path = `/macros/s/${deploymentId(own.addProject({ directory, name: 'Layanan' }))}/exec`;
  let second: Served;
  beforeAll(async () => (second = await serve(own, { port: 0 })));
  afterAll(async () => {
    await second.close();
    await cleanUp();
  });

  test('its page asks the script, and its links lead on, on a phone', async () => {
    const page = await newPage(browser, { url: second.url, as: RESPONDER });
    await page.goto(`${second.url}${path}?name=Budi`);
    const frame = page.frameLocator('iframe.web-app');
    await frame.getByRole('heading', { name: 'Halo Budi' }).waitFor();
    await frame.getByRole('button', { name: 'Tanya' }).click();
    await frame.getByText('Halo Budi dari kantor@contoh.id|').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    await frame.getByRole('link', { name: 'Sari' }).click();
    await page.waitForURL(/name=Sari/);
    await page.frameLocator('iframe.web-app').getByRole('heading', { name: 'Halo Sari' }).waitFor();
    await picture(page, 'local-web-app-360');
    await page.context().close();
  });

  test('its form reaches doPost, and its history is the address of the window', async () => {
    const page = await newPage(browser, { url: second.url, as: RESPONDER });
    await page.goto(`${second.url}${path}?name=Budi`);
    const frame = page.frameLocator('iframe.web-app');
    await frame.getByRole('button', { name: 'Maju' }).click();
    await page.waitForURL(/\?step=2&step=3#bawah$/);
    await frame.getByRole('button', { name: 'Di mana' }).click();
    await frame
      .getByText('{"hash":"bawah","parameter":{"step":"2"},"parameters":{"step":["2","3"]}}')
      .waitFor();
    await page.goBack();
    await page.waitForURL(/name=Budi$/);
    await frame.getByText('kembali null').waitFor();
    await frame.getByRole('textbox', { name: 'Nama' }).fill('Siti & Ali');
    await frame.getByRole('button', { name: 'Kirim' }).click();
    await page.getByText('"name":"Siti & Ali"').waitFor();
    expect(new URL(page.url()).pathname).toBe(path);
    await page.context().close();
  });

  test('asks to sign in where somebody has to be', async () => {
    const page = await newPage(browser, { url: second.url });
    await page.goto(second.url + path);
    await page.getByRole('link', { name: 'Masuk' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.context().close();
  });
});
