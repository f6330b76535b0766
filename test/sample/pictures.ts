import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { serve } from '../../local/web/serve';
import { launchBrowser, newPage } from '../support/browser';
import { openStory, type Story } from '../support/story';
import { takeWorkspacePictures } from './workspacePictures';
import { KASI, OPENING, OWNER, VILLAGES } from '../support/threeVillages';

const FOLDER = path.resolve('docs', 'pictures');
/** The start page over the sample. */
const START = 'local-workspace';
/** Bytes of one picture and of all: they are in the repository. */
const MOST_EACH = 150_000;
const MOST_ALL = 2_600_000;

/** What the pictures are taken of: the story, its address, and a browser. */
interface Studio {
  readonly story: Story;
  readonly url: string;
  readonly browser: Browser;
}

const phone = ({ browser, url }: Studio, as: string): Promise<Page> =>
  newPage(browser, { url, as, height: 740, scale: 1.5 });
const screen = ({ browser, url }: Studio, as: string, height = 640): Promise<Page> =>
  newPage(browser, { url, as, width: 1366, height });

/** Height of the head that the workspace puts above its pages on a screen: the office has Google's there. */
const HEAD_HEIGHT = 48;

/** A picture of what is seen; with a width, of that much of a screen without the workspace's head. */
async function take(page: Page, name: string, width?: number, height?: number): Promise<void> {
  const file = path.join(FOLDER, `${name}.png`);
  const seen = page.viewportSize() ?? { width: 0, height: 0 };
  const clip = {
    x: 0,
    y: HEAD_HEIGHT,
    width: width ?? seen.width,
    height: (height ?? seen.height) - HEAD_HEIGHT,
  };
  await page.screenshot(width === undefined ? { path: file } : { path: file, clip });
}

/** July 2026 as three villages reported it until the evening of 6 August. */
async function live(story: Story): Promise<void> {
  await story.advance('2026-07-28T20:15');
  await story.submit('kelurahan', {
    type: 'activities',
    answers: { kind: 'Siskamling/ronda', times: 4, date: '2026-07-25', startTime: '22:00', endTime: '04:00' },
  });
  await story.advance('2026-08-03T09:14');
  await story.submit('balang', { answers: { ...CHANGES, closingMale: 640 } });
  await story.submit('balang', { type: 'readiness' });
  await story.advance('2026-08-04T10:02');
  await story.submit('kelurahan', { answers: { departuresFemale: 1, closingFemale: OPENING.female - 1 } });
  await story.submit('kelurahan', { type: 'readiness' });
  await story.advance('2026-08-04T10:20');
}

const CHANGES = { birthsMale: 3, arrivalsMale: 2, deathsMale: 1, departuresMale: 2 } as const;

async function formPictures(studio: Studio): Promise<void> {
  const { operator } = VILLAGES.other;
  const page = await phone(studio, operator);
  await page.goto(`${studio.url}/forms/d/e/${studio.story.form('other').publishedId}/viewform`);
  await page.getByRole('radio', { name: 'Kependudukan' }).check();
  await page.getByRole('combobox', { name: 'Bulan laporan' }).selectOption('Juli 2026');
  await page.getByRole('textbox', { name: 'Nama petugas pelapor' }).fill('Norhayati');
  await take(page, 'formulir-halaman-pertama');
  await page.getByRole('button', { name: 'Berikutnya' }).click();
  await page.getByRole('textbox', { name: 'Kelahiran laki-laki (WNI)' }).fill('tiga');
  await page.getByRole('button', { name: /^(Kirim|Berikutnya)$/ }).click();
  await page.getByRole('alert').first().waitFor();
  await page.getByRole('textbox', { name: 'Kelahiran laki-laki (WNI)' }).scrollIntoViewIfNeeded();
  await take(page, 'formulir-salah-isi');
}

async function statusPicture(studio: Studio, name: string): Promise<void> {
  const page = await phone(studio, VILLAGES.balang.operator);
  await page.goto(`${studio.url}/spreadsheets/d/${studio.story.registry('balang')[8] ?? ''}/edit`);
  await page.getByRole('gridcell', { name: 'Juli 2026' }).first().waitFor();
  await take(page, name);
}

/** The mail as a phone shows it, without what the workspace puts around it. */
async function mailPicture(studio: Studio): Promise<void> {
  const mail = studio.story.mails.find((each) => each.subject.includes('Perlu perbaikan'));
  if (mail === undefined) throw new Error('No mail asks for a correction.');
  const page = await phone(studio, VILLAGES.balang.operator);
  await page.goto(`${studio.url}/mail/messages/${mail.id}/body`);
  await page.getByText('Perlu', { exact: false }).first().waitFor();
  await take(page, 'surel-perlu-perbaikan');
}

/** What is put right, and what waits for the Kasi. */
async function correct(studio: Studio): Promise<void> {
  const { story } = studio;
  await story.advance('2026-08-04T14:30');
  await story.submit('balang', { answers: { ...CHANGES, closingMale: 612 } });
  await story.submit('balang', { type: 'activities', answers: { times: 4, personnel: 20 } });
  await story.submit('balang', { type: 'readiness', period: '2026-06' });
  await story.submit('other', {
    answers: { closingMale: 605, differenceReason: 'Pencocokan data dengan Dukcapil' },
  });
  await story.advance('2026-08-05T08:30');
}

