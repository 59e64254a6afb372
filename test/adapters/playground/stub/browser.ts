import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sparticuz from '@sparticuz/chromium';
import { type Browser, chromium, type Page } from 'playwright-core';

const args = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const launch = async (): Promise<Browser> =>
  chromium.launch({ executablePath: await sparticuz.executablePath(), args });

export interface Visit {
  readonly page: Page;
  /** Errors on the console and requests that went anywhere but home. */
  readonly trouble: string[];
}

export const visit = async (browser: Browser, url: string, width: number, dark = false): Promise<Visit> => {
  const page = await browser.newPage({
    viewport: { width, height: width < 600 ? 740 : 860 },
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  });
  const trouble: string[] = [];
  page.on('console', (message) => message.type() === 'error' && trouble.push(message.text()));
  page.on('pageerror', (error) => trouble.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && !request.url().startsWith('data:')) trouble.push(request.url());
  });
  await page.goto(url);
  await page.getByRole('button', { name: /^1/ }).or(page.getByText('Try this')).first().waitFor();
  return { page, trouble };
};

/** For people to look at; nothing compares them. */
export const picture = (page: Page, name: string) =>
  page.screenshot({ path: join(tmpdir(), `pushin-playground-${name}.png`) });

/** What the focused element is called. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement;
    const labels =
      element instanceof HTMLInputElement || element instanceof HTMLSelectElement ? element.labels : [];
    const label = [...(labels ?? [])].map((one) => one.textContent).join(' ');
    return element?.getAttribute('aria-label') ?? (label || element?.textContent || '');
  });

/** Presses Tab until something of that name has the focus, as somebody without a mouse would. */
export const tabTo = async (page: Page, name: string | RegExp): Promise<void> => {
  const seen: string[] = [];
  for (let press = 0; press < 80; press += 1) {
    const here = await focused(page);
    if (typeof name === 'string' ? here.trim() === name : name.test(here)) return;
    seen.push(here);
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reached ${String(name)}; it passed ${seen.join(' | ')}`);
};
