import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { BrowserContext, ConsoleMessage, Page } from 'playwright-core';
import { test as base, expect } from 'vitest';
import { browser } from '../../infra/tools/local/chromium.ts';
import { ROOT } from '../../infra/tools/local/workspace.ts';
import { endpoints } from './endpoints.ts';

/** The sign-in form, in either language. */
export const LABELS = {
  email: /^(correo|e-?mail)/i,
  password: /^(contraseña|password)/i,
  signIn: /^(entrar|sign in)$/i,
};
const SCREENS = join(ROOT, 'tests', 'output', 'screens');
/** How long a screen may take to show what is waited for, on a busy machine. */
const PATIENCE_MS = 30_000;

export interface Look {
  /** Where the visit begins; the console's address where it is left out. */
  readonly url?: string;
  readonly path?: string;
  readonly width?: number;
  readonly height?: number;
  /** Of the browser: `es-ES`, `en-GB`. */
  readonly locale?: string;
  readonly colorScheme?: 'light' | 'dark';
}

/** One browser window of one person: nothing of it is left when the test ends. */
export interface Visit {
  readonly page: Page;
  /**
   * From now on a problem that matches is part of the test: an answer reads `404 GET http://…`, a request without one
   * `failed GET http://…: why`, an error in the page or on its console as it stands there.
   */
  expectProblem(pattern: RegExp): void;
  /** Keeps the page as it looks as `tests/output/screens/<name>.png`, to its full height. */
  screenshot(name: string): Promise<void>;
}

interface Watched extends Visit {
  readonly context: BrowserContext;
  /** What went wrong and was not announced. */
  readonly problems: () => string[];
}

/** Chromium tells each answer ≥ 400 on the console as well. */
const isRepeated = (message: ConsoleMessage): boolean => message.text().startsWith('Failed to load resource');

function watch(page: Page): { problems: string[]; announced: RegExp[] } {
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !isRepeated(message)) problems.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => problems.push(`page: ${error.stack ?? error.message}`));
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? 'no reason';
    // A page that is left, and a query that is no longer wanted, end their requests themselves.
    if (why !== 'net::ERR_ABORTED') problems.push(`failed ${request.method()} ${request.url()}: ${why}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) problems.push(`${response.status()} ${response.request().method()} ${response.url()}`);
  });
  return { problems, announced: [] };
}

function consoleUrl(): string {
  if (!endpoints?.consoleUrl) throw new Error('no console is served: run these tests by npm test -- tests/e2e');
  return endpoints.consoleUrl;
}

async function open({ url, path = '/', width = 1280, height = 800, locale = 'es-ES', colorScheme = 'light' }: Look): Promise<Watched> {
  const context = await (await browser()).newContext({
    viewport: { width, height },
    locale,
    colorScheme,
    timezoneId: 'Europe/Madrid',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  const { problems, announced } = watch(page);
  await page.goto(new URL(path, url ?? consoleUrl()).href);
  return {
    page,
    context,
    problems: () => problems.filter((problem) => !announced.some((pattern) => pattern.test(problem))),
    expectProblem: (pattern) => void announced.push(pattern),
    screenshot: (name) => kept(page, join(SCREENS, `${name}.png`)),
  };
}

/** Playwright's own pictures are packed smaller, which takes longer than to look at the page. */
async function kept(page: Page, path: string): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const { width, height } = (await devtools.send('Page.getLayoutMetrics')).cssContentSize;
  const clip = { x: 0, y: 0, width, height, scale: 1 };
  const picture = await devtools.send('Page.captureScreenshot', { optimizeForSpeed: true, captureBeyondViewport: true, clip });
  await devtools.detach();
  await mkdir(SCREENS, { recursive: true });
  await writeFile(path, picture.data, 'base64');
}

/**
 * Tests that open the console: `visit` begins a visit, as many as a test wants. The test fails where a page wrote an error
 * to its console, threw, or had a request refused, unless the test announced it.
 */
export const test = base.extend<{ visit: (look?: Look) => Promise<Visit> }>({
  // biome-ignore lint/correctness/noEmptyPattern: the library reads the names of what a fixture needs from its pattern.
  visit: async ({}, use) => {
    const visits: Watched[] = [];
    await use(async (look = {}) => {
      const visit = await open(look);
      visits.push(visit);
      return visit;
    });
    for (const { context } of visits) await context.close();
    expect(visits.flatMap(({ problems }) => problems())).toEqual([]);
  },
});

interface Person {
  readonly email: string;
  readonly password: string;
}

/** Writes into the sign-in form and sends it off. */
export async function fillSignIn(page: Page, { email, password }: Person): Promise<void> {
  await page.getByLabel(LABELS.email).fill(email);
  await page.getByLabel(LABELS.password).fill(password);
  await page.getByRole('button', { name: LABELS.signIn }).click();
}

/** Signs a person in by the form, or the demo user with this address, and waits until the form is gone. */
export async function signIn(page: Page, who: Person | string): Promise<void> {
  const user = typeof who === 'string' ? endpoints?.users.find(({ email }) => email === who) : who;
  if (!user) throw new Error(`${who} is not one of the demo users`);
  await fillSignIn(page, user);
  await page.getByLabel(LABELS.password).waitFor({ state: 'detached' });
}

/**
 * What breaks a rule of axe, of any impact, on the page as it is: each with its first element.
 * @param rules those alone. @defaultValue all that axe has, best practices among them
 */
export async function axeViolations(page: Page, rules: readonly string[] = []): Promise<string[]> {
  // By itself the library is put into the page thrice each time, sums up in a blank page beside it, and hands over what is right
  // as well: six times the work.
  const isThere = await page.evaluate('typeof axe === "object"');
  const axe = new AxeBuilder({ page, ...(isThere ? { axeSource: ';' } : {}) }).options({ resultTypes: ['violations'] }).setLegacyMode();
  const { violations } = await (rules.length > 0 ? axe.withRules([...rules]) : axe).analyze();
  return violations.map(({ id, help, nodes }) => `${id}: ${help} (${nodes.length}), such as ${nodes[0]?.html.slice(0, 200)}`);
}
