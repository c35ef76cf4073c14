import { query } from '#runtime/action.ts';
import { untilCommitted } from '#runtime/conflicts.ts';
import { presentMember } from '../members/presence-store.ts';
import { company } from './module.ts';

/** A question that leaves a trace once, when somebody asks it for the first time: they have come. */
export const getMe = query(company.actions.getMe, async ({ caller, records }) => {
  const member = await untilCommitted(() => presentMember(records, caller));
  return {
    email: caller.email,
    company: caller.tenant,
    roles: [...caller.roles],
    ...(member ? { memberId: member.id } : {}),
    ...(member?.name ? { name: member.name } : {}),
  };
});
