import { serve } from '#runtime/http.ts';
import { getItem } from './get-item.ts';
import { listItems } from './list-items.ts';
import { listTaxCodes } from './list-tax-codes.ts';
import { catalogue } from './module.ts';

export const handler = serve(catalogue, { getItem, listItems, listTaxCodes });
