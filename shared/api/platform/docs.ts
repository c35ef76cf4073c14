import * as z from 'zod/mini';
import { defineModule } from '#kernel/action.ts';

export const docs = defineModule('platform/docs', 'Documentation', {
  getDocs: {
    route: 'GET /docs',
    summary: 'Get the API reference as a page',
    permission: 'public',
    profile: 'public',
    output: z.string(),
    produces: 'text/html',
  },
  getDocsAsset: {
    route: 'GET /docs/{asset}',
    summary: 'Get a style sheet or script of the API reference',
    permission: 'public',
    profile: 'public',
    path: z.strictObject({
      asset: z.string().check(z.regex(/^[a-z-]{1,40}\.[0-9a-f]{12}\.(css|js)$/, 'must be the name of a file that the page asks for')),
    }),
    output: z.string(),
    produces: ['text/css', 'text/javascript'],
    errors: ['asset.not_found'],
  },
  getOpenApi: {
    route: 'GET /openapi.json',
    summary: 'Get the OpenAPI 3.1 document',
    permission: 'public',
    profile: 'public',
    output: z.looseObject({ openapi: z.string() }),
    example: { answer: { openapi: '3.1.0', info: { title: 'Trastienda' }, paths: {} } },
  },
});
