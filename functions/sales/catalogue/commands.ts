import { serve } from '#runtime/http.ts';
import { createItem } from './create-item.ts';
import { catalogue } from './module.ts';
import { patchItem } from './patch-item.ts';

export const handler = serve(catalogue, { createItem, patchItem });
