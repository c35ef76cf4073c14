import * as z from 'zod/mini';
import { Money, MoneySum } from '#kernel/money.ts';
import { numberOf } from '#kernel/record.ts';
import { stamped, stampFields } from '#kernel/stamps.ts';
import type { StoredAdviser } from './adviser.ts';
import { AdviserExports, countOf, type StoredAdviserExport } from './adviser-export.ts';
import { Layout } from './layout.ts';

export const AdviserView = z.object({
  id: z.string(),
  name: z.string(),
  digits: z.int(),
  prefixes: z.object({ 430: z.string(), 400: z.string(), 410: z.string() }),
  numbering: z.enum(['running', 'tax-id']),
  padding: z.boolean(),
  accounts: z.array(z.object({ account: z.string(), subaccount: z.string() })),
  /** Absent: columns that every program reads. */
  layout: z.optional(Layout),
  layoutBy: z.optional(z.string()),
  layoutOn: z.optional(z.string()),
  ...stampFields,
});
export const adviserView = ({ sent: _sent, numbers: _numbers, accounts, ...adviser }: StoredAdviser) => ({
  ...stamped(adviser as StoredAdviser),
  accounts: [...accounts],
});

export const AdviserPreviewView = z.object({
  period: z.string(),
  entries: z.int(),
  lines: z.int(),
  debit: MoneySum,
  credit: MoneySum,
  /** Debits are credits, and every line has its subaccount. */
  balanced: z.boolean(),
  /** Accounts that the firm has no subaccount for. */
  unmapped: z.array(z.object({ account: z.string(), name: z.string() })),
  /** Accounts that become their code and zeros. */
  padded: z.array(z.object({ account: z.string(), name: z.string(), subaccount: z.string() })),
  /** Customers and suppliers who get a subaccount with it. */
  newParties: z.int(),
  /** Why it is not made; absent: it can be. */
  missing: z.optional(
    z.object({ code: z.string(), message: z.string(), params: z.optional(z.record(z.string(), z.union([z.string(), z.number()]))) }),
  ),
});

export const AdviserExportView = z.object({
  id: z.string(),
  number: z.string(),
  adviserId: z.string(),
  period: z.string(),
  on: z.string(),
  entries: z.int(),
  total: Money,
  /** Numbers of its entries in the firm's files. */
  firstNumber: z.int(),
  lastNumber: z.int(),
  /** Which entries: numbers of a shard of a period. */
  covered: z.array(z.object({ period: z.string(), shard: z.int(), from: z.int(), to: z.int() })),
  fileName: z.string(),
  bytes: z.int(),
  again: z.optional(z.object({ exportId: z.string(), reason: z.string() })),
  createdBy: z.string(),
  url: z.optional(z.string()),
  expiresAt: z.optional(z.string()),
});
export const adviserExportView = (made: StoredAdviserExport) => {
  const { id, adviserId, period, on, entries, total, firstNumber, covered, fileName, bytes, again, history } = made;
  return {
    ...{ id, number: numberOf(AdviserExports, id), adviserId, period, on, entries, total, firstNumber, fileName, bytes },
    ...{ lastNumber: firstNumber + countOf(covered) - 1, covered: [...covered], createdBy: history[0]?.by ?? '' },
    ...(again ? { again } : {}),
  };
};
