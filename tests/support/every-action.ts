import { MODULES } from '../../shared/api/modules.ts';
import type { ActionSpec } from '../../shared/kernel/action.ts';

export interface NamedAction {
  readonly name: string;
  readonly spec: ActionSpec;
}

/** Every action of every module that needs a token. */
export const ACTIONS: readonly NamedAction[] = MODULES.flatMap((module) =>
  Object.entries(module.actions).map(([name, spec]) => ({ name, spec })),
).filter(({ spec }) => spec.permission !== 'public');

/** Ids that look right and belong to nobody, by the prefix that names their kind. */
const TOKEN = '01JDG8ZK5T7QWERTY2MNPQRSTV';
const NUMBERED: Readonly<Record<string, string>> = {
  txr: 'txr_303.2020-01.9',
  trc: `trc_${'0'.repeat(40)}`,
  inv: 'inv_F2026-999999',
  crn: 'crn_R2026-999999',
  je: `je_man_${TOKEN}`,
};
export const unknownId = (prefix: string): string => NUMBERED[prefix] ?? `${prefix}_${TOKEN}`;

/** The concrete request of a route: `POST /orders/{orderId}/shipments` with its parameters put in. */
export const routeWith = (route: string, valueFor: (parameter: string) => string): string =>
  route.replace(/\{(\w+)\}/g, (_, parameter: string) => encodeURIComponent(valueFor(parameter)));

const isId = (text: string): boolean => /^[a-z]{2,4}_[0-9A-Za-z.-]{6,}$/.test(text);

/** A body with every id in it replaced, by its prefix. Counts what it replaced. */
export function withIds(body: unknown, idOf: (prefix: string) => string): { readonly body: unknown; readonly replaced: number } {
  let replaced = 0;
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string' && isId(value)) {
      replaced += 1;
      return idOf(value.slice(0, value.indexOf('_')));
    }
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, walk(item)]));
  };
  return { body: walk(body), replaced };
}

/** Runs the work for each item, two at a time: every request at once would be a Lambda process of its own. */
export async function eachOf<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const left = [...items];
  await Promise.all(
    Array.from({ length: 2 }, async () => {
      for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item);
    }),
  );
}
