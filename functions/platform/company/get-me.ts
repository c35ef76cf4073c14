import { query } from '#runtime/action.ts';
import { company } from './module.ts';

export const getMe = query(company.actions.getMe, async ({ caller }) => ({
  email: caller.email,
  company: caller.tenant,
  roles: [...caller.roles],
}));
