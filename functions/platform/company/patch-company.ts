import { COMPANY_ID, Companies, type CompanyData } from '#domain/platform/company/company.ts';
import { requireCompanyTaxId } from '#domain/platform/company/wire.ts';
import { update } from '#kernel/record.ts';
import { edited, stamped } from '#kernel/stamps.ts';
import { command } from '#runtime/action.ts';
import { company } from './module.ts';

export const patchCompany = command(company.actions.patchCompany, {
  evidence: () => ({ type: Companies, id: COMPANY_ID, how: 'on' as const }),
  answer: (record) => ({ ...stamped(record), fiscalYears: [...record.fiscalYears] }),
  run: async ({ body, records }, before) => {
    const policies = body.policies && edited(before.policies, body.policies).data;
    const { data, was } = edited(before, { ...body, policies });
    if (Object.keys(was).length === 0) return before;
    if ('taxId' in was || 'address' in was) requireCompanyTaxId(data);
    return (await records.commit<CompanyData>([update(Companies, before, data, was)]))[0];
  },
});
