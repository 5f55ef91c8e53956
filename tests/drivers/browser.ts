import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

const FLAGS = [
  '--no-sandbox',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
];

/** A window. `motion`: for somebody who has not asked for calm; most tests have, and wait for no animation. */
export interface Size {
  readonly width: number;
  readonly height: number;
  readonly motion?: boolean;
}

export const WIDE = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

/** A real Chromium. `npm test` says where it is; there is no test without one. */
export function openBrowser(): Promise<Browser> {
  const executablePath = process.env.KITH_CHROMIUM ?? '/usr/bin/chromium';
  return chromium.launch({ executablePath, args: FLAGS });
}

/** What a page did that it should not have: errors, blocked content, and requests to anyone but us. */
export interface Conduct {
  readonly errors: string[];
  readonly strangers: string[];
}

/** A page that keeps a record of its own conduct. */
export async function openPage(
  browser: Browser,
  { motion = false, ...size }: Size,
  origin: string,
): Promise<{ context: BrowserContext; page: Page; conduct: Conduct }> {
  const context = await browser.newContext({
    viewport: size,
    reducedMotion: motion ? 'no-preference' : 'reduce',
    hasTouch: size.width < 760,
    locale: 'en-GB',
    baseURL: origin,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  const conduct: Conduct = { errors: [], strangers: [] };
  page.on('pageerror', (error) => conduct.errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text()))
      conduct.errors.push(message.text());
  });
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (!['data:', 'blob:'].includes(url.protocol) && url.origin !== origin)
      conduct.strangers.push(request.url());
  });
  return { context, page, conduct };
}
