import * as z from 'zod/mini';
import { recordType, type Stored } from '#kernel/record.ts';
import { list } from '#kernel/stored.ts';
import { RoleName } from './role.ts';

export const ACCESS_ORDER_STATES = ['open', 'done', 'refused'] as const;

/** That somebody is let in, or out, on behalf of a person who may do that: carried out by whoever manages the company's people. */
export const AccessOrder = z.object({
  what: z.enum(['admit', 'remove']),
  email: z.string(),
  name: z.exactOptional(z.string()),
  /** What they are to be, where they are let in. */
  roles: list(RoleName),
  /** Who answers for it, by address: it is carried out as far as they may do it by then. */
  by: z.string(),
  /** The record that it is for, and which part of it. */
  about: z.string(),
  part: z.string(),
  state: z.enum(ACCESS_ORDER_STATES),
  /** The code of the refusal. */
  why: z.exactOptional(z.string()),
});
export type AccessOrder = Readonly<z.output<typeof AccessOrder>>;
export type StoredAccessOrder = Stored<AccessOrder>;

export const AccessOrders = recordType<AccessOrder>({
  kind: 'access-order',
  prefix: 'aor',
  data: AccessOrder,
  history: 'all',
  open: (order, id) => (order.state === 'open' ? { queue: 'open', sort: id } : undefined),
  lifecycle: { of: (order) => order.state, next: { open: ['done', 'refused'] } },
  screen: { none: 'What came of it stands on the record that it is for, and on the member.' },
  read: 'nobody',
});

/** Whether roles give no more than what everybody who works here has: these whoever hires may give. */
export const isForHired = (roles: readonly string[]): boolean => roles.every((role) => role === 'employee');
