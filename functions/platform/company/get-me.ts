import { company } from '#api/platform/company.ts';
import { CompanyRoles, isBuiltIn } from '#domain/platform/members/role.ts';
import { plainQuery } from '#runtime/action.ts';
import { untilCommitted } from '#runtime/conflicts.ts';
import { companiesOf, presentMember } from '../members/presence-store.ts';

/** A question that leaves a trace once, when somebody asks it for the first time: they have come. */
export const getMe = plainQuery(company.actions.getMe, async ({ caller, records }) => {
  const own = caller.roles.filter((role) => !isBuiltIn(role));
  const [member, roles] = await Promise.all([untilCommitted(() => presentMember(records, caller)), records.getMany(CompanyRoles, own)]);
  return {
    email: caller.email,
    company: caller.tenant,
    roles: [...caller.roles],
    roleNames: Object.fromEntries(roles.flatMap((role) => (role ? [[role.id, role.name]] : []))),
    permissions: [...caller.grants].map(([permission, scope]) => ({ permission, scope })),
    lacksSecondFactor: caller.lacksSecondFactor,
    ...(caller.companies.length > 1 ? { companies: await companiesOf(records, caller) } : {}),
    ...(member ? { memberId: member.id } : {}),
    ...(member?.name ? { name: member.name } : {}),
    ...(member?.secondFactorSince ? { secondFactorSince: member.secondFactorSince } : {}),
  };
});
