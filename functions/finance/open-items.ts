import type { PartyCredit, PartyDue } from '#domain/finance/open-items/ageing.ts';
import { currencyOf, type OpenItem, openOf } from '#domain/finance/open-items/open-item.ts';
import { APPLY, dueDateIn, hasParts, PAY } from '#domain/finance/open-items/queues.ts';
import { MAX_PER_REQUEST, type Subledger } from '#domain/finance/open-items/subledger.ts';
import type { Amount, Minor } from '#kernel/money.ts';
import type { RecordType, Stored } from '#kernel/record.ts';
import { openRecords, openRows } from '#runtime/open-work.ts';
import type { Records } from '#runtime/records.ts';

/**
 * What documents that ask for money have open by due date: from the index of what is open alone, however long the history is, but for
 * those that are open in several parts. @returns with their number.
 */
export async function openCharges<Charge extends OpenItem>(
  records: Records,
  ledger: Pick<Subledger<Charge, never>, 'charges' | 'parts'>,
  queues: readonly string[] = [PAY],
): Promise<{ parts: PartyDue[]; count: number }> {
  const rows = (await Promise.all(queues.map((queue) => Array.fromAsync(openRows(records.tenant, ledger.charges, queue))))).flat(2);
  const [several, one] = [rows.filter(({ sort }) => hasParts(sort)), rows.filter(({ sort }) => !hasParts(sort))];
  const found = await records.getMany(
    ledger.charges,
    several.map(({ id }) => id),
  );
  const parts = [
    ...one.map(({ sort, amount, party = '' }) => ({ party, dueDate: dueDateIn(sort), open: amount })),
    ...found.flatMap((charge) => (charge ? ledger.parts(charge) : [])),
  ];
  return { parts, count: rows.length };
}

/** What documents that pay have left to use: from the index too. */
export async function unusedCredits(tenant: string, types: readonly RecordType<never>[]): Promise<PartyCredit[]> {
  const rows = await Promise.all(types.map((type) => Array.fromAsync(openRows(tenant, type, APPLY))));
  return rows.flat(2).map(({ amount, party = '' }) => ({ party, open: amount }));
}

/** The sum of {@link unusedCredits}. */
export async function unapplied(tenant: string, types: readonly RecordType<never>[]): Promise<Minor> {
  return (await unusedCredits(tenant, types)).reduce((sum, { open }) => sum + open, 0);
}

/** The documents of a customer or supplier that an amount pays, in its currency, first due first, as many as one request may pay. */
export async function firstDue<T extends Pick<OpenItem, 'open' | 'foreign'>>(
  records: Records,
  type: RecordType<T>,
  party: string,
  { minor, currency }: Amount,
): Promise<Stored<T>[]> {
  const found: Stored<T>[] = [];
  let left = minor;
  for await (const charge of openRecords(records, type, PAY, { party })) {
    if (currencyOf(charge) !== currency) continue;
    found.push(charge);
    left -= openOf(charge);
    if (left <= 0 || found.length === MAX_PER_REQUEST) break;
  }
  return found;
}

interface CreditSearch {
  readonly query: {
    readonly customerId?: string | undefined;
    readonly supplierId?: string | undefined;
    readonly open?: 'true' | 'false' | undefined;
  };
}
/** Of a list of credit: that of a customer or supplier; what has something left (`true`) or nothing (`false`); all, where nobody asks. */
export const narrowCredits = ({ query: { customerId, supplierId, open: asked } }: CreditSearch) => ({
  party: customerId ?? supplierId,
  where: asked === undefined ? undefined : ({ open }: Pick<OpenItem, 'open'>) => String(open > 0) === asked,
});
