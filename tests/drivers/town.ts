import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { type Conduct, openPage, type Size } from './browser.ts';

/** Kith as a person meets it: what can be read and pressed, by its words. Waits on what is shown, never on time. */
export class Town {
  readonly page: Page;
  readonly conduct: Conduct;
  readonly #context: BrowserContext;

  private constructor(page: Page, context: BrowserContext, conduct: Conduct) {
    this.page = page;
    this.conduct = conduct;
    this.#context = context;
  }

  static async visit(browser: Browser, size: Size, origin: string, address: string): Promise<Town> {
    const { context, page, conduct } = await openPage(browser, size, origin);
    await page.goto(address);
    return new Town(page, context, conduct);
  }

  close(): Promise<void> {
    return this.#context.close();
  }

  get query(): URLSearchParams {
    return new URL(this.page.url()).searchParams;
  }

  /** The places listed, by name, once a list stands there. */
  async listed(): Promise<string[]> {
    await this.cards.first().waitFor();
    return this.cards.getByRole('heading').getByRole('link').allInnerTexts();
  }

  /** The cards of the list of places. */
  get cards(): Locator {
    return this.page.getByRole('article');
  }

  /** The areas listed with their figures, as rows that open them. */
  get areaRows(): Locator {
    return this.page.locator('li:has(> a[id^="area-"])');
  }

  /** The line that says how many places are listed and where. */
  get countLine(): Locator {
    return this.page
      .getByRole('heading', { level: 2 })
      .filter({ hasText: /\bplaces?\b/ })
      .first();
  }

  async search(words: string): Promise<Locator> {
    const box = this.page.getByRole('combobox', { name: 'Place, town or postcode' });
    await box.fill(words);
    const options = this.page.getByRole('listbox').getByRole('option');
    await options.first().waitFor();
    return options;
  }

  async openPlace(name: string): Promise<void> {
    await this.page.getByRole('link', { name, exact: true }).first().click();
    await this.heading(name).waitFor();
  }

  heading(name: string | RegExp): Locator {
    return this.page.getByRole('heading', { name }).first();
  }

  /** The map has drawn all it was asked to. */
  async mapAtRest(): Promise<void> {
    await this.page.locator('[data-idle="yes"]').first().waitFor({ timeout: 60_000 });
  }

  /** The button in the header that says which map is looked at and opens the list of all. */
  get mapButton(): Locator {
    return this.page.getByRole('button', { name: /^Where: / });
  }

  /** The field that finds a map by what is typed, in the dialog or on the Cuts screen. */
  get mapField(): Locator {
    return this.page.getByRole('combobox', { name: 'Council or district' });
  }

  /** Ticks a place in the list of the Cuts screen. */
  async cut(name: string): Promise<void> {
    await this.page.getByRole('searchbox').fill(name);
    await this.page.getByRole('checkbox', { name: new RegExp(`^${name}`) }).check();
  }

  /** The one big figure of the Cuts screen, as a number; 0 where it says Nobody. */
  async peopleWhoLose(): Promise<number> {
    const words = await this.page.locator('#consequence .big').innerText();
    return words === 'Nobody' ? 0 : Number(words.replaceAll(',', ''));
  }
}
