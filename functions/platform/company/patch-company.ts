import { company } from '#api/platform/company.ts';
import { refusalOfOtherIssuer } from '#domain/finance/einvoice/verifactu-switch.ts';
import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { requireReadable } from '#domain/platform/company/paper.ts';
import { requireScanReader } from '#domain/platform/company/policies.ts';
import { companyView, requireCompanyTaxId } from '#domain/platform/company/wire.ts';
import { Members, requireOwnFactor } from '#domain/platform/members/member.ts';
import { throwIf } from '#kernel/errors.ts';
import { update } from '#kernel/record.ts';
import { applyPatch } from '#kernel/stamps.ts';
import { on } from '#runtime/action.ts';
import { hasTextract } from '#runtime/env.ts';
import { optional } from '#runtime/reads.ts';
import { memberIdOf } from '../members/presence-store.ts';
import { command } from '../service.ts';

export const patchCompany = command(
  company.actions.patchCompany,
  on(
    Companies,
    () => COMPANY_ID,
    ({ tenant, caller }) => ({ member: optional(Members, memberIdOf(tenant, caller.email)) }),
  ),
  ({ body, member, today }, before) => {
    if (member) requireOwnFactor(body.policies?.secondFactor, member);
    requireScanReader(body.policies?.scanReader, hasTextract());
    const policies = body.policies && applyPatch(before.policies, body.policies).data;
    const paper = body.paper && applyPatch(before.paper ?? {}, body.paper).data;
    const areas = body.areas && applyPatch(before.areas ?? {}, body.areas).data;
    const { data, was } = applyPatch(before, { ...body, policies, paper, areas });
    if (Object.keys(was).length === 0) return before;
    if ('taxId' in was || 'address' in was) requireCompanyTaxId(data);
    if ('taxId' in was) throwIf(refusalOfOtherIssuer(before, today));
    if ('paper' in was) requireReadable(data.paper);
    return [update(Companies, before, data, was)];
  },
  companyView,
);
