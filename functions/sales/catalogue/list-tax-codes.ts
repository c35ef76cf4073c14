import { VAT_ES } from '#domain/finance/tax/vat-es.ts';
import { query } from '#runtime/action.ts';
import { catalogue } from './module.ts';

export const listTaxCodes = query(catalogue.actions.listTaxCodes, async () => ({
  items: VAT_ES.map((code) => ({ ...code, rates: [...code.rates] })),
}));
