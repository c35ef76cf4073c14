import type { Page, Request } from 'playwright-core';
import { browser, closeBrowser } from '../local/chromium.ts';
import { serveConsole } from '../local/console.ts';
import { buildConsole } from '../local/console-build.ts';
import { consoleScreens } from '../local/console-screens.ts';
import type { Endpoints, User } from '../local/outputs.ts';
import { createUsers, newPassword } from '../local/users.ts';
import { grownCompany } from './growth.ts';

/** What a browser asks the API for when a screen is opened from another. */
export interface ScreenUse {
  readonly path: string;
  /** Requests to the API until the screen is at rest; preflights are not counted, AWS has none. */
  readonly requests: number;
  /** Bytes of their answers, as text. */
  readonly bytes: number;
}

/** How a long list is drawn while it is scrolled from its first row to its last. */
export interface Scrolling {
  readonly orders: number;
  /** Most rows that stood in the page at once. */
  readonly rowsDrawn: number;
  readonly frames: number;
  /** Frames that took longer than 50 ms. */
  readonly slow: number;
  readonly requests: number;
}

export interface Screens {
  readonly screens: readonly ScreenUse[];
  readonly scrolling: Scrolling;
}

const ORDERS = 10_000;
const QUIET_MS = 500;

/** Opens each screen that needs no record, and scrolls a list of 10,000 orders, in a real browser. */
export async function measureScreens(cloud: Endpoints): Promise<Screens> {
  await buildConsole();
  const [company, { url, stop }] = [await grownCompany(ORDERS), await serveConsole(cloud)];
  const user = { email: `owner@${company.tenant}.example`, password: newPassword(), company: company.tenant, roles: ['owner'] };
  await createUsers(cloud, [user]);
  return openScreens({ url, apiUrl: cloud.apiUrl, user }, scroll).finally(stop);
}

interface Visitor {
  readonly url: string;
  readonly apiUrl: string;
  readonly user: Pick<User, 'email' | 'password'>;
}

/** Opens each screen that needs no record, one after the other, and does something more in the end. */
export async function openScreens<T>({ url, apiUrl, user }: Visitor, last?: (page: Page, requests: RequestLog) => Promise<T>) {
  const page = await (await browser()).newPage({ locale: 'en-GB', viewport: { width: 1360, height: 860 } });
  try {
    const requests = watch(page, apiUrl);
    await page.goto(url);
    await page.getByLabel('E-mail').fill(user.email);
    await page.getByRole('textbox', { name: 'Password' }).fill(user.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('navigation', { name: 'Main navigation' }).waitFor();
    const screens: ScreenUse[] = [];
    for (const path of await consoleScreens()) if (!path.includes('$')) screens.push(await open(page, path, requests));
    return { screens, scrolling: (await last?.(page, requests)) as T };
  } finally {
    await page.close();
    await closeBrowser();
  }
}

interface RequestLog {
  /** Forgets what was asked so far. */
  begin(): void;
  /** Until nothing has been asked, and nothing is open, for a while. */
  rest(): Promise<void>;
  taken(): { requests: number; bytes: number };
}

function watch(page: Page, apiUrl: string): RequestLog {
  let [requests, bytes, last] = [0, 0, performance.now()];
  const open = new Set<Request>();
  const moved = () => {
    last = performance.now();
  };
  page.on('request', (request) => {
    open.add(request);
    moved();
  });
  const ended = (request: Request) => {
    open.delete(request);
    moved();
  };
  page.on('requestfinished', ended);
  page.on('requestfailed', ended);
  page.on('response', (response) => {
    if (!response.url().startsWith(apiUrl) || response.request().method() === 'OPTIONS') return;
    requests += 1;
    bytes += Number(response.headers()['content-length'] ?? 0);
  });
  return {
    begin: () => {
      [requests, bytes] = [0, 0];
    },
    taken: () => ({ requests, bytes }),
    rest: async () => {
      while (open.size > 0 || performance.now() - last < QUIET_MS) await new Promise((done) => setTimeout(done, 50));
    },
  };
}

const goTo = (address: string): string =>
  `history.pushState({}, '', ${JSON.stringify(address)}); dispatchEvent(new PopStateEvent('popstate'))`;

async function open(page: Page, path: string, requests: RequestLog): Promise<ScreenUse> {
  requests.begin();
  await page.evaluate(goTo(path));
  await page.locator(`main[data-path="${path}"] h1`).first().waitFor();
  await requests.rest();
  return { path, ...requests.taken() };
}

/** Runs in the page: down by a screen a frame, waiting for rows that are not there yet, until the end is told. */
const SCROLL = `(async () => {
  const table = document.querySelector('main table');
  const box = table.parentElement;
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  let [rows, frames, slow, still, last] = [0, 0, 0, 0, performance.now()];
  while (still < 300) {
    const before = box.scrollTop;
    box.scrollTop += box.clientHeight * 0.9;
    const now = await frame();
    frames += 1;
    if (now - last > 50) slow += 1;
    last = now;
    rows = Math.max(rows, table.tBodies[0].rows.length);
    still = box.scrollTop === before ? still + 1 : 0;
    if (still > 5 && Number(table.getAttribute('aria-rowcount')) > 0 && table.getAttribute('aria-busy') !== 'true') break;
  }
  return { rowsDrawn: rows, frames, slow, end: Number(table.getAttribute('aria-rowcount')) - 1 };
})()`;

async function scroll(page: Page, requests: RequestLog): Promise<Scrolling> {
  await open(page, '/orders', requests);
  requests.begin();
  const { end, ...seen } = (await page.evaluate(SCROLL)) as Omit<Scrolling, 'orders' | 'requests'> & { end: number };
  return { orders: end, ...seen, requests: requests.taken().requests };
}
