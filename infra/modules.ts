import { customers } from '../functions/crm/customers/module.ts';
import { ledger } from '../functions/finance/ledger/module.ts';
import { receivables } from '../functions/finance/receivables/module.ts';
import { home } from '../functions/insights/home/module.ts';
import { stock } from '../functions/inventory/stock/module.ts';
import { audit } from '../functions/platform/audit/module.ts';
import { company } from '../functions/platform/company/module.ts';
import { docs } from '../functions/platform/docs/module.ts';
import { members } from '../functions/platform/members/module.ts';
import { search } from '../functions/platform/search/module.ts';
import { catalogue } from '../functions/sales/catalogue/module.ts';
import { imports } from '../functions/sales/imports/module.ts';
import { orders } from '../functions/sales/orders/module.ts';
import { returns } from '../functions/sales/returns/module.ts';
import type { ModuleSpec } from '../shared/kernel/action.ts';

/** Every module that has a table of actions, in the order of the API's document. */
export const MODULES: readonly ModuleSpec[] = [
  company,
  members,
  customers,
  catalogue,
  stock,
  orders,
  returns,
  imports,
  receivables,
  ledger,
  home,
  search,
  audit,
  docs,
];

export const contextOf = (module: ModuleSpec): string => module.name.split('/')[0] ?? '';
export const CONTEXTS: readonly string[] = [...new Set(MODULES.map(contextOf))];
