/**
 * What a browser is told beside every file of the console: one table for CloudFront and for the server of `npm start`, so that
 * what breaks a rule breaks on the desk of who wrote it.
 */

/** Where the console's requests go, as origins (`https://host`), beside its own. */
export interface ConsoleSources {
  /** The API, where it has an origin of its own. */
  readonly api: readonly string[];
  readonly cognito: readonly string[];
  /** Buckets: files go there and come from there by presigned links. */
  readonly buckets: readonly string[];
}

/**
 * Hashes of the `<style>` elements that a library writes into the page with a content that never changes: `'sha256-…'`, as the
 * browser's console prints them where it refuses one. Styles set by script (`element.style`) need none.
 */
export const STYLE_HASHES: readonly string[] = [];

/** Nothing but what is named: no inline script, no frame around the page, no request to anywhere else. */
export function contentSecurityPolicy({ api, cognito, buckets }: ConsoleSources): string {
  const directives: Readonly<Record<string, readonly string[]>> = {
    'default-src': ["'none'"],
    'script-src': ["'self'"],
    'style-src': ["'self'", ...STYLE_HASHES],
    'img-src': ["'self'", 'data:', 'blob:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'", ...api, ...cognito, ...buckets],
    // PDFs are shown where they lie, or from memory.
    'frame-src': [...buckets, 'blob:'],
    'manifest-src': ["'self'"],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
    'frame-ancestors': ["'none'"],
  };
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${[...new Set(sources)].join(' ')}`)
    .join('; ');
}

export const REFERRER_POLICY = 'strict-origin-when-cross-origin';

/** Beside the policy above: headers that are the same wherever the console is served. */
export const FIXED_HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': REFERRER_POLICY,
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
} as const;

/** Seconds for which a browser asks this host by HTTPS alone: two years, as browsers' preload lists want. AWS only. */
export const HSTS_SECONDS = 63_072_000;

/** Names of built files hold a hash of what is in them; all else is asked for again each time. */
export const CACHE = { assets: 'public, max-age=31536000, immutable', other: 'no-cache' } as const;

export const cacheOf = (path: string): string => (path.startsWith('/assets/') ? CACHE.assets : CACHE.other);
