import { ROLES, type Role } from '#kernel/action.ts';
import { allows, type Operation } from '../../session/session.ts';

/** What people ask a role about, each by the operation that the API allows or refuses. */
export const ABILITIES = [
  ['see', 'getOrder'],
  ['orders', 'placeOrder'],
  ['ship', 'shipOrder'],
  ['returns', 'announceReturn'],
  ['customers', 'createCustomer'],
  ['items', 'createItem'],
  ['imports', 'createImport'],
  ['invoice', 'invoiceOrder'],
  ['credit', 'creditInvoice'],
  ['receipts', 'recordReceipt'],
  ['refunds', 'recordRefund'],
  ['goods', 'receiveGoods'],
  ['stock', 'adjustStock'],
  ['entries', 'postEntry'],
  ['periods', 'setPeriod'],
  ['exports', 'createExport'],
  ['seeMembers', 'listMembers'],
  ['settings', 'patchCompany'],
  ['members', 'inviteMember'],
] as const satisfies readonly (readonly [string, Operation])[];
export type Ability = (typeof ABILITIES)[number][0];

/** Roles that a person is given; `integration` is for programs. */
export const PERSON_ROLES: readonly Role[] = ROLES.filter((role) => role !== 'integration');

/** What a role may do, as the API's own table says. */
export const abilitiesOf = (role: Role): Ability[] =>
  ABILITIES.filter(([, operation]) => allows([role], operation)).map(([ability]) => ability);

export const mayDo = (role: Role, ability: Ability): boolean => abilitiesOf(role).includes(ability);
