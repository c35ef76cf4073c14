import { crmRoutes } from '../crm/routes.ts';
import { salesRoutes } from '../sales/routes.ts';

/** Every address of the console. */
export const routes = [...salesRoutes, ...crmRoutes];

import { financeRoutes } from '../finance/routes.ts';
export const routes = [...salesRoutes, ...financeRoutes];
