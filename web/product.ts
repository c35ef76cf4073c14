import { MODULES } from '#api/modules.ts';
import { KINDS as ALL, PARTS } from '#domain/kinds.ts';
import type { Need } from '#kernel/permission.ts';
import type { Actions } from './src/api/contract.ts';
import type { KindInfo } from './src/record/kind-info.ts';

/**
 * What the console has to know of the product while it runs. It is worked out when the console is built, and its values
 * alone get into the page, as the module `virtual:product`: every export here is plain data.
 */

type Guarded = { [K in keyof Actions]: Actions[K]['permission'] extends 'public' ? never : K }[keyof Actions];

/** What each operation needs: `placeOrder: 'orders.write'`. What needs no token is left out. */
export const OPERATION_PERMISSIONS = Object.fromEntries(
  MODULES.flatMap((module) => Object.entries(module.actions))
    .filter(([, { permission }]) => permission !== 'public')
    .map(([name, { permission }]) => [name, permission]),
) as Readonly<Record<Guarded, Need>>;

/** The kinds of records, and what has ids of its own inside them, by the prefix of ids. */
export const KINDS: Readonly<Record<string, KindInfo>> = Object.fromEntries([
  ...ALL.map(({ prefix, kind, letter, series, screen, shownAs, icon, tones, posts }) => {
    const page = typeof screen === 'string' ? screen : undefined;
    return [prefix, { kind, letter, series, screen: page, shownAs, icon, tones, posts: posts && true } as KindInfo] as const;
  }),
  ...PARTS.map(({ prefix, ...part }) => [prefix, part] as const),
]);
