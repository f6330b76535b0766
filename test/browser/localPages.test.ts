import type { Browser, Page } from 'playwright-core';
import { serve } from '../../local/web/serve';
import type { Served } from '../../local/web/serve';
import { axeFindings, launchBrowser, newPage, picture, scrollsSideways } from '../support/browser';
import type { PageOptions } from '../support/browser';
import { answerEveryItem, closedForm } from '../support/pagesAnswered';
import { OWNER, RESPONDER, STRANGER } from '../support/pagesContent';
import { pagesWorkspace } from '../support/pagesWorkspace';

jest.setTimeout(60_000);

const setting = pagesWorkspace({ driver: 'worker' });
const { workspace, spreadsheetId, form, everyItem } = setting;
let browser: Browser;
let server: Served;
const requests: string[] = [];
/** Asked for by a script's own HTML and stopped by the policy before it left. */
const stopped: string[] = [];
const complaints: string[] = [];

/** What the addresses of pages leave open until it exists. */
const made = { TOKEN: '', CLOSED: '' };

beforeAll(async () => {
  await workspace.run({ functionName: 'install' });
  await workspace.run({ functionName: 'fail' });
  made.TOKEN = await answerEveryItem(setting, 'Jawaban pertama');
  made.CLOSED = closedForm(workspace);
  server = await serve(workspace, { port: 0 });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.close();
  await workspace.close();
});

async function open(path: string, options: Partial<PageOptions> = {}): Promise<Page> {
  const page = await tab(options);
  await page.goto(server.url + path);
  return page;
}

/** A new tab of a person; what its pages complain about is noted. */
async function tab(options: Partial<PageOptions>): Promise<Page> {
  const page = await newPage(browser, { url: server.url, as: OWNER, ...options });
  page.on('request', (request) => requests.push(request.url()));
  page.on('requestfailed', (request) => {
    if (request.failure()?.errorText === 'csp') stopped.push(request.url());
  });
  page.on('console', (message) => {
    const text = message.text();
    const ours = /Content Security Policy/.test(text) && !text.includes('example.com');
    if (ours) complaints.push(`${page.url()}: ${text}`);
  });
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
  return page;
}

const grid = `/spreadsheets/d/${spreadsheetId}/edit`;
const viewform = (publishedId: string): string => `/forms/d/e/${publishedId}/viewform`;
const pages: [name: string, path: string, as: string][] = [
  ['start', '/', OWNER],
  ['sign-in', '/sign-in?to=/', OWNER],
  ['folder', `/drive/folders/${setting.folderId}`, OWNER],
  ['mail', '/mail', OWNER],
  ['message', '/mail/messages/m1', OWNER],
  ['draft', '/mail/messages/m2', OWNER],
  ['executions', '/executions', OWNER],
  ['execution', '/executions/LAST', OWNER],
  ['triggers', '/triggers', OWNER],
  ['properties', '/properties', OWNER],
  ['clock', '/clock', OWNER],
  ['faults', '/faults', OWNER],
  ['card', '/card', OWNER],
  ['grid', grid, OWNER],
  ['grid-page-2', `${grid}?row=201`, OWNER],
  ['grid-empty', `${grid}?gid=12`, OWNER],
  ['grid-charts', `${grid}?gid=21&keep=1`, OWNER],
  ['grid-looks', `${grid}?gid=31&keep=1`, OWNER],
  ['import', `/spreadsheets/d/${spreadsheetId}/import`, OWNER],
  ['import-refused', `/spreadsheets/d/${spreadsheetId}/import`, RESPONDER],
  ['grid-read-only', grid, RESPONDER],
  ['grid-refused', grid, STRANGER],
  ['document', `/document/d/${setting.documentId}/edit`, OWNER],
  ['form', viewform(form.publishedId), RESPONDER],
  ['form-every-item', viewform(everyItem.publishedId), RESPONDER],
  ['form-answered', `${viewform(everyItem.publishedId)}?edit2=TOKEN`, RESPONDER],
  ['form-closed', viewform('CLOSED'), RESPONDER],
  ['form-edit', `/forms/d/${everyItem.id}/edit`, OWNER],
  ['form-refused', viewform(form.publishedId), STRANGER],
  ['form-sign-in', viewform(form.publishedId), ''],
  ['missing', '/nothing', OWNER],
];

