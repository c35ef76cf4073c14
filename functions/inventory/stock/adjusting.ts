import { ACCOUNT } from '#domain/finance/ledger/accounts.ts';
import { type Entry, entryDraft } from '#domain/finance/ledger/entry.ts';
import { Gates, gateIdFor, post } from '#domain/finance/ledger/gate.ts';
import type { Role } from '#kernel/action.ts';
import type { IsoDate } from '#kernel/date.ts';
import type { Minor } from '#kernel/money.ts';
import type { Change } from '#kernel/record.ts';
import type { Records } from '#runtime/records.ts';

/** Dr 300 Cr 6109 for goods found, the other way round for goods lost; nothing where the value does not change. */
export async function adjustmentPosting(
  records: Records,
  id: string,
  date: IsoDate,
  value: Minor,
  code: string,
  roles: readonly Role[],
): Promise<{ changes: Change[]; entry?: Entry }> {
  const gate = await records.get(Gates, gateIdFor(date, id));
  const drafts =
    value === 0
      ? []
      : [
          entryDraft(date, `Ajuste de existencias ${code}`, [
            { account: ACCOUNT.stock, amount: value },
            { account: ACCOUNT.stockAdjustments, amount: -value },
          ]),
        ];
  const { entries, change } = post(gate, drafts, roles.includes('owner') || roles.includes('accountant'));
  return entries[0] ? { changes: [change], entry: entries[0] } : { changes: [] };
}
