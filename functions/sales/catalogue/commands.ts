import { catalogue } from '#api/sales/catalogue.ts';
import { serveModule } from '../../platform/service.ts';
import { createItem } from './create-item.ts';
import { patchItem } from './patch-item.ts';

export const handler = serveModule(catalogue, { createItem, patchItem });
