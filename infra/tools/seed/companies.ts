import type { Role } from '../../../shared/kernel/permission.ts';

/** A demo company and the people who can sign in to it. */
export interface DemoCompany {
  readonly tenant: string;
  readonly name: string;
  readonly users: readonly { readonly email: string; readonly roles: readonly Role[] }[];
}

const ROLES: readonly Role[] = ['owner', 'accountant', 'sales', 'warehouse', 'hr', 'payroll', 'auditor', 'adviser', 'integration'];

/** One person per role, so that everyone can try what each role may and may not do. */
const oneOfEach = (tenant: string): DemoCompany['users'] => ROLES.map((role) => ({ email: `${role}@${tenant}.example`, roles: [role] }));

/** A shop for home goods, and its supplier: two companies, so that nobody who looks sees only one. */
export const companies: readonly DemoCompany[] = [
  { tenant: 'lumbre', name: 'Lumbre Hogar, S.L.', users: oneOfEach('lumbre') },
  { tenant: 'norte', name: 'Norte Suministros, S.L.', users: oneOfEach('norte') },
];