describe.each([
  [360, 'id-ID'],
  [1366, 'en-US'],
] as const)('at %i pixels in %s', (width, language) => {
  /** One tab a person, as at a desk: a new one for each page would start a process each time. */
  const tabs = new Map<string, Page>();
  afterAll(() => Promise.all([...tabs.values()].map((page) => page.context().close())));
  test.each(pages)('%s: nothing for axe-core to find, nothing sticks out', async (name, path, as) => {
    const LAST = workspace.executions.at(-1)?.id ?? '';
    const places: Record<string, string> = { ...made, LAST };
    const page = tabs.get(as) ?? (await tab({ width, language, as }));
    tabs.set(as, page);
    await page.goto(server.url + path.replace(/LAST|TOKEN|CLOSED/, (place) => places[place] ?? ''));
    expect(await axeFindings(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    expect(await page.locator('h1').count()).toBe(1);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(language.slice(0, 2));
    if (name === 'form-answered') {
      expect(await page.getByRole('textbox', { name: 'Teks pendek' }).inputValue()).toBe('Jawaban pertama');
    }
    await picture(page, `local-${name}-${width}`);
  });
});

test('a form is filled and confirmed on a screen, in English', async () => {
  const page = await open(viewform(everyItem.publishedId), { width: 1366, language: 'en-US', as: RESPONDER });
  await page.getByRole('textbox', { name: 'Teks pendek' }).fill('isi');
  await page.getByRole('textbox', { name: /^Email/ }).fill(RESPONDER);
  await page.getByRole('button', { name: 'Submit' }).click();
  await page.getByText('Your response has been recorded').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);
  await page.context().close();
});

test('orders of several executions are told by their seed, on a phone', async () => {
  const page = await open('/faults');
  await page.getByRole('textbox', { name: 'Fungsi, satu setiap baris' }).fill('fail\nfail');
  await page.getByRole('spinbutton', { name: 'Berapa benih' }).fill('1');
  await page.getByRole('button', { name: 'Coba urutan' }).click();
  await page.getByRole('heading', { name: 'Benih 1' }).waitFor();
  expect(await axeFindings(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);
  await picture(page, 'local-orders-360');
  await page.context().close();
});

describe('a form on a phone', () => {
  test.each([
    ['with script', true],
    ['without script', false],
  ])('is filled wrong, then right, %s', async (_, javaScript) => {
    const before = form.responses.length;
    const page = await open(viewform(form.publishedId), { as: RESPONDER, javaScript });
    await page.getByRole('button', { name: 'Berikutnya' }).click();
    await page.getByText('Pertanyaan ini wajib diisi', { exact: true }).waitFor();
    if (javaScript) expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('combobox', { name: 'Laporan mana?' }).selectOption('Penduduk');
    await page.getByRole('button', { name: 'Berikutnya' }).click();
    await page.getByRole('textbox', { name: 'Jumlah jiwa' }).fill('seribu');
    await page.getByRole('button', { name: 'Kirim' }).click();
    await page.getByText('Isi dengan bilangan bulat', { exact: true }).waitFor();
    await picture(page, `local-form-wrong-${javaScript}`);
    await page.getByRole('textbox', { name: 'Jumlah jiwa' }).fill('1204');
    await page.getByRole('button', { name: 'Kembali' }).click();
    expect(await page.getByRole('combobox').inputValue()).toBe('Penduduk');
    await page.getByRole('button', { name: 'Berikutnya' }).click();
    expect(await page.getByRole('textbox', { name: 'Jumlah jiwa' }).inputValue()).toBe('1204');
    await page.getByRole('button', { name: 'Kirim' }).click();
    await page.getByText('Terima kasih.').waitFor();
    expect(await page.getByRole('link', { name: 'https://example.com/status' }).count()).toBe(1);
    if (javaScript) expect(await axeFindings(page)).toEqual([]);
    expect(form.responses).toHaveLength(before + 1);
    await page.context().close();
  });

  test('everything that a finger has to hit is 44 pixels high, or a box of 22 in a row of 44', async () => {
    const page = await open(viewform(everyItem.publishedId), { as: RESPONDER });
    const small = await page.evaluate(() => {
      const targets = document.querySelectorAll(
        'button, select, input:not([type=hidden], [type=radio], [type=checkbox]), textarea, .option, .step, td label',
      );
      return [...targets]
        .filter((one) => one.getClientRects().length > 0 && one.getBoundingClientRect().height < 43.5)
        .map((one) => one.outerHTML.slice(0, 80));
    });
    expect(small).toEqual([]);
    await page.context().close();
  });

  test('typing beside Other chooses it, and a choice can be taken back', async () => {
    const page = await open(viewform(everyItem.publishedId), { as: RESPONDER });
    const one = page.getByRole('radiogroup', { name: 'Satu pilihan' });
    await one.getByRole('textbox').fill('lain');
    expect(await one.getByRole('radio', { name: 'Yang lain:' }).isChecked()).toBe(true);
    await one.getByRole('button', { name: 'Kosongkan pilihan' }).click();
    expect(await one.getByRole('radio', { checked: true }).count()).toBe(0);
    await page.context().close();
  });
});

describe('the grid', () => {
  test('follows the address Google uses for a tab', async () => {
    const page = await open(`${grid}#gid=12`);
    await page.waitForURL(/gid=12/);
    await page.getByRole('grid', { name: 'Isi lembar Kosong' }).waitFor();
    await page.context().close();
  });

  test('is edited by keyboard, list, box and bar', async () => {
    const page = await open(grid, { width: 1366 });
    const cell = (a1: string) => page.locator(`td[data-a="${a1}"]`);
    await cell('A5').click();
    await page.keyboard.type('Baru');
    await page.keyboard.press('Enter');
    await cell('A5').filter({ hasText: 'Baru' }).waitFor();
    expect(await page.locator('td[aria-selected]').getAttribute('data-a')).toBe('A6');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('F2');
    await page.keyboard.press('Escape');
    expect(await page.locator('td[aria-selected]').getAttribute('data-a')).toBe('B6');
    await page.getByRole('button', { name: 'Lipat baris 5–7' }).press('Enter');
    const unfold = page.getByRole('button', { name: 'Buka baris 5–7' });
    await unfold.waitFor();
    expect(await cell('A6').count()).toBe(0);
    await page.locator('button.fold[aria-expanded=false]:focus').press('Enter');
    await cell('A6').waitFor();
    await cell('A7').click();
    await cell('A7').evaluate((target) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', 'p\t5\nq\t6\n');
      target.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    });
    await cell('B8').filter({ hasText: '6,00' }).waitFor();
    await cell('D4').getByRole('checkbox').click();
    await cell('D4').locator('input:checked').waitFor();
    await cell('E5').locator('.arrow').click();
    await cell('E5').getByRole('combobox').selectOption('dua');
    await cell('E5').filter({ hasText: 'dua' }).waitFor();
    await page.getByLabel('Sel', { exact: true }).fill('E6');
    await page.getByLabel('Isi sel').fill('tiga');
    await page.getByRole('button', { name: 'Simpan' }).click();
    await page.getByRole('alert').filter({ hasText: 'violates the data validation rules' }).waitFor();
    await page.context().close();
  });

  test("shows the script's menu, dialog, sidebar and toast, at 360 pixels too", async () => {
    const page = await open(grid);
    const choose = async (name: string): Promise<void> => {
      await page.getByText('Contoh', { exact: true }).click();
      await page.getByRole('button', { name, exact: true }).click();
    };
    await choose('Gagal');
    await page.getByRole('alert').filter({ hasText: 'sengaja <gagal>' }).waitFor();
    await choose('Tanya');
    const question = page.getByRole('dialog', { name: 'Bulan' });
    await question.getByRole('textbox', { name: 'Bulan apa?' }).fill('Juli');
    expect(await axeFindings(page)).toEqual([]);
    await picture(page, 'local-question-360', false);
    await question.getByRole('button', { name: 'Oke' }).click();
    await page.locator('.toast').filter({ hasText: 'Juli' }).waitFor();
    await choose('Dialog');
    const dialog = page.getByRole('dialog', { name: 'Dialog <contoh>' });
    const frame = dialog.frameLocator('iframe');
    await frame.getByRole('button', { name: 'Hitung' }).click();
    await frame.getByText('untuk {"sum":5}').waitFor();
    await frame.getByRole('button', { name: 'Gagalkan' }).click();
    await frame.getByText('untuk sengaja <gagal>').waitFor();
    await frame.getByRole('button', { name: 'Rahasia' }).click();
    await frame.getByText(/untuk .*secret_/).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await picture(page, 'local-dialog-360', false);
    await frame.getByRole('button', { name: 'Tutup saja' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await choose('Bilah');
    const sidebar = page.locator('#sidebar');
    await sidebar.frameLocator('iframe').getByText('Isi dialog').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await picture(page, 'local-sidebar-360', false);
    await page.getByRole('link', { name: 'Kosong' }).click();
    await page.getByRole('grid', { name: 'Isi lembar Kosong' }).waitFor();
    expect(new URL(page.url()).searchParams.get('gid')).toBe('12');
    await page.goBack();
    await page.getByRole('grid', { name: 'Isi lembar Daftar' }).waitFor();
    expect(await sidebar.frameLocator('iframe').getByText('Isi dialog').count()).toBe(1);
    await sidebar.getByRole('button', { name: 'Tutup' }).click();
    await sidebar.waitFor({ state: 'hidden' });
    await page.getByLabel('Sel', { exact: true }).fill('B2');
    await page.getByLabel('Isi sel').fill('77');
    await page.getByRole('button', { name: 'Simpan' }).click();
    await page.locator('.toast').filter({ hasText: '77' }).waitFor();
    await page.context().close();
  });
});

describe('what a person selects and a script activates', () => {
  const choose = async (page: Page, name: string): Promise<void> => {
    await page.getByText('Contoh', { exact: true }).click();
    await page.getByRole('button', { name, exact: true }).click();
  };

  test('a range by mouse, keyboard, row number and address is what the script gets', async () => {
    const page = await open(grid, { width: 1366 });
    const cell = (a1: string) => page.locator(`td[data-a="${a1}"]`);
    const where = page.getByLabel('Sel', { exact: true });
    await cell('A2').hover();
    await page.mouse.down();
    await cell('B3').hover();
    await page.mouse.up();
    expect(await where.inputValue()).toBe('A2:B3');
    expect(await page.locator('td.in-range').count()).toBe(4);
    expect(await axeFindings(page)).toEqual([]);
    await choose(page, 'Hitung');
    await page.locator('.toast').filter({ hasText: 'A2:B3' }).waitFor();
    await cell('A2').click();
    expect(await where.inputValue()).toBe('A2');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowRight');
    expect(await where.inputValue()).toBe('A2:B3');
    await page.locator('tbody th.rowhead').filter({ hasText: /^5$/ }).click();
    expect(await where.inputValue()).toBe('5:5');
    await where.fill('c3:d4');
    await where.press('Tab');
    await choose(page, 'Hitung');
    await page.locator('.toast').filter({ hasText: 'C3:D4' }).waitFor();
    await page.context().close();
  });

  test.each([
    ['with script', true],
    ['without script', false],
  ])('the page goes where the script goes, %s', async (_, javaScript) => {
    const page = await open(grid, { width: 1366, javaScript });
    await choose(page, 'Pindah');
    await page.getByRole('grid', { name: 'Isi lembar Kosong' }).waitFor();
    expect(await page.getByLabel('Sel', { exact: true }).inputValue()).toBe('B3:C4');
    if (javaScript) {
      expect(await page.locator('td.in-range').count()).toBe(4);
      expect(new URL(page.url()).searchParams.get('gid')).toBe('12');
    }
    await page.context().close();
  });
});

test('an xlsx comes back only after its differences were seen', async () => {
  const page = await open(grid, { width: 1366 });
  await page.locator('td[data-a="A9"]').click();
  await page.keyboard.type('sebelum');
  await page.keyboard.press('Enter');
  await page.locator('td[data-a="A9"]').filter({ hasText: 'sebelum' }).waitFor();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'xlsx', exact: true }).click(),
  ]);
  const path = await file.path();
  await page.locator('td[data-a="A9"]').click();
  await page.keyboard.type('sesudah');
  await page.keyboard.press('Enter');
  await page.locator('td[data-a="A9"]').filter({ hasText: 'sesudah' }).waitFor();
  await page.getByRole('link', { name: 'Ambil dari xlsx…' }).click();
  const input = page.getByLabel('File .xlsx');
  await input.setInputFiles({ name: 'salah.xlsx', mimeType: 'text/plain', buffer: Buffer.from('bukan') });
  await page.getByRole('button', { name: 'Lihat perbedaan' }).click();
  await page.getByRole('alert').filter({ hasText: 'tidak dapat dibaca' }).waitFor();
  await input.setInputFiles(path);
  await page.getByRole('button', { name: 'Lihat perbedaan' }).click();
  await page.getByText('Daftar!A9: sesudah → sebelum').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await picture(page, 'local-import-differences');
  const a9 = (): unknown => workspace.store.get('spreadsheet', spreadsheetId)?.sheets[0]?.rows[8]?.values[0];
  expect(a9()).toBe('sesudah');
  await page.getByRole('button', { name: /^Ambil \d+ perbedaan$/ }).click();
  await page.getByRole('heading', { name: /perbedaan diambil$/ }).waitFor();
  expect(a9()).toBe('sebelum');
  await page.context().close();
});

test('no page asked anything of another host, and no script of ours failed', () => {
  const away = requests.filter((address) => !address.startsWith(server.url) && !address.startsWith('data:'));
  expect(away.length).toBeGreaterThan(0);
  expect(away).toEqual(stopped);
  expect(complaints).toEqual([]);
});
