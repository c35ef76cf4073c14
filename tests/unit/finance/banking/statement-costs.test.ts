import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { type Item, indexUnits, itemSize, writeUnits } from '../../../../infra/tools/bench/units.ts';
import { addDays } from '../../../../shared/kernel/date.ts';
import { bankingOf } from '../../../support/banking.ts';
import { newTenant } from '../../../support/call.ts';
import { newCompany } from '../../../support/company.ts';
import { withFault } from '../../../support/faults.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';
import { payablesOf } from '../../../support/payables.ts';
import { eur, receivablesOf } from '../../../support/receivables.ts';
import { camt053, WRITERS } from '../../../support/statement-files.ts';

const table = useMemoryTable({ openWork: true, lists: true });
beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-04-02T10:00:00Z') }));
afterAll(() => void vi.useRealTimers());
beforeEach(() => table.clear());

interface Written {
  readonly TransactItems?: readonly {
    readonly Put?: { readonly Item?: Item };
    readonly ConditionCheck?: object;
    readonly Delete?: object;
  }[];
}

/** Write units of some work, table and indexes; a check costs what an item of a kilobyte does. */
async function unitsOf(work: () => Promise<unknown>): Promise<number> {
  const before = new Map<string, Item>();
  let units = 0;
  await withFault(
    (send, { input }) => {
      for (const { Put } of (input as Written).TransactItems ?? []) {
        const item = Put?.Item;
        const was = before.get(String(item?.pk?.S));
        units += item ? writeUnits(was ? itemSize(was) : 0, itemSize(item), true) + indexUnits(was, item) : 2;
        if (item) before.set(String(item.pk?.S), item);
      }
      return send();
    },
    (_, name) => name.startsWith('TransactWrite'),
    work,
  );
  return units;
}

async function company() {
  const tenant = newTenant();
  const { customerId } = await newCompany(tenant);
  const bank = bankingOf(tenant);
  await bank.ask('ana', 'GET /banking/accounts', undefined, { roles: ['accountant'] });
  return { tenant, customerId, bank, account: await bank.account(), sales: receivablesOf(tenant) };
}

/** A month of lines of ordinary texts, spread over its days. */
const month = (lines: number) =>
  Array.from({ length: lines }, (_, i) => ({
    date: addDays('2026-03-01', Math.floor((i * 31) / lines)),
    amount: i % 3 === 0 ? -(i + 100) : i * 7 + 100,
    text: `TRANSFERENCIA DE CLIENTE ${i % 97} SL CONCEPTO FACTURA F2026-${String(i).padStart(6, '0')}`,
  }));
const MARCH = { opening: 0, from: '2026-03-01', to: '2026-03-31' };

it.each([
  [1_000, 4.7],
  [10_000, 5.2],
])(
  'a statement of %i lines costs fewer than %f write units a line, and the same in another format next to nothing',
  async (count, most) => {
    const { bank } = await company();
    const lines = month(count);
    const begun = performance.now();
    const units = (await unitsOf(() => bank.take(WRITERS.norma43(lines, MARCH)))) / count;
    const seconds = (performance.now() - begun) / 1000;
    const again = (await unitsOf(() => bank.take(camt053(lines, MARCH)))) / count;
    process.stdout.write(
      `${count} lines: ${units.toFixed(2)} write units a line, ${again.toFixed(2)} in another format, ${seconds.toFixed(1)} s in memory\n`,
    );
    expect(units).toBeLessThan(most);
    expect(again).toBeLessThan(0.5);
  },
  120_000,
);

it('a line costs at most eight write units to be matched with an account, and eleven with an invoice, with what it posts', async () => {
  const { tenant, bank, sales, customerId, account } = await company();
  const invoice = await sales.invoice(customerId, '1000.00', { date: '2026-03-02' });
  await bank.take(
    WRITERS.norma43(
      [
        { date: '2026-03-03', amount: 121_000, text: 'COBRO' },
        { date: '2026-03-05', amount: -350, text: 'COMISION' },
        { date: '2026-03-06', amount: -3630, text: 'RECIBO NUBE DEL SUR SL' },
      ],
      MARCH,
    ),
  );
  const [paid, fee, charged] = await bank.lines(account.id);
  const supplier = await payablesOf(tenant).supplier({ name: 'Nube del Sur SL', taxId: 'B58378431' });
  const bill = { as: 'bill', supplierId: supplier.id, account: '629', taxCode: 'IVA-G', amount: eur('36.30') };
  const amount = eur('1210.00');
  const receipt = { as: 'receipt', customerId, amount, allocations: [{ invoiceId: invoice.id, amount }] };
  const entry = await unitsOf(() => bank.match('ana', fee.id, [{ as: 'entry', account: '626', amount: eur('-3.50') }]));
  const invoiced = await unitsOf(() => bank.match('ana', paid.id, [receipt]));
  // Who may pay alone: her own membership is no cost of the match.
  await bank.ask('olga', 'GET /banking/accounts');
  const billed = await unitsOf(() => bank.match('olga', charged.id, [bill]));
  const undone = await unitsOf(() => bank.unmatch('ana', paid.id));
  process.stdout.write(
    `matched with an account ${entry}, with an invoice ${invoiced}, with a bill that it enters ${billed}, undone ${undone} write units\n`,
  );
  expect([entry, invoiced]).toEqual([8, 11]);
  expect([billed < 22, undone < 20]).toEqual([true, true]);
});
