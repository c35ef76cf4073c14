import { missing } from '#kernel/errors.ts';
import { query } from '#runtime/action.ts';
import { RawAnswer } from '#runtime/raw-answer.ts';
import { readAsset } from './asset-store.ts';
import { docs } from './module.ts';

/** The name bears a hash of the content: it can be kept for ever. Compressed, because only browsers ask for these files. */
export const getDocsAsset = query(docs.actions.getDocsAsset, async ({ path }) => {
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
