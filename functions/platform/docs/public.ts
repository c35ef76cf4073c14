import { docs } from '#api/platform/docs.ts';
import { missing } from '#kernel/errors.ts';
import { plainQuery } from '#runtime/action.ts';
import { serve } from '#runtime/http.ts';
import { RawAnswer } from '#runtime/raw-answer.ts';
import { needAsset, readAsset } from './asset-store.ts';

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

export const getDocs = plainQuery(
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

/** The name bears a hash of the content: it can be kept for ever. Compressed, because only browsers ask for these files. */
export const getDocsAsset = plainQuery(docs.actions.getDocsAsset, async ({ path }) => {
  const content = await readAsset(`${path.asset}.gz`);
  if (!content) throw missing('asset.not_found', `There is no file ${path.asset}.`, 'path.asset', { file: path.asset });
  return new RawAnswer({
    statusCode: 200,
    headers: {
      'content-type': `text/${path.asset.endsWith('.css') ? 'css' : 'javascript'}; charset=utf-8`,
      'content-encoding': 'gzip',
      'cache-control': 'public, max-age=31536000, immutable',
    },
    body: content.toString('base64'),
    isBase64Encoded: true,
  }) as never;
});

export const getOpenApi = plainQuery(
  docs.actions.getOpenApi,
  async () =>
    new RawAnswer({
      statusCode: 200,
      headers: { 'content-type': 'application/json', 'cache-control': 'no-cache' },
      body: (await needAsset('openapi.json')).toString('utf8'),
    }) as never,
);

export const handler = serve(docs, { getDocs, getDocsAsset, getOpenApi });
