import { vi } from 'vitest';
import type { payablesOf } from './payables.ts';
import { OTHER_IBAN, type treasuryOf } from './treasury.ts';

interface Shop {
  readonly purchases: ReturnType<typeof payablesOf>;
  readonly runs: ReturnType<typeof treasuryOf>;
}

/** A run of two transfers, 121.00 and 242.00, that the bank has. Bea proposes it, Carlos is its second approver. The clock is on 6 March then. */
export async function sentRun({ purchases, runs }: Shop, names: readonly [string, string] = ['Talleres Uno', 'Imprenta Dos']) {
  const on = (day: string) => vi.setSystemTime(new Date(`${day}T10:00:00Z`));
  on('2026-03-04');
  const bills: string[] = [];
  for (const [i, net] of ['100.00', '200.00'].entries()) {
    const name = names[i] ?? '';
    const supplier = await purchases.supplier({ name, iban: OTHER_IBAN, taxId: undefined });
    bills.push((await purchases.bill(supplier.id, `F-${name}`, net, { dueDate: '2026-03-05' })).id);
  }
  on('2026-03-06');
  const run = await runs.propose('bea', { billIds: bills });
  await runs.approve('bea', run.id);
  await runs.approve('carlos', run.id);
  await runs.send(run.id);
  return { run, bills };
}
