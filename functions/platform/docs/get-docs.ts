import { query } from '#runtime/action.ts';
import { RawAnswer } from '#runtime/raw-answer.ts';
import { needAsset } from './asset-store.ts';
import { docs } from './module.ts';

/** Nothing from elsewhere, and no script but our own files. Swagger UI styles elements in place. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export const getDocs = query(
  docs.actions.getDocs,
  async () =>
    new RawAnswer({
      statusCode: 200,
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': POLICY,
        'referrer-policy': 'no-referrer',
        'cache-control': 'no-cache',
      },
      body: (await needAsset('index.html')).toString('utf8'),
    }) as never,
);
