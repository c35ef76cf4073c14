import { gathered } from './gathered.ts';

/** All texts in Spanish, the console's first language: every module's `texts.es.ts`. */
export const es = gathered(import.meta.glob('../**/texts.es.ts', { eager: true }));
