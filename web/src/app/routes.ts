import { crmRoutes } from '../crm/routes.ts';
import { financeRoutes } from '../finance/routes.ts';
import { insightsRoutes } from '../insights/routes.ts';
import { inventoryRoutes } from '../inventory/routes.ts';
import { platformRoutes } from '../platform/routes.ts';
import { salesRoutes } from '../sales/routes.ts';

/** Every address of the console. */
export const routes = [...crmRoutes, ...financeRoutes, ...insightsRoutes, ...inventoryRoutes, ...platformRoutes, ...salesRoutes];
