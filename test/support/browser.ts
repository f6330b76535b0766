import { mkdirSync } from 'node:fs';
import path from 'node:path';
import chromium from '@sparticuz/chromium';
import axe from 'axe-core';
import { chromium as playwright } from 'playwright-core';
import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';

/** What the package turns off to start fast in a cloud function and what a test of pages needs on. */
const unwanted = [
  // Ends the whole browser with its first page.
  '--single-process',
  '--no-zygote',
  // Without these a browser forgives what our policies are there to forbid.
  '--disable-web-security',
  '--allow-running-insecure-content',
  '--disable-site-isolation-trials',
];

/** A real Chromium, out of the npm package: nothing has to be installed beside it. Close it when done. */
export async function launchBrowser(): Promise<Browser> {
  // No page draws in three dimensions, and without a graphics card that takes half of a core.
  chromium.setGraphicsMode = false;
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    args: chromium.args.filter((argument) => !unwanted.includes(argument)),
    headless: true,
  });
}

export interface PageOptions {
  /** Origin of the workspace, for the cookie: `http://127.0.0.1:4000`. */
  url: string;
  /** Who is signed in; nobody when left out. */
  as?: string;
  language?: 'id-ID' | 'en-US';
  /** CSS pixels; a phone of 360 × 740 when left out. */
  width?: number;
  height?: number;
  javaScript?: boolean;
  /** Pixels of a picture for each CSS pixel; 1 when left out. */
  scale?: number;
}

/** A page as a person has it: on a small phone by touch, or on a screen of that width by mouse. */
export async function newPage(browser: Browser, options: PageOptions): Promise<Page> {
  const width = options.width ?? 360;
  const context: BrowserContext = await browser.newContext({
    viewport: { width, height: options.height ?? 740 },
    deviceScaleFactor: options.scale ?? 1,
    locale: options.language ?? 'id-ID',
    hasTouch: width < 600,
    isMobile: width < 600,
    javaScriptEnabled: options.javaScript ?? true,
  });
  if (options.as !== undefined) {
    await context.addCookies([{ name: 'as', value: options.as, url: options.url }]);
  }
  context.setDefaultTimeout(20_000);
  return context.newPage();
}

/** A picture of the page in `build/pictures`, for a person to look at; with `PICTURES=1`, since each takes its time. */
export async function picture(page: Page, name: string, fullPage = true): Promise<void> {
  if (process.env['PICTURES'] === undefined) return;
  const file = path.join(process.cwd(), 'build', 'pictures', `${name}.png`);
  mkdirSync(path.dirname(file), { recursive: true });
  await page.screenshot({ path: file, fullPage });
}

/** What axe-core finds wrong with the page, or with one frame in it, one line each: rule, what it asks for, where. Empty = nothing. */
export async function axeFindings(page: Page | Frame): Promise<string[]> {
  // Through the debugger and not as a script tag: the pages' own policy forbids those.
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, {
      resultTypes: ['violations'],
      iframes: false,
    });
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map((node) => `${id}: ${help} – ${node.target.join(' ')}`),
    );
  });
}

/** The same inside of a dialog or sidebar, which the page's own check does not enter; throws where none is open. */
export async function dialogFindings(page: Page): Promise<string[]> {
  const frame = page.frames().find((one) => one !== page.mainFrame() && one.url() !== 'about:blank');
  if (frame === undefined) throw new Error('No dialog is open.');
  return axeFindings(frame);
}

/** Does anything stick out to the right, so that the whole page scrolls sideways? */
export function scrollsSideways(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1);
}
