import type { Browser, FrameLocator, Page } from 'playwright-core';
import { serve, type Served } from '../../local/web/serve';
import { grid, tab } from '../sample/sheet';
import { axeFindings, dialogFindings, launchBrowser, newPage, picture } from '../support/browser';
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

/** The rows of a tab of the master, a line each. */
const textOf = (name: string): string =>
  grid(tab(office.workspace, office.master, name))
    .map((row) => row.filter((cell) => cell !== '').join(' '))
    .join('\n');

const frameOf = (page: Page, title: string): FrameLocator =>
  page.getByRole('dialog', { name: title }).frameLocator('iframe');

test('the owner finds the kecamatan, prepares and installs; the bar moves to its end', async () => {
  const page = await openMaster(OWNER);
  await choose(page, 'Siapkan pengaturan…');
  const prepare = frameOf(page, 'Siapkan pengaturan');
  const option = (name: string) => prepare.getByRole('option', { name, exact: true });
  await option('Paringin, Kabupaten Balangan (63.11.06)').waitFor({ state: 'attached' });
  await prepare.getByLabel('Cari kecamatan').fill('');
  await prepare.getByLabel('Provinsi').selectOption('Kalimantan Selatan');
  await prepare.getByLabel('Kabupaten/Kota').selectOption('Kabupaten Balangan');
  await prepare.getByLabel('Kecamatan', { exact: true }).selectOption('63.11.01');
  await prepare.getByText('21 desa dan kelurahan Kecamatan Juai').waitFor();
  await prepare.getByLabel('Cari kecamatan').fill('paringin 63.11.06');
  await prepare.getByText('16 desa dan kelurahan Kecamatan Paringin, Kabupaten Balangan (WITA)').click();
  await prepare.getByLabel('Desa 63.11.06.2005').fill('Balang Baru');
  await prepare.getByText('Kantor, tanggal, dan laporan').click();
  await prepare.getByLabel('Tanggal tenggat').fill('tiga');
  await prepare.getByText('Operator desa').click();
  await prepare.getByLabel('Tempel daftar operator').fill('Balang Baru\tContoh\tbukan alamat');
  expect(await axeFindings(page)).toEqual([]);
  expect(await dialogFindings(page)).toEqual([]);
  await picture(page, 'setup-prepare', false);
  await prepare.getByRole('button', { name: 'Siapkan' }).click();
  await prepare.getByText('Tertulis "tiga". Mohon tulis angka 1–28').waitFor();
  await prepare.getByText('Operator. Baris 1').waitFor();
  await prepare.getByLabel('Tanggal tenggat').fill('7');
  const good = 'Balang Baru\tContoh Operator\toperator.balang@contoh.id\t081200000002';
  await prepare.getByLabel('Tempel daftar operator').fill(good);
  await prepare.getByRole('button', { name: 'Siapkan' }).click();
  await prepare.getByText('Tab pengaturan siap.').waitFor();
  expect(textOf('Desa')).toContain('63.11.06.2005 Balang Baru');
  expect(textOf('Pengaturan')).toContain('Tanggal tenggat 7');
  expect(textOf('Operator')).toContain(
    '63.11.06.2005 Balang Baru Contoh Operator operator.balang@contoh.id 081200000002',
  );
  await prepare.getByRole('button', { name: 'Tutup' }).click();

  office.run('fillSettings');
  await choose(page, 'Pasang…');
  const install = frameOf(page, 'Pasang');
  await install.getByRole('button', { name: 'Pasang' }).click();
  await install.getByText('Pemasangan selesai.').waitFor({ timeout: 90_000 });
  expect(await dialogFindings(page)).toEqual([]);
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

test('on a phone of 360 pixels nothing is cut, and the keyboard alone reaches every field', async () => {
  const page = await newPage(browser, { url: server.url, as: OWNER });
  await page.goto(`${server.url}/spreadsheets/d/${office.master}/edit`);
  await choose(page, 'Siapkan pengaturan…');
  const prepare = frameOf(page, 'Siapkan pengaturan');
  await prepare.getByText('16 desa dan kelurahan Kecamatan Paringin').waitFor();
  await prepare.getByLabel('Cari kecamatan').focus();
  const reached: string[] = [];
  for (let step = 0; reached.at(-1) !== 'go' && step < 80; step += 1) {
    reached.push(
      await prepare.locator(':focus').evaluate((element) => element.id || element.textContent || ''),
    );
    const isClosed = reached.at(-1)?.trim() === 'Operator desa (boleh nanti)';
    if (isClosed || /villagesTitle|Kantor, tanggal/.test(reached.at(-1) ?? ''))
      await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
  }
  for (const id of [
    'province',
    'regency',
    'subdistrict',
    'profile',
    'v63.11.06.2005',
    'line-owner',
    'operators',
    'go',
  ])
    expect(reached.join('|')).toContain(id);
  const { inner, outer } = await prepare
    .locator('html')
    .evaluate((element) => ({ inner: element.scrollWidth, outer: element.clientWidth }));
  expect(inner).toBeLessThanOrEqual(outer);
});
