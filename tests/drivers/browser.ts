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
  // The map is still drawn with WebGL; the page around it need not be, where a processor does what a graphics card would.
  '--disable-gpu-compositing',
];

/**
 * A window. `motion`: for somebody who has not asked for calm; most tests have, and wait for no animation.
 * `map`: false where the code of the map cannot be fetched. Everything must work without it, and what is not about
 * the map is tested so: drawing it takes two thirds of the time of a visit.
 */
export interface Size {
  readonly width: number;
  readonly height: number;
  readonly motion?: boolean;
  readonly map?: boolean;
  /** The service worker is let in: it asks for pages on its own, past what a test holds back. */
  readonly keeps?: boolean;
}

export const WIDE = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };
export const WITHOUT_MAP = { ...WIDE, map: false };

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
  { motion = false, map = true, keeps = false, ...size }: Size,
  origin: string,
): Promise<{ context: BrowserContext; page: Page; conduct: Conduct }> {
  const context = await browser.newContext({
    viewport: size,
    reducedMotion: motion ? 'no-preference' : 'reduce',
    hasTouch: size.width < 760,
    locale: 'en-GB',
    baseURL: origin,
    serviceWorkers: keeps ? 'allow' : 'block',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  if (!map) await keepOut(page, '*/MapPanel-*.js');
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

/** What is so addressed never comes. Every other request goes its usual way, which those of a route do not. */
async function keepOut(page: Page, urls: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setBlockedURLs', { urls: [urls] });
}
