import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { Returns } from '#domain/sales/returns/return.ts';
import { reconciler } from '#runtime/reconcile.ts';
import { start, WORKFLOW } from './execution.ts';

/** Every announced return has an execution that waits for the goods. */
export const handler = reconciler('reconcile-returns', {
  workflow: WORKFLOW,
  type: Returns,
  wants: (ret) => ret.state === 'announced',
  start,
  fiscalYears: async (records) => (await records.get(Companies, COMPANY_ID))?.fiscalYears ?? [],
});
