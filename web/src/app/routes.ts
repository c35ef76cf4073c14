import { crmRoutes } from '../crm/routes.ts';
import { platformRoutes } from '../platform/routes.ts';
import { salesRoutes } from '../sales/routes.ts';

/** Every address of the console. */
export const routes = [...salesRoutes, ...crmRoutes, ...platformRoutes];
