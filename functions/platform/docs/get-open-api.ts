import { query } from '#runtime/action.ts';
import { RawAnswer } from '#runtime/raw-answer.ts';
import { needAsset } from './asset-store.ts';
import { docs } from './module.ts';

export const getOpenApi = query(
  docs.actions.getOpenApi,
  async () =>
    new RawAnswer({
      statusCode: 200,
      headers: { 'content-type': 'application/json', 'cache-control': 'no-cache' },
      body: (await needAsset('openapi.json')).toString('utf8'),
    }) as never,
);
