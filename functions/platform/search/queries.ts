import { serve } from '#runtime/http.ts';
import { search } from './module.ts';
import { searchAll } from './search-all.ts';

export const handler = serve(search, { searchAll });
