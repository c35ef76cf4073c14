/*
 * Lets the clock be used where there is no connection, its page loaded anew or not: registered for that page alone
 * (`/time/clock`), it keeps `clock.html` with what that needs, and shows it where the console cannot be reached.
 */
const KEPT = 'clock';
const PAGE = '/clock.html';
/** So long a page is waited for, on a connection that hardly is one. */
const PATIENCE_MS = 6000;

/** Keeps the page with its files as they are now, and forgets those of before. */
async function keep() {
  const page = await fetch(PAGE, { cache: 'no-cache' });
  if (!page.ok) return;
  const text = await page.clone().text();
  const files = [...text.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, path]) => path);
  const cache = await caches.open(KEPT);
  await cache.addAll(files);
  await cache.put(PAGE, page);
  const kept = new Set([PAGE, ...files]);
  for (const { url } of await cache.keys()) if (!kept.has(new URL(url).pathname)) await cache.delete(url);
}

const late = () => new Promise((_, reject) => setTimeout(() => reject(new Error('no answer')), PATIENCE_MS));

async function page(event) {
  try {
    const answer = await Promise.race([fetch(event.request), late()]);
    event.waitUntil(keep().catch(() => undefined));
    return answer;
  } catch {
    return (await caches.match(PAGE)) ?? Response.error();
  }
}

self.addEventListener('install', (event) => event.waitUntil(keep().then(() => self.skipWaiting())));
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => {
  if (event.request.mode === 'navigate') event.respondWith(page(event));
  else if (event.request.method === 'GET' && new URL(event.request.url).pathname.startsWith('/assets/'))
    event.respondWith(caches.match(event.request).then((kept) => kept ?? fetch(event.request)));
});
