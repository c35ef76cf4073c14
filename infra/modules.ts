import type { ModuleSpec } from '../shared/kernel/action.ts';
import { orders } from '../functions/sales/orders/module.ts';

/** Every module that has a table of actions, in the order of the API's document. */
export const MODULES: readonly ModuleSpec[] = [orders];

export const contextOf = (module: ModuleSpec): string => module.name.split('/')[0] ?? '';
export const CONTEXTS: readonly string[] = [...new Set(MODULES.map(contextOf))];
