import { serve } from '#runtime/http.ts';
import { getHome } from './get-home.ts';
import { home } from './module.ts';

export const handler = serve(home, { getHome });
