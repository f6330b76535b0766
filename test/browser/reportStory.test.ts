import type { Browser, Page } from 'playwright-core';
import { localLink } from '../../local/web/addresses';
import { serve, type Served } from '../../local/web/serve';
import {
  axeFindings,
  dialogFindings,
  launchBrowser,
  newPage,
  picture,
  scrollsSideways,
} from '../support/browser';
import { openStory, type Story } from '../support/story';
import { KASI, OPENING, OWNER, VILLAGES } from '../support/threeVillages';

jest.setTimeout(180_000);

let story: Story;
let browser: Browser;
let server: Served;

beforeAll(async () => {
  story = await openStory();
  await story.advance('2026-08-03T09:00');
  server = await serve(story.workspace, { port: 0 });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

const phone = (as: string): Promise<Page> => newPage(browser, { url: server.url, as });
const next = (page: Page): Promise<void> => page.getByRole('button', { name: 'Berikutnya' }).click();
/** On a page that may lead to a branch the button does not know yet that it sends. */
const send = (page: Page): Promise<void> =>
  page.getByRole('button', { name: /^(Kirim|Berikutnya)$/ }).click();
const box = (page: Page, name: string) => page.getByRole('textbox', { name });

const FIGURES: Readonly<Record<string, string>> = {
  'Kelahiran laki-laki (WNI)': '3',
  'Kelahiran perempuan (WNI)': '0',
  'Kematian laki-laki (WNI)': '1',
  'Kematian perempuan (WNI)': '0',
  'Pendatang laki-laki (WNI)': '2',
  'Pendatang perempuan (WNI)': '0',
  'Pindah keluar laki-laki (WNI)': '2',
  'Pindah keluar perempuan (WNI)': '0',
  'Jumlah KK akhir bulan': String(OPENING.households),
};
const CLOSING_MALE = 'Jumlah seluruh penduduk akhir bulan, laki-laki';
const CLOSING_FEMALE = 'Jumlah seluruh penduduk akhir bulan, perempuan';

async function openForm(
  page: Page,
  address = `/forms/d/e/${story.form('balang').publishedId}/viewform`,
): Promise<void> {
  await page.goto(`${server.url}${address}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
}

test('an operator fills the form wrong on a phone, is told at once what to mend, and sends it right', async () => {
  const { operator } = VILLAGES.balang;
  const page = await phone(operator);
  await openForm(page);
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('radio', { name: 'Kependudukan' }).check();
  await page.getByRole('combobox', { name: 'Bulan laporan' }).selectOption('Juli 2026');
  await box(page, 'Nama petugas pelapor').fill('Norhayati');
  await picture(page, 'story-form-first-page', false);
  await next(page);
  for (const [label, figure] of Object.entries(FIGURES)) await box(page, label).fill(figure);
  await box(page, 'Kelahiran laki-laki (WNI)').fill('tiga');
  await box(page, CLOSING_MALE).fill('640');
  await box(page, CLOSING_FEMALE).fill('592');
  await page.getByRole('radio', { name: 'Tidak' }).check();
  await send(page);
  // The form itself stops what is no number.
  await page.getByRole('alert').first().waitFor();
  expect(story.form('balang').responses).toHaveLength(0);
  await picture(page, 'story-form-refused', false);

  await box(page, 'Kelahiran laki-laki (WNI)').fill(FIGURES['Kelahiran laki-laki (WNI)'] ?? '');
  await send(page);
  await page.getByText('Terima kasih').waitFor();
  expect(story.form('balang').responses).toHaveLength(1);
  await picture(page, 'story-form-sent', false);

  // The control total does not add up: told by mail, with the arithmetic and a link that is filled in already.
  const mail = story.mails.find((each) => each.subject.includes('Perlu perbaikan'));
  expect(mail?.to).toEqual([operator]);
  expect(mail?.subject).toBe('[KUDAPANMAS] Perlu perbaikan: Laporan Kependudukan Juli 2026, Desa Balang');
  expect(mail?.text).toContain('610 (awal bulan) + 3 lahir + 2 datang − 1 meninggal − 2 pindah = 612');
  const link = /https:\S+viewform\S+/.exec(mail?.text ?? '')?.[0] ?? '';
  await page.goto(`${server.url}/mail`);
  await page.getByText('Perlu perbaikan').first().waitFor();
  await picture(page, 'story-mail', false);

  await openForm(page, localLink(link));
  expect(await page.getByRole('combobox', { name: 'Bulan laporan' }).inputValue()).toBe('Juli 2026');
  await next(page);
  expect(await box(page, 'Kelahiran laki-laki (WNI)').inputValue()).toBe('3');
  expect(await box(page, CLOSING_MALE).inputValue()).toBe('');
  await box(page, CLOSING_MALE).fill('612');
  await box(page, CLOSING_FEMALE).fill('592');
  await send(page);
  await page.getByText('Terima kasih').waitFor();
  expect(story.form('balang').responses).toHaveLength(2);
});

test('the status page of the village says what is done', async () => {
  const page = await phone(VILLAGES.balang.operator);
  const sheet = story.registry('balang')[8] ?? '';
  await page.goto(`${server.url}/spreadsheets/d/${sheet}/edit`);
  await page
    .getByRole('gridcell', { name: /✓.*Kependudukan/ })
    .first()
    .waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await picture(page, 'story-status', false);
});

test('the Kasi sees the figures in Rekap Penduduk', async () => {
  const page = await newPage(browser, { url: server.url, as: KASI, width: 1366, height: 800 });
  const tab = story.tab('Rekap Penduduk');
  await page.goto(`${server.url}/spreadsheets/d/${story.fileId}/edit?gid=${String(tab.sheet.sheetId)}`);
  await page.getByRole('gridcell', { name: '1.204' }).first().waitFor();
  await picture(page, 'story-recap', false);
  const balang = story.rows('Rekap Penduduk').find((row) => row[1]?.includes('Balang'));
  // Columns 26–32 of B.3: WNA L, WNA P, WNI L, WNI P, KK, anggota, jiwa.
  expect(balang?.slice(25, 32)).toEqual(['0', '0', '612', '592', '351', '853', '1204']);
});

test('the menu is there for the owner, and a recap is made from its dialog', async () => {
  const page = await newPage(browser, { url: server.url, as: OWNER, width: 1366, height: 800 });
  await page.goto(`${server.url}/spreadsheets/d/${story.fileId}/edit`);
  await page.getByText('KUDAPANMAS', { exact: true }).first().click();
  await picture(page, 'story-menu', false);
  await page.getByRole('button', { name: 'Buat rekap bulan…', exact: true }).click();
  const dialog = page.getByRole('dialog').frameLocator('iframe');
  await dialog.getByRole('button', { name: 'Buat rekap' }).waitFor();
  await picture(page, 'story-recap-dialog', false);
  expect(await dialogFindings(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Buat rekap' }).click();
  await dialog.getByText('XLSX').first().waitFor({ timeout: 60_000 });
  await picture(page, 'story-recap-done', false);
});

test('the dashboard, as the Kasi: free of barriers, by keyboard, on a narrow screen, on paper', async () => {
  const page = await newPage(browser, { url: server.url, as: KASI, width: 1366, height: 800 });
  await page.goto(`${server.url}/spreadsheets/d/${story.fileId}/edit`);
  await page.getByText('KUDAPANMAS', { exact: true }).first().click();
  await page.getByRole('button', { name: 'Dasbor', exact: true }).click();
  const inside = page.getByRole('dialog', { name: 'Dasbor' }).frameLocator('iframe');
  await inside.getByText('1.204 jiwa').first().waitFor();
  await picture(page, 'story-dashboard', false);
  expect(await dialogFindings(page)).toEqual([]);
  await inside.getByLabel('Bulan').focus();
  for (const name of ['Cetak', 'Tutup']) {
    await page.keyboard.press('Tab');
    expect(await inside.locator(':focus').textContent()).toBe(name);
  }
  // The page by itself on a narrow screen, and as it is printed.
  const html = story.workspace.whatIsShown(story.fileId).dialog?.html ?? '';
  const phonePage = await phone(KASI);
  await phonePage.setContent(html);
  await phonePage.getByRole('heading', { level: 1 }).waitFor();
  expect(await scrollsSideways(phonePage)).toBe(false);
  await picture(phonePage, 'story-dashboard-phone');
  await phonePage.emulateMedia({ media: 'print' });
  expect(await phonePage.getByRole('button', { name: 'Cetak' }).isVisible()).toBe(false);
  expect(await phonePage.getByText('Kelengkapan').first().isVisible()).toBe(true);
});

test('a past month is imported on a phone: looked at, a name chosen by the keyboard alone, looked at again', async () => {
  const page = await phone(OWNER);
  await page.goto(`${server.url}/spreadsheets/d/${story.fileId}/edit`);
  await page.getByText('KUDAPANMAS', { exact: true }).first().click();
  await page.getByText('Impor', { exact: true }).first().click();
  await page.getByRole('button', { name: 'Impor bulan lalu…', exact: true }).click();
  const dialog = page.getByRole('dialog').frameLocator('iframe');
  await dialog
    .getByLabel('Sumber')
    .fill(
      [
        'REKAP BULAN JUNI 2026;;;;;;;;;;;',
        'Desa;Lahir L;Lahir P;Mati L;Mati P;Datang L;Datang P;Pindah L;Pindah P;KK akhir;Akhir L;Akhir P',
        'Balang Lama;0;0;0;0;0;0;0;0;351;610;592',
      ].join('\n'),
    );
  await dialog.getByRole('button', { name: 'Lihat dahulu' }).click();
  await dialog.getByText('Baris 3: desa "Balang Lama" tidak dikenal.').waitFor();
  expect(await dialog.getByRole('button', { name: /^Impor/ }).isVisible()).toBe(false);
  await dialog.getByText('Kolom (12, 0 tidak dipakai)').click();
  expect(await dialog.getByLabel('Kolom B: Lahir L').inputValue()).toBe('Kelahiran laki-laki (WNI)');
  expect(await dialogFindings(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);
  await picture(page, 'story-import', false);
  expect(await dialog.getByLabel('Bulan seluruh tabel').inputValue()).toBe('Juni 2026');
  await dialog.getByLabel('Bulan seluruh tabel').focus();
  await page.keyboard.press('Tab');
  expect(await dialog.locator(':focus').getAttribute('id')).toBe(
    await dialog.getByLabel('"Balang Lama" adalah').getAttribute('id'),
  );
  await page.keyboard.type('Desa Balang');
  await dialog.getByRole('button', { name: 'Lihat lagi' }).click();
  await dialog.getByRole('button', { name: 'Impor 1 laporan' }).click();
  await dialog.getByText('1 laporan Kependudukan dari teks CSV diimpor untuk Desa Balang.').waitFor();
  await picture(page, 'story-imported', false);
});
