import { serve } from '#runtime/http.ts';
import { getDocs } from './get-docs.ts';
import { getDocsAsset } from './get-docs-asset.ts';
import { getOpenApi } from './get-open-api.ts';
import { docs } from './module.ts';

export const handler = serve(docs, { getDocs, getDocsAsset, getOpenApi });
