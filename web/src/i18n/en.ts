import { gathered } from './gathered.ts';

/** All texts in English: every module's `texts.en.ts`, with the keys of its Spanish ones. */
export const en = gathered(import.meta.glob('../**/texts.en.ts', { eager: true }));