async function openTab(studio: Studio, page: Page, name: string): Promise<void> {
  const { sheetId } = studio.story.tab(name).sheet;
  await page.goto(`${studio.url}/spreadsheets/d/${studio.story.fileId}/edit?gid=${String(sheetId)}`);
  await page.getByRole('gridcell').first().waitFor();
}

async function officePictures(studio: Studio): Promise<void> {
  const page = await screen(studio, KASI);
  for (const [tab, name] of [
    ['Rekap Penduduk', 'rekap-penduduk'],
    ['Antrean Tinjau', 'antrean-tinjau'],
    ['Kepatuhan', 'kepatuhan'],
    ['Kirim WA', 'kirim-wa'],
    ['Rekap Linmas', 'rekap-linmas'],
  ] as const) {
    await openTab(studio, page, tab);
    await take(page, name, 1366, 560);
  }
}

async function menuPictures(studio: Studio): Promise<void> {
  const page = await screen(studio, OWNER, 720);
  await openTab(studio, page, 'Beranda');
  await take(page, 'beranda', 720, 640);
  await page.getByText('KUDAPANMAS', { exact: true }).first().click();
  await take(page, 'menu', 420, 620);
  await dialogPicture(page, 'Buat rekap bulan…', 'Buat rekap', 'dialog-rekap');
  await studio.story.decide(['Balang', 'Kependudukan'], 'Setujui');
  for (const [item, button, name] of [
    ['Batalkan keputusan…', 'Batalkan keputusan', 'dialog-batalkan'],
    ['Dasbor', 'Cetak', 'dasbor'],
  ] as const) {
    const next = await screen(studio, OWNER, 900);
    await openTab(studio, next, 'Beranda');
    await next.getByText('KUDAPANMAS', { exact: true }).first().click();
    await dialogPicture(next, item, button, name);
  }
}

/** What an item of the open menu shows, once it has that button. */
async function dialogPicture(page: Page, item: string, button: string, name: string): Promise<void> {
  await page.getByRole('button', { name: item, exact: true }).click();
  const dialog = page.getByRole('dialog').frameLocator('iframe');
  await dialog.getByRole('button', { name: button }).first().waitFor();
  await page.getByRole('dialog').screenshot({ path: path.join(FOLDER, `${name}.png`) });
}

/** On a phone there is no menu: a row of `Perintah` is filled in and ticked. */
async function orderPicture(studio: Studio): Promise<void> {
  await studio.story.order({ Perintah: 'Buat rekap bulan', Bulan: 'Juli 2026' });
  const page = await screen(studio, KASI);
  await openTab(studio, page, 'Perintah');
  await take(page, 'perintah', 1366, 330);
}

async function workspacePicture(studio: Studio): Promise<void> {
  const page = await newPage(studio.browser, {
    url: studio.url,
    as: OWNER,
    width: 1366,
    height: 700,
    language: 'en-US',
  });
  await page.goto(`${studio.url}/`);
  await take(page, START);
}

/** Size of each picture; throws where one is too large for the repository. */
function weigh(): string {
  const sizes = readdirSync(FOLDER).map((name) => [name, statSync(path.join(FOLDER, name)).size] as const);
  const large = sizes.filter(([, size]) => size > MOST_EACH).map(([name]) => name);
  const all = sizes.reduce((sum, [, size]) => sum + size, 0);
  if (large.length > 0) throw new Error(`Too large: ${large.join(', ')}.`);
  if (all > MOST_ALL) throw new Error(`All pictures together have ${String(all)} bytes.`);
  return sizes.map(([name, size]) => `${String(Math.round(size / 1000)).padStart(5)} KB  ${name}`).join('\n');
}

/** Empties the folder of what is taken anew. */
function clear(isTaken: (name: string) => boolean): void {
  mkdirSync(FOLDER, { recursive: true });
  for (const name of readdirSync(FOLDER)) if (isTaken(name)) rmSync(path.join(FOLDER, name));
}
const isOfWorkspace = (name: string): boolean => name.startsWith('local-');

/** `npm run pictures workspace` takes those of the local workspace alone. */
async function main(): Promise<void> {
  const onlyWorkspace = process.argv[2] === 'workspace';
  const browser = await launchBrowser();
  try {
    if (!onlyWorkspace) await productPictures(browser);
    clear((name) => isOfWorkspace(name) && name !== `${START}.png`);
    await takeWorkspacePictures(browser, FOLDER);
  } finally {
    await browser.close();
  }
  console.log(weigh());
}

async function productPictures(browser: Browser): Promise<void> {
  clear((name) => !isOfWorkspace(name) || name === `${START}.png`);
  const story = await openStory({ zone: 'Asia/Makassar' });
  await live(story);
  const server = await serve(story.workspace, { port: 0 });
  const studio = { story, url: server.url, browser };
  try {
    await formPictures(studio);
    await statusPicture(studio, 'halaman-status-perbaikan');
    await mailPicture(studio);
    await correct(studio);
    await statusPicture(studio, 'halaman-status');
    await officePictures(studio);
    await menuPictures(studio);
    await orderPicture(studio);
    await workspacePicture(studio);
  } finally {
    await server.close();
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
